"""The Dutch is plain: short sentences, and no words that civil servants stumble on (level B1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from scripts.update_catalogues import translations
from ui.shared.registry import ROOT

MOST_IN_A_SENTENCE = 30
MOST_IN_ONE_BREATH = 20  # up to a point, a question mark, a colon or a semicolon

# A stiff or technical word -> what to write instead.
PLAIN = {
    # officialese
    "aangaande": "over", "abusievelijk": "per ongeluk", "alsmede": "en", "alvorens": "voordat",
    "betreffende": "over", "conform": "volgens", "derhalve": "daarom", "desbetreffende": "deze",
    "desgewenst": "als u wilt", "dient": "moet", "dienen": "moeten", "doch": "maar",
    "echter": "maar", "gaarne": "graag", "gedurende": "tijdens", "gelieve": "wilt u",
    "genoemde": "deze", "hetgeen": "wat", "hiertoe": "daarvoor", "inclusief": "met",
    "indien": "als", "ingevolge": "volgens", "inzake": "over", "krachtens": "volgens",
    "middels": "met", "mits": "als", "mogelijkerwijs": "misschien", "momenteel": "nu",
    "omtrent": "over", "onderhavige": "deze", "ontvangt u": "krijgt u", "reeds": "al",
    "respectievelijk": "en", "teneinde": "om", "tenzij": "behalve als", "tevens": "ook",
    "thans": "nu", "trachten": "proberen", "voornoemde": "deze",
    "wederom": "weer", "woonachtig": "wonend", "zulks": "dit", "zorg dragen": "zorgen",
    "door middel van": "met", "in het kader van": "voor", "met betrekking tot": "over",
    "op het gebied van": "in", "ten aanzien van": "over", "ten behoeve van": "voor",
    "ten gevolge van": "door", "ten minste": "minstens", "ter plaatse": "daar",
    # consultancy
    "cruciaal": "nodig", "faciliteren": "helpen", "implementeren": "invoeren",
    "inzichtelijk": "duidelijk", "monitoren": "volgen", "optimaliseren": "beter maken",
    "significant": "duidelijk", "substantieel": "groot", "transparant": "duidelijk",
    # statistics
    "entropie": "spreiding", "gekwadrateerde": "kwadraat van", "interval": "tussen welke waarden",
    "intervallen": "tussen welke waarden", "kwantiel": "deel", "mediaan": "het midden",
    "n =": "aantal", "effectief aantal": "spreiding", "gini": "spreiding", "procentpunt": "procent",
    "significantie": "toeval", "standaarddeviatie": "spreiding",
    # machines
    "aggregeren": "optellen", "batch": "upload", "configureren": "instellen", "cumulatief": "samen",
    "dataset": "gegevens", "default": "standaard", "exception": "fout",
    "gecomprimeerd": "ingepakt", "importeren": "inlezen", "invalide": "niet goed",
    "null": "leeg", "parameter": "instelling", "parsen": "lezen", "query": "vraag",
    "record": "regel", "records": "regels", "server": "programma", "sessie": "bezoek",
    "string": "tekst", "syntax": "schrijfwijze", "timeout": "te lang wachten",
    "valideren": "controleren",
    # abbreviations
    "bijv": "bijvoorbeeld", "d.m.v": "met", "e.d": "en zo", "evt": "misschien",
    "i.p.v": "in plaats van",
    "i.v.m": "omdat", "incl": "met", "m.b.t": "over",
    "n.a.v": "na", "o.b.v": "op grond van", "resp": "en", "t.a.v": "over", "t.b.v": "voor",
}  # fmt: skip

# English text -> why its Dutch may be long or hold such a word.
EXCEPTIONS = {
    **dict.fromkeys(
        (
            "Gini", "Gini of the departments", "Effective number of themes",
            "Effective number of departments", "Effective number of themes or departments",
            "Gini {gini}: 0 is equally spread, 1 is everything with one department.",
        ),
        "a measure by its own name, which the page Uitleg explains",
    ),
    **dict.fromkeys(
        (
            "The columns {columns} each hold all amounts up to a moment (cumulative). Only the "
            "last of a year is read, for the whole year: {read}.",
            "The columns {columns} each hold all amounts up to a moment (cumulative). They are not "
            "read, because the amounts of the periods themselves stand beside them.",
        ),
        "the words before it explain it, and the file may call it so",
    ),
}  # fmt: skip

_WORD = re.compile(r"[\w€%{}'’/.,-]*\w[\w€%{}'’/.,-]*")
_STUMBLED_ON = re.compile(
    rf"(?<![\w.])(?:{'|'.join(map(re.escape, PLAIN))})(?![\w]|\.\w)", re.IGNORECASE
)
_TIGHT_PERCENTAGE = re.compile(r"\d[ ]?%(?![\w(])")


def faults_in(text: str) -> Iterator[str]:
    """What makes a Dutch text harder to read than it needs to be."""
    # An aside and a quoted name are taken in at one glance, whatever their length.
    bare = re.sub(r"“[^”]*”", "x", re.sub(r"\([^()]*\)", "", text))
    for sentence in re.split(r"(?<=[.?])\s+(?=[A-Z“‘{0-9])", bare):
        if (n := len(_WORD.findall(sentence))) > MOST_IN_A_SENTENCE:
            yield f"{n} words in one sentence"
        for part in re.split(r"[:;]\s", sentence):
            if (n := len(_WORD.findall(part))) > MOST_IN_ONE_BREATH:
                yield f"{n} words in one breath: {part}"
    for found in _STUMBLED_ON.finditer(re.sub(r"{\w+}", "x", text)):
        yield f"“{found[0]}”: write “{PLAIN[found[0].casefold()]}”"
    if found := _TIGHT_PERCENTAGE.search(text):
        yield f"“{found[0]}”: a percentage is written as `texts.formats.percent` does"


def streamlits_words() -> list[str]:
    """The Dutch that the browser puts in the place of Streamlit's English."""
    script = (ROOT / "ui" / "shared" / "chrome.js").read_text().partition("const NAMED")[0]
    return re.findall(r'": ?\s*"([^"\n]+)"', script) + re.findall(r"`([^`\n]+)`", script)


