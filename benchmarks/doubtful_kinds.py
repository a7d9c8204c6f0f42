"""Kinds of doubt: what people reported in public about their spreadsheets, and what is done here.

Each kind has tests with siblings of its own, in tests/data/doubts, tests/data/reading and
tests/data/test_import_cases.py; `benchmarks.untidy_kinds` writes the table.
"""

from __future__ import annotations

READ, ASKED, REFUSED, TOLD = "read right", "asked", "refused", "told"

DOUBTFUL_KINDS = (
    ("Rows hidden by hand, in a closed group or by a filter", ASKED, "rejected until answered"),
    ("Rows struck through", ASKED, "rejected until answered"),
    ("Letters as white as the paper, the format `;;;`", ASKED, "rejected until answered"),
    ("A text of which a part is struck through", ASKED, "rejected until answered"),
    ("A hidden sheet with a list of its own", TOLD, "its rows count"),
    ("A cell far from the table (XFD1048576)", TOLD, "left out"),
    ("A line between the rows: “Geannuleerd:”, “Gepland”", ASKED, "the rows below it"),
    ("A hidden column beside a visible one of the same sort", READ, "the visible one; told"),
    ("Formulas without an outcome, or all with the outcome 0 of a program", REFUSED, "per row"),
    ('A unit in the format of a number: `0.0 "dagen"`', READ, "as it is shown"),
    ("Bare day numbers of a calendar from 1904", READ, "as the day that is shown"),
    (
        "Real dates that Excel swapped, beside texts with the month first",
        READ,
        "swapped back; told",
    ),
    ("The same the other way round", ASKED, "swap or keep"),
    ("Midnight in universal time, the day before", READ, "the day that it was here; told"),
    ("Weeks (`2021-W12`, `wk 12 2021`)", READ, "the month of the Thursday"),
    (
        "`t/m 2018`, `2019/2020`, `H1 2021`, ranges of days, a day without a year",
        REFUSED,
        "per row",
    ),
    ("Times of the day, fte, years, dates or shares under hours", TOLD, "no hours; the use counts"),
    ("A form, channel or 40/60 part that is not known", TOLD, "left empty; the use counts"),
    ("Hours, participants or an amount that cannot be read", ASKED, "once for all their rows"),
    ("Amounts in dollars, an index, a number of things", READ, "no amounts"),
    ("Two versions of a budget in one column", ASKED, "which of the two counts"),
    ("Dates such as `01/04/2021` under an English heading", ASKED, "the day first or the month"),
    ("A day of the week, a year or a month that contradicts the date", REFUSED, "per row"),
    ("Minutes in the heading", READ, "as minutes"),
    ("A column of its own with the unit: 3, `dagen`", READ, "in hours"),
    ("`1.30` under `uu.mm`", READ, "an hour and a half; told"),
    ("`1.30` and `0.45` without a word", ASKED, "minutes or decimals"),
    ("A status, `doorgegaan: nee`, `geannuleerd: x`, “vervallen” in a remark", ASKED, "per value"),
    ("A column that says who agreed, who came, or plan beside held", ASKED, "per value"),
    ("Rows of another supplier, or of another organisation", ASKED, "rejected until answered"),
    ("Rows of several municipalities", ASKED, "which of them counts"),
    ("Any other column that sorts the rows and is not read", TOLD, "by its heading"),
    ("Weeks or quarters by their number under `Week`, `Kwartaal`", READ, "as such"),
    ("Dates such as `19-05-04`", ASKED, "the year first or the day"),
    ("Both orders of day and month in one column", REFUSED, "the dates that may be either"),
    ("`Duur` with 60, 90 and 30", ASKED, "minutes or hours"),
    ("Hours of the municipality itself, per week, of travelling or adding up", TOLD, "not read"),
    ("Hours of another year than the date of the row", REFUSED, "per row"),
    ("“alle afdelingen”, “diverse”, “onbekend” for a department", ASKED, "per word"),
    ("The name of a person for a department", ASKED, "rejected until answered"),
    ("More than 500 new names in a long table", ASKED, "is this the right column"),
    ("A second column of departments or themes", ASKED, "leave out, or count for the first"),
    ("A crosstab of costs without a word", ASKED, "budgeted or spent"),
    ("A quarter beside its months, a year beside its quarters", READ, "the smallest period"),
    ("A copy beside or below the table, a shorter copy", ASKED, "left out"),
    ("A list per year or quarter that adds up another", ASKED, "left out"),
    ("A decimal comma that moved to the next column", ASKED, "two numbers, or one"),
    ("Tables of a web page and XML of Excel 2003 called .xls", READ, ""),
    ("A list without headings", REFUSED, "read in one click"),
    ("An own list without a column of departments", READ, "of whom a title or a person says"),
    ("A column whose answers tell what it is: `Hoe`, `rechtstreeks`", READ, "as that column"),
    ("An offer, a plan, wishes, a list for whom it might matter", ASKED, "the whole table"),
    ("A register of something else (calls, leave) that never names Platform31", ASKED, "the table"),
    ("A crosstab of which no word says what its numbers are", ASKED, "the whole table"),
    ("A crosstab with `x`, `v`, `ja`, `✓` or TRUE", READ, "a use each; told"),
    ("Several departments or themes in one cell", ASKED, "leave out, or count for the first"),
    ("`2x Vastgoed`, `Vastgoed?`, `Vastgoed e.a.`, `Vastgoed (50%)`", ASKED, "the name, once"),
    ("A rare name with another in it: `Vastgoed en Veiligheid`", TOLD, "one name"),
    ("Look-ups of SharePoint, `3;#Vastgoed`", READ, "the name"),
    ("A choice of a form, `Vastgoed;`", READ, "the name"),
    ("Paths, `Sociaal > Werk`", READ, "the last part"),
    ("A code before or behind the name", READ, "the same name as without"),
    ('`idem`, `"`, `zie boven`', READ, "what stands above; told"),
    ("A D/C column, debit and credit in words, `U/O`, `Af/Bij`", READ, "credit with a minus; told"),
    ("Both sides of every booking in one ledger", ASKED, "the accounts of the balance"),
    ("Words of money over codes, names, years or day numbers", READ, "no amounts"),
    ("Hours of the municipality beside those of Platform31", READ, "Platform31's; told"),
    ("Another column that might have been read", TOLD, "which one stood back"),
    ("A sheet that holds the rows of another: a copy, a month, a part", ASKED, "left out"),
    ("A hidden or older version of a sheet", ASKED, "left out"),
    ("Rows that are alike", TOLD, "they count"),
    ("Hours or an amount merged over several rows", READ, "once"),
    ("Totals of levels, by codes such as 3, 3.1, 3.1.1", READ, "the lowest level"),
    ("The same by indentation, or by sums alone", READ, "the lowest level"),
    ("Columns up to a moment (t/m Q1, t/m Q2)", READ, "the last of a year; told"),
    ("`Σ` as a total", READ, "a total"),
    ("The unit in the name of the sheet", READ, "in euros; told"),
    ("Records beside each other, the fields down", REFUSED, "with what to do"),
    ("Department and theme both on lines of their own", READ, "for the rows below"),
    ("A row of a text with more cells than headings, or with moved cells", REFUSED, "per row"),
    ("Lines in quotes as a whole; a text in one column of a workbook", READ, "parted"),
    ("Macintosh, MS-DOS, UTF-16 without a mark, UTF-8 encoded twice, HTML entities", READ, ""),
    ("One sheet beyond the limits", REFUSED, "that sheet, with its reason"),
    ("A sheet without a table", REFUSED, "with the nearest miss"),
)


def table() -> list[str]:
    """The kinds as lines of Markdown."""
    rows = [
        f"| {kind} | **{word}**{': ' if how else ''}{how} |" for kind, word, how in DOUBTFUL_KINDS
    ]
    return ["| Kind | What is done |", "|---|---|", *rows]
