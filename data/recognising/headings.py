"""What a heading can mean: the words of the columns, and the words that turn a heading away.

What people call each column stands with the column, in `data.fields`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from data import columns as c
from data import fields
from data.cells.keys import heading_key, word_set
from data.fields import Tiers

HEADINGS: Mapping[str, Mapping[str, Tiers]] = {
    kind: {field.name: field.headings for field in fields.read(kind) if field.headings.strong}
    for kind in c.KINDS
}

# A Dutch compound means what its last part means: an adviesdatum is a datum.
COMPOUND_ENDINGS: Mapping[str, str] = {
    field.name: field.compound for kind in c.KINDS for field in fields.read(kind) if field.compound
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
    score prioriteit eigen ambtelijk ambtelijke reis reisuren reistijd reisdagen klant
    contracturen gemeenteuren gemeentelijke
    namen namenlijst verlofuren overuren te nog fte ftes formatie rating
    temperatuur graden leeftijd doorlooptijd looptijd reactietijd responstijd wachttijd levertijd
    gem geoffreerd geoffreerde onze ons our
    weken weeks index indexcijfer prijspeil oud oude voormalig voormalige former old"""
)

# What is planned has not been used.
PLANNED_WORDS = word_set(
    """aangemeld aangemelde aanmeldingen uitgenodigd uitgenodigde genodigden invited registered
    gepland geplande planning plan begroot begrote geraamd geraamde offerte aangevraagd
    aangevraagde toegekend toegekende planned budgeted estimated budget gebudgetteerd
    gebudgetteerde max maximaal maximum gevraagd gevraagde toegezegd toegezegde gereserveerd
    gereserveerde reservering benodigd benodigde nodig geschat geschatte schatting inschatting
    ingeschat ingeschatte beloofd beloofde aangeboden toegewezen toegestaan toegestane
    afgesproken overeengekomen ingekocht ingekochte gecontracteerd gecontracteerde contract
    norm streefwaarde bespaard bespaarde besparing openstaand openstaande requested estimated
    estimate reserved needed required promised agreed saved allotted allocated"""
)

# Hours of somebody else than Platform31, and numbers that add up the rows above.
HOURS_OF_OTHERS = word_set(
    """gemeente onze ons wij collega collegas team teamuren intern interne zelf afdeling
    ambtenaar ambtenaren inhuur stagiair stagiairs stagiaire deelnemer deelnemers aanvrager
    aanvragers extern externe vng bureau adviesbureau our ours own internal staff colleagues"""
)
ADDED_UP_WORDS = word_set(
    "stand tussenstand lopend lopende doorlopend doorlopende oplopend oplopende opgeteld opgetelde "
    "running accumulated"
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
        for tier, texts in enumerate((tiers.strong, tiers.fair, tiers.weak)):
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
