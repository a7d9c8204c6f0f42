#!/bin/sh
# Sees to it that LibreOffice is here for the test that recalculates a workbook: the one that is
# there, else Debian's or Ubuntu's without a screen. Where neither can be, that test says it is
# skipped, and why.
set -eu

if command -v soffice >/dev/null 2>&1 || command -v libreoffice >/dev/null 2>&1; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing LibreOffice Calc without a screen (once)"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-calc-nogui >/dev/null
    exit 0
fi
echo "LibreOffice is not here: the workbook of Budget is not recalculated in these tests." >&2
