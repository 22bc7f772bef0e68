"""What kinds of charts are made of: scales, axes, gaps, labels, cells and squares."""
