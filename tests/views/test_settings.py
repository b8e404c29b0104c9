from __future__ import annotations

import json
import os
from pathlib import Path
from typing import NoReturn

import pytest

import desktop.views.settings as module
from desktop.views.settings import (
    DAMAGED,
    FORMAT_KEY,
    LARGEST,
    LAYOUT_KEYS,
    PAGES,
    RECENT_LIMIT,
    THEME,
    UNREADABLE,
    Settings,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_what_is_kept_is_there_next_time(path: Path) -> None:
    Settings(path).keep_all({"language": "zh_CN", "text_size": 150})
    again = Settings(path)
    assert (again.text("language"), again.number("text_size", 100, 80, 250)) == ("zh_CN", 150)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b'{"a": ' + b"[" * 100_000, b"null"])
def test_a_damaged_file_is_set_aside_and_forgotten(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.trouble == DAMAGED
    assert settings.text("language", "en") == "en"
    assert path.with_suffix(".damaged.json").read_bytes() == content
    settings.keep("language", "zh_CN")
    assert Settings(path).text("language") == "zh_CN"


def test_values_of_the_wrong_kind_give_the_default(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": 7, "text_size": "big", "on": True, "windows": [1], "recent": {"path": "x"}}))
    settings = Settings(path)
    assert settings.text("theme", "system") == "system"
    assert settings.number("text_size", 100, 80, 250) == 100
    assert settings.number("on", 3, 0, 9) == 3
    assert settings.mapping("windows") == {}
    assert settings.recent() == []


def test_values_outside_what_is_allowed_give_the_default(path: Path) -> None:
    settings = Settings(path)
    settings.keep_all({"theme": "purple", "text_size": 9000})
    assert settings.text("theme", "system", ("system", "dark")) == "system"
    assert settings.number("text_size", 100, 80, 250) == 100


def test_two_programs_do_not_take_each_others_recent_files_away(path: Path, tmp_path: Path) -> None:
    one, other = Settings(path), Settings(path)
    one.remember_file(tmp_path / "a.pilotage", "A", "", "2026-11-23T10:00")
    other.remember_file(tmp_path / "b.pilotage", "B", "", "2026-11-23T10:01")
    one.keep("theme", "dark")
    assert [item["name"] for item in Settings(path).recent()] == ["B", "A"]
    assert Settings(path).text("theme") == "dark"


def test_recent_files_are_few_and_each_once(path: Path, tmp_path: Path) -> None:
    settings = Settings(path)
    for number in [*range(RECENT_LIMIT + 3), RECENT_LIMIT]:
        settings.remember_file(tmp_path / f"{number}.pilotage", str(number), "", "2026-11-23T10:00")
    names = [item["name"] for item in settings.recent()]
    assert len(names) == RECENT_LIMIT == len(set(names))
    assert names[0] == str(RECENT_LIMIT)
    settings.forget_file(str(tmp_path / f"{RECENT_LIMIT}.pilotage"))
    assert str(RECENT_LIMIT) not in [item["name"] for item in Settings(path).recent()]


def test_a_folder_that_cannot_be_written_costs_no_more_than_the_memory(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    settings = Settings(tmp_path / "config" / "settings.json")
    assert (settings.trouble, settings.refusing()) == ("", tmp_path / "config")
    settings.keep("language", "zh_CN")
    assert settings.text("language") == "zh_CN"
    assert [item.name for item in tmp_path.iterdir()] == ["config"]


def test_what_cannot_be_written_stays_until_the_program_ends(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(path).keep_all({"language": "en", "windows": {"x": "y"}})
    written = path.read_bytes()
    settings = Settings(path)
    monkeypatch.setattr(module.tempfile, "mkstemp", refuse)
    settings.keep("language", "zh_CN")
    settings.forget(["windows"])
    settings.keep("theme", "dark")
    settings.remember_file(path, "A", "", "2026-11-23T10:00")
    assert (settings.text("language"), settings.text("theme"), settings.mapping("windows")) == ("zh_CN", "dark", {})
    assert [item["name"] for item in settings.recent()] == ["A"]
    assert path.read_bytes() == written
    monkeypatch.undo()  # the disk has room again
    settings.keep("currency", "EUR")
    again = Settings(path)
    assert [again.text(key) for key in ("language", "theme", "currency")] == ["zh_CN", "dark", "EUR"]
    assert again.mapping("windows") == {}


def refuse(*_: object, **__: object) -> NoReturn:
    raise PermissionError("protected")


def test_a_file_that_may_not_be_read_is_left_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(path).keep_all({"language": "zh_CN", "author": "Li"})
    written = path.read_bytes()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    settings = Settings(path)
    assert settings.trouble == UNREADABLE
    assert settings.text("language", "en") == "en"
    settings.keep("theme", "dark")
    assert settings.text("theme") == "dark"
    monkeypatch.undo()
    assert path.read_bytes() == written
    settings.keep("currency", "EUR")  # it can be read again: nothing of it was lost, nor of what was chosen meanwhile
    assert settings.trouble == ""
    assert [Settings(path).text(key) for key in ("author", "theme", "currency")] == ["Li", "dark", "EUR"]


def test_a_file_held_for_a_moment_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(path).keep("language", "zh_CN")
    real, held = Path.read_bytes, [PermissionError(), PermissionError()]

    def read(one: Path) -> bytes:
        if held:
            raise held.pop()
        return real(one)

    monkeypatch.setattr(Path, "read_bytes", read)
    settings = Settings(path)
    assert (settings.trouble, settings.text("language")) == ("", "zh_CN")


def test_a_folder_in_the_place_of_the_file_stays(path: Path) -> None:
    path.mkdir(parents=True)
    (path / "kept").touch()
    settings = Settings(path)
    settings.keep("language", "zh_CN")
    assert (settings.trouble, settings.text("language")) == (UNREADABLE, "zh_CN")
    assert (path / "kept").exists()


def test_a_file_that_is_protected_stays_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Settings(path).keep("language", "zh_CN")
    written = path.read_bytes()
    monkeypatch.setattr(module.os, "access", lambda place, mode: place != path or mode != os.W_OK)  # root may do all
    settings = Settings(path)
    settings.keep("theme", "dark")
    assert (settings.refusing(), settings.text("theme"), settings.text("language")) == (path, "dark", "zh_CN")
    assert path.read_bytes() == written
    monkeypatch.undo()
    assert settings.refusing() is None
    settings.keep("currency", "EUR")
    assert Settings(path).text("theme") == "dark"


def test_a_write_that_fails_half_way_leaves_the_file_whole(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(path)
    settings.keep("language", "zh_CN")
    written = path.read_bytes()

    def full(_: int) -> NoReturn:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    settings.keep("theme", "dark")
    assert path.read_bytes() == written
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_settings_of_the_first_version_are_read(path: Path, tmp_path: Path) -> None:
    """As the program wrote them before they said their format."""
    path.parent.mkdir()
    recent = [{"path": str(tmp_path / "a.pilotage"), "name": "A", "client": "B", "opened": "2026-11-23T10:00"}]
    pages = {"1" * 32: {"plan": {"columns": [["wbs", 80]]}}}
    path.write_text(json.dumps({"language": "zh_CN", "text_size": 150, "recent": recent, "pages": pages}))
    settings = Settings(path)
    assert (settings.trouble, settings.text("language"), settings.number("text_size", 100, 80, 250)) == (
        "", "zh_CN", 150,
    )  # fmt: skip
    assert (settings.recent(), settings.mapping("pages")) == (recent, pages)
    settings.keep("theme", "dark")
    assert json.loads(path.read_bytes())["pages"] == pages


def test_settings_of_a_newer_version_are_not_lost(path: Path) -> None:
    path.parent.mkdir()
    written = json.dumps({FORMAT_KEY: 99, "theme": {"day": "sand"}, "spectacles": [1, 2], "language": "zh_CN"})
    path.write_text(written)
    settings = Settings(path)
    assert (settings.text("theme", "system"), settings.text("language")) == ("system", "zh_CN")
    settings.keep("theme", "dark")
    assert json.loads(path.read_bytes())["spectacles"] == [1, 2]
    assert settings.newer_file.read_text() == written


def test_layouts_never_outgrow_the_file(path: Path) -> None:
    """What the program writes it must read again: the projects longest not seen give way."""
    settings = Settings(path)
    large = {f"project {number}": {"plan": {"closed": ["x" * 1000] * 1500}} for number in range(4)}
    settings.keep_all({"language": "zh_CN", PAGES: large})
    assert path.stat().st_size <= LARGEST
    again = Settings(path)
    assert (again.trouble, again.text("language"), list(again.mapping(PAGES))) == (
        "", "zh_CN", ["project 2", "project 3"],
    )  # fmt: skip


def test_safe_mode_forgets_the_look_keeps_it_beside_and_nothing_else_changes(path: Path) -> None:
    look = {key: {"x": "y"} for key in LAYOUT_KEYS} | {THEME: "dark"}
    rest = {"language": "zh_CN", "author": "Li", "recent": [{"path": "/a"}], "unknown": 1}
    Settings(path).keep_all(look | rest)
    before = path.read_bytes()
    settings = Settings(path)
    settings.begin_safely()
    kept = json.loads(path.read_bytes())
    assert {key: value for key, value in kept.items() if key != FORMAT_KEY} == rest
    assert settings.earlier_file.read_bytes() == before
    Settings(path).begin_safely()  # a second time there is nothing to put aside
    assert settings.earlier_file.read_bytes() == before
