"""What stands on the pages: the data that the print template reads, built from facts."""
