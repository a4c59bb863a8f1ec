"""Tomorrow and Week: who is where, round by round."""
