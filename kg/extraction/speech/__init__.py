"""Who says what: quotations, reports and their speakers."""
