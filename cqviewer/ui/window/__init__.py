"""The main window: its parts, its actions and how they are connected."""
