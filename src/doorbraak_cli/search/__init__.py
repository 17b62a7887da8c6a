"""FINDING SOMETHING IN THE GUIDE: what can be found, and in which order for which words."""
