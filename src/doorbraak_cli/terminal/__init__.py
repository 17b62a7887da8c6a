"""SCREEN AND KEYBOARD: how a question looks and how keys become answers; never what to ask."""
