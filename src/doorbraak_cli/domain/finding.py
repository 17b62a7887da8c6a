"""What a check finds: a blind spot, and what in the case it is about."""

from doorbraak_cli.domain.model import Model


class Finding(Model):
    """A blind spot in a case, by its id. `about` is what people called what it is about; empty: the case as a whole."""

    id: str
    about: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Give the code it is named by: RA01."""
        return self.id.upper()
