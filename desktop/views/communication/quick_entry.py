"""Write down a contact in seconds: everything by keyboard, one step to undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desktop.domain.commands.communication import LogContact
from desktop.domain.communication import PARTY, Communication
from desktop.domain.display import date_text, moment_text
from desktop.domain.people import CHANNEL, Person
from desktop.domain.promises import NewPerson, Promise, read_promises
from desktop.domain.reading import read_date, read_moment
from desktop.domain.record import CLIENT, TEAM
from desktop.domain.rejection import Rejected
from desktop.domain.validation import clean_text
from desktop.i18n import ntr, tr
from desktop.models.cells import one_line
from desktop.models.workspace import Workspace
from desktop.views.boxes import CheckBox
from desktop.views.dialog import Dialog
from desktop.views.labels import SMALL, Text, breakable, em
from desktop.views.records.editing import LINE_LIMIT
from desktop.views.records.explanation import sentence
from desktop.views.records.links import LinksEditor
from desktop.views.scrolled import scrolled
from desktop.views.theme import colour

TOLD, TOLD_LENGTH = 8, 120
"""Promises that are read back while they are typed, and characters of each."""


class NoteBox(QPlainTextEdit):
    """A few lines of plain text; Tab goes on to the next field, as in a form."""

    def __init__(self, name: str, hint: str, lines: float) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._lines = lines
        self.setMinimumHeight(em(lines))

    def sizeHint(self) -> QSize:
        return QSize(em(20), em(self._lines))


class QuickEntry(Dialog):
    """One contact with its promises and follow-up. Ctrl+Enter writes it down, Escape leaves no trace.

    ``logged`` carries the id of the contact that was written down.
    """

    logged = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(tr("Log a contact"), parent, 42, 36)
        self.workspace = workspace
        self._today = workspace.session.now().date()
        self._left_with: tuple[str, ...] = ()
        self._reading: QWidget = self
        self.subject = QLineEdit()
        self.subject.setPlaceholderText(tr("What was it about?"))
        self.participants = LinksEditor(workspace, Communication.info.specs["participants"])
        self.channel = QComboBox()
        for code, label in CHANNEL.items():
            self.channel.addItem(tr(label), code)
        self.when = QLineEdit(moment_text(workspace.session.now()))
        self.shared = NoteBox(tr("Shared note"), tr("What was said; may be shown to the client"), 4.2)
        self.private = NoteBox(tr("Private note"), tr("Stays with you, whatever else is shared"), 3)
        self.promises = NoteBox(tr("Promises"), tr("One per line: who: what by when"), 3.4)
        self.follow_up = QLineEdit()
        self.follow_up.setPlaceholderText(tr("+7d, next Monday, 12/1"))
        self.for_client = CheckBox(tr("The client may see this entry and its promises"))
        self._read_back = Text(scale=SMALL, role="muted", wrap=True)
        self._refusal = Text(role="red", wrap=True)
        self._refusal.setAccessibleName(tr("Why it was not written down"))
        self._refusal.hide()
        for line in (self.subject, self.when, self.follow_up, self.participants.line):
            line.setMaxLength(LINE_LIMIT)
        self._lay_out()
        self.promises.textChanged.connect(self._show_promises)
        self.follow_up.textChanged.connect(self._show_promises)
        self.participants.finished.connect(self.shared.setFocus)
        self.subject.installEventFilter(self)
        self.follow_up.installEventFilter(self)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.subject.setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, em(0.3), 0)
        grid.setHorizontalSpacing(em(0.8))
        grid.setVerticalSpacing(em(0.5))
        tint = self.private.palette()
        tint.setColor(QPalette.ColorRole.Base, colour("amber_soft"))
        self.private.setPalette(tint)
        moment = QWidget()
        when = QHBoxLayout(moment)
        when.setContentsMargins(0, 0, 0, 0)
        when.setSpacing(em(0.6))
        when.addWidget(self.channel, 1)
        when.addWidget(self.when, 1)
        titles = (
            (tr("Subject"), self.subject), (tr("Participants"), self.participants), (tr("Channel and time"), moment),
            (tr("Shared note"), self.shared), (tr("Private note"), self.private), (tr("Promises"), self.promises),
            (tr("Follow-up"), self.follow_up),
        )  # fmt: skip
        for row, (title, field) in enumerate(titles):
            label = Text(title)
            frame = (self.subject.sizeHint().height() - label.sizeHint().height()) // 2
            label.setContentsMargins(0, frame, 0, 0)  # on one line with the first line of the field
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            label.setBuddy(field)
            if not field.accessibleName():
                field.setAccessibleName(title)
            grid.addWidget(field, row, 1)
        self.when.setAccessibleName(tr("Date and time"))
        self.channel.setAccessibleName(tr("Channel"))
        grid.addWidget(self._read_back, len(titles), 1)
        grid.addWidget(self.for_client, len(titles) + 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(3, 3)
        grid.setRowStretch(4, 1)
        grid.setRowStretch(5, 1)
        area = scrolled(inside, sideways=False, keys=False)
        self.column.addWidget(area, 1)
        self.column.addWidget(self._refusal)
        self._buttons()

    def _buttons(self) -> None:
        box = QDialogButtonBox()
        save = box.addButton(tr("Write down (Ctrl+Enter)"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setAutoDefault(False)
        save.setDefault(False)
        cancel = box.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setIcon(QIcon())
        cancel.setAutoDefault(False)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.discard)
        self.column.addWidget(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on to the next field instead of closing the dialog."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enter
        if isinstance(event, QKeyEvent) and pressed and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.focusNextChild()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone never closes the entry: it would cut short whoever is still writing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()
            return
        super().keyPressEvent(event)

    # -- reading --------------------------------------------------------------------------------

    def _read_promises(self) -> tuple[Promise, ...]:
        """Promises as they are written now; a short name means first of all somebody who was there."""
        table = self.workspace.project.table(Person)
        try:
            targets = self.participants.value()
        except Rejected:  # a name that is still being typed
            targets = ()
        present = [target if isinstance(target, NewPerson) else table[target] for target in targets]
        return read_promises(clean_text(self.promises.toPlainText()), table.values(), self._today, present)

    def read(self) -> LogContact:
        """The command for what stands in the fields; raises :class:`Rejected` for what cannot be read."""
        subject = " ".join(clean_text(self.subject.text()).split())
        shared = clean_text(self.shared.toPlainText()).strip()
        if not subject and shared:
            subject = shared.splitlines()[0][:80]
        follow_up = self.follow_up.text().strip()
        self._reading = self.participants.line
        participants = self.participants.value()
        self._reading = self.when
        moment = read_moment(self.when.text(), self._today, time=self.workspace.session.now().time())
        self._reading = self.promises
        promises = self._read_promises()
        self._reading = self.follow_up
        day = read_date(follow_up, self._today) if follow_up else None
        self._reading = self.subject
        return LogContact(
            happened_at=moment,
            channel=str(self.channel.currentData()),
            subject=subject,
            participants=participants,
            shared_note=shared,
            private_note=clean_text(self.private.toPlainText()).strip(),
            follow_up=day,
            promises=promises,
            audience=CLIENT if self.for_client.isChecked() else TEAM,
        )

    def _show_promises(self) -> None:
        """Say what was understood, while it is being typed."""
        said: list[str] = []
        try:
            promises = self._read_promises()
            said += [self._told(promise) for promise in promises[:TOLD]]
            if len(promises) > TOLD:
                said.append(ntr("… and {n} more", "… and {n} more", len(promises) - TOLD))
            if self.follow_up.text().strip():
                day = read_date(self.follow_up.text(), self._today)
                said.append(tr("Follow-up on {date}", date=date_text(day)))
        except Rejected as refusal:
            said.append(sentence(refusal))
        self._read_back.setText(breakable("\n".join(said)))

    def _told(self, promise: Promise) -> str:
        owner = ""
        if isinstance(promise.owner, NewPerson):
            owner = tr("{name} (new)", name=promise.owner.name)
        elif promise.owner and (person := self.workspace.project.find(Person, promise.owner)):
            owner = person.name
        due = date_text(promise.due) or tr("no date")
        told = (tr(PARTY[promise.side]), one_line(owner[:TOLD_LENGTH]), one_line(promise.title[:TOLD_LENGTH]), due)
        return "→ " + " · ".join(filter(None, told))

    # -- ending ---------------------------------------------------------------------------------

    def accept(self) -> None:
        """Write it down and close; a refusal says why and keeps everything that was typed."""
        refusal: Rejected | None
        try:
            refusal = self.workspace.attempt(self.read())
        except Rejected as unreadable:
            refusal = unreadable
        if refusal is not None:
            self._say(sentence(refusal), "red")
            self._reading.setFocus()
            return
        super().accept()
        step = self.workspace.next_undo
        if step is not None:
            self.logged.emit(step.of(Communication.info.key)[0].id)

    def reject(self) -> None:
        """Escape leaves no trace; what was typed is only thrown away when it is pressed twice."""
        if self._typed() and self._left_with != self._typed():
            self._left_with = self._typed()
            self._say(tr("Nothing was written down yet. Press Escape again to throw it away."), "amber")
            return
        super().reject()

    def discard(self) -> None:
        """The button says what is meant at once."""
        super().reject()

    def _say(self, text: str, role: str) -> None:
        self._refusal.set_role(role)
        self._refusal.setText(breakable(text))
        self._refusal.show()

    def _typed(self) -> tuple[str, ...]:
        """What would be lost."""
        lines = (self.subject.text(), self.follow_up.text(), self.participants.line.text())
        notes = (box.toPlainText() for box in (self.shared, self.private, self.promises))
        texts = tuple(text.strip() for text in (*lines, *notes))
        return texts if any(texts) else ()
