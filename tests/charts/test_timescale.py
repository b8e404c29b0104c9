"""Time on the x axis: positions, zoom and the header, by the calendar and ISO 8601."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.shapes import Text
from desktop.charts.timeheader import boundaries, header, text_width, tiers
from desktop.charts.timescale import EARLIEST, LATEST, MAX_SCALE, MIN_SCALE, USUAL, Timescale
from desktop.charts.units import DAY, Ruler, Unit, labels
from desktop.i18n import CHINESE, ENGLISH, Catalog, catalog

JUNE = dt.datetime(2026, 6, 1)
MOMENTS = st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2200, 1, 1))
SCALES = st.floats(MIN_SCALE, MAX_SCALE)
EM = 13.0


def test_a_day_is_as_wide_as_the_scale_says() -> None:
    scale = Timescale(JUNE, 24)
    assert scale.x(JUNE) == 0
    assert scale.x(JUNE + DAY) == 24
    assert scale.x(JUNE - DAY / 2) == -12
    assert scale.moment(36) == dt.datetime(2026, 6, 2, 12)


@given(MOMENTS, SCALES, MOMENTS)
def test_a_moment_is_found_again_at_its_place(start: dt.datetime, scale: float, moment: dt.datetime) -> None:
    axis = Timescale(start, scale)
    # A second or a thousandth of a pixel, whichever is more.
    tolerance = max(1.0, 86.4 / scale)
    assert abs((axis.moment(axis.x(moment)) - moment).total_seconds()) <= tolerance


@given(MOMENTS, SCALES, st.floats(0.2, 5), st.floats(0, 2000))
def test_zooming_keeps_what_lies_under_the_pointer(start: dt.datetime, scale: float, factor: float, at: float) -> None:
    axis = Timescale(start, scale)
    zoomed = axis.zoomed(factor, at)
    assert MIN_SCALE <= zoomed.scale <= MAX_SCALE
    fixed = axis.moment(at)
    if EARLIEST < zoomed.start < LATEST:
        # Moments are whole seconds, so the place holds to what a second is wide.
        assert abs(zoomed.x(fixed) - at) <= max(0.01, zoomed.scale / 86_400 * 1.5)


def test_fitting_fills_the_width_less_the_margins() -> None:
    scale = Timescale.fit(JUNE, JUNE + 30 * DAY, 700, 50)
    assert scale.x(JUNE) == pytest.approx(50)
    assert scale.x(JUNE + 30 * DAY) == pytest.approx(650)
    assert Timescale.fit(JUNE, JUNE, 700).scale <= MAX_SCALE


@pytest.mark.parametrize(
    ("scale", "step"),
    [
        (2400, dt.timedelta(minutes=5)),  # 8.3 for five minutes
        (2300, dt.timedelta(minutes=15)),  # 24 a quarter of an hour
        (240, dt.timedelta(hours=1)),  # 10 an hour
        (100, dt.timedelta(hours=4)),  # 4 an hour is too fine to aim at
        (24, DAY),
        (2, DAY),
        (1, dt.timedelta(weeks=1)),
    ],
)
def test_drags_snap_to_what_the_hand_can_aim_at(scale: float, step: dt.timedelta) -> None:
    assert Timescale(JUNE, scale).snap == step


@pytest.mark.parametrize(
    ("unit", "moment", "floor", "after"),
    [
        (
            Unit.FIVE_MINUTES,
            dt.datetime(2026, 6, 1, 9, 59),
            dt.datetime(2026, 6, 1, 9, 55),
            dt.datetime(2026, 6, 1, 10),
        ),
        (
            Unit.QUARTER_HOUR,
            dt.datetime(2026, 6, 1, 9, 44),
            dt.datetime(2026, 6, 1, 9, 30),
            dt.datetime(2026, 6, 1, 9, 45),
        ),
        (Unit.HALF_YEAR, dt.datetime(2026, 12, 31), dt.datetime(2026, 7, 1), dt.datetime(2027, 1, 1)),
        (Unit.HOUR, dt.datetime(2026, 6, 1, 23, 59), dt.datetime(2026, 6, 1, 23), dt.datetime(2026, 6, 2)),
        (Unit.SIX_HOURS, dt.datetime(2026, 6, 1, 17), dt.datetime(2026, 6, 1, 12), dt.datetime(2026, 6, 1, 18)),
        (Unit.DAY, dt.datetime(2026, 2, 28, 5), dt.datetime(2026, 2, 28), dt.datetime(2026, 3, 1)),
        (Unit.WEEK, dt.datetime(2026, 1, 1), dt.datetime(2025, 12, 29), dt.datetime(2026, 1, 5)),
        (Unit.MONTH, dt.datetime(2024, 2, 29), dt.datetime(2024, 2, 1), dt.datetime(2024, 3, 1)),
        (Unit.QUARTER, dt.datetime(2026, 12, 31), dt.datetime(2026, 10, 1), dt.datetime(2027, 1, 1)),
        (Unit.YEAR, dt.datetime(2024, 12, 31), dt.datetime(2024, 1, 1), dt.datetime(2025, 1, 1)),
        (Unit.DECADE, dt.datetime(2029, 5, 5), dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1)),
    ],
)
def test_units_begin_and_end_where_the_calendar_says(
    unit: Unit, moment: dt.datetime, floor: dt.datetime, after: dt.datetime
) -> None:
    assert USUAL.floor(unit, moment) == floor
    assert USUAL.after(unit, floor) == after


RULERS = st.builds(Ruler, week_begins=st.integers(0, 6), year_begins=st.integers(1, 12))


@given(st.sampled_from(list(Unit)), MOMENTS, RULERS)
def test_every_moment_lies_in_exactly_one_cell(unit: Unit, moment: dt.datetime, ruler: Ruler) -> None:
    floor = ruler.floor(unit, moment)
    after = ruler.after(unit, floor)
    assert floor <= moment < after
    assert ruler.floor(unit, floor) == floor
    assert ruler.floor(unit, after) == after


def test_cells_cover_the_width_without_gaps() -> None:
    scale = Timescale(dt.datetime(2026, 6, 3, 15), 20)
    cells = list(boundaries(Unit.WEEK, scale, 500))
    assert scale.x(cells[0][0]) <= 0
    assert scale.x(cells[-1][1]) >= 500
    assert all(a[1] == b[0] for a, b in itertools.pairwise(cells))


def test_weeks_are_iso_weeks_in_both_languages() -> None:
    english, chinese = catalog(ENGLISH), catalog(CHINESE)
    # 1 January 2027 is a Friday and belongs to the last week of 2026, which has 53.
    friday = dt.datetime(2026, 12, 28)
    assert labels(Unit.WEEK, friday, english, USUAL)[3] == "W53"
    assert labels(Unit.WEEK, friday, chinese, USUAL)[3] == "53周"
    assert labels(Unit.MONTH, friday, english, USUAL)[0] == "December 2026"
    assert labels(Unit.MONTH, friday, chinese, USUAL)[0] == "2026年12月"
    assert labels(Unit.DAY, friday, english, USUAL)[0] == "Mon 28 December 2026"
    assert labels(Unit.DAY, friday, chinese, USUAL)[0] == "2026年12月28日 周一"
    assert labels(Unit.QUARTER, friday, chinese, USUAL)[0] == "2026年第4季度"


@pytest.mark.parametrize(
    ("day", "week"),
    [
        # Of every kind of year that the standard's own rule tells apart: 1 January on a Thursday (53 weeks), Friday,
        # Saturday, Sunday, and a leap year that begins on a Wednesday (53 weeks).
        (dt.datetime(2026, 1, 1), 1), (dt.datetime(2026, 12, 31), 53), (dt.datetime(2027, 1, 3), 53),
        (dt.datetime(2027, 1, 4), 1), (dt.datetime(2021, 1, 3), 53), (dt.datetime(2021, 1, 4), 1),
        (dt.datetime(2022, 1, 2), 52), (dt.datetime(2022, 1, 3), 1), (dt.datetime(2020, 12, 31), 53),
        (dt.datetime(2024, 12, 30), 1), (dt.datetime(2023, 1, 1), 52),
    ],
)  # fmt: skip
def test_the_number_of_a_week_is_that_of_iso_8601(day: dt.datetime, week: int) -> None:
    assert USUAL.week(day) == week


def test_a_week_that_begins_on_sunday_has_the_number_of_its_thursday() -> None:
    sunday = Ruler(week_begins=6)
    # Sunday 3 to Saturday 9 January 2027: Thursday the 7th lies in the first ISO week.
    assert sunday.floor(Unit.WEEK, dt.datetime(2027, 1, 9)) == dt.datetime(2027, 1, 3)
    assert sunday.week(dt.datetime(2027, 1, 3)) == 1
    assert sunday.week(dt.datetime(2027, 1, 2)) == 53


def test_weeks_of_the_project_count_from_its_start_and_know_no_week_zero() -> None:
    ruler = Ruler(project_start=dt.date(2026, 6, 3))  # a Wednesday
    found = [ruler.week(dt.datetime(2026, 6, day)) for day in (1, 7, 8, 15)]
    assert found == [1, 1, 2, 3]
    assert ruler.week(dt.datetime(2026, 5, 31)) == -1
    assert ruler.week(dt.datetime(2026, 5, 24)) == -2
    english, chinese = catalog(ENGLISH), catalog(CHINESE)
    assert labels(Unit.WEEK, JUNE, english, ruler)[0] == "Project week 1, June 2026"
    assert labels(Unit.WEEK, JUNE, chinese, ruler)[0] == "2026年6月 项目第1周"
    assert labels(Unit.WEEK, JUNE - 7 * DAY, english, ruler)[3] == "W−1"


def test_a_financial_year_from_april_names_both_years_and_counts_its_quarters_from_there() -> None:
    ruler, english, chinese = Ruler(year_begins=4), catalog(ENGLISH), catalog(CHINESE)
    january = dt.datetime(2027, 1, 15)
    assert ruler.floor(Unit.YEAR, january) == dt.datetime(2026, 4, 1)
    assert ruler.after(Unit.YEAR, dt.datetime(2026, 4, 1)) == dt.datetime(2027, 4, 1)
    assert ruler.floor(Unit.QUARTER, january) == dt.datetime(2027, 1, 1)
    assert ruler.floor(Unit.HALF_YEAR, january) == dt.datetime(2026, 10, 1)
    assert labels(Unit.QUARTER, january, english, ruler)[0] == "Q4 FY 2026/27"
    assert labels(Unit.YEAR, january, english, ruler)[1] == "FY 2026/27"
    assert labels(Unit.YEAR, january, chinese, ruler)[1] == "2026/27财年"
    assert labels(Unit.HALF_YEAR, january, english, ruler)[1] == "H2 FY 2026/27"


def test_half_years_in_both_languages() -> None:
    english, chinese = catalog(ENGLISH), catalog(CHINESE)
    assert labels(Unit.HALF_YEAR, JUNE, english, USUAL) == ("First half of 2026", "H1 2026", "H1")
    assert labels(Unit.HALF_YEAR, dt.datetime(2026, 7, 1), english, USUAL) == ("Second half of 2026", "H2 2026", "H2")
    assert labels(Unit.HALF_YEAR, JUNE, chinese, USUAL)[0] == "2026年上半年"
    assert labels(Unit.HALF_YEAR, dt.datetime(2026, 7, 1), chinese, USUAL)[0] == "2026年下半年"


def scales() -> Iterator[float]:
    value = MIN_SCALE
    while value < MAX_SCALE:
        yield value
        value *= 1.4


@pytest.mark.parametrize("words", [catalog(ENGLISH), catalog(CHINESE)], ids=["en", "zh"])
def test_the_header_is_legible_at_every_zoom(words: Catalog) -> None:
    for scale in scales():
        axis = Timescale(dt.datetime(2026, 5, 28, 7), scale)
        lower, upper = tiers(axis, EM)
        assert lower.value < upper.value
        scene = header(axis, 900, 50, EM, words)
        shown = [shape for shape in scene.shapes if isinstance(shape, Text)]
        assert shown, scale
        for text in shown:
            whole = text.x >= 0 and text.x + text.width <= 900
            if whole and text.y > 0:
                assert text_width(text.text, EM) <= text.width + 0.5, (scale, text)


def test_zooming_out_never_makes_cells_finer() -> None:
    found = [tiers(Timescale(JUNE, scale), EM)[0].value for scale in scales()]
    assert found == sorted(found, reverse=True)
    assert found[0] == Unit.YEAR.value
    assert found[-1] == Unit.FIVE_MINUTES.value


def test_far_ends_of_time_are_not_passed() -> None:
    axis = Timescale(dt.datetime(2299, 1, 1), MIN_SCALE)
    assert axis.moment(1e9) == LATEST
    assert axis.moment(-1e9) == EARLIEST
    assert axis.moment(1e300) == LATEST
