"""The overview: every figure leads to exactly what it counts, by mouse and by keys, and keeps up with edits."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.commands.communication import LogContact
from desktop.domain.commands.records import AddRecord, SetFields
from desktop.domain.communication import Action, Communication, Decision
from desktop.domain.control import Issue
from desktop.domain.overview import figures
from desktop.domain.people import Client, Person
from desktop.domain.plan import ProjectProfile
from desktop.domain.project import Project
from desktop.domain.rating import DIMENSIONS
from desktop.domain.record import Record
from desktop.domain.risks import Risk
from desktop.domain.session import Session
from desktop.i18n import tr
from desktop.models.workspace import Workspace
from desktop.views.overview import OverviewPage
from desktop.views.overview import page as overview_page
from desktop.views.overview.card import Card, LineButton, Row
from desktop.views.pages import find_entry
from desktop.views.plan import PlanPage
from desktop.views.project_view import ProjectView
from desktop.views.records import RegisterPage
from tests.clock import Clock
from tests.domain.test_overview import PROFILE, TODAY, at, baseline, plan
from tests.journeys.visible import clipped, english
from tests.views.records.conftest import english as speaking_english
from tests.views.records.conftest import language, show

__all__ = ["language", "show", "speaking_english"]

Key = Qt.Key
Show = Callable[..., None]
HOSTILE = ("W" * 50_000, "<b>bold</b> & <img src=x>", "😀👍🏽" * 500, "很长" * 25_000, "=1+1\n\t'; DROP TABLE")


def june(day: int) -> dt.date:
    return dt.date(2026, 6, day)


def records() -> list[Record]:
    """A project on Wednesday 10 June 2026 in which every line of every card has something to say."""
    return [
        PROFILE.replace(tolerance_days=0, headline="Nearly there", client="c"), *plan(),
        baseline(at(17)), Client(id="c", number=1, name="Bank"),
        Person(id="w", number=1, name="Wei", side="client", next_contact=TODAY), Person(id="v", number=2, name="Vera"),
        *(Communication(id=f"log{day}", number=day, subject=f"Talk {day}", happened_at=at(1), participants=("w",),
                        follow_up=june(day)) for day in (9, 10, 11, 17)),
        Action(id="a1", number=1, title="Late", side="us", due=june(9), owner="v"),
        Action(id="a2", number=2, title="Soon", side="us", due=june(16)),
        Action(id="a3", number=3, title="Some day", side="us"),
        Action(id="a4", number=4, title="Theirs", side="client", due=june(8)),
        Action(id="a5", number=5, title="Done", side="client", due=june(8), status="done"),
        Action(id="a6", number=6, title="Carrier", side="third_party", due=june(12)),
        Action(id="a7", number=7, title="Carrier done", side="third_party", status="cancelled"),
        Decision(id="d1", number=1, title="Which", needed_by=june(9)),
        Decision(id="d2", number=2, title="What", needed_by=june(30)),
        Decision(id="d3", number=3, title="Taken", needed_by=june(9), status="decided", outcome="Yes"),
        Risk(id="r1", number=1, event="Fire", probability=5, impact_cost=5),
        Risk(id="r2", number=2, event="Gain", kind="opportunity", probability=5, impact_cost=4),
        Risk(id="r3", number=3, event="Rain", probability=1, impact_cost=1, next_review=TODAY),
        Risk(id="r4", number=4, event="Unknown"),
        Risk(id="r5", number=5, event="Past", probability=5, impact_cost=5, status="closed"),
        Issue(id="i1", number=1, problem="Dear", category="cost", response_status="off_track", target=june(9)),
        Issue(id="i2", number=2, problem="Dearer", category="cost", severity="critical"),
        Issue(id="i3", number=3, problem="Cheap", category="cost"),
        Issue(id="i4", number=4, problem="Wide", category="scope", severity="high"),
        Issue(id="i5", number=5, problem="Coarse", category="quality"),
        Issue(id="i6", number=6, problem="Over", category="cost", severity="critical", status="closed"),
    ]  # fmt: skip


@pytest.fixture
def workspace(qapp: QApplication, clock: Clock) -> Workspace:
    return Workspace(Session(Project(records()), clock=clock))


@pytest.fixture
def page(workspace: Workspace, show: Show) -> OverviewPage:
    made = OverviewPage(workspace)
    show(made)
    return made


def rows(page: OverviewPage) -> Iterator[Row]:
    """All rows as they stand, column by column from the left."""
    cards: list[Card] = sorted(page.cards.values(), key=lambda card: (card.x(), card.y()))
    for card in cards:
        yield from card.rows


def lines(page: OverviewPage) -> list[LineButton]:
    return [row for row in rows(page) if isinstance(row, LineButton)]


def values(page: OverviewPage, card: str) -> list[tuple[str, str]]:
    return [(row.line.text, row.line.value) for row in page.cards[card].lines]


def counted(row: LineButton, facts: dict[str, object]) -> int | None:
    """How many records a line claims to stand for."""
    if row.line.rating and not row.line.target.partition("/")[1]:
        count = facts.get(row.line.target)
        return count if isinstance(count, int) else None
    number = re.match(r"\d+", row.line.value)
    return int(number[0]) if number else None


# -- what is shown --------------------------------------------------------------------------------


def test_of_a_large_plan_the_page_comes_first_and_its_figures_follow(
    workspace: Workspace, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview_page, "LARGE", 0)
    page = OverviewPage(workspace)
    asked: list[bool] = []
    monkeypatch.setattr(overview_page, "figures", lambda *given: asked.append(page.isVisible()) or figures(*given))
    show(page)
    qtbot.waitUntil(lambda: bool(values(page, "follow_ups")))
    assert values(page, "follow_ups")[0] == ("Overdue", "1")
    page.hide()
    workspace.do(SetFields("communication", ("log9",), {"follow_up_done": True}))
    page.show()
    qtbot.waitUntil(lambda: values(page, "follow_ups")[0] != ("Overdue", "1"))
    page.hide()
    page.show()  # as it was left
    qtbot.wait(50)
    assert asked == [True, True]


def test_the_figures_of_a_small_project(page: OverviewPage) -> None:
    assert values(page, "follow_ups") == [
        ("Overdue", "1"), ("Due within 7 days", "2"), ("People to contact", "1"),
        ("Talk 9", "2026-06-09"), ("Talk 10", "2026-06-10"), ("Talk 11", "2026-06-11"),
        ("Contact promised: Wei", "2026-06-10"),
    ]  # fmt: skip
    assert values(page, "actions") == [
        ("Overdue", "2"), ("Due within 7 days", "2"), ("Ours", "3 open"), ("The client's", "1 open"),
        ("Third parties'", "1 open"), ("Theirs", "2026-06-08"), ("Late", "2026-06-09"), ("Carrier", "2026-06-12"),
        ("Soon", "2026-06-16"),
    ]  # fmt: skip
    assert values(page, "decisions") == [
        ("Pending", "2"), ("Overdue", "1"), ("Which", "2026-06-09"), ("What", "2026-06-30"),
    ]  # fmt: skip
    assert values(page, "risks") == [
        ("Open risks", "4"), ("High", "2"), ("Reviews due", "1"), ("Not assessed", "1"),
        ("Fire", "25"), ("Gain", "20"), ("Rain", "1"), ("Unknown", "–"),
    ]  # fmt: skip
    assert values(page, "issues")[:2] == [("Open issues", "5"), ("Overdue", "1")]
    # Go-live on the 19th instead of the 17th, the review not begun although it was to end on the 9th.
    assert values(page, "schedule") == [
        ("Forecast finish", "2026-06-19"), ("Against the agreed date", "2 days late"), ("Complete", "41%"),
        ("Critical tasks", "2"), ("Overdue tasks", "1"), ("Later than in the baseline", "2"),
        ("Deadlines that will be missed", "0"),
    ]  # fmt: skip
    assert values(page, "milestones") == [("Go-live", "2026-06-19")]
    assert values(page, "ratings") == [
        ("Schedule", "Red"), ("Cost", "Red"), ("Scope", "Amber"), ("Quality", "Green"), ("Risk", "Red"),
        ("Resources", "Not assessed"),
    ]  # fmt: skip


def test_tomorrows_follow_up_waits(page: OverviewPage, workspace: Workspace) -> None:
    before = values(page, "follow_ups")[1]
    workspace.do(LogContact(at(10, 9), "call", "Ports", follow_up=june(11)))
    after = values(page, "follow_ups")
    assert (before, after[1]) == (("Due within 7 days", "2"), ("Due within 7 days", "3"))
    assert ("Ports", "2026-06-11") in after


@pytest.mark.parametrize(
    ("place", "command", "value"),
    [
        (("actions", "Ours"), SetFields("action", ("a2",), {"status": "done"}), "2 open"),
        (("actions", "Overdue"), AddRecord("action", {"title": "x", "side": "client", "due": june(1)}), "3"),
        (("risks", "High"), SetFields("risk", ("r1",), {"probability": 1}), "1"),
        (
            ("schedule", "Critical tasks"),
            SetFields("task", ("b",), {"duration": 480}),
            "1",
        ),  # the review alone ends last
        (("issues", "Open issues"), SetFields("issue", ("i5",), {"status": "closed"}), "4"),
        (("decisions", "Pending"), AddRecord("decision", {"title": "x"}), "3"),
    ],
)
def test_figures_keep_up_with_edits_and_undo(
    page: OverviewPage, workspace: Workspace, place: tuple[str, str], command: Any, value: str
) -> None:
    card, line = place
    before = values(page, card)
    workspace.do(command)
    assert dict(values(page, card))[line] == value != dict(before)[line]
    workspace.undo()
    assert values(page, card) == before


def test_the_row_with_the_cursor_keeps_it_through_an_edit(page: OverviewPage, workspace: Workspace) -> None:
    row = page.cards["actions"].lines[2]
    row.setFocus()
    workspace.do(SetFields("action", ("a2",), {"title": "Sooner"}))
    assert page.cards["actions"].lines[2] is row and row.hasFocus()
    last = page.cards["actions"].lines[-1]
    last.setFocus()
    workspace.do(SetFields("action", ("a2",), {"status": "done"}))
    assert page.cards["actions"].title.hasFocus()  # its row is gone, its card is not


def test_a_page_behind_catches_up_when_it_is_looked_at(page: OverviewPage, workspace: Workspace, clock: Clock) -> None:
    page.hide()
    before = values(page, "actions")
    workspace.do(SetFields("action", ("a2",), {"status": "done"}))
    assert values(page, "actions") == before
    clock.now += dt.timedelta(7)  # a week later
    page.show()
    assert values(page, "actions")[0] == ("Overdue", "3")
    assert dict(values(page, "follow_ups"))["Overdue"] == "3"


def test_long_lists_are_cut_and_their_number_told(page: OverviewPage, workspace: Workspace) -> None:
    for day in range(10, 20):
        workspace.do(AddRecord("task", {"id": f"m{day}", "name": f"Gate {day}", "milestone": True, "duration": 0,
                                        "constraint": "snet", "constraint_date": at(day, 17)}))  # fmt: skip
    shown = values(page, "milestones")
    assert len(shown) == 8 and shown[-1] == ("All of the next 90 days", "11")


# -- where it leads -------------------------------------------------------------------------------


@pytest.fixture
def view(workspace: Workspace, show: Show) -> ProjectView:
    made = ProjectView(workspace, {})
    made.show_page("overview")
    show(made)
    return made


def shown_by(view: ProjectView) -> int:
    """How many records the page in front shows (in the plan: has selected)."""
    page = view.page
    if isinstance(page, PlanPage):
        return len(page.grid.selectionModel().selectedRows())
    assert isinstance(page, RegisterPage)
    return page.model.rowCount()


def test_every_figure_leads_to_exactly_what_it_counts(view: ProjectView, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(SetFields("task", ("m",), {"deadline": at(18)}))
    overview = view.page
    assert isinstance(overview, OverviewPage)
    found = figures(workspace.project, workspace.schedule, TODAY)
    facts = {rating.target: rating.facts.get("count") for rating in found.ratings.values()}
    checked = set()
    for row in lines(overview):
        wanted, target = counted(row, facts), row.target
        view.show_page("overview")
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        key, slash, identity = target.partition("/")
        entry = find_entry(key.partition(":")[0])
        assert entry is not None and view.page_key == entry.key, target
        if slash:
            assert view.page is not None and view.page.current() == identity, target
        elif ":" in target and wanted is not None:
            assert shown_by(view) == wanted, (row.line, target)
            checked.add(target)
    assert checked == {
        "plan:critical", "plan:late", "plan:slipped", "plan:deadline", "action:overdue", "action:week", "action:us",
        "action:client", "action:third_party", "communication:overdue", "communication:week", "person:contact",
        "decision:open", "decision:overdue", "risk:open", "risk:high", "risk:review", "risk:unassessed",
        "risk:unanswered", "issue:open", "issue:overdue", "issue:off_track+cost", "issue:at_risk+scope",
    }  # fmt: skip


def test_what_was_filtered_before_does_not_hide_what_is_counted(view: ProjectView) -> None:
    view.go_to("action")
    actions = view.page
    assert isinstance(actions, RegisterPage)
    actions.bar.search.setText("nothing like it")
    view.go_to("action:third_party")
    assert [record.id for record in map(actions.model.record, range(actions.model.rowCount()))] == ["a6"]
    view.go_to("communication")
    contacts = view.page
    assert isinstance(contacts, RegisterPage)
    contacts.bar.search.setText("nothing like it")
    view.go_to("communication:week")
    assert contacts.model.rowCount() == 2


def test_titles_lead_to_whole_registers(page: OverviewPage, qtbot: QtBot) -> None:
    went: list[object] = []
    page.navigate.connect(went.append)
    for card in page.cards.values():
        qtbot.mouseClick(card.title, Qt.MouseButton.LeftButton)
    assert went == [
        "reports", "plan", "communication:waiting", "action", "plan:milestones", "risk", "decision", "issue",
    ]  # fmt: skip
    assert all(find_entry(str(target).partition(":")[0]) for target in went)


def test_the_project_itself_is_shown_here(page: OverviewPage) -> None:
    assert page.reveal("p") and not page.reveal("a1")


# -- by keys and for a screen reader --------------------------------------------------------------


def test_tab_reaches_every_row_in_the_order_of_the_columns(page: OverviewPage, qtbot: QtBot) -> None:
    expected = list(rows(page))
    expected[0].setFocus()
    reached: list[QWidget | None] = []
    for _ in expected:
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.append(focus)
        qtbot.keyClick(focus, Key.Key_Tab)
    assert reached == expected


def test_tab_keeps_its_order_when_rows_are_added(page: OverviewPage, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(AddRecord("risk", {"event": "One more", "probability": 2, "impact_cost": 2}))
    expected = list(rows(page))
    expected[0].setFocus()
    for row in expected[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Key.Key_Tab)
        assert QApplication.focusWidget() is row


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_keys_open_what_a_click_opens(page: OverviewPage, qtbot: QtBot, key: Qt.Key) -> None:
    went: list[object] = []
    page.navigate.connect(went.append)
    for row in rows(page):
        qtbot.keyClick(row, key)
    assert went == [row.target for row in rows(page)] and all(went)


def test_arrows_step_from_row_to_row_and_bring_it_into_sight(page: OverviewPage, qtbot: QtBot) -> None:
    order = list(rows(page))
    order[0].setFocus()
    for row in order[1:]:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Key.Key_Down)
        assert row.hasFocus() and not row.visibleRegion().isEmpty()
    qtbot.keyClick(order[-1], Key.Key_Up)
    assert order[-2].hasFocus()


def test_names_say_label_and_value(page: OverviewPage, language: str) -> None:
    page.refresh()
    for row in lines(page):
        name = row.accessibleName()
        assert row.line.text in name and row.line.value in name and row.line.detail in name
    names = [row.accessibleName() for row in page.cards["ratings"].lines]
    assert all(tr(title) in name for title, name in zip(DIMENSIONS.values(), names, strict=True))
    assert tr("Green", "rating") in names[3] and tr("Red", "rating") in page._overall.accessibleName()
    issue = next(row for row in page.cards["issues"].lines if row.line.text == "Dear")
    assert tr("Red", "rating") in issue.accessibleName()  # the sign in front of it, in a word


# -- room -----------------------------------------------------------------------------------------


@pytest.fixture(params=[1, 2])
def text_size(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[int]:
    before = QFont(qapp.font())
    larger = QFont(before)
    larger.setPointSizeF(10 * request.param)
    qapp.setFont(larger)
    yield request.param
    qapp.setFont(before)


def inside(page: OverviewPage) -> tuple[int, int]:
    """Widths of the content and of the place where it is seen."""
    (area,) = page.findChildren(QScrollArea)
    return area.widget().width(), area.viewport().width()


@pytest.mark.parametrize("size", [(1280, 720), (900, 600)])
def test_nothing_is_cut_off(
    language: str, text_size: int, size: tuple[int, int], workspace: Workspace, show: Show
) -> None:
    page = OverviewPage(workspace)
    show(page, *size)
    QApplication.processEvents()
    assert clipped(page) == []
    content, room = inside(page)
    assert content <= room
    for row in lines(page):
        for part in row.parts():
            metrics = QFontMetrics(part.font)
            assert metrics.horizontalAdvance(part.text) <= part.box.width() + 1, (part.text, part.box)
            assert metrics.height() <= part.box.height() + 2 and part.box.bottom() <= row.height(), part.text


def test_chinese_is_complete(language: str, page: OverviewPage) -> None:
    page.refresh()
    if language != "en":
        names = frozenset({"Wei", "Vera", "Bank", "Nearly", "there"})
        titles = {word for record in records() for word in re.findall(r"[A-Za-z]+", record.name_text)}
        assert english(page, names | titles) == []


def test_an_empty_project_says_what_each_card_is_for(language: str, show: Show, qapp: QApplication) -> None:
    profile = ProjectProfile(id="p", name="New", start=at(1))
    made = OverviewPage(Workspace(Session(Project([profile]), clock=Clock())))
    show(made)
    assert len(made.cards["ratings"].lines) == len(DIMENSIONS)
    assert {row.line.value for row in made.cards["ratings"].lines} == {tr("Not assessed", "rating")}
    sentences = {name: card.empty for name, card in made.cards.items() if name != "ratings"}
    for name, sentence in sentences.items():
        assert sentence.isVisible() and len(sentence.text()) > 5 and not made.cards[name].lines, name
    assert len({sentence.text() for sentence in sentences.values()}) == len(sentences)
    assert not made._headline.isVisible() and clipped(made) == []


# -- texts that attack ----------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE, ids=["word", "markup", "emoji", "chinese", "controls"])
def test_hostile_texts_are_literal_and_widen_nothing(workspace: Workspace, show: Show, text: str) -> None:
    for record in records():
        fields = {name: text for name in ("name", "title", "event", "problem", "subject", "headline")
                  if name in record.info.specs}  # fmt: skip
        if fields and record.info.key != "baseline" and record.id != "d3":
            refusal = workspace.attempt(SetFields(record.info.key, (record.id,), fields))
            assert refusal is None, (record.ref, refusal)
    page = OverviewPage(workspace)
    show(page)
    content, room = inside(page)
    assert content <= room
    for row in lines(page):
        assert len(row.toolTip()) < 2000 and len(row.accessibleName()) < 2000 and row.width() < room
        assert "<b>" not in row.toolTip() and "<img" not in row.toolTip()
    assert page._name.textFormat() is Qt.TextFormat.PlainText
    assert not page.grab().isNull()
