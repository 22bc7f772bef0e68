"""What charts draw of targets: steps, rows beside their outturn, ladders of classes, verdicts."""
