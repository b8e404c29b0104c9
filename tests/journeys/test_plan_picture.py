"""The chart leaves as a picture: what was chosen, as it was seen, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Application
from desktop.domain.commands.records import SetFields
from desktop.i18n import CHINESE, ENGLISH
from desktop.views.export import ExportDialog
from desktop.views.plan.picture_dialog import PictureDialog
from tests.journeys.visible import clipped
from tests.plan_window import Person, english, opened, reader
from tests.plans import snapshot

__all__ = ["english", "opened", "reader"]

Opened = Callable[..., Person]
SVG = "{http://www.w3.org/2000/svg}"
SOON = 20_000


def asked(me: Person) -> PictureDialog:
    me.page.paper_actions.picture.trigger()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, PictureDialog) and w.isVisible())


def save(me: Person, dialog: PictureDialog, target: Path) -> Path:
    with me.bot.waitSignal(dialog.press.written, timeout=SOON):
        dialog.save(target)
    return target


def labels(picture: Path) -> list[str]:
    return [
        str(each.get("aria-label")) for each in ElementTree.parse(picture).iter(f"{SVG}g") if each.get("aria-label")
    ]


def test_the_whole_chart_and_what_is_in_sight(opened: Opened, reader: str, tmp_path: Path) -> None:
    me = opened()
    before = snapshot(me.project)
    dialog = asked(me)
    assert clipped(dialog) == []
    dialog.kind.setFocus()
    me.key(Qt.Key.Key_Right, to=dialog.kind)
    dialog.percent.setValue(100)
    whole = save(me, dialog, tmp_path / "whole.svg")
    assert whole.name in dialog.said.text()
    said = labels(whole)
    names = [me.task(identity).name for identity in me.page.model.ids]
    assert [each for each in said if each in set(names)] == names
    heads = {ENGLISH: {"Task name", "Start", "Total float"}, CHINESE: {"任务名称", "开始时间", "总浮动时间"}}
    assert heads[reader] <= set(said)
    me.key(Qt.Key.Key_Right, to=dialog.part)
    root = ElementTree.parse(save(me, dialog, tmp_path / "sight.svg")).getroot()
    dialog.columns.setChecked(False)
    bare = ElementTree.parse(save(me, dialog, tmp_path / "bare.svg")).getroot()
    width = me.chart.viewport().width()
    assert float(str(bare.get("width"))) == pytest.approx(width, abs=1)
    assert float(str(root.get("width"))) > width
    assert not heads[reader] & set(labels(tmp_path / "bare.svg"))
    dialog.reject()
    assert snapshot(me.project) == before


def test_a_png_is_as_large_as_it_was_magnified(opened: Opened, reader: str, tmp_path: Path) -> None:
    del reader
    me = opened()
    dialog = asked(me)
    dialog.part.show_at(1)
    sizes = []
    for percent in (100, 300):
        dialog.percent.setValue(percent)
        image = QImage(str(save(me, dialog, tmp_path / f"{percent}.png")))
        sizes.append((image.width(), image.height()))
        colours = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 5)
        }
        assert len(colours) > 8  # bars, letters, shading: not an empty sheet
    assert sizes[1] == pytest.approx((sizes[0][0] * 3, sizes[0][1] * 3), abs=3)
    dialog.reject()


def test_a_client_is_not_shown_floats(opened: Opened, tmp_path: Path) -> None:
    me = opened()
    dialog = asked(me)
    dialog.kind.show_at(1)
    assert "Total float" in labels(save(me, dialog, tmp_path / "team.svg"))
    dialog.readers.show_at(0)
    assert "Total float" not in labels(save(me, dialog, tmp_path / "client.svg"))
    me.workspace.do(SetFields("project", (me.project.profile.id,), {"audience": "team"}))
    with me.bot.waitSignal(dialog.press.failed, timeout=SOON):
        dialog.save(tmp_path / "hidden.svg")
    assert "Client" in dialog.said.text()
    assert not (tmp_path / "hidden.svg").exists()
    dialog.reject()


def test_a_picture_that_no_program_could_open_is_refused(opened: Opened, reader: str, tmp_path: Path) -> None:
    del reader
    me = opened()
    me.chart.zoom(1e9)
    dialog = asked(me)
    dialog.percent.setValue(400)
    with me.bot.waitSignal(dialog.press.failed, timeout=SOON):
        dialog.save(tmp_path / "endless.png")
    assert "SVG" in dialog.said.text() and "×" in dialog.said.text()
    assert list(tmp_path.iterdir()) == []
    with me.bot.waitSignal(dialog.press.failed, timeout=SOON):
        dialog.part.show_at(1)
        dialog.save(tmp_path / "missing" / "a.png")
    assert "a.png" in dialog.said.text()
    dialog.reject()


def test_hostile_names_stay_names(opened: Opened, tmp_path: Path) -> None:
    me = opened()
    name = '"/><script>alert(1)</script>&]]>'
    me.workspace.do(SetFields("task", ("survey",), {"name": name}))
    dialog = asked(me)
    dialog.kind.show_at(1)
    picture = save(me, dialog, tmp_path / "hostile.svg")
    assert name in labels(picture)
    assert not list(ElementTree.parse(picture).iter(f"{SVG}script"))
    dialog.reject()


def test_closing_stops_and_leaves_nothing(opened: Opened, tmp_path: Path) -> None:
    me = opened()
    dialog = asked(me)
    dialog.save(tmp_path / "stopped.png")
    dialog.reject()
    me.bot.wait(300)
    left = list(tmp_path.iterdir())  # nothing, or all of it where it was ready before
    assert left == [] or (left == [tmp_path / "stopped.png"] and not QImage(str(left[0])).isNull())


def test_the_export_menu_leads_to_it(program: Application, tmp_path: Path, qtbot: QtBot) -> None:
    window = program.new_window()
    window.open_sample()
    assert window.view is not None
    window.go_to("risks")
    window.commands.export()
    (dialog,) = [each for each in window.findChildren(ExportDialog) if each.isVisible()]
    dialog.kind.setCurrentIndex(dialog.kind.findData("picture"))
    dialog.readers.show_at(0)
    dialog.accept()
    (picture,) = [each for each in window.findChildren(PictureDialog) if each.isVisible()]
    assert window.view.page_key == "plan"
    assert picture.audience == "client"
    with qtbot.waitSignal(picture.press.written, timeout=SOON):
        picture.save(tmp_path / "chart.png")
    picture.reject()
