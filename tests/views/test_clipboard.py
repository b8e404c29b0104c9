"""What was copied outlives the window, and the end of the program."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

COPY_AND_END = """
from PySide6.QtWidgets import QApplication
app = QApplication([])
{copy}
QApplication.clipboard().setMimeData(made)
assert QApplication.clipboard().text() == "a\\n", QApplication.clipboard().text()
"""
COPIES = {
    "records": "from desktop.views.records.clipboard import make_mime; made = make_mime('risk', ['1'], ['a'], [])",
    "plan": (
        "from desktop.views.plan.clipboard import Clip, ClipWriter; writer = ClipWriter();"
        "writer.add('1', ['a'], ['a']); made = writer.mime(Clip('p', ('1',), ('name',), (), False))"
    ),
}


@pytest.mark.parametrize("who", COPIES)
def test_the_program_ends_in_peace_after_a_copy(who: str) -> None:
    script = COPY_AND_END.format(copy=COPIES[who])
    where = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", script], env=where, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
