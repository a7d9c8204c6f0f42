"""What comes out of the printer."""

from __future__ import annotations

import re

import pytest

from tests.browser.looking import Visit
from tests.browser.serving import Site


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("department", ["Vastgoed", "Jeugd, Onderwijs en Sport"])
def test_a_department_fits_one_sheet(site: Site, visit: Visit, department: str, width: int) -> None:
    tab = visit(site, "afdeling", width=width, afdeling=department, als=department)
    paper = tab.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
