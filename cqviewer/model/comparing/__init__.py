"""What two sheets have in common and where they differ: editions of one sheet. No words."""
