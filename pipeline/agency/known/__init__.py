"""What is known of bodies: kinds, places, the register, and how names are misread."""
