"""Search in the window: the field's results, marks on the page, and what is announced."""
