"""Budgets after the layouts of municipalities, all made up, whose truth is known to the cent."""

from __future__ import annotations

# Name -> the text, what counts by year and kind, the answers that it takes, the name of the file.
CASES: dict[str, tuple[str, dict[tuple[int, str], float], dict[str, str], str]] = {
    "all up to each period": (
        """Jaar;Periode;Omschrijving;Realisatie YTD
2022;1;Platform31;20.762,00
2022;2;Platform31;22.762,00
2022;3;Platform31;23.617,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "all up to each month": (
        """Jaar;Maand;Omschrijving;Realisatie t/m maand
2022;1;Platform31;20.762,00
2022;2;Platform31;22.762,00
2022;3;Platform31;23.617,00""",
        {(2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a cumulative balance": (
        """Boekjaar;Periode;Rekening;Omschrijving;Cumulatief saldo
2022;1;4431;Bijdrage Platform31;20.762,00
2022;2;4431;Bijdrage Platform31;22.762,00
2022;3;4431;Bijdrage Platform31;23.617,00""",
        {(2022, "actual"): 23617.0},
        {"budgeted_or_spent": "actual"},
        "export",
    ),
    "the last period beside the year": (
        """Budgetrapportage t/m periode 9 2022;;;;;;
Kostenplaats;Kostensoort;Omschrijving;Begroting jaar;Realisatie periode;Realisatie cumulatief;Verplichting
6101;34300;Bijdrage Platform31;20.762,00;0,00;20.762,00;0,00
6101;34301;Maatwerk Platform31;6.000,00;500,00;2.855,00;1.500,00""",  # noqa: E501
        {(2022, "budget"): 26762.0, (2022, "commitment"): 1500.0, (2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a column of amounts that are all 1.000": (
        """Jaar;Omschrijving;Begroting;Q1;Q2
2022;Bijdrage Platform31;20.762,00;20.762,00;
2022;Leerkring Platform31;6.000,00;1.000,00;1.000,00""",
        {(2022, "budget"): 26762.0},
        {},
        "export",
    ),
    "a total below its lines, without a word": (
        """Omschrijving;Begroting 2022;Realisatie 2022
Bijdrage Platform31;20.762,00;20.762,00
Maatwerk Platform31;6.000,00;2.855,00
Platform31;26.762,00;23.617,00""",
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {"levels": "leave_out"},
        "export",
    ),
    "years across": (
        """Meerjarenraming Platform31;;;;
Omschrijving;2021;2022;2023;2024
Bijdrage Platform31;20.500;20.762;20.963;21.200""",
        {(2021, "budget"): 20500.0, (2022, "budget"): 20762.0, (2023, "budget"): 20963.0, (2024, "budget"): 21200.0},  # noqa: E501
        {},
        "export",
    ),
    "suppliers down, years across": (
        """Crediteur;2020;2021;2022
Stichting Platform31;20.100,00;20.500,00;23.617,00
Delta;80.000,00;90.000,00;100.000,00""",
        {(2020, "actual"): 20100.0, (2021, "actual"): 20500.0, (2022, "actual"): 23617.0},
        {"other_suppliers": "leave_out", "budgeted_or_spent": "actual"},
        "export",
    ),
    "costs and income per kind": (
        """Platform31;Begroting 2022;;;Realisatie 2022;;
Omschrijving;Baten;Lasten;Saldo;Baten;Lasten;Saldo
Bijdrage Platform31;0;20.762;-20.762;0;20.762;-20.762
Maatwerk Platform31;500;6.500;-6.000;0;2.855;-2.855""",
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "before and after changes": (
        """Omschrijving;Begroting voor wijziging;;Begroting na wijziging;;Realisatie;
;Baten;Lasten;Baten;Lasten;Baten;Lasten
Bijdrage Platform31;0;20.000;0;20.762;0;20.762
Maatwerk Platform31;0;6.000;0;6.000;0;2.855""",
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {"wide_budget_version": "revised"},
        "jaarstukken 2022",
    ),
    "annual accounts in full": (
        """Omschrijving;Begroting voor wijziging;Begroting voor wijziging;Begroting voor wijziging;Begroting na wijziging;Begroting na wijziging;Begroting na wijziging;Realisatie;Realisatie;Realisatie
Programma's:;Baten;Lasten;Saldo;Baten;Lasten;Saldo;Baten;Lasten;Saldo
Bijdrage Platform31;0;20.000;-20.000;0;20.762;-20.762;0;20.762;-20.762
Maatwerk Platform31;0;6.000;-6.000;500;6.500;-6.000;0;2.855;-2.855""",  # noqa: E501
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {"wide_budget_version": "revised"},
        "jaarstukken 2022",
    ),
    "costs and income per year": (
        """Programma;Rekening 2021;;;Begroting 2022;;
;Lasten;Baten;Saldo;Lasten;Baten;Saldo
Bijdrage Platform31;20.500;0;20.500;20.762;0;20.762
Maatwerk Platform31;3.500;500;3.000;6.000;0;6.000""",
        {(2021, "actual"): 23500.0, (2022, "budget"): 26762.0},
        {},
        "export",
    ),
    "changes apart from the budget": (
        """Jaar;Omschrijving;Begroting primitief;Begrotingswijzigingen;Realisatie
2022;Bijdrage Platform31;20.000,00;762,00;20.762,00
2022;Maatwerk Platform31;6.000,00;0,00;2.855,00""",
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {"budget_version": "revised"},
        "export",
    ),
    "a minus before all costs": (
        """Omschrijving;Begroting 2022;Realisatie 2022
Bijdrage Platform31;-20.762,00;-20.762,00
Maatwerk Platform31;-6.000,00;-2.855,00""",
        {(2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {"sign": "turn"},
        "export",
    ),
    "a minus before costs, none before income": (
        """Jaar;Omschrijving;Lasten;Baten
2022;Bijdrage Platform31;-20.762,00;0,00
2022;Maatwerk Platform31;-3.250,00;395,00""",
        {(2022, "actual"): 23617.0},
        {"sign": "turn"},
        "realisatie 2022",
    ),
    "R and B for actual and budget": (
        """Omschrijving;R2021;B2022;R2022
Bijdrage Platform31;20.500,00;20.762,00;20.762,00
Maatwerk Platform31;3.000,00;6.000,00;2.855,00""",
        {(2021, "actual"): 23500.0, (2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {},
        "export",
    ),
    "a whole year and a part of the next": (
        """Omschrijving;Realisatie heel 2021;Begroting 2022;Realisatie t/m okt 2022;Prognose 2022
Bijdrage Platform31;20.500,00;20.762,00;20.762,00;20.762,00
Maatwerk Platform31;3.000,00;6.000,00;2.855,00;5.000,00""",
        {(2021, "actual"): 23500.0, (2022, "budget"): 26762.0, (2022, "actual"): 23617.0},
        {},
        "export",
    ),
}  # fmt: skip
