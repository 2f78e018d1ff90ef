"""A page in the language of its timeline: dates, numbers, and every message."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable
from datetime import date, time
from gettext import NullTranslations
from io import BytesIO
from itertools import combinations, product
from pathlib import Path

import pytest
from babel import Locale, localedata
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from tests.conftest import Opened
from tests.helpers import translations
from tests.helpers.examples import some_of
from tests.helpers.make import day, event, timeline
from tests.helpers.translations import (
    LANGUAGES,
    MESSAGES,
    catalogue,
    forms,
    is_translated,
    messages,
    untranslated,
)
from timeline.language import Language
from timeline.language.dates import spelled_out, when_in_words
from timeline.language.events import FIELD_VALUES
from timeline.layout import WIDTHS, lay_out
from timeline.model import Moment, Person, Place, Precision, Source, Timeline, When
from timeline.model.kinds import DEFAULT_KINDS, SOURCE_KINDS
from timeline.normalise.format.checks import STATUSES
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.page import page

NAMED = re.compile(r"%\((\w+)\)s")


# ---- the catalogues


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_compiles_and_has_no_message_that_nobody_asks_for(language: str) -> None:
    entries = catalogue(language)
    write_mo(BytesIO(), read_po(BytesIO((MESSAGES / f"{language}.po").read_bytes()), locale=language))
    assert entries.keys() - messages() == set(), "remove these"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_message(language: str) -> None:
    for entry in filter(is_translated, catalogue(language).values()):
        if isinstance(entry.id, tuple):  # "one event" may do without its number
            named = set(NAMED.findall(entry.id[1]))
            for form in forms(entry):
                assert named - {"num"} <= set(NAMED.findall(form)) <= named, entry.id
        else:
            assert set(NAMED.findall(forms(entry)[0])) == set(NAMED.findall(str(entry.id))), entry.id


def test_a_message_without_a_translation_is_listed_and_shown_in_english(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    new = {"Brand new", ("%(num)s new thing", "%(num)s new things")}
    monkeypatch.setattr(translations, "messages", lambda: frozenset(new))
    assert translations.main(["de"]) == 0
    assert capsys.readouterr().out == (
        "de: 0 of 2 messages translated\n    %(num)s new thing | %(num)s new things\n    Brand new\n"
    )
    assert Language("de").gettext("Brand new") == "Brand new"
    assert Language("de").ngettext("%(num)s new thing", "%(num)s new things", 2) == "2 new things"


def test_a_language_without_a_catalogue_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert translations.main(["de", "xx"]) == 2
    assert capsys.readouterr().err == "no catalogue for xx\n"


def test_every_word_of_the_event_files_that_a_page_may_show_has_a_message() -> None:
    of_sources = {kind.replace("-", " ") for kind in SOURCE_KINDS}
    assert {*STATUSES, *(kind.name for kind in DEFAULT_KINDS), *of_sources} == set(FIELD_VALUES)


@pytest.mark.parametrize(
    ("language", "counts"),
    [
        ("en", ["0 events", "1 event", "2 events", "5 events", "22 events", "1,000 events"]),
        ("fr", ["0 événement", "1 événement", "2 événements", "5 événements", "22 événements"]),
        ("pl", ["0 wydarzeń", "1 wydarzenie", "2 wydarzenia", "5 wydarzeń", "22 wydarzenia"]),
        ("uk", ["0 подій", "1 подія", "2 події", "5 подій", "22 події"]),
        ("ru", ["0 событий", "1 событие", "2 события", "5 событий", "22 события"]),
        ("ar", ["لا أحداث", "حدث واحد", "حدثان", "5 أحداث", "22 حدثًا"]),
        ("vi", ["0 sự kiện", "1 sự kiện", "2 sự kiện", "5 sự kiện", "22 sự kiện"]),
    ],
)
def test_things_are_counted_in_the_grammar_of_the_language(language: str, counts: list[str]) -> None:
    speaks = Language(language).ngettext
    numbers = (0, 1, 2, 5, 22, 1000)
    assert [speaks("%(num)s event", "%(num)s events", n) for n in numbers[: len(counts)]] == counts


# ---- dates

DAY = When(Moment.day(date(2025, 2, 17)))
MONTH = Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH)
CASES = {
    "day": DAY,
    "first": When(Moment.day(date(2025, 3, 1))),
    "month": When(MONTH),
    "span": When(Moment.day(date(2025, 2, 12)), Moment.day(date(2025, 2, 16))),
    "months": When(Moment.day(date(2025, 2, 28)), Moment.day(date(2025, 3, 2))),
    "years": When(Moment.day(date(2024, 12, 28)), Moment.day(date(2025, 1, 2))),
    "some day": When(Moment(date(2025, 2, 12), date(2025, 2, 16), Precision.PART)),
    "about": When(Moment(date(2014, 1, 1), date(2014, 12, 31), Precision.YEAR, approximate=True)),
    "perhaps": When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH, uncertain=True)),
    "since": When(Moment.day(date(2025, 2, 17)), open_end=True),
    "season": When(Moment(date(2025, 3, 1), date(2025, 5, 31), Precision.SEASON)),
    "decade": When(Moment(date(1990, 1, 1), date(1999, 12, 31), Precision.DECADE)),
}

#: Language -> the cases in their order.
WORDS = """
en | 17 February 2025 | 1 March 2025 | February 2025 | 12–16 February 2025 | 28 February – 2 March 2025 \
| 28 December 2024 – 2 January 2025 | between 12 and 16 February 2025 | about 2014 | perhaps February 2025 \
| since 17 February 2025 | spring 2025 | the 1990s
en-US | February 17, 2025 | March 1, 2025 | February 2025 | February 12–16, 2025 \
| February 28 – March 2, 2025 | December 28, 2024 – January 2, 2025 | between February 12 and 16, 2025 \
| about 2014 | perhaps February 2025 | since February 17, 2025 | spring 2025 | the 1990s
fr | 17 février 2025 | 1er mars 2025 | février 2025 | 12–16 février 2025 | 28 février – 2 mars 2025 \
| 28 décembre 2024 – 2 janvier 2025 | entre le 12 et le 16 février 2025 | 2014 environ \
| peut-être février 2025 | 17 février 2025 – en cours | printemps 2025 | années 1990
de | 17. Februar 2025 | 1. März 2025 | Februar 2025 | 12.–16. Februar 2025 | 28. Februar – 2. März 2025 \
| 28. Dezember 2024 – 2. Januar 2025 | zwischen 12. und 16. Februar 2025 | etwa 2014 \
| vielleicht Februar 2025 | seit 17. Februar 2025 | Frühjahr 2025 | 1990er-Jahre
es | 17 de febrero de 2025 | 1 de marzo de 2025 | febrero de 2025 | 12–16 de febrero de 2025 \
| 28 de febrero – 2 de marzo de 2025 | 28 de diciembre de 2024 – 2 de enero de 2025 \
| entre el 12 y el 16 de febrero de 2025 | 2014 aproximadamente | quizá febrero de 2025 \
| 17 de febrero de 2025 – en curso | primavera de 2025 | década de 1990
it | 17 febbraio 2025 | 1º marzo 2025 | febbraio 2025 | 12–16 febbraio 2025 | 28 febbraio – 2 marzo 2025 \
| 28 dicembre 2024 – 2 gennaio 2025 | un giorno nel periodo 12 – 16 febbraio 2025 | 2014 circa \
| forse febbraio 2025 | 17 febbraio 2025 – in corso | primavera 2025 | decennio 1990
pl | 17 lutego 2025 | 1 marca 2025 | luty 2025 | 12–16 lutego 2025 | 28 lutego – 2 marca 2025 \
| 28 grudnia 2024 – 2 stycznia 2025 | między 12 a 16 lutego 2025 | mniej więcej 2014 | być może luty 2025 \
| 17 lutego 2025 – nadal trwa | wiosna 2025 | dekada od 1990 roku
uk | 17 лютого 2025 року | 1 березня 2025 року | лютий 2025 року | 12–16 лютого 2025 року \
| 28 лютого – 2 березня 2025 року | 28 грудня 2024 року – 2 січня 2025 року \
| між 12 і 16 лютого 2025 року | приблизно 2014 | можливо, лютий 2025 року \
| 17 лютого 2025 року – досі триває | весна 2025 року | 1990-ті роки
ru | 17 февраля 2025 года | 1 марта 2025 года | февраль 2025 года | 12–16 февраля 2025 года \
| 28 февраля – 2 марта 2025 года | 28 декабря 2024 года – 2 января 2025 года \
| между 12 и 16 февраля 2025 года | примерно 2014 | возможно, февраль 2025 года \
| 17 февраля 2025 года – по настоящее время | весна 2025 года | 1990-е годы
ar | 17 فبراير 2025 | 1 مارس 2025 | فبراير 2025 | 12–16 فبراير 2025 | 28 فبراير – 2 مارس 2025 \
| 28 ديسمبر 2024 – 2 يناير 2025 | بين 12 و16 فبراير 2025 | نحو 2014 | ربما فبراير 2025 \
| منذ 17 فبراير 2025 | ربيع 2025 | عقد 1990
id | 17 Februari 2025 | 1 Maret 2025 | Februari 2025 | 12–16 Februari 2025 | 28 Februari – 2 Maret 2025 \
| 28 Desember 2024 – 2 Januari 2025 | antara 12 dan 16 Februari 2025 | sekitar 2014 \
| mungkin Februari 2025 | sejak 17 Februari 2025 | musim semi 2025 | dasawarsa 1990-an
vi | 17 tháng 2, 2025 | 1 tháng 3, 2025 | tháng 2 năm 2025 | 12–16 tháng 2, 2025 \
| 28 tháng 2 – 2 tháng 3, 2025 | 28 tháng 12, 2024 – 2 tháng 1, 2025 \
| một ngày trong khoảng 12 – 16 tháng 2, 2025 | khoảng 2014 | có lẽ tháng 2 năm 2025 \
| từ 17 tháng 2, 2025 đến nay | mùa xuân 2025 | thập niên 1990
nl | 17 februari 2025 | 1 maart 2025 | februari 2025 | 12–16 februari 2025 | 28 februari – 2 maart 2025 \
| 28 december 2024 – 2 januari 2025 | tussen 12 en 16 februari 2025 | omstreeks 2014 \
| misschien februari 2025 | sinds 17 februari 2025 | voorjaar 2025 | decennium vanaf 1990
pt | 17 de fevereiro de 2025 | 1 de março de 2025 | fevereiro de 2025 | 12–16 de fevereiro de 2025 \
| 28 de fevereiro – 2 de março de 2025 | 28 de dezembro de 2024 – 2 de janeiro de 2025 \
| entre 12 e 16 de fevereiro de 2025 | 2014, aproximadamente | talvez fevereiro de 2025 \
| 17 de fevereiro de 2025 – em curso | primavera de 2025 | década de 1990
he | 17 בפברואר 2025 | 1 במרץ 2025 | פברואר 2025 | 12–16 בפברואר 2025 | 28 בפברואר – 2 במרץ 2025 \
| 28 בדצמבר 2024 – 2 בינואר 2025 | בין 12 ל־16 בפברואר 2025 | סביב 2014 | אולי פברואר 2025 \
| מאז 17 בפברואר 2025 | אביב 2025 | העשור שהחל ב־1990
tr | 17 Şubat 2025 | 1 Mart 2025 | Şubat 2025 | 12–16 Şubat 2025 | 28 Şubat – 2 Mart 2025 \
| 28 Aralık 2024 – 2 Ocak 2025 | 12 ile 16 Şubat 2025 arasında | yaklaşık 2014 | belki Şubat 2025 \
| 17 Şubat 2025 – sürüyor | 2025 ilkbaharı | 1990 ile başlayan on yıl
"""
TOLD = {row[0]: dict(zip(CASES, row[1:], strict=True)) for row in (
    re.split(r" \| ", line) for line in WORDS.strip().splitlines()
)}  # fmt: skip


def plain(words: str) -> str:
    """Words with plain spaces and en dashes: CLDR has other ones from version to version."""
    return re.sub("[‒–—―]", "–", re.sub(r"\s", " ", words))


@pytest.mark.parametrize("language", TOLD)
def test_dates_stand_in_the_words_of_the_language(language: str) -> None:
    found = {case: plain(when_in_words(when, Language(language))) for case, when in CASES.items()}
    assert found == TOLD[language]


def test_without_a_translation_dates_have_the_months_of_the_language_in_english_phrases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("timeline.language._messages", lambda _: NullTranslations())
    swedish = Language("sv")
    assert {case: plain(when_in_words(when, swedish)) for case, when in CASES.items()} == {
        "day": "17 februari 2025",
        "first": "1 mars 2025",
        "month": "februari 2025",
        "span": "12–16 februari 2025",
        "months": "28 februari – 2 mars 2025",
        "years": "28 december 2024 – 2 januari 2025",
        "some day": "between 12 and 16 februari 2025",
        "about": "about 2014",
        "perhaps": "perhaps februari 2025",
        "since": "since 17 februari 2025",
        "season": "spring 2025",
        "decade": "the 1990s",
    }


def is_clean(end: str) -> bool:
    """Whether a date begins with a letter or number and ends with one, or as "16." and "16(a)" do."""
    return unicodedata.category(end[0])[0] in "LN" and (
        unicodedata.category(end[-1])[0] in "LMN" or end[-1] in ".)"
    )


def cldr_interval(tag: str) -> str:
    """How CLDR writes two days of one month."""
    formats = Locale.parse(tag, sep="-").interval_formats
    return "".join((formats.get("yMMMMd") or formats["yMMMd"])["d"])


def test_both_ends_of_a_span_are_clean_dates_in_every_language_of_cldr() -> None:
    tags = [identifier.replace("_", "-") for identifier in localedata.locale_identifiers()]
    assert len(tags) > 900
    spans = [
        (date(2025, 2, 13), date(2025, 2, 16)),  # of a month
        (date(2025, 2, 17), date(2025, 11, 13)),  # of a year
        (date(2024, 12, 28), date(2025, 1, 13)),  # of two years
    ]
    for tag, (first, last) in product(some_of(tags, 300), spans):  # in one process: languages load slowly
        language = Language(tag)
        start, end = language.span_ends(first, last)
        assert is_clean(start), (tag, start)
        assert is_clean(end), (tag, end)
        assert str(first.day) in re.findall(r"\d+", start), (tag, start)
        assert str(last.day) in re.findall(r"\d+", end), (tag, end)
        if first.year != last.year:
            assert (start, end) == (language.day(first), language.day(last)), tag
        elif first.month != last.month:
            assert end == language.day(last), tag
        else:
            assert language.day(first).startswith(start), (tag, start)
            assert language.day(last).endswith(end), (tag, end)
        words = language.span(first, last)
        assert words.startswith(start), (tag, words)
        assert words.endswith(end), (tag, words)
        between = words[len(start) : len(words) - len(end)].strip()
        assert between, (tag, words)
        assert between in cldr_interval(tag), (tag, words)


@pytest.mark.parametrize(
    ("language", "start", "end"),
    [
        ("ru", "12", "16 февраля 2025 года"),
        ("de", "12.", "16. Februar 2025"),
        ("en-US", "February 12", "16, 2025"),
        ("hu", "2025. február 12", "16."),
        ("ja", "2025年2月12日", "16日"),
        ("zh", "2025年2月12日", "16日"),
        ("zh-Hant", "2025年2月12日", "16日"),
        ("ko", "2025년 2월 12일", "16일"),
        ("ky", "2025-ж., 12", "16-февраль"),
    ],
)
def test_days_of_a_month_share_month_and_year(language: str, start: str, end: str) -> None:
    ends = Language(language).span_ends(date(2025, 2, 12), date(2025, 2, 16))
    assert tuple(map(plain, ends)) == (start, end)


def test_a_persian_span_is_joined_by_a_word() -> None:
    persian = Language("fa")
    first, last = date(2025, 2, 12), date(2025, 2, 16)
    assert persian.span_ends(first, last) == ("12", persian.day(last))
    assert persian.span(first, last) == f"12 تا {persian.day(last)}"


@pytest.mark.parametrize(
    ("unknown", "parts"),
    [("tlh-1", []), ("tlh-2", ["d–d MMM y"]), ("tlh-3", ["d-", "d-MMM y"]), ("tlh-4", ["d ", "d MMM y"])],
)
def test_days_are_joined_by_a_dash_where_cldr_has_no_separator(
    unknown: str, parts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Locale, "interval_formats", {"yMMMMd": {}, "yMMMd": {"d": parts}})
    assert Language(unknown).span(date(2025, 2, 12), date(2025, 2, 16)) == "12–16 February 2025"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Monday 17 February 2025, 23:57"),
        ("en-US", "Monday, February 17, 2025, 23:57"),
        ("fr", "lundi 17 février 2025, 23:57"),
        ("de", "Montag, 17. Februar 2025, 23:57 Uhr"),
        ("uk", "понеділок, 17 лютого 2025 року, 23:57"),
        ("ar", "الاثنين، 17 فبراير 2025، 23:57"),
    ],
)
def test_a_day_is_told_with_its_weekday_and_clock(language: str, words: str) -> None:
    moment = Moment.day(date(2025, 2, 17), time(23, 57))
    assert plain(spelled_out(When(moment), Language(language))) == words


def test_no_line_ends_between_a_day_and_its_month() -> None:
    told = {tag: when_in_words(DAY, Language(tag)) for tag in ("en", "en-US", "de", "es", "he", "uk")}
    assert told == {
        "en": "17\xa0February 2025",
        "en-US": "February\xa017, 2025",
        "de": "17.\xa0Februar 2025",
        "es": "17\xa0de\xa0febrero de 2025",
        "he": "17\xa0בפברואר 2025",
        "uk": "17\xa0лютого 2025 року",
    }


def test_a_language_that_nobody_knows_is_as_english() -> None:
    assert plain(when_in_words(CASES["some day"], Language("tlh"))) == TOLD["en"]["some day"]


def test_a_region_has_its_own_dates_and_the_words_of_its_language() -> None:
    assert Language("pt-BR").gettext("Sources disagree.") == "As fontes divergem."
    assert Language("de-AT").day(date(2025, 1, 17)) == "17. Jänner 2025"


def test_the_dates_are_the_same_whatever_the_machine_speaks() -> None:
    code = (
        "from timeline.language import Language; from datetime import date; d = date(2025, 2, 17)\n"
        "print(ascii([Language(tag).day_with_weekday(d) for tag in ('en', 'fr', 'tr')]))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "LC_ALL": locale, "LANG": locale, "LANGUAGE": locale},
        ).stdout
        for locale in ("ar_EG.UTF-8", "nonsense")
    }
    assert len(said) == 1


@pytest.mark.parametrize(
    ("language", "ticks"),
    [
        ("en", ["10 Feb 2025", "17 Feb", "24 Feb", "3 Mar", "10 Mar"]),
        ("fr", ["10 févr. 2025", "17 févr.", "24 févr.", "3 mars", "10 mars"]),
        ("uk", ["10 лют. 2025", "17 лют.", "24 лют.", "3 бер.", "10 бер."]),
    ],
)
def test_the_axis_speaks_the_language(language: str, ticks: list[str]) -> None:
    scene = lay_out(timeline([event("a", 0), event("b", 31)], language=language), 1120)
    assert [plain(tick.label) for tick in scene.ticks] == ticks


# ---- the whole page


def demo(language: str) -> Timeline:
    """A timeline that uses every feature of a page, with texts in neither Latin nor Arabic letters."""
    sunday = Source(
        "https://example.org/1", "Α", "Τ", published=date(2025, 2, 16), language="el", kind="official",
        says="Κ", reading=DAY, others=(CASES["span"],), decided="date", quote="Λ", speaker="Σ",
        archived="https://example.org/2",
    )  # fmt: skip
    clock = Source(
        "https://example.org/3", "Β", published_as="Ν", accessed=date(2025, 2, 18), zone="Ω", says="Μ",
        reading=When(Moment.day(date(2025, 2, 17), time(9, 30))), agrees=False,
    )  # fmt: skip
    unread = Source("https://example.org/4", "Γ", says="Ξ")
    full = event(
        "1", DAY, "Ε", sources=(sunday, clock, unread), status="postponed", key=True, disputed="Δ",
        participants=(Person("Π"), Person("Ρ")), places=(Place("Θ"),), related=("2",),
    )  # fmt: skip
    rest = [event(str(n), when, "Ε", sources=(unread,)) for n, when in enumerate(CASES.values(), 2)]
    return timeline(
        [full, *rest, event("99", day(9), "Ζ", sources=(unread,))], title="Η", language=language
    )


def shown(language: str) -> str:
    """The text of a page and what a screen reader adds to it, without markup."""
    held = demo(language)
    text = page(held, [lay_out(held, 720), lay_out(held, 1120)], ChartFiles())
    body = re.sub(r"<(style|script)\b.*?</\1>", "", text, flags=re.DOTALL)
    spoken = re.findall(r'(?:aria-label|content)="([^"]*)"', body.partition("<body>")[2])
    return " ".join([*spoken, re.sub(r"<[^>]*>", " ", body)])


def words_of(texts: Iterable[str]) -> set[str]:
    """The words of the texts that are in Latin letters."""
    return set(re.findall(r"[A-Za-z]+", " ".join(texts)))


def test_an_arabic_page_has_no_word_in_latin_letters_but_names_and_what_is_not_translated() -> None:
    english = words_of(each for missing in untranslated("ar") for each in translations.texts(missing))
    assert words_of([shown("ar")]) - english == {"CSV", "JSON", "el", "en"} - english


@pytest.mark.parametrize("language", ["fr", "de", "pl", "vi"])
def test_no_message_that_is_translated_is_left_in_english(language: str) -> None:
    translated = {id_: entry for id_, entry in catalogue(language).items() if is_translated(entry)}
    words = {word for entry in translated.values() for form in forms(entry) for word in form.split()}
    text = shown(language)
    for message in map(str, untranslated(language)):  # which may hold the words of others
        text = text.replace(message, "")
    left = [
        message
        for message in translated
        if isinstance(message, str)
        and not NAMED.search(message)
        and re.search(rf"\b{re.escape(message)}(?!\w)", text)
        and len(message) > 2
        and not set(message.split()) <= words
    ]
    assert left == []


def test_a_page_says_its_language_and_direction() -> None:
    starts = {
        tag: re.search("<html[^>]*>", page(demo(tag), [lay_out(demo(tag), 720)], ChartFiles()))
        for tag in ("fr", "ar")
    }
    assert {tag: found and found[0] for tag, found in starts.items()} == {
        "fr": '<html lang="fr" data-chart="static">',
        "ar": '<html lang="ar" dir="rtl" data-chart="static">',
    }


def test_quotations_have_the_marks_of_the_pages_language() -> None:
    text = page(demo("fr"), [lay_out(demo("fr"), 720)], ChartFiles())
    assert r'quotes:"\ab \a0 " "\a0 \bb "' in text


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_an_arabic_page_stands_from_right_to_left_and_its_labels_never_meet(
    opened: Opened, tmp_path: Path, width: int
) -> None:
    titles = (
        "محادثات الرياض",
        "قادة أوروبا يجتمعون في باريس",
        "تصويت الأمم المتحدة",
        "شخص ضخم صص سس شش ضض",
    )
    events = [event(str(n), n, f"أوروبا {n % 2}", label=titles[n % 4], key=n % 5 == 0) for n in range(20)]
    held = timeline(events, language="ar")
    (tmp_path / "index.html").write_text(
        page(held, [lay_out(held, w) for w in WIDTHS], ChartFiles()), encoding="utf-8"
    )
    window = opened((tmp_path / "index.html").as_uri(), width=width, java_script_enabled=False)
    assert window.evaluate("document.documentElement.scrollWidth") == width
    middle = "(n) => { const box = n.getBoundingClientRect(); return box.x + box.width / 2 }"
    edge = "(n) => n.getBoundingClientRect().right"
    assert window.locator(".group h2").first.evaluate(edge) > width * 0.85
    if width >= 600:
        assert all(
            window.locator(".name >> visible=true").nth(n).evaluate(middle) > width * 0.85 for n in (0, 1)
        )
        boxes = [label.bounding_box() for label in window.locator(".label").all() if label.is_visible()]
        assert len(boxes) == 20
        for a, b in combinations(filter(None, boxes), 2):
            across = a["x"] + a["width"] <= b["x"] or b["x"] + b["width"] <= a["x"]
            assert across or a["y"] + a["height"] <= b["y"] or b["y"] + b["height"] <= a["y"]
    window.close()
