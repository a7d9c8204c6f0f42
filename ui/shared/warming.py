"""What is done before the first visitor comes, so that nobody waits for it."""

from __future__ import annotations

import gc
import importlib
import logging
import pkgutil
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import ModuleType

import ui
from data.failures import log_failure
from ui.shared import loaders

log = logging.getLogger(__name__)

_LOADED_FIRST = (
    loaders.usage, loaders.departments, loaders.themes, loaders.relevance, loaders.reported,
    loaders.actions, loaders.batches, loaders.budget, loaders.settings,
)  # fmt: skip


@asynccontextmanager
async def warming(_app: object) -> AsyncIterator[None]:
    """Begin to warm when the server starts; it takes visitors meanwhile."""
    threading.Thread(target=warm, daemon=True).start()
    yield


def warm() -> None:
    """Import what the pages need and load what is stored; then keep it out of the collector.

    Python's own generations (700, 10, 10) stay: they cost 2 % of a click. But a walk of the oldest
    one passes everything that was imported, 250,000 objects, and everybody waits 140 ms for it.
    What is there now stays until the end: frozen, it is passed no more, and the walk takes 1 ms.
    """
    try:
        _import_all(ui)
        for load in _LOADED_FIRST:
            load()
    except Exception as error:  # the first visitor is told
        log_failure(log, "warming up", error)
    gc.collect()
    gc.freeze()


def _import_all(package: ModuleType) -> None:
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
