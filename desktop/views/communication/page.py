"""The communication log as a workspace: a register whose first face is a timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.communication import Communication
from desktop.domain.contacts import contacts
from desktop.domain.display import date_text
from desktop.domain.filters import filters
from desktop.domain.people import Person
from desktop.domain.record import Record
from desktop.i18n import N_, tr
from desktop.models.timeline import TimelineEntry, TimelineModel
from desktop.models.workspace import Workspace
from desktop.views.communication.quick_entry import QuickEntry
from desktop.views.communication.timeline import Timeline
from desktop.views.labels import SMALL, Text, em
from desktop.views.records.page import RegisterPage


class CommunicationPage(RegisterPage):
    """Timeline and table of contacts; meetings stand in the timeline too. Ctrl+T changes the face."""

    key = "communication"
    record_key = "communication"
    title = N_("Communication")
    icon = "communication"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.timeline_model = TimelineModel(workspace)
        self.timeline = Timeline(self.timeline_model, workspace.session.now().date())
        self.person = QComboBox()
        self._known = Text(scale=SMALL, role="muted", wrap=True)
        super().__init__(workspace, parent)
        self.timeline_model.setParent(self)
        self._put_timeline_over_table()
        self.person.setAccessibleName(tr("Only contacts with this person"))
        self._fill_people()
        self.person.activated.connect(self._choose_person)
        self.timeline.current.connect(self._show_entry)
        self.timeline.opened.connect(self._open_entry)
        self.timeline_model.modelReset.connect(self._keep_entry)
        workspace.changed.connect(self._people_changed)
        self._show_timeline()

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        super()._make_actions()
        self.add_action.setShortcuts([QKeySequence(Qt.Key.Key_Insert), QKeySequence("Ctrl+Return")])
        self.face_action = self._action(tr("Show as table"), self.change_face, QKeySequence("Ctrl+T"), "table")
        self.face_action.setCheckable(True)

    def _lay_out(self) -> None:
        super()._lay_out()
        self.bar.add_button(self.face_action, self.face_action.text(), with_text=False)

    def parts_above(self) -> Sequence[QWidget]:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(em(0.6), 0, em(0.6), em(0.3))
        column.setSpacing(em(0.2))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(18)
        column.addWidget(self.person)
        column.addWidget(self._known)
        return (place,)

    def _put_timeline_over_table(self) -> None:
        """Both faces in the place of the table; the table keeps its model and its keys."""
        register = self.splitter.widget(0)
        column = register.layout() if register else None
        place = QWidget()
        self._faces = QStackedLayout(place)
        if column is not None:
            column.replaceWidget(self.table, place)
        self._faces.addWidget(self.timeline)
        self._faces.addWidget(self.table)
        if isinstance(column, QVBoxLayout):
            column.setStretchFactor(place, 1)

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        ((title, actions),) = super().menus()
        return ((title, (*actions, self.face_action)),)

    # -- what can be done -----------------------------------------------------------------------

    def begin_new(self) -> None:
        """Open the quick entry."""
        QuickEntry(self.workspace, self.window()).open()

    def change_face(self) -> None:
        """Timeline or table."""
        if self.face_action.isChecked():
            self._faces.setCurrentWidget(self.table)
            self.table.setFocus()
        else:
            self._show_timeline()
            self.timeline.setFocus()

    def _show_timeline(self) -> None:
        self._faces.setCurrentWidget(self.timeline)
        if not self.timeline.currentIndex().isValid() and self.timeline_model.rowCount():
            self.timeline.setCurrentIndex(self.timeline_model.index(0))

    # -- people ---------------------------------------------------------------------------------

    def _fill_people(self) -> None:
        chosen = self.person.currentData()
        self.person.blockSignals(True)
        self.person.clear()
        self.person.addItem(tr("Contacts with everybody"), "")
        for person in sorted(self.workspace.project.table(Person).values(), key=lambda item: item.number):
            self.person.addItem(person.name, person.id)
        self.person.setCurrentIndex(max(0, self.person.findData(chosen)))
        self.person.blockSignals(False)
        self._show_known()

    def _people_changed(self) -> None:
        self._fill_people()

    def _choose_person(self) -> None:
        self._show_known()
        self._filter()

    def _show_known(self) -> None:
        """When the chosen person was last spoken to, and when the next contact is promised."""
        identity = self.person.currentData()
        found = contacts(self.workspace.project, self.workspace.session.now()).get(identity) if identity else None
        self._known.setVisible(found is not None)
        if found is not None:
            last = date_text(found.last.date()) if found.last else tr("never")
            coming = date_text(found.next) if found.next else tr("not promised")
            self._known.setText(tr("Last contact: {last}. Next: {next}.", last=last, next=coming))

    # -- filtering ------------------------------------------------------------------------------

    def extra_test(self) -> Callable[[Record], bool] | None:
        """Only contacts with the chosen person."""
        identity = self.person.currentData()
        if not identity:
            return None

        def with_person(record: Record) -> bool:
            return isinstance(record, Communication) and identity in record.participants

        return with_person

    def _filter(self) -> None:
        super()._filter()
        shown = set(self.model.ids)
        narrowed = bool(self.bar.text or self.bar.chosen)

        def passes(entry: TimelineEntry) -> bool:
            key, _, identity = entry.ref.partition("/")
            return identity in shown if key == "communication" else not narrowed

        self.timeline_model.show(self.person.currentData() or "", passes)

    # -- entries --------------------------------------------------------------------------------

    def _show_entry(self, ref: str) -> None:
        key, _, identity = ref.partition("/")
        if key == "communication":
            self.table.select_id(identity)
            if self.details_action.isChecked():
                self.form.show_record(identity)

    def _open_entry(self, ref: str) -> None:
        if ref.startswith("meeting/"):
            self.navigate.emit(ref)
        else:
            self.details_action.setChecked(True)
            self.toggle_details()
            self.form.focus_field("subject")

    def _keep_entry(self) -> None:
        if self.form.identity and self.timeline.select_ref(f"communication/{self.form.identity}"):
            return
        if self.timeline_model.rowCount():
            self.timeline.setCurrentIndex(self.timeline_model.index(0))

    def reveal(self, identity: str) -> bool:
        if not super().reveal(identity):
            return False
        self.timeline.select_ref(f"communication/{identity}")
        return True

    def apply_filter(self, name: str) -> None:
        if any(chosen.name == name for chosen in filters(Communication)):
            super().apply_filter(name)
            self._filter()

    def save_state(self) -> dict[str, object]:
        return {**super().save_state(), "as_table": self.face_action.isChecked()}

    def restore_state(self, state: dict[str, object]) -> None:
        super().restore_state(state)
        self.face_action.setChecked(state.get("as_table") is True)
        self.change_face()
