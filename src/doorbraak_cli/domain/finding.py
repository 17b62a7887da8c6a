"""What a check finds: a blind spot, and what in the case it is about."""

from doorbraak_cli.domain.model import Model


class Finding(Model):
    """A blind spot in a case, by its id. `about` is what people called what it is about; empty: the case as a whole.

    `step` is where it can be mended, where that is not the step of the blind spot; `of` the id of a sheet of several.
    """

    id: str
    about: tuple[str, ...] = ()
    step: str = ""
    of: str = ""

    @property
    def code(self) -> str:
        """Give the code it is named by: RA01."""
        return self.id.upper()
