"""A clock for sessions in tests."""

from __future__ import annotations

import datetime as dt

import pytest


class Clock:
    """A day that can be turned."""

    def __init__(self) -> None:
        self.now = dt.datetime(2026, 6, 10, 9, 30)  # a Wednesday

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()
