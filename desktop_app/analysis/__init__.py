"""Pure functions that turn a dataset and a wish into one result."""
