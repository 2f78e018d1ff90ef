"""English word order for words relative to the day of publication: data, as in `word_order`."""

from __future__ import annotations

from timeline.dates.rewriting import Rewrite

#: Capitals in braces stand for the classes of `word_order`.
RULES: tuple[Rewrite, ...] = (
    # Bounds that follow their date. "3 day" before them is a number of days, not the third day.
    Rewrite(
        r"^(.+) startend (.+) untilend$", r"\1 to \2", "monday startend friday untilend", "monday to friday"
    ),
    Rewrite(
        r"^(?:since|starting|spanfrom) (.+) (?:sinceend|startend)$",
        r"since \1",
        "since 2014 sinceend",
        "since 2014",
    ),
    Rewrite(
        r"^(?!.*\bto\b)(.+) (?:untilend|spanend)$", r"until \1", "february 17 untilend", "until february 17"
    ),
    Rewrite(r"^(?!.*\bto\b)(.+) byend$", r"by \1", "february 17 byend", "by february 17"),
    Rewrite(
        r"^((?:.* )?(?:{M})(?: \d{1,2}(?: th)?)?(?: \d{4})?|\d{4}(?: year)?|'\d\d) (before|after)end$",
        r"\2 \1",
        "february beforeend",
        "before february",
    ),
    Rewrite(
        r"^((?:.* )?(?:{M}) \d{1,2} th|{W}) (before|after)day$",
        r"\2 \1",
        "february 17 th beforeday",
        "before february 17",
    ),
    Rewrite(r"^({W}) (before|after)end$", r"\2 \1", "monday beforeend", "before monday"),
    Rewrite(r"^(.+) sinceend$", r"since \1", "2014 year sinceend", "since 2014"),
    Rewrite(r"^(.+) startend$", r"starting \1", "2014 year startend", "starting 2014"),
    # Counted from now. Some words for "ago", "last" and "next" mean "before" and "after" elsewhere.
    Rewrite(r"\bcounted-day (?=counted-)", "day ", "3 counted-day counted-later", "3 day later"),
    Rewrite(r"^ago-first (?=(?:{N}|{O})\b)", "ago ", "ago-first 3 day", "3 day ago"),
    Rewrite(r"^in-first ({N}) ({U})$", r"in \1 \2", "in-first 3 day", "in 3 day"),
    Rewrite(r"^counted-for (.+ counted-ago)$", r"\1", "counted-for 3 day counted-ago", "3 day ago"),
    Rewrite(r"^ago ({N}) ({U})$", r"\1 \2 ago", "ago 3 day", "3 day ago"),
    Rewrite(
        r"^(\d{1,2}:\d\d )?(about )?({N}) ({U}) (?:counted-ago|last-or-ago)(?= \d?\d:\d\d|$)",
        r"\1\2\3 \4 ago",
        "15 hour counted-ago",
        "15 hour ago",
    ),
    Rewrite(r"\b({U}) counted-later$", r"\1 later", "2 week counted-later", "2 week later"),
    Rewrite(r"^({N}) ({U}) counted-in$", r"in \1 \2", "3 day counted-in", "in 3 day"),
    Rewrite(
        r"(?<=[a-z] )last-or-ago\b(?! (?:{W}|{M}|day|\d(?!\d?:)))",
        "last",
        "month last-or-ago",
        "last month",
    ),
    Rewrite(
        r"(?<=[a-z] )next-or-after\b(?! (?:{W}|{M}|day|\d(?!\d?:)))",
        "next",
        "month next-or-after",
        "next month",
    ),
    Rewrite(r"^(?:theday )?last-after ({P})$", r"the last \1", "last-after week", "the last week"),
    Rewrite(r"\blast-after\b", "last", "week last-after", "last week"),
    # A number of past or coming units.
    Rewrite(r"^(?:in )?last ({N}) ({U})$", r"the last \1 \2", "last two week", "the last two week"),
    Rewrite(
        r"^(?:in )?(?:next|coming) ({N}) ({U})$", r"the next \1 \2", "next two week", "the next two week"
    ),
    Rewrite(r"^(?:in )?past ({N}) ({U})$", r"the past \1 \2", "past three day", "the past three day"),
    Rewrite(r"^({P}) past$|\bpast ({P})\b", r"the last \1\2", "past week", "the last week"),
    Rewrite(r"^weekend past$", "this past weekend", "weekend past", "this past weekend"),
    Rewrite(r"\bpast ({M}|{S})\b", r"last \1", "past summer", "last summer"),
    # Nights: some languages name a night by its eve, some by both of its days.
    Rewrite(r"^eve-of (?:day )?(?=(?:{W})\b|\d)", "overnight to ", "eve-of monday", "overnight to monday"),
    Rewrite(
        r"^the night of (?:spanfrom )?(.+) night-to (.+)$",
        r"the night of \1 to \2",
        "the night of 17 night-to 18 february",
        "the night of 17 to 18 february",
    ),
    Rewrite(
        r"^(.+?) (?:and |to )?((?:\d{1,2} )?(?:{W}|{M})) nightbetween$",
        r"the night of \1 to \2",
        "monday tuesday nightbetween",
        "the night of monday to tuesday",
    ),
    # A date next to a weekday determines which one; a clock time does not.
    Rewrite(
        r"^this ({W}) (\d{1,2}\b(?!:\d\d| ?[ap]m\b).*)$",
        r"\1 \2",
        "this monday 17",
        "monday 17",
    ),
    # A day of the month before or after the day of publication.
    Rewrite(
        r"\b(?:last|past) (?:day )?(?:(\d{1,2} (?:{M}))|((?:{M}) \d{1,2})(?: th)?|(\d{1,2} th))$",
        r"the past \1\2\3",
        "last 17 february",
        "the past 17 february",
    ),
    Rewrite(
        r"\b(?:next|coming) (?:day )?(?:(\d{1,2} (?:{M}))|((?:{M}) \d{1,2})(?: th)?|(\d{1,2} th))$",
        r"the coming \1\2\3",
        "coming march 1 th",
        "the coming march 1",
    ),
    Rewrite(
        r"\b(\d{1,2} (?:{M})) (?:last|past)$", r"the past \1", "17 february last", "the past 17 february"
    ),
    Rewrite(
        r"\b(\d{1,2} (?:{M})) (?:next|coming)$", r"the coming \1", "1 march next", "the coming 1 march"
    ),
    Rewrite(r"\bthe (past|coming) (\d{1,2}) th$", r"the \1 \2th", "coming 24 th", "the coming 24th"),
    Rewrite(
        r"^((?:last|this|next) month) (\d{1,2})(?: th)?$",
        r"the \2th of \1",
        "this month 17 th",
        "the 17th of this month",
    ),
    Rewrite(
        r"^(\d{1,2})(?: th)? ?(to|and|-|–|&) ?(\d{1,2}) th( spanend)?$",
        r"the \1th \2 the \3th\4",
        "17 th to 18 th",
        "the 17th to the 18th",
    ),
)

#: For a unit without a number that means one ("тиждень тому"). A plural ("days ago") does not mean one.
ONE: tuple[Rewrite, ...] = (
    Rewrite(r"^ago ({O})$", r"1 \1 ago", "ago week", "1 week ago"),
    Rewrite(r"^({O}) ago$", r"1 \1 ago", "hour ago", "1 hour ago"),
    Rewrite(r"^in ({O})$|^({O}) counted-in$", r"in 1 \1\2", "in week", "in 1 week"),
)
