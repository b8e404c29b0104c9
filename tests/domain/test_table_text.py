"""Tables as Excel, WPS, Word and browsers put them on the clipboard."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.rejection import Rejected
from desktop.domain.table_text import read_html_table, read_tab_separated

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=ProgId content=Excel.Sheet><meta name=Generator content="Microsoft Excel 15">
<style>
<!--table {mso-displayed-decimal-separator:"\\."; mso-displayed-thousand-separator:"\\,";}
tr {mso-height-source:auto;} col {mso-width-source:auto;} br {mso-data-placement:same-cell;}
td {padding-top:1px; mso-ignore:padding; mso-number-format:General;}
.xl65 {mso-number-format:"Short Date";} .xl66 {text-align:left; padding-left:9px; mso-char-indent-count:1;}
--></style></head>
<body link="#0563C1" vlink="#954F72">
<table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse: collapse;width:192pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 colspan=2 width=128 style='height:15.0pt;width:96pt'>Merged &amp;
  wide</td>
  <td class=xl65 align=right width=64 style='width:48pt'>6/1/2026</td>
 </tr>
 <tr height=40 style='height:30.0pt'>
  <td height=60 rowspan=2 style='height:45.0pt'>Tall</td>
  <td class=xl66>First line<br>
    second line</td>
  <td align=right>5</td>
 </tr>
 <tr height=20 style='height:15.0pt'>
  <td height=20 style='height:15.0pt'>&nbsp;&nbsp;Indented</td>
  <td></td>
 </tr>
<!--EndFragment-->
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=64 style='width:48pt'>never seen</td><td width=64></td><td width=64></td>
 </tr>
 <![endif]>
</table></body></html>"""

WPS = """<html xmlns:et="http://www.w3.org/TR/REC-html40"><head><meta http-equiv="Content-Type" content="text/html;
charset=utf-8"><meta name="ProgId" content="Excel.Sheet"><meta name="Generator" content="WPS Office ET">
<style>td.et2 {white-space:nowrap; mso-number-format:"yyyy\\/m\\/d";} br {mso-data-placement:same-cell;}</style></head>
<body><!--StartFragment--><table width="216.00" border="0" cellpadding="0" cellspacing="0" style='width:162.00pt;'>
<colgroup><col width="72.00" span="3"></colgroup><tbody>
<tr height="19.20" style='height:14.40pt;'><td class="et2" height="19.20" style='height:14.40pt;' x:str>任务名称</td>
<td class="et2" x:str>工期</td></tr>
<tr height="19.20"><td class="et2" x:str>　基础施工<br/>（一期）</td><td class="et2" x:num="5">5天</td></tr>
</tbody></table><!--EndFragment--></body></html>"""


def test_the_html_of_excel() -> None:
    assert read_html_table(EXCEL) == [
        ["Merged & wide", "", "6/1/2026"],
        ["Tall", "First line\nsecond line", "5"],
        ["", "  Indented", ""],
    ]


def test_the_html_of_wps() -> None:
    assert read_html_table(WPS) == [["任务名称", "工期"], ["　基础施工\n（一期）", "5天"]]


def test_only_the_outermost_table_is_read() -> None:
    first = "<table><tr><td>A<table><tr><td>inner</td></tr></table></td><th>B</th></tr></table>"
    assert read_html_table(f"<p>Before</p>{first}<table><tr><td>C") == [["A\ninner", "B"]]


def test_html_without_a_table_has_no_cells() -> None:
    assert read_html_table("<p>Hello</p>") == []
    assert read_html_table("") == []


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td", "<table><td>x</table>", "<table><tr>" * 500, "<tr><td>loose",
        "<table><tr><td colspan=-3 rowspan=x>a",
    ],
)
def test_mangled_html_is_read_as_far_as_it_goes(text: str) -> None:
    assert all(isinstance(cell, str) for row in read_html_table(text) for cell in row)


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr>" + "<td colspan=256 rowspan=256>x</td>" * 20,
        "<table>" + "<tr><td>x</td></tr>" * 100_001,
        "a" * 50_000_001,
    ],
    ids=["spans", "rows", "letters"],
)
def test_what_is_too_large_is_refused(text: str) -> None:
    with pytest.raises(Rejected) as refused:
        read_html_table(text)
    assert refused.value.code == "clipboard_too_large"


def test_excel_quotes_line_breaks_tabs_and_quotes() -> None:
    text = '"two\nlines"\t"a ""quoted"" word"\t"tab\tinside"\r\nplain\t5" pipe\t\r\n'
    assert read_tab_separated(text) == [["two\nlines", 'a "quoted" word', "tab\tinside"], ["plain", '5" pipe', ""]]


def test_a_quote_that_is_a_letter_does_not_swallow_the_rest() -> None:
    assert read_tab_separated('"Hello" she said\tx\ny\tz\n') == [['"Hello" she said', "x"], ["y", "z"]]
    assert read_tab_separated('"unclosed\tx\ny') == [['"unclosed', "x"], ["y", ""]]


def test_empty_rows_and_columns_behind_the_last_text_are_dropped() -> None:
    assert read_tab_separated("a\t\t\n\t\t\nb\t\t\n\t\t\n") == [["a"], [""], ["b"]]
    assert read_tab_separated("\r\n\r\n") == []
    assert read_tab_separated("a\0b\r") == [["ab"]]


CELLS = st.text(st.characters(exclude_characters="\0\r", codec="utf-8"), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_what_a_spreadsheet_writes_is_read_back(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\r\n").writerows(rows)
    found = read_tab_separated(out.getvalue())
    for row, wanted in zip(found, rows, strict=False):
        assert [cell.rstrip() for cell in wanted][: len(row)] == row