def faults() -> dict[str, list[str]]:
    """English text -> what is wrong with its Dutch."""
    found = {
        english[0]: [fault for form in dutch for fault in faults_in(form)]
        for english, dutch in translations().items()
    }
    return {english: wrong for english, wrong in found.items() if wrong}


def test_the_dutch_is_plain() -> None:
    assert {e: wrong for e, wrong in faults().items() if e not in EXCEPTIONS} == {}


def test_the_words_around_our_pages_are_plain() -> None:
    words = streamlits_words()
    assert "Wat u invulde blijft staan." in " ".join(words)
    assert len(words) > 150
    assert {word: list(faults_in(word)) for word in words if list(faults_in(word))} == {}


def test_every_exception_is_still_needed() -> None:
    assert sorted(EXCEPTIONS.keys() - faults().keys()) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Vul een jaar in.", []),
        ("Indien u dit wilt, klik hier.", ["“Indien”: write “als”"]),
        ("Dat kan met betrekking tot 2019.", ["“met betrekking tot”: write “over”"]),
        ("Kies een getal, bijv. 12.", ["“bijv”: write “bijvoorbeeld”"]),
        ("De indiening is klaar; minimaal drie.", []),
        ("woord " * 20 + "eind.", ["21 words in one breath: " + "woord " * 20 + "eind."]),
        ("woord " * 19 + "en: " + "woord " * 9 + "eind.", []),
        ("woord " * 19 + "en: " + "woord " * 10 + "eind.", ["31 words in one sentence"]),
        ("In 60\u00a0% van de jaren.", []),
        ("In 60% van de jaren.", ["“0%”: a percentage is written as `texts.formats.percent` does"]),
        ("Kort (" + "woord " * 30 + ") en goed.", []),
    ],
)
def test_what_is_hard_to_read_is_found(text: str, wrong: list[str]) -> None:
    assert list(faults_in(text)) == wrong
