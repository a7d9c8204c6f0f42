"""The columns of a usage record, each declared once; the order is that of tables and exports."""

from __future__ import annotations

from data import columns as c
from data.fields import messages
from data.fields.choices import CHANNELS, FORMS, PRECISIONS, SHARES
from data.fields.field import Entry, Field, Sort, Tiers
from data.fields.rules import at_least, at_most, required
from texts import Text

DEPARTMENT_HEADINGS = Tiers(
    """Afdeling, Afd., Afdelingsnaam, Naam afdeling, Afdeling naam, Vakafdeling, Aanvragende
    afdeling, Afdeling aanvrager, Aanvrager (afdeling), Vragende afdeling, Betrokken afdeling,
    Gebruikende afdeling, Afd. naam, Afdeling/team, Afdelingen, Department, Department name,
    Dept., Dep., Departement, Requesting department, Organisatieonderdeel, Org.onderdeel,
    Organisatie-onderdeel, Organisatie-eenheid, Org.eenheid, Org. eenh., Organisatorische eenheid,
    Bedrijfsonderdeel, Budgethouder afdeling, Afdeling budgethouder, Budgethoudende afdeling,
    Dienst/afdeling, Afdeling/dienst""",
    """Hoofdafdeling, Eenheid, Onderdeel, Unit, Org unit, Organizational unit, Organisational unit,
    Business unit, Dienst, Dienstonderdeel, Division, Directorate""",
    """Team, Teamnaam, Sector, Cluster, Directie, Vakgroep, Afdelingscode, Afd. code, Aanvrager,
    Aanvrager/afdeling, Gebruiker, Opdrachtgever, Klant, Vrager, Requester, Organisatie""",
)
THEME_HEADINGS = Tiers(
    """Thema, Thema's, Themanaam, Naam thema, Thema naam, Beleidsthema, Kennisthema, Hoofdthema,
    Thema Platform31, Thema P31, P31-thema, Platform31-thema, Thema G40, Theme, Themes, Theme
    name, Policy theme, Thema/onderwerp""",
    """Beleidsveld, Beleidsterrein, Themagebied, Themaveld, Kennisgebied, Kennisveld, Inhoudelijk
    thema, Policy area, Policy field""",
    """Onderwerp, Topic, Themacode, Opgave, Programma, Programmalijn, Aandachtsgebied, Categorie,
    Rubriek, Vakgebied, Werkveld, Subject, Area, Category""",
)

