"""A reader for each format of data files; `registry` knows which reads what."""
