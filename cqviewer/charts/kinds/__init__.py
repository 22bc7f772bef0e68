"""The kinds of charts: one module for each, and what several kinds share."""
