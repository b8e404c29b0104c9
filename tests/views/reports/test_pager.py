"""What is open of a PDF while it is looked at, and what becomes of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

LEAVE = """
import io
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas
from desktop.views.reports.pager import Pager

app = QApplication([])
written = io.BytesIO()
canvas = Canvas(written)
canvas.showPage()
canvas.save()
pager = Pager()
document, sizes = pager.opened(written.getvalue())
pager._open = (None, document)
del document
QTimer.singleShot(0, WAY)
code = app.exec()
assert pager._open is None
sys.exit(code)
"""


@pytest.mark.parametrize("way", ["app.quit", "lambda: (pager.put_away(), app.quit())"])
def test_a_document_that_is_shown_when_the_program_ends_is_closed(way: str) -> None:
    """PDFium would say on the terminal that something was still open."""
    script = "import sys\n" + LEAVE.replace("WAY", way)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
