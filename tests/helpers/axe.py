"""What axe finds on a page, by the rules of WCAG that a program can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def violations(page: Page) -> dict[str, list[str]]:
    """The elements that violate a rule, by the name of the rule."""
    from axe_playwright_python.sync_playwright import Axe

    # Of what is as it should be only one element is described: to describe all takes half of the time
    response = Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert len(response["passes"]) > 10, "axe has hardly checked anything"
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in response["violations"]}
