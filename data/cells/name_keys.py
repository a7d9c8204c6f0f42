"""What a name is, spelling aside: its key, and which two keys certainly mean the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from data.cells.keys import unaccented
from data.cells.text import clean_text

JOINERS = frozenset({"en", "and"})
# Words that an abbreviation may leave out: "Beheer van de Openbare Ruimte" is BOR.
_LONGEST = 500  # characters: enough to tell names apart by
_SMALL_WORDS = frozenset({"van", "de", "het", "der", "den", "voor", "in", "op", "of", "the", "for"})

_AND_SIGN = re.compile(r"(?<!\s)\s*[&+]\s*")
_GENERIC_PREFIX = re.compile(
    r"^(?:(?:de|het|the)\s+)?(?:afdeling|afd\.?|thema|theme|department|dept\.?|dep\.)"
    r"(?:\s*:\s*|\s+-\s+|\s+|(?<=\.))(?=\S)|(?<=\S)\s+(?:afdeling|\((?:afdeling|afd\.|department)\))$"
)
_CUT = re.compile(r"(?<![\s.])\s*(?:\.{2,}|…)$")
_CODE = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<code>[^()\[\]]{1,12})[)\]]$")
_IS_CODE = re.compile(r"^(?=.*[A-Z])[A-Z&+./\- ]{1,10}$|^\d{3,}$")
_LEADING_CODE = re.compile(r"^(?P<code>[A-Z][A-Za-z&.]{1,7})\s*(?:[-–:/|]\s*|\s)(?P<name>\S.*)$")
# `3.2 Vastgoed`, `320 - Vastgoed`; a year in front is part of the name.
_LEADING_NUMBER = re.compile(
    r"^(?P<code>(?!(?:19|20)\d\d\b)[A-Z]?\d{1,6}(?:[.-]\d{1,4}){0,4})[.)]?"
    r"(?:\s*[-–:/|_]\s*|\s+)(?P<name>[^\W\d]{3}.*)$"
)
# `Vastgoed - 320`, and the sign of a footnote: `Vastgoed¹`, `Vastgoed 1)`.
_NUMBER_BEHIND = re.compile(r"^(?P<name>[^\W\d].*[^\W\d])\s+[-–:/|]\s*(?P<code>\d{3,6})$")
_FOOTNOTE = re.compile(r"(?<=[^\W\d])(?:\s*[¹²³⁴⁵*†‡]{1,3}|\s+\d\))$")
_WORD = re.compile(r"\d+(?:\.\d+)*[a-z]?(?![a-z])|[a-z0-9]+\.?")
_PIECES = re.compile(r"[A-Z][a-z]*")
_ABBREVIATION = re.compile(r"^(?:[A-Z][a-z]{0,3}[&+./\- ]?){1,7}[A-Z][a-z]{0,3}\.?$")


def fold(text: str) -> str:
    """`text` without accents, in lower case, with `&` and `+` as `en`."""
    spelled = _AND_SIGN.sub(" en ", text)
    return unaccented(spelled).casefold().replace("'", "").replace("’", "")


def plain_words(text: str) -> tuple[str, ...]:
    """The words of a text: lower case, without accents or punctuation."""
    return tuple(re.findall(r"[a-z0-9]+", fold(text)))


@dataclass(frozen=True)
class NameKey:
    """A spelling of a name, taken apart.

    `words` leaves out joiners, a generic first word and a code; `dotted` says which of them are
    abbreviated with a point; `compact` and `full` are the words as one, without and with joiners;
    `pieces` are the parts of an abbreviation such as JOS or SoZa; `cut` marks a name that ends in
    two points because it did not fit.
    """

    spelling: str
    words: tuple[str, ...]
    dotted: tuple[bool, ...]
    compact: str
    full: str
    code: str = ""
    pieces: tuple[str, ...] = ()
    cut: bool = False

    @cached_property
    def short(self) -> bool:
        """Whether the spelling is an abbreviation or is cut off, so less than a full name."""
        initials = all(len(word) == 1 for word in self.words) or len(self.words) == 1
        return self.cut or any(self.dotted) or (initials and len(self.pieces) > 1)

    @cached_property
    def may_be_short(self) -> bool:
        """Whether it could stand for a longer name at all."""
        return self.short or (len(self.words) == 1 and len(self.compact) <= 10)

    @cached_property
    def digits(self) -> str:
        """Every digit of the name, in order."""
        return re.sub(r"\D", "", self.full)


@lru_cache(maxsize=20_000)
def name_key(spelling: str) -> NameKey:
    """Take a spelling of a name apart."""
    text = _FOOTNOTE.sub("", clean_text(spelling)[:_LONGEST])
    name, code = _without_code(text)
    cut = bool(_CUT.search(name))
    bare = _without_generic_word(fold(_CUT.sub("", name)))
    tokens = _WORD.findall(bare) or _WORD.findall(fold(text)) or [fold(text)]
    words = [token for token in tokens if token not in JOINERS] or tokens
    plain = tuple(_unpointed(word) for word in words)
    return NameKey(
        spelling=text,
        words=plain,
        dotted=tuple(word.endswith(".") for word in words),
        compact="".join(plain),
        full="".join(_unpointed("en" if token in JOINERS else token) for token in tokens),
        code=code,
        pieces=_pieces_of(name),
        cut=cut,
    )


def _unpointed(word: str) -> str:
    return word.removesuffix(".")


def has_generic_word(spelling: str) -> bool:
    """Whether `Afdeling` or the like stands before or behind the name."""
    return _without_generic_word(fold(spelling)) != fold(spelling)


def _without_generic_word(text: str) -> str:
    rest = _GENERIC_PREFIX.sub("", text)
    return rest if re.search("[a-z]", rest) else text


def _without_code(text: str) -> tuple[str, str]:
    """The name without the code behind it in brackets, or before it: a number, or its initials."""
    behind = _CODE.match(text)
    if behind and _IS_CODE.match(behind["code"]):
        return behind["name"], "".join(plain_words(behind["code"]))
    numbered = _LEADING_NUMBER.match(text) or _NUMBER_BEHIND.match(text)
    if numbered:
        return numbered["name"], "".join(plain_words(numbered["code"]))
    before = _LEADING_CODE.match(text)
    if before:
        code = "".join(word for word in plain_words(before["code"]) if word not in JOINERS)
        words = plain_words(before["name"])
        if len(code) > 1 and code in initials_of(words):
            return before["name"], code
    return text, ""


def _pieces_of(name: str) -> tuple[str, ...]:
    folded = unaccented(name)
    if not _ABBREVIATION.match(folded):
        return ()
    return tuple(piece.casefold() for piece in _PIECES.findall(folded))


def initials_of(words: tuple[str, ...]) -> frozenset[str]:
    """The initials that a name of several words may go by."""
    without_joiners = [word for word in words if word not in JOINERS]
    full_words = [word for word in without_joiners if word not in _SMALL_WORDS]
    choices = (list(words), without_joiners, full_words)
    return frozenset("".join(w[0] for w in choice) for choice in choices if len(choice) > 1)


def same_name(a: NameKey, b: NameKey) -> bool:
    """Whether two spellings are equal but for case, accents, spaces, punctuation, `&`, a code."""
    if a.code and b.code and a.code != b.code:
        return False
    return a.compact == b.compact or a.full == b.full


def stands_for(short: NameKey, long: NameKey) -> bool:
    """Whether `short` is an abbreviation, a cut-off form or the code of `long`."""
    return short.may_be_short and (
        _is_code_of(short, long)
        or _is_initials_of(short, long)
        or _is_dotted_form_of(short, long)
        or _is_cut_off(short, long)
    )


def _is_code_of(short: NameKey, long: NameKey) -> bool:
    return bool(long.code) and not short.code and short.compact == long.code


def _is_initials_of(short: NameKey, long: NameKey) -> bool:
    if len(long.words) < 2 or short.digits:
        return False
    one_word = len(short.words) == 1 or all(len(word) == 1 for word in short.words)
    if one_word and len(short.compact) >= (2 if short.pieces or any(short.dotted) else 3):
        with_small = tuple(plain_words(long.spelling)) if not long.code else long.words
        if short.compact in initials_of(long.words) | initials_of(with_small):
            return True
    longer = any(len(piece) > 1 for piece in short.pieces)
    return longer and _begin(short.pieces, long.words)


def _begin(starts: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(starts) == len(words) and all(
        word.startswith(start) for start, word in zip(starts, words, strict=True)
    )


def _is_dotted_form_of(short: NameKey, long: NameKey) -> bool:
    if not any(short.dotted) or not _begin(short.words, long.words):
        return False
    pairs = zip(short.words, short.dotted, long.words, strict=True)
    return all(dotted or word == whole for word, dotted, whole in pairs)


def _is_cut_off(short: NameKey, long: NameKey) -> bool:
    return (
        short.cut
        and len(short.full) >= 4
        and long.full != short.full
        and (long.full.startswith(short.full) or long.compact.startswith(short.compact))
    )


def slip_of(a: NameKey, b: NameKey) -> bool:
    """Whether two names differ by no more than a slip of the keyboard.

    Never when their digits differ, and never in a short word or in a word's first letter: those
    make another name ("interne" and "externe").
    """
    if a.digits != b.digits or (a.code and b.code and a.code != b.code):
        return False
    length = min(len(a.compact), len(b.compact))
    allowed = 0 if length < 7 else 1 if length < 14 else 2
    distance = OSA.distance(a.compact, b.compact, score_cutoff=allowed)
    if not allowed or distance > allowed:
        return False
    if len(a.words) != len(b.words):
        return False
    differing = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    return all(_slip_in_word(x, y) for x, y in differing)


def _slip_in_word(x: str, y: str) -> bool:
    length = min(len(x), len(y))
    if length < 5 or x[0] != y[0]:
        return False
    return OSA.distance(x, y) <= (1 if length < 10 else 2)
