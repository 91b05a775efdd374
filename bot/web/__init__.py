"""What the world may reach: one web application behind a TLS proxy."""
