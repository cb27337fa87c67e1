"""PDFs whose forms draw forms."""

from __future__ import annotations

import re
import struct
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


def pack(path: Path, numbers: Sequence[int]) -> Path:
    """The same file with some of its objects packed into a stream of objects."""
    data = path.read_bytes()
    found = dict(re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj\n", data, re.DOTALL))
    objects = {int(number): content for number, content in found.items()}
    body, head, inside = b"", b"", {}
    for index, number in enumerate(numbers):
        inside[number] = index
        head += b"%d %d " % (number, len(body))
        body += objects.pop(number) + b"\n"
    last = max(objects | inside) + 1
    kind = b"/Type/ObjStm/N %d/First %d" % (len(numbers), len(head))
    objects[last] = stream(kind, head + body, packed=True)
    made, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    places[last + 1] = len(made)
    rows = b"".join(
        struct.pack(">BIH", 1, places[number], 0) if number in places
        else struct.pack(">BIH", 2, last, inside[number]) if number in inside
        else bytes(7)
        for number in range(last + 2)
    )  # fmt: skip
    table = stream(b"/Type/XRef/Size %d/W[1 4 2]/Root 1 0 R" % (last + 2), rows, packed=True)
    made += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF" % (last + 1, table, len(made))
    path.write_bytes(bytes(made))
    return path


def apart(path: Path, drawn: Sequence[tuple[int, int]]) -> Path:
    """The same forms, whose resources are objects packed into a stream of objects."""
    forms(path, drawn, packed=True)
    data, count = path.read_bytes(), 5 + len(drawn)
    objects = [
        content for _, content in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj\n", data, re.DOTALL)
    ]
    for index in range(5, count):
        begin, end = objects[index].index(b"/Resources<<"), objects[index].index(b">>>>/Filter")
        objects.append(objects[index][begin + len(b"/Resources") : end + 4])
        reference = b"/Resources %d 0 R" % len(objects)
        objects[index] = objects[index][:begin] + reference + objects[index][end + 4 :]
    write(path, objects)
    return pack(path, [1, 2, 3, *range(count + 1, len(objects) + 1)])


@pytest.mark.parametrize(
    ("drawn", "reason"), [(chain(9, 10), "form-bomb"), ([(1, 1), (0, 1)], "form-loop")]
)
def test_forms_whose_resources_are_packed_are_refused_all_the_same(
    tmp_path: Path, drawn: list[tuple[int, int]], reason: str
) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        parse(apart(tmp_path / "a.pdf", drawn))
    assert refused.value.reason == reason


def test_sound_forms_whose_resources_are_packed_are_read(tmp_path: Path) -> None:
    document = parse(apart(tmp_path / "a.pdf", chain(3, 2)))
    assert "Total score 95.00" in document.pages[0].lines[0].text


@pytest.mark.parametrize("drawn", [chain(1, 1), chain(5, 1), chain(3, 20)])
def test_forms_inside_forms_as_programs_write_them_are_read(
    tmp_path: Path, drawn: list[tuple[int, int]]
) -> None:
    document = parse(forms(tmp_path / "a.pdf", drawn, packed=True))
    assert "Total score 95.00" in document.pages[0].lines[0].text


@pytest.mark.parametrize("drawn", [[(0, 1)], [(1, 1), (0, 1)], [(1, 1), (2, 1), (0, 1)]])
def test_forms_that_draw_nothing_but_themselves_say_so(
    tmp_path: Path, drawn: list[tuple[int, int]]
) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        parse(forms(tmp_path / "a.pdf", drawn, packed=True))
    assert refused.value.reason == "form-loop"


def test_a_page_without_anything_is_no_loop(tmp_path: Path) -> None:
    path = forms(tmp_path / "a.pdf", [(1, 1), (0, 0)])
    path.write_bytes(path.read_bytes().replace(b"Tj", b"  "))
    assert not parse(path).pages[0].blocks


def test_a_lock_of_an_unknown_kind_is_no_damage_and_none_of_the_next_file(tmp_path: Path) -> None:
    path = forms(tmp_path / "a.pdf", chain(1, 1))
    lock = b"/Root 1 0 R/Encrypt<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4>>"
    path.write_bytes(path.read_bytes().replace(b"/Root 1 0 R", lock))
    with pytest.raises(UnreadableDocument) as refused:
        parse(path)
    assert refused.value.reason == "encrypted"
    damaged = tmp_path / "b.pdf"
    damaged.write_bytes(b"%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj")
    with pytest.raises(UnreadableDocument) as refused:
        parse(damaged)
    assert refused.value.reason == "damaged"
