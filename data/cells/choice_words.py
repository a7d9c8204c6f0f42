"""What people write for a form, a channel, a share or a kind of amount, in Dutch and English.

Comma-separated; case, accents and punctuation do not count. A word that stands alone inside a
longer text ("leerkring gezondheid") counts too, when it points to one answer only.
"""

from __future__ import annotations

from data import columns as c

FORM_WORDS = {
    c.ADVICE: """adviezen, advies op maat, maatwerkadvies, advisering, advisering beleid,
        beleidsadvies, beleidsadvisering, adviesgesprek, adviesgesprekken, adviesvraag,
        adviestraject, adviesopdracht, adviesuren, advies en ondersteuning, adv, consult,
        consultatie, consultancy, helpdesk, vraagbaak, kennisvraag, spiegelgesprek, second opinion,
        reflectie, klankbord, sparren, sparringsessie, advice, advisory, advising, consultation,
        tailored advice, counsel""",
    c.LEARNING: """leertrajecten, leerkring, leerkringen, leerkringbijeenkomst, leergang,
        leergangen, leerprogramma, leernetwerk, leeratelier, leersessie, leerbijeenkomst, leren,
        lerend netwerk, learning community, community of practice, training, trainingen, cursus,
        cursussen, opleiding, masterclass, masterclasses, master class, intervisie,
        intervisiegroep, kennistraject, kenniskring, course, courses, learning, learning circle,
        learning track, learning programme, learning program, peer review""",
    c.EXTERNAL_MEETING: """externe bijeenkomsten, ondersteuning externe bijeenkomst,
        ondersteuning externe bijeenkomsten, ondersteuning voorbereiding externe bijeenkomst,
        ondersteuning voorbereiding externe bijeenkomsten, voorbereiding externe bijeenkomst,
        voorbereiding externe bijeenkomsten, ondersteuning bijeenkomst, ext bijeenkomst,
        bijeenkomst extern, externe bijk, externe sessie, extern event, external meeting,
        external meetings,
        external event, support external meeting, support for external meeting,
        supporting external meeting""",
    c.RESEARCH: """onderzoeken, onderzoeksproject, onderzoekstraject, toegepast onderzoek,
        praktijkonderzoek, verkenning, verkenningen, trendstudie, trendstudies, trendverkenning,
        studie, casestudie, casestudies, case study, casestudy, evaluatie, evaluatieonderzoek,
        monitor, benchmark, quickscan, quick scan, analyse, inventarisatie, enquete, research,
        study, survey, exploration, evaluation, trend study""",
    c.EXPERIMENT: """experimenten, experimentenprogramma, pilot, pilots, pilotproject, proeftuin,
        proeftuinen, proef, living lab, lab, wijklab, citylab, stadslab, city deal, experiments,
        testbed, trial""",
    c.MEETING: """bijeenkomsten, workshop, workshops, werksessie, werksessies, werkatelier,
        werkateliers, atelier, ateliers, kennisatelier, kennisateliers, kennisbijeenkomst,
        netwerkbijeenkomst, themabijeenkomst, raadsledenbijeenkomst, raadsbijeenkomst,
        expertmeeting, expert meeting, expertsessie, conferentie, conferenties, congres,
        congressen, symposium, seminar, netwerkdag, netwerkdagen, kennisdag, studiedag,
        themadag, werkconferentie, webinar, webinars, trendtalk, lezing, presentatie, sessie,
        sessies, debat, debatten, dialoog, ronde tafel, rondetafel, overleg, werkbezoek,
        excursie, studiereis, themasessie, bijk, event, evenement, meeting, meetings, conference,
        congress, network day, session, sessions, debate, lecture, round table, roundtable,
        site visit, gathering""",
    c.PUBLICATION: """publicaties, rapport, rapporten, rapportage, eindrapport, handreiking,
        handreikingen, handleiding, leidraad, brochure, factsheet, whitepaper, white paper,
        paper, essay, artikel, artikelen, boek, kennisdossier, kennisdossiers, dossier,
        nieuwsbrief, nieuwsbrieven, podcast, podcasts, blog, video, toolkit, toolbox, website,
        publication, publications, report, reports, guide, guideline, newsletter, article,
        knowledge file""",
    c.OTHER_FORM: """overige, overige ondersteuning, anders, anders namelijk, divers, diversen,
        ander, andere, varia, rest, other, others, miscellaneous, misc""",
}

CHANNEL_WORDS = {
    c.DIRECT: """directe, rechtstreeks, rechtstreekse, rechtstreeks contact, direct contact,
        directe vraag, vakafdeling, via vakafdeling, afdeling, via afdeling, via de afdeling,
        vanuit afdeling, eigen afdeling, door afdeling, zelf, eigen, eigen vraag, eigen aanvraag,
        individueel, bilateraal, gemeente, eigen gemeente, d, department, via department,
        directly, own request, own""",
    c.NETWORK: """netwerk, netwerken, via netwerk, via het netwerk, g40, via g40, via de g40,
        g40 netwerk, g40 stedennetwerk, stedennetwerk, via stedennetwerk, g32, themagroep,
        themagroepen, via themagroep, g40 themagroep, pijler, via pijler, pijleroverleg,
        pijlerbijeenkomst, via pijleroverleg, sociale pijler, fysieke pijler, collectief,
        gezamenlijk, coordinatorenoverleg, n, through network, via network, networks,
        thematic group, theme group, pillar""",
}

SHARE_WORDS = {
    c.GENERAL: """algemene, algemeen deel, algemene deel, algemene ondersteuning, alg, collectief,
        collectief deel, collectieve, gezamenlijk, netwerkdeel, netwerk, g40 deel, basis,
        basisdeel, generiek, general, general support, general part, collective,
        shared, generic""",
    c.TAILORED: """maatwerk, maatwerkdeel, maatwerkondersteuning, op maat, advies op maat,
        projecten en maatwerk, maatwerk en projecten, project, projecten, projectdeel, specifiek,
        specifieke, specifieke ondersteuning, individueel, individueel deel, gemeentelijk deel,
        eigen deel, tailor made, tailormade, tailored support, custom, custom made,
        bespoke, specific, individual, projects""",
}

BUDGET_KIND_WORDS = {
    c.BUDGETED: """begroting, begroot, begrote, begroot bedrag, begrotingsbedrag, begrotingspost,
        raming, geraamd, geraamde, ramingen, gebudgetteerd, budgetten, primitieve begroting,
        primitief, begroting primitief, bijgestelde begroting, begrotingswijziging, wijziging,
        jaarbudget, toegekend, toegekend budget, gepland, plan, lasten begroting, b, budgeted,
        planned, estimate, estimated, forecast, prognose""",
    c.ACTUAL: """realisatie, gerealiseerd, gerealiseerde, realisaties, werkelijk, werkelijke,
        werkelijke lasten, werkelijke kosten, factuur, facturen, gefactureerd, geboekt, boeking,
        boekingen, betaald, betaling, uitgegeven, uitgave, uitgaven, besteed, besteding,
        jaarrekening, rekening, lasten, kosten, r, actuals, actual costs, spent, spending,
        realised, realized, realisation, realization, paid, invoice, invoiced, booked, expense,
        expenses""",
    c.COMMITMENT: """verplichting, verplichtingen, verplicht, verplichte, aangegaan,
        aangegane verplichting, openstaande verplichting, open verplichting, inkooporder,
        bestelling, gereserveerd, reservering, v, commitments, committed, obligation, obligations,
        purchase order, reserved""",
}
