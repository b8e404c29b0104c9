"""What Windows and macOS are told of the program, and its icons. Nothing is frozen here."""

from __future__ import annotations

import ast
import io
import plistlib
import re
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

import pilot
from installer import apple, environment, executable, pictures
from installer.products import bundle, macos

WINDOWS_SETTINGS = {
    # From Microsoft's page “Application manifests”.
    "{http://schemas.microsoft.com/SMI/2005/WindowsSettings}dpiAware": "true/pm",
    "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}dpiAwareness": "PerMonitorV2, PerMonitor",
    "{http://schemas.microsoft.com/SMI/2016/WindowsSettings}longPathAware": "true",
    "{http://schemas.microsoft.com/SMI/2019/WindowsSettings}activeCodePage": "UTF-8",
}
WINDOWS_10 = "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"


def test_the_manifest_asks_for_sharp_windows_long_paths_and_utf_8() -> None:
    tree = ElementTree.parse(executable.MANIFEST)
    found = {item.tag: item.text for item in tree.iter() if "WindowsSettings}" in item.tag}
    assert found == WINDOWS_SETTINGS
    level = tree.find(".//{urn:schemas-microsoft-com:asm.v3}requestedExecutionLevel")
    assert level is not None
    assert level.attrib == {"level": "asInvoker", "uiAccess": "false"}
    systems = [item.get("Id") for item in tree.iter() if item.tag.endswith("}supportedOS")]
    assert systems == [WINDOWS_10]


def test_the_version_resource_says_both_names() -> None:
    tree = ast.parse(executable.version_resource("pilotage", "1.2.3"), mode="eval")
    called = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    (fixed,) = (node for node in called if getattr(node.func, "id", "") == "FixedFileInfo")
    numbers = {word.arg: ast.literal_eval(word.value) for word in fixed.keywords}
    assert numbers["filevers"] == numbers["prodvers"] == (1, 2, 3, 0)
    tables = {}
    for node in called:
        if getattr(node.func, "id", "") == "StringTable":
            structs = node.args[1]
            assert isinstance(structs, ast.List)
            pairs = [item.args for item in structs.elts if isinstance(item, ast.Call)]
            tables[ast.literal_eval(node.args[0])] = {ast.literal_eval(k): ast.literal_eval(v) for k, v in pairs}
    # language and code page: English and Chinese, both in Unicode
    assert set(tables) == {"040904B0", "080404B0"}
    assert {table["FileDescription"] for table in tables.values()} == {"Pilotage", "领航"}
    assert {table["OriginalFilename"] for table in tables.values()} == {"pilotage.exe"}
    (translation,) = (node for node in called if getattr(node.func, "id", "") == "VarStruct")
    assert ast.literal_eval(translation.args[1]) == [0x409, 1200, 0x804, 1200]


def test_windows_has_a_program_with_windows_and_one_with_a_console(tmp_path: Path) -> None:
    made = list(executable.programs("win32", tmp_path))
    assert [(item["name"], item["console"]) for item in made] == [("pilotage", False), ("pilotage-cli", True)]
    for item in made:
        assert Path(str(item["icon"])).is_file()
        assert f"{item['name']}.exe" in Path(str(item["version"])).read_text("utf-8")
        assert "PerMonitorV2" in str(item["manifest"])


@pytest.mark.parametrize(("system", "console"), [("linux", True), ("darwin", False)])
def test_others_have_one_for_both(tmp_path: Path, system: str, console: bool) -> None:
    assert list(executable.programs(system, tmp_path)) == [{"name": "pilotage", "console": console}]


def test_the_windows_icon_is_drawn_for_each_size(tmp_path: Path) -> None:
    content = pictures.write_ico(tmp_path / "p.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", content)
    sizes = {struct.unpack_from("<B", content, 6 + 16 * place)[0] or 256 for place in range(count)}
    assert (reserved, kind, sizes) == (0, 1, set(pictures.WINDOWS))
    with Image.open(tmp_path / "p.ico") as icon:
        for size in pictures.WINDOWS:
            icon.size = (size, size)
            assert is_the_mark(icon.convert("RGBA"), margin=0)


APPLE_SIZES = {
    # By Apple's names of the entries: pixels.
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip


def test_the_macos_icon_is_drawn_for_each_size(tmp_path: Path) -> None:
    content = pictures.write_icns(tmp_path / "p.icns").read_bytes()
    assert struct.unpack_from(">4sI", content) == (b"icns", len(content))
    at, found = 8, {}
    while at < len(content):
        kind, length = struct.unpack_from(">4sI", content, at)
        found[kind] = content[at + 8 : at + length]
        at += length
    assert set(found) - {b"TOC "} == set(APPLE_SIZES)
    for kind, side in APPLE_SIZES.items():
        with Image.open(io.BytesIO(found[kind])) as picture:
            assert picture.size == (side, side)
            assert is_the_mark(picture.convert("RGBA"), margin=pictures.MARGIN)


def test_the_installer_has_a_picture_of_our_own(tmp_path: Path) -> None:
    with Image.open(pictures.write_welcome(tmp_path / "welcome.bmp")) as picture:
        assert picture.format == "BMP"
        assert picture.width / picture.height == pytest.approx(164 / 314, rel=0.01)  # the place that NSIS has for it
        colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or ()}
    assert {(255, 255, 255), pictures.GROUND} <= colours


