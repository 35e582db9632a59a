"""Who is who: names, nouns and pronouns become entities."""
