"""Read many articles: over processes or machines, with limits, and without loss."""
