"""A page as assistive technology is told of it: a line for each node that has a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Nodes that say nothing of their own.
_SILENT = {
    *("generic", "none", "InlineTextBox", "LineBreak", "ListMarker", "RootWebArea"),
    *("sectionheader", "sectionfooter"),
}
#: Chromium's own names of roles -> ours.
_ROLES = {"StaticText": "text", "DisclosureTriangle": "summary", "Figcaption": "caption"}
#: The states that are told, where they are not false.
_STATES = ("level", "expanded", "pressed", "checked", "disabled", "valuetext")


def accessibility_tree(page: Page) -> str:
    """The tree, indented: role, name in quotation marks, states. Ends with a line end."""
    session = page.context.new_cdp_session(page)
    found = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    nodes = {node["nodeId"]: node for node in found}
    lines: list[str] = []

    def tell(node: dict[str, Any], depth: int, above: str) -> None:
        role, name = _value(node, "role"), " ".join(_value(node, "name").split())
        is_told = not (
            node["ignored"] or role in _SILENT or (role == "StaticText" and (not name or name in above))
        )
        if is_told:
            lines.append("  " * depth + " ".join(_words(node, role, name)))
        for child in node.get("childIds", ()):
            if child in nodes:
                tell(nodes[child], depth + is_told, name if is_told else above)

    tell(found[0], 0, "")
    return "\n".join(lines) + "\n"


def _words(node: dict[str, Any], role: str, name: str) -> list[str]:
    states = {each["name"]: each["value"].get("value") for each in node.get("properties", ())}
    told = [
        f"{state}={states[state]}"
        for state in _STATES
        if states.get(state) not in (None, False, "", "false")
    ]
    return [_ROLES.get(role, role), *([f"“{name}”"] if name else []), *told]


def _value(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", ""))
