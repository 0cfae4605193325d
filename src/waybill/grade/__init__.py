"""All of it to Admiralty grades: letters from the user's table, digits by rules that are printed with them."""
