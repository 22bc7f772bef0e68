"""Reads files as they are: regular ones alone, up to a size, and what went wrong in words."""
