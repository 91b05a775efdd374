"""Run by Alembic: migrate on the connection that was handed over."""

from alembic import context

from storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,  # a migration that fails leaves nothing behind, on SQLite too
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
