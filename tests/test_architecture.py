"""The pipeline has one direction, and one library lives behind one module."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "timeline"

#: Part of the package -> the parts that it may import; its own part is always allowed.
MAY_IMPORT = {
    "problems": set(),
    "records": {"problems"},
    "contrast": set(),
    "model": {"when"},
    "when": set(),
    "rules": {"language", "when"},
    "language": set(),
    "dates_in_words": {"language", "when"},
    "known": {"dates_in_words", "language", "model", "rules", "words"},
    "words": {"dates_in_words", "language", "model"},
    "citing": {"model"},
    "notes": {"dates_in_words", "known", "language", "model", "words"},
    "prose": set(),
    "readability": {"model"},
    "scene": set(),
    "deck": {"model"},
    "paper": set(),
    "exercise": {"dates", "dates_in_words", "language", "model", "words"},
    "dates": {"when"},
    "reading": {"problems", "records"},
    "normalise": {"contrast", "dates", "language", "model", "problems", "records"},
    "table": {"model"},
    "layout": {"dates_in_words", "deck", "language", "model", "paper", "notes", "prose", "scene", "words"},
    "render": {
        "citing",
        "contrast",
        "dates_in_words",
        "deck",
        "exercise",
        "known",
        "language",
        "model",
        "paper",
        "rules",
        "scene",
        "table",
        "notes",
        "prose",
        "words",
    },
    "schema": set(),
    "writing": set(),
    "build": {
        "exercise",
        "layout",
        "model",
        "normalise",
        "paper",
        "problems",
        "reading",
        "records",
        "render",
        "writing",
    },
    "notebook": {"build", "layout", "model", "render", "table", "words"},
    "console": {"problems", "render", "reports", "writing"},
    "reports": {"build", "citing", "model", "problems", "readability", "words"},
    "answers": {"dates_in_words", "model", "problems", "rules"},
    "doctor": {"render"},
    "cli": {
        "__init__",
        "answers",
        "build",
        "console",
        "dates",
        "doctor",
        "exports",
        "problems",
        "reports",
        "schema",
    },
    "exports": {"build", "console", "problems", "reports", "words", "writing"},
    "__init__": {"notebook", "problems"},
    "__main__": {"cli"},
}

#: Library -> the only modules that may import it: one, or a few that share one job.
ONLY_IN = {
    "babel": {"language.py"},
    "click": {"cli.py", "console.py", "exports.py"},
    "dateparser": {"dates/foreign.py"},
    "idna": {"normalise/addresses.py"},
    "jinja2": {"render/templates.py"},
    "markupsafe": {"render/templates.py"},
    "packaging": {"doctor.py"},
    "pandas": {"notebook.py", "table.py"},
    "pptx": {
        "render/powerpoint/__init__.py",
        "render/powerpoint/drawingml.py",
        "render/powerpoint/house.py",
        "render/powerpoint/template.py",
    },
    "plotly": {"notebook.py", "render/figure.py", "render/plotly_js.py"},
    "pydantic": {"normalise/fields.py", "normalise/format.py", "normalise/theme_format.py"},
    "resvg_py": {"render/raster.py"},
    "yaml": {"reading/yaml_nodes.py"},
}


@cache
def imports() -> list[tuple[str, str]]:
    """Every import of the package as (module file, imported dotted name), wherever it stands."""
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
    """The part of the package that a dotted name or a file belongs to.

    >>> part("timeline.render.page.page"), part("timeline.__version__")
    ('render', '__init__')
    """
    names = dotted.split(".")
    return names[1] if len(names) > 1 and names[1] in MAY_IMPORT else "__init__"


def test_imports_run_one_way() -> None:
    broken = []
    for file, name in imports():
        if name.split(".")[0] != "timeline":
            continue
        here = file.split("/")[0].removesuffix(".py")
        there = part(name)
        if there != here and there not in MAY_IMPORT[here]:
            broken.append((file, name))
    assert broken == []


def test_one_library_lives_behind_one_module() -> None:
    for library, homes in ONLY_IN.items():
        used = {file for file, name in imports() if name.split(".")[0] == library}
        assert used == homes, library


def test_values_and_records_need_nothing_but_the_standard_library() -> None:
    ours = {"deck.py", "model.py", "paper.py", "problems.py", "records.py", "scene.py", "when.py"}
    foreign = {
        name
        for file, name in imports()
        if file in ours and name.split(".")[0] not in {*sys.stdlib_module_names, "timeline"}
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
