"""How one report writes its numbers: which digits, how many decimals, with a unit or without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from zlib import crc32

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Voice:
    """The habits of one author; the same number is always written the same way."""

    digits: str
    """``arabic``, ``thai``, or ``mixed`` inside one number."""
    salt: int = 0
    """Decides which digits of mixed numbers are Thai."""
    trims: bool = False
    """Writes 100 for 100.00 and 89.4 for 89.40, as spreadsheets do."""

    def __call__(self, value: object) -> str:
        """The number as this author prints it."""
        return self.script(self.plain(value))

    def plain(self, value: object) -> str:
        """The number in Arabic digits with the decimals that this author prints."""
        if not isinstance(value, Decimal) or not self.trims:
            return str(value)
        text = str(value)
        return text.rstrip("0").rstrip(".") if "." in text else text

    def script(self, text: str) -> str:
        """The text with its digits in this author's script."""
        if self.digits == "arabic":
            return text
        if self.digits == "thai":
            return text.translate(_THAI)
        return "".join(
            c.translate(_THAI) if crc32(f"{self.salt}{text}{at}".encode()) & 1 else c
            for at, c in enumerate(text)
        )


def draw_voice(chance: Random) -> Voice:
    """Arabic, Thai or mixed digits; now and then without closing zeros."""
    return Voice(
        chance.choice(("arabic", "arabic", "thai", "thai", "mixed")),
        chance.randrange(1_000_000),
        chance.random() < 0.2,
    )


Show = Callable[[object], str]
