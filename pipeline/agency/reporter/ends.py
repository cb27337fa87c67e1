"""Where names end, as told by the other mentions of a document."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from pipeline.agency.known.spelling import is_near, key
from pipeline.agency.naming.named import Mention
from pipeline.agency.naming.names import goes_on
from pipeline.agency.reporter.weights import Vote

_RUN_ON = 3
"""Letters behind a name that is known from elsewhere from which they are other words."""


def settle_ends(found: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Cut names that run on into other words to the name that clean mentions bear."""
    counted = Counter(
        (vote.mention.type.word, vote.mention.name)
        for vote in found
        if vote.mention.clean and (vote.mention.known or vote.mention.location)
    )
    sure = [pair for pair, _ in counted.most_common()]
    free = frozenset(
        (vote.mention.type.word, vote.mention.name)
        for vote in found
        if vote.mention.clean and vote.mention.type.names == "free"
    )
    settled = tuple(
        replace(vote, mention=_settled_free(_settled(vote.mention, sure), free)) for vote in found
    )
    return _called_whole(settled)


def _called_whole(found: tuple[Vote, ...]) -> tuple[Vote, ...]:
    """Give a name that leaves out its last words the whole one that alone heads the cover."""
    heading = {(vote.mention.type.word, vote.mention.name) for vote in found if vote.heads}
    whole: dict[tuple[str, str], set[str]] = defaultdict(set)
    for word, name in heading:
        first, _, apart = name.partition(" ")
        if apart and (word, first) not in heading:
            whole[word, first].add(name)
    return tuple(
        replace(vote, mention=replace(vote.mention, name=next(iter(names))))
        if len(names := whole[vote.mention.type.word, vote.mention.name]) == 1
        else vote
        for vote in found
    )


def _settled_free(mention: Mention, names: frozenset[tuple[str, str]]) -> Mention:
    """A name that no list holds, cut where the sentence goes on behind a name met elsewhere, or
    continued in the next line where one met elsewhere goes on so."""
    if mention.type.names != "free":
        return mention
    for word, name in sorted(names, key=lambda one: (-len(one[1]), one)):
        if word != mention.type.word or name == mention.name:
            continue
        behind = mention.name.removeprefix(name)
        if behind != mention.name and goes_on(behind):
            return replace(mention, name=name, printed=mention.printed[: -len(behind)], clean=True)
        ahead = name.removeprefix(mention.name)
        if ahead != name and not mention.location and mention.after.startswith(ahead):
            return replace(mention, name=name, printed=mention.printed + ahead, clean=True)
    return mention


def _settled(mention: Mention, sure: list[tuple[str, str]]) -> Mention:
    if mention.known or mention.location:
        return mention
    for word, name in sure:
        behind = len(mention.name) - len(name)
        if word != mention.type.word or behind < (_RUN_ON if mention.clean else 1):
            continue
        head = mention.name[: len(name)]
        if is_near(key(head), key(name)):
            return replace(mention, name=head, printed=mention.printed[:-behind], clean=True)
    return mention
