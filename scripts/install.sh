#!/bin/sh
# Makes .venv and puts the packages of one lock file in it: scripts/install.sh requirements.lock
# A copy of the lock stands in .venv afterwards; while the two are equal there is nothing to do.
set -eu
cd "$(dirname "$0")/.."
lock=$1
installed=.venv/installed-$(basename "$lock")

works() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

find_python() {
    without_venv=
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        works "$name" || continue
        if has_venv "$name"; then
            python=$name
            return
        fi
        without_venv=${without_venv:-$name}
    done
    if [ -n "$without_venv" ]; then
        echo "$without_venv kan geen omgeving maken: de module ensurepip ontbreekt. Installeer die, op Debian en Ubuntu met: apt install python3-venv" >&2
        echo "$without_venv cannot make an environment: the module ensurepip is missing. Install it, on Debian and Ubuntu with: apt install python3-venv" >&2
    else
        echo "Er is geen Python 3.11 of nieuwer gevonden. Installeer die, of wijs hem aan met: make run PYTHON=/pad/naar/python3" >&2
        echo "No Python 3.11 or newer was found. Install it, or point to it with: make run PYTHON=/path/to/python3" >&2
    fi
    exit 1
}

if works .venv/bin/python && cmp -s "$lock" "$installed"; then
    exit 0
fi
if ! works .venv/bin/python || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    find_python
    echo "Making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi
echo "Installing the packages of $lock (once; a minute or two)"
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-input \
    --require-hashes -r "$lock"
cp "$lock" "$installed"
