"""What a statement says happened: the frame of a clause, from its words and the mentions in it."""
