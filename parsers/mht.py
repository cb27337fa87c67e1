"""Web pages saved as one file (.mht), which Word and Excel also write as ``.doc`` and ``.xls``."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from email.message import Message
from pathlib import Path

from parsers.html import document_of
from parsers.model import Document
from parsers.refusals import damaged, too_large

_MAX = 256 * 2**20


def parse(path: Path) -> Document:
    """Read the first page of HTML that the file holds.

    Raises `UnreadableDocument` with ``damaged`` where there is none, and ``too-large``.
    """
    if path.stat().st_size > _MAX:
        raise too_large(path.name)
    try:
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.compat32)
        parts = list(message.walk())
    except RecursionError as error:
        raise too_large("parts inside one another") from error
    for part in parts:
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return replace(document_of(_bytes(part)), media_type="multipart/related", parser="mht")
    raise damaged("no page of HTML inside")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
