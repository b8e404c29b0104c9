"""A date that stands against the links, at the bar: what holds the task, and ways out. Nothing is done unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.plan import ReleaseDates
from desktop.domain.commands.plan.links import RemoveLink
from desktop.domain.display import date_text
from desktop.domain.durations import duration_text
from desktop.domain.plan import Dependency, Task
from desktop.domain.rejection import Rejected, sentences
from desktop.domain.scheduling.conflicts import OF_FINISH, Conflict, conflict_of
from desktop.i18n import N_, tr, words
from desktop.views.labels import em
from desktop.views.plan.strip import Strip

if TYPE_CHECKING:
    from desktop.views.plan.chart import GanttChart

sentences(
    no_conflict=N_("No date in the plan stands against what comes before it."),
)

ASKED = {
    "snlt": N_("“{task}” is to start no later than {date}."),
    "mso": N_("“{task}” must start on {date}."),
    "fnlt": N_("“{task}” is to finish no later than {date}."),
    "mfo": N_("“{task}” must finish on {date}."),
    "hand": N_("“{task}” is planned by hand to start on {date}."),
}
LONGEST = 40
"""Characters of a name."""


def short(name: str) -> str:
    """A name as it stands in a sentence or on a button."""
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


class ConflictStrip(Strip):
    """To leave it so is always one of the ways, and the float tells of it from then on."""

    def __init__(self, chart: GanttChart) -> None:
        super().__init__(chart)
        self._conflict: Conflict | None = None
        self._step: ChangeSet | None = None
        """The edit that brought it about, where it was just now."""
        self.leave_so = self._button(self.dismiss)
        self.release = self._button(self._release)
        self.unlink = self._button(self._unlink)
        self.take_back = self._button(self._take_back)
        self.take_back.setText(tr("Take the edit back"))
        previous = chart
        for button in self.ways:
            self.setTabOrder(previous, button)
            previous = button  # type: ignore[assignment]
        chart.workspace.changed.connect(self.dismiss)
        chart.grid.escaped.connect(self.dismiss)
        chart.grid.selectionModel().selectionChanged.connect(self.dismiss)

    def _button(self, slot: Callable[[], object]) -> QPushButton:
        made = QPushButton()
        made.setAutoDefault(True)
        made.clicked.connect(slot)
        self.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    @property
    def ways(self) -> tuple[QPushButton, ...]:
        """The buttons, in their order."""
        return self.leave_so, self.release, self.unlink, self.take_back

    # -- what is told ---------------------------------------------------------------------------

    def show_conflict(self, conflict: Conflict, step: ChangeSet | None = None) -> None:
        """Tell of ``conflict``, which ``step`` brought about, where it was just now."""
        self._conflict, self._step = conflict, step
        workspace = self.chart.workspace
        link = workspace.project.find(Dependency, conflict.link)
        before = workspace.project.find(Task, link.predecessor) if link is not None else None
        profile = workspace.project.profile
        room = duration_text(workspace.schedule.of(conflict.task).total_float, "d", profile, words())
        self.leave_so.setText(tr("Leave it so: float {float}", float=room))
        by_hand = conflict.kind == "hand"
        self.release.setText(tr("Let the task follow its links") if by_hand else tr("Release the date"))
        self.unlink.setVisible(before is not None)
        if before is not None:
            self.unlink.setText(tr("Remove the link from “{task}”", task=short(before.name)).replace("&", "&&"))
        self.take_back.setVisible(step is not None)
        self.say(self.sentence(conflict, before))
        self.open_at(conflict.task)

    def sentence(self, conflict: Conflict, before: Task | None) -> str:
        """What was asked for, what stands against it, and what leads there."""
        project = self.chart.workspace.project
        task, allowed = project.get(Task, conflict.task), date_text(conflict.allowed)
        lines = [tr(ASKED[conflict.kind], task=short(task.name), date=date_text(conflict.wanted))]
        if before is not None and conflict.kept:
            lines.append(tr("The link from “{task}” allows that no earlier than {date}.",
                            task=short(before.name), date=allowed))  # fmt: skip
        elif conflict.kind in OF_FINISH:
            lines.append(tr("As things stand, it finishes on {date}.", date=allowed))
        else:
            lines.append(tr("As things stand, it starts on {date}.", date=allowed))
        if conflict.chain:
            names = [f"{short(project.get(Task, each).name)} ({date_text(done)})" for each, done in conflict.chain]
            lines.append(tr("What holds it: {tasks}", tasks=" → ".join(names)))
        return "\n".join(lines)

    def ask(self, current: str) -> bool:
        """Open for a task and give it the keys; False where nothing stands against its dates."""
        planned = self.chart.workspace.schedule
        conflict = conflict_of(planned, current)
        if conflict is None:
            return False
        self.back = self.chart.grid if self.chart.grid.hasFocus() else self.chart
        self.show_conflict(conflict)
        self.leave_so.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def refuse(self) -> None:
        """There is no conflict to show."""
        self.chart.workspace.rejected.emit(Rejected("no_conflict"))

    # -- ways out -------------------------------------------------------------------------------

    def _release(self) -> None:
        conflict = self._conflict
        if conflict is not None:
            self.dismiss()
            self.chart.workspace.do(ReleaseDates((conflict.task,)))

    def _unlink(self) -> None:
        conflict = self._conflict
        if conflict is not None:
            self.dismiss()
            self.chart.workspace.do(RemoveLink(conflict.link))

    def _take_back(self) -> None:
        step, workspace = self._step, self.chart.workspace
        self.dismiss()
        if step is not None and step is workspace.next_undo:
            workspace.undo()

    def dismiss(self) -> None:
        self._conflict = self._step = None
        super().dismiss()

    def wanted_width(self) -> int:
        widest = max(
            self.text.fontMetrics().horizontalAdvance(line) for line in self.text.text().splitlines() or [""]
        )
        return max(self.minimumSizeHint().width(), min(widest + em(1.4), em(34)))
