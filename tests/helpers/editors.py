"""What an editor makes of an event file: values with types, checked by a JSON Schema."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import yaml
from jsonschema import Draft202012Validator


class _AsEditorsRead(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as editors read it: numbers and truth values are no texts, but days are."""


_AsEditorsRead.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def typed(text: str) -> Any:
    """The values of an event file, with types."""
    return yaml.load(text, _AsEditorsRead)  # noqa: S506 -- a safe loader


@cache
def validator(schema: str) -> Draft202012Validator:
    """A validator of this schema; it is made once, since the schema itself is checked, which takes long."""
    found = json.loads(schema)
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)
