"""What the mouse and fingers can do on the plan page, for the help; the keys beside it are those of the commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from desktop.i18n import N_, tr
from desktop.views.page import Gestures

if TYPE_CHECKING:
    from desktop.views.plan.page import PlanPage

Lines = tuple[tuple[str, str, tuple[str, ...]], ...]
"""What the hand does, what comes of it, and the names of the commands that do the same."""

BARS: Lines = (
    (N_("Drag a bar sideways"), N_("The task moves in time; Shift keeps to that, Alt lets no line draw it"),
     ("earlier", "later")),
    (N_("Drag a bar up or down"), N_("The row moves; sideways says at which level, Ctrl keeps to that"),
     ("move_up", "move_down", "indent", "outdent")),
    (N_("Drag an end of a bar"), N_("The duration changes"), ("shorter", "longer")),
    (N_("Drag the triangle in a bar"), N_("Progress changes"), ("half_done",)),
    (N_("Drag a circle beside a bar to another bar"), N_("The tasks are linked; the two ends say the type"), ("link",)),
    (N_("Double-click a link"), N_("Its type and lag"), ("link_type",)),
    (N_("Click a link"), N_("It is selected, and can be removed"), ("unlink",)),
    (N_("Double-click a bar"), N_("The details of the task"), ("go_to_details",)),
    (N_("“Split a bar with the mouse”, then drag in a bar"), N_("Work on the task rests for so long"), ("split",)),
    (N_("Drag a part of an interrupted bar"), N_("The part moves; where two parts meet they are one"), ("join",)),
    (N_("Drag sideways below the last row, or with Alt anywhere"), N_("A new task is drawn"), ("add_below",)),
    (N_("Drag over bare paper"), N_("The rows that are touched are selected"), ()),
    (N_("Ctrl or Shift and a click on a bar"), N_("Its row is selected too"), ()),
    (N_("Click a mark behind a bar"), N_("The risks, issues or actions that it stands for"), ("items",)),
    (N_("Rest on a bar, a mark or a link"), N_("What it is: dates, duration, float, people"), ()),
    (N_("Esc while something is dragged"), N_("Everything stays as it was"), ()),
)  # fmt: skip
TIME: Lines = (
    (N_("Ctrl and the wheel"), N_("Zooms in time, where the pointer is"), ("zoom_in", "zoom_out")),
    (N_("Shift and the wheel, or drag the time scale"), N_("Moves in time"), ("today",)),
    (N_("Double-click the time scale"), N_("Zooms in"), ("zoom_in",)),
    (N_("Drag with the middle button"), N_("Moves the paper"), ("scroll_to",)),
    (N_("Drag the frame in the overview, or its edges"), N_("Shows another time, or more of it"), ("fit",)),
)  # fmt: skip
GRID: Lines = (
    (N_("Click the triangle before a name"), N_("Opens or closes the summary task"), ("expand", "collapse")),
    (N_("Click a lock, clock or pencil among the marks"), N_("What holds the task, and how else it could be held"),
     ("release",)),
    (N_("Double-click a cell"), N_("Edits it; a list opens at once"), ("rename",)),
    (N_("Drag selected rows by a number or a name"), N_("They move; sideways says at which level"),
     ("move_up", "move_down", "indent", "outdent")),
    (N_("Pull the square at the corner of a selection"), N_("The series goes on; Ctrl copies"),
     ("fill_series", "fill_down")),
    (N_("Ctrl and a click on a heading"), N_("Sorts by the column; Ctrl+Shift adds it to the others"), ("sort_up",)),
    (N_("Drag a heading, or its edge"), N_("The column moves, or becomes wider"), ()),
    (N_("Double-click the edge of a heading"), N_("The column becomes as wide as its text"), ("fit_column",)),
    (N_("Right-click a heading, a row, a cell, a bar or a link"), N_("What can be done with it"), ()),
)  # fmt: skip
FINGERS: Lines = (
    (N_("Drag with one finger"), N_("Moves the paper"), ()),
    (N_("Two fingers apart or together"), N_("Zooms in time"), ()),
    (N_("Tap; tap twice"), N_("Selects the row; opens the details"), ()),
    (N_("Rest on a bar with a finger, then drag"), N_("Moves the bar, or its row"), ()),
)  # fmt: skip
SECTIONS: tuple[tuple[str, Lines], ...] = (
    (N_("Bars and links"), BARS), (N_("Time"), TIME), (N_("Grid"), GRID), (N_("Touch screen"), FINGERS),
)  # fmt: skip


def commands(page: PlanPage) -> dict[str, QAction]:
    """The commands that the lists name."""
    plan, cells, hands = page.plan_actions, page.cell_actions, page.plan_actions.hands
    named = {
        name: getattr(plan, name)
        for name in (
            "move_up", "move_down", "indent", "outdent", "link", "unlink", "go_to_details", "add_below", "items",
            "zoom_in", "zoom_out", "today", "scroll_to", "fit", "expand", "collapse", "rename", "release",
        )
    }  # fmt: skip
    named |= {name: getattr(hands, name) for name in ("earlier", "later", "shorter", "longer", "split", "join")}
    named |= {"fill_series": cells.fill_series, "fill_down": cells.fill_down, "link_type": hands.link}
    named |= {"sort_up": page.row_actions.sort_up, "fit_column": page.column_actions.fit}
    half = next((action for action in hands.progress.menu().actions() if action.data() == 50), None)  # type: ignore[attr-defined]
    return named | ({"half_done": half} if half is not None else {})


def gestures_of(page: PlanPage) -> Iterator[Gestures]:
    """Sections of the help."""
    known = commands(page)
    for title, lines in SECTIONS:
        yield Gestures(
            tr(title),
            [(tr(hand), tr(effect), [known[name] for name in names if name in known]) for hand, effect, names in lines],
        )
