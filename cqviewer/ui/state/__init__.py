"""What all parts of the window share: the open sheet, the view, focus, settings, notices."""
