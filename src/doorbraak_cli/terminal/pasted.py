"""Text as it is kept, whichever way lines were ended where it came from."""


def lines(text: str) -> str:
    """Give a text with every line ended in the same way."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def one_line(text: str) -> str:
    """Give a text on one line, with nothing left out."""
    return lines(text).replace("\n", " ")
