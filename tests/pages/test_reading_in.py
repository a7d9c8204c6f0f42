from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data.intake.preview import preview_file
from data.intake.store_upload import store_preview
from data.progress import StoppedError
from data.settings import Settings
from data.storing.frames import load_batches, load_reports, load_usage
from data.storing.store import Store
from tests.pages.reading import drop, listing, press, texts, workbook
from tests.users import NOOR, manager
from ui.reading_in import background_work, pending_files, storing_files

PAGE = str(Path(__file__).parents[2] / "pages" / "reading_in.py")
ROWS = [
    ["03-04-2018", "Jeugd en Onderwijs", "Duurzaamheid", "advies", 7.5],
    ["04-05-2018", "Vastgoed", "Woningmarkt", "advies", 2],
    ["31-02-2018", "Vastgoed", "Woningmarkt", "advies", 3],
    ["Totaal", None, None, None, 12.5],
]


@pytest.fixture
def page(store: Store) -> AppTest:
    return AppTest.from_file(PAGE, default_timeout=30).run()


def test_an_empty_store_says_what_to_do(page: AppTest) -> None:
    assert not page.exception
    assert page.title[0].value == "Inlezen"
    said = texts(page)
    assert "1. **Sleep uw Excel-bestand**" in said
    assert "Er is nog geen bestand opgeslagen." in said


def test_a_file_is_shown_before_anything_is_stored(page: AppTest, store: Store) -> None:
    drop(page, ("gebruik 2018.xlsx", listing(ROWS)))
    said = texts(page)
    assert "4 rijen = 2 gelezen + 1 afgekeurd + 1 overgeslagen (1 totaalregel)" in said
    assert "Samen: 9,5 uren." in said
    assert "Wat de kolommen betekenen (5 van 5 kolommen gelezen)" in said
    assert "Deze namen zijn niet eerder ingelezen." in said
    assert page.dataframe[0].value["Datum"].tolist() == ["03-04-2018", "04-05-2018"]
    assert page.table[0].value["Rij"].tolist() == ["4"]
    assert load_usage(store).empty


def test_storing_says_what_changed_and_undoing_takes_it_back(page: AppTest, store: Store) -> None:
    drop(page, ("gebruik 2018.xlsx", workbook(ROWS)))
    press(page, "Opslaan")
    assert len(load_usage(store)) == 2
    said = texts(page)
    assert "gebruik 2018.xlsx is opgeslagen: 2 rijen." in said
    assert page.table[0].value.iloc[0].tolist() == ["2018", "0", "2", "\\+2"]
    assert "Voor het eerst gebruik in: 2018." in said
    assert "Nieuwe afdelingen: Jeugd en Onderwijs; Vastgoed." in said
    assert "Nieuwe thema's: Duurzaamheid; Woningmarkt." in said
    assert [button.label for button in page.button].count("Opslaan") == 0
    assert "1 rij is afgekeurd en nog niet opgeslagen. Zij wacht hier" in said

    press(page, "Sluiten")
    assert "is opgeslagen" not in texts(page)
    press(page, "Ja, terugdraaien")
    assert "gebruik 2018.xlsx is teruggedraaid: 2 rijen zijn verwijderd." in texts(page)
    assert load_usage(store).empty
    assert "~~**gebruik 2018.xlsx**~~" in texts(page)
    assert "Ja, terugdraaien" not in [button.label for button in page.button]


def test_cancelling_leaves_nothing(page: AppTest, store: Store) -> None:
    drop(page, ("gebruik 2018.xlsx", listing(ROWS)))
    press(page, "Annuleren")
    assert "gebruik 2018.xlsx" not in texts(page)
    assert load_batches(store).empty


def test_the_same_file_again_is_not_stored_twice(page: AppTest, store: Store) -> None:
    content = listing(ROWS)
    press(drop(page, ("gebruik 2018.xlsx", content)), "Opslaan")
    drop(page, ("kopie.xlsx", content))
    assert "Dit bestand is al opgeslagen op" in texts(page)
    assert "als upload 1." in texts(page)
    assert "Opslaan" not in [button.label for button in page.button]
    assert len(load_usage(store)) == 2


