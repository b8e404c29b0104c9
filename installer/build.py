"""Build what people install. Needs Python 3.11, 3.12 or 3.13 and nothing else.

    python3 installer/build.py PRODUCT...

The products are the modules of installer/products; without one, they are listed. Packages go into
build/environment, exactly as requirements-build.lock pins them; what is built goes into dist.

Exit code 3 means that a product cannot be built here; one sentence says why. A product that is asked for
is tried before anything is built, so that the sentence comes at once.
"""

from __future__ import annotations

import importlib
import io
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import pilot  # noqa: E402
from installer import environment  # noqa: E402
from installer.measure import packed  # noqa: E402

PRODUCTS = ROOT / "installer" / "products"
SYSTEMS = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}


def names() -> list[str]:
    """The products there are: each module of ``installer/products`` is one."""
    return sorted(path.stem.replace("_", "-") for path in PRODUCTS.glob("[a-z]*.py"))


def product(name: str) -> ModuleType:
    """The module that makes a product.

    ``SYSTEMS`` are those it can be made on, as ``sys.platform`` calls them; ``PROGRAMS`` what it calls, by name
    with the Debian package that brings each; ``make()`` makes it and returns where it lies.
    """
    if name not in names():
        raise pilot.CannotStart(f"“{name}” is not a product; there are: {', '.join(names())}.")
    return importlib.import_module("installer.products." + name.replace("-", "_"))


def check(name: str, system: str = sys.platform) -> ModuleType:
    """The module of a product that can be made here; refused with a sentence where it cannot."""
    made = product(name)
    if system not in made.SYSTEMS:
        homes = " or ".join(SYSTEMS[other] for other in made.SYSTEMS)
        raise pilot.CannotStart(
            f"“{name}” can only be built on {homes}, because PyInstaller freezes a program for the system it "
            f"runs on; this is {SYSTEMS.get(system, system)}."
        )
    environment.need(made.PROGRAMS)
    return made


def listing() -> str:
    """Every product with the first line of what is said about it."""
    lines = [f"    {name:<18}{(product(name).__doc__ or '').splitlines()[0]}" for name in names()]
    return "\n".join([__doc__ or "", *lines])


def main(arguments: list[str]) -> int:
    """Build the products named; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        # What a Windows of another language has no letters for, such as the name of a folder, stops no build.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if not arguments or {"-h", "--help", "help"}.intersection(arguments):
        print(listing())
        return 0 if arguments else 2
    try:
        refusal = pilot.python_refusal()
        if refusal:
            raise pilot.CannotStart(refusal)
        products = [check(name) for name in dict.fromkeys(arguments)]
        if not environment.is_inside():
            environment.need_room()
            with environment.alone():
                return _build_inside(arguments)
        for made in products:
            path = made.make()
            print(f"build: {path}{'' if path.is_dir() else ', ' + packed(path)}", flush=True)
    except pilot.CannotStart as reason:
        print(f"build: {reason}", file=sys.stderr)
        return pilot.CANNOT_START
    except KeyboardInterrupt:
        return 130
    return 0


def _build_inside(arguments: list[str]) -> int:
    """Have the Python of the build environment do it."""
    python = environment.set_up()
    if environment.is_changed():
        print("build: the sources differ from the last commit, whose date the products bear.", flush=True)
    # Names of modules and the order of sets would otherwise differ from one build to the next.
    fixed = os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(environment.moment())}
    return subprocess.call([str(python), __file__, *arguments], env=fixed, close_fds=False)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
