"""Presenting to an audience: a tab or single charts over the full screen."""
