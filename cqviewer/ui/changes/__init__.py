"""What changed since an earlier edition: which one, the list, and the strip below the tabs."""
