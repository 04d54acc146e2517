"""What is found wrong with the data, with its place."""
