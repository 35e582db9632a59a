"""Read statements off a parsed article, one module a stage."""
