"""``python -m desktop``: the window, or a command that needs none."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import NoReturn

WINDOWLESS = frozenset(
    {
        "schedule", "convert", "report", "check", "paths", "level", "overloads", "histogram", "variance",
        "earned-value", "--self-test",
        "--help", "-h", "--version",
    }
)  # fmt: skip
"""First arguments that are commands of ``desktop.cli``; anything else is a file to open in the window."""
WINDOW_OPTIONS = frozenset({"--sample", "--safe-mode"})


def main() -> int:
    """Run what the command line asks for; returns the exit code."""
    arguments = sys.argv[1:]
    unknown = any(item.startswith("-") and item not in WINDOW_OPTIONS for item in arguments)
    if unknown or (arguments and arguments[0] in WINDOWLESS):
        from desktop import cli

        return cli.main(arguments)
    # Hardly anything is thrown away before the first paint; collecting twice for nothing takes a tenth of the time.
    # Later ``app.collector`` does it, in the right thread.
    gc.disable()
    from desktop import app

    return app.main(arguments)


def _leave(code: int) -> NoReturn:
    """End the process; a command at once, because taking a million objects apart takes a tenth as long as it did."""
    if "PySide6.QtWidgets" in sys.modules:
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, OSError, ValueError):  # closed, or never there
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    _leave(main())
