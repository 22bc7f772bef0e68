"""The window and the commands that need none, one module each, imported when it is run.

`arguments` describes what each takes and imports nothing, so that help comes at once.
"""
