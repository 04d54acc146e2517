"""The windows and widgets: they draw display models and send wishes."""
