"""Thai fonts that may be shipped, and breaking Thai lines between words."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path

FAMILIES = {
    "Sarabun": ("fontpkg_sarabun", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf"),
    "Noto Sans Thai": (
        "fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", "NotoSansThai[wdth,wght].ttf",
    ),
    "Prompt": ("fontpkg_prompt", "Prompt-Regular.ttf", "Prompt-Bold.ttf"),
    "Kanit": ("fontpkg_kanit", "Kanit-Regular.ttf", "Kanit-Bold.ttf"),
    "Chakra Petch": ("fontpkg_chakra_petch", "ChakraPetch-Regular.ttf", "ChakraPetch-Bold.ttf"),
}  # fmt: skip
"""Family: package, file of the regular face, file of the bold face."""


def files(family: str) -> tuple[Path, Path]:
    """The font files of a family: regular and bold."""
    package, regular, bold = FAMILIES[family]
    folder = Path(str(import_module(package).__file__)).parent / "files"
    return folder / regular, folder / bold


@cache
def letters(family: str) -> frozenset[str]:
    """The characters that a family can draw."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    regular, _ = files(family)
    return frozenset(map(chr, TTFont(regular).getBestCmap()))


@cache
def register(family: str) -> tuple[str, str]:
    """Make a family known to ReportLab; the names of its regular and bold face."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    names = family, f"{family} Bold"
    for name, path in zip(names, files(family), strict=True):
        pdfmetrics.registerFont(TTFont(name, str(path)))
    return names


def measure(family: str, size: float, *, bold: bool = False) -> Callable[[str], float]:
    """A function that gives the width of a text in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    name = register(family)[bold]
    return lambda text: float(stringWidth(text, name, size))


@cache
def words(text: str) -> tuple[str, ...]:
    """The words and spaces of a Thai text."""
    from pythainlp.tokenize import word_tokenize

    return tuple(word_tokenize(text, engine="newmm", keep_whitespace=True))


@cache
def clusters(word: str) -> tuple[str, ...]:
    """The pieces of a word that no line break may part."""
    from pythainlp.tokenize import subword_tokenize

    return tuple(subword_tokenize(word, engine="tcc"))


def wrap(text: str, room: float, width: Callable[[str], float]) -> list[str]:
    """The lines of a text in a column: broken between words, in words only where one is too long.

    Numbers are never broken: a column must have room for its longest number.
    """
    lines, line = [], ""
    for word in words(text):
        if not line or width(line + word) <= room:
            line += word
        else:
            lines.append(line.rstrip())
            line = word.lstrip()
        if width(line) > room and not any(c.isdigit() for c in line):
            *full, line = _split(line, room, width)
            lines += full
    return [*lines, line.rstrip()]


def _split(word: str, room: float, width: Callable[[str], float]) -> list[str]:
    lines, line = [], ""
    for piece in clusters(word):
        if line and width(line + piece) > room:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]
