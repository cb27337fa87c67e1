"""One pattern for many words."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.alternation import any_of, any_sequence

WORDS = st.lists(st.text("กขอบต. (", min_size=1, max_size=5), min_size=1, max_size=8)


@given(words=WORDS, text=st.text("กขอบต. (", max_size=30))
def test_the_same_words_are_found_as_by_trying_all_of_them(words: list[str], text: str) -> None:
    longest_first = sorted(set(words), key=len, reverse=True)
    plain = re.compile("|".join(map(re.escape, longest_first)))
    shared = re.compile(any_of(words))
    assert [hit.span() for hit in shared.finditer(text)] == [
        hit.span() for hit in plain.finditer(text)
    ]


def test_words_share_what_they_begin_with() -> None:
    assert any_of(["อบต", "อบจ"]) == "อบ(?:ต|จ)"
    assert any_of(["สพป", "สพ"]) == "สพ(?:ป)?"


def test_sequences_keep_the_patterns_of_their_parts() -> None:
    pattern = re.compile(any_sequence([["E", r"\s*I", r"\s*T"], ["E", r"\s*I"]]))
    assert [hit.group() for hit in pattern.finditer("E I T, EI, E")] == ["E I T", "EI"]
