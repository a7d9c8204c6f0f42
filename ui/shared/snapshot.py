"""Which state of the store a visitor sees: asked once per run, and never half of a change.

When data changed, what pages use of it is loaded and computed anew by one thread behind the scenes.
Visitors meanwhile see the state from before and wait for nothing; whoever changed something waits.
"""

from __future__ import annotations

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data.failures import log_failure
from data.storing.store import Store, default_url, open_store
from data.storing.versions import ALL_KINDS, IDENTITY, Versions, load_versions, on_writing

PATIENCE = 0.25  # seconds that a visitor waits for a change of another: most are there by then
_MOST_LOADED = 128  # frames: the newest state and the one before, in some structures
_MOST_COMPUTED = 3_000  # results; each is some kilobytes
_MOST_WARMED = 100  # results computed anew before a changed state is shown: those last looked at
_OWN_WRITING = "own_writing"

log = logging.getLogger(__name__)


class Once:
    """Results by their key: each is made once, also when many ask at once; the oldest go first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:  # noqa: ANN401 (what is made)
        """The result of the key, made when there is none."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
            turn = self._making.setdefault(key, threading.Lock())
        with turn:
            with self._lock:
                if key in self._made:
                    return self._made[key]
            try:
                made = make()
                with self._lock:
                    self._made[key] = made
                    while len(self._made) > self._most:
                        self._made.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def copy(self, wanted: Callable[[Any, Any], bool]) -> Once:
        """Another with the results that are wanted, by key and result."""
        other = Once(self._most)
        with self._lock:
            kept = [(key, made) for key, made in self._made.items() if wanted(key, made)]
        other._made.update(kept)
        return other

    def newest(self, most: int) -> list[tuple[Hashable, Any]]:
        """The results that were last asked for, the last one first."""
        with self._lock:
            return list(reversed(self._made.items()))[:most]


@dataclass(frozen=True)
class _Loaded:
    """What was loaded, and the kinds of data that it is made of."""

    value: Any
    kinds: frozenset[str]


@dataclass(frozen=True)
class Result:
    """Something computed, the kinds of data that it rests on, and how to compute it anew."""

    value: Any
    kinds: frozenset[str]
    renew: Callable[[], None]


@dataclass(eq=False)
class Snapshot:
    """A state of the store, and what is in memory of it."""

    store: Store
    versions: Versions
    loaded: Once = field(default_factory=lambda: Once(_MOST_LOADED))
    computed: Once = field(default_factory=lambda: Once(_MOST_COMPUTED))
    before_showing: dict[Hashable, Callable[[], Any]] = field(default_factory=dict)
    ready: threading.Event = field(default_factory=threading.Event)

    def load(self, name: Hashable, kinds: Collection[str], load: Callable[[Store], Any]) -> Any:  # noqa: ANN401 (whatever is loaded)
        """What `load` gives: once, and in later states too until one of these kinds changes."""
        make = partial(load, self.store)
        found = self.loaded.get(name, lambda: _Loaded(make(), frozenset(kinds)))
        return found.value

    def remember(self, name: Hashable, load: Callable[[], Any]) -> None:
        """Have this called for every later state before it is shown."""
        self.before_showing.setdefault(name, load)

    def followed_by(self, versions: Versions) -> Snapshot:
        """The state after this one, with everything that still holds."""
        changed = {kind for kind in ALL_KINDS if self.versions.get(kind) != versions.get(kind)}
        if self.versions.get(IDENTITY) != versions.get(IDENTITY):  # another store stands there
            changed = set(ALL_KINDS)

        def holds(_key: object, made: _Loaded | Result) -> bool:
            return not made.kinds & changed

        return Snapshot(
            self.store,
            versions,
            self.loaded.copy(holds),
            self.computed.copy(holds),
            self.before_showing,
        )


