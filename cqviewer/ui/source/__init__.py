"""The source itself, beside the sheet: its text, page or cells, and the numbers in no figure."""
