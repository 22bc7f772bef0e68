"""From the data files that offices publish to fact sheets: read, recognise, write, bring in."""
