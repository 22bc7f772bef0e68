"""Charts: facts and a look to a matplotlib figure, the same for screen and paper. No Qt."""
