"""Show one page as the parser sees it: its lines, tables and recognised facts."""

from __future__ import annotations

from pipeline.inspect.listing import listing
from pipeline.inspect.seen import Seen, look

__all__ = ["Seen", "listing", "look"]
