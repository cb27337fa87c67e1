"""The text of a page: letters to runs, runs to lines, and what its text layer is worth."""
