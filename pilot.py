"""Set Pilotage up, open it and test it. Needs Python and nothing else.

    python3 pilot.py run             set up, then open the sample project
    python3 pilot.py run ARGUMENTS   set up, then start the program with these arguments
    python3 pilot.py test            set up for development, then run every test
    python3 pilot.py test ARGUMENTS  the same with these pytest arguments instead of the usual ones
    python3 pilot.py setup [--dev]   set up only
    python3 pilot.py doctor          say what is there and what is missing; change nothing

Packages go into .venv, exactly as requirements.lock (or requirements-dev.lock) pins them. Once the
environment matches its lock, nothing is installed and no network is used.

Exit code 3 means that something outside this folder is missing; a sentence says what. Any other
code is that of the program or of pytest.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME_LOCK = ROOT / "requirements.lock"
DEVELOPMENT_LOCK = ROOT / "requirements-dev.lock"

# One line "lock-name sha256" per lock the environment satisfies; empty while a set-up is under way,
# so that one that was killed is noticed. It lies beside .venv, not in it, so that it outlives a
# removal of .venv that was itself interrupted.
STATE = ROOT / ".venv.state"

OLDEST, NEWEST = (3, 11), (3, 13)
CANNOT_START = 3

# Shared libraries that PySide6's Linux wheels expect of the system, and the Debian packages that
# bring them. QtWidgets cannot even be imported without the first group.
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}

# First arguments with which the program opens no window and needs no display; the same as in
# desktop/__main__.py, which cannot be imported before Python's version is known to be right.
WINDOWLESS = {
    "schedule", "convert", "report", "check", "paths", "level", "overloads", "histogram", "variance",
    "earned-value", "--self-test",
    "--help", "-h", "--version",
}  # fmt: skip


class CannotStart(Exception):
    """Something the user has to put right; the message is one clear sentence for them."""


def main(arguments: list[str]) -> int:
    """Do one command; return the exit code."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("help", [])
    try:
        if command == "run":
            return run(rest)
        if command == "test":
            return test(rest)
        if command == "setup" and rest in ([], ["--dev"]):
            set_up(development=bool(rest), window=True)
            return 0
        if command == "doctor" and not rest:
            return doctor()
    except CannotStart as reason:
        print(f"pilot: {reason}", file=sys.stderr)
        return CANNOT_START
    except KeyboardInterrupt:
        return 130
    print(__doc__)
    return 0 if command in ("help", "-h", "--help") else 2


def run(arguments: list[str]) -> int:
    """Start the program; without arguments, on the sample project."""
    window = not WINDOWLESS.intersection(arguments[:1])
    if window and not has_display():
        raise CannotStart(
            "there is no screen to open a window on: set DISPLAY (or WAYLAND_DISPLAY), or use one of the "
            "commands that need none, for example: python3 pilot.py run --self-test"
        )
    set_up(development=False, window=window)
    environment = dict(os.environ)
    # The program runs from this folder but in the user's working directory, so that relative file
    # names keep their meaning.
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), environment.get("PYTHONPATH")]))
    if not has_display():
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return start([str(PYTHON), "-m", "desktop", *(arguments or ["--sample"])], environment)


def test(arguments: list[str]) -> int:
    """Run the tests without a screen; without arguments, all of them on two processes."""
    set_up(development=True, window=False)
    os.chdir(ROOT)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    return start([str(PYTHON), "-m", "pytest", *(arguments or ["-n", "2"])], environment)


def doctor() -> int:
    """Report the state of this machine and of the environment; return 1 when something is missing."""
    missing = missing_packages(window=True)
    listed = f" (missing: {' '.join(missing)})" if missing else ""
    checks = {
        f"Python {sys.version.split()[0]} is one that Pilotage runs on": python_refusal() is None,
        f"system libraries are all there{listed}": not missing,
        "packages for running are installed as locked": satisfies(RUNTIME_LOCK),
        "packages for development are installed as locked": satisfies(DEVELOPMENT_LOCK),
        "there is a screen": has_display(),
    }
    for what, good in checks.items():
        print("yes  " if good else "NO   ", what, sep="")
    return 0 if all(checks.values()) else 1


def start(command: list[str], environment: dict[str, str]) -> int:
    """Become ``command``, so that signals and the exit code are its own; on Windows, wait for it."""
    sys.stdout.flush()
    if os.name != "nt":
        os.execve(command[0], command, environment)
    return subprocess.call(command, env=environment)


