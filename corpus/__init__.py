"""Reports to try the program on: samples written for it, and what is printed in them."""
