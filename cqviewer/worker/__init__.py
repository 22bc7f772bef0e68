"""The process beside the window: what it does, and the messages by which it is asked. No Qt."""
