"""The Debian package before it is packed: control file, dependencies, rights and dates."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from installer import elf, environment, share
from installer.products import deb

OBJDUMP = """
build/libqxcb.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libQt6XcbQpa.so.6
  NEEDED               libX11.so.6
  NEEDED               libc.so.6
  RUNPATH              $ORIGIN/../../lib

Version References:
  required from libc.so.6:
    0x06969194 0x00 04 GLIBC_2.34
    0x09691a75 0x00 02 GLIBC_2.2.5
  required from libX11.so.6:
    0x0a 0x00 03 LIBX11_9.99
"""
LDCONFIG = """312 libs found in cache `/etc/ld.so.cache'
\tlibX11.so.6 (libc6,x86-64) => /lib/x86_64-linux-gnu/libX11.so.6
\tlibX11.so.6 (libc6) => /lib/i386-linux-gnu/libX11.so.6
\tld-linux-x86-64.so.2 (libc6,x86-64, OS ABI: Linux 3.2.0) => /lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
"""


def test_what_a_library_is_linked_with_is_read() -> None:
    names, libc = deb.linkage(OBJDUMP)
    assert names == {"libQt6XcbQpa.so.6", "libX11.so.6", "libc.so.6"}
    assert libc == (2, 34)
    assert deb.linkage("") == (set(), ())


def test_where_the_loader_finds_libraries_is_read() -> None:
    assert deb.loader_cache(LDCONFIG) == {
        "libX11.so.6": "/lib/x86_64-linux-gnu/libX11.so.6",
        "ld-linux-x86-64.so.2": "/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2",
    }


@pytest.mark.skipif(not (shutil.which("cc") and shutil.which("objdump")), reason="no compiler here")
@pytest.mark.parametrize("kind", ["--enable-new-dtags", "--disable-new-dtags"])
def test_a_library_does_not_look_into_the_home_of_its_builder(tmp_path: Path, kind: str) -> None:
    (tmp_path / "code.c").write_text("#include <math.h>\ndouble f(double x) { return cos(x); }\n")

    def compiled(name: str, place: str) -> Path:
        made = tmp_path / name
        options = ["-shared", "-fPIC", f"-Wl,{kind},-rpath,{place}", "-Wl,--no-as-needed", "-lm"]
        subprocess.run(["cc", str(tmp_path / "code.c"), "-o", str(made), *options], check=True)
        return made

    def told(path: Path) -> str:
        return elf.told(["objdump", "-p", str(path)])

    foreign = compiled("foreign.so", "/home/anna/python/lib:$ORIGIN/../lib")
    beside = compiled("beside.so", "$ORIGIN/../lib")
    assert elf.search_places(told(foreign)) == ["/home/anna/python/lib", "$ORIGIN/../lib"]
    assert elf.foreign(elf.search_places(told(foreign))) == ["/home/anna/python/lib"]
    before = beside.read_bytes()
    linked = elf.linkage(told(foreign))
    for path in (foreign, beside):
        elf.forget_places(path)
    assert beside.read_bytes() == before
    assert elf.search_places(told(foreign)) == []
    assert elf.linkage(told(foreign)) == linked and "libm.so.6" in linked[0]
    function = ctypes.CDLL(str(foreign)).f  # it is whole still
    function.restype, function.argtypes = ctypes.c_double, [ctypes.c_double]
    assert function(0.0) == 1.0


def test_what_a_bundle_cannot_find_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    linked = {
        "libqxcb.so": "libxcb-cursor.so.0",
        "libxcb-cursor.so.0": "libxcb.so.1",
        "printsupport/cups.so": "libcups.so.2",
    }
    for name in linked:
        path = tmp_path / "plugins" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF")
    system = ["libxcb.so.1"]

    def told(command: list[str]) -> str:
        if command[0] == elf.LOADER:
            return "".join(f"\t{name} (libc6,x86-64) => /lib/{name}\n" for name in system)
        return f"  NEEDED   {linked[str(Path(command[-1]).relative_to(tmp_path / 'plugins'))]}\n"

    monkeypatch.setattr(elf, "told", told)
    assert elf.unresolved(tmp_path, "*/printsupport/*") == []
    system.clear()
    assert elf.unresolved(tmp_path, "*/printsupport/*") == ["libxcb.so.1"]


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two libraries, one of them for printing, on a system that has some others."""
    home = tmp_path / "usr/lib/pilotage"
    linked = {
        "_internal/libmain.so": ("libours.so.1", "libX11.so.6", "libc.so.6"),
        "_internal/libours.so.1": ("libz.so.1",),
        "_internal/PySide6/Qt/plugins/printsupport/libcups.so": ("libcups.so.2", "libX11.so.6"),
    }
    for name in linked:
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF")
    (home / "_internal/readme.so").write_text("not a library")

    def told(command: list[str]) -> str:
        if command[0] == elf.LOADER:
            return "".join(
                f"\t{name} (libc6,x86-64) => /lib/{name}\n"
                for name in ("libX11.so.6", "libc.so.6", "libz.so.1", "libcups.so.2")
            )
        names = linked[str(Path(command[-1]).relative_to(home))]
        return "".join(f"  NEEDED   {name}\n" for name in names) + "   0x1 0x00 04 GLIBC_2.17\n"

    monkeypatch.setattr(deb, "told", told)
    owners = {"/lib/libX11.so.6": "libx11-6", "/lib/libc.so.6": "libc6", "/lib/libz.so.1": "zlib1g"}
    monkeypatch.setattr(deb, "owner", lambda place: (owners | {"/lib/libcups.so.2": "libcups2"})[place])
    return home


def test_dependencies_are_what_is_linked_and_not_delivered(frozen: Path) -> None:
    needed, wished = deb.dependencies(frozen)
    assert needed == ["libc6 (>= 2.17)", "libx11-6", "xkb-data", "zlib1g"]
    assert wished == ["libcups2"]


def test_a_library_that_is_not_here_is_said(frozen: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = deb.told
    monkeypatch.setattr(deb, "told", lambda command: "" if command[0] == elf.LOADER else told(command))
    with pytest.raises(deb.pilot.CannotStart, match=r"not installed here: libX11\.so\.6 libc\.so\.6 libz\.so\.1\.$"):
        deb.dependencies(frozen)


def test_the_control_file_reads_as_debian_wants_it() -> None:
    made = deb.control("1.2.3", "amd64", ["libc6 (>= 2.34)", "libx11-6"], [], 10_241)
    assert made.endswith("\n") and "\n\n" not in made
    fields = dict(line.split(": ", 1) for line in made.splitlines() if line[0] != " ")
    assert (fields["Package"], fields["Version"], fields["Architecture"]) == ("pilotage", "1.2.3", "amd64")
    assert fields["Depends"] == "libc6 (>= 2.34), libx11-6"
    assert "Recommends" not in fields
    assert fields["Installed-Size"] == "11"
    assert len(fields["Description"]) <= 80
    assert all(line.startswith(" ") and line.strip() for line in made.split("Description: ")[1].splitlines()[1:])


def test_whoever_publishes_a_package_answers_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEBFULLNAME", "DEBEMAIL"):
        monkeypatch.delenv(name, raising=False)
    # RFC 2606: nobody can ever have an address under “invalid”.
    assert "Maintainer: The Pilotage contributors <nobody@pilotage.invalid>\n" in deb.control("1", "amd64", [], [], 1)
    monkeypatch.setenv("DEBFULLNAME", "Li Na 李娜")
    monkeypatch.setenv("DEBEMAIL", "li.na@example.org")
    assert environment.maintainer() == "Li Na 李娜 <li.na@example.org>"
    assert " -- Li Na 李娜 <li.na@example.org>  Fri" in deb.changelog("1", 1767312000)


def test_the_history_reads_as_debian_wants_it() -> None:
    lines = deb.changelog("1.2.3", 1767312000).splitlines()
    assert lines[0] == "pilotage (1.2.3) stable; urgency=medium"
    assert lines[2].startswith("  * ")
    assert lines[-1].endswith(">  Fri, 02 Jan 2026 00:00:00 +0000") and lines[-1].startswith(" -- The Pilotage")


def test_rights_and_dates_do_not_depend_on_who_builds(tmp_path: Path) -> None:
    home = tmp_path / deb.HOME
    (home / "_internal").mkdir(parents=True, mode=0o700)
    for name in ("pilotage", "_internal/a.so"):
        (home / name).write_text("x")
        (home / name).chmod(0o600)
    (tmp_path / "link").symlink_to("usr")
    deb.settle(tmp_path, 1_000_000_000)
    modes = {str(path.relative_to(tmp_path)): oct(path.stat().st_mode & 0o777) for path in tmp_path.rglob("*")}
    assert modes["usr/lib/pilotage/pilotage"] == modes["usr/lib/pilotage/_internal"] == "0o755"
    assert modes["usr/lib/pilotage/_internal/a.so"] == "0o644"
    assert {path.lstat().st_mtime for path in tmp_path.rglob("*")} == {1_000_000_000}


def test_every_remark_of_lintian_that_is_answered_has_a_reason() -> None:
    lines = (share.FILES / "lintian-overrides").read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    answers = [line for line in lines if not line.startswith("# ")]
    assert all(re.fullmatch(r"pilotage: [a-z-]+ \*usr/(lib|share/doc)/pilotage/\S*\*", line) for line in answers)
    # A place to search that is not beside the library is no matter of taste.
    assert not [line for line in answers if "custom-library-search-path" in line]


def test_dpkg_is_told_only_what_that_of_ubuntu_22_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its manual page (dpkg 1.21.1) has these; a number of threads came with 1.21.9."""
    asked: list[tuple[list[str], dict[str, str]]] = []

    def run(command: list[str], *, env: dict[str, str], **_: object) -> None:
        asked.append((command, env))
        Path(command[-1]).touch()

    monkeypatch.setattr(deb.subprocess, "run", run)
    deb.pack(tmp_path, tmp_path / "p.deb", 5)
    ((command, env),) = asked
    assert {word for word in command if word.startswith("-")} == {"--root-owner-group", "-Zxz", "--build"}
    assert (env["SOURCE_DATE_EPOCH"], env["DPKG_DEB_THREADS_MAX"]) == ("5", "2")


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian packs packages of Debian")
def test_a_package_is_the_same_whoever_packs_it_and_when(tmp_path: Path) -> None:
    made = []
    for name, umask in (("one", 0o022), ("two", 0o077)):
        before = os.umask(umask)
        try:
            tree = tmp_path / name
            for place in sorted(("DEBIAN", "usr/lib/pilotage/_internal"), reverse=name == "two"):
                (tree / place).mkdir(parents=True)
            (tree / "DEBIAN/control").write_text(deb.control("1", "amd64", [], [], 1), "utf-8")
            (tree / "usr/lib/pilotage/_internal/a.so").write_text("library")
            (tree / "usr/lib/pilotage/pilotage").write_text("program")
            deb.settle(tree, 1_000_000_000)
            deb.pack(tree, tmp_path / f"{name}.deb", 1_000_000_000)
        finally:
            os.umask(before)
        made.append((tmp_path / f"{name}.deb").read_bytes())
    assert made[0] == made[1]


@pytest.mark.skipif(os.name == "nt", reason="a script for a POSIX shell")
@pytest.mark.parametrize(("step", "speaks"), [("remove", True), ("purge", False), ("upgrade", False)])
def test_whoever_removes_it_is_told_where_the_projects_are(step: str, speaks: bool) -> None:
    done = subprocess.run(["sh", str(share.FILES / "postrm"), step], capture_output=True, text=True, check=True)
    assert all(word in done.stdout for word in (".pilotage", "~/.config/pilotage", "项目文件")) is speaks
