"""How texts go on, as Excel and WPS fill them: expected values are those that these show."""

from __future__ import annotations

import pytest

from desktop.domain.series import continued

SERIES = [
    (["1", "2"], ["3", "4", "5"]),
    (["10", "8"], ["6", "4", "2"]),
    (["1.5", "2"], ["2.5", "3", "3.5"]),
    (["5d", "10d"], ["15d", "20d", "25d"]),
    (["1 工作日", "3 工作日"], ["5 工作日", "7 工作日", "9 工作日"]),
    (["10 %", "30 %", "50 %"], ["70 %", "90 %", "110 %"]),
    (["Phase 1", "Phase 2"], ["Phase 3", "Phase 4", "Phase 5"]),
    (["P-08", "P-09"], ["P-10", "P-11", "P-12"]),
    (["007", "008"], ["009", "010", "011"]),
    (["第1阶段", "第2阶段"], ["第3阶段", "第4阶段", "第5阶段"]),
    (["第九阶段", "第十阶段"], ["第十一阶段", "第十二阶段", "第十三阶段"]),
    (["第十九期", "第二十期"], ["第二十一期", "第二十二期", "第二十三期"]),
    (["2026-06-01", "2026-06-08"], ["2026-06-15", "2026-06-22", "2026-06-29"]),
    (["2026-06-01 08:00", "2026-06-02 08:00"], ["2026-06-03 08:00", "2026-06-04 08:00", "2026-06-05 08:00"]),
    (["2026-01-15", "2026-02-15"], ["2026-03-15", "2026-04-15", "2026-05-15"]),
    (["2026-01-31", "2026-02-28"], ["2026-03-31", "2026-04-30", "2026-05-31"]),
    (["2026-11-30", "2026-12-31"], ["2027-01-31", "2027-02-28", "2027-03-31"]),
    (["Mon", "Tue"], ["Wed", "Thu", "Fri"]),
    (["saturday", "sunday"], ["Monday", "Tuesday", "Wednesday"]),
    (["周五", "周六"], ["周日", "周一", "周二"]),
    (["星期六", "星期天"], ["星期一", "星期二", "星期三"]),
    (["Oct", "Dec"], ["Feb", "Apr", "Jun"]),
    (["十月", "十一月"], ["十二月", "一月", "二月"]),
    (["Q3", "Q4"], ["Q1", "Q2", "Q3"]),
]


@pytest.mark.parametrize(("texts", "following"), SERIES, ids=lambda value: value[0])
def test_a_series_goes_on(texts: list[str], following: list[str]) -> None:
    assert continued(texts, 3) == following


def test_codes_are_counted_part_by_part_and_numbers_as_a_whole() -> None:
    assert continued(["1.8", "1.9"], 2, codes=True) == ["1.10", "1.11"]
    assert continued(["1.8", "1.9"], 2) == ["2", "2.1"]
    assert continued(["A.1.2", "A.1.4"], 2, codes=True) == ["A.1.6", "A.1.8"]
    assert continued(["3", "4"], 2, codes=True) == ["5", "6"]


@pytest.mark.parametrize(
    "texts",
    [
        ["1"],
        [],
        ["1", ""],
        ["5d", "5d"],
        ["5d", "5h"],
        ["1", "2", "4"],
        ["Anna", "Bob"],
        ["1.1", "2.2 x"],
        ["Phase 1 of 2", "Phase 2 of 3"],
        ["Phase 1", "Stage 2"],
        ["统一部署", "统二部署a"],
        ["2026-06-01", "2026-06-02", "2026-06-04"],
        ["Mon", "Tuesday"],
        ["Mon", "Mon"],
        ["十十", "十一"],
        ["X9999999999999999998", "X9999999999999999999"],
    ],
    ids=str,
)
def test_what_is_no_series_is_none(texts: list[str]) -> None:
    assert continued(texts, 3) is None


def test_a_series_of_what_is_not_negative_never_becomes_so() -> None:
    assert continued(["5d", "2d"], 1) is None
    assert continued(["5d", "3d"], 1) == ["1d"]
    assert continued(["Phase 2", "Phase 1"], 2) is None
    assert continued(["9999-12-30", "9999-12-31"], 2) is None
    assert continued(["第九十八期", "第九十九期"], 1) is None
