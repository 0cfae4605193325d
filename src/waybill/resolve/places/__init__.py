"""Names of places to points: spotted by the gazetteer, kept by evidence, told apart by the document they stand in."""
