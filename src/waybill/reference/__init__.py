"""Facts we ship: places, parties, munitions, words; each table with its source, licence and date."""
