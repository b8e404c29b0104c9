"""The installer for Windows: what its script says, and that NSIS takes it. Nothing is frozen here."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path, PureWindowsPath

import pytest
from platformdirs import windows

import pilot
from desktop.views.settings import APPLICATION
from installer import nsis

SCRIPT = nsis.SCRIPT.read_text("utf-8")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    names = ("pilotage.exe", "LICENSE", "_internal/中文 $INSTDIR.txt", "_internal/a.b/METADATA", "licenses/empty/x")
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 1000)
    (folder / "licenses/empty/x").unlink()
    return folder


def test_removal_names_every_file_and_the_deepest_folders_first(program: Path, tmp_path: Path) -> None:
    written = nsis.generated(program, "1.2.3", tmp_path / "p.ico", tmp_path / "p.bmp", tmp_path / "setup.exe")
    deleted = re.findall(r'^  Delete "\$INSTDIR\\(.+)"$', written, re.MULTILINE)
    folders = re.findall(r'^  RMDir "\$INSTDIR\\(.+)"$', written, re.MULTILINE)
    assert {name.replace("$$", "$") for name in deleted} == {
        "pilotage.exe", "LICENSE", "_internal\\中文 $INSTDIR.txt", "_internal\\a.b\\METADATA",
    }  # fmt: skip
    assert set(folders) == {"_internal", "_internal\\a.b", "licenses", "licenses\\empty"}
    for place, folder in enumerate(folders):
        above = PureWindowsPath(folder)
        assert not [later for later in folders[place + 1 :] if above in PureWindowsPath(later).parents]
    assert "RMDir /r" not in SCRIPT + written  # it would take away what a person keeps there
    assert '!define KILOBYTES "4"' in written
    assert '!define FOUR_NUMBERS "1.2.3.0"' in written


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("2", (2, 0, 0, 0)), ("1.10", (1, 10, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)),
     ("1.2.3.post4", (1, 2, 3, 0))],
)  # fmt: skip
def test_a_version_in_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert nsis.four_numbers(version) == numbers


def test_a_path_that_an_installer_could_not_write_is_refused(program: Path, tmp_path: Path) -> None:
    (program / ("x" * (nsis.LONGEST - 9))).mkdir()
    (program / ("x" * (nsis.LONGEST - 9)) / "0123456789").touch()
    with pytest.raises(pilot.CannotStart, match="too long for an installer"):
        nsis.generated(program, "1.0", tmp_path / "p.ico", tmp_path / "p.bmp", tmp_path / "setup.exe")


def test_nothing_asks_for_the_rights_of_an_administrator() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.findall(r"HKLM|HKCR|SHCTX|\$PROGRAMFILES|SetShellVarContext|\badmin\b", SCRIPT)
    assert "$LOCALAPPDATA\\Programs\\Pilotage" in SCRIPT


def test_every_text_is_there_in_both_languages() -> None:
    texts = re.findall(r'^LangString (\w+) \$\{LANG_(\w+)\} "(.+)"$', SCRIPT, re.MULTILINE)
    languages: dict[str, dict[str, str]] = {}
    for name, language, text in texts:
        languages.setdefault(name, {})[language] = text
    assert len(texts) == SCRIPT.count("LangString ")
    for name, found in languages.items():
        assert set(found) == {"ENGLISH", "SIMPCHINESE"}, name
        assert not re.search("[\u4e00-\u9fff]", found["ENGLISH"])
        assert re.search("[\u4e00-\u9fff]", found["SIMPCHINESE"])
    assert set(languages) == set(re.findall(r"\$\((\w+)\)", SCRIPT))


def test_every_value_that_is_written_is_taken_away() -> None:
    """Every key under which something is written is deleted, or is the shared key of the file type."""
    install, removal = SCRIPT.split("Section Uninstall")
    keys = set(re.findall(r'Write\w+ HKCU "(\$\{\w+\}[^"]*)"', install))
    deleted = set(re.findall(r'DeleteRegKey (?:/ifempty )?HKCU "([^"]+)"', removal))
    assert keys
    for key in keys:
        assert any(key == gone or key.startswith(f"{gone}\\") for gone in deleted), key
    # The type of the file may belong to another program by now: it goes only where it is empty.
    shared = "${CLASSES}\\.pilotage"
    assert f'DeleteRegKey /ifempty HKCU "{shared}"' in removal
    assert f'DeleteRegKey HKCU "{shared}"' not in removal


def test_both_programs_are_looked_at_before_anything_changes() -> None:
    from installer import executable

    for name in (executable.WINDOW, executable.COMMANDS):
        assert f'!insertmacro REFUSE_WHILE_RUNNING "{name}.exe"' in SCRIPT
    section = SCRIPT[SCRIPT.index("\nSection\n") :]
    order = ("Call RefuseWhileRunning", "Call RefuseUnwritable", "Call RemoveOlder", "File /r")
    assert [section.index(step) for step in order] == sorted(section.index(step) for step in order)


def test_settings_and_projects_are_named_but_not_touched(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the one that the program itself uses on Windows."""
    said = re.findall(r'^LangString Removed .+$', SCRIPT, re.MULTILINE)
    assert len(said) == 2
    assert all("$LOCALAPPDATA\\pilotage" in text for text in said)
    acts = [line for line in SCRIPT.splitlines() if not line.startswith("LangString")]
    assert not [line for line in acts if "$LOCALAPPDATA\\pilotage" in line or "$DOCUMENTS" in line]
    monkeypatch.setattr(windows, "get_win_folder", {"CSIDL_LOCAL_APPDATA": "LOCAL"}.__getitem__)
    places = windows.Windows(APPLICATION, appauthor=False)
    used = {places.user_config_dir, places.user_data_dir, str(Path(places.user_log_dir).parent)}
    assert used == {str(Path("LOCAL", "pilotage"))}


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed (Debian: nsis)")
def test_it_compiles_without_a_warning(program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nsis, "BUILD", tmp_path / "build")
    target = tmp_path / "pilotage-1.2.3-setup.exe"
    nsis.compile_installer(program, "1.2.3", target)
    content = target.read_bytes()
    assert content[:2] == b"MZ"
    assert b"requestedExecutionLevel level=\"asInvoker\"" in content


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed (Debian: nsis)")
def test_a_script_that_does_not_compile_is_one_sentence(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nsis, "BUILD", tmp_path / "build")
    with pytest.raises(pilot.CannotStart, match="makensis failed: ") as refusal:
        nsis.compile_installer(program, "1.2.3", tmp_path / "setup.exe", stub="no such target")
    assert len(str(refusal.value).splitlines()) == 1


def test_the_proof_is_a_script_that_a_shell_reads(root: Path) -> None:
    done = subprocess.run(["sh", "-n", str(root / "installer" / "prove_nsis.sh")], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_portable_archive_is_the_program_and_its_mark(program: Path, tmp_path: Path) -> None:
    from installer.products import portable, windows_portable

    made = [tmp_path / "one.zip", tmp_path / "two.zip"]
    for target in made:
        windows_portable.pack(program, "pilotage-1.2.3", target)
        os.utime(program / "LICENSE", (1, 1))
    assert made[0].read_bytes() == made[1].read_bytes()
    with zipfile.ZipFile(made[0]) as archive:
        assert set(archive.namelist()) == {
            "pilotage-1.2.3/pilotage.exe", "pilotage-1.2.3/LICENSE", "pilotage-1.2.3/_internal/中文 $INSTDIR.txt",
            "pilotage-1.2.3/_internal/a.b/METADATA", "pilotage-1.2.3/portable.txt",
        }  # fmt: skip
        assert archive.read("pilotage-1.2.3/portable.txt") == portable.MARK.read_bytes()
        assert archive.testzip() is None
