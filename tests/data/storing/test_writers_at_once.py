from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from data.intake.store_upload import store_preview
from data.storing.errors import AlreadyStoredError
from data.storing.frames import load_batches, load_departments, load_usage
from data.storing.store import Store, data_version, open_store
from tests.data.storing.examples import ARMOEDE, JOS, preview, usage_sheet, use
from tests.users import NOOR

ROOT = Path(__file__).parents[3]
UPLOADS = 5
ROWS = 200


def store_some(store: Store, who: str) -> None:
    """Store uploads of one writer; each brings the same new names and one of its own."""
    for number in range(UPLOADS):
        rows = [use("2018-05-05", JOS, ARMOEDE)] * (ROWS - 1)
        rows.append(use("2018-05-05", f"Afdeling {who}", ARMOEDE))
        store_preview(preview(usage_sheet(rows), content=f"{who}{number}"), store=store, user=NOOR)


def test_two_processes_do_not_disturb_each_other(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    module = "tests.data.storing.test_writers_at_once"
    code = (
        f"from data.storing.store import open_store; from {module} import store_some; import sys; "
        f"store_some(open_store({url!r}), sys.argv[1])"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, who], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        for who in ("A", "B")
    ]
    assert [process.communicate()[1] for process in processes] == ["", ""]
    store = open_store(url)
    assert len(load_usage(store)) == 2 * UPLOADS * ROWS
    assert set(load_departments(store)["department"]) == {JOS, "Afdeling A", "Afdeling B"}
    assert load_batches(store)["accepted"].tolist() == [ROWS] * 2 * UPLOADS
    assert data_version(store) == 2 * UPLOADS
    store.close()


def test_of_two_threads_with_the_same_file_one_stores_it(store: Store) -> None:
    file = preview(usage_sheet([use("2018-05-05", JOS, ARMOEDE)] * ROWS))

    def attempt(_: int) -> str:
        try:
            return f"stored as {store_preview(file, store=store, user=NOOR)}"
        except AlreadyStoredError as error:
            return f"was stored as {error.batch_id}"

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(attempt, range(4)))
    assert sorted(outcomes) == ["stored as 1"] + ["was stored as 1"] * 3
    assert len(load_usage(store)) == ROWS
