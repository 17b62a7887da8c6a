"""BYTES: a report or its data as Markdown or JSON; never writes a file."""
