"""Office files made by hand, part by part, for what no library writes."""

from __future__ import annotations

import zipfile
from pathlib import Path

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT_RELATIONS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "footnotes": "footnotes.xml",
    "header": "header1.xml",
    "footer": "footer1.xml",
}


def pack(path: Path, parts: dict[str, str | bytes]) -> Path:
    """A ZIP file of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def relations(targets: dict[str, str]) -> str:
    """A part of relations: ids are the kinds."""
    listed = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{listed}</Relationships>"
    )


def word(path: Path, body: str, **parts: str) -> Path:
    """A Word document with this body; other parts by kind, as the elements they hold."""
    packed: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(
            {kind: _DOCUMENT_RELATIONS[kind] for kind in parts}
        ),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for kind, content in parts.items():
        root = roots.get(kind, kind)
        packed[f"word/{_DOCUMENT_RELATIONS[kind]}"] = f"<w:{root} {W}>{content}</w:{root}>"
    return pack(path, packed)


def workbook(path: Path, rows: str, *, after: str = "", before: str = "", **parts: str) -> Path:
    """A workbook of one sheet with these rows, and styles or shared strings as elements."""
    targets = {"worksheet": "worksheets/sheet1.xml"}
    names = {"styles": "styleSheet", "sharedStrings": "sst"}
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    packed: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations({"officeDocument": "xl/workbook.xml"}),
        "xl/workbook.xml": f'<workbook {main} {R}><sheets><sheet name="Sheet1" sheetId="1"'
        ' r:id="worksheet"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"<worksheet {main}>{before}<sheetData>{rows}</sheetData>"
        f"{after}</worksheet>",
    }
    for kind, content in parts.items():
        targets[kind] = f"{kind}.xml"
        packed[f"xl/{kind}.xml"] = f"<{names[kind]} {main}>{content}</{names[kind]}>"
    packed["xl/_rels/workbook.xml.rels"] = relations(targets)
    return pack(path, packed)


def open_document(path: Path, body: str, *, kind: str = "text", styles: str = "") -> Path:
    """An OpenDocument file with this body and these automatic styles."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
            ("fo", "xsl-fo-compatible"), ("draw", "drawing"),
        )
    )  # fmt: skip
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )
    return pack(
        path,
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content},
    )
