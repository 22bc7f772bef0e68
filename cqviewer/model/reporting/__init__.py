"""Reports in words what changed from one edition of a sheet to the next."""
