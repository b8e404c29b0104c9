"""Primavera and GanttProject files with bytes turned over, ends cut off, columns and tables lost or doubled."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.domain.recorded import compare_recorded
from desktop.domain.rejection import SENTENCES, Rejected
from desktop.domain.scheduling import schedule
from desktop.domain.validation import validate
from desktop.exchange.foreign_plans import read_foreign
from desktop.exchange.gan import read_gan
from desktop.exchange.xer import read_xer
from tests.exchange.test_xer import plan, table

PLACES = st.floats(0, 1, exclude_max=True)
NASTY = (
    b"", b"\0", b"\t", b"\r\n", b"%T\tTASK\r\n", b"%F\ttask_id\ttask_id\r\n", b"%R\t1\r\n", b"%E\r\n", b"\xff\xfe",
    b"-1", b"1e309", b"NaN", b"9999-99-99 99:99", b"2149-12-31 23:59", b"(0||", b"))))", b'"', b"<task>", b"</task>",
    "名称😀".encode(), "基础".encode("gbk"), b"A" * 5000, b"999999999999999999999",
)  # fmt: skip
CHANGES = st.lists(
    st.tuples(PLACES, st.sampled_from((*NASTY, "flip", "cut", "twice", "drop line"))), min_size=1, max_size=25
)


def mangled(content: bytes, changes: list[tuple[float, bytes | str]]) -> bytes:
    for place, change in changes:
        at = int(place * (len(content) + 1))
        if isinstance(change, bytes):
            content = content[:at] + change + content[at:]
        elif change == "flip" and content:
            at = min(at, len(content) - 1)
            content = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
        elif change == "cut":
            content = content[: max(at, len(content) // 2)]
        elif change == "twice":
            content = content[:at] + content[max(0, at - 400) :]
        else:
            lines = content.split(b"\n")
            del lines[int(place * len(lines))]
            content = b"\n".join(lines)
    return content


def judge(name: str, content: bytes) -> None:
    """A plan that can be scheduled, or one sentence."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        try:
            found = read_foreign(path)
        except Rejected as refusal:
            assert refusal.code in SENTENCES
            return
    project = found.project()
    for record in project.all():
        validate(project, record)
    planned = schedule(project)
    compare_recorded(project, planned)
    assert all(item.count > 0 and item.sentence for item in found.findings)


SMALL = plan(
    {"task_id": 1, "task_code": "A1", "task_name": "挖土", "target_drtn_hr_cnt": 16, "status_code": "TK_NotStart"},
    {"task_id": 2, "task_code": "A2", "task_name": "浇筑", "target_drtn_hr_cnt": 8, "status_code": "TK_Active",
     "act_start_date": "2026-06-03 08:00", "remain_drtn_hr_cnt": 4},
    more=table("TASKPRED", {"task_pred_id": 1, "task_id": 2, "pred_task_id": 1, "pred_type": "PR_FS"},
               {"task_pred_id": 2, "task_id": 2, "pred_task_id": 1, "pred_type": "PR_SS", "lag_hr_cnt": 8}),
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@settings(max_examples=60, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(CHANGES)
def test_a_small_export_is_survived(encoding: str, changes: list[tuple[float, bytes | str]]) -> None:
    judge("a.xer", mangled(SMALL.encode(encoding), changes))


@pytest.mark.parametrize("kind", ["xer", "gan"])
@settings(max_examples=15, phases=[Phase.generate], suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_real_files_are_survived(corpora: Path, kind: str, data: st.DataObject) -> None:
    files = sorted(path for path in (corpora / kind).glob(f"*.{kind}") if path.stat().st_size < 400_000)
    content = data.draw(st.sampled_from(files)).read_bytes()
    judge(f"a.{kind}", mangled(content, data.draw(CHANGES)))


def test_rows_before_any_table_are_survived() -> None:
    """The line that names the first table is gone; its columns and rows are still there."""
    header, _, rest = SMALL.partition("%T\t")
    _, _, rows = rest.partition("\n")
    assert rows.startswith("%F")
    judge("a.xer", (header + rows).encode())


def test_a_table_that_comes_twice_is_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xer"
    more = table("TASK", {"proj_id": 1, "wbs_id": 11, "clndr_id": 7, "task_id": 3, "task_name": "养护"})
    path.write_bytes((SMALL.removesuffix("%E\r\n") + more + "%E\r\n").encode())
    names = {getattr(item, "name", "") for item in read_xer(path).records}
    assert {"挖土", "浇筑", "养护"} <= names


@pytest.mark.parametrize(
    ("name", "content"), [("a.xer", b""), ("a.gan", b""), ("a.gan", b"<project"), ("a.xer", b"\0" * 99)]
)
def test_nothing_is_refused_in_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Rejected) as refused:
        (read_xer if name.endswith("xer") else read_gan)(path)
    assert refused.value.code in SENTENCES
