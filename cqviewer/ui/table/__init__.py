"""Figures as a table: model, cells and view."""
