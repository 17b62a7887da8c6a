"""COMMANDS: one file each; a command parses, wires, calls once and shows."""
