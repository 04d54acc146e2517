"""From a file of any format to sheets of raw cells."""
