"""Blind spots: what a case has not looked at yet. Pure: a case in, findings out."""
