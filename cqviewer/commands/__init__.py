"""The commands that need no window, one module each; a module is imported when its command runs.

`arguments` describes what each takes and imports nothing, so that help comes at once.
"""
