"""How prompts look: bold for what is pointed at, dim for what is beside it, and no colour, as colours judge."""

import questionary

STYLE = questionary.Style(
    [
        ("qmark", "noinherit"),
        ("question", "noinherit"),
        ("answer", "noinherit"),
        ("pointer", "noinherit bold"),
        ("highlighted", "noinherit bold"),
        ("cell", "noinherit reverse"),
        ("selected", "noinherit"),
        ("validation-toolbar", "noinherit bold"),
        ("bottom-toolbar", "noinherit"),
        ("keys", "noinherit dim"),
        ("status", "noinherit dim"),
        ("placeholder", "noinherit dim"),
    ]
)
