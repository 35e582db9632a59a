"""The surface reading: arguments as the words of the sentence."""
