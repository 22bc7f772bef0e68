"""Charts: facts and options to a matplotlib figure, the same for screen and paper. No Qt."""