def is_the_mark(picture: Image.Image, margin: float) -> bool:
    """Blue ground, see-through corners, and as much room around it as asked for."""
    side = picture.width
    left = picture.getbbox()[0] / side  # type: ignore[index]
    ground = picture.getpixel((side // 2, round(side * (0.9 - margin * 0.8))))
    corner = picture.getpixel((0, 0))
    assert isinstance(ground, tuple)
    assert isinstance(corner, tuple)
    blue = all(abs(one - other) < 40 for one, other in zip(ground[:3], (0x1F, 0x5F, 0xBF), strict=True))
    return blue and corner[3] < 128 and abs(left - margin) < 0.06


def test_macos_knows_the_file_type_and_both_languages() -> None:
    info = plistlib.loads(plistlib.dumps(apple.info("1.2.3")))
    assert (info["CFBundleShortVersionString"], info["CFBundleVersion"]) == ("1.2.3", "1.2.3")
    assert apple.info("1.2.3rc1")["CFBundleVersion"] == "1.2.3"  # which Apple wants to be numbers alone
    assert info["CFBundleIdentifier"] == environment.IDENTIFIER
    assert info["CFBundleLocalizations"] == ["en", "zh_CN"]
    assert info["NSHighResolutionCapable"] is True
    assert info["LSMinimumSystemVersion"] == "13.0"
    (opened,) = info["CFBundleDocumentTypes"]
    (declared,) = info["UTExportedTypeDeclarations"]
    assert opened["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert (opened["CFBundleTypeRole"], opened["LSHandlerRank"]) == ("Editor", "Owner")
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["pilotage"]
    assert "public.data" in declared["UTTypeConformsTo"]


def test_linux_windows_and_macos_give_the_file_one_type(root: Path) -> None:
    mime = "application/x-pilotage"
    assert f'type="{mime}"' in (root / "installer/linux/pilotage.xml").read_text("utf-8")
    assert f'"Content Type" "{mime}"' in (root / "installer/windows/pilotage.nsi").read_text("utf-8")
    (declared,) = apple.info("1")["UTExportedTypeDeclarations"]  # type: ignore[misc]
    assert declared["UTTypeTagSpecification"]["public.mime-type"] == [mime]


def test_the_oldest_macos_is_that_of_the_locked_qt(root: Path) -> None:
    lock = (root / "requirements.lock").read_text("utf-8")
    assert re.search(r"^pyside6-essentials==6\.11\.", lock, re.MULTILINE)  # its packages are tagged macosx_13_0
    assert apple.OLDEST == "13.0"


def test_the_application_is_completed_with_papers_and_chinese_names(tmp_path: Path) -> None:
    frozen, application = tmp_path / "pilotage", tmp_path / apple.APPLICATION
    (frozen / "_internal").mkdir(parents=True)
    for name in bundle.PAPERS:
        if Path(name).suffix or name == "LICENSE":
            (frozen / name).write_text(f"what really is in it: {name}", "utf-8")
        else:
            (frozen / name / "numpy").mkdir(parents=True)
            (frozen / name / "numpy" / "LICENSE.txt").write_text("numpy", "utf-8")
    shown = application / "Contents" / "Resources" / "desktop" / bundle.NOTICES
    shown.parent.mkdir(parents=True)
    shown.write_text("of the sources", "utf-8")
    macos.complete(application, frozen)
    resources = application / "Contents" / "Resources"
    assert all((resources / name).exists() for name in bundle.PAPERS)
    assert "what really is in it" in shown.read_text("utf-8")
    names = (resources / "zh_CN.lproj" / "InfoPlist.strings").read_text("utf-16")
    assert dict(re.findall(r'^"?([^"=]+?)"? = "(.+)";$', names, re.MULTILINE)) == {
        "CFBundleName": "领航", "CFBundleDisplayName": "领航", "Pilotage project": "领航项目",
    }  # fmt: skip


@pytest.mark.parametrize("busy", [0, 2, macos.TRIALS])
def test_an_image_is_tried_again_while_the_system_looks_into_it(busy: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    waited: list[float] = []

    def run(command: tuple[str, ...], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        code = 1 if len(asked) <= busy else 0
        return subprocess.CompletedProcess(command, code, "", "hdiutil: create failed - Resource busy\n" * code)

    monkeypatch.setattr(macos.subprocess, "run", run)
    monkeypatch.setattr(macos.time, "sleep", waited.append)
    if busy == macos.TRIALS:
        with pytest.raises(pilot.CannotStart, match=r"^hdiutil failed: hdiutil: create failed - Resource busy$"):
            macos._run("hdiutil", "create", trials=macos.TRIALS)
    else:
        macos._run("hdiutil", "create", trials=macos.TRIALS)
    assert asked == [("hdiutil", "create")] * min(busy + 1, macos.TRIALS)
    assert sum(waited) == macos.PAUSE * (len(asked) - 1)
    asked.clear()
    if busy:
        with pytest.raises(pilot.CannotStart):
            macos._run("codesign")  # what fails for good is not tried again
        assert len(asked) == 1


def test_the_spec_asks_for_what_is_here(root: Path) -> None:
    spec = (root / "installer" / "pilotage.spec").read_text("utf-8")
    ast.parse(spec)
    modules = {"apple": apple, "environment": environment, "executable": executable, "pictures": pictures}
    for module, name in re.findall(r"\b(apple|environment|executable|pictures)\.(\w+)", spec):
        assert hasattr(modules[module], name), f"{module}.{name}"
