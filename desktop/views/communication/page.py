"""The communication log as a workspace: a register whose first face is a timeline.

Meetings stand in the timeline beside the contacts and have their own form here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import ChangeSet
from desktop.domain.commands.records import DeleteRecords, SetFields
from desktop.domain.communication import Communication
from desktop.domain.contacts import contacts
from desktop.domain.display import date_text
from desktop.domain.people import Person
from desktop.domain.record import Record
from desktop.i18n import N_, tr
from desktop.models.cells import one_line
from desktop.models.timeline import TOUCHED, TimelineEntry, TimelineModel
from desktop.models.workspace import Workspace
from desktop.views.communication.quick_entry import QuickEntry
from desktop.views.communication.timeline import Timeline
from desktop.views.labels import SMALL, Text, em
from desktop.views.records.form import RecordForm
from desktop.views.records.name_line import NAME_LIMIT
from desktop.views.records.page import RegisterPage
from desktop.views.slices import Steps


class CommunicationPage(RegisterPage):
    """Timeline and table of contacts; meetings stand in the timeline too. Ctrl+T changes the face."""

    key = "communication"
    record_key = "communication"
    title = N_("Communication")
    icon = "communication"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None, *, at_once: bool = True) -> None:
        """Unless it is made ``at_once``, nothing is chosen in it before :meth:`making` has come to its end."""
        self.person = QComboBox()
        self.person.setAccessibleName(tr("Only contacts with this person"))
        self.person.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.setMinimumContentsLength(14)
        self._known = Text(scale=SMALL, role="muted", wrap=True)
        self._known.setContentsMargins(em(0.6), 0, em(0.6), em(0.3))
        self.meeting_form = RecordForm(workspace, "meeting")
        super().__init__(workspace, parent)
        self.entry.hide()  # a contact is more than its subject: the quick entry takes its place
        self.entry_row.setContentsMargins(0, 0, 0, 0)
        self.add_action.setText(tr("Log a contact"))
        self.empty.button.setText(tr("Log a contact"))
        self._fill_people()
        self.person.activated.connect(self._choose_person)
        self.timeline.current.connect(self._show_entry)
        self.timeline.opened.connect(self._open_entry)
        self.timeline_model.rowsInserted.connect(self._keep_entry)
        self.timeline_model.rowsInserted.connect(self._show_counts)
        self.timeline_model.rowsRemoved.connect(self._show_counts)
        self.meeting_form.navigate.connect(self.navigate)
        workspace.changed.connect(self._take)
        if at_once:
            for _ in self.making():
                pass

    def making(self) -> Steps:
        yield
        self._show_timeline()
        self._show_counts()

    # -- building -------------------------------------------------------------------------------

    def _make_actions(self) -> None:
        super()._make_actions()
        self.face_action = self._action(tr("Show as table"), self.change_face, QKeySequence("Ctrl+T"), "table")
        self.face_action.setCheckable(True)
        self.done_action = self._action(
            tr("Follow-up done"), self.follow_up_done, QKeySequence("Ctrl+Shift+U"), "check"
        )

    def _lay_out(self) -> None:
        super()._lay_out()
        self.bar.add_button(self.face_action, self.face_action.text(), with_text=False)

    def table_place(self) -> QWidget:
        """Both faces in one place, below what is known of the chosen person."""
        # Made after the model of the table, which therefore hears first of a change: the timeline asks it who passes.
        self.timeline_model = TimelineModel(self.workspace, self)
        self.timeline = Timeline(self.timeline_model, self._today)
        self.timeline_model.show("", self._passes)
        self.bar.add_filter(self.person)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._known)
        for action in (self.delete_action, self.copy_action):
            self.timeline.addAction(action)
        self._faces = QStackedWidget()
        self._faces.addWidget(self.timeline)
        self._faces.addWidget(self.table)
        column.addWidget(self._faces, 1)
        return place

    def details_place(self) -> QWidget:
        """The form of the contact, or of the meeting that is chosen in the timeline."""
        self._forms = QStackedWidget()
        self._forms.addWidget(self.form)
        self._forms.addWidget(self.meeting_form)
        return self._forms

    def menus(self) -> Sequence[tuple[str, Sequence[QAction | None]]]:
        ((title, actions),) = super().menus()
        return ((title, (*actions, None, self.done_action, self.face_action)),)

    # -- what can be done -----------------------------------------------------------------------

    def begin_new(self) -> None:
        """Open the quick entry, and show what was written down."""
        entry = QuickEntry(self.workspace, self.window())
        entry.logged.connect(self.reveal)
        entry.open()

    def delete_selected(self) -> None:
        """Delete what is chosen on the face in front: contacts, or the meeting in the timeline."""
        key, _, identity = self.timeline.current_ref().partition("/")
        if self._faces.currentWidget() is self.table or not identity:
            super().delete_selected()
        else:
            self.workspace.do(DeleteRecords(key, (identity,)))

    def follow_up_done(self) -> None:
        """The follow-up of the chosen contact has been made, or after all not."""
        contact = self.workspace.project.find(Communication, self.table.current_id())
        if contact is not None and contact.follow_up is not None:
            done = {"follow_up_done": not contact.follow_up_done}
            self.workspace.do(SetFields(self.record_key, (contact.id,), done))

    def change_face(self) -> None:
        """Timeline or table; the same contact stays chosen."""
        if self.face_action.isChecked():
            self._faces.setCurrentWidget(self.table)
            self._forms.setCurrentWidget(self.form)
        else:
            self._show_timeline()
        self._focus_table()

    def _show_timeline(self) -> None:
        self._faces.setCurrentWidget(self.timeline)
        if not self.timeline.select_ref(f"communication/{self.table.current_id()}") and self.timeline_model.rowCount():
            self.timeline.setCurrentIndex(self.timeline_model.index(0))

    def _today(self) -> dt.date:
        return self.workspace.session.now().date()

    def _focus_table(self) -> None:
        if self._faces.currentWidget() is self.table:
            super()._focus_table()
        else:
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- people ---------------------------------------------------------------------------------

    def _fill_people(self) -> None:
        people = sorted(self.workspace.project.table(Person).values(), key=lambda item: item.number)
        wanted = [(tr("With everybody"), ""), *((one_line(person.name)[:NAME_LIMIT], person.id) for person in people)]
        shown = [(self.person.itemText(row), self.person.itemData(row)) for row in range(self.person.count())]
        if wanted != shown:
            self.person.clear()
            for name, identity in wanted:
                self.person.addItem(name, identity)
        self._mark_person()

    def _mark_person(self) -> None:
        """Show the person whose contacts are shown, as the filter bar has it."""
        self.person.setCurrentIndex(max(0, self.person.findData(self.bar.extra)))
        self._show_known()

    def _take(self, changes: ChangeSet) -> None:
        if self.bar.extra and self.bar.extra not in self.workspace.project.table(Person):
            self.bar.set_extra("", "")
        if changes.keys() & TOUCHED:
            self._fill_people()

    def _choose_person(self) -> None:
        self.bar.set_extra(self.person.currentData() or "", "")

    def _show_known(self) -> None:
        """When the chosen person was last spoken to, and when the next contact is promised."""
        identity = self.bar.extra
        found = contacts(self.workspace.project, self.workspace.session.now()).get(identity) if identity else None
        self._known.setVisible(found is not None)
        if found is not None:
            last = date_text(found.last.date()) if found.last else tr("never")
            coming = date_text(found.next) if found.next else tr("not promised")
            self._known.setText(tr("Last contact: {last}. Next: {next}.", last=last, next=coming))

    # -- filtering ------------------------------------------------------------------------------

    def extra_test(self) -> Callable[[Record], bool] | None:
        """Only contacts with the chosen person."""
        identity = self.bar.extra
        if not identity:
            return None

        def with_person(record: Record) -> bool:
            return isinstance(record, Communication) and identity in record.participants

        return with_person

    def _filter(self) -> None:
        super()._filter()
        self._mark_person()
        self.timeline_model.show(self.bar.extra, self._passes)
        if not self.timeline.currentIndex().isValid():
            self._keep_entry()

    def _passes(self, entry: TimelineEntry) -> bool:
        """Contacts are shown where the table shows them; meetings have no named parts, but words."""
        key, _, identity = entry.ref.partition("/")
        if key == self.record_key:
            return self.model.row_of(identity) >= 0
        return not self.bar.names and all(word in entry.searchable for word in self.bar.text.casefold().split())

    def _count(self) -> None:
        super()._count()
        if self.timeline_model.rowCount():  # meetings alone are something to show
            self.stack.setCurrentWidget(self.splitter)

    # -- entries --------------------------------------------------------------------------------

    def _show_entry(self, ref: str) -> None:
        """Show the form of what is chosen; only a contact is chosen in the table too, for the keys that act on it."""
        key, _, identity = ref.partition("/")
        meeting = key == "meeting"
        self._forms.setCurrentWidget(self.meeting_form if meeting else self.form)
        if meeting or not identity:
            self.table.setCurrentIndex(QModelIndex())
            self.table.clearSelection()
        else:
            self.table.select_id(identity)
        if self.details_action.isChecked():
            (self.meeting_form if meeting else self.form).show_record(identity)

    def _open_entry(self, ref: str) -> None:
        """Enter or a double click: into the form."""
        self.details_action.setChecked(True)
        self.toggle_details()
        if ref.startswith("meeting/"):
            self.meeting_form.focus_field("title")
        else:
            self.form.focus_field("subject")

    def _show_current(self) -> None:
        if self._faces.currentWidget() is self.table:
            super()._show_current()

    def _keep_entry(self) -> None:
        """Something is chosen as long as there is something to choose."""
        if not self.timeline.currentIndex().isValid() and self.timeline_model.rowCount():
            self.timeline.setCurrentIndex(self.timeline_model.index(0))

    def reveal(self, identity: str) -> bool:
        if not super().reveal(identity):
            return False
        self.timeline.select_ref(f"communication/{identity}")
        if self.details_action.isChecked():
            self.form.show_record(identity)
        return True

    def toggle_details(self) -> None:
        self._forms.setVisible(self.details_action.isChecked())
        if self.details_action.isChecked():
            self._show_entry(self.timeline.current_ref() or f"communication/{self.table.current_id()}")

    def apply_filter(self, name: str) -> None:
        super().apply_filter(name)
        if self.timeline_model.rowCount():
            self.timeline.setCurrentIndex(self.timeline_model.index(0))

    def save_state(self) -> dict[str, object]:
        return {**super().save_state(), "as_table": self.face_action.isChecked()}

    def restore_state(self, state: dict[str, object]) -> None:
        super().restore_state(state)
        self.face_action.setChecked(state.get("as_table") is True)
        self.change_face()
