from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
import streamlit as st

from data.progress import CHECKING, READING, RECOGNISING, STORING, StoppedError, step
from texts import use_language
from ui.reading_in import background_work
from ui.reading_in.background_work import Task


@pytest.fixture(autouse=True)
def session(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    state: dict[str, Any] = {}
    monkeypatch.setattr(st, "session_state", state)
    monkeypatch.setattr(background_work, "_LOOK_SECONDS", 0.01)
    return state


def task(do: Callable[[], Any], said: list[Any], name: str = "a.xlsx") -> Task:
    return Task(name, lambda: do, said.append, lambda: said.append(f"{name} stopped"))


def test_work_runs_elsewhere_and_is_handed_over_here() -> None:
    said: list[Any] = []
    background_work.add(task(threading.current_thread, said))
    assert background_work.is_waiting()
    background_work.go_on()
    assert not background_work.is_waiting()
    assert said != [threading.current_thread()]


def test_tasks_are_done_in_turn_and_prepared_when_their_turn_comes() -> None:
    said: list[Any] = []

    def prepare() -> Callable[[], Any]:
        found = list(said)
        return lambda: ("after", found)

    background_work.add(task(lambda: "first", said))
    background_work.add(Task("b.xlsx", prepare, said.append))
    background_work.go_on()
    assert said == ["first", ("after", ["first"])]


def test_what_is_interrupted_goes_on_and_is_not_done_twice(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Interruption(BaseException):
        pass

    def interrupt(*_: object) -> None:
        raise Interruption

    begun, go = [], threading.Event()
    said: list[Any] = []
    background_work.add(task(lambda: begun.append(1) or go.wait(30), said))
    monkeypatch.setattr(background_work, "SILENT_SECONDS", 0)
    monkeypatch.setattr(st, "progress", interrupt)
    with pytest.raises(Interruption):
        background_work.go_on()
    assert said == []
    go.set()
    monkeypatch.setattr(background_work, "SILENT_SECONDS", 30)
    background_work.go_on()
    assert begun == [1]
    assert said == [True]


def test_what_is_cancelled_ends_and_the_next_goes_on() -> None:
    said: list[Any] = []
    first = task(lambda: step(READING), said)
    first.watch.stop()
    background_work.add(first)
    background_work.add(task(lambda: "b", said, "b.xlsx"))
    background_work.go_on()
    assert said == ["a.xlsx stopped", "b"]


def test_a_failure_is_raised_once_and_holds_nobody_up() -> None:
    def fail() -> Callable[[], Any]:
        raise ValueError("x")

    said: list[Any] = []
    background_work.add(Task("a.xlsx", lambda: fail, said.append))
    background_work.add(Task("b.xlsx", fail, said.append))
    background_work.add(task(lambda: "c", said, "c.xlsx"))
    for _failure in range(2):
        with pytest.raises(ValueError, match="x"):
            background_work.go_on()
    background_work.go_on()
    assert said == ["c"]


@pytest.mark.parametrize(
    ("stage", "done", "total", "share", "words"),
    [
        (CHECKING, 0, 0, 0.0, "Bestand openen en controleren…"),
        (READING, 0, 0, 0.1, "Bestand openen en controleren…"),
        (READING, 5_000, 10_000, 0.35, "Lezen: rij 5.000 van 10.000"),
        (READING, 5, 3, 0.6, "Lezen: rij 5 van 5"),
        (RECOGNISING, 0, 0, 0.6, "Datums, namen en bedragen herkennen…"),
        (STORING, 1_000, 4_000, 0.25, "Opslaan: rij 1.000 van 4.000"),
    ],
)
def test_progress_in_words(stage: str, done: int, total: int, share: float, words: str) -> None:
    shown = task(lambda: None, [], "*a*.xlsx")
    shown.watch.stage, shown.watch.done, shown.watch.total = stage, done, total
    with use_language("nl"):
        found, text = background_work._progress(shown)
        assert found == pytest.approx(share)
        assert text == rf"**\*a\*\.xlsx** · {words}"
        shown.watch.stop()
        assert background_work._progress(shown)[1].endswith("· Bezig met annuleren…")


@pytest.mark.parametrize(("stage", "stopped"), [(RECOGNISING, True), (STORING, False)])
def test_work_ends_when_its_visitor_has_left_but_storing_is_finished(
    monkeypatch: pytest.MonkeyPatch, stage: str, stopped: bool
) -> None:
    monkeypatch.setattr(background_work, "_GUARD_SECONDS", 0.01)
    monkeypatch.setattr(background_work, "PATIENCE_SECONDS", 0.02)
    monkeypatch.setattr(background_work, "who_visits", lambda: lambda: False)
    begun, ended = threading.Event(), threading.Event()

    def work() -> str:
        with suppress(StoppedError):
            for _ in range(100):
                step(stage)
                begun.set()
                if ended.wait(0.01):
                    break
            return "finished"
        return "stopped"

    said: list[Any] = []
    done = task(work, said)
    done.wait(0)
    begun.wait(5)
    assert done.wait(10)
    done.hand_over()
    assert said == ["stopped" if stopped else "finished"]
