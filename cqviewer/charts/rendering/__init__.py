"""What matplotlib draws of a chart: its shapes, its lines of text, and how both meet pixels."""
