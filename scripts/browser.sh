#!/bin/sh
# Sees to it that there is a browser for the tests: one that is here, else Debian's, else
# Playwright's own.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null 2>&1 \
    || command -v chromium >/dev/null 2>&1; then
    exit 0
fi
# Ubuntu's package of the same name is a snap, which does not start in a container.
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && grep -q '^ID=debian' /etc/os-release; then
    echo "Installing chromium (once)"
    apt-get update -qq
    for package in chromium-headless-shell chromium; do
        if DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            "$package" fonts-liberation >/dev/null; then
            exit 0
        fi
    done
    exit 1
fi
with_deps=
if [ "$(id -u)" = 0 ]; then with_deps=--with-deps; fi
.venv/bin/playwright install $with_deps chromium
