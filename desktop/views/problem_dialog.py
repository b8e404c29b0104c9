"""The dialog that owns up to a mistake of the program."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.i18n import tr
from desktop.views.icons import pixmap
from desktop.views.labels import HEADING, Text, em
from desktop.views.problem import versions


class ProblemDialog(QDialog):
    """What happened, that the data is safe, and what to do; details can be copied."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        self._report = f"{versions()}\n{report}"
        picture = Text()
        picture.setPixmap(pixmap("issues", em(2.2), "red", self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(em(0.4))
        said.addWidget(Text(tr("The program made a mistake"), scale=HEADING, bold=True, wrap=True))
        sentence = tr(
            "What you did last may not have been carried out. Everything saved before is safe, and you can go on "
            "working. If it happens again, please send us the details below; they contain nothing of your project."
        )
        said.addWidget(Text(sentence, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(em(0.9))
        row.addWidget(picture)
        row.addLayout(said, 1)
        details = QPlainTextEdit(self._report)
        details.setReadOnly(True)
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(tr("Details"))
        details.setMinimumHeight(em(8))
        buttons = QDialogButtonBox()
        go_on = buttons.addButton(tr("Go on"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton(tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_details)
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(1), em(0.9), em(1), em(0.8))
        column.setSpacing(em(0.8))
        column.addLayout(row)
        column.addWidget(details, 1)
        column.addWidget(buttons)
        self.resize(em(38), em(20))

    def copy_details(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
