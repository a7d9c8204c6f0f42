"""LibreOffice and Poppler, for tests that open what was made as a reader's own programs do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
PDF_TO_TEXT = shutil.which("pdftotext")
needs_office = pytest.mark.skipif(
    OFFICE is None, reason="LibreOffice is not here; scripts/office.sh installs it"
)
needs_poppler = pytest.mark.skipif(
    PDF_TO_TEXT is None, reason="Poppler is not here; scripts/office.sh installs it"
)


def converted(file: Path, kind: str) -> Path:
    """The file as LibreOffice saves it in another format, recalculated."""
    out = file.parent / f"as_{kind}"
    profile = f"-env:UserInstallation=file://{file.parent / 'profile'}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", out, file]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    made = out / f"{file.stem}.{kind}"
    if not made.exists():
        pytest.skip(f"this LibreOffice has no part that opens .{file.suffix}")
    return made


def text_of_pdf(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    made = subprocess.run(
        [str(PDF_TO_TEXT), "-layout", "-enc", "UTF-8", str(file), "-"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return made.stdout.decode().split("\f")[:-1]
