"""Whether figures met their targets, how far they came, and how far rounding may bring sums off."""
