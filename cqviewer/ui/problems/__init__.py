"""The list of all that is wrong with the sheet's file, and what mends it."""
