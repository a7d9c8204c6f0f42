"""Whether every package of the product may be handed on with it: run by `make sbom`."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
# Licences that go together with the EUPL-1.2; anything else is looked at by a person.
FITTING = re.compile(
    r"apache|bsd|mit\b|mit-|isc|mpl|mozilla|psf|python software|lgpl|lesser general|unlicense|"
    r"zlib|hpnd|cc0|0bsd|expat",
    re.IGNORECASE,
)


def packages() -> list[str]:
    """The packages of the lock file of the product."""
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    return re.findall(r"^([A-Za-z0-9_.-]+)==", lock, re.MULTILINE)


def licence_of(package: str) -> str | None:
    """What a package says of its licence; None when it is not installed on this system."""
    try:
        told = metadata(package)
    except PackageNotFoundError:
        return None
    said = [told.get("License-Expression"), *(told.get_all("Classifier") or ())]
    named = [text for text in said if text and (text == said[0] or text.startswith("License"))]
    return " ".join(named) or str(told.get("License") or "").split("\n")[0]


def main() -> int:
    """Say which licences do not fit; 1 when there are any."""
    wrong = {
        package: licence
        for package in packages()
        if (licence := licence_of(package)) is not None and not FITTING.search(licence)
    }
    for package, licence in wrong.items():
        sys.stdout.write(f"{package}: {licence or 'no licence stated'}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
