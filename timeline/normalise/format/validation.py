"""Nodes of a file -> validated records, with every fault and its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from timeline.model.problems import Location
from timeline.model.records import Fields, Items, Node, Path, Text, key_locations, locations, plain
from timeline.normalise.faults import Faults
from timeline.normalise.format import RECORD_LISTS, EventRecord, FieldError, build_record
from timeline.normalise.format.field_types import Record
from timeline.normalise.format.markup import NOT_PROSE, markup
from timeline.normalise.format.messages import (
    CODES_OF_MISSING,
    example,
    explain_error,
    field_names,
    kind_of,
    opening,
    owner_of,
)
from timeline.normalise.format.other_names import name_here
from timeline.normalise.text import direction_control, quoted

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class ValidatedRecord(Generic[R]):
    """A record and the places of its values. Invalid values are left out of ``record``."""

    record: R
    places: Mapping[Path, Location]
    invalid: frozenset[Path]

    def at(self, *path: str | int) -> Location:
        """The place of the value at ``path``, or of the nearest value around it."""
        return _place(self.places, path)

    def is_invalid(self, *path: str | int) -> bool:
        """Whether the value at ``path``, or anything in it, was invalid and left out."""
        return any(each[: len(path)] == path for each in self.invalid)


def validate_records(model: type[R], root: Node, faults: Faults) -> Iterator[ValidatedRecord[R]]:
    """The records of a file: one mapping, or a list of them for events; for names always a list."""
    if isinstance(root, Items):
        nodes: tuple[Node, ...] = root.values
    elif isinstance(root, Fields) and model is EventRecord:
        nodes = (root,)
    else:
        faults.add(
            root.at, "E021", f"expected a list here, not {kind_of(plain(root))}", opening(model, "- ")
        )
        return
    for node in nodes:
        if faults.limit_reached(node.at.path):
            return
        found = validate_record(model, node, faults)
        if found:
            yield found


def validate_record(model: type[R], node: Node, faults: Faults) -> ValidatedRecord[R] | None:
    """One record; None if ``node`` is not a mapping."""
    if not isinstance(node, Fields):
        faults.add(node.at, "E021", f"expected fields here, not {kind_of(plain(node))}", opening(model))
        return None
    places = dict(locations(node))
    keys = dict(key_locations(node))
    _warn_of_texts(node, faults)
    tree = _unfolded(node)
    record, field_errors = build_record(model, tree)
    for error in field_errors:
        at = _place(keys if error.shape == "extra_forbidden" else places, error.path)
        faults.add(at, *explain_error(model, error, at, faults))
        drop_invalid(tree, error.path)
    record = record or model.model_validate(tree)
    invalid = frozenset(error.path for error in field_errors) | {*_misnamed(model, field_errors)}
    found = ValidatedRecord(record, places, invalid)
    if not (isinstance(record, EventRecord) and record.is_unfinished):
        check_required(found, faults)
    return found


def _misnamed(model: type[Record], errors: Iterable[FieldError]) -> Iterator[Path]:
    """The fields that a record has under another name: they need not be reported as missing, too."""
    for error in errors:
        owner = owner_of(model, error.path)
        meant = name_here(str(error.path[-1]), field_names(owner))
        if error.shape == "extra_forbidden" and meant:
            yield (*error.path[:-1], meant)


def check_required(found: ValidatedRecord[Any], faults: Faults) -> None:
    """Report the required fields that are missing, in the record and in those inside it."""
    _check_required(found, found.record, (), faults)


def _unfolded(node: Fields) -> dict[str, Any]:
    """The fields as plain values. YAML makes a blank line of folded text a single break: it is two again.

    Only text after "|" keeps its lines as they are (YAML 1.2, 8.1.3), and no other begins with it.
    """
    tree: dict[str, Any] = {}
    for key, value in node.entries:
        is_folded = isinstance(value, Text) and value.at.text[value.at.column - 1 :][:1] != "|"
        bare = plain(value)
        tree[key.value] = bare.replace("\n", "\n\n") if is_folded and isinstance(bare, str) else bare
    return tree


def _place(places: Mapping[Path, Location], path: Path) -> Location:
    """The place of ``path`` or of the nearest thing around it."""
    while path not in places and path:
        path = path[:-1]
    return places[path]


def drop_invalid(tree: Any, path: Path) -> None:
    """Leave out the field that holds the value at ``path``; a record in a list becomes an empty one."""
    name, *rest = path
    items = tree.get(name)
    match rest:
        case [int(number)] if name in RECORD_LISTS and isinstance(items, list):
            items[number] = {}
        case [int(number), str(inner), *_] if isinstance(items, list) and isinstance(items[number], dict):
            items[number].pop(inner, None)
        case _:
            tree.pop(name, None)


def _check_required(found: ValidatedRecord[Any], record: Record, path: Path, faults: Faults) -> None:
    if path in found.invalid or faults.limit_reached(found.at().path):
        return
    other = record.required_unless
    is_excused = other and (getattr(record, other) or (*path, other) in found.invalid)
    needed = () if is_excused else record.required
    for attribute, field in type(record).model_fields.items():
        name = field.alias or attribute
        is_missing = name in needed and not getattr(record, attribute)
        if is_missing and (*path, name) not in found.invalid:
            code = CODES_OF_MISSING.get(name, "E020")
            own = faults.own_words.get(name)
            hint = f"{name}: {own}" if own else example(type(record), name)
            faults.add(found.at(*path, name), code, f"{name} is missing", hint)
    for name in RECORD_LISTS:
        for number, inner in enumerate(getattr(record, name, ())):
            _check_required(found, inner, (name, number), faults)


def _warn_of_texts(node: Node, faults: Faults, name: str = "text") -> None:
    """Warn of each text that can reverse the text beside it, or that holds markup."""
    match node:
        case Text(value, at):
            if control := direction_control(value):
                message = f"{name} contains the invisible text direction control {control}"
                faults.add(at, "W005", message, "remove it unless the text needs it")
            language, found = markup(value) if name not in NOT_PROSE else ("", "")
            if found:
                message = f"{name} contains {language}, which is shown as it stands: {quoted(found)}"
                faults.add(at, "W015", message, "plain text; an address belongs in a source")
        case Items(values):
            for each in values:
                _warn_of_texts(each, faults, name)
        case Fields(entries):
            for key, each in entries:
                _warn_of_texts(each, faults, key.value)
