"""What `deploy/` tells containers to do, done without them: each command, setting and limit."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from data.storing.accounts import Account, put_accounts
from data.storing.store import open_store
from data.users import COORDINATOR
from tests.browser.providing import provided
from tests.browser.serving import free_port, wait_until_healthy
from tests.signing_in import Browser
from tests.users import BEHEERDER

ROOT = Path(__file__).parents[1]
CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text("utf-8").replace("\\\n", " ")
COMPOSE = (ROOT / "deploy" / "compose.yaml").read_text("utf-8")
EXAMPLE = (ROOT / "deploy" / "example.env").read_text("utf-8")
SECRET = "een-geheim-van-meer-dan-32-tekens-lang"  # noqa: S105


def told(instruction: str) -> list[str]:
    """What the Containerfile says behind an instruction, each time."""
    return re.findall(rf"^{instruction} +(.+)$", CONTAINERFILE, re.MULTILINE)


def command(instruction: str) -> list[str]:
    """A command of the Containerfile, as Python of this environment runs it."""
    *_, text = told(instruction)
    program, *arguments = json.loads(text[text.index("[") :])
    tools = {"python": [sys.executable], "streamlit": [sys.executable, "-m", "streamlit"]}
    return [*tools[program], *arguments]


def filled_in(text: str, values: dict[str, str]) -> str:
    """A value of the compose file, as compose fills it in; `KeyError` for what must be given."""

    def value(found: re.Match[str]) -> str:
        name, default = found[1], found[2]
        if values.get(name):
            return values[name]
        if default.startswith("?"):
            raise KeyError(name)
        return default.removeprefix("-")

    return re.sub(r"\$\{(\w+):([?-][^}]*)\}", value, text)


def of_the_app(values: dict[str, str]) -> dict[str, str]:
    """The environment of a process of the app."""
    (block,) = re.findall(r"^x-app:.*?\n  environment:\n(.*?)^  \w", COMPOSE, re.S | re.M)
    lines = re.findall(r"^    (\w+): (.+)$", block, re.MULTILINE)
    return {name: filled_in(text, values) for name, text in lines}


def test_the_image_holds_the_locked_packages_and_runs_as_nobody_in_particular() -> None:
    install = next(run for run in told("RUN") if "pip install" in run)
    assert "--require-hashes -r requirements.lock" in install
    every = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+.*?(?=^\S|\Z)", every, re.S | re.M)
    assert len(pinned) > 40
    assert all("--hash=sha256:" in package for package in pinned)
    (user,) = told("USER")
    assert int(user) > 1_000
    assert any(f"--uid {user}" in run for run in told("RUN"))
    assert CONTAINERFILE.index("\nUSER") < CONTAINERFILE.index("\nCMD")


def test_no_secret_gets_into_the_image() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert {".git", "store", "deploy/.env", ".streamlit/secrets.toml"} <= set(ignored)
    empty = re.findall(r"^\w*(?:SECRET|PASSWORD)\w*=(.*)$", EXAMPLE, re.MULTILINE)
    assert len(empty) >= 3
    assert not any(empty)


def test_the_tools_of_the_image_are_not_older_than_the_database() -> None:
    # Debian's name tells which PostgreSQL it has.
    clients = {"bookworm": 15, "trixie": 17}
    (image,) = told("FROM")
    (database,) = re.findall(r"image: postgres:(\d+)", COMPOSE)
    assert clients[image.rpartition("-")[2]] >= int(database)


def test_without_a_password_or_a_secret_nothing_starts() -> None:
    for missing in ("DATABASE_PASSWORD", "COOKIE_SECRET"):
        given = {"DATABASE_PASSWORD": "x", "COOKIE_SECRET": SECRET} | {missing: ""}
        with pytest.raises(KeyError):
            of_the_app(given)


def test_as_the_example_stands_the_tool_refuses_to_start(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    environment = {**os.environ, **with_env_of_image(), "HOME": str(tmp_path),
                   "DATABASE_URL": f"sqlite:///{tmp_path / 'store.sqlite3'}"}  # fmt: skip
    done = subprocess.run(
        [*command("CMD"), "--server.port", str(free_port())], cwd=ROOT, env=environment,
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 2
    assert "De tool start niet: anderen kunnen erbij" in done.stderr


def with_env_of_image() -> dict[str, str]:
    return dict(line.split("=", 1) for line in told("ENV"))


def test_the_proxy_understands_its_file() -> None:
    for site in ({}, {"SITE_ADDRESS": "verbreding.example.nl"}):
        done = subprocess.run(
            [caddy(), "validate", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"],
            cwd=ROOT, env={**os.environ, "COOKIE_SECRET": SECRET, **site}, capture_output=True,
            text=True,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def caddy() -> str:
    found = shutil.which("caddy")
    if not found:
        pytest.skip("Caddy is not installed")
    return found


@contextmanager
def running(argv: list[str], environment: dict[str, str], log: Path) -> Iterator[Any]:
    """A process until the block ends."""
    with log.open("wb") as output:
        process = subprocess.Popen(argv, cwd=ROOT, env=environment, stdout=output, stderr=output)
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def test_two_processes_a_database_and_the_proxy_serve_over_tls(
    postgresql_url: str, tmp_path: Path
) -> None:
    proxy = caddy()
    port, apps = free_port(), (free_port(), free_port())
    origin = f"https://localhost:{port}"
    (check,) = re.findall(r'"CMD-SHELL", "pg_isready ([^"]+)"', COMPOSE)
    assert shlex.split(check) == ["-U", "platform31", "-d", "verbredingsmonitor"]
    values = {"DATABASE_PASSWORD": "x", "COOKIE_SECRET": SECRET}
    with ExitStack() as stack:
        settings = stack.enter_context(provided(origin))
        environment = {
            "PATH": os.environ["PATH"], "HOME": "/nergens", "PYTHONDONTWRITEBYTECODE": "1",
            **with_env_of_image(), **of_the_app(values), **settings,
            "DATABASE_URL": postgresql_url,
        }  # fmt: skip
        store = open_store(postgresql_url)
        stack.callback(store.close)
        put_accounts(store, BEHEERDER, {"noor@example.nl": Account(COORDINATOR)})
        for app in apps:
            log, own = tmp_path / f"{app}.log", {"STREAMLIT_SERVER_PORT": str(app)}
            served = stack.enter_context(running(command("CMD"), environment | own, log))
            wait_until_healthy(app, served, log)
            healthy = [part.replace("8501", str(app)) for part in command("HEALTHCHECK")]
            assert subprocess.run(healthy, env=environment).returncode == 0
        before = {
            **os.environ, "SITE_ADDRESS": origin, "COOKIE_SECRET": SECRET,
            "APPS": " ".join(f"127.0.0.1:{app}" for app in apps),
            "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "HOME": str(tmp_path),
        }  # fmt: skip
        argv = [proxy, "run", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"]
        stack.enter_context(running(argv, before, tmp_path / "caddy.log"))
        with Browser(port, origin=origin) as browser:
            first = browser.first_answer()
            assert first.status_code == 200, (tmp_path / "caddy.log").read_text()
            assert first.headers["strict-transport-security"]
            browser.sign_in("noor")
            visited = browser.client.cookies["visited"]
            kept = {cookie.name: cookie for cookie in browser.client.cookies.jar}
            assert kept["_streamlit_user"].secure
            assert kept["bezoek"].secure
            assert "Overzicht" in browser.listener().sent("").decode("utf-8", "ignore")
            assert browser.client.get(origin).cookies.get("visited") in (None, visited)
        # Who speaks plainly, or to another name, gets nothing of it.
        other = httpx.get(f"http://127.0.0.1:{apps[0]}/", headers={"Host": "elders.example"})
        assert (other.status_code, other.content) == (421, b"")
