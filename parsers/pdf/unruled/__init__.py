"""Tables without rules, or with a few."""
