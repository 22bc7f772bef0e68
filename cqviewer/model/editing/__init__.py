"""Changing the text of a sheet: only the bytes of what is changed change."""
