"""pilot.py on machines that are not ready, without touching this one: no network, no apt-get, no pip."""

from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from desktop import __main__ as program

DEBIAN_LINE = "apt-get install -y --no-install-recommends libegl1 libgl1"


@pytest.fixture
def pilot(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """pilot.py as a module that believes it lies in an empty folder with two lock files."""
    spec = importlib.util.spec_from_file_location("pilot_under_test", root / "pilot.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("RUNTIME_LOCK", "DEVELOPMENT_LOCK"):
        lock = tmp_path / getattr(module, name).name
        lock.write_text(f"{name}==1\n")
        monkeypatch.setattr(module, name, lock)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "STATE", tmp_path / ".venv.state")
    monkeypatch.setattr(module, "missing_packages", lambda window: [])
    return module


class Machine:
    """Stands in for venv and pip, and keeps the order in which they were asked."""

    def __init__(self, pilot: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        self.works = False
        self.answer: int | BaseException = 0
        self.pilot = pilot
        monkeypatch.setattr(pilot, "create_environment", self.create)
        monkeypatch.setattr(pilot, "install", self.install)
        monkeypatch.setattr(pilot, "environment_works", lambda: self.works)

    def create(self, folder: Path) -> None:
        self.asked.append("create")
        folder.mkdir(exist_ok=True)
        self.works = True

    def install(self, lock: Path, python: Path) -> int:
        assert python == self.pilot.PYTHON
        self.asked.append(lock.name)
        if isinstance(self.answer, BaseException):
            raise self.answer
        return self.answer

    def set_up(self, *, development: bool = False) -> list[str]:
        """Set up once; return what was asked of venv and pip."""
        self.asked.clear()
        self.pilot.set_up(development=development, window=False)
        return list(self.asked)


@pytest.fixture
def machine(pilot: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(pilot, monkeypatch)


def test_it_needs_python_alone(root: Path) -> None:
    tree = ast.parse((root / "pilot.py").read_bytes())
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_older_python_can_read_it_so_that_it_can_say_what_is_wrong(root: Path) -> None:
    ast.parse((root / "pilot.py").read_bytes(), feature_version=(3, 7))


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 10, 13), (3, 14, 0)])
def test_wrong_python_is_refused_in_a_sentence(
    version: tuple[int, int, int],
    pilot: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(pilot.sys, "version_info", version)
    monkeypatch.setattr(pilot.shutil, "which", lambda name: None)
    assert pilot.main(["test"]) == 3
    assert "Pilotage needs CPython 3.11 to 3.13" in capsys.readouterr().err


def test_a_suitable_python_nearby_is_named(pilot: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pilot.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(pilot.shutil, "which", lambda name: name if name == "python3.12" else None)
    assert "try: python3.12 " in pilot.python_refusal()


def test_set_up_once_then_never_again(machine: Machine) -> None:
    assert machine.set_up() == ["create", "requirements.lock"]
    assert machine.set_up() == []


def test_development_satisfies_running_but_not_the_reverse(machine: Machine) -> None:
    assert machine.set_up() == ["create", "requirements.lock"]
    assert machine.set_up(development=True) == ["requirements-dev.lock"]
    assert machine.set_up() == []
    assert machine.set_up(development=True) == []


def test_a_changed_lock_is_installed_on_top(machine: Machine) -> None:
    machine.set_up()
    machine.pilot.RUNTIME_LOCK.write_text("other==2\n")
    assert machine.set_up() == ["requirements.lock"]
    assert machine.set_up() == []


def test_line_endings_do_not_change_a_lock(machine: Machine) -> None:
    machine.set_up()
    lock = machine.pilot.RUNTIME_LOCK
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
    assert machine.set_up() == []


def test_a_set_up_that_was_killed_starts_from_nothing(machine: Machine) -> None:
    machine.answer = SystemExit("killed")
    with pytest.raises(SystemExit):
        machine.set_up()
    machine.answer = 0
    assert machine.set_up() == ["create", "requirements.lock"]
    assert machine.set_up() == []


def test_a_broken_environment_is_made_anew(machine: Machine) -> None:
    machine.set_up()
    machine.works = False
    assert machine.set_up() == ["create", "requirements.lock"]


def test_an_environment_made_by_hand_is_adopted(machine: Machine) -> None:
    machine.pilot.VENV.mkdir()
    machine.works = True
    assert machine.set_up() == ["requirements.lock"]
    assert machine.set_up() == []


def test_when_pip_fails_what_was_there_stays(machine: Machine) -> None:
    machine.set_up()
    machine.pilot.RUNTIME_LOCK.write_text("cannot-be-had==9\n")
    machine.answer = 1
    with pytest.raises(machine.pilot.CannotStart, match="could not be installed"):
        machine.set_up()
    machine.answer = 0
    assert machine.set_up() == ["requirements.lock"]


def test_a_missing_screen_is_said_before_anything_is_installed(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine.pilot, "has_display", lambda: False)
    assert machine.pilot.main(["run"]) == 3
    assert "no screen" in capsys.readouterr().err
    assert machine.asked == []


def test_commands_without_a_window_need_no_screen(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], str]] = []

    def start(command: list[str], environment: dict[str, str]) -> int:
        started.append((command[1:], environment["QT_QPA_PLATFORM"]))
        return 7

    monkeypatch.setattr(machine.pilot, "has_display", lambda: False)
    monkeypatch.setattr(machine.pilot, "start", start)
    assert machine.pilot.main(["run", "--self-test"]) == 7
    assert started == [(["-m", "desktop", "--self-test"], "offscreen")]


