"""The build program before it builds: what it needs, what it refuses. No network, no pip, nothing is made."""

from __future__ import annotations

import ast
import io
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import pilot
from installer import build, environment

ALONE = {"installer", "pilot"}


@pytest.mark.parametrize("name", ["build", "environment", "measure"])
def test_it_begins_with_python_alone(root: Path, name: str) -> None:
    tree = ast.parse((root / "installer" / f"{name}.py").read_bytes())
    found = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    found |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {item.split(".")[0] for item in found} <= sys.stdlib_module_names | ALONE


def test_products_are_listed_by_a_python_without_packages(root: Path) -> None:
    command = [sys.executable, "-S", "-I", str(root / "installer" / "build.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    for name in build.names():
        assert re.search(rf"^    {name} +\S", done.stdout, re.MULTILINE)


def test_a_name_that_the_console_has_no_letters_for_stops_no_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "安装"
    made.mkdir()
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    monkeypatch.setattr(environment, "is_inside", lambda: True)
    monkeypatch.setattr(build, "check", lambda name: SimpleNamespace(make=lambda: made))
    assert build.main(["bundle"]) == 0
    console.flush()
    assert b"\\u5b89\\u88c5" in console.buffer.getvalue()


def test_the_version_is_the_one_of_the_project(root: Path) -> None:
    import desktop

    assert environment.version(root) == desktop.__version__


@pytest.mark.parametrize("name", build.names())
def test_a_product_is_a_module_of_one_shape(name: str) -> None:
    made = build.product(name)
    assert set(made.SYSTEMS) <= set(build.SYSTEMS)
    assert made.__doc__ and callable(made.make) and isinstance(made.PROGRAMS, dict)


@pytest.mark.parametrize("name", build.names())
@pytest.mark.parametrize("system", [*build.SYSTEMS, "freebsd14"])
def test_what_cannot_be_built_here_is_said_in_one_sentence(
    name: str, system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "need", lambda programs: None)
    if system in build.product(name).SYSTEMS:
        assert build.check(name, system) is build.product(name)
    else:
        with pytest.raises(pilot.CannotStart, match=f"^“{name}” can only be built on .*; this is .*[.]$"):
            build.check(name, system)


def test_an_unknown_product_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main(["rpm"]) == pilot.CANNOT_START
    said = capsys.readouterr().err
    assert said.startswith("build: “rpm” is not a product; there are: ")
    assert len(said.splitlines()) == 1


def test_a_missing_program_is_said_with_the_line_that_brings_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment.shutil, "which", lambda name: None)
    monkeypatch.setattr(build, "check", lambda name: environment.need({"dpkg-deb": "dpkg", "objdump": "binutils"}))
    assert build.main(["bundle"]) == pilot.CANNOT_START
    said = capsys.readouterr().err
    assert "binutils dpkg" in said and len(said.splitlines()) == 1


def test_the_lock_for_building_is_the_one_for_running_and_the_freezer(root: Path) -> None:
    def pins(name: str) -> set[str]:
        return set(re.findall(r"^([\w.-]+==[\w.]+)", (root / name).read_text("utf-8"), re.MULTILINE))

    running, building = pins("requirements.lock"), pins("requirements-build.lock")
    assert running < building
    assert any(pin.startswith("pyinstaller==6.") for pin in building - running)


def test_what_is_written_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "p.deb"
    with environment.whole(target) as part:
        part.write_text("whole")
        assert not target.exists()
        assert part.suffix == target.suffix  # what it is is seen by that
    with pytest.raises(KeyboardInterrupt), environment.whole(target) as part:
        part.write_text("hal")
        raise KeyboardInterrupt
    assert [path.name for path in target.parent.iterdir()] == ["p.deb"]
    assert target.read_text() == "whole"


def test_what_a_killed_build_left_is_not_taken_for_a_product(tmp_path: Path) -> None:
    with environment.whole(tmp_path / "pilotage_1_amd64.deb") as part:
        part.write_text("x")
        assert not [*tmp_path.glob("pilotage_*.deb")]


def test_changed_sources_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert not environment.is_changed()  # no repository
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert not environment.is_changed()
    (tmp_path / "new").touch()
    assert environment.is_changed()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout in which a build has made its environment and a bundle."""
    for name in ("build/environment/bin", "build/freeze", "dist/pilotage"):
        (tmp_path / name).mkdir(parents=True)
    places = {"ROOT": "", "BUILD": "build", "DIST": "dist", "FOLDER": "build/environment"}
    for name, place in (places | {"PYTHON": "build/environment/bin/python"}).items():
        monkeypatch.setattr(environment, name, tmp_path / place)
    return tmp_path


def test_a_checkout_of_ones_own_has_room(checkout: Path) -> None:
    environment.need_room()
    (checkout / "dist" / "pilotage_1_amd64.deb").touch(0o444)  # a new one takes its place
    environment.need_room()


@pytest.mark.parametrize("foreign", ["build/environment", "dist/pilotage", "build", "dist", ""])
def test_where_somebody_else_has_built_one_sentence_says_what_to_do(
    checkout: Path, foreign: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.access

    def access(path: Path, wanted: int) -> bool:  # root may everything, so rights are made up
        return path != checkout / foreign and real(path, wanted)

    monkeypatch.setattr(environment.os, "access", access)
    monkeypatch.setattr(build, "check", build.product)
    assert build.main(["bundle"]) == pilot.CANNOT_START
    said = capsys.readouterr().err
    assert said.startswith(f"build: you may not write to {checkout / foreign}, perhaps because somebody else has built")
    assert len(said.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses to write a file that another program has open")
def test_a_second_build_waits_for_the_first_and_for_what_it_left_running(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    built: list[list[str]] = []
    monkeypatch.setattr(build, "check", build.product)
    monkeypatch.setattr(build, "_build_inside", lambda arguments: built.append(arguments) or 0)
    asleep = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    with environment.alone():
        assert build.main(["bundle"]) == pilot.CANNOT_START
        left = subprocess.Popen(asleep, stdin=subprocess.PIPE, close_fds=False)
        other = subprocess.Popen(asleep, stdin=subprocess.PIPE)
    try:
        assert build.main(["bundle"]) == pilot.CANNOT_START
        said = capsys.readouterr().err
        assert said == f"build: another build is under way in {checkout}; please wait until it is done.\n" * 2
        left.communicate()
        assert build.main(["bundle"]) == 0 and built == [["bundle"]]
    finally:
        left.kill()
        other.communicate()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a file away")
def test_root_builds_a_checkout_of_somebody_under_the_same_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "commit", "--quiet", "--allow-empty", "-m", "m"]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    dated = os.environ | {"GIT_COMMITTER_DATE": "1000000000 +0000"}
    subprocess.run(["git", *told], cwd=tmp_path, check=True, env=dated)
    for path in [tmp_path, *tmp_path.rglob("*")]:
        os.chown(path, 65534, 65534)
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("SUDO_UID", raising=False)
    assert environment.moment() == 1_000_000_000
    assert not environment.is_changed()
    (tmp_path / "new").touch()
    assert environment.is_changed()


def test_the_python_of_debian_is_told_to_bring_its_library() -> None:
    minor = sys.version_info[1]
    assert environment.libraries("/usr")[f"libpython3.{minor}.so.1.0"] == f"libpython3.{minor}"
    assert environment.libraries("/home/someone/.pyenv/versions/3.11.7") == environment.HELPERS