USAGE = (
    Field(
        c.DATE,
        Text("Date"),
        Sort.DAY,
        meaning="the day, or the first day of the period",
        always=True,
        headings=Tiers(
            """Datum, Dat., Datum gebruik, Datum van gebruik, Gebruiksdatum, Datum inzet,
            Inzetdatum, Datum advies, Adviesdatum, Datum activiteit, Activiteitdatum,
            Datum bijeenkomst, Datum ondersteuning, Datum uitvoering, Uitvoeringsdatum, Wanneer,
            Datums, When, Date, Date of use, Usage date, Use date, Date used, Activity date,
            Meeting date, Event date, Session date, Service date,
            Support date, Advice date, Consultation date""",
            """Boekdatum, Boekingsdatum, Datum contact, Contactdatum, Datum aanvraag, Aanvraagdatum,
            Datum verzoek, Datum vraag, Startdatum, Begindatum, Datum start, Datum begin, Datum
            van, Datum vanaf, Factuurdatum, Transactiedatum, Datum en tijd, Dag, Day, Start date,
            Request date, Booking date, Posting date, Invoice date""",
            """Periode, Maand, Mnd, Kwartaal, Kw., Week, Weeknr., Weeknummer, Wk., Tijdstip,
            Wijzigingsdatum, Invoerdatum,
            Registratiedatum, Mutatiedatum, Einddatum, Afronddatum, Datum afronding, Tijdstempel,
            Start time, Begintijd, Completion time, Tijd van voltooien, Submission date,
            Jaar, Period, Month, Quarter, Timestamp, Vanaf, Van, Start, Begin, Moment, From,
            Jaar/kwartaal, Jaar/maand, Jaar en kwartaal, Jaar en maand, Kwartaal/jaar, Maand/jaar,
            Maand en jaar""",
        ),
        compound="datum",
        rules=(
            required(messages.DATE_MISSING),
            at_least(
                "earliest_date",
                messages.DATE_TOO_EARLY,
            ),
            at_most(
                "last_allowed_date",
                messages.DATE_IN_FUTURE,
            ),
        ),
        tells=True,
        entry=Entry(Text("The day on which it took place."), "03-04-2019", 12),
    ),
    Field(
        c.DATE_PRECISION,
        Text("Date exact to"),
        Sort.PRECISION,
        meaning="`day`, `month`, `quarter` or `year`",
        always=True,
        choices=PRECISIONS,
    ),
    Field(
        c.YEAR,
        Text("Year"),
        Sort.CALENDAR,
        headings=Tiers(
            "Jaar, Kalenderjaar, Boekjaar, Jr., Jaartal, Jaar van gebruik, Year, Calendar year",
            "Begrotingsjaar, Dienstjaar, Verslagjaar, Fiscal year, Financial year",
            "Periode, Period",
        ),
        stored=False,
    ),
    Field(
        c.QUARTER,
        Text("Quarter"),
        Sort.CALENDAR,
        headings=Tiers(
            "Kwartaal, Kw., Kwrt., Kwart., Kwartaalnr., Q, Qtr., Quarter",
            "",
            "Periode",
        ),
        stored=False,
    ),
    Field(
        c.MONTH,
        Text("Month"),
        Sort.CALENDAR,
        headings=Tiers(
            "Maand, Mnd., Maandnummer, Maandnr., Month",
            "",
            "Periode, Period",
        ),
        stored=False,
    ),
    Field(
        c.DEPARTMENT,
        Text("Department"),
        Sort.NAME,
        meaning="the department it is about",
        always=True,
        headings=DEPARTMENT_HEADINGS,
        compound="afdeling",
        rules=(required(messages.DEPARTMENT_MISSING),),
        tells=True,
        address="afdeling",
        entry=Entry(
            Text("Your department. Not in the list? Type the name in full."),
            Text("Youth and Education"),
            32,
            asked=False,
        ),
    ),
    Field(
        c.THEME,
        Text("Theme"),
        Sort.NAME,
        meaning="the theme it is about",
        always=True,
        headings=THEME_HEADINGS,
        compound="thema",
        rules=(required(messages.THEME_MISSING),),
        tells=True,
        address="thema",
        entry=Entry(
            Text("What it was about. Not in the list? Type the name in full."),
            Text("Housing market"),
            32,
        ),
    ),
    Field(
        c.FORM,
        Text("Form"),
        Sort.CHOICE,
        meaning="the form of the use",
        headings=Tiers(
            """Vorm, Vorm van ondersteuning, Ondersteuningsvorm, Vorm van inzet, Vorm ondersteuning,
            Soort ondersteuning, Type ondersteuning, Vorm van gebruik, Werkvorm, Soort inzet, Type
            inzet, Inzetvorm, Soort activiteit, Activiteitsoort, Activiteitensoort, Type
            activiteit, Activiteittype, Soort vraag, Type vraag, Soort bijeenkomst, Soort gebruik,
            Soort dienst, Soort dienstverlening, Type dienstverlening, Adviesvorm, Vorm/soort,
            Form, Form of support, Kind of support, Type of support, Support type, Support form,
            Type of activity, Activity type""",
            "Instrument, Kind",
            """Soort, Type, Product, Productsoort, Activiteit, Dienst, Dienstverlening, Categorie,
            Ondersteuning, Inzet, Activity, Category, Support, Format""",
        ),
        choices=FORMS,
        refusal=messages.FORM_UNKNOWN,
        address="vorm",
        entry=Entry(Text("What kind of support it was."), width=22),
    ),
    Field(
        c.CHANNEL,
        Text("Channel"),
        Sort.CHOICE,
        meaning="`direct`, or by way of the `network`",
        headings=Tiers(
            """Kanaal, Contactkanaal, Contact via, Aangevraagd via, Aanvraag via, Binnengekomen via,
            Toegang via, Via kanaal, Direct of netwerk, Direct/netwerk, Direct of via netwerk,
            Direct/themagroep, Direct of via themagroep, Netwerk of direct, Channel, Access
            channel, Direct or network, Direct/network""",
            "Via, Route, Toegang, Ingang, Contactwijze, Wijze van contact",
            "Herkomst, Bron, Weg, Loket, Access, Source",
        ),
        choices=CHANNELS,
        refusal=messages.CHANNEL_UNKNOWN,
        address="kanaal",
        entry=Entry(Text("Direct: your department itself. Network: through a G40 theme group.")),
    ),
    Field(
        c.SHARE,
        Text("Part (40/60)"),
        Sort.CHOICE,
        meaning="`general` (the 40%) or `tailored` (the 60%)",
        headings=Tiers(
            """40/60, 60/40, 40-60, 40%/60%, 40 % / 60 %, 40% of 60%, 40/60-deel, Deel 40/60, Deel
            (40/60), Verdeling 40/60, Aandeel 40/60, Budgetdeel, Algemeen/maatwerk, Algemeen of
            maatwerk, Alg./maatwerk, Maatwerk/algemeen, Deel overeenkomst, Deel contributie, Deel
            bijdrage, Contributiedeel, General/tailored, General or tailored""",
            "Deel, Aandeel, Share, Maatwerk",
            "Verdeling, Budgetsoort, Soort budget, Ten laste van, Part",
        ),
        choices=SHARES,
        refusal=messages.SHARE_UNKNOWN,
        address="deel",
        entry=Entry(
            Text(
                "General: open to all cities (the 40 %). Tailored: for our city alone (the 60 %)."
            ),
            heading=Text("Share"),
        ),
    ),
    Field(
        c.SUBJECT,
        Text("Subject"),
        Sort.TEXT,
        meaning="what it was about",
        headings=Tiers(
            """Onderwerp, Omschrijving, Korte omschrijving, Vraag, Adviesvraag, Hulpvraag,
            Kennisvraag, Ondersteuningsvraag, Vraagstelling, Vraagstuk, Titel, Naam activiteit,
            Omschrijving activiteit, Onderwerp/vraag, Beschrijving, Omschr., Subject, Description,
            Title, Question, Request""",
            "Casus, Inhoud, Activiteit, Activity, Topic, Projectnaam, Naam project, Project",
            "Toelichting, Product",
        ),
        tells=True,
        entry=Entry(
            Text("A few words that others recognise. No names of persons."),
            Text("Advice on rent policy"),
            44,
        ),
    ),
    Field(
        c.HOURS,
        Text("Hours"),
        Sort.HOURS,
        meaning="hours of Platform31",
        headings=Tiers(
            """Uren, Aantal uren, Aant. uren, Uren inzet, Ureninzet, Inzet (uren), Inzet in uren,
            Inzet uren, Bestede uren, Uren besteed, Gerealiseerde uren, Werkelijke uren, Uren
            werkelijk, Uren realisatie, Gewerkte uren, Urenbesteding, Adviesuren, Totaal uren,
            Uren totaal, Totaal aantal uren, Uur, Aantal uur, Hours, Hrs., Number of hours, No. of
            hours, Hours spent, Hours used, Total hours, Tijd (uren), Time spent""",
            """Dagen, Aantal dagen, Inzet in dagen, Inzet (dagen), Bestede dagen, Dgn.,
            Tijdsbesteding, Tijdbesteding, Tijdsinzet, Bestede tijd, Tijdsduur, Days, Number of
            days, Time spent (hours), Minuten, Aantal minuten, Duur in minuten,
            Tijd in minuten, Minutes, Seconden, Tijd in seconden, Duur in seconden, Dagdelen,
            Aantal dagdelen, Adviesdagen, Werkdagen, Aantal werkdagen, Mandagen, Halve dagen,
            Kwartieren, Aantal kwartieren""",
            "Tijd, Inzet, Duur, Time, Effort, Duration",
        ),
        compound="uren",
        rules=(
            at_least(
                0,
                messages.HOURS_NEGATIVE,
            ),
            at_most(
                "max_hours_per_record",
                messages.HOURS_TOO_MANY,
            ),
        ),
        total=Text("{n} hours"),
        entry=Entry(Text("Hours that Platform31 spent on it."), "7,5", 10),
    ),
    Field(
        c.PARTICIPANTS,
        Text("Participants"),
        Sort.COUNT,
        meaning="how many people took part",
        headings=Tiers(
            """Deelnemers, Aantal deelnemers, Aant. deelnemers, Deeln., Aantal deeln., #deelnemers,
            Deelnemersaantal, Deelnemeraantal, Aantal personen, Aantal pers., Aant. pers., Aantal
            aanwezigen, Aanwezigen, Aantal medewerkers, Aantal deelnemende medewerkers,
            Participants, Attendees, Number of participants, No. of participants, Number of
            attendees, Attendance""",
            "Personen, Pers., Opkomst, Bezoekers, Aantal bezoekers, Aanwezig, People, Persons",
        ),
        rules=(
            at_least(
                0,
                messages.PARTICIPANTS_NEGATIVE,
            ),
            at_most(
                "max_participants_per_record",
                messages.PARTICIPANTS_TOO_MANY,
            ),
        ),
        total=Text("{n} participants"),
        entry=Entry(Text("How many people of your department took part."), "3"),
    ),
    Field(
        c.AMOUNT,
        Text("Amount"),
        Sort.AMOUNT,
        meaning="the amount in cents",
        headings=Tiers(
            """Bedrag, Bedrag €, Bedrag (EUR), Bedrag in euro, Kosten, Kosten excl. btw,
            Totaalbedrag, Totaal bedrag, Totale kosten, Kosten totaal, Factuurbedrag, Kostprijs,
            Amount, Cost, Costs, Total amount, Total cost""",
            "€, Euro, EUR, Uitgaven, Prijs, Waarde in euro, Price",
        ),
        compound="bedrag",
        entry=Entry(
            Text("Extra costs in euros, if any. Leave empty if there were none."),
            "540,00",
            14,
            asked=False,
        ),
    ),
)
