"""What the frozen program is made of, against what the sources use. Nothing is built here."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from installer import contents

IMPORTED = re.compile(r"^\s*(?:from|import) PySide6\.(Qt\w+)", re.MULTILINE)


def imported(root: Path) -> set[str]:
    """The modules of Qt that our sources import, wherever in a file."""
    sources = (path.read_text(encoding="utf-8") for path in (root / "desktop").rglob("*.py"))
    return {name for source in sources for name in IMPORTED.findall(source)}


def test_every_module_of_qt_in_use_is_delivered_and_no_other(root: Path) -> None:
    for_others = {name for name, user in contents.QT_KEPT.items() if user}
    assert imported(root) == set(contents.QT_KEPT) - for_others
    assert not set(contents.QT_KEPT) & set(contents.QT_LEFT_OUT)


def test_no_module_of_qt_is_forgotten() -> None:
    folder = Path(PySide6.__file__).parent
    there = {path.name.split(".")[0] for path in folder.glob("Qt*") if path.suffix in (".so", ".pyd")}
    assert there
    # A platform may have less: DBus is nowhere but on Linux.
    assert there <= set(contents.QT_KEPT) | set(contents.QT_LEFT_OUT)


LAZY = ("alembic.migration", "defusedxml.ElementTree", "icalendar", "numpy", "openpyxl", "pypdfium2", "pyqtgraph",
        "reportlab.platypus", "sqlalchemy.dialects.sqlite", "xlsxwriter")  # fmt: skip
USE_EVERYTHING = """
import importlib, sys
for name in {left_out}:
    sys.modules[name] = None
for name in {used}:
    importlib.import_module(name)
