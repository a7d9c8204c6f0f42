"""The command line: `python -m data --help`."""

from __future__ import annotations

import sys

from data.command_line.commands import main

if __name__ == "__main__":
    sys.exit(main())
