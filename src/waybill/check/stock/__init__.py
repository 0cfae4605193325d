"""What a delivery would amount to against what its recipient fires and makes, as ranges with what drives them."""
