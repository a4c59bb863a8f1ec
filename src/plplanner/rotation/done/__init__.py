"""What students have done in lessons before, so that a playlist moves on."""
