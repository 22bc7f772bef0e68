"""The format for people and editors: its JSON Schema and its reference page."""
