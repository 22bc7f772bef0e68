"""Sheets side by side: the open one beside others, with what can be compared of them."""
