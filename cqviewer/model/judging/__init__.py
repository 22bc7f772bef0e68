"""Whether figures met their targets, and how far they came: verdicts that say their method."""
