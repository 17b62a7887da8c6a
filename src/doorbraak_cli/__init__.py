"""doorbraak: reflect on stuck cases in child and family protection, and weigh decisions broadly."""

__version__ = "0.1.0"
