"""What macOS is told of the program: names, file type, languages, the oldest system it runs on."""

from __future__ import annotations

from installer.environment import IDENTIFIER
from installer.nsis import four_numbers

APPLICATION = "Pilotage.app"
FILE_TYPE = f"{IDENTIFIER}.project"
OLDEST = "13.0"
"""The oldest macOS that the Qt we bring runs on, by the tags of its packages."""
ICON = "pilotage.icns"
CHINESE_NAMES = """CFBundleName = "领航";
CFBundleDisplayName = "领航";
"Pilotage project" = "领航项目";
"""
"""``InfoPlist.strings`` of the Chinese names."""


def info(version: str) -> dict[str, object]:
    """The content of ``Info.plist``."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "Pilotage",
        "CFBundleDisplayName": "Pilotage",
        "CFBundleShortVersionString": version,
        # Apple wants numbers alone here.
        "CFBundleVersion": ".".join(map(str, four_numbers(version)[:3])),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh_CN"],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Pilotage project",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FILE_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FILE_TYPE,
                "UTTypeDescription": "Pilotage project",
                "UTTypeConformsTo": ["public.data", "public.content"],
                "UTTypeIconFile": ICON,
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["pilotage"],
                    "public.mime-type": ["application/x-pilotage"],
                },
            }
        ],
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "The Pilotage contributors, Apache-2.0",
    }
