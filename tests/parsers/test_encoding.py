"""Encodings are told by evidence, or refused."""

from __future__ import annotations

import random

import pytest

from parsers.encoding import decode
from parsers.errors import UnreadableDocument

TEXT = "ผลการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ ได้คะแนน 86.72 คะแนน\n" * 3


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"]
)
def test_thai_text_is_decoded_from_every_encoding_in_use(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_thai_that_was_once_decoded_wrongly_is_undone() -> None:
    assert decode(TEXT.encode("cp874").decode("latin-1").encode("utf-8")).text == TEXT
    twice = TEXT.encode("utf-8").decode("latin-1").encode("utf-8")
    assert decode(twice).text == TEXT
    assert decode(twice).notices == ("mojibake-undone",)


def test_a_few_broken_bytes_are_shown_and_told() -> None:
    data = TEXT.encode("utf-8")
    decoded = decode(data[:100] + b"\xff" + data[100:])
    assert decoded.notices == ("encoding-damaged",)
    assert decoded.text.count("\ufffd") >= 1


def test_plain_ascii_is_utf8() -> None:
    assert decode(b"ITA 2565\n").encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (("日本語の報告書です。" * 30).encode("shift_jis"), "unknown-encoding"),
        (("Отчёт о проверке учреждений. " * 30).encode("cp1251"), "unknown-encoding"),
        (bytes(range(256)) * 30, "not-text"),
        (b"\x00\x01\x02\x03" * 300, "not-text"),
        (b"text\x00with\x00nulls" * 40, "not-text"),
    ],
)
def test_what_is_not_known_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        decode(data)
    assert error.value.reason == reason
    assert error.value.message
    assert error.value.message_th


def test_random_bytes_never_become_text() -> None:
    chance = random.Random(3)
    for _ in range(50):
        with pytest.raises(UnreadableDocument):
            decode(chance.randbytes(3000))
