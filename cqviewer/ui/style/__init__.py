"""What the window looks like: fonts, colours, buttons and text, without any sheet."""
