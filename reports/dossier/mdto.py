"""Metadata of an established dossier for the archive: MDTO 1.0.1, of the Nationaal Archief."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from data.values.meeting import FrozenFile
from reports.dossier.documents import clean

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
SOURCE = "Verbredingsmonitor"

# Kind of file -> its name and number in the register of file formats of the archives (PRONOM).
_FORMATS = {
    "docx": ("Microsoft Word for Windows", "fmt/412"),
    "pdf": ("Acrobat PDF 1.7 - Portable Document Format", "fmt/276"),
    "pptx": ("Microsoft Powerpoint for Windows", "fmt/215"),
    "xlsx": ("Microsoft Excel for Windows", "fmt/214"),
    "odt": ("OpenDocument Text", "fmt/291"),
    "ods": ("OpenDocument Spreadsheet", "fmt/295"),
    "json": ("JSON Data Interchange Format", "fmt/817"),
}


@dataclass(frozen=True)
class Record:
    """What is told of a dossier as a whole; `retention` is left to the archive."""

    number: str
    title: str
    municipality: str
    year: int
    language: str
    reason: str
    frozen_at: dt.datetime
    user: str
    tool_version: str


def information_object(record: Record, files: Sequence[FrozenFile]) -> bytes:
    """The metadata of the dossier, with a reference to each of its files."""
    root, made = _root("informatieobject")
    _identify(made, record.number)
    _add(made, "naam", record.title)
    _concept(made, "aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO")
    if record.reason:
        _add(made, "omschrijving", record.reason)
    _add(made, "omschrijving", f"{SOURCE} {record.tool_version}")
    covered = ET.SubElement(made, "dekkingInTijd")
    _concept(covered, "dekkingInTijdType", "Looptijd", "Begrippenlijst DekkingInTijdType MDTO")
    _add(covered, "dekkingInTijdBegindatum", f"{record.year}-01-01")
    _add(covered, "dekkingInTijdEinddatum", f"{record.year}-12-31")
    _add(made, "taal", record.language)
    event = ET.SubElement(made, "event")
    _concept(event, "eventType", "Vaststelling", "Begrippenlijst EventType MDTO")
    _add(event, "eventTijd", _moment(record.frozen_at))
    _refer(event, "eventVerantwoordelijkeActor", record.user)
    _concept(made, "waardering", "Nader te bepalen", "Begrippenlijst Waarderingen MDTO")
    for file in files:
        _refer(made, "heeftRepresentatie", file.name, file.sha256)
    _refer(made, "archiefvormer", record.municipality)
    limited = ET.SubElement(made, "beperkingGebruik")
    _concept(
        limited, "beperkingGebruikType", "Nader te bepalen",
        "Begrippenlijst BeperkingGebruikType MDTO",
    )  # fmt: skip
    return _bytes(root)


def file_object(record: Record, file: FrozenFile) -> bytes:
    """The metadata of one file, with its fingerprint."""
    root, made = _root("bestand")
    _identify(made, file.sha256)
    _add(made, "naam", file.name)
    _add(made, "omvang", str(len(file.content)))
    label, code = _FORMATS[file.format]
    _concept(made, "bestandsformaat", label, "PRONOM-register", code=code)
    checked = ET.SubElement(made, "checksum")
    _concept(checked, "checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _add(checked, "checksumWaarde", file.sha256)
    _add(checked, "checksumDatum", _moment(record.frozen_at))
    _refer(made, "isRepresentatieVan", record.title, record.number)
    return _bytes(root)


def _root(kind: str) -> tuple[ET.Element, ET.Element]:
    root = ET.Element("MDTO", {"xmlns": NAMESPACE})
    return root, ET.SubElement(root, kind)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = clean(text)


def _identify(parent: ET.Element, number: str, name: str = "identificatie") -> None:
    made = ET.SubElement(parent, name)
    _add(made, "identificatieKenmerk", number)
    _add(made, "identificatieBron", SOURCE)


def _concept(parent: ET.Element, name: str, label: str, register: str, *, code: str = "") -> None:
    made = ET.SubElement(parent, name)
    _add(made, "begripLabel", label)
    if code:
        _add(made, "begripCode", code)
    _refer(made, "begripBegrippenlijst", register)


def _refer(parent: ET.Element, name: str, to: str, number: str = "") -> None:
    made = ET.SubElement(parent, name)
    _add(made, "verwijzingNaam", to)
    if number:
        _identify(made, number, "verwijzingIdentificatie")


def _moment(moment: dt.datetime) -> str:
    return moment.replace(microsecond=0, tzinfo=None).isoformat() + "Z"


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made
