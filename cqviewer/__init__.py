"""cqviewer opens a fact sheet, shows it with charts, and prints it to PDF."""

__version__ = "0.1.0"
