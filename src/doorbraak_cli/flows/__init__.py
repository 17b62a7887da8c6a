"""WHICH QUESTION IS NEXT: pure functions of the case, and the one loop that asks and saves."""
