from __future__ import annotations

import pytest

from ui.shared.safe import escape_label, escape_markdown, plain, shortened

JOINER = "\u2060"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vastgoed", "Vastgoed"),
        ("*x*", r"\*x\*"),
        ("$a$", r"\$a\$"),
        (":red[x]", r"\:red\[x\]"),
        ("<script>", r"\<script\>"),
        ("=1+1", r"\=1\+1"),
        ("a\n# b", r"a \# b"),
        ("`x`\\", r"\`x\`\\"),
        ("https://b.example", rf"https\:{JOINER}\/\/b\.example"),
        ("WWW.b.example", rf"WWW{JOINER}\.b\.example"),
        ("a@b.example", rf"a\@{JOINER}b\.example"),
        ("56\u00a0%", "56\u00a0\\%"),
        ("  veel   ruimte ", "veel ruimte"),
        (12, "12"),
    ],
)
def test_every_character_stands_for_itself_in_markdown(text: object, expected: str) -> None:
    assert escape_markdown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bedrag (x € 1.000), netto-uren: 40/60!", "Bedrag (x € 1.000), netto-uren: 40/60!"),
        ("**x** [a](b) <b>", r"\*\*x\*\* \[a\](b) \<b\>"),
        (":material/home: :smile:", r"\:material/home: \:smile:"),
        (":red[x] `y` ~~z~~ $a$ #1 &amp;", r":red\[x\] \`y\` \~\~z\~\~ \$a\$ \#1 \&amp;"),
        ("www.b.example", f"www{JOINER}.b.example"),
    ],
)
def test_a_label_is_read_out_with_as_few_escapes_as_can_be(text: str, expected: str) -> None:
    assert escape_label(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zorg & welzijn", "Zorg &amp; welzijn"),
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("$a$", "&#36;a&#36;"),
        ("a\nb", "a b"),
    ],
)
def test_nothing_is_markup_in_a_figure(text: str, expected: str) -> None:
    assert plain(text) == expected


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [("kort", 4, "kort"), ("te lang", 5, "te l…"), ("te lang", 4, "te…"), ("", 3, "")],
)
def test_a_long_name_is_cut_off(text: str, length: int, expected: str) -> None:
    assert shortened(text, length) == expected
