"""An application for macOS in a disk image, dist/pilotage-VERSION-macos-PROCESSOR.dmg."""

from __future__ import annotations

import platform
import shutil
import subprocess
import time
from pathlib import Path

import pilot
from installer import apple
from installer.environment import BUILD, DIST, version, whole
from installer.products import bundle

SYSTEMS = ("darwin",)
PROGRAMS = bundle.PROGRAMS
TRIALS, PAUSE = 6, 10.0
"""How often an image is tried, and seconds in between: a guard of the system looks into new files, and for as long
nothing can be made of them (“Resource busy”, https://github.com/actions/runner-images/issues/7522)."""


def make() -> Path:
    """Freeze the program (PyInstaller makes an application of it on macOS), complete it and lay it into an image."""
    frozen = bundle.make()
    image = BUILD / "macos"
    shutil.rmtree(image, ignore_errors=True)
    image.mkdir(parents=True)
    made = image / apple.APPLICATION
    shutil.copytree(DIST / apple.APPLICATION, made, symlinks=True)
    complete(made, frozen)
    # What was added broke the signature. An ad-hoc one says who nobody is, but without it nothing starts on Apple's
    # own processors.
    _run("codesign", "--force", "--deep", "--sign", "-", str(made))
    (image / "Applications").symlink_to("/Applications")
    target = DIST / f"pilotage-{version()}-macos-{platform.machine()}.dmg"
    name = f"Pilotage {version()}"
    with whole(target) as part:
        options = ["-quiet", "-ov", "-volname", name, "-srcfolder", str(image), "-format", "UDZO"]
        _run("hdiutil", "create", *options, str(part), trials=TRIALS)
    return target


def complete(application: Path, frozen: Path) -> None:
    """Put into the application what the frozen folder has beside its program, and the names in Chinese."""
    resources = application / "Contents" / "Resources"
    for name in bundle.PAPERS:
        if (frozen / name).is_dir():
            shutil.copytree(frozen / name, resources / name, dirs_exist_ok=True)
        else:
            shutil.copyfile(frozen / name, resources / name)
    for shown in application.rglob(f"desktop/{bundle.NOTICES}"):  # which the program shows
        if not shown.is_symlink():
            shutil.copyfile(frozen / bundle.NOTICES, shown)
    names = resources / "zh_CN.lproj" / "InfoPlist.strings"
    names.parent.mkdir(exist_ok=True)
    names.write_text(apple.CHINESE_NAMES, "utf-16")


def _run(*command: str, trials: int = 1) -> None:
    for trial in range(trials):
        time.sleep(PAUSE if trial else 0.0)
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)
        except OSError as error:
            raise pilot.CannotStart(f"{command[0]} is part of macOS, but is not here.") from error
        if not done.returncode:
            return
    raise pilot.CannotStart(f"{command[0]} failed: {' '.join(done.stderr.split())[-600:]}")
