#!/bin/sh
# Sees to it that there is an OpenID provider for the tests of signing in: one that runs on this
# machine alone. Prints the folder that it stands in.
set -eu
cd "$(dirname "$0")/.."

folder=${XDG_CACHE_HOME:-$HOME/.cache}/verbredingsmonitor/oidc-provider
lock=tests/provider/package-lock.json
if ! cmp -s "$lock" "$folder/package-lock.json" || [ ! -e "$folder/installed" ]; then
    echo "Installing the OpenID provider of the tests (once)" >&2
    mkdir -p "$folder"
    cp tests/provider/package.json "$lock" "$folder/"
    npm=$PWD/.venv/bin/npm
    (cd "$folder" && "$npm" ci --silent --no-audit --no-fund --ignore-scripts >&2)
    touch "$folder/installed"
fi
echo "$folder"
