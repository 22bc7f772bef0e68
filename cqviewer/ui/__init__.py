"""The window: PySide6 shows the facts, the view and the charts, and is imported here alone."""
