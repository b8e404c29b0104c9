"""Where settings, data and the log are kept: with the person, or beside a portable program."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from desktop.app import places
from desktop.app.places import MARKER, Places, decide, own
from desktop.app.telling import sentences_of
from desktop.views.settings import Settings


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A frozen program in a folder of its own."""
    made = tmp_path / "stick" / "pilotage"
    made.parent.mkdir()
    made.touch()
    return made


def test_sources_and_installed_programs_keep_everything_with_the_person(program: Path) -> None:
    assert decide(None) == decide(program) == own()
    assert not list(program.parent.glob("data"))
    assert program.parent not in own().config.parents


def test_a_portable_program_keeps_everything_beside_itself(program: Path) -> None:
    (program.parent / MARKER).touch()
    beside = program.parent / "data"
    assert decide(program) == Places(beside, beside, beside / "log")
    Settings(decide(program).config / "settings.json").keep("language", "zh_CN")
    assert json.loads((beside / "settings.json").read_text(encoding="utf-8"))["language"] == "zh_CN"
    assert [path.name for path in beside.iterdir()] == ["settings.json"]


def test_it_follows_the_stick(program: Path, tmp_path: Path) -> None:
    (program.parent / MARKER).touch()
    Settings(decide(program).config / "settings.json").keep("language", "zh_CN")
    other = program.parent.rename(tmp_path / "another letter")
    assert Settings(decide(other / "pilotage").config / "settings.json").text("language") == "zh_CN"


def test_a_stick_that_cannot_be_written_to_is_told(program: Path, tmp_path: Path) -> None:
    (program.parent / MARKER).touch()
    (program.parent / "data").touch()  # a file where the folder should be refuses even the superuser
    found = decide(program)
    assert (found.config, found.data, found.logs) == (own().config, own().data, own().logs)
    settings = Settings(tmp_path / "home" / "settings.json")
    (told,) = sentences_of(settings, elsewhere=found.elsewhere)
    assert str(program.parent / "data") in told and "your own folders" in told
    assert sentences_of(settings) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_read_only_folder_is_left_alone(program: Path) -> None:
    (program.parent / MARKER).touch()
    program.parent.chmod(0o500)
    try:
        assert decide(program).elsewhere == program.parent / "data"
    finally:
        program.parent.chmod(0o700)


def test_only_a_frozen_program_looks_beside_itself(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program.parent / MARKER).touch()
    monkeypatch.setattr(sys, "executable", str(program))
    places.decided.cache_clear()
    assert places.settings_file() == own().config / "settings.json"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    places.decided.cache_clear()
    assert places.settings_file() == program.parent / "data" / "settings.json"
    assert places.log_folder() == program.parent / "data" / "log"
    places.decided.cache_clear()
