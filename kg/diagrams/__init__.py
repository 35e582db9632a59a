"""Draw graphs: choose what to show, lay it out, draw it."""
