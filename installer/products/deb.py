"""A package for Debian and Ubuntu, dist/pilotage_VERSION_ARCHITECTURE.deb."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
from collections.abc import Iterable
from email.utils import format_datetime
from pathlib import Path

import pilot
from installer import contents, share
from installer.elf import LOADER, libraries, linkage, loader_cache, told
from installer.environment import BUILD, DIST, ROOT, maintainer, moment, version, whole
from installer.products import bundle

SYSTEMS = ("linux",)
PROGRAMS = bundle.PROGRAMS | {"dpkg-deb": "dpkg"}

HOME = Path("usr/lib/pilotage")
PACKAGE = "pilotage"
SAID_SO = ("xkb-data",)
"""Needed at run time without being linked: the keyboards that xkbcommon, which we bring, reads."""
DESCRIPTION = """desktop companion for running a project for a client
 Pilotage plans, runs, shows and closes a project that is run for a client:
 work breakdown structure and Gantt chart, risks, communication, status reports,
 earned value. It works without a network, in Chinese and in English.
 .
 领航：为客户做项目的项目经理的桌面助手，无需联网，中英文皆可。"""


def make() -> Path:
    """Lay the package out under ``build/deb`` and pack it."""
    frozen = bundle.make()
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    home = tree / HOME
    shutil.copytree(frozen, home, symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/pilotage").symlink_to(os.path.relpath(HOME / "pilotage", "usr/bin"))
    share.write(tree / "usr/share", version(), moment())
    _document(tree / "usr/share/doc" / PACKAGE, home)
    (tree / "usr/share/lintian/overrides").mkdir(parents=True)
    shutil.copyfile(share.FILES / "lintian-overrides", tree / "usr/share/lintian/overrides" / PACKAGE)
    architecture = told(["dpkg", "--print-architecture"]).strip()
    needed, wished = dependencies(home)
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir())
    debian = tree / "DEBIAN"
    debian.mkdir()
    (debian / "control").write_text(control(version(), architecture, needed, wished, size), "utf-8")
    shutil.copyfile(share.FILES / "postrm", debian / "postrm")
    settle(tree, moment())
    target = DIST / f"{PACKAGE}_{version()}_{architecture}.deb"
    pack(tree, target, moment())
    return target


def pack(tree: Path, target: Path, moment: int) -> None:
    """Make the package of a tree; the same whoever does it and whenever.

    The packed bytes depend on the number of threads. It is said by a variable, because an option for it stops the dpkg
    of Ubuntu 22.04 (1.21.1), which does not know it; the variable it overlooks.
    """
    fixed = {"SOURCE_DATE_EPOCH": str(moment), "DPKG_DEB_THREADS_MAX": "2"}
    with whole(target) as part:
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(part)],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | fixed,
        )


def _document(folder: Path, home: Path) -> None:
    """What belongs into ``/usr/share/doc``: licences of the program and of all it brings, and what changed."""
    folder.mkdir(parents=True)
    shutil.copyfile(share.FILES / "copyright", folder / "copyright")
    (folder / "CHANGELOG.md.gz").write_bytes(share.pressed((ROOT / "CHANGELOG.md").read_bytes()))
    (folder / "changelog.gz").write_bytes(share.pressed(changelog(version(), moment())))
    for name in bundle.PAPERS:
        shutil.move(home / name, folder / name)


def changelog(version: str, moment: int) -> str:
    """What Debian's tools read of a package's history: this release, and where people read of it."""
    date = format_datetime(dt.datetime.fromtimestamp(moment, dt.UTC))
    entry = f"{PACKAGE} ({version}) stable; urgency=medium\n\n  * What has changed is told in CHANGELOG.md.gz.\n\n"
    return f"{entry} -- {maintainer()}  {date}\n"


def control(version: str, architecture: str, needed: Iterable[str], wished: Iterable[str], size: int) -> str:
    """The control file; ``size`` in bytes, all files together."""
    fields = {
        "Package": PACKAGE,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": maintainer(),
        "Installed-Size": str(-(-size // 1024)),
        "Depends": ", ".join(needed),
        "Recommends": ", ".join(wished),
        "Section": "misc",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items() if value)


def dependencies(home: Path) -> tuple[list[str], list[str]]:
    """(packages that the libraries in ``home`` cannot do without, packages that only printing needs).

    From what every library says it is linked with and is not in ``home`` itself, by the packages that bring it here.
    """
    delivered = {path.name for path in home.rglob("*")}
    places = loader_cache(told([LOADER, "-p"]))
    linked: dict[bool, set[str]] = {True: set(), False: set()}
    libc: tuple[int, ...] = ()
    for path in libraries(home):
        names, version = linkage(told(["objdump", "-p", str(path)]))
        linked[path.match(contents.PRINTING)] |= names - delivered
        libc = max(libc, version)
    absent = sorted(linked[False] - set(places))
    if absent:
        raise pilot.CannotStart(
            f"libraries that the program is linked with are not installed here: {' '.join(absent)}."
        )
    needed = {owner(places[name]) for name in linked[False]} | set(SAID_SO)
    wished = {owner(places[name]) for name in linked[True] & set(places)} - needed
    exact = {"libc6": f"libc6 (>= {'.'.join(map(str, libc))})"}
    return [exact.get(name, name) for name in sorted(needed)], sorted(wished)


def owner(place: str) -> str:
    """The package that a library belongs to; where ``/lib`` leads to ``/usr/lib``, either may be its name there."""
    real = str(Path(place).resolve())
    for name in (place, real, real.removeprefix("/usr")):
        told = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False).stdout
        if told:
            return told.split(":")[0]
    raise pilot.CannotStart(f"no package owns {place}, which the program is linked with.")


def settle(tree: Path, moment: int) -> None:
    """Give everything the rights and the date that do not depend on who builds it, and when."""
    runnable = {tree / HOME / "pilotage", tree / "DEBIAN" / "postrm"}
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in runnable else 0o644)
        os.utime(path, (moment, moment), follow_symlinks=False)
