"""What checks a sheet that has been read: values, charts and languages."""
