"""What systems write: texts in other encodings, old and open formats, codes for periods."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import xlwt

from tests.data.untidy_workbooks import Case, Expected, Rows, xlsx


def semicolons_between_commas() -> Case:
    """A comma-separated file with semicolons in the text, month-first dates and line breaks."""
    text = (
        "Nr,Date,Department,Theme,Hours,Participants,Subject\n"
        "1,4/25/2019,Housing,Energy,1,12,a; b\n"
        '2,3/4/2019,Housing,Energy,2,13,"c\nd"\n'
        "3,12/32/2019,Housing,Energy,3,14,e; f\n"
    )
    expected = Expected(
        "usage", rows=3, accepted=2, rejected=1, hours=3, participants=25, ignored=["Nr"],
        fault_cells=[(4, "Date", "12/32/2019")],
    )  # fmt: skip
    return Case("usage.csv", text.encode(), (expected,))


def unicode_text() -> Case:
    """Excel's own "Unicode text": UTF-16 and tabs."""
    text = (
        "Datum\tAfdeling\tThema\tUren\r\n"
        "2-1-2019\tCoördinatie\tVitaal\t7 uur 30\r\n"
        "3-1-2019\t#N/B\tVitaal\t1\r\n"
    )
    expected = Expected(
        "tekst", rows=2, accepted=1, rejected=1, hours=7.5, departments=["Coördinatie"],
        fault_cells=[(3, "Afdeling", "#N/B")],
    )  # fmt: skip
    return Case("tekst.txt", text.encode("utf-16"), (expected,))


def bookkeeping_periods() -> Case:
    """Months as figures in one sheet, a year beside a period in the other."""
    figures: Rows = [
        ["Periode", "Afdeling", "Thema", "Dagen"],
        [201903, "Wonen", "Woningmarkt", 1],
        ["2019 P05", "Wonen", "Woningmarkt", "0,5"],
        [201913, "Wonen", "Woningmarkt", 1],
    ]
    beside: Rows = [
        ["Boekjaar", "Periode", "Afdeling", "Thema", "Uren"],
        [2019, 4, "Wonen", "Woningmarkt", 1],
        [2019, 13, "Wonen", "Woningmarkt", 2],
        [2019, 12, "Wonen", "Woningmarkt", 3],
    ]
    return Case(
        "perioden.xlsx",
        xlsx({"Cijfers": figures, "Boekjaar": beside}),
        (
            Expected(
                "Cijfers", rows=3, accepted=2, rejected=1, hours=12,
                fault_cells=[(4, "Periode", "201913")],
            ),
            Expected(
                "Boekjaar", rows=3, accepted=2, rejected=1, hours=4,
                fault_cells=[(3, "Periode", "13")],
            ),
        ),
    )  # fmt: skip


def english_register() -> Case:
    """An English export with other words, mixed dates and English amounts."""
    head = [
        "Record ID", "Activity date", "Department name", "Topic", "Type of support",
        "Time spent (h)", "No. of participants", "Cost (EUR)", "Description",
    ]  # fmt: skip
    rows: Rows = [
        ["Exported: 2020-01-05"],
        [],
        head,
        ["a1", "Jan 5, 2019", "Housing", "Energy", "Advice", 1.5, 10, "1,000.00", "x"],
        ["a2", "March 2019", "Housing", "Poverty", "Training", "2.0", 5, "250.50", "y"],
        ["a3", "5 Feb 2019", "Youth", "Poverty", "Research", "3h", 0, "-", "z"],
        ["Total", None, None, None, None, 6.5, 15, "1,250.50", None],
    ]
    expected = Expected(
        "Export", header_row=3, rows=4, accepted=3, skipped={"total": 1}, hours=6.5,
        participants=15, amount=1250.5, departments=["Housing", "Youth"], ignored=["Record ID"],
    )  # fmt: skip
    return Case("register.xlsx", xlsx({"Export": rows}), (expected,))


def shares_and_numbers() -> Case:
    """Percentages as share; decimal points under one heading, decimal commas under another."""
    rows: Rows = [
        ["Datum", "Afdeling", "Thema", "Deel (40/60)", "Uren", "Kosten"],
        ["wo 2 jan 2019", "Wonen", "Energie", 0.4, "1.5", "1.234,50"],
        ["03.01.2019", "Wonen", "Energie", "60 %", "1.234", "1.234"],
        ["4 januari '19", "Wonen", "Energie", 0.5, "2.25", "12"],
    ]
    expected = Expected(
        "Blad1", rows=3, accepted=3, hours=4.984, amount=2480.5, fault_cells=[],
    )  # fmt: skip
    return Case("delen.xlsx", xlsx({"Blad1": rows}), (expected,))


def budget_from_the_ledger() -> Case:
    """Budget, actual and commitment beside each other, with what they leave."""
    rows: Rows = [
        ["Jaar", "Grootboeknr", "Omschrijving", "Begroting na wijziging", "Realisatie",
         "Verplichtingen", "Restant"],
        [2019, "0.10", "Platform31", "20.762", "€ 20.762,--", None, "0"],
        [2020, "0.10", "Platform31", "20.762", "10.000,00", "5.000,50", "5.761,50"],
        [2020, "0.10", "Teruggave", None, "12,50-", None, None],
        ["Totaal", None, None, "41.524", "30.749,50", "5.000,50", "5.761,50"],
    ]  # fmt: skip
    expected = Expected(
        "Uitdraai", kind="budget", rows=4, accepted=3, skipped={"total": 1}, amount=77274.0,
        ignored=["Restant"],
    )  # fmt: skip
    return Case("grootboek.xlsx", xlsx({"Uitdraai": rows}), (expected,))


def small_xls() -> Case:
    """An .xls of two records, so that a total makes one column longer than the others."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Blad1")
    day = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    lines: Rows = [
        ["Afd", "Thema", "Datum", "Uren"],
        ["Sport", "Vitaal", dt.date(2019, 1, 2), 1.5],
        ["Zorg", "WMO", "3 mrt 2019", "2,5"],
        [None, None, "Totaal", 4],
    ]
    for row, cells in enumerate(lines, start=2):
        for column, value in enumerate(cells):
            if value is not None:
                style = [day] if isinstance(value, dt.date) else []
                sheet.write(row, column, value, *style)
    sheet.write(0, 0, "Uitdraai P31")
    target = BytesIO()
    book.save(target)
    expected = Expected(
        "Blad1", header_row=3, rows=3, accepted=2, skipped={"total": 1}, hours=4,
        departments=["Sport", "Zorg"],
    )  # fmt: skip
    return Case("klein.xls", target.getvalue(), (expected,))


EXPORTS = (
    semicolons_between_commas,
    unicode_text,
    bookkeeping_periods,
    english_register,
    shares_and_numbers,
    budget_from_the_ledger,
    small_xls,
)
