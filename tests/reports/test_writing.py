"""Publishing a report: whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.project import Project
from desktop.domain.rejection import Rejected, explain
from desktop.domain.scheduling import Schedule
from desktop.i18n import CHINESE, ENGLISH, catalog
from desktop.reports.kinds import write_report
from tests.reports.samples import AS_OF


def write(project: Project, planned: Schedule, path: Path, **facts: object) -> Path:
    asked = {"kind": "status", "language": "zh", "audience": "client", "today": AS_OF} | facts
    return write_report(project, planned, path=path, **asked)  # type: ignore[arg-type]


def test_a_report_is_written(project: Project, planned: Schedule, tmp_path: Path) -> None:
    target = tmp_path / "状态报告.pdf"
    assert write(project, planned, target) == target
    assert target.read_bytes().startswith(b"%PDF-1.")
    assert list(tmp_path.iterdir()) == [target]


def test_a_report_that_is_called_off_leaves_what_was_there(project: Project, planned: Schedule, tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"last week's")
    with pytest.raises(Rejected) as refusal:
        write(project, planned, target, cancelled=lambda: True)
    assert refusal.value.code == "report_cancelled"
    assert target.read_bytes() == b"last week's"
    assert list(tmp_path.iterdir()) == [target]


def test_an_unknown_folder_is_refused_with_a_sentence(project: Project, planned: Schedule, tmp_path: Path) -> None:
    with pytest.raises(Rejected) as refusal:
        write(project, planned, tmp_path / "nowhere" / "report.pdf")
    for language in (ENGLISH, CHINESE):
        assert "report.pdf" in explain(refusal.value, catalog(language))
    assert list(tmp_path.iterdir()) == []


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from desktop.domain.rejection import Rejected
from desktop.domain.scheduling import schedule
from desktop.reports.kinds import write_report
from tests.reports.samples import AS_OF, make_project
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
project = make_project()
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_report(
        project, schedule(project), kind="status", language="both", audience="client", path=Path(sys.argv[2]),
        today=AS_OF,
    )
except Rejected as refusal:
    print(refusal.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are POSIX")
@pytest.mark.parametrize("before", [None, b"last week's"])
def test_a_full_disk_leaves_what_was_there(root: Path, tmp_path: Path, before: bytes | None) -> None:
    target = tmp_path / "report.pdf"
    if before is not None:
        target.write_bytes(before)
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL_DISK, str(root), str(target)], capture_output=True, text=True, check=False
    )
    assert done.stdout.strip() == "disk_full", done.stderr
    assert (target.read_bytes() if target.exists() else None) == before
    assert len(list(tmp_path.iterdir())) == (before is not None)


def test_the_layers_below_need_no_toolkit(root: Path) -> None:
    code = (
        "import sys; import desktop.reports.kinds; "
        "heavy = ('PySide6', 'sqlalchemy', 'reportlab', 'numpy'); "
        "assert not [name for name in sys.modules if name.startswith(heavy)], sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
