"""DISK: reading with the place of every value, packs, cases and answers files; never asks or prints."""
