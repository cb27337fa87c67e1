"""Tables that are drawn with rules, frames or rectangles."""
