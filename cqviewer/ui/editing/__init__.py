"""Changing the sheet's file from the window, with undo and redo."""
