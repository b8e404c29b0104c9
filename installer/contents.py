"""What goes into the frozen program, and what of its libraries stays out. Tests compare it with the sources."""

from __future__ import annotations

import filecmp
import fnmatch
import posixpath
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = "desktop"

# -- ours -------------------------------------------------------------------------------------------------

NOT_SHIPPED = ("*.py", "__pycache__/*", "*/__pycache__/*")
"""Of ``resources/``: the programs that write the other files."""
PAPERS = ("LICENSE", "THIRD-PARTY-NOTICES.md")
"""What the program shows of itself."""


def resources(root: Path = ROOT) -> list[Path]:
    """Every file of ``resources/`` that the program is delivered with, relative to ``root``."""
    found = (path.relative_to(root) for path in sorted((root / "resources").rglob("*")) if path.is_file())
    return [path for path in found if not matches(path.relative_to("resources").as_posix(), NOT_SHIPPED)]


def data_files(root: Path = ROOT) -> Iterator[tuple[str, str]]:
    """(file, folder in the bundle) as PyInstaller wants them; laid out as in an installed package."""
    for path in resources(root):
        yield str(root / path), str(PACKAGE / path.parent)
    for name in PAPERS:
        yield str(root / name), PACKAGE


def absent(inside: Path, root: Path = ROOT) -> list[str]:
    """What of our files a bundle lacks or has otherwise; ``inside`` is its folder of modules."""
    wrong = []
    for file, folder in data_files(root):
        name = Path(folder, Path(file).name)
        there = inside / name
        # The notices are written anew for what really is in the bundle.
        same = there.is_file() and (there.name == "THIRD-PARTY-NOTICES.md" or filecmp.cmp(file, there, shallow=False))
        wrong += [] if same else [name.as_posix()]
    return wrong + [name for name in QT_TRANSLATIONS if not list(inside.rglob(name))]


