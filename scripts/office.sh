#!/bin/sh
# Sees to it that LibreOffice and Poppler are here for the tests that open what the tool makes: those
# that are there, else Debian's or Ubuntu's without a screen. Where neither can be, these tests say
# that they are skipped, and why.
set -eu

there() { command -v "$1" >/dev/null 2>&1; }
writer=$(find /usr/lib/libreoffice/program -name libswlo.so 2>/dev/null || true)
if { there soffice || there libreoffice; } && there pdftotext && [ -n "$writer" ]; then
    exit 0
fi
if [ "$(id -u)" = 0 ] && there apt-get; then
    echo "Installing LibreOffice without a screen and Poppler (once)"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils >/dev/null
    exit 0
fi
echo "LibreOffice or Poppler is not here: some files are not opened in these tests." >&2
