"""The formats of a dossier: how each is written, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reports.dossier.docx import write_docx
from reports.dossier.ods import write_ods
from reports.dossier.odt import write_odt
from reports.dossier.parts import Dossier
from reports.dossier.pdf import write_pdf
from reports.dossier.pptx import write_pptx
from reports.dossier.xlsx import write_xlsx

WRITERS: Mapping[str, Callable[[Dossier], bytes]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "pptx": write_pptx,
    "xlsx": write_xlsx,
    "odt": write_odt,
    "ods": write_ods,
}
