"""Time that is folded away: where moments lie, and that nothing is lost on the way there and back."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.folds import ALL, WHOLE_DAYS, Folds
from desktop.charts.shapes import Text
from desktop.charts.timeheader import header, text_width, tiers
from desktop.charts.timescale import MAX_SCALE, MIN_SCALE, Timescale
from desktop.charts.units import DAY, Unit
from desktop.domain.scheduling import WorkCalendar, standard_calendar, to_datetime, to_minutes
from desktop.domain.scheduling.layout import Weekly
from desktop.i18n import CHINESE, ENGLISH, Catalog, catalog

MONDAY = dt.datetime(2026, 6, 1)
FIRST, LAST = to_minutes(dt.datetime(2020, 1, 1)), to_minutes(dt.datetime(2032, 1, 1))
HOUR = dt.timedelta(hours=1)
EM = 13.0


def calendar() -> WorkCalendar:
    """Monday to Friday, 8 to 12 and 13 to 17."""
    return standard_calendar(FIRST // 1440, LAST // 1440)


def folds(kind: str) -> Folds:
    made = Folds.of(calendar(), kind, FIRST, LAST)
    assert made is not None
    return made


DAYS, EVERYTHING = folds(WHOLE_DAYS), folds(ALL)


def test_a_weekend_has_no_width() -> None:
    scale = Timescale(MONDAY, 24, DAYS)
    assert scale.x(MONDAY + 4 * DAY) == 96  # Friday
    assert scale.x(MONDAY + 5 * DAY) == scale.x(MONDAY + 6.5 * DAY) == scale.x(MONDAY + 7 * DAY) == 120
    assert scale.x(MONDAY + 8 * DAY) == 144
    assert scale.x(MONDAY - DAY) == 0  # Sunday before
    assert scale.x(MONDAY - 3 * DAY) == -24  # Friday before


def test_the_place_of_a_fold_is_where_time_goes_on() -> None:
    scale = Timescale(MONDAY, 24, DAYS)
    assert scale.moment(120) == MONDAY + 7 * DAY
    assert scale.moment(119) == MONDAY + 4 * DAY + 23 * HOUR
    assert scale.moment(0) == MONDAY


def test_of_a_day_with_folded_nights_its_working_hours_are_left() -> None:
    scale = Timescale(MONDAY, 24, EVERYTHING)  # an hour is one unit wide
    assert scale.x(MONDAY) == scale.x(MONDAY + 8 * HOUR) == 0
    assert scale.x(MONDAY + 12 * HOUR) == scale.x(MONDAY + 12.5 * HOUR) == scale.x(MONDAY + 13 * HOUR) == 4
    assert scale.x(MONDAY + 17 * HOUR) == scale.x(MONDAY + DAY + 8 * HOUR) == 8
    assert scale.x(MONDAY + 7 * DAY + 9 * HOUR) == 41  # five days of eight hours, and one
    assert scale.moment(41) == MONDAY + 7 * DAY + 9 * HOUR
    assert scale.moment(8) == MONDAY + DAY + 8 * HOUR


def test_a_day_that_is_worked_by_exception_is_shown() -> None:
    spans = [(to_minutes(MONDAY + 6 * DAY), to_minutes(MONDAY + 7 * DAY))]  # Saturday is made up for, Sunday is free
    scale = Timescale(MONDAY, 24, Folds(spans, FIRST, LAST))
    assert scale.x(MONDAY + 6 * DAY) == scale.x(MONDAY + 7 * DAY) == 144


@given(
    st.sampled_from([DAYS, EVERYTHING]), st.datetimes(dt.datetime(2019, 1, 1), dt.datetime(2033, 1, 1)),
    st.floats(MIN_SCALE, MAX_SCALE), st.datetimes(dt.datetime(2019, 1, 1), dt.datetime(2033, 1, 1)),
)  # fmt: skip
def test_a_place_is_found_again_and_a_moment_up_to_its_fold(
    kind: Folds, start: dt.datetime, scale: float, moment: dt.datetime
) -> None:
    axis = Timescale(start, scale, kind)
    moment = moment.replace(microsecond=0)
    there = axis.x(moment)
    back = axis.moment(there)
    second = scale / 86_400
    assert abs(axis.x(back) - there) <= second + 0.001
    minute = to_minutes(moment)
    at = max((i for i, fold in enumerate(kind.starts) if fold <= minute), default=-1)
    hidden = at >= 0 and to_datetime(kind.starts[at]) <= moment < to_datetime(int(kind.minute(kind.places[at])))
    if not hidden and second > 0.001:
        close = dt.timedelta(seconds=2)
        assert abs(back - moment) <= close or axis.x(moment) == pytest.approx(axis.x(back), abs=2 * second)


@given(st.sampled_from([DAYS, EVERYTHING]), st.lists(st.integers(FIRST - 9000, LAST + 9000), min_size=2, max_size=2))
def test_time_never_runs_backwards(kind: Folds, minutes: list[int]) -> None:
    early, late = sorted(minutes)
    assert kind.shown(early) <= kind.shown(late)
    assert kind.shown(late) - kind.shown(early) <= late - early


@given(st.integers(FIRST, LAST), st.sampled_from([DAYS, EVERYTHING]))
def test_what_is_shown_is_what_the_calendar_works(minute: int, kind: Folds) -> None:
    if kind is EVERYTHING:
        assert kind.shown(minute) - kind.shown(FIRST) == calendar().between(FIRST, minute)
    assert kind.shown(kind.minute(kind.shown(minute))) == kind.shown(minute)


@given(st.floats(0.2, 5), st.floats(0, 2000), st.floats(1, 2000), st.sampled_from([DAYS, EVERYTHING]))
def test_zooming_keeps_what_lies_under_the_pointer(factor: float, at: float, scale: float, kind: Folds) -> None:
    axis = Timescale(MONDAY, scale, kind)
    zoomed = axis.zoomed(factor, at)
    assert abs(zoomed.x(axis.moment(at)) - at) <= max(0.01, zoomed.scale / 86_400 * 2)


def test_fitting_fills_the_width_with_what_is_shown() -> None:
    scale = Timescale(MONDAY, 1, DAYS).fitted(MONDAY, MONDAY + 14 * DAY, 240, 20)
    assert scale.scale == pytest.approx(20)  # ten working days in 200
    assert scale.x(MONDAY) == pytest.approx(20)
    assert scale.x(MONDAY + 14 * DAY) == pytest.approx(220)


def test_a_working_day_stays_as_wide_as_it_was_when_nights_are_folded() -> None:
    plain = Timescale(MONDAY, 24)
    folded = plain.folded(EVERYTHING)
    wide = folded.x(MONDAY + DAY + 8 * HOUR) - folded.x(MONDAY + 8 * HOUR)
    assert wide == pytest.approx(24, rel=0.01)
    assert folded.folded(None).scale == pytest.approx(24)


def test_a_calendar_without_a_break_or_without_work_is_not_folded() -> None:
    always = WorkCalendar(Weekly((((0, 1440),),) * 7), FIRST // 1440, FIRST // 1440 + 30)
    never = WorkCalendar(Weekly(((),) * 7), FIRST // 1440, FIRST // 1440 + 30)
    assert Folds.of(always, ALL, FIRST, LAST) is None
    assert Folds.of(never, ALL, FIRST, LAST) is None
    assert Folds.of(calendar(), "", FIRST, LAST) is None


@pytest.mark.parametrize("kind", [DAYS, EVERYTHING], ids=["days", "all"])
@pytest.mark.parametrize("words", [catalog(ENGLISH), catalog(CHINESE)], ids=["en", "zh"])
def test_the_header_is_legible_at_every_zoom_and_names_no_weekend(kind: Folds, words: Catalog) -> None:
    scale = MIN_SCALE
    while scale < MAX_SCALE:
        axis = Timescale(dt.datetime(2026, 5, 28, 9), scale, kind)
        scene = header(axis, 900, 50, EM, words)
        shown = [shape for shape in scene.shapes if isinstance(shape, Text)]
        assert shown, scale
        for text in shown:
            assert text.width >= 0
            if text.x >= 0 and text.x + text.width <= 900 and text.y > 0:
                assert text_width(text.text, EM) <= text.width + 0.5, (scale, text)
        if tiers(axis, EM)[0] is Unit.DAY:
            names = {words(name) for name in ("Sat", "Sun")}
            assert not any(name in text.text for text in shown for name in names)
        scale *= 1.4
