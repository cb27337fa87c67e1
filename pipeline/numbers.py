"""Numbers as Thai reports print them, as exact decimals with their printed precision.

Thai and Arabic digits mix inside one number (``๘7.57``), units are glued on
(``๙๖.๖๖คะแนน``), OCR puts spaces around the decimal point or the comma.
Nothing is guessed: what is not plainly one number gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = tuple(zip("๐๑๒๓๔๕๖๗๘๙", "0123456789", strict=True))
_THAI_DIGIT = re.compile("[๐-๙]")
_D = "[0-9๐-๙]"
_DIGIT = re.compile(_D)
_FEW_BEHIND_COMMA = re.compile(r"\d+,\d{1,2}")

_TOKEN = re.compile(
    rf"(?P<sign>(?<![\w)%])[+\-−–]\s?)?"
    rf"(?P<body>{_D}{{1,3}}(?:,{_D}{{3}})+(?:\.{_D}+)?"  # 1,234.50
    rf"|{_D}+,{_D}{{1,2}}(?![0-9๐-๙,.])"  # 91,76: too few digits for thousands
    rf"|(?<![.,]){_D}{{2,3}}\s\.{_D}{{1,2}}(?![0-9๐-๙.])"  # 83 .11
    rf"|{_D}+(?:\.{_D}+)?)"
)
_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RANGE_BEFORE = re.compile(rf"[{_D[1:-1]}%]\s*$")
_DOTTED = re.compile(rf"{_D}+(?:\.{_D}+){{2,}}")
_LATE_FRACTION = re.compile(rf"({_D}{{2,3}})\.\s+({_D}{{2}})")
_LISTED = 43
"""Items are numbered up to here: such a number before a point may be that of a list."""
_LONGEST = 500
"""Characters from which a text is no number, however it is spaced."""
_LOOSE_POINT = re.compile(rf"(?<={_D})(?:\s+(\.)\s*(?={_D})|\s*(,)\s*(?={_D}{{3}}(?!{_D})))")


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its exact value and where it stands."""

    value: Decimal
    """Signed; ``value.as_tuple().exponent`` tells the printed decimals."""
    printed: str
    start: int
    end: int
    signed: bool
    """True where a plus or minus sign is printed in front."""

    @property
    def decimals(self) -> int:
        """How many digits are printed behind the decimal point."""
        return decimals(self.value)


def arabic(text: str) -> str:
    """``text`` with Thai digits written as Arabic ones; nothing else changes."""
    if _THAI_DIGIT.search(text):
        for thai, digit in _DIGITS:
            text = text.replace(thai, digit)
    return text


def decimals(value: Decimal) -> int:
    """Digits behind the decimal point of a finite decimal."""
    text = str(value)
    if "E" in text:
        text = format(value, "f")
    return len(text.partition(".")[2])


def find_numbers(text: str) -> Iterator[Number]:
    """Every number of ``text``, left to right.

    Dotted sequences such as ``1.2.3`` or a version or section number are no number.
    """
    if not _DIGIT.search(text):
        return
    dotted = [match.span() for match in _DOTTED.finditer(text)]
    for match in _TOKEN.finditer(text):
        start, end = match.span("body")
        if any(left <= start < right for left, right in dotted):
            continue
        sign = match.group("sign")
        if sign and _RANGE_BEFORE.search(text[: match.start()]):
            sign = None
        body = "".join(arabic(match.group("body")).split())
        if _FEW_BEHIND_COMMA.fullmatch(body):
            body = body.replace(",", ".")
        value = Decimal(body.replace(",", ""))
        if sign and sign.strip() != "+":
            value = -value
        begin = match.start() if sign else start
        yield Number(value, text[begin:end], begin, end, bool(sign))


def parse_number(text: str) -> Decimal | None:
    """The one number that ``text`` is, spaces around its point or comma allowed.

    Returns None where the text holds anything else. ``๕๙๓ ,๗๖๐`` is 593760,
    ``๗๗ . ๑๖`` is 77.16 and ``86. 81`` is 86.81; ``77 16`` is nothing, and neither is ``1. 96``,
    which may be a list number before a score. A footnote mark behind the number is no part of it.
    """
    if len(text) > _LONGEST and len(text.strip()) > _LONGEST:
        return None
    apart = _LATE_FRACTION.fullmatch(text.strip())
    if apart and int(arabic(apart.group(1))) > _LISTED:
        return Decimal(f"{arabic(apart.group(1))}.{arabic(apart.group(2))}")
    folded = close_gaps(text.strip().rstrip(_MARKS).rstrip())
    found = list(find_numbers(folded))
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(folded)):
        return None
    return found[0].value


def close_gaps(text: str) -> str:
    """``text`` without the spaces that OCR puts before a decimal point or around a comma."""
    return _LOOSE_POINT.sub(lambda match: match.group(1) or match.group(2), text)


def plain(value: Decimal) -> str:
    """Decimal text in Arabic digits with the printed precision, never an exponent."""
    return format(value, "f")
