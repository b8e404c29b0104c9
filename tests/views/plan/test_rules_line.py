"""The line of rules below the plan: what is active, and the way to where it is chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH
from desktop.models.plan_columns import NUMBER_OF
from desktop.views.plan import PlanPage
from desktop.views.program import STANDARD, NewProject
from desktop.views.project_page import ProjectPage
from desktop.views.settings import LANGUAGE
from tests.plan_window import Person


def test_the_line_follows_the_project(opened: Callable[..., Person]) -> None:
    person = opened()
    line = person.page.rules
    assert "Constraints: Logic first (soft)" in line.toolTip()
    assert person.workspace.do(SetFields("project", ("p",), {"constraint_rule": "pinned"}))
    assert "Constraints: Honour constraint dates" in line.toolTip()
    person.workspace.undo()
    assert "Constraints: Logic first (soft)" in line.toolTip()


def test_no_rule_is_cut_in_two(opened: Callable[..., Person]) -> None:
    line = opened().page.rules
    whole = line.text_in(100_000)
    assert whole.count(" · ") == len(line.rules) - 1 and "more" not in whole
    wide = line.fontMetrics().horizontalAdvance(whole)
    told = line.text_in(wide - 1)
    assert told == " · ".join((*whole.split(" · ")[:-1], "and 1 more"))
    for room in range(wide // 4, wide, 40):
        *rules, more = line.text_in(room).split(" · ")
        assert line.fontMetrics().horizontalAdvance(line.text_in(room)) <= room
        assert rules == whole.split(" · ")[: len(rules)] and more == f"and {len(line.rules) - len(rules)} more"


@pytest.mark.parametrize("language", [ENGLISH, CHINESE])
def test_a_rule_leads_to_its_setting(program: Application, tmp_path: Path, qtbot: QtBot, language: str) -> None:
    program.settings.keep(LANGUAGE, language)
    program.dress()
    window = program.new_window()
    with qtbot.waitExposed(window):
        window.show()
    answers = NewProject("P", "", dt.date(2026, 6, 1), STANDARD, "both", "CNY", tmp_path / "P.pilotage")
    window.files._create(answers)
    assert window.view is not None
    page = window.view.page
    assert isinstance(page, PlanPage)
    actions = {action.data(): action for action in page.rules.menu_action.menu().actions()}
    for field in ("lag_calendar", "critical_rule", "date_source"):
        actions[field].trigger()
        QApplication.processEvents()
        shown = window.view.page
        assert isinstance(shown, ProjectPage)
        focused = QApplication.focusWidget()
        assert focused is shown.form.fields[field].editor.focus_widget()
        assert not focused.visibleRegion().isEmpty()
        window.go_to("plan")


def test_near_critical_tasks_are_told_in_the_grid(opened: Callable[..., Person]) -> None:
    person = opened()
    # Collecting wishes takes two days beside three of survey: a day of float.
    row = person.row("wishes")
    assert person.page.model.index(row, NUMBER_OF["critical"]).data() == "Nearly"
    assert person.page.model.facts(row).near_critical
    assert person.bar("wishes").near_critical
    assert not person.bar("survey").near_critical