def metadata(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What says of each package which version it is, so that the program can show it."""
    for name in names:
        found = next(Path(str(file.locate())) for file in distribution(name).files or () if file.name == "METADATA")
        yield str(found), found.parent.name


def modules(root: Path = ROOT) -> Iterator[str]:
    """Modules that are imported only when they are needed, some by name alone: all of ours, and Qt's."""
    yield from (f"PySide6.{name}" for name in QT_KEPT)
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if parts[-1] != "__main__":
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# -- Qt ---------------------------------------------------------------------------------------------------

QT_KEPT = {
    "QtCore": "",
    "QtGui": "",
    "QtWidgets": "",
    "QtPrintSupport": "",
    "QtDBus": "",
    "QtSvg": "pyqtgraph",
    "QtOpenGL": "pyqtgraph",
    "QtOpenGLWidgets": "pyqtgraph",
}
"""Modules of PySide6 that are delivered, and for whom, where our own sources do not import them."""

QT_LEFT_OUT = (
    "QtConcurrent", "QtDesigner", "QtHelp", "QtNetwork", "QtQml", "QtQuick",
    "QtQuickControls2", "QtQuickTest", "QtQuickWidgets", "QtSql", "QtSvgWidgets", "QtTest", "QtUiTools", "QtXml",
)  # fmt: skip
"""Modules of PySide6 that are not."""

QT_LIBRARIES = (
    "Core", "Gui", "Widgets", "PrintSupport", "Svg", "DBus", "OpenGL", "OpenGLWidgets", "XcbQpa", "WaylandClient",
    "WaylandEglClientHwIntegration", "WlShellIntegration",
)  # fmt: skip
"""Qt's own libraries that are delivered: those of the modules kept, and what the plugins kept stand on."""

QT_PLUGINS = (
    "platforms/*qxcb*", "platforms/*qwayland*", "platforms/*qoffscreen*", "platforms/*qminimal.*",
    "platforms/*qwindows*", "platforms/*qcocoa*",
    "platforminputcontexts/*ibus*", "platforminputcontexts/*compose*",
    "platformthemes/*xdgdesktopportal*",
    "iconengines/*qsvgicon*",
    "imageformats/*qsvg*", "imageformats/*qjpeg*", "imageformats/*qgif*", "imageformats/*qico*",
    "printsupport/*",
    "styles/*",
    "wayland-decoration-client/*", "wayland-shell-integration/*xdg-shell*",
    "wayland-graphics-integration-client/*wayland-egl*", "wayland-graphics-integration-client/*dmabuf*",
    "xcbglintegrations/*",
)  # fmt: skip
"""Plugins that are delivered, for Linux, Windows and macOS: windows, input methods (ibus and fcitx through it), our
icons, pictures on the clipboard, printers, the platform's own file dialogs."""

QT_EXTRAS = ("opengl32sw.dll", "icudtl.dat")
"""What Windows has beside Qt for machines without graphics and for a browser: nothing of ours is drawn by OpenGL."""

QT_TRANSLATIONS = ("qtbase_zh_CN.qm",)
"""Of Qt's own texts. English is built in."""

# -- others -----------------------------------------------------------------------------------------------

MODULES_LEFT_OUT = (
    # A program that never speaks to a network needs no encryption of it; Python has digests of its own.
    "ssl", "_ssl", "_hashlib", "ftplib", "imaplib", "nntplib", "poplib", "smtplib", "telnetlib", "xmlrpc",
    # What nobody sees: consoles, tests, documentation, other toolkits.
    "tkinter", "_tkinter", "curses", "_curses", "readline", "idlelib", "lib2to3", "pydoc_data", "doctest",
    "unittest.mock", "test", "ensurepip", "venv", "pip", "setuptools", "pkg_resources", "wheel", "distutils",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "numpy.tests", "numpy.conftest",
    "pyqtgraph.examples", "pyqtgraph.opengl", "pyqtgraph.jupyter", "pyqtgraph.console",
    "openpyxl.compat.tests", "reportlab.graphics.testshapes",
    "PIL.ImageTk", "PIL.ImageQt", "PIL._avif", "PIL.AvifImagePlugin",
    "IPython", "matplotlib", "scipy", "pandas", "cairo", "lxml", "OpenGL",
    *(f"PySide6.{name}" for name in QT_LEFT_OUT),
)  # fmt: skip

HOOKS_LEFT_OUT = ("pyi_rth_multiprocessing", "pyi_rth_pyqtgraph_multiprocess", "pyi_rth_inspect")
"""What PyInstaller would run before the program: preparations for processes we never start and sources nobody reads.
They would load a dozen modules before the first paint."""

HOOKS_LEFT_OUT_ON_LINUX = ("pyi_rth_pyside6",)
"""It tells Qt where its plugins are, which PySide6 does itself, through a variable that every other program would
inherit: a file manager made with another Qt would load ours. It also loads Qt for commands that need none. Elsewhere it
stays, because nobody has tried without it there, and no program made with Qt is opened from ours."""


def is_hook_left_out(name: str, system: str) -> bool:
    """Whether PyInstaller's preparation ``name`` is not run on ``system``, as ``sys.platform`` calls it."""
    return name in HOOKS_LEFT_OUT or (system == "linux" and name in HOOKS_LEFT_OUT_ON_LINUX)


DATA_LEFT_OUT = (
    # Fonts of ReportLab's own, one of them under the GPL; ours are in resources/fonts.
    "reportlab/fonts/*",
    "pyqtgraph/examples/*", "pyqtgraph/icons/*", "pyqtgraph/colors/maps/*",
    "*/tests/*",
    # Type information for editors.
    "*.pyi",
)  # fmt: skip

SYSTEM_LIBRARIES = (
    # Python's own.
    "libpython3*", "libffi.so*", "libsqlite3.so*", "libbz2.so*", "liblzma.so*", "libexpat.so*", "libmpdec.so*",
    # Helpers of X11 that many desktops lack. They speak to the server through libxcb alone, which stays the
    # system's because its drivers for graphics use it too.
    "libxcb-*.so*", "libxkbcommon*.so*",
)  # fmt: skip
"""Libraries of the system we build on that are delivered, so that the program installs without a network. All others
that Qt asks for belong to every desktop, and must be those that the rest of it uses."""

PRINTING = "*/printsupport/*"
"""Plugins for printers need a library that only machines with printers have; PDF needs none."""

STRIPPED = ("libpython3*", "python3*/lib-dynload/*", "sqlalchemy/*", "markupsafe/*", "charset_normalizer/*")
"""Libraries that come with symbols for debugging and can do without. Not those whose search path was patched into
the wheel (numpy, Pillow): taking parts out again would damage them."""


def is_wanted(place: str, origin: str = "", kind: str = "") -> bool:
    """Whether a file that PyInstaller found goes into the bundle.

    ``place`` is its path there, ``origin`` where it lies now and ``kind`` what PyInstaller calls it; for a link
    (``SYMLINK``) the origin is the place it leads to.
    """
    place, origin = place.replace("\\", "/"), origin.replace("\\", "/")
    if kind == "SYMLINK":
        target = posixpath.normpath(posixpath.join(posixpath.dirname(place), origin))
        return is_wanted(target)
    if matches(place, DATA_LEFT_OUT):
        return False
    if place.startswith("PySide6/"):
        return _is_wanted_of_qt(place)
    # Beside the packages lie libraries of the system; Windows has those of Python there, and none of its own.
    loose = "/" not in place and ".so" in place
    return not loose or matches(place, SYSTEM_LIBRARIES)


def _is_wanted_of_qt(place: str) -> bool:
    name = place.rpartition("/")[2]
    if name in QT_EXTRAS:
        return False
    framework = re.search(r"/Qt(\w+)\.framework(?:/|$)", place)
    if framework:  # macOS: all of it or nothing, because what is left of one cannot be signed
        return framework[1] in QT_LIBRARIES or f"Qt{framework[1]}" in QT_KEPT
    plugin = re.search(r"/plugins/(.*)", place)
    if plugin:
        return matches(plugin[1], QT_PLUGINS)
    if "/translations/" in place:
        return name in QT_TRANSLATIONS
    library = re.match(r"(?:lib)?Qt6?(\w+?)(?:\.abi3)?(?:\.so.*|\.dll|\.dylib|\.pyd)?$", name)
    if library:
        kept = library[1] in QT_LIBRARIES or f"Qt{library[1]}" in QT_KEPT
        return kept and "/qml/" not in place
    return "/qml/" not in place


def matches(place: str, patterns: tuple[str, ...]) -> bool:
    """Whether a path matches one of ``patterns``."""
    return any(fnmatch.fnmatchcase(place, pattern) for pattern in patterns)
