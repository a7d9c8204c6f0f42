"""Every package of the product may be handed on with it."""

from __future__ import annotations

import pytest

from scripts.check_licences import FITTING, licence_of, main, packages


def test_every_licence_fits() -> None:
    assert main() == 0
    assert len(packages()) > 40
    assert licence_of("pandas")


@pytest.mark.parametrize(
    ("licence", "fits"),
    [("MIT", True), ("License :: OSI Approved :: BSD License", True), ("LGPL-3.0-only", True),
     ("Proprietary", False), ("AGPL-3.0", False), ("GPL-2.0-only", False), ("", False)],
)  # fmt: skip
def test_what_does_not_fit_is_told(licence: str, fits: bool) -> None:
    assert bool(FITTING.search(licence)) is fits
