"""What is written of a date, in EDTF or in the words of any language, reads back as that date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.dates.phrases import edtf, rows, spelt
from tests.helpers.examples import examples
from timeline.dates import moments, resolve
from timeline.dates.languages import LANGUAGES
from timeline.dates.languages.vocabulary import vocabulary
from timeline.dates.moments import MONTH_NAMES
from timeline.dates.zones import at_place
from timeline.language.dates import spelled_out
from timeline.model import Moment, When
from timeline.model.seconds import at_day

FIRST_MINUTE, LAST_MINUTE = datetime(1900, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - given a zone later
ZONES = ["", "Europe/Paris", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"]
days = st.dates(date(100, 1, 1), date(9000, 12, 31))
years = st.integers(100, 9000)
whole = st.one_of(
    days.map(Moment.day),
    st.builds(moments.a_month, years, st.integers(1, 12)),
    years.map(moments.a_year),
    st.builds(moments.a_quarter, years, st.integers(1, 4)),
    st.builds(moments.a_half, years, st.integers(1, 2)),
    st.builds(moments.a_season, years, st.sampled_from([3, 6, 9, 12])),
    years.map(lambda year: moments.a_decade(year // 10 * 10)),
    years.map(lambda year: moments.a_hundred_years(year // 100 * 100)),
    days.map(moments.a_week),
    st.builds(lambda day, more: moments.stretch(day, day + timedelta(more)), days, st.integers(1, 400)),
)
marked = st.builds(
    lambda moment, approximate, uncertain: Moment(
        moment.earliest, moment.latest, moment.precision, approximate, uncertain
    ),
    whole,
    st.booleans(),
    st.booleans(),
)


@given(
    marked, marked, st.sampled_from(["", "span", "open_end", "unknown_end", "open_start", "unknown_start"])
)
def test_the_edtf_spelling_of_a_date_reads_back_as_that_date(
    one: Moment, other: Moment, shape: str
) -> None:
    first, second = sorted([one, other], key=lambda moment: (moment.earliest, moment.latest))
    lacks: dict[str, Any] = {shape: True} if "_" in shape else {}
    when = When(first, second if shape == "span" else None, **lacks)
    found = resolve(when.edtf).readings
    assert [spelt(each) for each in found if each.rule != "two years"] == [spelt(when)]


@given(
    st.datetimes(FIRST_MINUTE, LAST_MINUTE),
    st.integers(0, 3000),
    st.sampled_from(ZONES),
)
def test_the_edtf_spelling_of_a_minute_reads_back_as_that_minute(
    begin: datetime, minutes: int, zone: str
) -> None:
    ends = begin + timedelta(minutes=minutes)
    (start,), (end,) = (
        at_place(at.date(), at.time().replace(second=0, microsecond=0), "UTC", zone) for at in (begin, ends)
    )
    when = When(start, end, zone=zone)
    assert [spelt(found) for found in resolve(when.edtf, zone=zone).readings] == [spelt(when)]


@given(
    st.datetimes(FIRST_MINUTE, LAST_MINUTE),
    st.none() | st.integers(-14 * 4, 14 * 4),
    st.sampled_from(["", "open_end", "unknown_end", "open_start", "unknown_start"]),
)
def test_a_minute_with_an_offset_reads_back_from_its_edtf_and_from_its_words(
    minute: datetime, quarters: int | None, shape: str
) -> None:
    offset = None if quarters is None else timedelta(minutes=15 * quarters)
    clock = minute.time().replace(second=0, microsecond=0)
    moment = Moment.day(minute.date(), clock, offset)
    lacks: dict[str, Any] = {shape: True} if shape else {}
    assert [spelt(found) for found in resolve(When(moment, **lacks).edtf).readings] == [
        When(moment, **lacks)
    ]
    assert [spelt(found) for found in resolve(spelled_out(When(moment))).readings] == [When(moment)]


#: The days on which clocks are changed in the zones above are among them.
SUNDAYS = [
    day
    for number in range(date(2000, 1, 1).toordinal(), date(2030, 1, 1).toordinal())
    if (day := date.fromordinal(number)).weekday() == 6 and day.month in {3, 4, 10, 11}
]


@given(st.sampled_from(SUNDAYS), st.integers(0, 3), st.sampled_from([0, 30]), st.sampled_from(ZONES[1:]))
def test_a_local_time_is_each_instant_at_which_the_clocks_show_it(
    day: date, hour: int, minute: int, zone: str
) -> None:
    found = resolve(f"{day}T{hour:02}:{minute:02}", zone=zone).readings
    local = datetime.combine(day, time(hour, minute), UTC)
    instants = (local + timedelta(minutes=ahead) for ahead in range(-15 * 60, 15 * 60, 15))
    clocks = ZoneInfo(zone)
    shown = [each for each in instants if each.astimezone(clocks).replace(tzinfo=UTC) == local]
    assert [when.start.instant(zone) for when in found] == [at_day(each, each.time()) for each in shown]


#: How a day is written in each language, and its months in that form.
WRITTEN = {
    "en": ("{d} {m} {y}", " ".join(MONTH_NAMES)),
    "ar": ("{d} {m} {y}", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
    "bg": (
        "{d} {m} {y} г.",
        "януари февруари март април май юни юли август септември октомври ноември декември",
    ),
    "ca": (
        "{d} de {m} de {y}",
        "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
    ),
    "cs": (
        "{d}. {m} {y}",
        "ledna února března dubna května června července srpna září října listopadu prosince",
    ),
    "da": (
        "{d}. {m} {y}",
        "januar februar marts april maj juni juli august september oktober november december",
    ),
    "de": (
        "{d}. {m} {y}",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ),
    "el": (
        "{d} {m} {y}",
        (
            "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου "
            "Νοεμβρίου Δεκεμβρίου"
        ),
    ),
    "es": (
        "{d} de {m} de {y}",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    ),
    "fa": ("{d} {m} {y}", "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
    "fi": (
        "{d}. {m} {y}",
        (
            "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
            "syyskuuta lokakuuta marraskuuta joulukuuta"
        ),
    ),
    "fr": (
        "{d} {m} {y}",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    ),
    "he": ("{d} ב{m} {y}", "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"),
    "hi": ("{d} {m} {y}", "जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
    "hr": (
        "{d}. {m} {y}.",
        (
            "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga "
            "prosinca"
        ),
    ),
    "hu": (
        "{y}. {m} {d}.",
        "január február március április május június július augusztus szeptember október november december",
    ),
    "id": (
        "{d} {m} {y}",
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    ),
    "it": (
        "{d} {m} {y}",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    "ja": ("{y}年{m}{d}日", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
    "ko": ("{y}년 {m} {d}일", "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월"),
    "nb": (
        "{d}. {m} {y}",
        "januar februar mars april mai juni juli august september oktober november desember",
    ),
    "nl": (
        "{d} {m} {y}",
        "januari februari maart april mei juni juli augustus september oktober november december",
    ),
    "pl": (
        "{d} {m} {y} r.",
        (
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
            "grudnia"
        ),
    ),
    "pt": (
        "{d} de {m} de {y}",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    ),
    "ro": (
        "{d} {m} {y}",
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
    ),
    "ru": (
        "{d} {m} {y} года",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    ),
    "sk": (
        "{d}. {m} {y}",
        "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    ),
    "sv": (
        "{d} {m} {y}",
        "januari februari mars april maj juni juli augusti september oktober november december",
    ),
    "th": (
        "{d} {m} {y}",
        ("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"),
    ),
    "tr": ("{d} {m} {y}", "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
    "uk": (
        "{d} {m} {y} року",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    ),
    "vi": ("ngày {d} {m} năm {y}", "|".join(f"tháng {number}" for number in range(1, 13))),
    "zh": ("{y}年{m}{d}日", "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
}


def written(day: date, language: str) -> str:
    form, names = WRITTEN[language]
    months = names.split("|") if "|" in names else names.split()
    return form.format(d=day.day, m=months[day.month - 1], y=day.year)


def test_every_language_that_is_read_has_its_words_and_its_way_to_write_a_day() -> None:
    assert set(WRITTEN) == {"en", *LANGUAGES} <= {row[0] for row in rows()}
    assert all(vocabulary(language).meanings for language in LANGUAGES)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(WRITTEN)))
@examples(4)
def test_a_day_written_in_a_language_reads_back_as_that_day(day: date, language: str) -> None:
    found = resolve(written(day, language), language=language)
    assert edtf(found) == [str(day)], written(day, language)


COARSE = (
    ("{m} {y}", lambda day: moments.a_month(day.year, day.month)),
    ("early {m} {y}", lambda day: moments.third_of_month(day.year, day.month, "early")),
    ("mid-{m} {y}", lambda day: moments.third_of_month(day.year, day.month, "mid")),
    ("late {m} {y}", lambda day: moments.third_of_month(day.year, day.month, "late")),
    ("Q{q} {y}", lambda day: moments.a_quarter(day.year, (day.month + 2) // 3)),
    ("{y}", lambda day: moments.a_year(day.year)),
    ("late {y}", lambda day: moments.third_of_year(day.year, "late")),
    ("the {t}0s", lambda day: moments.a_decade(day.year // 10 * 10)),
    ("the week of {d} {m} {y}", moments.a_week),
)


@given(st.dates(date(1801, 1, 1), date(2100, 12, 31)), st.sampled_from(COARSE))
def test_what_is_written_coarsely_reads_back_as_coarse(
    day: date,
    coarse: tuple[str, Callable[[date], Moment]],
) -> None:
    form, build = coarse
    words = form.format(
        d=day.day, m=MONTH_NAMES[day.month - 1], y=day.year, q=(day.month + 2) // 3, t=day.year // 10
    )
    found = resolve(words).readings
    assert build(day) in [when.start for when in found]
    assert min(when.start.days for when in found) >= min(7, build(day).days)


@given(marked, marked, st.sampled_from(["", "span", "open_end", "unknown_end", "open_start"]))
def test_what_to_write_for_a_julian_date_reads_back_in_its_calendar(
    one: Moment, other: Moment, shape: str
) -> None:
    def stated(moment: Moment) -> Moment:
        """The date of the Julian calendar with the same spelling as this one of the Gregorian."""
        found = resolve(When(moment).edtf, calendar="julian").readings
        return next(each.start for each in found if each.rule != "two years")

    first, second = sorted(map(stated, (one, other)), key=lambda moment: (moment.earliest, moment.latest))
    lacks: dict[str, Any] = {shape: True} if "_" in shape else {}
    when = When(first, second if shape == "span" else None, **lacks)
    found = resolve(when.edtf_for("julian"), calendar="julian").readings
    assert [spelt(each) for each in found if each.rule != "two years"] == [spelt(when)]
    in_gregorian = resolve(when.edtf_for("")).readings
    assert [(each.first, each.last) for each in in_gregorian] == [(when.first, when.last)]
    assert [(each.first, each.last) for each in resolve(when.edtf).readings] == [(when.first, when.last)]
