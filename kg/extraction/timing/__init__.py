"""When: the words of time become values with a grain."""
