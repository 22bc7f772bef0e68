"""What a source itself says: its text, pages or cells, and the places of the numbers in it."""
