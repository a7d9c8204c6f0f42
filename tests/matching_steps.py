"""How many steps a backtracking matcher takes over a text, counted on the parse tree of a pattern.

A plain matcher without the shortcuts of `re`: what is linear here is linear there. Counting has the
same outcome on every machine, busy or not, which time has not. It keeps its own stack, so that a
text may be as long as a cell can be.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

Node = tuple[Any, Any]
Test = Callable[[str], bool]
Registers = tuple[tuple[int, int], ...]  # register -> place, those of groups and of loops
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ONE = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)
_MOST_COPIES = 200  # of a part that is repeated a number of times
_ENDLESS = 2**31


class TooManyStepsError(Exception):
    """More steps than were allowed."""


class Run(NamedTuple):
    """A repeat of one character, and in which order its lengths are tried."""

    test: Test
    least: int
    most: int
    kind: Any


class Do(NamedTuple):
    """One instruction: what to do, with what."""

    what: str
    given: Any = None
    other: Any = None


class Steps:
    """Counts the steps of one search."""

    def __init__(self, pattern: re.Pattern[Any], text: str, most: int) -> None:
        self.taken, self.most, self.at = 0, most, 0
        source = pattern.pattern
        source = source.decode("latin-1") if isinstance(source, bytes) else source
        self.text, self.flags = text, pattern.flags
        self._tests: dict[str, Test] = {}
        self._loops = 1_000  # the registers of loops come after those of groups
        tree = parser.parse(source, pattern.flags & ~re.UNICODE | _kept(pattern))
        self.program = self._compiled(list(tree))

    def search(self, to: int | None = None) -> int:
        """Look for a match from every place before `to`, and on after each; the steps until now.

        `at` is the place where the next search would begin.
        """
        last = len(self.text) if to is None else min(to - 1, len(self.text))
        while self.at <= last:
            end = self.end_from(self.at)
            self.at = self.at + 1 if end is None or end <= self.at else end
        return self.taken

    def end_from(self, at: int) -> int | None:
        """Where a match from this place ends, as `re` would have it."""
        found = self._run(self.program, at, ())
        return None if found is None else found[0]

    def _run(
        self, program: list[Do], at: int, registers: Registers
    ) -> tuple[int, Registers] | None:
        """Try what is left to try, the last choice first."""
        stack: list[tuple[int, int, Registers, int]] = [(0, at, registers, 1)]
        while stack:
            place, at, registers, count = stack.pop()
            if count != 1:  # the other lengths of a run: one further, or one back
                step = -1 if count > 0 else 1
                stack.append((place, at + step, registers, count + step))
            while True:
                self._step()
                do = program[place]
                if do.what == "match":
                    return at, registers
                if do.what == "one":
                    if at >= len(self.text) or not do.given(self.text[at]):
                        break
                    at += 1
                elif do.what == "split":
                    stack.append((do.other, at, registers, 1))
                    place = do.given
                    continue
                elif do.what == "jump":
                    place = do.given
                    continue
                elif do.what == "run":
                    end = self._run_from(do.given, at)
                    if end is None:
                        break
                    at = self._choose(stack, place + 1, at + do.given.least, end, registers, do)
                elif do.what == "set":
                    registers = _with(registers, do.given, at)
                elif do.what == "moved":
                    if dict(registers)[do.given] == at:
                        break
                elif do.what == "within":
                    found = self._run(do.given, at, registers)
                    if found is None:
                        break
                    at, registers = found
                elif not self._holds(do, at, registers):
                    break
                elif do.what == "again":
                    start, end = _group(registers, do.given)
                    at += end - start
                place += 1
        return None

    def _run_from(self, run: Run, at: int) -> int | None:
        """Where the longest run ends; None when it is too short."""
        end, last = at, min(len(self.text), at + run.most)
        while end < last and run.test(self.text[end]):
            self._step()
            end += 1
        return end if end - at >= run.least else None

    def _choose(self, stack: Any, place: int, low: int, high: int, registers: Any, do: Do) -> int:
        """The first length of a run to go on with; the others are left on the stack."""
        others = high - low
        if do.given.kind is op.POSSESSIVE_REPEAT or not others:
            return high
        if do.given.kind is op.MIN_REPEAT:
            stack.append((place, low + 1, registers, -(others - 1) or 1))
            return low
        stack.append((place, high - 1, registers, others))
        return high

    def _step(self, n: int = 1) -> None:
        self.taken += n
        if self.taken > self.most:
            raise TooManyStepsError

    def _holds(self, do: Do, at: int, registers: Registers) -> bool:
        if do.what == "at":
            return self._is_at(do.given, at)
        if do.what == "again":
            start, end = _group(registers, do.given)
            self._step(end - start)
            return self.text.startswith(self.text[start:end], at)
        back, program = do.given
        found = at >= back and self._run(program, at - back, registers)
        is_there = bool(found) and (not back or found[0] == at)  # type: ignore[index]
        return is_there == do.other

    def _compiled(self, nodes: list[Node]) -> list[Do]:
        program: list[Do] = []
        for node in nodes:
            self._add(program, node)
        return [*program, Do("match")]

    def _add(self, program: list[Do], node: Node) -> None:
        kind, given = node
        if kind in _ONE:
            program.append(Do("one", self._test(node)))
        elif kind in _REPEATS:
            self._add_repeat(program, kind, *given)
        elif kind is op.SUBPATTERN:
            group = given[0]
            program += [Do("set", 2 * group)] if group else []
            self._add_all(program, given[3])
            program += [Do("set", 2 * group + 1)] if group else []
        elif kind is op.BRANCH:
            self._add_branches(program, given[1])
        elif kind is op.ATOMIC_GROUP:
            program.append(Do("within", self._compiled(list(given))))
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            direction, inner = given
            back = inner.getwidth()[0] if direction < 0 else 0
            looked = back, self._compiled(list(inner))
            program.append(Do("look", looked, kind is op.ASSERT))
        elif kind is op.AT:
            program.append(Do("at", given))
        elif kind is op.GROUPREF:
            program.append(Do("again", given))
        else:
            raise NotImplementedError(kind)

    def _add_all(self, program: list[Do], nodes: Any) -> None:
        for node in nodes:
            self._add(program, node)

    def _add_branches(self, program: list[Do], branches: Any) -> None:
        jumps = []
        for number, branch in enumerate(branches):
            split = len(program)
            is_last = number == len(branches) - 1
            program += [] if is_last else [Do("split")]
            self._add_all(program, branch)
            if not is_last:
                jumps.append(len(program))
                program.append(Do("jump"))
                program[split] = Do("split", split + 1, len(program))
        for jump in jumps:
            program[jump] = Do("jump", len(program))

    def _add_repeat(self, program: list[Do], kind: Any, least: int, most: Any, inner: Any) -> None:
        nodes = list(inner)
        most = min(int(most), _ENDLESS)
        if len(nodes) == 1 and nodes[0][0] in _ONE:
            program.append(Do("run", Run(self._test(nodes[0]), least, most, kind)))
            return
        if kind is op.POSSESSIVE_REPEAT:
            greedy = [(op.MAX_REPEAT, (least, most, inner))]
            program.append(Do("within", self._compiled(greedy)))
            return
        for _ in range(least):
            self._add_all(program, nodes)
        if most - least > _MOST_COPIES:
            self._add_loop(program, kind, nodes)
            return
        splits = []
        for _ in range(most - least):
            splits.append(len(program))
            program.append(Do("split"))
            self._add_all(program, nodes)
        for split in splits:
            program[split] = _either(kind, split + 1, len(program))

    def _add_loop(self, program: list[Do], kind: Any, nodes: list[Node]) -> None:
        self._loops += 1
        register, split = self._loops, len(program)
        program += [Do("split"), Do("set", register)]
        self._add_all(program, nodes)
        program += [Do("moved", register), Do("jump", split)]
        program[split] = _either(kind, split + 1, len(program))

    def _test(self, node: Node) -> Test:
        key = repr(node)
        if key not in self._tests:
            self._tests[key] = self._test_of(node)
        return self._tests[key]

    def _test_of(self, node: Node) -> Test:
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
            return at == n or (text[at] == "\n" and (lines or at == n - 1))
        if where is op.AT_END_STRING:
            return at == n
        before = at > 0 and _is_word(text[at - 1])
        after = at < n and _is_word(text[at])
        return (before != after) == (where is op.AT_BOUNDARY)


def _either(kind: Any, on: int, out: int) -> Do:
    """Once more or not: which of them first."""
    return Do("split", out, on) if kind is op.MIN_REPEAT else Do("split", on, out)


def _with(registers: Registers, register: int, at: int) -> Registers:
    return (*(kept for kept in registers if kept[0] != register), (register, at))


def _group(registers: Registers, group: int) -> tuple[int, int]:
    places = dict(registers)
    return places.get(2 * group, 0), places.get(2 * group + 1, 0)


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
