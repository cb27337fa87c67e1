"""How wide the columns of a table are set."""

from __future__ import annotations

from collections.abc import Callable

from corpus.containers.fonts import words
from corpus.report import Grid

PADDING = 12.0
"""Points between a cell's text and its rules, left and right together."""


Width = Callable[[str], float]
"""Points that a text is wide."""


def column_widths(grid: Grid, room: float, width: Width, heavy: Width) -> list[float]:
    """Points for each column: none narrower than its longest word, the rest shared by text.

    ``heavy`` measures the words of the header.
    """
    merged = {(r, c) for r, c, _, columns in grid.spans if columns > 1}
    least, wish = [], []
    for column in range(grid.width):
        cells = [
            (row[column], heavy if at < grid.header else width)
            for at, row in enumerate(grid.rows)
            if (at, column) not in merged
        ]
        longest = max((size(word) for cell, size in cells for word in words(cell)), default=0.0)
        least.append(min(longest, room / 4) + PADDING)
        wish.append(max((size(cell) for cell, size in cells), default=0.0) + PADDING)
    if sum(wish) <= room:
        return wish
    spare = max(0.0, room - sum(least))
    more = [max(0.0, w - low) for w, low in zip(wish, least, strict=True)]
    share = spare / sum(more) if sum(more) else 0.0
    return [low + extra * min(1.0, share) for low, extra in zip(least, more, strict=True)]
