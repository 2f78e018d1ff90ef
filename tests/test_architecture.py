"""The pipeline has one direction, and one library lives behind one module."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "timeline"

#: Part of the package -> the parts that it may import, apart from itself. A part is a module or folder of
#: the package; in ``render``, each output family is a part of its own.
MAY_IMPORT = {
    "model": set(),
    "language": {"dates", "model"},
    "typography": set(),
    "dates": {"model"},
    "reading": {"model"},
    "normalise": {"dates", "language", "model", "typography"},
    "layout": {"language", "model", "typography"},
    "render/web": {"language", "model", "typography"},
    "render/chart": {"language", "layout", "model", "render/web", "typography"},
    **{
        f"render/{family}": {"language", "layout", "model", "render/chart", "render/web", "typography"}
        for family in (
            "classroom",
            "data",
            "embed",
            "page",
            "pdf",
            "pictures",
            "references",
            "site",
            "slides",
        )
    },
    "render": {
        *("language", "layout", "model"),
        *(
            f"render/{family}"
            for family in ("chart", "data", "embed", "page", "pictures", "references", "web")
        ),
    },
    "writing": set(),
    "build": {
        *("layout", "model", "normalise", "reading", "render", "writing"),
        # which bundle of Plotly there is, and whether PNG can be drawn
        *("render/chart", "render/pictures"),
        "render/site",  # what the list of timelines says of one
    },
    # beside the pipeline, which never imports them: what changes event files, what makes them, and the web
    "fetching": {"normalise"},
    "webpages": {"normalise"},
    "links": {"fetching", "language", "model", "normalise", "reading", "writing"},
    "evidence": {"language", "model", "normalise", "reading", "rewriting", "webpages", "writing"},
    "comparing": {"dates", "language", "model", "reading", "typography"},
    "rewriting": {"model", "reading"},
    "formatting": {"model", "normalise", "reading", "rewriting"},
    "editing": {
        *("build", "dates", "fetching", "language", "layout", "model", "normalise", "reading", "render"),
        *("rewriting", "webpages", "writing"),
    },
    "importing": {"dates", "fetching", "model", "normalise", "reading", "rewriting"},
    "caching": {"model", "writing"},
    "newsroom": {"build", "caching", "model", "render", "render/site", "writing"},
    "notebook": {"build", "language", "layout", "model", "render/chart", "render/data", "render/pictures"},
    "cli": {
        *(
            "__init__",
            "build",
            "caching",
            "comparing",
            "dates",
            "editing",
            "evidence",
            "fetching",
            "formatting",
            "importing",
        ),
        *(
            "language",
            "links",
            "model",
            "newsroom",
            "reading",
            "render",
            "rewriting",
            "typography",
            "webpages",
            "writing",
        ),
        *("render/chart", "render/data", "render/pdf", "render/pictures", "render/references"),
    },
    "__init__": {"model", "notebook"},
    "__main__": {"cli"},
}
#: Imports from one output family to another, module by module, with the reason.
BETWEEN_FAMILIES = {
    ("render/classroom/exercise.py", "dates"): "finds the dates that a worksheet must not give away",
    ("render/classroom/handout.py", "render/references"): "numbers its sources as the bibliography does",
    ("render/pdf/document.py", "render/classroom"): "divides the chart into panels as the hand-out does",
    ("render/pdf/document.py", "render/pictures"): "shows the chart as drawing programs read it",
    ("render/pdf/document.py", "render/references"): "numbers its sources as the bibliography does",
}

#: Library -> the only module that may import it, or the few that share one job; "cli/" is all of a folder.
ONLY_IN = {
    "babel": {"language/__init__.py", "language/cldr.py"},
    "click": {"cli/"},
    "confusable_homoglyphs": {"normalise/format/hosts.py"},
    "dateutil": {"dates/english/calendar/holidays.py"},
    "dateparser": {"dates/languages/__init__.py"},
    "brotli": {"typography/font_file.py"},
    "fontTools": {"typography/font_file.py"},
    "idna": {"normalise/format/urls.py"},
    "lxml": {"webpages/"},
    "jinja2": {"render/web/templates.py"},
    "markupsafe": {"render/web/templates.py"},
    "packaging": {"cli/doctor.py"},
    "platformdirs": {"caching/last_build.py"},
    "pandas": {"notebook.py", "render/data/table.py"},
    "pptx": {"render/slides/pptx/"},
    "plotly": {"notebook.py", "render/chart/figure.py", "render/chart/plotly_js.py"},
    "pypdf": {"evidence/copies/pdf_words.py"},
    "pydantic": {"normalise/format/", "render/data/fields.py", "render/data/schema.py"},
    "rcssmin": {"render/web/styles.py"},
    "resvg_py": {"render/pictures/png.py"},
    "rjsmin": {"render/web/scripts.py"},
    "typst": {"render/pdf/typesetter.py"},
    "warcio": {"evidence/copies/web_archive.py"},
    "xlsxwriter": {"render/data/sheets.py"},
    "yaml": {"reading/tokens.py", "reading/yaml_parser.py"},
    "zoneinfo": {"model/zones.py"},  # which reads the package tzdata, and never the system's files
}
#: The modules at the root of the package: the pipeline and its entry points.
ROOT_MODULES = {"__init__.py", "__main__.py", "build.py", "notebook.py"}
#: A folder with more modules than this should be divided.
MOST_MODULES = 15


@cache
def imports() -> list[tuple[str, str]]:
    """Every import in the package as (module file, imported dotted name), also those within functions."""
    found = []
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found += [(name, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{name}: relative import"
                found += [(name, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def part(dotted: str) -> str:
    """The part of the package to which a dotted name belongs.

    >>> part("timeline.render.page.page"), part("timeline.render.exports"), part("timeline.__version__")
    ('render/page', 'render', '__init__')
    """
    names = dotted.split(".")[1:]
    longest = "/".join(names[:2])
    return longest if longest in MAY_IMPORT else names[0] if names[0] in MAY_IMPORT else "__init__"


def test_imports_run_one_way() -> None:
    forbidden, excepted = [], set()
    for file, name in imports():
        if name.split(".")[0] != "timeline":
            continue
        here = part(f"timeline.{file.removesuffix('.py').replace('/', '.')}")
        there = part(name)
        if (file, there) in BETWEEN_FAMILIES:
            excepted.add((file, there))
        elif there != here and there not in MAY_IMPORT[here]:
            forbidden.append((file, name))
    assert forbidden == []
    assert excepted == BETWEEN_FAMILIES.keys()


def test_no_two_parts_import_each_other_in_a_circle() -> None:
    order = TopologicalSorter({here: theirs - {here} for here, theirs in MAY_IMPORT.items()})
    assert set(order.static_order()) == MAY_IMPORT.keys()


def test_the_root_holds_the_pipeline_and_no_folder_is_crowded() -> None:
    modules = [file.relative_to(PACKAGE) for file in PACKAGE.rglob("*.py")]
    assert {file.name for file in modules if len(file.parts) == 1} == ROOT_MODULES
    crowded = Counter(file.parent.as_posix() for file in modules)
    assert [folder for folder, number in crowded.items() if number > MOST_MODULES] == []


def test_one_library_lives_behind_one_module() -> None:
    for library, allowed in ONLY_IN.items():
        importers = {file for file, name in imports() if name.split(".")[0] == library}
        folders = {f"{file.rpartition('/')[0]}/" for file in importers}
        used = {*(importers & allowed), *(folders & allowed)}
        assert [file for file in importers if not file.startswith(tuple(allowed))] == [], library
        assert used == allowed, f"{library}: remove what imports it no longer"


def test_values_and_records_need_nothing_but_the_standard_library() -> None:
    ours = {"render/classroom/paper.py", "render/pictures/card.py", "render/slides/deck.py"}
    foreign = {
        name
        for file, name in imports()
        if (file in ours or file.startswith("model/"))
        and name.split(".")[0] not in {*sys.stdlib_module_names, "timeline"}
    }
    assert foreign == set()


def test_help_imports_no_heavy_library() -> None:
    heavy = ("babel", "pandas", "plotly", "dateparser", "jinja2", "pptx", "pydantic", "yaml")
    code = (
        "import sys\nfrom timeline.cli import main\n"
        "try:\n    main(['build', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.splitlines()[-1] == "[]"


def test_the_list_of_commands_imports_none_of_them() -> None:
    code = (
        "import sys\nfrom timeline.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted(name for name in sys.modules if name.startswith('timeline')))"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    cli = ["timeline", "timeline.cli", "timeline.cli.common", "timeline.cli.common.terminal"]
    assert answer.stdout.splitlines()[-1] == str(cli)
