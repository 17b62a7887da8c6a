"""The base of everything in the domain: frozen, strict, without unknown fields."""

import json
from typing import Self

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A frozen value. Unknown fields are refused and types are never guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    @classmethod
    def from_data(cls, data: object) -> Self:
        """Give the value for data as YAML or JSON hold it: lists for tuples, text for dates.

        Raises pydantic's ValidationError with every fault in it.
        """
        return cls.model_validate_json(json.dumps(data))
