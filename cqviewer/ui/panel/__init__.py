"""The Source panel: where the selected figure or goal comes from."""
