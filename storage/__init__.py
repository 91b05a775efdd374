"""Rows and values: schema, migrations, inbox, outbox, runners, programs."""
