"""The app that a benchmark looks at: at an address, or else one of its own with the sample."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from data.sample import read_in
from data.storing.store import open_store
from tests.browser.serving import served
from tests.users import NOOR


@contextmanager
def site(arguments: Sequence[str]) -> Iterator[str]:
    """The origin that the first argument names; without one, of an app that ends with the block."""
    if arguments:
        yield arguments[0]
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite3"
        with closing(open_store(f"sqlite:///{path}")) as store:
            read_in(store, NOOR)
        with served(path) as own:
            yield own.origin
