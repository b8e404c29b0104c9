"""Working time of a day as text."""

from __future__ import annotations

import pytest

from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import format_bands, parse_bands
from desktop.domain.scheduling.bands import intersect


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("", ()),
        ("  ", ()),
        ("08:00-12:00 13:00-17:00", ((480, 720), (780, 1020))),
        ("13:00-17:00, 08:00-12:00", ((480, 720), (780, 1020))),
        ("8:00–12:00；13:00～17:00", ((480, 720), (780, 1020))),
        ("00:00-24:00", ((0, 1440),)),
        ("00:00-00:00", ((0, 1440),)),
        ("23:00-00:00", ((1380, 1440),)),
        ("22:00-06:00", ((1320, 1800),)),
        ("08:00-12:00 12:00-16:00", ((480, 960),)),
    ],
)
def test_reads(text, bands):
    assert parse_bands(text) == bands


@pytest.mark.parametrize(
    "text",
    ["8-12", "08:00", "08:60-09:00", "24:00-25:00", "08:00-12:00 11:00-13:00", "<b>", "25:00-26:00", "08:00-24:30"],
)
def test_refuses_what_is_not_working_time(text):
    with pytest.raises(Rejected) as refused:
        parse_bands(text)
    assert refused.value.code == "calendar_bands"


@pytest.mark.parametrize("text", ["", "08:00-12:00 13:00-17:00", "00:00-24:00", "22:00-06:00"])
def test_writes_what_it_reads(text):
    assert format_bands(parse_bands(text)) == text


def test_intersection_is_time_in_both():
    assert intersect(((480, 720), (780, 1020)), ((540, 800), (900, 1440))) == ((540, 720), (780, 800), (900, 1020))
    assert intersect(((480, 720),), ((720, 800),)) == ()
