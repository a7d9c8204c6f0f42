from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Cm

from reports.letter import Letter, letter_document

LETTER = Letter(
    subject="Platform31: wat heeft Vastgoed eraan?",
    date="2 mei 2022",
    addressee="Aan de manager van de afdeling Vastgoed",
    greeting="Beste collega,",
    opening="Er is meer mogelijk:",
    points=("Woningmarkt. 1 van de 4.", "Duurzaamheid."),
    paragraphs=("Het kost niets extra.", "Zullen we dit bespreken?"),
    closing=("Met vriendelijke groet,", "Noor", "G40-coördinator"),
)


def opened(letter: Letter, language: str = "nl"):  # noqa: ANN201
    return Document(BytesIO(letter_document(letter, language=language)))


def test_everything_stands_in_it_in_order() -> None:
    texts = [paragraph.text for paragraph in opened(LETTER).paragraphs]
    assert texts == [
        "2 mei 2022", "Aan de manager van de afdeling Vastgoed", LETTER.subject, "Beste collega,",
        "Er is meer mogelijk:", "Woningmarkt. 1 van de 4.", "Duurzaamheid.",
        "Het kost niets extra.", "Zullen we dit bespreken?",
        "Met vriendelijke groet,\nNoor\nG40-coördinator",
    ]  # fmt: skip


def test_it_is_a_sheet_of_a4_and_says_its_language_and_title() -> None:
    document = opened(LETTER, "en")
    section = document.sections[0]
    assert abs(section.page_width - Cm(21)) < Cm(0.1)
    assert abs(section.page_height - Cm(29.7)) < Cm(0.1)
    assert document.core_properties.title == LETTER.subject
    assert document.core_properties.language == "en-GB"
    assert 'w:lang w:val="en-GB"' in document.styles["Normal"].element.xml


def test_the_points_are_a_list_for_who_listens_too() -> None:
    styles = [p.style.name for p in opened(LETTER).paragraphs if p.text in LETTER.points]
    assert styles == ["List Bullet"] * 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [("<w:p/>", "<w:p/>"), ("=1+1", "'=1+1"), ("a\0b\x0bc", "abc"), ("é€😀", "é€😀")],
)
def test_any_text_is_only_text(text: str, shown: str) -> None:
    document = opened(replace(LETTER, subject=text, opening=text, points=(text,)))
    assert [p.text for p in document.paragraphs].count(shown) == 3


def test_the_mail_says_the_same_as_the_letter() -> None:
    assert LETTER.text == (
        "Beste collega,\n\nEr is meer mogelijk:\n\n- Woningmarkt. 1 van de 4.\n- Duurzaamheid.\n\n"
        "Het kost niets extra.\n\nZullen we dit bespreken?\n\n"
        "Met vriendelijke groet,\nNoor\nG40-coördinator"
    )
