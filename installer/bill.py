"""What the frozen program consists of besides our own sources: found in the bundle, told to lawyers and programs.

``parts`` finds them, ``notices`` writes THIRD-PARTY-NOTICES.md and ``materials`` a software bill of materials in the
format CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import platform
import re
import subprocess
import sysconfig
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

from installer import notices as packages
from installer.environment import ROOT

FOLDER = "licenses"
"""Of the bundle, where every licence text lies."""
LOADER = "pyinstaller"
"""The package whose start program is part of the bundle, although no file of it is copied."""
SPDX = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "HPND", "LGPL-3.0-only", "MIT", "MIT-CMU",
    "OFL-1.1", "PSF-2.0", "Zlib",
}  # fmt: skip
"""Identifiers of https://spdx.org/licenses/ that we have met; whatever else a package says is a name."""
QT_LICENCE = "LGPL-3.0-only"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/pilotage")

OPENING = """# Third-party notices

Pilotage {version} itself is licensed under the Apache License 2.0 (see `LICENSE`). This is everything else that is
delivered with it, found in the program as it was built; each part keeps its own licence. The texts are in the folder
`{folder}`; `sbom.cdx.json` is this list for programs.

"""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Something of others that is delivered with the program."""

    name: str
    version: str
    licence: str
    """As it declares itself, an SPDX expression where it can; empty where only the text says it."""
    home_page: str
    address: str
    """The package URL (https://github.com/package-url/purl-spec) that identifies it everywhere."""
    texts: tuple[Path, ...] = ()
    """Its licence files."""
    files: tuple[Path, ...] = ()
    """Libraries that were taken from the system we build on."""


def parts(origins: Iterable[Path]) -> list[Part]:
    """Everything that files from ``origins`` (where they lay when the program was frozen) belong to."""
    owners = {path: package for package in distributions() for path in _files_of(package)}
    standard = [Path(sysconfig.get_path(name)).resolve() for name in ("stdlib", "platstdlib")]
    found: dict[str, Distribution] = {package.name: package for package in distributions() if package.name == LOADER}
    foreign: set[Path] = set()
    for origin in origins:
        path = origin.resolve()
        if path in owners:
            found[owners[path].name] = owners[path]
        elif not any(path.is_relative_to(place) for place in (ROOT, *standard)) and _is_library(path):
            foreign.add(path)
    listed = [_package(package) for package in found.values()]
    return sorted([*listed, _python(), _font(), *_of_the_system(foreign)], key=lambda part: (part.name.lower(), part))


def _files_of(package: Distribution) -> Iterator[Path]:
    folder = Path(str(package.locate_file(""))).resolve()
    for file in package.files or ():
        yield Path(os.path.normpath(folder / file))


def _is_library(path: Path) -> bool:
    """A shared library other than Python's own."""
    known = ".so" in path.name or path.suffix in (".dll", ".dylib")
    return known and not path.name.lower().startswith(("libpython", "python3"))


def _package(package: Distribution) -> Part:
    name, version = package.name.lower().replace("_", "-"), package.version
    texts = (Path(str(package.locate_file(str(file)))) for file in packages.licence_files(package))
    licence = QT_LICENCE if name in packages.QT else packages.licence(package)
    page = packages.home_page(package)
    return Part(name, version, licence, page, f"pkg:pypi/{name}@{version}", tuple(sorted(texts)))


def _python() -> Part:
    version = platform.python_version()
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    others = Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright")  # where Debian keeps it
    texts = tuple(path for path in (text, others) if path.is_file())[:1]
    return Part("python", version, "PSF-2.0", "https://www.python.org/", f"pkg:generic/python@{version}", texts)


def _font() -> Part:
    page = "https://fonts.google.com/noto/specimen/Noto+Sans+SC"
    text = ROOT / "resources" / "fonts" / "OFL.txt"
    return Part("noto-sans-sc", "2.004", "OFL-1.1", page, "pkg:generic/noto-sans-sc@2.004", (text,))


def _of_the_system(libraries: Iterable[Path]) -> Iterator[Part]:
    """Libraries taken from the system, by the Debian package that they came with."""
    owned: dict[str, list[Path]] = {}
    for path in libraries:
        owned.setdefault(_owner(path), []).append(path)
    for name, paths in owned.items():
        text = Path(f"/usr/share/doc/{name}/copyright")
        version = _told("dpkg-query", "-W", "-f", "${Version}", name)
        page = _told("dpkg-query", "-W", "-f", "${Homepage}", name)
        address = f"pkg:deb/debian/{name}@{version}" if version else f"pkg:generic/{name}"
        texts = (text,) if text.is_file() else ()
        yield Part(name, version, "", page, address, texts, tuple(sorted(paths)))


def _owner(path: Path) -> str:
    """The Debian package of a library; its own name where no package knows it."""
    # Debian 12 finds libraries in /usr/lib that their packages have in /lib.
    for place in (str(path), str(path).removeprefix("/usr")):
        told = _told("dpkg-query", "-S", place)
        if told:
            return told.split(":")[0]
    return path.name.partition(".")[0]


def _told(*command: str) -> str:
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:  # not a Debian
        return ""


def texts(found: Iterable[Part]) -> dict[str, Path]:
    """Every licence file, by its name in the folder of licences."""
    named: dict[str, Path] = {}
    for part in found:
        for path in part.texts:
            inside = path.parts[path.parts.index("licenses") + 1 :] if "licenses" in path.parts else (path.name,)
            named["/".join((part.name, *inside))] = path
    for path in sorted((ROOT / "resources" / "licenses").glob("*.txt")):
        named[path.name] = path
    return named


def notices(found: Iterable[Part], version: str) -> str:
    """What a person reads: every part, its licence, and where the text is."""
    found = list(found)
    where = {path: name for name, path in texts(found).items()}
    large = packages.LARGE_PARTS.format(texts=FOLDER, fonts="_internal/desktop/resources/fonts")
    lines = [OPENING.format(version=version, folder=FOLDER) + large]
    for part in found:
        lines += [f"## {part.name} {part.version}".rstrip(), ""]
        lines += [f"Licence: {part.licence or 'as the text says'}  "]
        lines += [f"Home page: <{part.home_page}>  "] if part.home_page else []
        lines += [f"Files: {', '.join(path.name for path in part.files)}  "] if part.files else []
        names = [where[path] for path in part.texts] or ["LGPL-3.0.txt"] * (part.name in packages.QT)
        lines += [f"Text: `{FOLDER}/{name}`  " for name in names]
        lines.append("")
    return "\n".join(lines)


def materials(found: Iterable[Part], version: str, moment: int) -> str:
    """The software bill of materials as JSON; the same for the same parts."""
    found = list(found)
    identity = uuid.uuid5(NAMESPACE, "\n".join([version, *(part.address for part in found)]))
    ours = {"type": "application", "bom-ref": "pilotage", "name": "pilotage", "version": version}
    ours |= {"purl": f"pkg:generic/pilotage@{version}", **_licences("Apache-2.0")}
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{identity}",
        "version": 1,
        "metadata": {
            "timestamp": f"{dt.datetime.fromtimestamp(moment, dt.UTC):%Y-%m-%dT%H:%M:%SZ}",
            "component": ours,
        },
        "components": [_component(part) for part in found],
        "dependencies": [
            {"ref": "pilotage", "dependsOn": [part.address for part in found]},
            *({"ref": part.address} for part in found),
        ],
    }
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, object]:
    made: dict[str, object] = {"type": "data" if part.name.startswith("noto-") else "library"}
    made |= {"bom-ref": part.address, "name": part.name}
    made |= {"version": part.version} if part.version else {}
    made |= {"purl": part.address, **_licences(part.licence)}
    if re.match(r"https?://\S+$", part.home_page):
        made["externalReferences"] = [{"type": "website", "url": part.home_page}]
    if part.files:
        # Each library of a package as a component of its own, with the digest by which it can be recognised.
        made["components"] = [
            {"type": "file", "name": path.name, "hashes": [{"alg": "SHA-256", "content": _digest(path)}]}
            for path in part.files
        ]
    return made


def _licences(declared: str) -> Mapping[str, object]:
    """A licence as CycloneDX wants it: an SPDX expression, or a name where it is none."""
    if not declared:
        return {}
    if set(re.split(r" (?:AND|OR) ", declared)) <= SPDX:
        return {"licenses": [{"expression": declared}]}
    return {"licenses": [{"license": {"name": declared}}]}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