def has_display() -> bool:
    """Whether Qt will find a screen; other systems than Linux always have one."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in screens)


def python_refusal() -> str | None:
    """Why this Python will not do, or None."""
    if OLDEST <= sys.version_info[:2] <= NEWEST and sys.implementation.name == "cpython":
        return None
    found = f"{sys.implementation.name} {sys.version.split()[0]}"
    sentence = f"Pilotage needs CPython 3.{OLDEST[1]} to 3.{NEWEST[1]}, but this is {found}"
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = f"python3.{minor}"
        if shutil.which(other):
            return f"{sentence}; try: {other} {' '.join(sys.argv)}"
    return f"{sentence}."


def loads(library: str) -> bool:
    """Whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(window: bool) -> list[str]:
    """Debian packages without which the environment or Qt cannot work here; none off Linux."""
    if not sys.platform.startswith("linux"):
        return []
    wanted = {**QT_LIBRARIES, **X11_LIBRARIES} if window else QT_LIBRARIES
    missing = {package for library, package in wanted.items() if not loads(library)}
    if importlib.util.find_spec("ensurepip") is None and not environment_works():
        missing.add(f"python3.{sys.version_info[1]}-venv")
    return sorted(missing)


def install_system_packages(packages: list[str]) -> None:
    """Have apt-get install ``packages`` where that is allowed without asking; else say the command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    words = " ".join(command)
    if not shutil.which("apt-get"):
        raise CannotStart(
            "these system packages (Debian's names) are missing, install what your system calls them: "
            + " ".join(packages)
        )
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        prefix = ["sudo", "-n"]
    else:
        raise CannotStart(f"system packages are missing, please run: sudo {words}")
    prefix += ["env", "DEBIAN_FRONTEND=noninteractive"]
    patience = ["-o", "DPkg::Lock::Timeout=300"]
    print(f"pilot: {words}", flush=True)
    # A failing update is not final: the lists may be recent enough, and install says if they are not.
    subprocess.call([*prefix, "apt-get", "update", "-qq", *patience])
    if subprocess.call([*prefix, *command, "-qq", *patience]) != 0:
        raise CannotStart(f"apt-get could not install what is missing: {words}")


def environment_works() -> bool:
    """Whether .venv has an interpreter that starts and finds its packages (pip stands for them)."""
    try:
        return subprocess.call([str(PYTHON), "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def fingerprint(lock: Path) -> str:
    """The line of the state file that stands for ``lock``, whatever its line endings."""
    content = lock.read_bytes().replace(b"\r\n", b"\n")
    return f"{lock.name} {hashlib.sha256(content).hexdigest()}"


def satisfies(lock: Path) -> bool:
    """Whether the environment was set up completely from ``lock`` as it reads now."""
    recorded = STATE.read_text("utf-8").splitlines() if STATE.exists() else []
    return fingerprint(lock) in recorded and environment_works()


def set_up(*, development: bool, window: bool) -> None:
    """Bring the machine and .venv to what the lock asks for; do nothing where they are."""
    refusal = python_refusal()
    if refusal:
        raise CannotStart(refusal)
    missing = missing_packages(window)
    if missing:
        install_system_packages(missing)
    # The development lock contains the runtime lock pin for pin, so it satisfies both.
    locks = [DEVELOPMENT_LOCK, RUNTIME_LOCK] if development else [RUNTIME_LOCK]
    if satisfies(locks[0]):
        return
    adopted = VENV.exists() and not STATE.exists()
    with STATE.open("a+", encoding="utf-8") as state:
        if os.name != "nt":
            import fcntl

            fcntl.flock(state, fcntl.LOCK_EX)  # a second set-up waits for the first, then finds it done
        if satisfies(locks[0]):
            return
        state.seek(0)
        before = "made by hand\n" if adopted else state.read()
        state.truncate(0)
        # An environment whose set-up was cut short may hold half a package that pip takes for whole.
        if not before or not environment_works():
            create_environment(VENV)
        if install(locks[0], PYTHON) != 0:
            state.write(before)  # pip gave up in good order: what was there is still there
            raise CannotStart("the packages could not be installed; pip has said why above.")
        state.write("".join(f"{fingerprint(lock)}\n" for lock in locks))


def create_environment(folder: Path) -> None:
    """Make an environment anew in ``folder``, with pip in it."""
    print(f"pilot: creating {folder}", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(folder)]) != 0:
        raise CannotStart(f"Python could not create an environment in {folder}; it has said why above.")


def install(lock: Path, python: Path) -> int:
    """Have the pip of ``python`` install exactly what ``lock`` pins, each file checked against its hash."""
    print(f"pilot: installing what {lock.name} pins; the first time this takes a minute or two", flush=True)
    # The locks are complete. With --no-deps a pip of its time does not look for a newer release of what a
    # package asks for with an extra (coverage[toml]), which no hash stands for.
    options = ["--require-hashes", "--no-deps", "--no-input", "--disable-pip-version-check"]
    return subprocess.call([str(python), "-m", "pip", "install", *options, "-r", str(lock)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
