"""Markup is taken out; text is not."""

from __future__ import annotations

import pytest

from parsers.markup import clean, heading


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("ก<br>ข<br/>ค", "ก\nข\nค"),
        ("<p>ก</p> <p>ข</p>", "ก\nข"),
        ("<ol style='x'> <li>๑. ก</li> <li>๒. ข</li> </ol>", "๑. ก\n๒. ข"),
        ("<b>แบบวัด</b> (IIT)", "แบบวัด (IIT)"),
        ("**หัวข้อ** และ *เน้น*", "หัวข้อ และ เน้น"),
        ("ก &amp; ข &lt;85 คะแนน", "ก & ข <85 คะแนน"),
        ("ก&lt;br&gt;ข", "ก\nข"),
        ("ก&amp;lt;br&amp;gt;ข", "ก\nข"),
        ("&nbsp;ก&nbsp;&nbsp;ข", "ก ข"),
        ("คะแนน <85 และ >70", "คะแนน <85 และ >70"),
        (r"\(91.76\) \% $85.00$ \text{ผ่าน}", "91.76 % 85.00 ผ่าน"),
        (r"1\. ข้อแรก", "1. ข้อแรก"),
        ("![ภาพ](a.png) [เว็บไซต์](https://example.test/x)", "เว็บไซต์"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("<sup>1</sup>ก <span class='a'>ข</span>", "1ก ข"),
        ("ก <!-- ซ่อน --> ข", "ก ข"),
    ],
)
def test_fragments_become_plain_lines(raw: str, text: str) -> None:
    assert clean(raw) == text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("## ผลการประเมิน ##", "ผลการประเมิน"),
        ("**ผลการประเมิน**", "ผลการประเมิน"),
        ("<b>ผลการประเมิน</b>", "ผลการประเมิน"),
        ("ผล**การ**ประเมิน", None),
        ("**ก** และ **ข**", None),
        ("#แฮชแท็ก", None),
    ],
)
def test_headings_are_told(line: str, text: str | None) -> None:
    assert heading(line) == text
