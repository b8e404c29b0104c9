"""Tasks read from Microsoft Project XML: every rule on a file that has nothing else in it."""

# ruff: noqa: E501 (XML is easier to read on one line)

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from desktop.domain.imports import APPROXIMATED, NOT_READ
from desktop.domain.plan import Dependency, Resource, Task
from desktop.domain.scheduling import schedule
from desktop.exchange.mspdi.read_tasks import HANDLED
from tests.exchange.documents import assignment, document, link, read, resource, said, task, tasks_of

AT = dt.datetime


@pytest.mark.parametrize(
    ("code", "unit", "estimated"),
    [(3, "m", False), (5, "h", False), (7, "d", False), (8, "ed", False), (9, "w", False), (11, "mo", False),
     (12, "emo", False), (21, "d", False), (39, "d", True), (40, "ed", True), (53, "d", True)],
)  # fmt: skip
def test_duration_formats(tmp_path: Path, code: int, unit: str, estimated: bool) -> None:
    row = task(1).replace("<DurationFormat>7<", f"<DurationFormat>{code}<")
    made = tasks_of(read(tmp_path, document(row)))[1]
    assert (made.duration, made.duration_unit, made.estimated) == (480, unit, estimated)


def test_what_a_person_fixed_becomes_part_of_the_plan(tmp_path: Path) -> None:
    more = (
        "<ConstraintType>6</ConstraintType><ConstraintDate>2026-06-10T17:00:00</ConstraintDate>"
        "<Deadline>2026-06-30T17:00:00</Deadline><Priority>700</Priority><Active>0</Active><Milestone>1</Milestone>"
        "<Type>2</Type><EffortDriven>1</EffortDriven><LevelingDelay>4800</LevelingDelay><FixedCost>12345</FixedCost>"
        "<Work>PT16H0M0S</Work><IgnoreResourceCalendar>1</IgnoreResourceCalendar><Notes>one\r\ntwo</Notes>"
        "<PhysicalPercentComplete>30</PhysicalPercentComplete>"
    )
    made = tasks_of(read(tmp_path, document(task(1, more=more))))[1]
    assert (made.constraint, made.constraint_date) == ("fnet", AT(2026, 6, 10, 17))
    assert (made.deadline, made.priority, made.active, made.milestone) == (AT(2026, 6, 30, 17), 700, False, True)
    assert (made.task_type, made.effort_driven, made.levelling_delay) == ("fixed_work", True, 480)
    assert (made.fixed_cost, made.work, made.ignore_resource_calendar) == (12345, 960, True)
    assert (made.notes, made.physical_percent) == ("one\ntwo", 30)


@pytest.mark.parametrize(
    ("code", "constraint"), list(enumerate(["asap", "alap", "mso", "mfo", "snet", "snlt", "fnet", "fnlt"]))
)
def test_constraint_codes(tmp_path: Path, code: int, constraint: str) -> None:
    more = f"<ConstraintType>{code}</ConstraintType><ConstraintDate>2026-06-10T08:00:00</ConstraintDate>"
    made = tasks_of(read(tmp_path, document(task(1, more=more))))[1]
    assert made.constraint == constraint
    assert made.constraint_date == (None if constraint in ("asap", "alap") else AT(2026, 6, 10, 8))


def test_a_constraint_without_a_date_is_listed(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, "Early", more="<ConstraintType>4</ConstraintType>")))
    assert tasks_of(found)[1].constraint == "asap"
    assert any("Early: ConstraintDate" in item for items in said(found, NOT_READ).values() for item in items)


def test_computed_dates_are_recorded_and_never_scheduled_by(tmp_path: Path) -> None:
    dates = "<Start>2027-01-04T08:00:00</Start><Finish>2027-01-04T17:00:00</Finish><EarlyStart>2027-01-04T08:00:00</EarlyStart>"
    found = read(tmp_path, document(task(1, more=dates)))
    made = tasks_of(found)[1]
    assert (made.recorded_start, made.recorded_finish) == (AT(2027, 1, 4, 8), AT(2027, 1, 4, 17))
    assert schedule(found.project()).of(made.id).start == AT(2026, 6, 1, 8)


def test_manual_tasks_keep_their_dates(tmp_path: Path) -> None:
    more = (
        "<Manual>1</Manual><Start>2026-06-09T08:00:00</Start><Finish>2026-06-10T17:00:00</Finish>"
        "<ManualStart>2026-06-08T08:00:00</ManualStart><ManualDuration>PT16H0M0S</ManualDuration>"
    )
    made = tasks_of(read(tmp_path, document(task(1, more=more))))[1]
    assert (made.mode, made.duration) == ("manual", 960)
    assert (made.manual_start, made.manual_finish) == (AT(2026, 6, 8, 8), AT(2026, 6, 10, 17))


