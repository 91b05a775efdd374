"""The tables by subject; `storage.schema` holds them all."""
