"""The parse as it is walked, and the mending of its slips."""
