"""Entries of ``_evidence.yaml``, which ``timeline evidence add`` writes."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from timeline.normalise.format import checks as v
from timeline.normalise.format.field_types import Address, Day, Line, Record

Digest = Annotated[
    Line,
    AfterValidator(
        v.matching(r"[0-9a-f]{64}", "a SHA-256 in 64 digits and letters", "run timeline evidence add")
    ),
    Field(json_schema_extra={"pattern": "^[0-9a-f]{64}$"}),
]
ClaimField = Annotated[
    Line, AfterValidator(v.one_of(v.CLAIM_FIELDS)), Field(json_schema_extra={"enum": [*v.CLAIM_FIELDS]})
]
FindingResult = Annotated[
    Line, AfterValidator(v.one_of(v.RESULTS)), Field(json_schema_extra={"enum": [*v.RESULTS]})
]


class FindingRecord(Record):
    """One claim about a source, and what its copy says."""

    required = ("field", "text", "result")

    field: ClaimField = Field("", description="The field of the source.", examples=["quote"])
    text: Line = Field("", description="Its value.", examples=["there must be a US backstop"])
    result: FindingResult = Field("", description="Whether the copy has these words.", examples=["found"])
    words: Line = Field("", description="The words of the copy.", examples=["there must be a US backstop"])
    context: Line = Field(
        "",
        description="These words, with 60 characters on either side.",
        examples=["He said that there must be a US backstop."],
    )
    before: Line = Field(
        "",
        description="The words before a quotation that stands in the copy more than once.",
        examples=["He said that"],
    )
    after: Line = Field(
        "",
        description="The words after a quotation that stands in the copy more than once.",
        examples=["because only that deters Russia"],
    )


class EvidenceRecord(Record):
    """A kept copy of a source, an entry of ``_evidence.yaml``."""

    required = ("url", "sha256")

    url: Address = Field(
        "", description="The address of the source.", examples=["https://www.example.org/story"]
    )
    sha256: Digest = Field("", description="The SHA-256 of the copy.", examples=["0" * 64])
    day: Day = Field("", description="The day on which the copy was made.", examples=["2025-03-01"])
    by: Day = Field(
        "",
        description="The day by which it was made, if that is all that is known.",
        examples=["2025-03-01"],
    )
    tool: Line = Field("", description="What made it.", examples=["SingleFile"])
    claims: tuple[FindingRecord, ...] = Field((), description="What it bears out.")
