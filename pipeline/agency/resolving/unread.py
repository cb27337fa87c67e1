"""Names in which a damaged text layer does not tell a letter.

What is left of such a name may spell that of another body. So the lists decide within the printed
place alone: where one name of it goes with the letters that are told, it is that one.
"""

from __future__ import annotations

import re

from pipeline.agency.known.lists import Lists
from pipeline.agency.known.spelling import key
from pipeline.agency.naming.named import Named
from pipeline.agency.resolving.answers import Answer, bodies_of, body_of, seated

UNREAD = "\ufffd"
"""What stands in a text for letters that are not told."""
_LOST = ".{0,3}"
"""What may have stood there: a sign, or a letter with its signs."""


def with_unread(
    text: str, named: Named, where: tuple[str, str], answer: Answer, lists: Lists
) -> Answer:
    """The ``answer`` for a name as ``text`` prints it, in the light of the letters that are not
    told; the same where all are, or its kind has no list."""
    pattern = _pattern(text, named.name)
    seats = lists.seats(named.type)
    if pattern is None or seats is None:
        return answer
    place = lists.gazetteer.locate(*where)
    if not place[1]:
        return _open(named, answer)
    fitting = [one for one in seats.names(*place).keys if pattern.fullmatch(_folded(one))]
    found = tuple(seat for one in fitting for seat in seats.called(one, *place))
    if len(found) == 1:
        return Answer("resolved", seated(named.type, found[0]))
    if found:
        body = body_of(named.type, named.name, "", place[1])
        return Answer("ambiguous", body, bodies_of(named.type, found))
    return answer


def _open(named: Named, answer: Answer) -> Answer:
    if answer.status != "resolved":
        return answer
    return Answer("ambiguous", body_of(named.type, named.name), (answer.body,))


def _pattern(text: str, name: str) -> re.Pattern[str] | None:
    """The letters of a name as printed, with what may stand where letters are not told; None where
    they are."""
    letters = "".join(text.split())
    printed = re.search(f"{UNREAD}*".join(map(re.escape, "".join(name.split()))), letters)
    if printed is None or UNREAD not in printed.group():
        return None
    pieces = re.split(f"{UNREAD}+", printed.group())
    return re.compile(_LOST.join(re.escape(_folded(key(piece))) for piece in pieces))


def _folded(name: str) -> str:
    """A name without the ring of sara am, which damaged layers lose or add."""
    return name.replace("ำ", "า")
