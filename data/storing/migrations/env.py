"""Alembic's door: runs the migrations on the connection that it is handed."""

from alembic import context

from data.storing.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
