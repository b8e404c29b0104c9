"""The pattern of WBS codes in files of Microsoft Project: read, used, written and round again."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from desktop.domain.plan import ProjectProfile, WbsLevel
from desktop.exchange.mspdi import foreign
from desktop.exchange.mspdi.wbs_masks import wbs_mask, with_mask

FILE = """<Project><WBSMasks><VerifyUniqueCodes>1</VerifyUniqueCodes><GenerateCodes>1</GenerateCodes><Prefix>P-</Prefix>
<WBSMask><Level>1</Level><Type>1</Type><Length>2</Length><Separator>-</Separator></WBSMask>
<WBSMask><Level>2</Level><Type>0</Type><Length>*</Length><Separator>.</Separator></WBSMask>
</WBSMasks></Project>"""
LEVELS = (
    WbsLevel(kind="upper", text="", length=2, separator="-"), WbsLevel(kind="number", text="", length=0, separator=".")
)  # fmt: skip


def profile(**fields: object) -> ProjectProfile:
    return ProjectProfile(id="p", number=1, name="P", **fields)  # type: ignore[arg-type]


def test_a_mask_is_read() -> None:
    assert wbs_mask(ElementTree.fromstring(FILE)) == {"wbs_prefix": "P-", "wbs_levels": LEVELS}


@pytest.mark.parametrize(
    "text",
    [
        "<Project/>", "<Project><WBSMasks/></Project>", "<Project><WBSMasks>text</WBSMasks></Project>",
        "<Project><WBSMasks><WBSMask><Level>99999999999</Level></WBSMask></WBSMasks></Project>",
        "<Project><WBSMasks><WBSMask><Level>x</Level><Type>-1</Type></WBSMask></WBSMasks></Project>",
        "<Project><WBSMasks><WBSMask><Level>1</Level><Separator>;</Separator></WBSMask></WBSMasks></Project>",
    ],
)  # fmt: skip
def test_what_cannot_serve_is_left(text: str) -> None:
    found = wbs_mask(ElementTree.fromstring(text))
    assert found in ({}, {"wbs_prefix": "", "wbs_levels": ()})


def test_what_was_not_changed_is_written_as_it_was() -> None:
    element = ElementTree.fromstring(FILE).find("WBSMasks")
    assert element is not None
    kept = [["Other", "1"], foreign.pack(element)]
    same = profile(wbs_prefix="P-", wbs_levels=LEVELS)
    assert with_mask(kept, same) is kept
    assert with_mask([["Other", "1"]], profile()) == [["Other", "1"]]


def test_a_new_mask_takes_the_place_of_the_one_kept_and_reads_back() -> None:
    element = ElementTree.fromstring(FILE).find("WBSMasks")
    assert element is not None
    other = profile(wbs_prefix="X", wbs_levels=(WbsLevel(kind="lower", text="", length=0, separator="/"),))
    written = with_mask([foreign.pack(element)], other)
    assert len(written) == 1
    again = ElementTree.Element("Project")
    again.append(_element(written[0]))
    assert wbs_mask(again) == {"wbs_prefix": "X", "wbs_levels": other.wbs_levels}
    assert with_mask([foreign.pack(element)], profile())[0][1] == [["VerifyUniqueCodes", "1"], ["GenerateCodes", "1"]]


def _element(packed: list[object]) -> ElementTree.Element:
    made = ElementTree.Element(str(packed[0]))
    if isinstance(packed[1], list):
        made.extend(map(_element, packed[1]))
    else:
        made.text = str(packed[1])
    return made