def test_progress(tmp_path: Path) -> None:
    more = (
        "<PercentComplete>40</PercentComplete><ActualStart>2026-06-02T08:00:00</ActualStart>"
        "<ActualDuration>PT16H0M0S</ActualDuration><RemainingDuration>PT30H0M0S</RemainingDuration>"
        "<Stop>2026-06-03T17:00:00</Stop><Resume>2026-06-08T08:00:00</Resume><ActualWork>PT10H0M0S</ActualWork>"
        "<ActualCost>50000</ActualCost>"
    )
    made = tasks_of(read(tmp_path, document(task(1, days=5, more=more))))[1]
    assert (made.percent_complete, made.actual_start, made.actual_finish) == (40, AT(2026, 6, 2, 8), None)
    assert (made.remaining_duration, made.stop, made.resume) == (1800, AT(2026, 6, 3, 17), AT(2026, 6, 8, 8))
    assert (made.actual_work, made.actual_cost) == (600, 50000)


def test_interrupted_work_goes_on_when_the_file_says(tmp_path: Path) -> None:
    """Five days, two done by Wednesday, taken up again on Monday 06-15: three more days end on Wednesday 06-17."""
    more = (
        "<PercentComplete>40</PercentComplete><ActualStart>2026-06-02T08:00:00</ActualStart>"
        "<RemainingDuration>PT24H0M0S</RemainingDuration><Stop>2026-06-03T17:00:00</Stop><Resume>2026-06-15T08:00:00</Resume>"
    )
    found = read(tmp_path, document(task(1, days=5, more=more) + task(2, more=link(1))))
    planned = schedule(found.project())
    assert planned.of(tasks_of(found)[1].id).finish == AT(2026, 6, 17, 17)
    assert planned.of(tasks_of(found)[2].id).start == AT(2026, 6, 18, 8)


def test_progress_without_dates_happened_as_planned(tmp_path: Path) -> None:
    dates = "<Start>2026-06-01T08:00:00</Start><Finish>2026-06-01T17:00:00</Finish>"
    found = read(tmp_path, document(task(1, "Done", more=dates + "<PercentComplete>100</PercentComplete>")))
    made = tasks_of(found)[1]
    assert (made.actual_start, made.actual_finish) == (AT(2026, 6, 1, 8), AT(2026, 6, 1, 17))
    assert said(found, APPROXIMATED)["Tasks with progress but no actual dates, taken as done when planned: {n}"] == (
        "Done",
    )


def test_summaries_get_no_progress_of_their_own(tmp_path: Path) -> None:
    more = "<PercentComplete>50</PercentComplete><ActualStart>2026-06-01T08:00:00</ActualStart><Work>PT8H0M0S</Work>"
    made = tasks_of(read(tmp_path, document(task(1, more=more) + task(2, level=2))))[1]
    assert (made.percent_complete, made.actual_start, made.work) == (0, None, None)


@pytest.mark.parametrize(
    ("element", "field", "value", "kind"),
    [
        ("<PercentComplete>9999</PercentComplete>", "percent_complete", 100, APPROXIMATED),
        ("<PercentComplete>-5</PercentComplete>", "percent_complete", 0, APPROXIMATED),
        ("<PercentComplete>half</PercentComplete>", "percent_complete", 0, NOT_READ),
        ("<Priority>5000</Priority>", "priority", 1000, APPROXIMATED),
        ("<Deadline>2026-02-30T08:00:00</Deadline>", "deadline", None, NOT_READ),
        ("<Deadline>12/24/2026</Deadline>", "deadline", None, NOT_READ),
        ("<ConstraintType>77</ConstraintType>", "constraint", "asap", NOT_READ),
        ("<Type>9</Type>", "task_type", "fixed_units", NOT_READ),
        ("<Milestone>perhaps</Milestone>", "milestone", False, NOT_READ),
        ("<Work>PT-8H0M0S</Work>", "work", None, APPROXIMATED),
        ("<Work>much</Work>", "work", None, NOT_READ),
        ("<FixedCost>1e999</FixedCost>", "fixed_cost", None, NOT_READ),
        ("<CalendarUID>99</CalendarUID>", "calendar", None, APPROXIMATED),
    ],
)
def test_a_single_bad_value_is_listed_and_nothing_else_suffers(
    tmp_path: Path, element: str, field: str, value: object, kind: str
) -> None:
    found = read(tmp_path, document(task(1, "Bad", days=3, more=element) + task(2)))
    made = tasks_of(found)[1]
    assert getattr(made, field) == value
    assert made.duration == 1440
    assert any("Bad" in item for items in said(found, kind).values() for item in items)