class Memory:
    """What is in memory of one store, for every visitor: the state shown, and the one to come."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._shown: Snapshot | None = None
        self._next: Snapshot | None = None  # the newest state, when that is not the one shown
        self._preparing: Snapshot | None = None
        self._lock = threading.Lock()

    def newest(self) -> Snapshot:
        """The newest state, also when it is still being loaded: who asks of it, waits."""
        return self._find()[0]

    def shown(self) -> Snapshot:
        """The state that visitors see: the newest one that is ready."""
        newest, preparing = self._find()
        if preparing is None:
            return newest
        preparing.ready.wait(PATIENCE)
        return self._shown or newest

    def look(self) -> None:
        """Begin to load what changed, also when nobody asks for it yet."""
        self._find()

    def shows(self, versions: Versions) -> bool:
        """Whether visitors see a state with all that these versions say."""
        seen = self._shown.versions if self._shown else {}
        if seen.get(IDENTITY) != versions.get(IDENTITY):  # the change was made to another store
            return True
        return all(seen.get(kind, 0) >= number for kind, number in versions.items())

    def _find(self) -> tuple[Snapshot, Snapshot | None]:
        """The newest state, and the one that is being made ready, if any."""
        asked = load_versions(self.store)
        with self._lock:
            if self._shown is None:
                self._shown = Snapshot(self.store, asked)
            if self._shown.versions == asked:
                return self._shown, None
            if self._next is None or self._next.versions != asked:
                self._next = (self._next or self._shown).followed_by(asked)
            if self._preparing is None:
                self._preparing = self._next
                threading.Thread(target=self._prepare, args=[self._next], daemon=True).start()
            return self._next, self._preparing

    def _prepare(self, state: Snapshot) -> None:
        before = self._shown
        _pinned.set(state)
        try:
            for load in list(state.before_showing.values()):
                load()
            for _key, result in before.computed.newest(_MOST_WARMED) if before else ():
                result.renew()
        except Exception as error:  # whoever asks for it is told
            log_failure(log, "loading what changed", error)
        finally:
            with self._lock:
                self._shown = state
                self._next = None if self._next is state else self._next
                self._preparing = None
            state.ready.set()


_pinned: ContextVar[Snapshot | None] = ContextVar("pinned", default=None)
_of_run: ContextVar[tuple[object, str, Snapshot] | None] = ContextVar("of_run", default=None)
_reading: ContextVar[set[str] | None] = ContextVar("reading", default=None)
_opening: ContextVar[bool] = ContextVar("opening", default=False)


@st.cache_resource(show_spinner=False)
def memory_of(url: str) -> Memory:
    """The store at this address, opened once, with what is in memory of it."""
    opening = _opening.set(True)
    try:
        return Memory(open_store(url))
    finally:
        _opening.reset(opening)


def memory() -> Memory:
    """The store in force, with what is in memory of it."""
    return memory_of(default_url())


def snapshot() -> Snapshot:
    """The state of the store that this run sees; outside a visit always the newest."""
    if pinned := _pinned.get():
        return pinned
    run, url = _run(), default_url()
    seen = _of_run.get()
    if seen and run is not None and seen[0] is run and seen[1] == url:
        return seen[2]
    found = memory().newest() if run is None or _waits() else memory().shown()
    _of_run.set((run, url, found))
    return found


def _run() -> object | None:
    """What is the same object during one run of a page, and another in the next."""
    context = get_script_run_ctx(suppress_warning=True)
    return None if context is None else context.cursors


def _waits() -> bool:
    """Whether this visitor changed something that is not shown to everybody yet."""
    changed: Versions | None = st.session_state.get(_OWN_WRITING)
    if changed is None:
        return False
    if memory().shows(changed):
        del st.session_state[_OWN_WRITING]
        return False
    return True


def renew() -> None:
    """Let what follows in this visit see the newest state: the visitor changed something.

    What a store writes of itself while it is opened for the first time is no such change.
    """
    if _opening.get():
        return
    _of_run.set(None)
    if _run() is not None:
        st.session_state[_OWN_WRITING] = load_versions(memory().store)


on_writing(renew)


def note_reading(kinds: Collection[str] = ALL_KINDS) -> None:
    """Say that what is being computed rests on these kinds of data."""
    reading = _reading.get()
    if reading is not None:
        reading.update(kinds)


def computed_once(
    key: Hashable, compute: Callable[[], Any], again: Callable[[], Callable[[], None]]
) -> Any:  # noqa: ANN401 (whatever is computed)
    """What `compute` gives, once until one of the kinds of data changes that it reads.

    `again` gives what asks for it anew, in any thread, when the data changed.
    """

    def make() -> Result:
        reading: set[str] = set()
        outer = _reading.set(reading)
        try:
            value = compute()
        finally:
            _reading.reset(outer)
        return Result(value, frozenset(reading), again())

    result: Result = snapshot().computed.get(key, make)
    note_reading(result.kinds)
    return result.value
