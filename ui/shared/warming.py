"""What is done before the first visitor comes, so that nobody waits for it."""

from __future__ import annotations

import gc
import importlib
import logging
import pkgutil
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import ModuleType

import ui
from data.failures import log_failure
from ui.shared import loaders
from ui.shared.snapshot import memory

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.5  # a look takes a tenth of a millisecond
_AFTER_FAILURE_SECONDS = 30
_LOADED_FIRST = (
    loaders.usage, loaders.departments, loaders.themes, loaders.relevance, loaders.reported,
    loaders.actions, loaders.batches, loaders.budget, loaders.settings,
)  # fmt: skip


@asynccontextmanager
async def warming(_app: object) -> AsyncIterator[None]:
    """Begin to warm when the server starts; it takes visitors meanwhile."""
    threading.Thread(target=_keep_warm, daemon=True).start()
    yield


def _keep_warm() -> None:
    """Warm, and from then on load what another process changed before a visitor asks for it."""
    warm()
    while True:
        time.sleep(_LOOK_SECONDS)
        try:
            memory().look()
        except Exception as error:  # the store may be away for a while
            log_failure(log, "looking for changes", error)
            time.sleep(_AFTER_FAILURE_SECONDS)


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
