"""What the preview of a table answers about a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.domain.rejection import Rejected
from desktop.domain.tables import SKIPPED, TableCell, TablePreview, TableRow, TableWishes
from desktop.models.table_preview import TablePreviewModel

TIP = Qt.ItemDataRole.ToolTipRole


def test_what_a_file_says_is_never_taken_for_markup(qapp: object) -> None:
    """A tool tip that looks like markup would be drawn as such, pictures from elsewhere included."""
    wrong = Rejected("decision_final", name='<img src="x">')
    rows = (
        TableRow(2, (TableCell('<img src="x">', wrong),)),
        TableRow(3, (TableCell("1"),), verdict=SKIPPED, reason=wrong),
    )
    model = TablePreviewModel()
    model.show(TablePreview(TableWishes(key="risk"), (), ("n",), {}, (), False, rows, 2, 1))
    for cell in (model.index(0, 1), model.index(1, 0)):
        tip = model.data(cell, TIP)
        assert isinstance(tip, str)
        assert "&lt;img" in tip
        assert "<img" not in tip
