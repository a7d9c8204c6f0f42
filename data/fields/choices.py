"""The answers of a column that has a few: each declared once, with what people write for it.

Words and stems are comma-separated; case, accents and punctuation do not count. A word that stands
alone inside a longer text ("leerkring gezondheid") counts too, when it points to one answer only.
"""

from __future__ import annotations

from collections.abc import Sequence

from data import columns as c
from data.fields.field import Choice
from texts import Text

# The coordinator can change the list of forms; these are the ones to begin with, and what is known
# of them.
FORMS = (
    Choice(
        "advies",
        Text("Advice"),
        """adviezen, advies op maat, maatwerkadvies, advisering, advisering beleid,
        beleidsadvies, beleidsadvisering, adviesgesprek, adviesgesprekken, adviesvraag,
        adviestraject, adviesopdracht, adviesuren, advies en ondersteuning, adv, consult,
        consultatie, consultancy, helpdesk, vraagbaak, kennisvraag, spiegelgesprek, second
        opinion, reflectie, klankbord, sparren, sparringsessie, advice, advisory, advising,
        consultation, tailored advice, counsel""",
        stems="advi, consult, helpdesk, vraagbaak, expert, support, ondersteun, begeleid, scan",
    ),
    Choice(
        "leertraject",
        Text("Learning course"),
        """leertrajecten, leerkring, leerkringen, leerkringbijeenkomst, leergang, leergangen,
        leerprogramma, leernetwerk, leeratelier, leersessie, leerbijeenkomst, leren, lerend
        netwerk, learning community, community of practice, training, trainingen, cursus,
        cursussen, opleiding, masterclass, masterclasses, master class, intervisie,
        intervisiegroep, kennistraject, kenniskring, course, courses, learning, learning
        circle, learning track, learning programme, learning program, peer review""",
        stems="leer, kring, masterclass, training, cursus, course, intervisie, learn, community",
    ),
    Choice(
        "externe bijeenkomst",
        Text("External meeting"),
        """externe bijeenkomsten, ondersteuning externe bijeenkomst, ondersteuning externe
        bijeenkomsten, ondersteuning voorbereiding externe bijeenkomst, ondersteuning
        voorbereiding externe bijeenkomsten, voorbereiding externe bijeenkomst, voorbereiding
        externe bijeenkomsten, ondersteuning bijeenkomst, ext bijeenkomst, bijeenkomst
        extern, externe bijk, externe sessie, extern event, external meeting, external
        meetings, external event, support external meeting, support for external meeting,
        supporting external meeting""",
        stems="bijeenkomst",
    ),
    Choice(
        "onderzoek",
        Text("Research"),
        """onderzoeken, onderzoeksproject, onderzoekstraject, toegepast onderzoek,
        praktijkonderzoek, verkenning, verkenningen, trendstudie, trendstudies,
        trendverkenning, studie, casestudie, casestudies, case study, casestudy, evaluatie,
        evaluatieonderzoek, monitor, benchmark, quickscan, quick scan, analyse,
        inventarisatie, enquete, research, study, survey, exploration, evaluation, trend
        study""",
        stems="onderzoek, studie, trend, verkenning, research",
    ),
    Choice(
        "experiment",
        Text("Experiment"),
        """experimenten, experimentenprogramma, pilot, pilots, pilotproject, proeftuin,
        proeftuinen, proef, living lab, lab, wijklab, citylab, stadslab, city deal,
        experiments, testbed, trial""",
        stems="experiment, pilot, lab",
    ),
    Choice(
        "bijeenkomst",
        Text("Meeting"),
        """bijeenkomsten, workshop, workshops, werksessie, werksessies, werkatelier,
        werkateliers, atelier, ateliers, kennisatelier, kennisateliers, kennisbijeenkomst,
        netwerkbijeenkomst, themabijeenkomst, raadsledenbijeenkomst, raadsbijeenkomst,
        expertmeeting, expert meeting, expertsessie, conferentie, conferenties, congres,
        congressen, symposium, seminar, netwerkdag, netwerkdagen, kennisdag, studiedag,
        themadag, werkconferentie, webinar, webinars, trendtalk, lezing, presentatie, sessie,
        sessies, debat, debatten, dialoog, ronde tafel, rondetafel, overleg, werkbezoek,
        excursie, studiereis, themasessie, bijk, event, evenement, meeting, meetings,
        conference, congress, network day, session, sessions, debate, lecture, round table,
        roundtable, site visit, gathering""",
        stems="""confer, congres, netwerk, workshop, webinar, lezing, meeting, event, atelier,
        presentatie, sessie, symposium, debat""",
    ),
    Choice(
        "publicatie",
        Text("Publication"),
        """publicaties, rapport, rapporten, rapportage, eindrapport, handreiking, handreikingen,
        handleiding, leidraad, brochure, factsheet, whitepaper, white paper, paper, essay,
        artikel, artikelen, boek, kennisdossier, kennisdossiers, dossier, nieuwsbrief,
        nieuwsbrieven, podcast, podcasts, blog, video, toolkit, toolbox, website,
        publication, publications, report, reports, guide, guideline, newsletter, article,
        knowledge file""",
        stems="publica, kennis, dossier, podcast, rapport, report",
    ),
    Choice(
        "overig",
        Text("Other form"),
        """overige, overige ondersteuning, anders, anders namelijk, divers, diversen, ander,
        andere, varia, rest, other, others, miscellaneous, misc""",
        stems="overig, other, project",
    ),
)
FORM_NAMES = tuple(form.value for form in FORMS)
CHANNELS = (
    Choice(
        c.DIRECT,
        Text("Directly by the department"),
        """directe, rechtstreeks, rechtstreekse, rechtstreeks contact, direct contact, directe
        vraag, vakafdeling, via vakafdeling, afdeling, via afdeling, via de afdeling, vanuit
        afdeling, eigen afdeling, door afdeling, zelf, eigen, eigen vraag, eigen aanvraag,
        individueel, bilateraal, gemeente, eigen gemeente, d, department, via department,
        directly, own request, own""",
        stems="direct, rechtstreeks",
        written=Text("direct"),
    ),
    Choice(
        c.NETWORK,
        Text("Through a G40 theme group"),
        """netwerk, netwerken, via netwerk, via het netwerk, g40, via g40, via de g40, g40
        netwerk, g40 stedennetwerk, stedennetwerk, via stedennetwerk, g32, themagroep,
        themagroepen, via themagroep, g40 themagroep, pijler, via pijler, pijleroverleg,
        pijlerbijeenkomst, via pijleroverleg, sociale pijler, fysieke pijler, collectief,
        gezamenlijk, coordinatorenoverleg, n, through network, via network, networks,
        thematic group, theme group, pillar""",
        stems="""netwerk, network, themagroep, pijler, g40, g32, groep, stedennetwerk,
        working group""",
        written=Text("network"),
    ),
)
SHARES = (
    Choice(
        c.GENERAL,
        Text("General (the 40%)"),
        """algemene, algemeen deel, algemene deel, algemene ondersteuning, alg, collectief,
        collectief deel, collectieve, gezamenlijk, netwerkdeel, netwerk, g40 deel, basis,
        basisdeel, generiek, general, general support, general part, collective, shared,
        generic""",
        stems="algemeen, alg, general, 40, 0.4",
        written=Text("general"),
        percent=40,
    ),
    Choice(
        c.TAILORED,
        Text("Tailor-made (the 60%)"),
        """maatwerk, maatwerkdeel, maatwerkondersteuning, op maat, advies op maat, projecten en
        maatwerk, maatwerk en projecten, project, projecten, projectdeel, specifiek,
        specifieke, specifieke ondersteuning, individueel, individueel deel, gemeentelijk
        deel, eigen deel, tailor made, tailormade, tailored support, custom, custom made,
        bespoke, specific, individual, projects""",
        stems="maatwerk, tailor, 60, 0.6, mw",
        written=Text("tailored"),
        percent=60,
    ),
)
BUDGET_KINDS = (
    Choice(
        c.BUDGETED,
        Text("budgeted"),
        """begroting, begroot, begrote, begroot bedrag, begrotingsbedrag, begrotingspost,
        raming, geraamd, geraamde, ramingen, gebudgetteerd, budgetten, primitieve begroting,
        primitief, begroting primitief, bijgestelde begroting, begrotingswijziging,
        wijziging, burap, berap, bestuursrapportage, voorjaarsnota, zomernota, najaarsnota,
        bijstelling, jaarbudget, toegekend, toegekend budget, gepland, plan, lasten begroting,
        b, budgeted, planned, estimate, estimated""",
        stems="begro, budget, raming, geraamd, primitief",
    ),
    Choice(
        c.ACTUAL,
        Text("actual amount"),
        """realisatie, gerealiseerd, gerealiseerde, realisaties, werkelijk, werkelijke,
        werkelijke lasten, werkelijke kosten, factuur, facturen, gefactureerd, geboekt,
        boeking, boekingen, betaald, betaling, uitgegeven, uitgave, uitgaven, besteed,
        besteding, jaarrekening, rekening, lasten, kosten, r, actuals, actual costs, spent,
        spending, realised, realized, realisation, realization, paid, invoice, invoiced,
        booked, expense, expenses, w""",
        stems="realis, werkelijk, actual, besteed, uitgave, spent, jaarrekening",
    ),
    Choice(
        c.COMMITMENT,
        Text("commitment"),
        """verplichting, verplichtingen, verplicht, verplichte, aangegaan, aangegane
        verplichting, openstaande verplichting, open verplichting, inkooporder, bestelling,
        gereserveerd, reservering, v, commitments, committed, obligation, obligations,
        purchase order, reserved""",
        stems="verplicht, commit",
    ),
)
PRECISIONS = (
    Choice(c.DAY_PRECISION, Text("day")),
    Choice(c.MONTH_PRECISION, Text("month")),
    Choice(c.QUARTER_PRECISION, Text("quarter")),
    Choice(c.YEAR_PRECISION, Text("year")),
)
_UNCLASSIFIED = Choice(c.UNCLASSIFIED, Text("Not classified"))
DOMAINS = (
    Choice("sociaal", Text("Social domain")),
    Choice("fysiek", Text("Physical domain")),
    Choice("economie", Text("Economy")),
    Choice("bestuur", Text("Governance")),
    Choice("bedrijfsvoering", Text("Internal services")),
    _UNCLASSIFIED,
)
PILLARS = (
    Choice("sociaal", Text("Social pillar")),
    Choice("fysiek", Text("Physical pillar")),
    Choice("economie en werk", Text("Economy and work")),
    Choice("overstijgend", Text("Across pillars")),
    _UNCLASSIFIED,
)
TASKS = (
    Choice("woonopgave", Text("Housing")),
    Choice("zorg- en welzijnsopgave", Text("Care and welfare")),
    Choice("verduurzamingsopgave", Text("Sustainability")),
    Choice("economische opgave", Text("Economic task")),
    Choice("governance-opgave", Text("Governance task")),
    _UNCLASSIFIED,
)


def values_of(choices: Sequence[Choice]) -> tuple[str, ...]:
    """The answers as they are kept."""
    return tuple(choice.value for choice in choices)


# What a department (domain) or a theme (pillar, task) belongs to, in the order of the pages.
CLASSES = {c.DOMAIN: values_of(DOMAINS), c.PILLAR: values_of(PILLARS), c.TASK: values_of(TASKS)}


def in_force(forms: Sequence[str]) -> tuple[Choice, ...]:
    """The forms of this city, with what is known of each."""
    known = {form.value: form for form in FORMS}
    return tuple(known.get(name) or Choice(name, Text(name)) for name in forms)
