"""How the parts of a document lie: below each other, side by side, over the ends of pages."""
