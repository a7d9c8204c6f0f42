"""The list of all software, as `make sbom` writes it."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
from pathlib import Path

from scripts.check_licences import packages

ROOT = Path(__file__).parents[2]


def test_the_list_names_every_package_of_the_lock_with_its_version(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("\\\n", " ")
    (line,) = re.findall(r"^\t@\$\(BIN\)/(cyclonedx-py .+)$", makefile, re.MULTILINE)
    program, *arguments = shlex.split(line.replace("build/", f"{tmp_path}/"))
    subprocess.run([ROOT / ".venv" / "bin" / program, *arguments], cwd=ROOT, check=True)
    (file,) = tmp_path.iterdir()
    listed = json.loads(file.read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    found = {one["name"].casefold(): one for one in listed["components"]}
    assert {name.casefold() for name in packages()} <= set(found)
    assert all(one.get("version") and one.get("purl") for one in found.values())
