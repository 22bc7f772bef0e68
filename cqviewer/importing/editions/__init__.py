"""The next edition of a data file, brought into the sheet that was made from an earlier one."""
