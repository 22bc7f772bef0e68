"""The sheet as one HTML page, which needs no network and no script. No Qt."""
