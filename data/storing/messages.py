"""What can stand in the way of storing, taking back and changing, in sentences with a code."""

from __future__ import annotations

from texts import sentence

FILE_ALREADY_STORED = sentence(
    "file_already_stored",
    "This file was read in before, as upload {batch_id}. It is not stored twice.",
)
ROWS_STORED_MEANWHILE = sentence(
    "rows_stored_meanwhile",
    "Rows of this file were stored or taken back meanwhile, so it has to be read once more. "
    "Read it in again.",
)
NOTHING_TO_STORE = sentence("nothing_to_store", "There is nothing in this file to store.")
NOTHING_NEW_TO_STORE = sentence(
    "nothing_new_to_store",
    "Every row of this file is stored already, so nothing was stored.",
)
UPLOAD_UNKNOWN = sentence(
    "upload_unknown",
    "There is no upload {batch_id}. See the numbers under the earlier uploads.",
)
UPLOAD_ALREADY_UNDONE = sentence(
    "upload_already_undone",
    "Upload {batch_id} was taken back before. There is nothing left to undo.",
)
CHANGED_MEANWHILE = sentence(
    "changed_meanwhile",
    "Somebody else changed this while you had it open. Nothing of yours was stored. What you "
    "filled in still stands here: save it again if it has to hold.",
)
PROPOSAL_ALREADY_DECIDED = sentence(
    "proposal_already_decided",
    "This proposal was dealt with before; nothing was changed.",
)
ALREADY_DRAWN = sentence(
    "already_drawn",
    "One of these white spots is in an earlier draw that still runs. Nothing was drawn: look at "
    "what it says now.",
)
RECORD_GONE = sentence(
    "record_gone",
    "The record that this is about is no longer in the figures: its upload was taken back, or "
    "it was corrected before. Nothing was changed.",
)
UPLOAD_NOT_UNDONE = sentence(
    "upload_not_undone",
    "Upload {batch_id} was not taken back: its rows count. Nothing was changed.",
)
UPLOAD_ROWS_DELETED = sentence(
    "upload_rows_deleted",
    "The rows of upload {batch_id} are deleted, so it cannot be brought back. Read the file in "
    "again.",
)
UPLOAD_REPLACED = sentence(
    "upload_replaced",
    "Upload {batch_id} is replaced by upload {replaced_by}. Take upload {replaced_by} back: "
    "then upload {batch_id} counts again.",
)
UPLOAD_STILL_COUNTS = sentence(
    "upload_still_counts",
    "Upload {batch_id} still counts. Take it back first; then it can be deleted.",
)
MOMENT_UNKNOWN = sentence(
    "moment_unknown",
    "Moment {change} is not known. Choose one of the moments in the list.",
)
NAME_TAKEN = sentence("name_taken", "“{name}” is empty or in use already. Choose another name.")
SAME_THEME = sentence("same_theme", "“{name}” cannot be merged with itself. Choose another theme.")
FORM_IN_USE = sentence(
    "form_in_use",
    "{n} record has the form “{form}”, so it cannot be removed.",
    "{n} records have the form “{form}”, so it cannot be removed.",
)
YEAR_WITHOUT_CHANGES = sentence(
    "year_without_changes",
    "{year} is no year in which departments change.",
)
REORGANISATION_EMPTY = sentence(
    "reorganisation_empty",
    "Say which departments change, and what they become.",
)
DEPARTMENT_ENDED = sentence(
    "department_ended",
    "{department} ended in an earlier reorganisation. Choose another name.",
)
REORGANISED_LATER = sentence(
    "reorganised_later",
    "A later reorganisation changed {department} once more. Undo that one first.",
)
REORGANISATION_ALREADY_UNDONE = sentence(
    "reorganisation_already_undone",
    "This reorganisation was undone before; nothing was changed.",
)
PARTS_NOT_WHOLE = sentence(
    "parts_not_whole",
    "The parts of {department} must be 1% or more each, and 100% together.",
)
DEPARTMENT_BECOMES_ITSELF = sentence(
    "department_becomes_itself",
    "{department} would become itself.",
)
DEPARTMENT_UNKNOWN = sentence("department_unknown", "There is no department {department}.")
DEPARTMENT_ALREADY_FOLLOWED = sentence(
    "department_already_followed",
    "{department} was followed by another department before. Undo that reorganisation first.",
)
STORE_DISK_FULL = sentence(
    "store_disk_full",
    "The disk that the data stand on is full, so nothing was stored. Ask who looks after the "
    "computer to make room, and try again.",
)
STORE_READ_ONLY = sentence(
    "store_read_only",
    "The store of the data may be read and not written, so nothing was stored. Ask who looks "
    "after the computer for the right to write there.",
)
STORE_LOCKED = sentence(
    "store_locked",
    "Somebody else is storing something that takes long, so this was not stored. Try again in a "
    "minute.",
)
STORE_TOO_SLOW = sentence(
    "store_too_slow",
    "The store took too long to answer, and it was given up. Try again in a minute; tell who "
    "looks after the computer when it happens again.",
)
STORE_UNREACHABLE = sentence(
    "store_unreachable",
    "The store of the data cannot be reached. Try again in a minute; when it stays so, ask who "
    "looks after the computer whether the database runs and the address in DATABASE_URL is right.",
)
STORE_CORRUPT = sentence(
    "store_corrupt",
    "The store of the data is damaged. Stop working in it, and ask who looks after the computer "
    "to put the last backup back.",
)
STORE_IS_NEWER = sentence(
    "store_is_newer",
    "The store was made by a newer version of this program. Start that newer version.",
)
STORE_IS_FOREIGN = sentence(
    "store_is_foreign",
    "What stands there is no store of this version of the program. Give another file or an empty "
    "database, with --store or DATABASE_URL.",
)
REPORT_ENDS_BEFORE_IT_BEGINS = sentence(
    "report_ends_before_it_begins",
    "A list cannot end before it begins; nothing was changed.",
)
BACKUP_WOULD_REPLACE_STORE = sentence(
    "backup_would_replace_store",
    "That file is the store itself. Give another file for the copy.",
)
BACKUP_OF_MEMORY = sentence(
    "backup_of_memory",
    "This store is not kept in a file, so there is nothing to copy.",
)
BACKUP_NOT_THERE = sentence("backup_not_there", "There is no file “{file}”. Check the name.")
BACKUP_FOLDER_NOT_THERE = sentence(
    "backup_folder_not_there",
    "There is no folder “{folder}”. Make it, or give another.",
)
BACKUP_IS_NO_STORE = sentence(
    "backup_is_no_store",
    "“{file}” is no copy of a store of this program. Nothing was changed.",
)
BACKUP_DAMAGED = sentence(
    "backup_damaged",
    "“{file}” is damaged, so it was not used. Nothing was changed: take an earlier copy.",
)
STORE_IN_USE = sentence(
    "store_in_use",
    "The store is in use. Stop the app first; or give --while-running, and everybody sees what "
    "was put back from then on.",
)
TOOL_NOT_THERE = sentence(
    "tool_not_there",
    "The program {tool} of PostgreSQL is needed for this. Install it, and try again.",
)
TOOL_FAILED = sentence(
    "tool_failed",
    "{tool} did not succeed. Check that it belongs to the version of the database, and try again.",
)
TOOL_TOOK_TOO_LONG = sentence(
    "tool_took_too_long",
    "{tool} took too long and was ended; the store is as it was. Check whether the database "
    "still answers, and try again.",
)
REASON_MISSING = sentence(
    "reason_missing",
    "This year has an established dossier already. Say why a new version takes its place.",
)
