"""Whatever a settings file holds about a layout, every page opens, and no view of the plan is in its way."""

from __future__ import annotations

import json

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.views.main_window import MainWindow
from desktop.views.pages import ENTRIES
from desktop.views.plan import PlanPage
from desktop.views.plan.named_views import capture
from desktop.views.plan.views_kept import PLANNING
from desktop.views.settings import PAGES, PLAN_VIEWS

KEYS = [entry.key for entry in ENTRIES if entry]
ABSURD = [
    None, True, -1, 10**12, float("inf"), "no such thing", "\ud800", [], [[None, None]], [["name", 10**9]], {"a": None},
]  # fmt: skip


def spoilt(value: object, absurd: object, *, whole: bool) -> object:
    """``value`` with every leaf replaced; with ``whole``, every list and every dictionary below the first."""
    if isinstance(value, dict) and value:
        if whole:
            return dict.fromkeys(value, absurd)
        return {key: spoilt(item, absurd, whole=False) for key, item in value.items()}
    if isinstance(value, list) and value:
        return [spoilt(item, absurd, whole=False) for item in value]
    return absurd


def visit_all(window: MainWindow) -> None:
    assert window.view is not None
    for key in KEYS:
        assert window.view.show_page(key) is not None


def plan_of(window: MainWindow) -> PlanPage:
    assert window.view is not None
    page = window.view.show_page("plan")
    assert isinstance(page, PlanPage)
    return page


@pytest.fixture
def sample(program: Application, qtbot: QtBot) -> MainWindow:
    window = program.new_window()
    qtbot.waitExposed(window)
    window.open_sample()
    assert window.document is not None
    visit_all(window)
    return window


@pytest.mark.parametrize("whole", [False, True])
def test_every_page_opens_on_any_layout(sample: MainWindow, qtbot: QtBot, whole: bool) -> None:
    assert sample.view is not None
    states = json.loads(json.dumps(sample.view.save_states()))
    assert set(states) == set(KEYS)
    identity = sample.document.workspace.project.profile.id  # type: ignore[union-attr]
    shown = json.loads(json.dumps(capture(plan_of(sample))))
    for absurd in ABSURD:
        state = {"state": spoilt(shown, absurd, whole=whole)}
        views = {"own": state | {"name": "Mine"}, PLANNING: state | {"name": absurd}, "odd": absurd}
        sample.program.settings.keep_all(
            {
                PAGES: {identity: {key: spoilt(state, absurd, whole=whole) for key, state in states.items()}},
                PLAN_VIEWS: views,
            }
        )
        sample.opened.keep_layout = lambda _: None  # type: ignore[method-assign] # or it would take the spoilt one back
        sample.build()
        visit_all(sample)
        for identity in ("own", PLANNING):
            plan_of(sample).views.choose(identity)
        qtbot.wait(1)
