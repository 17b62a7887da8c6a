"""Screen and keyboard."""
