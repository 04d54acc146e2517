"""The vocabulary: units, periods, filters, the view's state, problems. Standard library only."""
