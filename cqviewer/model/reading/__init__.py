"""What reads a fact sheet: YAML text to frozen facts, with every problem named by its place."""
