"""Could it have made the way in the time claimed? Legs, their distances, and three scenarios of time and capacity."""