def test_it_knows_the_commands_without_a_window(pilot: ModuleType) -> None:
    assert pilot.WINDOWLESS == program.WINDOWLESS


def test_run_opens_the_sample_and_leaves_the_working_directory(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[tuple[list[str], str]] = []

    def start(command: list[str], environment: dict[str, str]) -> int:
        started.append((command[1:], environment["PYTHONPATH"]))
        return 0

    monkeypatch.setenv("PYTHONPATH", "theirs")
    monkeypatch.setattr(machine.pilot, "has_display", lambda: True)
    monkeypatch.setattr(machine.pilot, "start", start)
    monkeypatch.chdir(tmp_path)
    assert machine.pilot.main(["run"]) == 0
    path = os.pathsep.join([str(machine.pilot.ROOT), "theirs"])
    assert started == [(["-m", "desktop", "--sample"], path)]
    assert Path.cwd() == tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="apt-get exists on Linux only")
class TestSystemPackages:
    """What happens when libraries are missing on a Debian machine."""

    @pytest.fixture
    def commands(self, pilot: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
        asked: list[list[str]] = []

        def call(command: list[str], **_: object) -> int:
            asked.append(command)
            return 0 if "sudo" not in command[0] or self.may_sudo else 1

        self.may_sudo = False
        monkeypatch.setattr(pilot.subprocess, "call", call)
        monkeypatch.setattr(pilot.shutil, "which", lambda name: f"/usr/bin/{name}")
        return asked

    def test_root_has_them_installed(
        self, pilot: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pilot.os, "geteuid", lambda: 0)
        pilot.install_system_packages(["libegl1", "libgl1"])
        update, install = (" ".join(command) for command in commands)
        assert "apt-get update" in update and "sudo" not in update
        assert install.startswith(f"env DEBIAN_FRONTEND=noninteractive {DEBIAN_LINE}")

    def test_sudo_without_a_password_is_used(
        self, pilot: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pilot.os, "geteuid", lambda: 1000)
        self.may_sudo = True
        pilot.install_system_packages(["libegl1", "libgl1"])
        assert commands[-1][:2] == ["sudo", "-n"]

    def test_anybody_else_is_told_the_line(
        self, pilot: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pilot.os, "geteuid", lambda: 1000)
        with pytest.raises(pilot.CannotStart, match=f"sudo {DEBIAN_LINE}"):
            pilot.install_system_packages(["libegl1", "libgl1"])
        assert [command[:1] for command in commands] == [["sudo"]], "only asked whether sudo is free"

    def test_other_systems_are_told_the_names(
        self, pilot: ModuleType, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pilot.shutil, "which", lambda name: None)
        with pytest.raises(pilot.CannotStart, match="libegl1 libgl1"):
            pilot.install_system_packages(["libegl1", "libgl1"])
        assert commands == []


def test_every_missing_library_is_named_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("pilot_with_nothing", root / "pilot.py")
    assert spec is not None and spec.loader is not None
    bare = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(bare)
    monkeypatch.setattr(bare.sys, "platform", "linux")
    monkeypatch.setattr(bare, "loads", lambda library: False)
    monkeypatch.setattr(bare, "environment_works", lambda: False)
    monkeypatch.setattr(bare.importlib.util, "find_spec", lambda name: None)
    headless, windowed = bare.missing_packages(window=False), bare.missing_packages(window=True)
    assert f"python3.{sys.version_info[1]}-venv" in headless
    assert {"libgl1", "libglib2.0-0"} <= set(headless) < set(windowed)
    assert len(windowed) == len(set(windowed))


def test_help_and_unknown_words(root: Path) -> None:
    for words, code in (["--help"], 0), ([], 0), (["nonsense"], 2):
        command = [sys.executable, str(root / "pilot.py"), *words]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == code
        assert "python3 pilot.py test" in done.stdout
