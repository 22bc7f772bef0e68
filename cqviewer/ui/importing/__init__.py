"""New sheets from data files: a look at the table, what each column is, and what it gives."""
