"""PDFs whose forms draw forms."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from parsers.errors import UnreadableDocument
from parsers.pdf import parse

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
TEXT = b"BT /T 12 Tf 50 700 Td (Total score 95.00) Tj ET"


def stream(dictionary: bytes, content: bytes, *, packed: bool) -> bytes:
    if packed:
        content, dictionary = zlib.compress(content), dictionary + b"/Filter/FlateDecode"
    head = b"<<%s/Length %d>>stream\n" % (dictionary, len(content))
    return head + content + b"\nendstream"


def write(path: Path, objects: Sequence[bytes]) -> Path:
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer\n<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1)
    data += b"startxref\n%d\n%%%%EOF" % start
    path.write_bytes(bytes(data))
    return path


def forms(path: Path, drawn: Sequence[tuple[int, int]], *, packed: bool = False) -> Path:
    """A page that draws the first of some forms; each form draws another so often, the last and
    those that draw none of them a text."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    page += b"/Resources<</Font<</T 5 0 R>>/XObject<</F 6 0 R>>>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
        stream(b"", b"/F Do", packed=packed), FONT,
    ]  # fmt: skip
    for inner, times in drawn:
        names = b"/XObject<</F %d 0 R>>" % (6 + inner) if times else b""
        dictionary = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"
        dictionary += b"/Resources<</Font<</T 5 0 R>>%s>>" % names
        objects.append(stream(dictionary, b"/F Do " * times or TEXT, packed=packed))
    return write(path, objects)


def chain(levels: int, times: int) -> list[tuple[int, int]]:
    return [*((inner, times) for inner in range(1, levels)), (0, 0)]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("drawn", [chain(9, 10), [(1, 2), (0, 2)]])
def test_forms_that_unfold_without_end_are_refused_before_they_are_opened(
    tmp_path: Path, drawn: list[tuple[int, int]], packed: bool
) -> None:
    path = forms(tmp_path / "a.pdf", drawn, packed=packed)
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "form-bomb"


@pytest.mark.parametrize("drawn", [chain(1, 1), chain(5, 1), chain(3, 20)])
def test_forms_inside_forms_as_programs_write_them_are_read(
    tmp_path: Path, drawn: list[tuple[int, int]]
) -> None:
    document = parse(forms(tmp_path / "a.pdf", drawn, packed=True))
    assert "Total score 95.00" in document.pages[0].lines[0].text
