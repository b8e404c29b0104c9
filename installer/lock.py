"""Write requirements.lock, requirements-dev.lock and requirements-build.lock anew from pyproject.toml.

``python3 installer/lock.py`` keeps the pins it finds, as far as pyproject.toml allows;
``python3 installer/lock.py --upgrade`` moves everything to the newest allowed versions.

Each pins every package, with the hashes of its files for all platforms, so one lock serves
Linux, macOS and Windows. The other two contain the runtime lock, pin for pin.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
UV = "uv==0.13.9"
COMPILE = [
    "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11", "--generate-hashes",
    "--only-binary", ":all:", "--emit-build-options", "--quiet",
]  # fmt: skip


def main(arguments: list[str]) -> None:
    """Install uv into a throw-away environment and resolve three times, twice under the first."""
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        programs = Path(folder) / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", UV], check=True)
        environment = os.environ | {"UV_CUSTOM_COMPILE_COMMAND": "python3 installer/lock.py"}
        for target in (
            ["--output-file", "requirements.lock"],
            ["--group", "dev", "--constraint", "requirements.lock", "--output-file", "requirements-dev.lock"],
            ["--group", "build", "--constraint", "requirements.lock", "--output-file", "requirements-build.lock"],
        ):
            command = [programs / "uv", *COMPILE, *target, *arguments]
            subprocess.run(command, check=True, cwd=ROOT, env=environment)


if __name__ == "__main__":
    main(sys.argv[1:])
