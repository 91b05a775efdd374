"""Screens: values of the coach and of storage in, messages for the chat out."""
