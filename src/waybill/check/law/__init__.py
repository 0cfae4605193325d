"""Whether a delivery would be prohibited: by which paragraph of the rules held, on which days, and on what conditions."""
