"""Timeline -> oembed.json, by which a site replaces the page's pasted address with the embed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.embed.codes import WIDTH, frame
from timeline.render.embed.measures import height

#: Seconds for which a site may cache the response: a day.
_CACHE_AGE = 86_400


def oembed(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> str:
    """The response of type "rich" as JSON; needs a ``base_url``.

    https://oembed.com/#section2.3; ``html`` is an iframe and nothing else, as WordPress drops the rest.
    """
    parts = urlsplit(timeline.base_url)
    response: dict[str, object] = {
        "version": "1.0",
        "type": "rich",
        "title": timeline.title,
        "provider_name": parts.hostname,
        "provider_url": f"{parts.scheme}://{parts.netloc}/",
        "cache_age": _CACHE_AGE,
        "width": WIDTH,
        "height": height(scenes),
        "html": frame(timeline, scenes),
    }
    if has_png:
        picture = urljoin(timeline.base_url, "social.png")
        response |= {"thumbnail_url": picture, "thumbnail_width": 1200, "thumbnail_height": 630}
    return json.dumps(response, ensure_ascii=False, indent=1) + "\n"