def test_a_file_stored_by_another_meanwhile_is_noticed(page: AppTest, store: Store) -> None:
    content = listing(ROWS)
    drop(page, ("gebruik 2018.xlsx", content))
    preview = preview_file(content, "elders.xlsx", store=store, settings=Settings())
    store_preview(preview, store=store, user=NOOR)
    press(page, "Opslaan")
    assert "Dit bestand is al opgeslagen op" in texts(page)
    assert len(load_usage(store)) == 2


def test_the_rows_to_mend_stand_open_when_there_is_nothing_else_to_do(page: AppTest) -> None:
    drop(page, ("a.csv", listing(ROWS[2:3])), ("b.csv", listing(ROWS)))
    open_ = [part.proto.expanded for part in page.expander if "verbeteren" in part.label]
    assert open_ == [True, False]


def test_a_broken_file_does_not_stand_in_the_way_of_the_others(page: AppTest, store: Store) -> None:
    drop(page, ("stuk.xlsx", b"%PDF-1.4 geen werkmap"), ("goed.xlsx", listing(ROWS)))
    assert len(page.error) == 1
    press(page, "Opslaan")
    assert len(load_usage(store)) == 2
    assert len(page.error) == 1


def test_an_unexpected_fault_in_one_file_is_one_sentence(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(pending_files.FileReading, "preview", broken)
    drop(page, ("raar.xlsx", b"x"))
    assert "Dit bestand kon niet worden gelezen." in texts(page)


def test_where_only_a_rejected_row_may_be_new_it_is_said(page: AppTest) -> None:
    press(drop(page, ("a.csv", listing(ROWS[:2]))), "Opslaan")
    drop(page, ("b.csv", listing(ROWS[:3])))
    said = texts(page)
    assert "Wat is afgekeurd, kan nog nieuw zijn: verbeter het hieronder." in said
    assert "Er valt niets op te slaan" not in said


def test_a_column_of_which_a_remark_tells_is_not_called_unread_too(page: AppTest) -> None:
    rows = [[*row[:3], "afgerond"] for row in ROWS[:2]]
    drop(page, ("a.csv", listing(rows, ["Datum", "Afdeling", "Thema", "Status"])))
    said = texts(page)
    assert "De kolom “Status” zegt welke rijen doorgingen: afgerond." in said
    assert "Niet gelezen" not in said


def test_two_files_are_stored_together(page: AppTest, store: Store) -> None:
    second = listing([["01-02-2019", "Vastgoed", "Duurzaamheid", "advies", 4]])
    drop(page, ("a.xlsx", listing(ROWS)), ("b.xlsx", second))
    press(page, "Alle 2 bestanden opslaan")
    assert load_usage(store)["year"].tolist() == [2018, 2018, 2019]
    assert "a.xlsx is opgeslagen: 2 rijen." in texts(page)
    assert "b.xlsx is opgeslagen: 1 rij." in texts(page)


def test_of_many_files_each_is_folded_with_what_came_of_it(page: AppTest, store: Store) -> None:
    lists = [listing([[f"0{n}-02-2019", "Vastgoed", "Wonen", "advies", n]]) for n in range(1, 5)]
    drop(page, ("stuk.xlsx", b"%PDF-1.4"), *((f"{n}.csv", x) for n, x in enumerate(lists)))
    folded = [part.label.replace("\\", "") for part in page.expander]
    assert "**0.csv** · 1 blad met gebruik: 1 rij = 1 gelezen." in folded
    assert not [label for label in folded if "stuk" in label]
    assert ["stuk.xlsx" in error.value.replace("\\", "") for error in page.error] == [True]
    press(page, "Alle 4 bestanden opslaan")
    assert sorted(load_usage(store)["hours"]) == [1, 2, 3, 4]


def test_files_that_cannot_be_read_say_why_at_once_and_close_together(page: AppTest) -> None:
    drop(page, *((f"{n}.pdf", f"%PDF-1.4 {n}".encode()) for n in range(5)))
    assert len(page.error) == 5
    press(page, "Alles sluiten")
    assert not page.error


def test_a_file_that_reads_otherwise_after_the_first_is_shown_again(
    page: AppTest, store: Store
) -> None:
    second = listing([["01-02-2019", "Jeugd & Onderwijs", "Duurzaamheid", "advies", 4]])
    drop(page, ("a.xlsx", listing(ROWS)), ("b.xlsx", second))
    press(page, "Alle 2 bestanden opslaan")
    assert load_usage(store)["year"].tolist() == [2018, 2018]
    assert "Kijk het nog eens na voordat u het opslaat." in texts(page)
    press(page, "Opslaan")
    assert load_usage(store)["department"].tolist()[2] == "Jeugd en Onderwijs"


def test_two_files_are_cancelled_together(page: AppTest) -> None:
    drop(page, ("a.xlsx", listing(ROWS)), ("b.xlsx", listing(ROWS[:1])))
    press(page, "Alles annuleren")
    assert "a.xlsx" not in texts(page)


def test_two_visitors_do_not_disturb_each_other(page: AppTest) -> None:
    other = AppTest.from_file(PAGE, default_timeout=30).run()
    drop(page, ("a.xlsx", listing(ROWS)))
    other.run()
    assert "a.xlsx" in texts(page)
    assert "a.xlsx" not in texts(other)


def test_a_preview_is_still_there_on_return(page: AppTest) -> None:
    drop(page, ("a.xlsx", listing(ROWS)))
    page.run()
    page.run()
    assert "4 rijen = 2 gelezen" in texts(page)


def test_what_a_file_says_is_never_read_as_markup(page: AppTest) -> None:
    nasty = "<script>alert(1)</script> **vet** [x](http://y)"
    rows = [
        ["03-04-2018", nasty, "=NOW() Wonen", "advies", 1],
        ["31-02-2018", nasty, "x", "advies", 1],
    ]
    drop(page, ("**a**<b>.xlsx", workbook(rows, title="_Blad_ `x`")))
    raw = [element.value for element in (*page.markdown, *page.subheader, *page.caption)]
    press(page, "Opslaan")
    raw += [element.value for element in (*page.markdown, *page.subheader, *page.success)]
    raw += [element.label for element in page.expander]
    shown = [text for text in raw if "alert" in text or "Blad" in text or ".xlsx" in text]
    assert shown
    for text in shown:
        bare = text.replace("\\\\", "")
        assert "<script" not in bare.replace("\\<", "")
        assert "](http" not in bare
        assert "**vet**" not in bare
        assert "<b>" not in bare.replace("\\<", "")


def test_who_says_nothing_of_a_list_gets_its_narrow_reading(page: AppTest, store: Store) -> None:
    drop(page, ("a.xlsx", listing(ROWS)))
    assert page.radio[0].label == "Deze lijst gaat over"
    assert page.radio[0].value is None
    assert "Deze lijst noemt 2 afdelingen." in texts(page)
    press(page, "Opslaan")
    (report,) = load_reports(store).to_dict("records")
    assert report["departments"] == ("Jeugd en Onderwijs", "Vastgoed")
    assert (report["stated"], report["channels"]) == (False, "direct")


def test_what_is_said_of_a_list_is_stored(page: AppTest, store: Store) -> None:
    drop(page, ("a.xlsx", listing(ROWS)))
    page.radio[0].set_value("all")
    first, last = page.date_input
    first.set_value(dt.date(2019, 1, 1))
    last.set_value(dt.date(2019, 12, 31))
    page.run()
    press(page, "Opslaan")
    (report,) = load_reports(store).to_dict("records")
    assert (report["departments"], report["stated"]) == (None, True)
    assert [str(report[day].date()) for day in ("first_day", "last_day")] == [
        "2019-01-01", "2019-12-31",
    ]  # fmt: skip


def test_a_file_without_a_table_points_at_the_template(page: AppTest) -> None:
    drop(page, ("leeg.xlsx", listing([["a", "b"]], headings=["Boodschap", "Prijs"])))
    assert "geen tabel met gebruik of begroting gevonden" in texts(page)
    assert "Opslaan" not in [button.label for button in page.button]


def test_the_page_is_english_for_who_asks(store: Store) -> None:
    page = AppTest.from_file(PAGE, default_timeout=30)
    page.query_params["taal"] = "en"
    page.run()
    drop(page, ("a.xlsx", listing(ROWS)))
    assert "4 rows = 2 read + 1 rejected + 1 skipped (1 total)" in texts(page)


def test_who_may_not_read_files_in_is_told_so_and_stores_nothing(
    page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    drop(page, ("gebruik 2018.xlsx", listing(ROWS)))
    visitor = SimpleNamespace(current_user=lambda: manager("Vastgoed"))
    monkeypatch.setattr(storing_files, "visitor", visitor)
    press(page, "Opslaan")
    assert len(page.warning) == 1
    assert load_batches(store).empty


def test_cancelled_while_reading_or_storing_nothing_stays(
    page: AppTest, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr(pending_files.FileReading, "preview", stop)
        drop(page, ("gebruik 2018.xlsx", listing(ROWS)))
    assert "gebruik 2018.xlsx" not in texts(page)
    drop(page, ("gebruik 2018.xlsx", listing(ROWS)))
    with monkeypatch.context() as patch:
        patch.setattr(storing_files, "store_preview", stop)
        press(page, "Opslaan")
    assert load_batches(store).empty
    press(page, "Opslaan")
    assert len(load_usage(store)) == 2


def test_personal_data_in_a_free_text_are_told_and_can_be_left_out(
    page: AppTest, store: Store
) -> None:
    headings = ["Datum", "Afdeling", "Thema", "Vorm", "Onderwerp", "Uren"]
    subjects = ["mail j@x.nl", "gewoon", "bel 06-12345678", "mail p@x.nl", None]
    rows = [["03-04-2018", "Vastgoed", "Wonen", "advies", text, 1] for text in subjects]
    drop(page, ("gebruik.xlsx", workbook(rows, headings)))
    said = texts(page)
    assert "In “Onderwerp” op werkblad “Blad1” staan waarschijnlijk persoonsgegevens" in said
    assert "e-mailadres in rijen 2, 5 en telefoonnummer in rij 4." in said
    assert "j@x.nl" not in "".join(element.value for element in page.warning)
    page.checkbox[0].check().run()
    assert not page.exception
    assert "waarschijnlijk persoonsgegevens" not in texts(page)
    assert page.checkbox[0].value
    press(page, "Opslaan")
    stored = load_usage(store).sort_values("row")["subject"].tolist()
    assert stored[:4] == ["mail […]", "gewoon", "bel […]", "mail […]"]


def test_a_list_from_a_mail_is_pasted(page: AppTest, store: Store) -> None:
    page.text_area(key="upload_pasted").set_value(listing(ROWS).decode())
    press(page, "Deze lijst lezen")
    assert "geplakte lijst.txt" in texts(page)
    press(page, "Opslaan")
    assert len(load_usage(store)) == 2


def test_a_pasted_mail_says_what_was_no_part_of_the_list(page: AppTest) -> None:
    rows = ["Datum       Afdeling      Thema", "03-04-2018  Mobiliteit    Deelvervoer"]
    page.text_area(key="upload_pasted").set_value("\n".join([*rows, "", "Groeten,", "Petra"]))
    press(page, "Deze lijst lezen")
    assert "1 rij = 1 gelezen" in texts(page)
    assert "weggelaten: “Groeten, Petra”." in texts(page)


def test_a_list_without_headings_is_read_in_one_click(page: AppTest) -> None:
    rows = [["03-04-2018", "Vastgoed", "Duurzaamheid", "advies"], *(row[:4] for row in ROWS[1:2])]
    drop(page, ("lijst.csv", listing(rows[1:], headings=rows[0])))
    press(page, "Deze lijst heeft geen koppen")
    assert "2 rijen = 2 gelezen" in texts(page)
    assert "Gelezen: Datum; Afdeling; Thema. Niet gelezen: “D”." in texts(page)
    assert not page.warning
    picture = next(html.proto.body for html in page.get("html") if "<table>" in html.proto.body)
    assert "aan de waarden herkend" in picture


def test_whose_list_it_is_can_be_said(page: AppTest) -> None:
    rows = [[day, theme, form, hours] for day, _, theme, form, hours in ROWS[:2]]
    drop(page, ("Wijkteam.csv", listing(rows, headings=["Datum", "Thema", "Vorm", "Uren"])))
    (whose,) = [box for box in page.selectbox if "upload_department" in str(box.key)]
    whose.set_value("Wijkteam").run()
    assert not page.exception
    assert "2 rijen = 2 gelezen" in texts(page)


def test_a_file_with_headings_alone_is_not_called_stored(page: AppTest) -> None:
    drop(page, ("leeg.csv", listing([])))
    assert "geen rijen eronder" in texts(page)


def test_of_many_files_the_fold_of_one_that_was_stored_before_says_so(page: AppTest) -> None:
    rows = [[["07-01-2019", name, "Wonen", "", 1]] for name in ("Wmo", "Jeugd", "Zorg", "Sport")]
    files = [(f"{n}.csv", listing(row)) for n, row in enumerate(rows)]
    press(drop(page, files[0]), "Opslaan")
    drop(page, *files)
    labels = [part.label.replace("\\", "") for part in page.expander]
    assert sum("is al opgeslagen op" in label for label in labels) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("this", "Over 2019 telt nu begroot € 300,00 uit dit bestand; wat daarover in a.csv staat"),
        (
            "earlier",
            "Over 2019 telt wat in a.csv staat; begroot € 300,00 uit dit bestand telt niet",
        ),
    ],
)
def test_which_of_two_budgets_counts_is_said_after_storing(
    page: AppTest, answer: str, said: str
) -> None:
    headings = ["Jaar", "Omschrijving", "Begroot"]
    for name, amount in (("a.csv", 250), ("b.csv", 300)):
        lines = [[2019, f"Bijdrage Platform31 {name[0]}", amount]]
        drop(page, (name, listing(lines, headings)))
        for asked in page.radio:
            asked.set_value(answer).run()
        press(page, "Opslaan")
    assert said in texts(page).replace("\xa0", " ")


def test_what_is_dropped_while_a_file_is_read_falls_in_a_new_uploader(
    page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    wait = background_work.Task.wait

    def look(task: background_work.Task, seconds: float) -> bool:
        shown.append(pending_files.uploader_key() in st.session_state)
        return wait(task, seconds)

    monkeypatch.setattr(background_work.Task, "wait", look)
    drop(page, ("a.csv", listing(ROWS)))
    assert set(shown) == {True}
    assert "a.csv" in texts(page)


def test_the_lists_without_headings_have_a_button_together(page: AppTest) -> None:
    row = ["03-04-2018", "Jeugd", "Wonen", "advies"]
    drop(page, ("a.xlsx", sheets({"een": [row], "twee": [row, row], "smal": [["1"], ["2"]]})))
    labels = [button.label for button in page.button if "geen koppen" in button.label]
    assert labels == [
        "De 2 lijsten hebben geen koppen",
    ]
    assert "Alleen die op blad een" in [button.label for button in page.button]


def sheets(rows: dict[str, list[list[str]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_crosstab_says_how_many_uses_its_cells_are(page: AppTest) -> None:
    lines = [["Vastgoed", 3, 2], ["Jeugd", 1, None]]
    rows = [["Gebruik Platform31 2019 (aantal keren)", None, None], ["Afdeling", "Wonen", "Zorg"]]
    drop(page, ("a.xlsx", workbook([*rows[1:], *lines], headings=rows[0])))
    assert "= 3 gelezen" in texts(page)
    assert "De gelezen cellen zijn 6 keer gebruik." in texts(page)
