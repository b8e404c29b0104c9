from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.views.settings import RECENT_LIMIT, Settings


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
    assert settings.damaged
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
    settings.keep("language", "zh_CN")
    assert settings.text("language") == "zh_CN"
    assert [item.name for item in tmp_path.iterdir()] == ["config"]


def test_safe_mode_forgets_the_layout_and_nothing_else(path: Path) -> None:
    settings = Settings(path)
    settings.keep_all({"windows": {"x": "y"}, "language": "zh_CN"})
    settings.forget(("windows",))
    again = Settings(path)
    assert again.mapping("windows") == {}
    assert again.text("language") == "zh_CN"
