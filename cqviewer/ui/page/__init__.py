"""The page of a section: lead, cards, charts and rows of words."""
