"""What leaves the window: preview, PDF, paper, and files of charts."""
