"""From raw cells to typed values: dates, numbers, categories, ages, periods, places."""
