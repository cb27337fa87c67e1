"""Take markup out of text: HTML fragments, Markdown, and what LaTeX leaves behind.

OCR tools write all three into one line. Block tags and list items become line
breaks; everything that is no known tag stays, so that "<85" is not lost.
"""

from __future__ import annotations

import html
import re

_BLOCK = re.compile(
    r"\s*<\s*(?:br\s*/?|/?(?:p|div|li|ol|ul|tr|h[1-6]|center|table|tbody|thead))\b[^<>]*>\s*",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s*</?\s*(?:td|th)\b[^<>]*>\s*", re.IGNORECASE)
_INLINE = re.compile(
    r"</?\s*(?:b|strong|i|em|u|s|span|font|sup|sub|small|mark|a|img|hr|code|page[_-]?break)\b[^<>]*>",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LATEX = (
    (re.compile(r"\\(?:text|mathrm|mathbf|textbf)\s*\{([^{}]*)\}"), r"\1"),
    (re.compile(r"\\[()\[\]]"), ""),
    (re.compile(r"\\(%|_|&|#)"), r"\1"),
    (re.compile(r"\$([^$\n]*\d[^$\n]*)\$"), r"\1"),
    (re.compile(r"\\checkmark"), "✓"),
)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:https?:|mailto:|/|#)[^)\s]*\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_SINGLE = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])")
_ESCAPE = re.compile(r"\\([.\-*_()\[\]!+>|~`])")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_WHOLE = re.compile(
    r"^\s*(?:\*\*|__|<(?:b|strong)>)(?P<text>.+?)(?:\*\*|__|</(?:b|strong)>)\s*$", re.DOTALL
)


_SUPERSCRIPT = str.maketrans("0123456789๐๑๒๓๔๕๖๗๘๙", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2)


def superscript(text: str) -> str:
    """Raised text: its digits as superscript characters, which no number can swallow."""
    return text.translate(_SUPERSCRIPT)


def has_tags(text: str) -> bool:
    """True where a text holds tags or entities that `clean` would take out."""
    return "<" in text or "&" in text


def clean(text: str) -> str:
    """The text without its markup; blocks and list items on lines of their own."""
    if "&" in text:
        text = html.unescape(text)
        if "&" in text and ";" in text:
            text = html.unescape(text)
    if "<" in text:
        text = _COMMENT.sub("", text)
        text = _BLOCK.sub("\n", text)
        text = _CELL.sub(" ", text)
        text = _INLINE.sub("", text)
    if "\\" in text or "$" in text:
        for pattern, replacement in _LATEX:
            text = pattern.sub(replacement, text)
    if "*" in text or "_" in text or "[" in text or "\\" in text:
        text = _IMAGE.sub("", text)
        text = _LINK.sub(r"\1", text)
        text = _EMPHASIS.sub(r"\2", text)
        text = _SINGLE.sub(r"\1", text)
        text = _ESCAPE.sub(r"\1", text)
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def heading(text: str) -> str | None:
    """The text of a Markdown heading or of a line emphasised as a whole; None for others."""
    found = _HEADING.match(text)
    if found:
        return found.group(1)
    whole = _WHOLE.match(text)
    if whole and "**" not in whole.group("text"):
        return whole.group("text")
    return None
