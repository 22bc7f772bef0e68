"""Numbers, units, periods and formulas; nothing here knows a whole sheet."""