@pytest.mark.parametrize("duration", ["", "PT", "five days", "PT999999999999H0M0S"])
def test_a_bad_duration_is_none(tmp_path: Path, duration: str) -> None:
    row = task(1).replace("PT8H0M0S", duration)
    assert tasks_of(read(tmp_path, document(row)))[1].duration == 0


def test_an_unknown_unit_is_listed_and_days_are_used(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, "Odd").replace("<DurationFormat>7<", "<DurationFormat>17<")))
    assert tasks_of(found)[1].duration_unit == "d"
    assert any("Odd: DurationFormat = 17" in item for items in said(found, NOT_READ).values() for item in items)


def test_hostile_text_is_text(tmp_path: Path) -> None:
    name = '&lt;b&gt;R&amp;D &lt;10 days =HYPERLINK("http://x") 😀'
    made = tasks_of(read(tmp_path, document(task(1, name, more=f"<Notes>{'x' * 50_000} &lt;b&gt;</Notes>"))))[1]
    assert made.name == '<b>R&D <10 days =HYPERLINK("http://x") 😀'
    assert made.notes == "x" * 50_000 + " <b>"


def test_a_text_beyond_all_measure_is_listed(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, "Long", more=f"<Notes>{'x' * 1_000_001}</Notes>")))
    assert tasks_of(found)[1].notes == ""
    assert any("Long: Notes" in item for items in said(found, NOT_READ).values() for item in items)


def test_names_are_never_missing(tmp_path: Path) -> None:
    found = read(
        tmp_path, document("<Task><UID>1</UID><ID>4</ID></Task>", resources="<Resource><UID>2</UID></Resource>")
    )
    assert tasks_of(found)[1].name == "Unnamed task 4"
    assert [item.name for item in found.records if isinstance(item, Resource)] == ["Resource 2"]


def test_of_two_tasks_with_one_number_links_mean_the_first(tmp_path: Path) -> None:
    found = read(tmp_path, document(task(1, "First") + task(1, "Second") + task(2, more=link(1))))
    (made,) = [item for item in found.records if isinstance(item, Dependency)]
    names = {item.id: item.name for item in found.records if isinstance(item, Task)}
    assert names[made.predecessor] == "First"
    assert len(names) == 3


SPELLINGS = ("0", "1", "2", "4", "35", "480", "PT16H0M0S", "2026-06-03T08:00:00", "words")


def row(uid: int, values: str) -> str:
    """A Task element whose ``values`` come before the usual ones: of a tag that occurs twice the first counts."""
    return (
        f"<Task><UID>{uid}</UID><Name>Row</Name><OutlineLevel>1</OutlineLevel>{values}"
        "<Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat></Task>"
    )


@pytest.mark.parametrize(
    "tag", sorted(HANDLED - {"UID", "ID", "Name", "OutlineLevel", "WBS", "PredecessorLink", "Baseline"})
)
def test_a_row_that_differs_in_one_value_alone_is_not_taken_for_another(tmp_path: Path, tag: str) -> None:
    """Rows that say the same are read once; whatever a row is read from has to count for that."""
    own = dict.fromkeys(("id", "number", "rank", "source_uid"), None)
    beside = "<ConstraintType>4</ConstraintType>" if tag == "ConstraintDate" else ""
    beside = "<ActualStart>2026-06-01T08:00:00</ActualStart>" if tag in ("Stop", "Resume", "ActualFinish") else beside
    for text in SPELLINGS:
        changed = beside + f"<{tag}>{text}</{tag}>"
        alone = read(tmp_path, document(row(1, changed)))
        after = read(tmp_path, document(row(1, beside) + row(2, changed)))
        expected, found = alone.project().table(Task).values(), list(after.project().table(Task).values())[1:]
        if found:  # an empty row is left out
            assert [item.replace(**own) for item in found] == [item.replace(**own) for item in expected], text


def test_levelling_delays_that_move_work_forward_are_listed(tmp_path: Path) -> None:
    """Project writes them into plans that are scheduled from their finish."""
    back = "<LevelingDelay>-14400</LevelingDelay>"
    found = read(
        tmp_path,
        document(task(1, "Dig", more=back), resources=resource(1), assignments=assignment(1, 1, 1, 8, more=back)),
    )
    assert tasks_of(found)[1].levelling_delay == 0
    listed = [items for text, items in said(found, "not_read").items() if text.startswith("Levelling delays")]
    assert listed == [("Dig", "Dig – R1")]
