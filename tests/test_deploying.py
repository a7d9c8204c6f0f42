"""What the files in `deploy/` run is what this repository has, tried without a container."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from streamlit import config

from benchmarks._serving import HOST, free_port
from data.settings import ENVIRONMENT_PREFIX, Settings

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
COMPOSE, IMAGE, PROXY, EXAMPLE = (
    (DEPLOY / name).read_text("utf-8")
    for name in ("compose.yaml", "Dockerfile", "Caddyfile", "example.env")
)
OPERATING = (ROOT / "docs" / "operating.md").read_text("utf-8")
COMMANDS = re.findall(r"^python -m data (\w+) ", OPERATING, re.MULTILINE)
SIGN_IN = {
    "PUBLIC_URL": "https://verbreding.example.nl",
    "OIDC_METADATA_URL": "https://aanmelden.example.nl/.well-known/openid-configuration",
    "OIDC_CLIENT_ID": "verbredingsmonitor",
    "OIDC_CLIENT_SECRET": "niet geheim",
}


def _command() -> list[str]:
    """What the image runs."""
    found: list[str] = json.loads(re.findall(r"^CMD (.*)$", IMAGE, re.MULTILINE)[-1])
    return found


def _environment(filled: dict[str, str], url: str) -> dict[str, str]:
    """What compose gives a process, with `filled` in the place of deploy/.env."""
    app = COMPOSE.split("services:")[0]
    told = dict(re.findall(r"^    ([A-Z_]+): (.*)$", app, re.MULTILINE))
    given = {
        name: re.sub(r"\$\{([A-Z_]+)(?::[-?][^}]*)?\}", lambda m: filled.get(m[1], ""), value)
        for name, value in told.items()
    }
    image = dict(re.findall(r"^ENV (\w+)=(.*)$", IMAGE, re.MULTILINE))
    return image | given | {"DATABASE_URL": url}


@contextmanager
def _started(filled: dict[str, str], folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    port = free_port()
    here = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    process = subprocess.Popen(
        [sys.executable, "-m", *_command(), "--server.port", str(port)],
        cwd=ROOT,
        env=here | _environment(filled, f"sqlite:///{folder / 'store.sqlite3'}"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        yield process, port
    finally:
        process.kill()
        process.communicate()


def _is_healthy(port: int, path: str) -> bool:
    with closing(http.client.HTTPConnection(HOST, port, timeout=2)) as connection:
        try:
            connection.request("GET", path)
            return connection.getresponse().status == 200
        except OSError:
            return False


def test_every_name_in_the_compose_file_exists() -> None:
    of_app = set(re.findall(r"^    ([A-Z_]+): ", COMPOSE.split("services:")[0], re.MULTILINE))
    ours = {name for name in of_app if name.startswith(ENVIRONMENT_PREFIX)}
    assert {name.removeprefix(ENVIRONMENT_PREFIX).lower() for name in ours} <= set(
        Settings.__dataclass_fields__
    )
    assert of_app - ours == {"DATABASE_URL", "STREAMLIT_SERVER_COOKIE_SECRET"}


def test_what_must_be_filled_in_stands_in_the_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))
    assert asked == set(re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE, re.MULTILINE))
    needed = set(re.findall(r"\$\{([A-Z_]+):\?", COMPOSE))
    assert needed == set(re.findall(r"^([A-Z_]+)=", EXAMPLE, re.MULTILINE))


def test_files_ports_and_paths_agree() -> None:
    for file in re.findall(r"(?:dockerfile|COPY) ?:? ([\w./]+)(?: \.)?$", COMPOSE + IMAGE, re.M):
        assert (ROOT / file).exists(), file
    assert set(re.findall(r"app\d+:(\d+)", PROXY)) == set(re.findall(r"EXPOSE (\d+)", IMAGE))
    assert f"EXPOSE {config.get_option('server.port')}" in IMAGE
    made = (ROOT / "Makefile").read_text("utf-8")
    assert " ".join(_command()) in made


def test_nobody_gets_in_where_nobody_signs_in(tmp_path: Path) -> None:
    with _started({"COOKIE_SECRET": "x" * 32}, tmp_path) as (process, _port):
        assert process.wait(60) == 2
        assert process.stderr
        assert "docs/operating.md" in process.stderr.read().decode()


def test_the_command_of_the_image_serves_where_the_proxy_looks(tmp_path: Path) -> None:
    (path,) = re.findall(r"health_uri (\S+)", PROXY)
    with _started(SIGN_IN | {"COOKIE_SECRET": "x" * 32}, tmp_path) as (process, port):
        deadline = time.monotonic() + 60
        while not _is_healthy(port, path):
            assert process.poll() is None
            assert time.monotonic() < deadline, "it does not serve"
            time.sleep(0.1)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_of_the_operator_exist(command: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "data", command, "--help"], cwd=ROOT, capture_output=True, check=True
    )
    assert told.stdout
