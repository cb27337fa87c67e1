"""Numbers as a spreadsheet shows them: the value through its number format.

What a reader sees is the printed value: 88.4 under ``0.00`` is 88.40, 0.884 under ``0.00%``
is 88.40%, and 88.47999999999999 is 88.48. Values are decimals of the fifteen digits that
spreadsheets keep; halves round away from zero, as spreadsheets round them. Formats that are
not understood (fractions, exponents) show the plain value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from parsers.serial_date import show_date

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "d/m/yyyy",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "d/m/yyyy h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: '#,##0;-#,##0;"-"',
    42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@", 59: "t0", 60: "t0.00", 61: "t#,##0",
    62: "t#,##0.00", 67: "t0%", 68: "t0.00%", 71: "[$-D00041E]d/m/bbbb",
    72: "[$-D00041E]d-mmm-bb", 73: "[$-D00041E]d-mmm", 74: "[$-D00041E]mmm-bb",
    78: "[$-D00041E]d/m/bbbb h:mm",
}  # fmt: skip
"""Formats that files name by number alone; 14 and 22 in the order of Thai dates."""

GENERAL = "General"
_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)
_FLOAT_DIGITS = 330
"""Places before or behind the point that a spreadsheet's numbers can reach."""
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
"""Room for the digits of the largest float."""
_GENERAL_WIDTH = 11
"""Characters, the point among them, in which a number without a format is shown."""
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>general)|(?P<half>am/pm|a/p)|(?P<exponent>e[+-])|(?P<date>y+|b+|m+|d+|h+|s+(?:\.0+)?|e+|g+)"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)"
    r"|(?P<thai>t(?=[0#?dmybhs]))"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_LOCALE = re.compile(r"\$(?P<symbol>[^-]*)(?:-(?P<code>[0-9A-Fa-f]+))?")
