"""Read measures that stand as prose: a numbered heading, then lines that name their fields.

    มาตรการที่ 1 …
    วิธีดำเนินการ : …
    ผู้รับผิดชอบ : …

The first label of the first measure opens every measure; the numbered line before it is
its title, so that numbered steps are none. A list below a heading that calls itself a measure
is its steps. A heading without lines of both its work and its unit or time is no measure,
unless several such headings have their lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from parsers.model import Document, Line, Table
from pipeline.facts import Place
from pipeline.measures.columns import LABELS, is_period, is_unit, label_hits, label_kind
from pipeline.measures.drafts import Draft, split_title
from pipeline.measures.forms import form_lines
from pipeline.measures.items import BULLETS, has_marker, split_items
from pipeline.measures.persons import names_removed, without_persons
from pipeline.measures.units import responsible
from pipeline.measures.unwrap import heal, joined
from pipeline.measures.vocabulary import words
from pipeline.numbers import arabic

_WORK = ("steps", "activities", "follow_up", "result", "outcome")
_FRAME = ("responsible", "period")
_LISTS = (*_WORK, "remark")
_FULL = 0.85
"""Share of the widest line from which a line of a page runs on."""
_LONGEST_LABEL = 45
_LONGEST_TITLE = 300
_TITLE_LINES = 3
_BULLET = re.compile(
    rf"^\s*(?:\(?[\d๐-๙]{{1,2}}(?:\.[\d๐-๙]{{1,2}})*\s*[.)]*|\(?[ก-ฮ]\)|[{BULLETS}])\s*(?=\S)"
)
_COLON = re.compile(r"\s*[:：]\s*")


@dataclass(frozen=True, slots=True)
class _Token:
    """A line as what it may be: a label with its text, a numbered line, or plain text."""

    form: Literal["label", "numbered", "plain"]
    line: Line
    text: str
    kind: str = ""
    number: str = ""
    ordinal: bool = False
    """Calls itself a measure or project (มาตรการที่ 1)."""


def prose_drafts(document: Document) -> Iterator[tuple[Draft, tuple[str, ...]]]:
    """Every measure of a document's running text, with the headings before it."""
    run: list[Line] = []
    above: list[str] = []
    on_subject = any(words("content", "subject").search(line.text) for line in document.lines)
    for block in [*document.blocks, None]:
        lines = (block,) if isinstance(block, Line) else _form(block) if on_subject else ()
        if lines:
            run += lines
            continue
        if run:
            yield from _read(run, above)
            above += [line.text for line in run]
            run = []


def _form(block: Table | None) -> tuple[Line, ...]:
    return form_lines(block) if block is not None else ()


def _read(lines: Sequence[Line], above: Sequence[str]) -> Iterator[tuple[Draft, tuple[str, ...]]]:
    tokens = [_token(line) for line in lines]
    starts = _starts(tokens)
    if not starts:
        return
    told = [*above, *(line.text for line in lines[: starts[0] + 1])]
    if not any(words("columns", "title").search(text) for text in told):
        return
    widest = max((line.box.x1 for line in lines if line.box), default=0.0)
    found: list[tuple[Draft, int]] = []
    section = ""
    for start, end in zip(starts, [*starts[1:], len(tokens)], strict=True):
        section = _section(tokens[:start]) or section
        draft = _draft(tokens[start:end], widest, section, len(found) + 1)
        if _is_measure(draft, tokens[start]):
            found.append((draft, start))
    alone = [draft for draft, start in found if tokens[start].ordinal and _framed(draft)]
    if len(found) < 2 and not alone:
        return
    for draft, start in found:
        yield draft, (*above, *(line.text for line in lines[:start]))


def _token(line: Line) -> _Token:
    if label := _label(line.text):
        kind, rest = label
        return _Token("label", line, rest, kind, ordinal=kind == "title")
    number, title = split_title(line.text)
    if number and title and len(title) <= _LONGEST_TITLE:
        named = words("content", "ordinal").match(arabic(line.text))
        ordinal = bool(named or words("content", "measure").match(title))
        return _Token("numbered", line, title, number=number, ordinal=ordinal)
    return _Token("plain", line, line.text)


def _label(text: str) -> tuple[str, str] | None:
    """The field that a line names at its start, and what it says of it."""
    if words("content", "ordinal").match(arabic(text)):
        return None
    bare = _BULLET.sub("", text)
    if colon := _COLON.search(bare):
        name = bare[: colon.start()]
        kind = label_kind(name) if len(name) <= _LONGEST_LABEL else ""
        return (kind, bare[colon.end() :].strip()) if kind else None
    kind = label_kind(bare) if len(bare) <= _LONGEST_LABEL and _is_bare_label(bare) else ""
    if kind and kind != "title":
        return kind, ""
    name, _, rest = bare.partition(" ")
    kind = label_kind(name)
    if kind == "result" and _is_bare_label(name):
        return kind, rest.strip()
    shows = {"responsible": is_unit, "period": is_period}.get(kind)
    return (kind, rest.strip()) if shows and shows(rest.strip()) else None


def _is_bare_label(text: str) -> bool:
    """True for the name of a field and nothing more."""
    tail = words("content", "label_tail")
    rest = next((text[hit.end() :] for hit in label_hits(text)), None)
    return rest is not None and not tail.sub("", rest).strip()


