"""Ids of records: unlike each other whoever makes them, and made without asking the system every time."""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from desktop.domain import changes
from desktop.domain.changes import new_id


def test_ids_of_several_threads_are_unlike() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = [each for ids in pool.map(lambda _: [new_id() for _ in range(2000)], range(4)) for each in ids]
    assert len(set(found)) == 8000
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in found)


def test_the_system_is_asked_for_many_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def urandom(count: int) -> bytes:
        asked.append(count)
        return bytes(range(256)) * (count // 256)

    monkeypatch.setattr(os, "urandom", urandom)
    monkeypatch.setattr(changes, "_FRESH", [])
    for _ in range(1000):
        new_id()
    assert asked == [16 * changes.MADE_AT_ONCE] * 2
