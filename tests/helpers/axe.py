"""What axe finds on a page, by the rules of WCAG that a program can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def violations(page: Page, *, contrast: bool = True) -> dict[str, list[str]]:
    """The elements that violate a rule, by the name of the rule.

    To measure every contrast takes three quarters of the time: a test of several states of a page may
    leave it out where no colour is new.
    """
    from axe_playwright_python.sync_playwright import Axe

    # Of what is as it should be only one element is described: to describe all takes half of the time
    rules = {"color-contrast": {"enabled": contrast}}
    response = Axe().run(page, options={"resultTypes": ["violations"], "rules": rules}).response
    assert len(response["passes"]) > 10, "axe has hardly checked anything"
    return {rule["id"]: [node["html"] for node in rule["nodes"]] for rule in response["violations"]}
