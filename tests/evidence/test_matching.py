"""Words are found where they stand, and nowhere else, however they are set."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from timeline.evidence.folding import fold
from timeline.evidence.matching import Text
from timeline.webpages.parsing import parsed
from timeline.webpages.words import words_of

#: A sentence, and the quotation from it.
SENTENCES = (
    (
        "He said that there must be a US backstop, because only that deters Russia.",
        "there must be a US backstop",
    ),
    (
        "“It would not improve the talks,” Ms O’Neill said – not on 17 February.",
        "would not improve the talks",
    ),
    (
        "The office of the chief of staff is ready to pay 10,000 euros a month.",
        "office of the chief of staff",
    ),
    ("Non-aligned states don’t agree; 20 of them left at 16:30.", "Non-aligned states don't agree"),
    (
        "« L’Europe doit être à la table », a dit le président français lundi.",
        "L'Europe doit être à la table",
    ),
    (
        "Es müsse „eine Absicherung“ der USA geben, sagte Scholz am Montag.",
        "Es müsse eine Absicherung der USA geben",
    ),
    (
        "Он сказал, что «гарантии безопасности» важнее всего остального.",
        "гарантии безопасности важнее всего",
    ),
    ("Президент заявив: «Без США гарантій безпеки не буде ніколи».", "гарантій безпеки не буде ніколи"),
    ("قال الرئيس إن «الضمانات الأمنية» ضرورية قبل أي اتفاق سلام.", "ضرورية قبل أي اتفاق"),
    ("הנשיא אמר כי „ערבויות ביטחון” הן תנאי להסכם שלום כולל.", "ערבויות ביטחון הן תנאי"),
    ("Başkan, “güvenlik garantisi olmadan barış olmaz” dedi.", "güvenlik garantisi olmadan barış olmaz"),
    ("Tổng thống nói rằng “không có bảo đảm an ninh thì không có hòa bình”.", "không có bảo đảm an ninh"),
)
#: How a page may set a sentence without changing it.
SETTINGS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "other quotation marks": lambda text: re.sub("[“”„«»]", '"', text).replace("’", "'"),
    "no quotation marks": lambda text: re.sub(r"[“”„]|«\s?|\s?»", "", text),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "wrapped lines": lambda text: text.replace(" ", "\n   "),
    "soft hyphens": lambda text: re.sub(r"(\w{3})(?=\w{3})", "\\1\u00ad", text),
    "marks of direction": lambda text: "\u200f" + text.replace(" ", " \u200e", 2) + "\u2069",
    "other dashes": lambda text: text.replace("–", "—").replace("-", "\u2011"),
    "decomposed letters": lambda text: unicodedata.normalize("NFD", text),
}
#: What changes a sentence, so that the quotation is not in it any more.
CHANGES: dict[str, Callable[[str, str], str]] = {
    "a word more": lambda text, words: text.replace(_middle(text, words), f"{_middle(text, words)} not"),
    "a word less": lambda text, words: text.replace(f"{_middle(text, words)} ", ""),
    "another word": lambda text, words: text.replace(_middle(text, words), "however"),
    "two words swapped": lambda text, words: text.replace(
        _pair(text, words), _pair(text, words, swapped=True)
    ),
    "a longer word": lambda text, words: text.replace(_middle(text, words), f"{_middle(text, words)}xyz"),
    "a divided word": lambda text, words: text.replace(
        _middle(text, words), f"x {_middle(text, words)[1:]}"
    ),
    "two paragraphs apart": lambda text, words: text.replace(
        f"{_middle(text, words)} ", f"{_middle(text, words)} x\n\n"
    ),
}
FOUND, PIECES, NOT_FOUND = "found", "found in pieces", "not found"
#: Text, words, result.
PAIRS = (
    # negation and neighbours
    ("We would not improve it", "We would improve it", NOT_FOUND),
    ("We can't pay", "We can", NOT_FOUND),
    ("we know it's false", "we know it", NOT_FOUND),
    ("non-aligned states", "aligned states", NOT_FOUND),
    ("It is unlikely", "likely", NOT_FOUND),
    ("We will not send troops. We will send trainers.", "We will send troops", NOT_FOUND),
    ("We will pay if Congress agrees", "We will pay.", NOT_FOUND),
    ("“We will pay,” he said", "We will pay.", FOUND),
    ("help us troops", "help US troops", NOT_FOUND),
    ("HELP FOR US TROOPS IN THE FIELD", "Help for US troops in the field", FOUND),
    ("There must be a backstop", "there must be a backstop", FOUND),
    # numbers and signs
    ("1.5 million", "5 million", NOT_FOUND),
    ("10,000 troops", "000 troops", NOT_FOUND),
    ("20 000 soldats", "000 soldats", NOT_FOUND),
    ("20\u202f000 soldats", "20 000 soldats", FOUND),
    ("about 10,000 men", "about 10", NOT_FOUND),
    ("10–15 men", "15 men", NOT_FOUND),
    ("It fell to −15 degrees", "15 degrees", NOT_FOUND),
    ("It said – 15 degrees", "15 degrees", FOUND),
    ("$5 million", "5 million", NOT_FOUND),
    ("rose by 5%", "rose by 5", NOT_FOUND),
    ("10² people", "102 people", NOT_FOUND),
    ("CO₂ and ﬁve ５ km", "CO2 and five 5 km", FOUND),
    ("1½ years", "11/2 years", NOT_FOUND),
    ("17 Feb", "7 Feb", NOT_FOUND),
    ("at 16:30", "at 16", NOT_FOUND),
    # what an editor leaves out and puts in
    ("“We will pay,” he said, “but not now.”", "We will pay … but not now", PIECES),
    ("We will pay. He nodded. But not now.", "But not now … We will pay", NOT_FOUND),
    ("we will" + " not" * 600 + " pay them all", "we will … pay them all", NOT_FOUND),
    ("he must act at once", "[Trump] must act at once", PIECES),
    ("There must be a backstop", "[t]here must be a backstop", PIECES),
    ("A mistakes was made", "A mistakes [sic] was made", PIECES),
    ("We will go", "We … go", NOT_FOUND),
    ("They would... go", "They would … go", FOUND),
    # paragraphs, lines, scripts without spaces
    ("It ends here.\n\n“It begins here.", "It ends here. It begins here", FOUND),
    ("We will\n\nsend troops", "We will send troops", PIECES),
    ("a US back-\nstop for it", "a US backstop for it", FOUND),
    ("a non-\naligned state", "a non-aligned state", FOUND),
    ("他说，安全\n保障很重要。", "安全保障很重要", FOUND),
    ("他说，安全保障不重要。", "安全保障重要", NOT_FOUND),
    ("大統領は「安全の保証」が必要だと述べた", "安全の保証が必要", FOUND),
    # badly read by a machine
    ("there rnust be a backstop", "there must be a backstop", NOT_FOUND),
    ("", "a backstop", NOT_FOUND),
    ("a backstop", "“ … ”", NOT_FOUND),
)


def _middle(text: str, words: str) -> str:
    """A word within the quotation, as the sentence has it."""
    inner = [word for word in words.split()[1:-1] if text.count(f" {word} ") == 1]
    return inner[0]


def _pair(text: str, words: str, *, swapped: bool = False) -> str:
    middle = _middle(text, words)
    before = re.search(rf"(\S+) {re.escape(middle)} ", text)
    assert before
    return f"{middle} {before[1]} " if swapped else f"{before[1]} {middle} "


def test_a_quotation_is_found_however_it_is_set() -> None:
    missed = [
        (name, words)
        for text, words in SENTENCES
        for name, setting in SETTINGS.items()
        if Text(f"Before it. {setting(text)} After it.").find(words).result != FOUND
    ]
    assert missed == []


def test_a_quotation_is_not_found_in_a_sentence_that_says_something_else() -> None:
    false = []
    for text, words in SENTENCES:
        for name, change in CHANGES.items():
            changed = change(text, words)
            assert changed != text, (name, words)
            if Text(f"Before it. {changed} After it.").find(words).result == FOUND:
                false.append((name, words, changed))
    assert false == []


def test_what_is_found_and_what_is_not() -> None:
    wrong = [
        (words, text[:60], found)
        for text, words, result in PAIRS
        if (found := str(Text(text).find(words).result)) != result
    ]
    assert wrong == []


def test_words_are_found_across_tags_and_entities_and_not_in_what_no_reader_sees() -> None:
    page = parsed(
        "<p>The <b>b</b>ack&shy;stop &amp; <i>more</i>,<sup><a>[1]</a></sup> he said."
        "<script>hidden words</script><!-- hidden words --><p hidden>hidden words</p><del>hidden words"
    )
    assert page is not None
    text = Text(words_of(page))
    assert text.find("The backstop & more, he said").result == FOUND
    assert text.find("hidden words").result == NOT_FOUND


def test_the_words_come_with_what_stands_around_them() -> None:
    found = Text(f"{'one ' * 30}a “US back\u00adstop”, {'two ' * 30}").find(
        "us backstop", ignores_case=True
    )
    assert (found.words, found.before, found.after) == (
        "US backstop",
        "one " * 14 + "a “",
        "”, " + "two " * 13 + "two",
    )


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=60))
def test_every_place_of_a_folded_text_is_in_the_text_and_words_are_found_in_themselves(
    before: str, words: str, after: str
) -> None:
    text = f"{before}, xx {words} xx, {after}"
    folded = fold(text)
    assert list(folded.places) == sorted(folded.places)
    assert len(folded.places) == len(folded.text) + 1
    assert folded.places[-1] == len(text)
    assert Text(text).find(f"xx {words} xx").result != NOT_FOUND
