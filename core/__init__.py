"""What a running coach knows: pure, synchronous, deterministic."""
