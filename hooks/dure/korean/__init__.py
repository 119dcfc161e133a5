"""Korean text, numbers, dates and telephones; knows nothing of Dure's records."""
