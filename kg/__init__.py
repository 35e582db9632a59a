"""Turn news text into a knowledge graph of statements."""
