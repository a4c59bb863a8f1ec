"""What a lesson takes besides its rounds: launch, close, moves, setting up."""
