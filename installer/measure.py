"""How large the frozen program is and how long it takes to be seen, against the same program from its sources."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from installer.environment import LINUX, ROOT

RUNS = 7
PATIENCE = 60.0
"""Seconds in which a window has to be seen."""
SEEN = re.compile(r"first paint at ([\d.]+) after ([\d.]+) s")


def size(folder: Path) -> str:
    """Bytes and files of a folder, in words."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return f"{sum(path.stat().st_size for path in files) / 1e6:.0f} MB in {len(files)} files"


def packed(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.1f} MB"


def starts(program: Path) -> str:
    """From the start of the process to first paint, in words: with a cold file cache and a warm one.

    Cold means that the system has forgotten the files of either program; libraries of the system are warm for both.
    """
    if not LINUX:
        return "not measured: only Linux can be told to forget single files"
    commands = {"frozen": [str(program)], "source": [sys.executable, "-m", "desktop"]}
    python = Path(sysconfig.get_config_var("LIBDIR") or ""), sysconfig.get_config_var("INSTSONAME") or ""
    libraries = (Path(sys.prefix), Path(sysconfig.get_path("stdlib")), Path(*python))
    folders = {"frozen": (program.parent,), "source": (*libraries, ROOT / "desktop", ROOT / "resources")}
    told = []
    with tempfile.TemporaryDirectory(prefix="pilotage-measure-") as place, screen() as display:
        for name, command in commands.items():
            first_paint(command, Path(place) / name, display)  # what a first start writes is there from here on
        for state in ("cold", "warm"):
            times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
            for _ in range(RUNS):
                for name, command in commands.items():
                    if state == "cold":
                        forget(folders[name])
                    times[name].append(first_paint(command, Path(place) / name, display))
            # The quickest of each: what else the machine does makes the others slower, never quicker.
            frozen, source = (quickest(times[name]) for name in ("frozen", "source"))
            told.append(f"{state} {frozen} (from source {source})")
    return ", ".join(told) + f" on {'Xvfb' if 'DISPLAY' in display else 'no screen'}, quickest of {RUNS}"


def quickest(times: list[tuple[float, float]]) -> str:
    """The least of each, in words: time by the clock, and time that the processor worked, which others disturb less."""
    clock, worked = (min(values) * 1000 for values in zip(*times, strict=True))
    return f"{clock:.0f} ms, {worked:.0f} ms of them work"


def first_paint(command: list[str], home: Path, display: Mapping[str, str]) -> tuple[float, float]:
    """Seconds from the start of the process until the first paint, and what the processor worked for it, by the log."""
    shutil.rmtree(home / "state", ignore_errors=True)
    places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home / "state"}
    # From source, compiled modules are kept as on anybody's machine, even where this one is told not to.
    own = os.environ | display | {"PYTHONPATH": str(ROOT)} | {name: str(value) for name, value in places.items()}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.time()
    process = subprocess.Popen(command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.time() - began < PATIENCE:
            for log in (home / "state").rglob("*.log"):
                found = SEEN.search(log.read_text("utf-8"))
                if found:
                    return float(found[1]) - began, float(found[2])
            time.sleep(0.05)
    finally:
        process.kill()
        process.wait()
    raise TimeoutError(f"{command[0]} showed nothing within {PATIENCE:.0f} s")


def forget(folders: tuple[Path, ...]) -> None:
    """Have the system drop what it remembers of these files; needs no rights, other programs are left alone."""
    for folder in folders:
        for path in folder.rglob("*") if folder.is_dir() else [folder]:
            if path.is_file():
                with contextlib.suppress(OSError), path.open("rb") as file:
                    os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """A screen of our own where there is Xvfb, else Qt's platform without one."""
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    reading, writing = os.pipe()
    options = ["-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield {"DISPLAY": f":{told.readline().strip()}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait()
