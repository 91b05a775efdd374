"""Training programs: the exchange format, the engine that builds them, the rules they keep."""
