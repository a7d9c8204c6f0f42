"""What people call the columns, in Dutch and English: the one place that knows.

Each column has three tiers, parted by commas. Strong: hardly ever means anything else. Fair: used
when no strong heading is there and the values do not contradict. Weak: used only when the column is
otherwise missing and the values speak for it. Earlier in a tier is better.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from data import columns as c
from data.cells.keys import heading_key, word_set


class Tiers(NamedTuple):
    """The synonyms of one column, comma-separated, by how much they can be trusted."""

    strong: str
    fair: str = ""
    weak: str = ""


_DEPARTMENT = Tiers(
    """Afdeling, Afd., Afdelingsnaam, Naam afdeling, Afdeling naam, Vakafdeling,
    Aanvragende afdeling, Afdeling aanvrager, Aanvrager (afdeling), Vragende afdeling,
    Betrokken afdeling, Gebruikende afdeling, Afd. naam, Afdeling/team, Afdelingen, Department,
    Department name, Dept., Dep., Departement, Requesting department, Organisatieonderdeel,
    Org.onderdeel, Organisatie-onderdeel, Organisatie-eenheid, Org.eenheid, Org. eenh.,
    Organisatorische eenheid, Bedrijfsonderdeel, Budgethouder afdeling, Afdeling budgethouder,
    Budgethoudende afdeling, Dienst/afdeling, Afdeling/dienst""",
    """Hoofdafdeling, Eenheid, Onderdeel, Unit, Org unit, Organizational unit,
    Organisational unit, Business unit, Dienst, Dienstonderdeel, Division, Directorate""",
    """Team, Teamnaam, Sector, Cluster, Directie, Vakgroep, Afdelingscode, Afd. code, Aanvrager,
    Aanvrager/afdeling, Gebruiker, Opdrachtgever, Klant, Vrager, Requester, Organisatie""",
)
_THEME = Tiers(
    """Thema, Thema's, Themanaam, Naam thema, Thema naam, Beleidsthema, Kennisthema, Hoofdthema,
    Thema Platform31, Thema P31, P31-thema, Platform31-thema, Thema G40, Theme, Themes, Theme name,
    Policy theme, Thema/onderwerp""",
    """Beleidsveld, Beleidsterrein, Themagebied, Themaveld, Kennisgebied, Kennisveld,
    Inhoudelijk thema, Policy area, Policy field""",
    """Onderwerp, Topic, Themacode, Opgave, Programma, Programmalijn, Aandachtsgebied, Categorie,
    Rubriek, Vakgebied, Werkveld, Subject, Area, Category""",
)

USAGE_HEADINGS: Mapping[str, Tiers] = {
    c.DATE: Tiers(
        """Datum, Dat., Datum gebruik, Datum van gebruik, Gebruiksdatum, Datum inzet, Inzetdatum,
        Datum advies, Adviesdatum, Datum activiteit, Activiteitdatum, Datum bijeenkomst,
        Datum ondersteuning, Datum uitvoering, Uitvoeringsdatum, Wanneer, Datums, Date,
        Date of use, Usage date, Use date, Date used, Activity date, Meeting date, Event date,
        Session date, Service date, Support date, Advice date, Consultation date""",
        """Boekdatum, Boekingsdatum, Datum contact, Contactdatum, Datum aanvraag, Aanvraagdatum,
        Datum verzoek, Datum vraag, Startdatum, Begindatum, Datum start, Datum begin, Datum van,
        Datum vanaf, Factuurdatum, Transactiedatum, Datum en tijd, Dag, Day, Start date,
        Request date, Booking date, Posting date, Invoice date""",
        """Periode, Maand, Mnd, Kwartaal, Kw., Week, Weeknr., Weeknummer, Wk., Tijdstip,
        Wijzigingsdatum, Invoerdatum,
        Registratiedatum, Mutatiedatum, Einddatum, Afronddatum, Datum afronding, Tijdstempel,
        Jaar, Period, Month, Quarter, Timestamp, Vanaf, Van, Start, Begin, Moment, From,
        Jaar/kwartaal, Jaar/maand, Jaar en kwartaal, Jaar en maand, Kwartaal/jaar,
        Maand/jaar, Maand en jaar""",
    ),
    c.YEAR: Tiers(
        "Jaar, Kalenderjaar, Boekjaar, Jr., Jaartal, Jaar van gebruik, Year, Calendar year",
        "Begrotingsjaar, Dienstjaar, Verslagjaar, Fiscal year, Financial year",
        "Periode, Period",
    ),
    c.QUARTER: Tiers("Kwartaal, Kw., Kwrt., Kwart., Kwartaalnr., Q, Qtr., Quarter", "", "Periode"),
    c.MONTH: Tiers("Maand, Mnd., Maandnummer, Maandnr., Month", "", "Periode, Period"),
    c.DEPARTMENT: _DEPARTMENT,
    c.THEME: _THEME,
    c.FORM: Tiers(
        """Vorm, Vorm van ondersteuning, Ondersteuningsvorm, Vorm van inzet, Vorm ondersteuning,
        Soort ondersteuning, Type ondersteuning, Vorm van gebruik, Werkvorm, Soort inzet,
        Type inzet, Inzetvorm, Soort activiteit, Activiteitsoort, Activiteitensoort,
        Type activiteit, Activiteittype, Soort vraag, Type vraag, Soort bijeenkomst,
    Soort gebruik, Soort dienst, Soort dienstverlening,
        Type dienstverlening, Adviesvorm, Vorm/soort, Form, Form of support, Kind of support,
        Type of support, Support type, Support form, Type of activity, Activity type""",
        "Instrument, Kind",
        """Soort, Type, Product, Productsoort, Activiteit, Dienst, Dienstverlening, Categorie,
        Ondersteuning, Inzet, Activity, Category, Support, Format""",
    ),
    c.CHANNEL: Tiers(
        """Kanaal, Contactkanaal, Contact via, Aangevraagd via, Aanvraag via, Binnengekomen via,
        Toegang via, Via kanaal, Direct of netwerk, Direct/netwerk, Direct of via netwerk,
        Direct/themagroep, Direct of via themagroep, Netwerk of direct, Channel, Access channel,
        Direct or network, Direct/network""",
        "Via, Route, Toegang, Ingang, Contactwijze, Wijze van contact",
        "Herkomst, Bron, Weg, Loket, Access, Source",
    ),
    c.SHARE: Tiers(
        """40/60, 60/40, 40-60, 40%/60%, 40 % / 60 %, 40% of 60%, 40/60-deel, Deel 40/60,
        Deel (40/60), Verdeling 40/60, Aandeel 40/60, Budgetdeel, Algemeen/maatwerk,
        Algemeen of maatwerk, Alg./maatwerk, Maatwerk/algemeen, Deel overeenkomst,
        Deel contributie, Deel bijdrage, Contributiedeel, General/tailored, General or tailored""",
        "Deel, Aandeel, Share, Maatwerk",
        "Verdeling, Budgetsoort, Soort budget, Ten laste van, Part",
    ),
    c.SUBJECT: Tiers(
        """Onderwerp, Omschrijving, Korte omschrijving, Vraag, Adviesvraag, Hulpvraag,
        Kennisvraag, Ondersteuningsvraag, Vraagstelling, Vraagstuk, Titel, Naam activiteit,
        Omschrijving activiteit, Onderwerp/vraag, Beschrijving, Omschr., Subject, Description,
        Title, Question, Request""",
        "Casus, Inhoud, Activiteit, Activity, Topic, Projectnaam, Naam project, Project",
        "Toelichting, Product",
    ),
    c.HOURS: Tiers(
        """Uren, Aantal uren, Aant. uren, Uren inzet, Ureninzet, Inzet (uren), Inzet in uren,
        Inzet uren, Bestede uren, Uren besteed, Gerealiseerde uren, Werkelijke uren,
        Uren werkelijk, Uren realisatie, Gewerkte uren, Urenbesteding, Adviesuren, Totaal uren,
        Uren totaal, Totaal aantal uren, Uur, Aantal uur, Hours, Hrs., Number of hours,
        No. of hours, Hours spent, Hours used, Total hours, Tijd (uren), Time spent""",
        """Dagen, Aantal dagen, Inzet in dagen, Inzet (dagen), Bestede dagen, Dgn.,
        Tijdsbesteding, Tijdbesteding, Tijdsinzet, Bestede tijd, Tijdsduur, Days,
        Number of days, Time spent (hours), Minuten, Aantal minuten, Duur in minuten,
        Tijd in minuten, Minutes, Dagdelen, Aantal dagdelen""",
        "Tijd, Inzet, Duur, Time, Effort, Duration",
    ),
    c.PARTICIPANTS: Tiers(
        """Deelnemers, Aantal deelnemers, Aant. deelnemers, Deeln., Aantal deeln., #deelnemers,
        Deelnemersaantal, Deelnemeraantal, Aantal personen, Aantal pers., Aant. pers.,
        Aantal aanwezigen, Aanwezigen, Aantal medewerkers, Aantal deelnemende medewerkers,
        Participants, Attendees, Number of participants, No. of participants,
        Number of attendees, Attendance""",
        "Personen, Pers., Opkomst, Bezoekers, Aantal bezoekers, Aanwezig, People, Persons",
    ),
    c.AMOUNT: Tiers(
        """Bedrag, Bedrag €, Bedrag (EUR), Bedrag in euro, Kosten, Kosten excl. btw,
        Totaalbedrag, Totaal bedrag, Totale kosten, Kosten totaal, Factuurbedrag, Kostprijs,
        Amount, Cost, Costs, Total amount, Total cost""",
        "€, Euro, EUR, Uitgaven, Prijs, Waarde in euro, Price",
    ),
}

BUDGET_HEADINGS: Mapping[str, Tiers] = {
    c.YEAR: Tiers(
        """Jaar, Boekjaar, Begrotingsjaar, Kalenderjaar, Jr., Dienstjaar, Jaartal, Year,
        Fiscal year, Financial year, Budget year""",
        "Verslagjaar",
        "Periode, Period",
    ),
    c.DATE: Tiers(
        """Datum, Dat., Boekdatum, Boekingsdatum, Factuurdatum, Transactiedatum, Datum boeking,
        Datum factuur, Date, Booking date, Posting date, Invoice date, Transaction date""",
        "Betaaldatum, Mutatiedatum, Valutadatum, Datum betaling, Dag, Day, Payment date",
        "Periode, Maand, Kwartaal, Period, Month, Quarter, Jaar/maand, Jaar/kwartaal, Jaar",
    ),
    c.BUDGET_KIND: Tiers(
        """Soort bedrag, Type bedrag, Bedragsoort, Soort regel, Regelsoort, Regeltype,
        Begroting/realisatie, Begroting of realisatie, Begroting/werkelijk, Budget/realisatie,
        Budget/actual, Budget or actual, Kind of amount, Type of amount""",
        "",
        "Soort, Type, Kind, Status, Categorie, Versie, Scenario, Fase",
    ),
    c.DESCRIPTION: Tiers(
        """Omschrijving, Omschrijving: Kopregel, Budgetpost, Begrotingspost, Post,
        Omschrijving post, Begrotingsregel, Budgetregel, Beschrijving, Omschr., Description,
        Budget item, Budget line, Item, Line item""",
        """Regel, Onderwerp, Titel, Activiteit, Kostenpost, Omschrijving grootboekrekening,
        Omschrijving grootboeknummer, Grootboekomschrijving, Naam grootboekrekening, Subject,
        Title, Activity""",
        "Naam, Product, Project, Toelichting, Name",
    ),
    c.AMOUNT: Tiers(
        """Bedrag, Bedrag €, Bedrag (EUR), Bedrag in euro, Totaalbedrag, Totaal bedrag,
        Factuurbedrag, Bedrag excl. btw, Amount, Amount (EUR), Total amount""",
        "Kosten, Totale kosten, €, Euro, EUR, Cost, Costs, Lasten, Bedrag debet, Boekbedrag",
        "Saldo, Debet, Totaal",
    ),
    c.BUDGETED: Tiers(
        """Begroting actueel, Actuele begroting, Actueel budget, Begroting na wijziging,
        Begroting na wijzigingen, Begroting incl. wijzigingen, Begroting inclusief wijzigingen,
        Bijgestelde begroting, Begroting bijgesteld, Gewijzigde begroting, Begroting gewijzigd,
        Aangepast budget, Budget na wijziging, Begroting, Begroot, Begroot bedrag, Budget,
        Jaarbudget, Raming, Geraamd, Raming na wijziging, Budgetbedrag, Begrotingsbedrag,
        Budgeted, Budgeted amount, Current budget, Revised budget, Planned amount,
        Geautoriseerd""",
        """Begroting primitief, Primitieve begroting, Begroting origineel,
        Oorspronkelijke begroting, Oorspronkelijk budget, Begroting oorspronkelijk,
        Raming primitief, Primitieve raming, Original budget, Gepland, Planned""",
    ),
    c.ACTUAL: Tiers(
        """Realisatie, Gerealiseerd, Werkelijk, Werkelijke kosten, Werkelijke uitgaven,
        Werkelijke lasten, Gerealiseerd bedrag, Realisatiebedrag, Besteed, Besteed bedrag,
        Bestedingen, Uitgaven, Uitgegeven, Actual, Actuals, Actual amount, Actual costs, Spent,
        Realised, Realized""",
        "Jaarrekening, Geboekt, Betaald, Paid, Expenditure",
    ),
    c.COMMITMENT: Tiers(
        """Verplichting, Verplichtingen, Verplicht, Verplichting(en), Aangegane verplichtingen,
        Openstaande verplichtingen, Open verplichtingen, Verplichtingen open, Verplicht bedrag,
        Aangegaan, Committed, Commitment, Commitments, Commitment amount""",
        "Obligo, Reserveringen, Reservering",
    ),
    c.DEPARTMENT: _DEPARTMENT,
    c.THEME: Tiers(_THEME.strong),
    c.ACCOUNT: Tiers(
        """Grootboek, Grootboekrekening, Grootboeknummer, Grootboeknr., Grootboekrek.,
        Grootboekrekening nummer, GB-rekening, Grbk., Grootboekcode, Hoofdrekening, Account,
        Account number, GL account, General ledger account, Ledger account""",
        "Kostensoort, Rekening, Rekeningnummer, Rek.nr., Kostenplaats, Kostenplaats: Code",
        "Taakveld, Budgetnummer, Budgetcode",
    ),
}

HEADINGS: Mapping[str, Mapping[str, Tiers]] = {c.USAGE: USAGE_HEADINGS, c.BUDGET: BUDGET_HEADINGS}

# A Dutch compound means what its last part means: an adviesdatum is a datum.
COMPOUND_ENDINGS: Mapping[str, str] = {
    c.DATE: "datum",
    c.DEPARTMENT: "afdeling",
    c.THEME: "thema",
    c.HOURS: "uren",
    c.AMOUNT: "bedrag",
}

# Words that change nothing about what a heading means.
NEUTRAL_WORDS = word_set(
    """p31 platform31 g40 de het een van voor in op bij per en of door der den s the of for a an
    by naam name welk welke uw betrokken betreffende gekozen g32 gemeente haarlem bijbehorend
    bijbehorende"""
)

# A word that turns a heading into something else, wherever it stands.
OTHER_MEANING = word_set(
    """opmerking opmerkingen opm eigenaar contactpersoon contactpersonen contact persoon
    medewerker medewerkers email mail e-mail telefoon tel manager hoofd leidinggevende adres
    adressen akkoord status url link bestand tarief uurtarief percentage btw verschil saldo
    restant resterend resterende beschikbaar beschikbare verwacht verwachte cumulatief cum
    vorig vorige volgend volgende volgnummer wijziging wijzigingen begrotingswijziging
    gemiddeld gemiddelde maximaal maximum max minimaal minimum min domein pijler som sum count
    average geboortedatum vervaldatum deadline leverancier crediteur debiteur iban notes
    remarks remark comment comments owner person employee phone evaluatie tevredenheid cijfer
    score prioriteit namen namenlijst verlofuren overuren te nog fte ftes formatie rating
    temperatuur graden leeftijd"""
)

# What is planned has not been used.
PLANNED_WORDS = word_set(
    """gepland geplande planning plan begroot begrote geraamd geraamde offerte aangevraagd
    aangevraagde toegekend toegekende planned budgeted estimated"""
)

# The moment of typing in is not the moment of use; good enough only when there is no other.
ENTRY_WORDS = word_set(
    """ingevoerd invoer wijziging gewijzigd aangemaakt aanmaak registratie geregistreerd mutatie
    export einde eind afronding afgerond gereed print ontvangst created modified entered
    changed updated end"""
)

# A code stands in for its name only when there is no name.
CODE_WORDS = word_set("code nr nummer id afk afkorting no number")

# Ordinary words that are one slip away from a synonym.
NOT_MISSPELLED = word_set(
    """sport doel verlichting verrichting verdichting besteld bestelde persoon person shape
    shared gedrag maat schema dagelijks plaats vragen posten kasten kansen gebied verkoop
    routes regio direct dienst diensten vormen titels tijden duurt uitgever soorten themagroep
    project projecten producten beschikking bestand onderwijs onderzoek datzelfde actief house
    mouth"""
)

# What stands in the upper of two heading rows when it only groups the columns under it.
GROUP_WORDS = word_set(
    """wie wat wanneer waar hoe aanvrager aanvraag inzet ondersteuning gebruik algemeen gegevens
    basisgegevens organisatie inhoud inhoudelijk kosten financieel financien budget begroting
    realisatie tijd omvang periode who what when effort request costs general details vraag
    registratie capaciteit deelname thema afdeling bedragen lasten uren
    algemene aantallen planning organisation organization finance financial"""
)


class Synonym(NamedTuple):
    """One way to say a column: how far it can be trusted (0 to 100) and its tier."""

    score: float
    tier: int


_TIER_SCORES = (100.0, 80.0, 50.0)


@lru_cache(maxsize=4)
def synonyms(kind: str) -> Mapping[str, Mapping[str, Synonym]]:
    """For one kind: key without spaces -> column -> how good that synonym is."""
    found: dict[str, dict[str, Synonym]] = {}
    for column, tiers in HEADINGS[kind].items():
        for tier, texts in enumerate(tiers):
            names = [" ".join(text.split()) for text in texts.split(",")]
            for place, name in enumerate(filter(None, names)):
                key = heading_key(name).replace(" ", "")
                known = found.setdefault(key, {})
                known.setdefault(column, Synonym(_TIER_SCORES[tier] - place * 0.1, tier))
    return found


@lru_cache(maxsize=4)
def vocabulary(kind: str) -> tuple[str, ...]:
    """The words of the trusted synonyms that are long enough to recognise when misspelled."""
    words = {
        word
        for tiers in HEADINGS[kind].values()
        for text in f"{tiers.strong}, {tiers.fair}".split(",")
        for word in heading_key(text).split()
        if len(word) >= 5
    }
    return tuple(sorted(words))
