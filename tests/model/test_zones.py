"""Time zones do not depend on the machine."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event
from timeline.model.zones import zone_info, zone_names


@pytest.fixture
def _other_machine(tmp_path: Path) -> Iterator[None]:
    """A machine on whose disk Amsterdam has the clocks of Tokyo, and there is a zone of its own."""
    tokyo = files("tzdata").joinpath("zoneinfo", "Asia", "Tokyo").read_bytes()
    (tmp_path / "Europe").mkdir()
    for name in ("Europe/Amsterdam", "localtime"):
        (tmp_path / name).write_bytes(tokyo)
    zoneinfo.reset_tzpath([str(tmp_path)])
    zoneinfo.ZoneInfo.clear_cache()
    zone_info.cache_clear()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()


@pytest.mark.usefixtures("_other_machine")
def test_a_clock_time_is_read_by_the_zones_of_a_package_and_not_by_those_of_the_system(
    normalised: Normalised,
) -> None:
    zoned = EVENT + "date: 17 February 2025, 16:00 CET\nzone: Europe/Amsterdam\n" + SOURCE
    event = an_event(normalised(a=zoned))
    assert event.when.edtf == "2025-02-17T16:00:00+01:00"
    assert event.when.start.offset_in_edtf("Europe/Amsterdam") == "+01:00"


@pytest.mark.usefixtures("_other_machine")
def test_the_zone_of_the_machine_is_none() -> None:
    assert "localtime" not in zone_names()
    with pytest.raises(zoneinfo.ZoneInfoNotFoundError):
        zone_info("localtime")


@pytest.mark.parametrize("name", ["", "Europe", "../Europe/Paris", "/etc/localtime", "Europe/Nowhere"])
def test_what_is_no_zone_is_not_found(name: str) -> None:
    with pytest.raises(zoneinfo.ZoneInfoNotFoundError):
        zone_info(name)


def test_every_zone_of_the_package_can_be_read() -> None:
    assert {zone_info(name).key for name in zone_names()} == zone_names()
    assert len(zone_names()) > 400
