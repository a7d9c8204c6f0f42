"""The columns of a budget line, each declared once; the order is that of tables and exports.

A budget line comes from a list, or from the export of a financial system: the headings of those
stand with their format, in `data.finance.formats`.
"""

from __future__ import annotations

from data import columns as c
from data.fields import messages
from data.fields.choices import BUDGET_KINDS, PRECISIONS
from data.fields.field import Field, Sort, Tiers
from data.fields.rules import at_least, at_most, required
from data.fields.usage import DEPARTMENT_HEADINGS, THEME_HEADINGS
from texts import Text

BUDGET = (
    Field(
        c.YEAR,
        Text("Year"),
        Sort.CALENDAR,
        meaning="the year it is of",
        always=True,
        headings=Tiers(
            """Jaar, Boekjaar, Begrotingsjaar, Kalenderjaar, Jr., Dienstjaar, Jaartal, Year, Fiscal
            year, Financial year, Budget year, Subsidiejaar""",
            "Verslagjaar",
            "Periode, Period",
        ),
        tells=True,
    ),
    Field(
        c.DATE,
        Text("Date"),
        Sort.DAY,
        meaning="the day of the booking, or the first day of the period",
        headings=Tiers(
            """Datum, Dat., Boekdatum, Boekingsdatum, Factuurdatum, Transactiedatum, Datum boeking,
            Datum factuur, Date, Booking date, Posting date, Invoice date, Transaction date""",
            "Betaaldatum, Mutatiedatum, Valutadatum, Datum betaling, Dag, Day, Payment date",
            "Periode, Maand, Kwartaal, Period, Month, Quarter, Jaar/maand, Jaar/kwartaal, Jaar",
        ),
        compound="datum",
        rules=(
            required(messages.DATE_MISSING),
            at_least(
                "earliest_date",
                messages.DATE_TOO_EARLY,
            ),
            at_most(
                "last_day_of_plans",
                messages.BUDGET_DATE_IN_FUTURE,
            ),
        ),
        tells=True,
    ),
    Field(
        c.DATE_PRECISION,
        Text("Date exact to"),
        Sort.PRECISION,
        meaning="`day`, `month`, `quarter` or `year`",
        choices=PRECISIONS,
    ),
    Field(
        c.BUDGET_KIND,
        Text("Kind of amount"),
        Sort.CHOICE,
        meaning="`budget`, `actual` or `commitment`",
        always=True,
        headings=Tiers(
            """Soort bedrag, Type bedrag, Bedragsoort, Soort regel, Regelsoort, Regeltype,
            Begroting/realisatie, Begroting of realisatie, Begroting/werkelijk, Budget/realisatie,
            Budget/actual, Budget or actual, Kind of amount, Type of amount, B/R, R/B, B/W,
            Begroting/werkelijkheid""",
            "",
            "Soort, Type, Kind, Status, Categorie, Versie, Scenario, Fase",
        ),
        choices=BUDGET_KINDS,
        refusal=messages.AMOUNT_KIND_UNKNOWN,
        tells=True,
    ),
    Field(
        c.DESCRIPTION,
        Text("Description"),
        Sort.TEXT,
        meaning="its description",
        headings=Tiers(
            """Omschrijving, Omschrijving: Kopregel, Budgetpost, Begrotingspost, Post, Omschrijving
            post, Begrotingsregel, Budgetregel, Beschrijving, Omschr., Description, Budget item,
            Budget line, Item, Line item""",
            """Regel, Onderwerp, Titel, Activiteit, Kostenpost, Omschrijving grootboekrekening,
            Omschrijving grootboeknummer, Grootboekomschrijving, Naam grootboekrekening, Subject,
            Title, Activity""",
            "Naam, Product, Project, Toelichting, Name",
        ),
        tells=True,
    ),
    Field(
        c.AMOUNT,
        Text("Amount"),
        Sort.AMOUNT,
        meaning="the amount in cents",
        always=True,
        headings=Tiers(
            """Bedrag, Bedrag €, Bedrag (EUR), Bedrag in euro, Totaalbedrag, Totaal bedrag,
            Factuurbedrag, Bedrag excl. btw, Verleend bedrag, Toegekend bedrag, Subsidiebedrag,
            Amount, Amount (EUR), Total amount""",
            """Verleend, Kosten, Totale kosten, €, Euro, EUR, Cost, Costs, Lasten, Bedrag debet,
            Boekbedrag, Bedrag in LV, Bedrag LV, Bedrag in lokale valuta, Bedrag lokale valuta,
            Bedrag in huisvaluta, Bedrag huisvaluta, Bedrag in bedrijfsvaluta, Waarde/COval.,
            Waarde rapp.val., Geboekt bedrag, Accounted amount,
            Amount in local currency, Amount in LC,
            Amount in company code currency""",
            """Saldo, Debet, Totaal, Bedrag D, Bedrag af, Bedrag debit, Debit, Dr, Accounted Dr, D,
            Af, Bedrag cumulatief, Cumulatief bedrag, Saldo cumulatief, Cumulatief saldo""",
        ),
        compound="bedrag",
    ),
    # A list can have a column for each kind of amount: such a row gives a line for each.
    Field(
        c.BUDGETED,
        Text("Budgeted"),
        Sort.AMOUNT,
        headings=Tiers(
            """Begroting actueel, Actuele begroting, Actueel budget, Begroting na wijziging,
            Begroting na wijzigingen, Begroting incl. wijzigingen, Begroting inclusief
            wijzigingen, Bijgestelde begroting, Begroting bijgesteld, Gewijzigde begroting,
            Begroting gewijzigd, Aangepast budget, Budget na wijziging, Begroting, Begroot,
            Begroot bedrag, Budget, Jaarbudget, Raming, Geraamd, Raming na wijziging,
            Budgetbedrag, Begrotingsbedrag, Budgeted, Budgeted amount, Current budget, Revised
            budget, Planned amount, Geautoriseerd""",
            """Begroting primitief, Primitieve begroting, Begroting origineel, Oorspronkelijke
            begroting, Oorspronkelijk budget, Begroting oorspronkelijk, Raming primitief,
            Primitieve raming, Original budget, Gepland, Planned, Primitief, Actueel, Na wijziging,
            Stand na wijziging, Bijgesteld""",
        ),
        stored=False,
    ),
    Field(
        c.ACTUAL,
        Text("Actual amount"),
        Sort.AMOUNT,
        headings=Tiers(
            """Realisatie, Gerealiseerd, Werkelijk, Werkelijke kosten, Werkelijke uitgaven,
            Werkelijke lasten, Gerealiseerd bedrag, Realisatiebedrag, Besteed, Besteed bedrag,
            Bestedingen, Uitgaven, Uitgegeven, Actual, Actuals, Actual amount, Actual costs,
            Spent, Realised, Realized, Realisatie maand, Realisatie periode, Realisatie deze maand,
            Realisatie in de maand""",
            "Jaarrekening, Geboekt, Betaald, Paid, Expenditure",
            """Realisatie cumulatief, Cumulatieve realisatie, Realisatie YTD, Realisatie t/m maand,
            Realisatie t/m periode, Realisatie t/m, Werkelijk cumulatief, Cumulatief werkelijk""",
        ),
        stored=False,
    ),
    Field(
        c.COMMITMENT,
        Text("Commitment"),
        Sort.AMOUNT,
        headings=Tiers(
            """Verplichting, Verplichtingen, Verplicht, Verplichting(en), Aangegane verplichtingen,
            Openstaande verplichtingen, Open verplichtingen, Verplichtingen open, Verplicht
            bedrag, Aangegaan, Committed, Commitment, Commitments, Commitment amount""",
            """Obligo, Reserveringen, Reservering, Bedrag verplichting, Verplichtingsbedrag,
            Orderbedrag, Bestelbedrag""",
        ),
        stored=False,
    ),
    Field(
        c.DEPARTMENT,
        Text("Department"),
        Sort.NAME,
        meaning="the department it is about",
        headings=DEPARTMENT_HEADINGS,
        compound="afdeling",
        tells=True,
    ),
    Field(
        c.THEME,
        Text("Theme"),
        Sort.NAME,
        meaning="the theme it is about",
        headings=Tiers(THEME_HEADINGS.strong),
        compound="thema",
        tells=True,
    ),
    Field(
        c.ACCOUNT,
        Text("Account"),
        Sort.CODE,
        meaning="the account",
        headings=Tiers(
            """Grootboek, Grootboekrekening, Grootboeknummer, Grootboeknr., Grootboekrek.,
            Grootboekrekening nummer, GB-rekening, Grbk., Grootboekcode, Hoofdrekening, Account,
            Account number, GL account, General ledger account, Ledger account""",
            "Kostensoort, Rekening, Rekeningnummer, Rek.nr., Kostenplaats, Kostenplaats: Code",
            "Taakveld, Budgetnummer, Budgetcode",
        ),
        tells=True,
    ),
    # What the export of a financial system adds.
    Field(
        c.SUPPLIER,
        Text("Supplier"),
        Sort.CODE,
        meaning="the supplier, in an export of a financial system",
        tells=True,
    ),
    Field(
        c.COST_CENTRE,
        Text("Cost centre"),
        Sort.CODE,
        meaning="the cost centre, in an export of a financial system",
        tells=True,
    ),
    Field(
        c.TASK_FIELD,
        Text("Task field"),
        Sort.CODE,
        meaning="the task field, in an export of a financial system",
        tells=True,
    ),
    Field(
        c.CONCERNS,
        Text("About Platform31"),
        Sort.FLAG,
        meaning="whether it concerns Platform31; missing: nobody decided",
    ),
    Field(
        c.DECIDED_BY,
        Text("Decided by"),
        Sort.CODE,
        meaning="`rule`, `exception`, `sheet` or `person`; missing: nobody decided",
    ),
    Field(
        c.CONTRIBUTION,
        Text("Yearly contribution"),
        Sort.FLAG,
        meaning="whether a person called it an invoice of the contribution; missing: nobody did",
    ),
    Field(
        c.CUMULATIVE,
        Text("Amount since 1 January"),
        Sort.FLAG,
        meaning="whether it holds the months before it too",
    ),
    # What a line is worked out from.
    Field(c.DEBIT, Text("Debit"), Sort.AMOUNT, stored=False),
    Field(c.CREDIT, Text("Credit"), Sort.AMOUNT, stored=False),
    Field(c.SIDE, Text("Debit or credit"), Sort.CODE, stored=False),
    Field(c.PERIOD, Text("Period"), Sort.CALENDAR, stored=False),
    Field(c.BOOKING, Text("Text of the booking"), Sort.TEXT, stored=False),
    Field(c.CATEGORY, Text("Economic category"), Sort.CODE, stored=False),
    Field(c.MUNICIPALITY, Text("Municipality"), Sort.CODE, stored=False),
    Field(c.REPORT, Text("Report"), Sort.CODE, stored=False),
)
