"""Plans that cannot be meant: listed, left out, never an exception and never a hang."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.scheduling import schedule
from desktop.domain.scheduling.findings import SENTENCES, describe
from desktop.i18n import catalog
from tests.domain.scheduling.building import MONDAY, at, link, plan, project, span, task


def codes(planned):
    return [warning.code for warning in planned.warnings]


def test_circle_is_named_in_order_and_loses_its_newest_link():
    planned = plan(task("A"), task("B"), task("C"), link("A>B", 1), link("C>A", 2), link("B>C", 3), task("D"))
    assert planned.cycles == (("A", "B", "C"),)
    assert planned.left_out == {"BFSC"}
    assert codes(planned) == ["cycle"]
    assert [planned.of(identity).start for identity in "CAB"] == [
        at("06-01 08:00"),
        at("06-02 08:00"),
        at("06-03 08:00"),
    ]


def test_a_sentence_names_the_tasks_of_a_long_circle_in_part():
    tasks = [task(f"T{number}", number=number) for number in range(1, 5001)]
    links = [link(f"T{number}>T{number % 5000 + 1}", number) for number in range(1, 5001)]
    whole = project(*tasks, *links)
    (found,) = schedule(whole).warnings
    assert len(found.circle) == 5000
    said = describe(found, whole, catalog("en"))
    assert said.startswith("These tasks wait for each other in a circle: T1 → T2 → ")
    assert "T10 → (4980 more) → T4991 → " in said
    assert "→ T5000. The newest" in said


def test_circles_that_share_tasks_are_all_broken():
    links = [link("A>B", 1), link("B>A", 2), link("B>C", 3), link("C>B", 4), link("C>A", 5)]
    planned = plan(task("A"), task("B"), task("C"), *links)
    assert planned.left_out == {"BFSA", "CFSB", "CFSA"}
    assert span(planned, "C") == "06-03 08:00 - 06-03 17:00"


def test_circle_through_a_summary():
    planned = plan(task("S"), task("X", 1, parent="S"), task("B"), link("S>B", 1), link("B>X", 2))
    assert planned.cycles == (("S", "B", "X"),)
    assert planned.left_out == {"BFSX"}
    assert span(planned, "B") == "06-02 08:00 - 06-02 17:00"


def test_more_circles_than_can_be_named():
    tasks = [task(f"T{number}") for number in range(40)]
    links = [
        link(f"T{first}>T{second}", first * 40 + second)
        for first in range(40)
        for second in range(40)
        if first != second
    ]
    planned = plan(*tasks, *links)
    assert len(planned.cycles) >= 1
    assert planned.of("T0").start >= MONDAY


def test_links_that_lead_nowhere():
    records = [
        task("S"),
        task("X", 1, parent="S"),
        link("S>X", 1),
        link("X SS S", 2),
        link("X>X", 3),
        link("X>gone", 4),
    ]
    planned = plan(*records)
    assert codes(planned) == ["own_summary", "own_summary", "self_link", "orphan_link"]
    assert planned.left_out == {"SFSX", "XSSS", "XFSX", "XFSgone"}
    assert span(planned, "X") == "06-01 08:00 - 06-01 17:00"


def test_tasks_below_themselves_stand_on_their_own():
    planned = plan(task("A", 2, parent="B"), task("B", 1, parent="A"), task("C"))
    assert sorted(codes(planned)) == ["outline_circle"] * 2
    assert span(planned, "A") == "06-01 08:00 - 06-02 17:00"
    assert next(iter(planned.ids)) == "C"


@pytest.mark.parametrize("field", ["actual_start", "manual_start", "constraint_date", "deadline", "external_start"])
def test_dates_that_cannot_be_meant(field):
    mode = {"mode": "manual"} if field == "manual_start" else {"constraint": "snet"}
    planned = plan(task("A", **mode | {field: dt.datetime(9999, 12, 31, 23, 59)}))
    assert "date_implausible" in codes(planned)
    assert planned.of("A").start == MONDAY


def test_dates_of_1984_and_2149_are_scheduled():
    old = task("A", constraint="snet", constraint_date=dt.datetime(1984, 1, 2, 8))
    new = task("B", constraint="snet", constraint_date=dt.datetime(2149, 6, 2, 8))
    planned = plan(old, new)
    assert planned.of("A").finish == dt.datetime(1984, 1, 2, 17)
    assert planned.of("B").finish == dt.datetime(2149, 6, 2, 17)
    assert planned.start == dt.datetime(1984, 1, 2, 8)


def test_absurd_progress_and_durations():
    planned = plan(
        task("A", percent_complete=9999),
        task("B", percent_complete=-5),
        task("C", duration=10**12),
        task("D", duration=-1),
    )
    assert codes(planned) == [
        "percent_implausible", "percent_implausible", "duration_implausible", "duration_implausible",
        "beyond_horizon",
    ]  # fmt: skip
    assert [planned.of(identity).percent_complete for identity in "AB"] == [100, 0]


def test_long_chain_of_endless_tasks_stays_within_what_dates_can_hold():
    tasks = [task(f"T{number}", duration=10**8) for number in range(60)]
    links = [link(f"T{number}>T{number + 1}", number) for number in range(59)]
    planned = plan(*tasks, *links)
    assert planned.of("T59").finish.year == 9999
    assert "beyond_horizon" in codes(planned)


def test_a_short_task_behind_one_of_centuries_has_dates():
    planned = plan(task("A", duration=99_999 * 480), task("B", duration=5 * 480), task("C", duration=0),
                   link("A>B"), link("B>C"))  # fmt: skip
    assert planned.of("A").finish.year >= 2399
    assert planned.of("A").finish <= planned.of("B").start <= planned.of("B").finish <= planned.of("C").finish
    assert "beyond_horizon" in codes(planned)


def test_reversed_dates():
    done = task("A", actual_start=at("06-05 08:00"), actual_finish=at("06-03 17:00"))
    manual = task("B", mode="manual", manual_start=at("06-05 08:00"), manual_finish=at("06-03 17:00"))
    planned = plan(done, manual)
    assert codes(planned) == ["actual_reversed", "manual_reversed"]
    assert planned.of("A").start == planned.of("A").finish == at("06-03 17:00")
    assert planned.of("B").start == planned.of("B").finish == at("06-05 08:00")


def test_missing_calendar_constraint_date_and_project_start():
    records = [
        task("A", calendar="gone"),
        task("B", constraint="fnet"),
        task("C", constraint="snet", constraint_date=at("06-03 08:00")),
    ]
    planned = plan(*records, start=None)
    assert codes(planned) == ["no_project_start", "calendar_missing", "constraint_without_date"]
    assert planned.of("A").start == at("06-03 08:00")


def test_empty_projects():
    nothing = plan()
    assert nothing.start == nothing.finish == MONDAY
    assert nothing.warnings == nothing.cycles == ()
    dateless = schedule(Project([ProjectProfile(id="p", name="p")]))
    assert dateless.start == dateless.finish
    assert dateless.warnings == ()


def test_long_chain_needs_no_recursion():
    count = 3000
    tasks = [task(f"T{number}", parent=f"T{number - 1}" if number else None) for number in range(count)]
    assert plan(*tasks).of("T0").duration == 480


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_finding_has_a_sentence_in_both_languages(language):
    whole = project(
        task("S", constraint="mso", constraint_date=at("06-01 08:00"), deadline=at("06-01 08:00")),
        task("X", 1, parent="S", calendar="gone"), task("B", percent_complete=9999), link("S>B", 1), link("B>X", 2),
    )  # fmt: skip
    words = catalog(language)
    sentences = [describe(warning, whole, words) for warning in schedule(whole).warnings]
    assert len(sentences) == 5
    assert all("{" not in sentence for sentence in sentences)
    if language == "zh_CN":
        assert all(words(text) != text for text in SENTENCES.values())
        assert "这些任务的链接形成循环：S → B → X。计算时略去其中最新的一条链接。" in sentences
    else:
        assert "“X” names a calendar that is not in the project; the project calendar is used." in sentences
