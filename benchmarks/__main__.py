"""Everything that is measured, with one command: ``python -m benchmarks [NAME…]``.

Runs each script of this folder that measures something, one after the other because they would disturb each
other, and prints what they print under their names. Targets stand in what they print.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def scripts(names: list[str]) -> list[Path]:
    """The scripts with a main program, all or those named."""
    found = [path for path in sorted(HERE.glob("*.py")) if path.name != Path(__file__).name]
    measuring = [path for path in found if '__name__ == "__main__"' in path.read_text(encoding="utf-8")]
    return [path for path in measuring if not names or path.stem in names]


def main(names: list[str]) -> int:
    unknown = set(names) - {path.stem for path in scripts([])}
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    failed = []
    for path in scripts(names):
        print(f"\n== {path.stem} " + "=" * (100 - len(path.stem)), flush=True)
        began = time.perf_counter()
        if subprocess.run([sys.executable, str(path)], check=False).returncode != 0:
            failed.append(path.stem)
        print(f"-- {time.perf_counter() - began:.0f} s", flush=True)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
