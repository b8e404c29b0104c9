"""``python -m tests.monkey PLAN --seed 1 --steps 1000``: random gestures on a plan until a rule does not hold.

PLAN is office, sample, empty, thousand or a file of another program. The step and the rule are printed; without a
screen by default. ``--only 3,17,20`` does these steps alone, to find the few that are needed; ``--every 5`` looks at
schedule and file after every fifth step; ``--go-on`` does not stop; ``--keep FOLDER`` leaves the project file there.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HANG = 90
"""Seconds for one step."""


def main() -> int:
    reader = argparse.ArgumentParser(prog="python -m tests.monkey", description=__doc__)
    reader.add_argument("plan")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--steps", type=int, default=1000)
    reader.add_argument("--only", default="")
    reader.add_argument("--every", type=int, default=1)
    reader.add_argument("--keep", default="")
    reader.add_argument("--go-on", action="store_true")
    reader.add_argument("--quiet", action="store_true")
    given = reader.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(given.keep or home)
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = home
        from PySide6.QtWidgets import QApplication

        import desktop.app
        from desktop.app import Application
        from desktop.views.settings import LANGUAGE, THEME, Settings
        from tests.monkey.plans import plan_file
        from tests.monkey.run import Broken, Run

        faulthandler.enable()
        gc.disable()
        app = QApplication(sys.argv[:1])
        desktop.app.data_folder = lambda: Path(home) / "data"
        settings = Settings(Path(home) / "config" / "settings.json")
        settings.keep_all({LANGUAGE: "en", THEME: "light"})
        program = Application(app, settings)

        def say(text: str) -> None:
            faulthandler.dump_traceback_later(HANG, exit=True)
            if not given.quiet:
                print(text, flush=True)

        only = {int(each) for each in given.only.split(",")} if given.only else None
        try:
            run = Run(program, plan_file(given.plan, folder), given.seed, say=say, only=only, every=given.every,
                      go_on=given.go_on)
            run.go(given.steps)
        except Broken as broken:
            print(f"BROKEN {given.plan} seed {given.seed}: {broken}", flush=True)
            os._exit(1)
        print(f"{given.plan} seed {given.seed}: {given.steps} steps, all rules hold", flush=True)
        os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
