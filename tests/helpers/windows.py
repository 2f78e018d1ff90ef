"""Browser windows that one test after another uses, as long as none changes them for good.

A new window is a new process, which has to load and compile Plotly before it can draw: most of the time
that a test of a page takes. A window that is used again has an empty page, and no listeners, routes or
storage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

#: How many windows wait to be used again. Each takes about 100 MB.
_MOST = 4
#: Methods whose effect outlasts the page that is shown. A window is closed after a test that calls one.
_LASTING = {
    *("add_init_script", "add_locator_handler", "expose_binding", "expose_function", "on", "once"),
    *("set_default_navigation_timeout", "set_default_timeout", "set_extra_http_headers"),
    *("add_cookies", "grant_permissions", "new_cdp_session", "set_geolocation", "set_offline"),
}
#: Options that every window can take on, and what they are in a new one.
_MEDIA = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
_EMPTY_STORAGE = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* no origin */ } }"


@dataclass
class Window:
    """A window with a single page, in a context with these ``options`` of Playwright's ``new_context``."""

    context: BrowserContext
    page: Page
    options: dict[str, Any]
    is_changed: bool = False
    listeners: list[tuple[str, Callable[[Any], None]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for thing in (self.context, self.page):
            for name in _LASTING:
                if hasattr(thing, name):
                    setattr(thing, name, self._noted(getattr(thing, name)))

    def listen(self, event: str, listener: Callable[[Any], None]) -> None:
        """Calls ``listener`` on each such event, until the window is used again."""
        was_changed = self.is_changed
        self.page.on(event, listener)  # type: ignore[call-overload]  # the names of events are literals there
        self.is_changed = was_changed
        self.listeners.append((event, listener))

    def emptied(self) -> bool:
        """Makes the window as good as new; false if that is not possible."""
        from playwright.sync_api import Error

        if self.is_changed or self.page.is_closed():
            return False
        for event, listener in self.listeners:
            self.page.remove_listener(event, listener)
        self.listeners.clear()
        try:
            for page in self.context.pages:
                if page != self.page:
                    page.close()
            self.page.unroute_all()
            self.context.unroute_all()
            self.page.evaluate(_EMPTY_STORAGE)
            self.context.clear_cookies()
            self.page.goto("about:blank")
        except Error:  # such as a page that has crashed
            return False
        return True

    def _noted(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def noting(*arguments: Any, **options: Any) -> Any:
            self.is_changed = True
            return method(*arguments, **options)

        return noting


class Windows:
    """The windows of a browser that wait to be used again."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: list[Window] = []  # the one that was used last comes last

    def take(self, width: int, height: int, options: dict[str, Any]) -> Window:
        """A window of that size with an empty page."""
        media = {name: options.get(name, usual) for name, usual in _MEDIA.items()}
        lasting = {name: value for name, value in options.items() if name not in _MEDIA}
        window = next((each for each in reversed(self._free) if each.options == lasting), None)
        if window is None:
            context = self._browser.new_context(viewport={"width": width, "height": height}, **lasting)
            window = Window(context, context.new_page(), lasting)
        else:
            self._free.remove(window)
            window.page.set_viewport_size({"width": width, "height": height})
        window.page.emulate_media(media="null", **media)
        return window

    def give_back(self, window: Window) -> None:
        """Keeps the window for the next test, if it can be used again."""
        if window.emptied():
            self._free.append(window)
        else:
            window.context.close()
        while len(self._free) > _MOST:
            self._free.pop(0).context.close()
