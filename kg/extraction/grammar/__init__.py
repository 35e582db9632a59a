"""Clauses off the parse: predicates with their arguments, as head tokens."""
