"""One pattern for many words, those that begin alike sharing what they begin with.

Words one after the other, parted by bars, are all tried at every place of a text; shared
beginnings leave one way to go on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_Node = dict[str, "_Node"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    """The pattern of any of some plain words, the longest first."""
    return any_sequence([re.escape(letter) for letter in word] for word in words)


def any_sequence(sequences: Iterable[Sequence[str]]) -> str:
    """The pattern of any of some sequences of patterns, none of which is empty; of those that
    begin alike the longest first."""
    root: _Node = {}
    for sequence in sorted(sequences, key=len, reverse=True):
        node = root
        for token in sequence:
            node = node.setdefault(token, {})
        node[_END] = {}
    return _pattern(root)


def _pattern(node: _Node) -> str:
    parts = [token + _pattern(child) for token, child in node.items() if token != _END]
    if not parts:
        return ""
    if len(parts) == 1 and _END not in node:
        return parts[0]
    return f"(?:{'|'.join(parts)})" + ("?" if _END in node else "")
