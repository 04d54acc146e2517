"""The statistics of small counts, and of time: intervals, tests, control limits, rates, working days."""