_CONDITION = re.compile(r"(?P<how><=|>=|<>|<|>|=)\s*(?P<value>-?\d+(?:\.\d+)?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_THAI_NUMERALS, _THAI_CALENDAR, _THAI_LANGUAGE = 0x0D, 0x07, 0x1E


@dataclass(frozen=True, slots=True)
class Section:
    """One of the formats between semicolons."""

    tokens: tuple[tuple[str, str], ...]
    condition: tuple[str, Decimal] | None
    thai_digits: bool
    thai_calendar: bool
    thai_language: bool

    def has(self, *kinds: str) -> bool:
        return any(kind in kinds for kind, _ in self.tokens)


def show_number(stored: str, code: str, from_1904: bool = False) -> str:
    """The number that a file stores as ``stored``, as format ``code`` shows it.

    Raises `decimal.InvalidOperation` where ``stored`` is no number.
    """
    value = Decimal(stored.strip())
    if not value.is_finite() or abs(value.adjusted()) > _FLOAT_DIGITS:
        return stored
    value = _DIGITS.plus(value)
    sections = _sections(code)
    if code in ("", GENERAL, "@") or not sections:
        return _general(value)
    section, absolute = _chosen(sections, value)
    if section is None:
        return _general(value)
    shown = abs(value) if absolute else value
    if section.has("date", "elapsed"):
        text = show_date(
            value, section.tokens, from_1904, section.thai_calendar, section.thai_language
        )
        if text is None:
            return _general(value)
    elif section.has("exponent") or _is_fraction(section):
        return _general(value)
    elif section.has("general"):
        text = _wrapped(section, _general(shown))
    else:
        text = _digits(section, shown)
    return text.translate(_THAI_DIGITS) if section.thai_digits else text


def show_text(text: str, code: str) -> str:
    """A text through the text section of its format."""
    sections = _sections(code)
    if len(sections) == 4:
        section = sections[3]
    elif len(sections) == 1 and sections[0].has("text"):
        section = sections[0]
    else:
        return text
    return "".join(text if kind == "text" else piece for kind, piece in section.tokens)


def _general(value: Decimal) -> str:
    """A number without a format, in as many digits as a cell shows at most."""
    if value == 0:
        return "0"
    whole = len(str(int(abs(value))))
    if whole > _GENERAL_WIDTH:
        return format(value.normalize(), "f")
    places = max(_GENERAL_WIDTH - 1 - whole, 0)
    rounded = value.quantize(Decimal(1).scaleb(-places), context=_WIDE)
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["plain"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(map(_section, sections[:4]))


def _section(found: list[re.Match[str]]) -> Section:
    tokens: list[tuple[str, str]] = []
    condition, thai, calendar, language = None, False, False, False
    for match in found:
        kind, text = match.lastgroup or "plain", match.group(match.lastgroup or 0)
        if kind == "thai":
            thai = True
        elif kind == "bracket":
            if locale := _LOCALE.fullmatch(text):
                tokens.append(("literal", locale["symbol"]))
                number = int(locale["code"] or "0", 16)
                thai = thai or number >> 24 & 0xFF == _THAI_NUMERALS
                calendar = calendar or number >> 16 & 0xFF == _THAI_CALENDAR
                language = language or number & 0xFF == _THAI_LANGUAGE
            elif limit := _CONDITION.fullmatch(text):
                condition = (limit["how"], Decimal(limit["value"]))
            elif _ELAPSED.fullmatch(text):
                tokens.append(("elapsed", text.lower()))
        elif kind in ("quoted", "escaped", "plain"):
            tokens.append(("literal", text))
        elif kind == "pad":
            tokens.append(("literal", " "))
        elif kind != "fill":
            tokens.append((kind, text.lower()))
    return Section(tuple(tokens), condition, thai, calendar, language)


def _chosen(sections: tuple[Section, ...], value: Decimal) -> tuple[Section | None, bool]:
    """The section for a value, and whether it shows the value without its sign."""
    numeric = sections[:3]
    if any(section.condition for section in numeric):
        for section in numeric:
            if section.condition is None or _holds(section.condition, value):
                return section, False
        return None, False
    if len(numeric) == 1:
        return numeric[0], False
    if value < 0:
        return numeric[1], True
    return (numeric[2] if value == 0 and len(numeric) == 3 else numeric[0]), False


def _holds(condition: tuple[str, Decimal], value: Decimal) -> bool:
    how, limit = condition
    return {
        "<": value < limit, "<=": value <= limit, ">": value > limit, ">=": value >= limit,
        "=": value == limit, "<>": value != limit,
    }[how]  # fmt: skip


def _is_fraction(section: Section) -> bool:
    return section.has("digit") and ("literal", "/") in section.tokens


def _wrapped(section: Section, text: str) -> str:
    """A value between the literals of its section."""
    parts = []
    for kind, piece in section.tokens:
        if kind == "literal":
            parts.append(piece)
        elif kind == "general":
            parts.append(text)
    return "".join(parts).strip()


def _digits(section: Section, value: Decimal) -> str:
    """A value in the digit places of its section."""
    tokens = section.tokens
    kinds = [kind for kind, _ in tokens]
    if "digit" not in kinds:
        if value and section.has("text"):
            return _general(value)
        return "".join(text for kind, text in tokens if kind in ("literal", "percent")).strip()
    point = kinds.index("point") if "point" in kinds else len(kinds)
    last = max(index for index, kind in enumerate(kinds) if kind == "digit")
    scale = sum(kind == "comma" for kind in kinds[last + 1 :])
    first = kinds.index("digit")
    grouped = any(kind == "comma" for kind in kinds[first : min(point, last)])
    value = value.scaleb(2 * kinds.count("percent")) / (Decimal(1000) ** scale)
    behind = [text for kind, text in tokens[point:] if kind == "digit"]
    rounded = abs(value).quantize(Decimal(1).scaleb(-len(behind)), context=_WIDE)
    whole, _, part = format(rounded, "f").partition(".")
    text = _filled(tokens[:point], whole, grouped) + _fraction(tokens[point:], part)
    sign = "-" if value < 0 and rounded else ""
    return (sign + text.strip()).strip()


def _filled(tokens: tuple[tuple[str, str], ...], whole: str, grouped: bool) -> str:
    """The digits before the point, right to left into their places."""
    places = [text for kind, text in tokens if kind == "digit"]
    digits = list("" if whole == "0" else whole)
    parts: list[str] = []
    left, count = len(places), 0

    def put(digit: str) -> None:
        nonlocal count
        if grouped and count and count % 3 == 0:
            parts.append(",")
        parts.append(digit)
        count += 1

    for kind, text in reversed(tokens):
        if kind == "digit":
            left -= 1
            if digits:
                put(digits.pop())
            elif text == "0":
                put("0")
            while left == 0 and digits:
                put(digits.pop())
        elif kind in ("literal", "percent"):
            parts.append(text[::-1])
    return "".join(part[::-1] for part in reversed(parts))


def _fraction(tokens: tuple[tuple[str, str], ...], part: str) -> str:
    """The point and the digits behind it; ``#`` and ``?`` drop zeros at the end."""
    places = [text for kind, text in tokens if kind == "digit"]
    keep = len(part)
    while keep and part[keep - 1] == "0" and places[keep - 1] != "0":
        keep -= 1
    parts, index = [], 0
    for kind, text in tokens:
        if kind == "digit":
            parts.append(part[index] if index < keep else "")
            index += 1
        elif kind == "point":
            parts.append("." if keep or not places else "")
        elif kind in ("literal", "percent"):
            parts.append(text)
    return "".join(parts)
