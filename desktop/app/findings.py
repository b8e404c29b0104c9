"""The account of an import, kept beside the backups so that it can be looked up later."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence
from pathlib import Path

from desktop.domain.imports import FINDING_KINDS, Finding
from desktop.domain.rejection import Rejected
from desktop.publish import publish_bytes
from desktop.store.preparing import Folders


def _findings_file(folders: Folders, project: str) -> Path | None:
    """Where the account of an import is kept, as private as the backups beside it."""
    if folders.recovery is None or not project.isalnum():
        return None
    return folders.recovery.parent / "imports" / f"{project}.json"


def keep_findings(folders: Folders, project: str, findings: Sequence[Finding]) -> None:
    """Keep what reading a file did, so that it can be looked up later; no reason to fail an import."""
    path = _findings_file(folders, project)
    if path is None:
        return
    lines = [[item.kind, item.sentence, item.count, list(item.items)] for item in findings]
    with contextlib.suppress(OSError, Rejected):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        publish_bytes(path, json.dumps(lines).encode(), private=True)


def read_findings(folders: Folders, project: str) -> Sequence[Finding]:
    """What :func:`keep_findings` kept; nothing where it is not there or cannot be read."""
    path = _findings_file(folders, project)
    try:
        lines = json.loads(path.read_bytes()) if path else []
        return [
            Finding(str(kind), str(sentence), int(count), tuple(map(str, items)))
            for kind, sentence, count, items in lines
            if kind in FINDING_KINDS
        ]
    except (OSError, ValueError, TypeError):
        return []
