"""What the status report says: its blocks, compared with the rules they come from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from desktop.domain.communication import Action, Decision
from desktop.domain.plan import Task
from desktop.domain.project import Project
from desktop.domain.rejection import Rejected
from desktop.domain.reporting import ReportMilestone, ReportRating, StatusReport
from desktop.domain.risks import Risk
from desktop.domain.scheduling import Schedule, schedule
from desktop.reports.blocks import (
    Block,
    Bullets,
    Cell,
    Column,
    Columns,
    Figure,
    Heading,
    Headline,
    KeyFigures,
    Lamp,
    Light,
    Masthead,
    OnePage,
    PageBreak,
    Paragraph,
    RagRow,
    Report,
    TableBlock,
    Track,
)
from desktop.reports.kinds import KINDS, SECTIONS, Wishes, build
from desktop.reports.status import trend
from tests.reports.samples import AS_OF

Changed = Callable[..., Project]


def made(
    project: Project, language: str = "en", audience: str = "client", kind: str = "status", **wishes: object
) -> Report:
    return build(
        project, schedule(project), kind=kind, language=language, audience=audience, today=AS_OF,
        wishes=Wishes(**wishes),  # type: ignore[arg-type]
    )  # fmt: skip


def page(report: Report) -> OnePage:
    found = report.blocks[0]
    assert isinstance(found, OnePage)
    return found


def after(blocks: tuple[Block, ...], title: str) -> Block:
    """The block behind the heading ``title``."""
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Heading) and block.text == title)
    return blocks[at + 1]


def table(blocks: tuple[Block, ...], title: str) -> TableBlock:
    found = after(blocks, title)
    assert isinstance(found, TableBlock)
    return found


def test_the_same_project_makes_an_equal_report(project: Project, planned: Schedule) -> None:
    assert made(project) == made(project)
    assert made(project) != made(project, audience="team")


def test_masthead(project: Project) -> None:
    assert page(made(project)).blocks[0] == Masthead(
        "Status report",
        "HD-2026 华东仓储管理系统升级 East China WMS upgrade",
        (
            ("Client", "华东物流集团 East China Logistics"),
            ("Project manager", "陈思远"),
            ("Client project manager", "赵敏"),
            ("Phase", "Executing"),
            ("Status date", "2026-06-12"),
            ("Period", "2026-06-06 – 2026-06-12"),
            ("Report no.", "8"),
            ("Classification", "Client"),
        ),
    )


def test_the_sentence_of_the_project_manager_is_the_headline(changed: Changed) -> None:
    assert page(made(changed(headline="We need a decision."))).blocks[1] == Headline(
        "We need a decision.", Lamp("amber", "Amber"), "Overall status"
    )


def test_without_one_the_figures_make_the_sentence(project: Project) -> None:
    # Days: 1 + 8 + 13 + 20 are done, with 60 % of 8 and 50 % of 6; of 135 in all that is 36.9 %. The baseline
    # ends on Thursday 6 August at 17:00, the plan on Thursday 13 August at 09:36: in the fifth working day after.
    headline = page(made(project)).blocks[1]
    assert isinstance(headline, Headline)
    assert headline.text == "36% of the work is done; the plan ends on 2026-08-13, 5 working days late."


def before(number: int, day: dt.date, forecast: dt.date, **shown: str) -> StatusReport:
    """A report that was issued on ``day``; private to the team, as they are."""
    ratings = tuple(ReportRating(dimension=name, shown=code, reason="Old") for name, code in shown.items())
    return StatusReport(
        id=f"sr{number}", number=number, status="issued", status_date=day, period_to=day, reader="client",
        ratings=ratings, milestones=(ReportMilestone(task="m2", name="Design", forecast=forecast),),
    )  # fmt: skip


LAST = before(7, dt.date(2026, 6, 5), dt.date(2026, 6, 15), risk="red", schedule="green", cost="green")
EARLIER = before(6, dt.date(2026, 5, 29), dt.date(2026, 6, 12), risk="green", schedule="red")
THE_SAME_WEEK = before(8, dt.date(2026, 6, 8), dt.date(2026, 6, 30), risk="green", schedule="red")


def test_lamps_show_what_was_before_and_which_way_it_went(changed: Changed) -> None:
    # Of two reports before this week the newer one counts; one of this week is no last period.
    blocks = page(made(changed(LAST, EARLIER, THE_SAME_WEEK))).blocks
    headline, row = blocks[1], blocks[3]
    assert isinstance(headline, Headline)
    assert (headline.previous, headline.lamp.rating, headline.trend) == (Lamp("red", "Red"), "amber", "up")
    assert isinstance(row, RagRow)
    lights = {light.dimension: light for light in row.lights}
    assert lights["Schedule"] == Light(
        "Schedule", Lamp("green", "Green"), "Forecast 5 working days late, within the tolerance of 5.",
        Lamp("green", "Green"), "flat",
    )  # fmt: skip
    assert (lights["Risk"].now.rating, lights["Risk"].trend) == ("amber", "up")
    assert (lights["Cost"].now.rating, lights["Cost"].trend) == ("grey", "")
    assert lights["Quality"].previous is None


def test_what_is_not_issued_to_a_client_is_no_last_report(changed: Changed, project: Project) -> None:
    others = [
        LAST.replace(id="a", status="replaced"), LAST.replace(id="b", status="draft"),
        LAST.replace(id="c", reader="internal"), LAST.replace(id="d", audience="private"),
    ]  # fmt: skip
    for other in others:
        assert made(changed(other)) == made(project)


def test_milestones_have_the_last_forecast_and_a_trail_of_all(changed: Changed) -> None:
    found = table(page(made(changed(LAST, EARLIER))).blocks, "Milestones of the next 90 days")
    assert [column.title for column in found.columns][1:4] == ["Baseline", "Last forecast", "Forecast"]
    assert found.rows[0][1:4] == ("2026-06-10", "2026-06-15", "2026-06-17")
    track = found.rows[0][5]
    assert isinstance(track, Track)
    assert track.earlier == (pytest.approx(0 / 90), pytest.approx(3 / 90))
    assert found.rows[1][2] == ""  # nobody forecast it before


SAID = StatusReport(
    id="next", number=8, status="draft", status_date=AS_OF, audience="client",
    ratings=(
        ReportRating(dimension="schedule", shown="red", reason="The {site} is shut", path="Open it",
                     path_date=dt.date(2026, 7, 1)),
        ReportRating(dimension="risk", path="Buy devices"),
        ReportRating(dimension="cost", path="Never printed: grey"),
    ),
)  # fmt: skip


def test_a_person_has_the_last_word_on_a_rating(changed: Changed) -> None:
    blocks = page(made(changed(SAID))).blocks
    headline, row = blocks[1], blocks[3]
    assert isinstance(headline, Headline)
    assert isinstance(row, RagRow)
    lights = {light.dimension: light for light in row.lights}
    assert lights["Schedule"] == Light(
        "Schedule", Lamp("red", "Red"), "The {site} is shut", path="Path to green: Open it (2026-07-01)"
    )
    assert lights["Risk"].now.rating == "amber"
    assert lights["Risk"].path == "Path to green: Buy devices"
    assert lights["Cost"].path == ""
    assert headline.lamp == Lamp("red", "Red")


def test_what_was_said_of_a_report_that_is_out_is_not_said_of_the_next(changed: Changed, project: Project) -> None:
    said = SAID.replace(status_date=dt.date(2026, 6, 5))
    row = page(made(changed(said, LAST))).blocks[3]
    assert isinstance(row, RagRow)
    assert [light.path for light in row.lights] == [""] * 6
    row = page(made(changed(said))).blocks[3]  # not out yet: it is said of this one
    assert isinstance(row, RagRow)
    assert row.lights[0].path


def test_a_report_of_the_same_day_is_the_same_report_again(changed: Changed) -> None:
    def number(language: str) -> str:
        again = LAST.replace(number=8, language="en", status_date=AS_OF, period_to=AS_OF)
        masthead = page(made(changed(again, report_number=8), language)).blocks[0]
        assert isinstance(masthead, Masthead)
        return masthead.facts[6][1]

    assert number("en") == "8 (version 2)"
    assert number("zh") == "8"


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("red", "amber", "up"), ("green", "amber", "down"), ("amber", "amber", "flat"), ("grey", "red", ""),
        ("red", "grey", ""),
    ],
)
def test_trend(before: str, now: str, expected: str) -> None:
    assert trend(before, now) == expected


def test_key_figures(project: Project) -> None:
    # Risks and actions that a client may see: 5 open risks, one of them scored 20; promises of both sides.
    figures = page(made(project)).blocks[2]
    assert isinstance(figures, KeyFigures)
    # By 12 June the baseline has 1 + 8 + 11 + 10 + 13 + 6 days done and two days each of three tasks: 55 of 128.
    assert figures.items[0] == Figure("Progress", "36%", "plan 43%")
    assert figures.items[2:] == (
        Figure("Open risks listed here", "5", "high: 1"),
        Figure("Open actions: client / us", "2 / 2", "overdue: 2 / 1"),
        Figure("Decisions needed", "2", "overdue: 1"),
    )


def test_private_and_team_records_change_no_total_of_a_client(changed: Changed, project: Project) -> None:
    more = [Risk(id=f"x{n}", number=60 + n, event="Secret", probability=5, impact_cost=5) for n in range(3)]
    more_actions = [Action(id=f"y{n}", number=60 + n, title="Secret", due=dt.date(2026, 1, 1)) for n in range(3)]
    assert made(changed(*more, *more_actions)) == made(project)


def test_decisions_stand_by_urgency_and_the_overdue_one_is_marked(project: Project) -> None:
    found = table(page(made(project)).blocks, "Decisions needed from you")
    assert [column.title for column in found.columns] == [
        "Decision", "Recommendation", "Needed by", "Consequence of delay",
    ]  # fmt: skip
    assert [row[2] for row in found.rows] == [Cell("2026-06-10", "red", bold=True, rating="red"), "2026-06-19"]


def test_milestones_have_baseline_forecast_and_variance_in_working_days(project: Project) -> None:
    found = table(page(made(project)).blocks, "Milestones of the next 90 days")
    first = found.rows[0]
    # Baseline Wednesday 10 June, forecast Wednesday 17 June: five working days, within the tolerance of five.
    assert first[1:4] == ("2026-06-10", "2026-06-17", Cell("+5", rating="green"))
    track = first[4]
    assert isinstance(track, Track)
    assert (track.agreed, track.forecast) == (pytest.approx(-2 / 90), pytest.approx(5 / 90))
    assert len(found.rows) == 3  # the one that was reached in May is behind us


def test_done_and_next(project: Project) -> None:
    columns = next(block for block in page(made(project)).blocks if isinstance(block, Columns))
    done, coming = columns.left[1], columns.right[1]
    assert isinstance(done, Bullets)
    assert isinstance(coming, Bullets)
    assert done.items == ("总体方案 Solution design (06-09)",)
    assert coming.items[0] == "方案评审通过 Design approved by the steering committee (finish 06-17)"
    assert len(coming.items) == 5
    assert coming.items[4].endswith("(and 1 more)")


def test_an_outcome_is_told_rather_than_the_activity(changed: Changed, project: Project) -> None:
    finished = project.get(Task, "t2").replace(actual_finish=dt.datetime(2026, 6, 8, 17))
    columns = next(block for block in page(made(changed(finished))).blocks if isinstance(block, Columns))
    done = columns.left[1]
    assert isinstance(done, Bullets)
    assert "三个仓库的现状报告 As-is report (06-08)" in done.items


def test_overdue_promises_of_both_sides_with_days_late(project: Project) -> None:
    found = table(page(made(project)).blocks, "Overdue actions, both sides")
    assert [(row[0], row[2], row[5]) for row in found.rows] == [
        ("A-001", "Client", Cell("7", "red", bold=True)),
        ("A-002", "Client", Cell("2", "red", bold=True)),
        ("A-003", "Us", Cell("1", "red", bold=True)),
    ]


def test_serious_issues_lead_the_risks(project: Project) -> None:
    found = table(page(made(project)).blocks, "Top risks and issues")
    assert [row[0] for row in found.rows] == ["I-001", "R-001", "R-002", "I-002", "R-003"]
    said = found.rows[0][1]
    assert said == "[New] 测试环境磁盘已满，接口联调中断 The test server is full and stops the interface test"


def test_what_a_limit_leaves_off_is_said(changed: Changed) -> None:
    many = [
        Decision(id=f"dd{n}", number=30 + n, title=f"Question {n}", needed_by=dt.date(2026, 7, n), audience="client")
        for n in range(1, 5)
    ]
    blocks = page(made(changed(*many))).blocks
    assert len(table(blocks, "Decisions needed from you").rows) == 3
    assert Paragraph("3 more, see: Decisions", "muted", most=1, small=True) in blocks


def test_money_is_the_teams(project: Project) -> None:
    assert not any(isinstance(b, Heading) and b.text == "Budget" for b in made(project).walk())
    found = table(page(made(project, audience="team")).blocks, "Budget")
    assert found.columns[0] == Column("Approved budget", 1, "right")
    assert found.rows[0][0] == "960,000.00 CNY"


def test_both_languages_stand_side_by_side_with_user_text_once(project: Project) -> None:
    report = made(project, "both")
    blocks = page(report).blocks
    assert table(blocks, "需要您决策\nDecisions needed from you").columns[2] == Column("最晚决策日\nNeeded by", 1.15)
    headline = blocks[1]
    assert isinstance(headline, Headline)
    assert headline.lamp.word == "黄 Amber"
    columns = next(block for block in blocks if isinstance(block, Columns))
    empty = "本期没有完成的任务。 Nothing was finished in the period."
    assert columns.left[1] == Bullets(("总体方案 Solution design（06-09）",), empty, most=2)


def test_chinese_report_has_no_english_of_ours(project: Project) -> None:
    english = {block.text for block in made(project, "en").walk() if isinstance(block, Heading)}
    chinese = {block.text for block in made(project, "zh").walk() if isinstance(block, Heading)}
    assert not english & chinese


def test_sections_follow_the_page_in_order(project: Project) -> None:
    def titles(report: Report) -> list[str]:
        return [block.text for block in report.blocks if isinstance(block, Heading) and block.level == 1]

    assert titles(made(project)) == [
        "Decisions", "Action list", "Risk register", "Issue log", "Communication log", "Gantt chart",
    ]  # fmt: skip
    assert titles(made(project, sections=("risks", "gantt"))) == ["Risk register", "Gantt chart"]
    assert made(project, sections=()).blocks == (page(made(project)),)
    assert made(project).blocks[1] == PageBreak(landscape=True)


@pytest.mark.parametrize("kind", [name for name in KINDS if name != "status"])
def test_a_section_can_be_had_alone(project: Project, kind: str) -> None:
    report = made(project, kind=kind)
    whole = made(project)
    assert set(map(repr, report.blocks)) <= set(map(repr, whole.blocks))
    assert report.landscape


def test_every_section_is_a_report() -> None:
    assert {kind.section for kind in KINDS.values() if kind.section} == set(SECTIONS)


def test_columns_that_a_reader_may_not_see_are_not_there(project: Project) -> None:
    for audience in ("client", "team"):
        report = made(project, kind="communication", audience=audience)
        titles = [column.title for block in report.walk() if isinstance(block, TableBlock) for column in block.columns]
        assert "Private note" not in titles
        assert "Tone" not in titles


def test_an_empty_project_makes_a_report_that_says_so() -> None:
    from desktop.domain.plan import ProjectProfile

    empty = Project([ProjectProfile(id="p", number=1, name="New", start=dt.datetime(2026, 6, 1, 8))])
    report = made(empty)
    headline = page(report).blocks[1]
    assert isinstance(headline, Headline)
    assert headline.text == "The plan has no tasks yet."
    assert headline.lamp.rating == "grey"
    assert all(block.rows == () and block.empty for block in report.walk() if isinstance(block, TableBlock))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"kind": "budget"}, "report_kind"), ({"language": "fr"}, "report_language"),
        ({"audience": "all"}, "report_audience"),
    ],
)
def test_unknown_names_are_refused(project: Project, planned: Schedule, wrong: dict[str, str], code: str) -> None:
    asked = {"kind": "status", "language": "en", "audience": "client"} | wrong
    with pytest.raises(Rejected) as refusal:
        build(project, planned, today=AS_OF, **asked)
    assert refusal.value.code == code
