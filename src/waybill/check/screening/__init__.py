"""Whether parties and vessels of a delivery are on the lists that the user loaded."""