def _starts(tokens: Sequence[_Token]) -> list[int]:
    """Where measures start: headings before the label that opens each of them."""
    opener = ""
    starts: list[int] = []
    for at, token in enumerate(tokens):
        if token.form == "numbered" and token.ordinal:
            starts.append(at)
            continue
        if token.form != "label":
            continue
        if token.kind == "title" and token.text:
            starts.append(at)
            continue
        heading = _heading_before(tokens, at)
        if heading is not None and _is_rest_of_title(tokens[heading], token):
            continue
        if heading is None or (opener and token.kind != opener):
            continue
        opener = opener or token.kind
        if heading not in starts:
            starts.append(heading)
    return starts


def _is_rest_of_title(above: _Token, token: _Token) -> bool:
    """True for a bare word like a label's that is set as a heading as the line above it is."""
    return above.form == "plain" and token.line.heading and not token.text


def _heading_before(tokens: Sequence[_Token], at: int) -> int | None:
    """The numbered line, or the line set as a heading, that a label stands directly under."""
    for back in range(at - 1, max(-1, at - 1 - _TITLE_LINES), -1):
        token = tokens[back]
        if token.form == "label":
            return None
        if token.form == "numbered":
            return back
        if token.line.heading and back == at - 1:
            return back
    return None


def _section(before: Sequence[_Token]) -> str:
    """The group that the line directly above a measure names."""
    if not before or before[-1].form != "plain":
        return ""
    text = before[-1].text
    named = words("content", "section").search(arabic(text)) and len(text) < 80
    return text if named else ""


def _draft(tokens: Sequence[_Token], widest: float, section: str, count: int) -> Draft:
    tokens = _up_to_next_heading(tokens)
    head = tokens[0]
    line = head.line
    place = Place(line.page, line.number, line.box, line.method, line.confidence)
    draft = Draft(head.number or str(count), place, section)
    parts: list[str] = [head.text]
    rest = list(tokens[1:])
    while rest and rest[0].form == "plain" and _runs_on(parts, tokens[0].line, widest):
        parts.append(rest.pop(0).text)
    named = [without_persons(part) for part in parts]
    draft.add_title(joined(named) if len(named) > 1 else heal(named[0]))
    draft.printed = [_without_names(token) for token in tokens]
    draft.reported = any(token.kind == "result" for token in tokens)
    kind, above = "", line
    for token in rest:
        if token.form == "label":
            kind = token.kind
            _add(draft, kind, token.text, fresh=True)
        elif kind and not _fill(draft, kind, token, above, widest):
            kind = ""
        elif not kind and head.ordinal and _lists(draft, token):
            kind = "steps"
            _fill(draft, kind, token, above, widest)
        above = token.line
    return draft


def _up_to_next_heading(tokens: Sequence[_Token]) -> Sequence[_Token]:
    """A measure's lines: a heading behind its fields that is set unlike them ends it."""
    first = next((at for at, token in enumerate(tokens) if at and token.form == "label"), None)
    if first is None:
        return tokens
    same = "label" if tokens[first].line.heading else ""
    for at in range(first + 1, len(tokens)):
        if tokens[at].line.heading and tokens[at].form != same:
            return tokens[:at]
    return tokens


def _without_names(token: _Token) -> str:
    printed = token.line.printed
    return names_removed(printed) if token.kind == "responsible" else without_persons(printed)


def _runs_on(parts: Sequence[str], line: Line, widest: float) -> bool:
    """True for a title whose rest stands on the next line."""
    if line.box is None:
        return False
    return len(parts) < _TITLE_LINES and line.box.x1 >= _FULL * widest


def _fill(draft: Draft, kind: str, token: _Token, above: Line, widest: float) -> bool:
    """Add a line below a label to its field; False where it is no part of it."""
    line, present = token.line, draft.parts.get(kind, [])
    if token.number.startswith(f"{draft.number}.") and kind in _LISTS:
        _add(draft, kind, token.text)
        return True
    if has_marker(line.text) and kind in _LISTS:
        _add(draft, kind, line.text)
        return True
    if not present:
        _add(draft, kind, line.text)
        return bool(draft.parts.get(kind))
    if line.box is None or above.box is None or above.box.x1 < _FULL * widest:
        return False
    present[-1] = joined([present[-1], without_persons(line.text)])
    return True


def _lists(draft: Draft, token: _Token) -> bool:
    """True for the first item of a list directly below a heading."""
    numbered = token.number.startswith(f"{draft.number}.") or has_marker(token.line.text)
    return numbered and not draft.has_cells


def _add(draft: Draft, kind: str, text: str, *, fresh: bool = False) -> None:
    if not text or kind not in LABELS or (kind in draft.parts and fresh):
        return
    if kind == "responsible":
        named = responsible(text, wrapped=False)
        draft.add(kind, [named] if named else [])
    elif kind == "period":
        draft.add(kind, [" ".join(text.split())])
    elif kind in _LISTS:
        draft.add(kind, [heal(item) for item in split_items(without_persons(text))])


def _is_measure(draft: Draft, head: _Token) -> bool:
    worked = any(kind in draft.parts for kind in _WORK)
    framed = _framed(draft)
    return bool(draft.title) and worked and (framed or _has_steps(draft, head))


def _framed(draft: Draft) -> bool:
    return any(kind in draft.parts for kind in _FRAME)


def _has_steps(draft: Draft, head: _Token) -> bool:
    """True for a heading that calls itself a measure, with a list below it."""
    return head.ordinal and len(draft.parts.get("steps", ())) > 1
