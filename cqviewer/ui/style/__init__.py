"""What the window looks like: fonts, colours, boxes, buttons and text, without any sheet."""
