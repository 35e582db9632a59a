"""Statements off the clauses, with what each is worth."""
