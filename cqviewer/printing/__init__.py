"""The printed sheet: facts and charts to an accessible, archival PDF. No Qt."""
