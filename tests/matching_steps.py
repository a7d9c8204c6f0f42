"""How many steps a backtracking matcher takes over a text, counted on the parse tree of a pattern.

A plain matcher without the shortcuts of `re`: what is linear here is linear there. Counting has the
same outcome on every machine, busy or not, which time has not.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ONE = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)


class TooManyStepsError(Exception):
    """More steps than were allowed."""


class Steps:
    """Counts the steps of one search."""

    def __init__(self, pattern: re.Pattern[Any], text: str, most: int) -> None:
        self.taken, self.most = 0, most
        source = pattern.pattern
        source = source.decode("latin-1") if isinstance(source, bytes) else source
        self.tree = list(parser.parse(source, pattern.flags & ~re.UNICODE | _kept(pattern)))
        self.text, self.flags = text, pattern.flags
        self._groups: dict[int, tuple[int, int]] = {}
        self._single: dict[str, Callable[[str], bool]] = {}

    def search(self) -> int:
        """Look for a match from every place, as `search` does, and on after each; the steps."""
        depth = sys.getrecursionlimit()
        sys.setrecursionlimit(max(depth, 40 * len(self.text) + 5_000))
        try:
            at = 0
            while at <= len(self.text):
                end = next(self.ends_from(at), None)
                at = at + 1 if end is None or end <= at else end
        finally:
            sys.setrecursionlimit(depth)
        return self.taken

    def ends_from(self, at: int) -> Iterator[int]:
        """Where a match from this place on may end, the first choice of `re` first."""
        return self._match(self.tree, 0, at)

    def _step(self, n: int = 1) -> None:
        self.taken += n
        if self.taken > self.most:
            raise TooManyStepsError

    def _match(self, nodes: Sequence[Node], first: int, at: int) -> Iterator[int]:
        """The places where what follows from node `first` on may end."""
        if first == len(nodes):
            yield at
            return
        self._step()
        for end in self._ends(nodes[first], at):
            yield from self._match(nodes, first + 1, end)

    def _ends(self, node: Node, at: int) -> Iterator[int]:
        kind, given = node
        if kind in _ONE:
            if at < len(self.text) and self._fits(node, self.text[at]):
                yield at + 1
        elif kind in _REPEATS:
            yield from self._repeated(kind, given, at)
        elif kind is op.SUBPATTERN:
            for end in self._match(list(given[3]), 0, at):
                self._groups[given[0]] = at, end
                yield end
        elif kind is op.BRANCH:
            for branch in given[1]:
                yield from self._match(list(branch), 0, at)
        elif kind is op.ATOMIC_GROUP:
            end = next(self._match(list(given), 0, at), None)
            yield from () if end is None else (end,)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            if self._looked(given, at) == (kind is op.ASSERT):
                yield at
        elif kind is op.AT:
            if self._is_at(given, at):
                yield at
        elif kind is op.GROUPREF:
            start, end = self._groups.get(given, (0, 0))
            self._step(end - start)
            if self.text.startswith(self.text[start:end], at):
                yield at + end - start
        else:
            raise NotImplementedError(kind)

    def _looked(self, given: tuple[int, Any], at: int) -> bool:
        direction, inner = given
        if direction > 0:
            return next(self._match(list(inner), 0, at), None) is not None
        low, _high = inner.getwidth()
        return at >= low and at in set(self._match(list(inner), 0, at - low))

    def _repeated(self, kind: Any, given: tuple[int, Any, Any], at: int) -> Iterator[int]:
        least, most, inner = given
        nodes = list(inner)
        if len(nodes) == 1 and nodes[0][0] in _ONE:
            yield from self._run(kind, nodes[0], least, most, at)
        elif kind is op.MIN_REPEAT:
            yield from self._lazily(nodes, least, most, at)
        elif kind is op.MAX_REPEAT:
            yield from self._greedily(nodes, least, most, at)
        else:
            end = next(self._greedily(nodes, least, most, at), None)
            yield from () if end is None else (end,)

    def _run(self, kind: Any, node: Node, least: int, most: Any, at: int) -> Iterator[int]:
        """A repeat of one character: as long a run as there is, then shorter ones."""
        end, last = at, min(len(self.text), at + int(most))
        while end < last and self._fits(node, self.text[end]):
            self._step()
            end += 1
        if end - at < least:
            return
        if kind is op.POSSESSIVE_REPEAT:
            yield end
            return
        places = range(at + least, end + 1)
        for place in places if kind is op.MIN_REPEAT else reversed(places):
            self._step()
            yield place

    def _greedily(self, nodes: list[Node], least: int, most: Any, at: int) -> Iterator[int]:
        self._step()
        if most > 0:
            for end in self._match(nodes, 0, at):
                if end > at or least > 0:
                    yield from self._greedily(nodes, max(least - 1, 0), most - 1, end)
        if least <= 0:
            yield at

    def _lazily(self, nodes: list[Node], least: int, most: Any, at: int) -> Iterator[int]:
        self._step()
        if least <= 0:
            yield at
        if most > 0:
            for end in self._match(nodes, 0, at):
                if end > at or least > 0:
                    yield from self._lazily(nodes, max(least - 1, 0), most - 1, end)

    def _fits(self, node: Node, character: str) -> bool:
        key = repr(node)
        test = self._single.get(key)
        if test is None:
            test = self._single[key] = self._test_of(node)
        return test(character)

    def _test_of(self, node: Node) -> Callable[[str], bool]:
        kind = node[0]
        if kind is op.ANY:
            return lambda c: bool(self.flags & re.DOTALL) or c != "\n"
        pattern = _class_of(node if kind is op.IN else (op.IN, [node]))
        found: dict[str, bool] = {}
        compiled = re.compile(pattern, self.flags & (re.IGNORECASE | re.ASCII))
        return lambda c: found[c] if c in found else found.setdefault(c, bool(compiled.match(c)))

    def _is_at(self, where: Any, at: int) -> bool:
        text, n = self.text, len(self.text)
        lines = bool(self.flags & re.MULTILINE)
        if where is op.AT_BEGINNING:
            return at == 0 or (lines and text[at - 1] == "\n")
        if where is op.AT_BEGINNING_STRING:
            return at == 0
        if where is op.AT_END:
            return at == n or text[at:] == "\n" or (lines and text[at] == "\n")
        if where is op.AT_END_STRING:
            return at == n
        before = at > 0 and _is_word(text[at - 1])
        after = at < n and _is_word(text[at])
        return (before != after) == (where is op.AT_BOUNDARY)


def _kept(pattern: re.Pattern[Any]) -> int:
    return re.UNICODE if isinstance(pattern.pattern, str) and not pattern.flags & re.ASCII else 0


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _class_of(node: Node) -> str:
    """The node of one character written as a class again."""
    parts, negated = [], ""
    for kind, given in node[1]:
        if kind is op.NEGATE:
            negated = "^"
        elif kind is op.NOT_LITERAL:
            negated = "^"
            parts.append(_escaped(given))
        elif kind is op.LITERAL:
            parts.append(_escaped(given))
        elif kind is op.RANGE:
            parts.append(f"{_escaped(given[0])}-{_escaped(given[1])}")
        else:
            parts.append(_CATEGORIES[given])
    return f"[{negated}{''.join(parts)}]"


def _escaped(code: int) -> str:
    return f"\\U{code:08x}"
