"""Starting the program: the application, the first sheet, and what happens when it fails."""
