"""WHAT MUST NOT LEAVE: what in a text can be traced to a person."""
