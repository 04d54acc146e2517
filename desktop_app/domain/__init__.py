"""The vocabulary of the product: units, periods, filters, the view's state, problems. Standard library only."""