"""


def test_everything_works_without_the_modules_left_out(root: Path) -> None:
    used = [*contents.modules(root), *LAZY]
    script = USE_EVERYTHING.format(left_out=contents.MODULES_LEFT_OUT, used=used)
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_everything_in_resources_is_delivered(root: Path) -> None:
    there = {path.relative_to(root) for path in (root / "resources").rglob("*") if path.is_file()}
    programs = {path for path in there if path.suffix == ".py" or "__pycache__" in path.parts}
    assert {path.name for path in programs if path.suffix == ".py"} == {"build.py", "update.py"}
    assert set(contents.resources(root)) == there - programs
    placed = {Path(folder, Path(file).name) for file, folder in contents.data_files(root)}
    assert {Path("desktop", path) for path in there - programs} <= placed
    for name in ("i18n/zh_CN.ts", "fonts/NotoSansSC-Regular.ttf", "fonts/OFL.txt", "holidays/china.json",
                 "samples/chenghai.pilotage", "icons/pilotage.svg", "licenses/LGPL-3.0.txt"):  # fmt: skip
        assert Path("desktop/resources", name) in placed
    assert {Path("desktop", name) for name in contents.PAPERS} <= placed


def test_a_bundle_that_lacks_a_file_is_noticed(root: Path, tmp_path: Path) -> None:
    for file, folder in contents.data_files(root):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / Path(file).name).symlink_to(file)
    assert contents.absent(tmp_path, root) == ["qtbase_zh_CN.qm"]
    (tmp_path / "qtbase_zh_CN.qm").touch()
    assert contents.absent(tmp_path, root) == []
    (tmp_path / "desktop/resources/holidays/china.json").unlink()
    font = tmp_path / "desktop/resources/fonts/OFL.txt"
    font.unlink()
    font.write_text("another text")
    assert contents.absent(tmp_path, root) == [
        "desktop/resources/fonts/OFL.txt",
        "desktop/resources/holidays/china.json",
    ]


def test_every_module_of_ours_is_named(root: Path) -> None:
    named = {name for name in contents.modules(root) if name.split(".")[0] == "desktop"}
    files = {path for path in (root / "desktop").rglob("*.py") if path.name != "__main__.py"}
    assert len(named) == len(files)
    assert {"desktop", "desktop.app", "desktop.store.checkout", "desktop.cli.checks"} <= named


QT = "PySide6/Qt/"


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/QtCore.abi3.so", True),
        ("PySide6/QtNetwork.abi3.so", False),
        (QT + "lib/libQt6Core.so.6", True),
        (QT + "lib/libQt6XcbQpa.so.6", True),
        (QT + "lib/libQt6Network.so.6", False),
        (QT + "lib/libQt6Quick.so.6", False),
        (QT + "lib/libicudata.so.73", True),
        (QT + "plugins/platforms/libqxcb.so", True),
        (QT + "plugins/platforms/libqwayland.so", True),
        (QT + "plugins/platforms/libqoffscreen.so", True),
        (QT + "plugins/platforms/libqeglfs.so", False),
        (QT + "plugins/platformthemes/libqgtk3.so", False),
        (QT + "plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        (QT + "plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so", True),
        (QT + "plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        (QT + "plugins/iconengines/libqsvgicon.so", True),
        (QT + "plugins/imageformats/libqsvg.so", True),
        (QT + "plugins/imageformats/libqpdf.so", False),
        (QT + "plugins/printsupport/libcupsprintersupport.so", True),
        (QT + "plugins/tls/libqopensslbackend.so", False),
        (QT + "translations/qtbase_zh_CN.qm", True),
        (QT + "translations/qtbase_de.qm", False),
        ("PySide6\\Qt6Core.dll", True),
        ("PySide6\\Qt6Network.dll", False),
        ("PySide6\\QtWidgets.pyd", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\styles\\qmodernwindowsstyle.dll", True),
        ("PySide6\\translations\\qtbase_zh_CN.qm", True),
        ("libxcb-cursor.so.0", True),
        ("libpython3.11.so.1.0", True),
        ("python311.dll", True),
        ("libX11.so.6", False),
        ("libxcb.so.1", False),
        ("libgtk-3.so.0", False),
        ("libfontconfig.so.1", False),
        ("numpy.libs/libscipy_openblas64_-1.so", True),
        ("reportlab/fonts/DarkGardenMK.pfb", False),
    ],
)
def test_what_is_taken_of_what_is_found(place: str, wanted: bool) -> None:
    assert contents.is_wanted(place) is wanted


def test_a_link_goes_where_its_target_goes() -> None:
    assert contents.is_wanted("libQt6Core.so.6", QT + "lib/libQt6Core.so.6", "SYMLINK")
    assert not contents.is_wanted("libQt6Network.so.6", QT + "lib/libQt6Network.so.6", "SYMLINK")


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        # As the packages for Windows and macOS of the locked version have them.
        ("PySide6/Qt6Core.dll", True), ("PySide6/QtCore.pyd", True), ("PySide6/pyside6.abi3.dll", True),
        ("PySide6/msvcp140.dll", True), ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", True), ("PySide6/translations/qtbase_zh_CN.qm", True),
        ("PySide6/opengl32sw.dll", False), ("PySide6/resources/icudtl.dat", False), ("PySide6/Qt6Quick.dll", False),
        ("PySide6/plugins/sqldrivers/qsqlodbc.dll", False), ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/QtNetwork.pyd", False), ("PySide6/Qt6Network.dll", False), ("python311.dll", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True), ("PySide6/QtCore.abi3.so", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist", True),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/Resources/Info.plist", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True), ("PySide6/Qt/plugins/styles/libqmacstyle.dylib", True),
        ("PySide6/Qt/plugins/tls/libqsecuretransportbackend.dylib", False),
        ("PySide6/libpyside6.abi3.6.11.dylib", True), ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
    ],
)  # fmt: skip
def test_what_windows_and_macos_get_of_qt(place: str, wanted: bool) -> None:
    assert contents.is_wanted(place) is wanted


def test_a_framework_that_stays_out_leaves_no_link_behind() -> None:
    inside = "PySide6/Qt/lib/QtQuick.framework"
    assert not contents.is_wanted(f"{inside}/QtQuick", "Versions/Current/QtQuick", "SYMLINK")
    assert not contents.is_wanted(f"{inside}/Versions/Current", "A", "SYMLINK")
    kept = "PySide6/Qt/lib/QtGui.framework"
    assert contents.is_wanted(f"{kept}/Versions/Current", "A", "SYMLINK")
    assert contents.is_wanted(f"{kept}/QtGui", "Versions/Current/QtGui", "SYMLINK")


@pytest.mark.parametrize("given", ["", "/opt/theirs"])
@pytest.mark.skipif(sys.platform != "linux", reason="runs on Linux alone")
def test_other_programs_do_not_get_our_libraries(root: Path, given: str) -> None:
    """PyInstaller's starter replaces the variable and keeps what it was under another name, if there was any."""
    found = {"LD_LIBRARY_PATH": "/usr/lib/pilotage/_internal"} | ({"LD_LIBRARY_PATH_ORIG": given} if given else {})
    script = root / "installer" / "linux" / "surroundings.py"
    told = f"""
import os, runpy, sys, types
archive = types.SimpleNamespace(_filename={__file__!r})
sys.modules["pyimod02_importers"] = types.SimpleNamespace(pyz_archive=archive)
runpy.run_path({str(script)!r})
print(os.environ.get('LD_LIBRARY_PATH'), len(os.environ), os.path.samefile(archive._filename, {__file__!r}))
"""
    done = subprocess.run([sys.executable, "-I", "-c", told], env=found, capture_output=True, text=True, check=True)
    without = subprocess.run([sys.executable, "-I", "-c", told], env={}, capture_output=True, text=True, check=True)
    value, count, same = done.stdout.split()
    assert value == str(given or None)
    assert same == "True"
    assert int(count) == int(without.stdout.split()[1]) + bool(given)
    assert contents.is_hook_left_out("pyi_rth_pyside6", "linux")
    assert not contents.is_hook_left_out("pyi_rth_pyside6", "win32")


@pytest.mark.skipif(sys.platform != "linux", reason="runs on Linux alone")
def test_a_program_that_is_replaced_while_it_runs_reads_on_in_its_own_file(root: Path, tmp_path: Path) -> None:
    archive, later = tmp_path / "pilotage", tmp_path / "later"
    archive.write_text("modules")
    later.write_text("others, elsewhere")
    told = f"""
import os, runpy, sys, types
archive = types.SimpleNamespace(_filename={str(archive)!r})
sys.modules["pyimod02_importers"] = types.SimpleNamespace(pyz_archive=archive)
runpy.run_path({str(root / "installer" / "linux" / "surroundings.py")!r})
os.replace({str(later)!r}, {str(archive)!r})
print(open(archive._filename).read())
os.remove({str(archive)!r})
print(open(archive._filename).read())
"""
    done = subprocess.run([sys.executable, "-I", "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["modules", "modules"]


def test_what_the_spec_uses_is_there(root: Path) -> None:
    spec = (root / "installer" / "pilotage.spec").read_text(encoding="utf-8")
    compile(spec, "pilotage.spec", "exec")
    used = set(re.findall(r"(?<!/)\bcontents\.(\w+)", spec))
    assert {"data_files", "modules", "is_wanted", "MODULES_LEFT_OUT", "is_hook_left_out"} <= used
    assert all(hasattr(contents, name) for name in used)
