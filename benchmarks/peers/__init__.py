"""Other programs to measure ourselves against, each in an environment of its own that is made when first needed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from types import TracebackType
from typing import Self

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "pilotage-benchmarks")
MPXJ = "16.10.0"
JPYPE = "1.7.1"
WARM_UP = 40
"""Runs after which Java's compiler has little more to do."""


class Peer:
    """A program that does the same work once for every line it is sent, and says how long that took."""

    def __init__(self, command: list[str], version: str) -> None:
        self.version = version
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.greeting = self._answer()
        self.first = self._times()
        """Of the very first run, as :meth:`run` gives them."""

    @classmethod
    def mpxj(cls, plan: Path) -> Self:
        """MPXJ's MicrosoftScheduler on ``plan``. Needs Java, and the network the first time."""
        python = environment(f"mpxj-{MPXJ}", f"mpxj=={MPXJ}", f"jpype1=={JPYPE}")
        return cls([str(python), str(HERE / "mpxj_schedule.py"), str(plan), str(WARM_UP)], MPXJ)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def run(self, days: int = 0) -> tuple[float, ...]:
        """Milliseconds of one more run with the project start put off by ``days``.

        By the clock and of the processor, without floats; then the same with floats.
        """
        assert self._process.stdin is not None
        self._process.stdin.write(f"{days}\n")
        self._process.stdin.flush()
        return self._times()

    def _times(self) -> tuple[float, ...]:
        return tuple(map(float, self._answer().split()))

    def _answer(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the peer ended with code {self._process.wait()}")
        return line.strip()


def environment(name: str, *packages: str) -> Path:
    """The interpreter of a virtual environment with ``packages``, made in the cache folder where there is none."""
    folder = CACHE / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = folder / "complete"
    if not done.exists():
        print(f"installing {', '.join(packages)} into {folder}", file=sys.stderr, flush=True)
        venv.create(folder, with_pip=True, clear=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages], check=True)
        done.touch()
    return python
