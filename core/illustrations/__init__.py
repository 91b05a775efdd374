"""Movements as drawings: a figure of joints in two positions, what it holds, and where it goes."""
