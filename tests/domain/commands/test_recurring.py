"""Tasks that come again. 1 June 2026 is a Monday; the week is worked from Monday to Friday."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.changes import Transaction
from desktop.domain.commands.plan import AddLink, AddRecurringTask, ChangeRecurringTask, Repeated
from desktop.domain.commands.plan.recurring import recurring_summary
from desktop.domain.plan import Assignment, Dependency, Resource, Task
from desktop.domain.rejection import Rejected
from desktop.domain.resource_names import Share
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.recurring import (
    Pattern,
    format_pattern,
    occurrences_of,
    parse_pattern,
    rule_text,
    say_pattern,
)
from desktop.domain.session import Session
from desktop.i18n import CHINESE, ENGLISH, catalog
from tests.domain.scheduling.building import OFFICE, at, calendar, project, task


def starts(pattern: Pattern, *exceptions) -> list[str]:
    from desktop.domain.scheduling.calendar_book import compile_calendar

    book = compile_calendar(project(calendar("C", OFFICE, 5, *exceptions)), "C")
    return [f"{each.start:%m-%d %H:%M}" for each in occurrences_of(pattern, book)]


NINE = at("06-01 09:00")


@pytest.mark.parametrize(
    ("rule", "omit", "expected"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3", False, ["06-01 09:00", "06-03 09:00", "06-08 09:00"]),
        # 6 and 13 June are Saturdays: the next working moment is Monday 08:00; or they are left out.
        ("FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4", False, ["06-05 09:00", "06-08 08:00", "06-12 09:00", "06-15 08:00"]),
        ("FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4", True, ["06-05 09:00", "06-12 09:00"]),
        # Saturday and Sunday both move to Monday 08:00 and are one, until Monday has an occurrence of its own.
        ("FREQ=DAILY;COUNT=7", False,
         ["06-01 09:00", "06-02 09:00", "06-03 09:00", "06-04 09:00", "06-05 09:00", "06-08 08:00"]),
        ("FREQ=DAILY;COUNT=8", False,
         ["06-01 09:00", "06-02 09:00", "06-03 09:00", "06-04 09:00", "06-05 09:00", "06-08 09:00"]),
        ("FREQ=DAILY;COUNT=7", True, ["06-01 09:00", "06-02 09:00", "06-03 09:00", "06-04 09:00", "06-05 09:00"]),
        # The last Friday of June, July and August 2026.
        ("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20260831", False, ["06-26 09:00", "07-31 09:00", "08-28 09:00"]),
    ],
)  # fmt: skip
def test_when_a_pattern_falls(rule, omit, expected):
    assert starts(Pattern(NINE, rule, omit)) == expected


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=WEEKLY", "recurrence_endless"), ("FREQ=DAILY;COUNT=100000", "recurrence_many"),
        ("FREQ=WEEKLY;BYDAY=SA;COUNT=5", "recurrence_never"), ("FREQ=SECONDLY;COUNT=5", "recurrence_unclear"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2;COUNT=5", "recurrence_never"),
    ],
)  # fmt: skip
def test_patterns_that_cannot_be_meant_are_refused(rule, code):
    with pytest.raises(Rejected) as refused:
        starts(Pattern(NINE, rule, omit=True))
    assert refused.value.code == code


def test_a_pattern_is_kept_as_text():
    for pattern in (Pattern(NINE, "FREQ=DAILY;COUNT=2"), Pattern(NINE, "FREQ=WEEKLY;BYDAY=MO;COUNT=2", omit=True)):
        assert parse_pattern(format_pattern(pattern)) == pattern
    for text in ("", "FREQ=DAILY", "DTSTART:2026 RRULE:FREQ=DAILY", "DTSTART:20260601T090000 RRULE:FREQ=NEVER"):
        with pytest.raises(Rejected, match="recurrence_unclear"):
            parse_pattern(text)


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        (rule_text("DAILY", 1, count=5), "Every day, from 2026-06-01, 5 times", "每天，自 2026-06-01 起，共 5 次"),
        (rule_text("WEEKLY", 2, weekdays=(0, 4), until=dt.date(2026, 8, 31)),
         "Every 2 weeks on Monday, Friday, from 2026-06-01 to 2026-08-31",
         "每 2 周的星期一、星期五，自 2026-06-01 至 2026-08-31"),
        (rule_text("MONTHLY", 1, day=15, count=3), "Every month on day 15, from 2026-06-01, 3 times",
         "每月的 15 日，自 2026-06-01 起，共 3 次"),
        (rule_text("MONTHLY", 3, weekdays=(4,), ordinal=-1, count=3),
         "Every 3 months on the last Friday, from 2026-06-01, 3 times",
         "每 3 个月的最后一个星期五，自 2026-06-01 起，共 3 次"),
        (rule_text("MONTHLY", 1, weekdays=(0, 1, 2, 3, 4), ordinal=1, count=3),
         "Every month on the first weekday, from 2026-06-01, 3 times",
         "每月的第一个工作日（周一至周五），自 2026-06-01 起，共 3 次"),
        (rule_text("YEARLY", 1, month=10, day=1, count=3), "Every year on October 1, from 2026-06-01, 3 times",
         "每年的十月 1 日，自 2026-06-01 起，共 3 次"),
        (rule_text("YEARLY", 1, month=5, weekdays=(6,), ordinal=2, count=3),
         "Every year on the second Sunday of May, from 2026-06-01, 3 times",
         "每年的五月第二个星期日，自 2026-06-01 起，共 3 次"),
    ],
)  # fmt: skip
def test_patterns_read_as_people_say_them(rule, english, chinese):
    pattern = Pattern(NINE, rule)
    assert say_pattern(pattern, catalog(ENGLISH)) == english
    assert say_pattern(pattern, catalog(CHINESE)) == chinese


def weekly(times: int, *, day: str = "MO", name: str = "Review", minutes: int = 60, **more) -> Repeated:
    return Repeated(name, Pattern(NINE, f"FREQ=WEEKLY;BYDAY={day};COUNT={times}"), minutes, "h", **more)


def open_plan(*records) -> Session:
    held = project(calendar("C"), task("A", 2), task("B", 2), *records, calendar="C")
    return Session(held, clock=lambda: at("06-01 08:00"))


def occurrences_in(session: Session) -> list[tuple[str, str]]:
    (summary,) = [each.id for each in session.project.table(Task).values() if each.recurrence]
    planned = session.schedule
    return [
        (session.project.get(Task, each).name, f"{planned.of(each).start:%m-%d %H:%M}")
        for each in session.project.children(summary)
    ]


def summary_of(session: Session) -> str:
    (found,) = [each.id for each in session.project.table(Task).values() if each.recurrence]
    return found


def test_a_recurring_task_is_a_summary_with_its_occurrences_in_one_step():
    anna = Resource(id="anna", number=1, name="Anna")
    session = open_plan(anna)
    before = dict(session.project.table(Task))
    session.execute(AddRecurringTask(weekly(3, shares=(Share("Anna", 50, "anna"),)), "A"))
    assert occurrences_in(session) == [
        ("Review 1", "06-01 09:00"), ("Review 2", "06-08 09:00"), ("Review 3", "06-15 09:00")
    ]  # fmt: skip
    summary = summary_of(session)
    assert [session.project.get(Task, each).name for each in session.project.children(None)] == ["A", "Review", "B"]
    dates = session.schedule.of(summary)
    assert (dates.start, dates.finish) == (at("06-01 09:00"), at("06-15 10:00"))
    assert {(each.resource, each.units) for each in session.project.table(Assignment).values()} == {("anna", 50)}
    child = session.project.children(summary)[1]
    held = session.project.get(Task, child)
    assert (held.constraint, held.constraint_date, held.pinned) == ("snet", at("06-08 09:00"), False)
    assert recurring_summary(session.project, child) == recurring_summary(session.project, summary) == summary
    assert recurring_summary(session.project, "A") is None
    session.undo()
    assert dict(session.project.table(Task)) == before


def test_days_off_are_those_of_the_calendar_of_the_task():
    six = calendar("six", OFFICE, 6)
    session = open_plan(six)
    saturdays = Repeated("Inspection", Pattern(NINE, "FREQ=WEEKLY;BYDAY=SA;COUNT=2", omit=True), 60, "h", "six")
    session.execute(AddRecurringTask(saturdays))
    assert [moment for _, moment in occurrences_in(session)] == ["06-06 09:00", "06-13 09:00"]
    with pytest.raises(Rejected, match="recurrence_never"):
        session.execute(AddRecurringTask(Repeated("x", saturdays.pattern, 60, "h")))


def test_no_duration_makes_milestones():
    session = open_plan()
    session.execute(AddRecurringTask(weekly(2, minutes=0)))
    assert [session.project.get(Task, each).milestone for each in session.project.children(summary_of(session))] == [
        True, True
    ]  # fmt: skip


def test_a_change_keeps_what_was_started_and_the_links_of_the_rest():
    session = open_plan()
    session.execute(AddRecurringTask(weekly(4)))
    summary = summary_of(session)
    first, second, third, fourth = session.project.children(summary)
    tx = Transaction(session.project, now=at("06-01 08:00"), author="")
    tx.update(Task, second, actual_start=at("06-08 09:00"), percent_complete=100, actual_finish=at("06-08 10:00"))
    session.schedule = schedule(session.project)
    session.execute(AddLink(third, "B"))
    # From Mondays to Wednesdays: 3 and 10 June fall before or behind 8 June; the first that counts is the 10th.
    session.execute(ChangeRecurringTask(summary, weekly(5, day="WE", name="Review", minutes=120)))
    assert occurrences_in(session) == [
        ("Review 1", "06-01 09:00"), ("Review 2", "06-08 09:00"), ("Review 3", "06-10 09:00"),
        ("Review 4", "06-17 09:00"), ("Review 5", "06-24 09:00"), ("Review 6", "07-01 09:00"),
    ]  # fmt: skip
    assert session.project.children(summary)[:4] == (first, second, third, fourth)
    assert [session.project.get(Task, each).duration for each in session.project.children(summary)] == [
        60, 60, 120, 120, 120, 120
    ]  # fmt: skip
    assert {(each.predecessor, each.successor) for each in session.project.table(Dependency).values()} == {(third, "B")}
    session.undo()
    assert session.project.children(summary) == (first, second, third, fourth)


def test_what_has_been_started_without_a_date_of_its_own_bounds_the_rest_too():
    """An imported occurrence may have no constraint. That of the 8th was held: the next Wednesday is the 10th."""
    held = Task(id="x", name="Review", actual_start=at("06-08 09:00"))
    found = weekly(3, day="WE").occurrences(open_plan().project, [held])
    assert [each.start for each in found] == [at("06-10 09:00"), at("06-17 09:00")]


def test_fewer_times_take_the_last_occurrences_away():
    session = open_plan()
    session.execute(AddRecurringTask(weekly(4)))
    summary = summary_of(session)
    kept = session.project.children(summary)[:2]
    session.execute(ChangeRecurringTask(summary, weekly(2, name="Talk")))
    assert session.project.children(summary) == kept
    assert occurrences_in(session) == [("Talk 1", "06-01 09:00"), ("Talk 2", "06-08 09:00")]
    with pytest.raises(Rejected, match="not_recurring"):
        session.execute(ChangeRecurringTask("A", weekly(2)))


def test_a_change_gives_resources_to_those_there_only_when_asked():
    session = open_plan(Resource(id="anna", number=1, name="Anna"))
    session.execute(AddRecurringTask(weekly(2)))
    changed = weekly(3, shares=(Share("Anna", 100, "anna"),))
    session.execute(ChangeRecurringTask(summary_of(session), changed))
    assert len(session.project.table(Assignment)) == 1
    session.execute(ChangeRecurringTask(summary_of(session), changed, reassign=True))
    assert len(session.project.table(Assignment)) == 3
