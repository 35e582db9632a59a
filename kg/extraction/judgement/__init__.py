"""What a clause is worth: polarity, modality, and whose word it is."""
