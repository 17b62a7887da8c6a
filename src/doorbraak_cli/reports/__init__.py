"""WHAT A REPORT SAYS: neutral blocks, made from a case and a pack."""
