"""WHAT THINGS ARE: frozen values without disk, screen or clock."""
