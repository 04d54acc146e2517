"""What leaves the program: workbooks for colleagues and for the public, and the summary."""
