"""The window: PySide6 lives here alone, and only shows what the layers below give."""
