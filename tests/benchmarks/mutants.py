# ruff: noqa: T201 - this command prints
"""How many small faults in the code the tests notice; ends with 1 if fewer than 95 in a hundred of an area.

    python -m tests.benchmarks.mutants [AREA]... [--most N] [--seed N]

In each area a number of faults ("mutants") is tried, drawn by chance but the same for a seed: a comparison
that is the other way round, a condition left out, a number one larger, a call that is not made. For each,
the tests of the area run in a process of their own, which has all modules loaded but loads those anew that
see the fault. Those that survive are printed. Mutants that change nothing that can be seen are
listed in `EQUIVALENT`, each with the reason.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import importlib.abc
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
#: Area -> the modules that are changed and the tests that should notice.
AREAS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "writing": (  # but for tests in which another process writes, which has the code without the fault
        ("timeline/writing",),
        (
            *(f"tests/writing/test_{each}.py" for each in ("writing", "generations", "write_limits")),
            "tests/writing/test_durability.py",
            "timeline/writing",
        ),
    ),
    "dating": (
        ("timeline/normalise/dating",),
        ("tests/normalise/dating", "tests/normalise/test_corrections.py", "timeline/normalise/dating"),
    ),
    "placement": (  # the quickest tests first
        tuple(f"timeline/layout/{each}.py" for each in ("placement", "zooming", "rows")),
        tuple(f"tests/layout/test_{each}.py" for each in ("placement", "layout", "skyline", "clock")),
    ),
    "urls": (
        ("timeline/normalise/format/urls.py", "timeline/normalise/format/hosts.py"),
        ("tests/normalise/format/test_urls.py", "tests/normalise/test_sources.py"),
    ),
}
#: "file function: change" -> why no test can notice it.
EQUIVALENT: dict[str, str] = {
    "timeline/layout/placement.py Placed: 0.0 -> 1.0": "a default that nothing uses",
    "timeline/layout/zooming.py _hide_by_zoom: zoom < 1 -> zoom <= 1": "at 1 they are shown already",
    "timeline/layout/zooming.py _label_those_without: entry.zoom < zoom -> entry.zoom <= zoom": (
        "no label has this zoom yet; those that have it are found below"
    ),
    "timeline/normalise/format/hosts.py _is_odd: scripts <= _IN_USE -> scripts < _IN_USE": (
        "no word has letters of all scripts"
    ),
    "timeline/writing/__init__.py write_file: 8 -> 9": "the length of a name that lasts a moment",
    "timeline/writing/in_place.py : 2 -> 3": "the manifest is last in any case",
    "timeline/writing/lock.py _lock: 1 -> 2": "for Windows alone",
    "timeline/writing/lock.py _lock: msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1) -> pass": (
        "for Windows alone"
    ),
    "timeline/writing/lock.py _take: 1 -> 2": "the folder or the file in it: nothing holds a lock there",
    "timeline/writing/lock.py locked: time.monotonic() > deadline -> time.monotonic() >= deadline": (
        "the clock never stands at that very moment"
    ),
}
#: A run of the tests that takes so many seconds, and times as long as one without a fault, counts as
#: noticed: it hangs.
PATIENCE, SLOWER = 30, 6
LEAST = 0.95

_OTHER_WAY = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_AT_THE_EDGE = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_ARITHMETIC = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.Div: ast.Mult, ast.Mod: ast.Add}


@dataclass(frozen=True)
class Mutant:
    """A module with one fault: ``change`` in place of the node with that number."""

    module: str
    original: ast.Module
    number: int
    change: ast.AST
    what: str

    def tree(self) -> ast.Module:
        """The code with the fault."""
        other = deepcopy(self.original)
        _replace(other, [*ast.walk(other)][self.number], deepcopy(self.change))
        return ast.fix_missing_locations(other)


def changes(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901 -- one case for each kind
    """What a node may be replaced by."""
    match node:
        case ast.Compare(ops=[op]):
            for table in (_OTHER_WAY, _AT_THE_EDGE):
                if type(op) in table:
                    yield ast.Compare(node.left, [table[type(op)]()], node.comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), values)
            yield values[0]
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            yield ast.BinOp(left, _ARITHMETIC[type(op)](), right)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign():
            yield ast.Pass()
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))


def mutants_of(file: Path) -> Iterator[Mutant]:
    """Every module that differs from the one in ``file`` by one change, and can be told from it."""
    name = file.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    hints = {id(part) for node in ast.walk(tree) for part in _annotations(node)}
    functions = _functions(tree)
    path = file.relative_to(ROOT).as_posix()
    for number, node in enumerate(ast.walk(tree)):
        for change in () if id(node) in hints else changes(node):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                continue
            line = getattr(node, "lineno", 0)
            before, after = (ast.unparse(each).splitlines()[0][:70] for each in (node, change))
            what = f"{functions[id(node)]}: {before} -> {after}"
            if f"{path} {what}" not in EQUIVALENT:
                yield Mutant(name, tree, number, change, f"{path}:{line} {what}")


def _functions(tree: ast.Module) -> dict[int, str]:
    """The id of each node -> the function or class that it is in; "" for what is in none."""
    names = dict.fromkeys(map(id, ast.walk(tree)), "")
    for node in ast.walk(tree):  # from the outermost to the innermost
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names |= dict.fromkeys(map(id, ast.walk(node)), node.name)
    return names


def _annotations(node: ast.AST) -> Iterator[ast.AST]:
    """What says something of a node rather than does something."""
    for decorator in getattr(node, "decorator_list", ()):
        yield from ast.walk(decorator)
    for field in ("annotation", "returns"):
        if isinstance(hint := getattr(node, field, None), ast.AST):
            yield from ast.walk(hint)


def _replace(tree: ast.AST, old: ast.AST, new: ast.AST) -> None:
    ast.copy_location(new, old)
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
            elif isinstance(value, list) and any(each is old for each in value):
                value[next(at for at, each in enumerate(value) if each is old)] = new


class Importer(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module in place of the real one."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: Any, target: Any = None) -> Any:  # noqa: ARG002
        """The spec of the changed module; None for all others."""
        if name != self.mutant.module:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(name)
        assert spec
        spec.loader = self
        return spec

    def exec_module(self, module: Any) -> None:
        """Run the changed code."""
        exec(compile(self.mutant.tree(), module.__file__, "exec"), module.__dict__)  # noqa: S102


def users_of(module: str) -> set[str]:
    """That module and all that are loaded and import it, or import one that does, ever so indirectly."""
    imports = {name: _imports(name) for name in [*sys.modules] if _is_ours(name)}
    found, added = {module}, {module}
    while added:
        added = {name for name, of in imports.items() if of & added} - found
        found |= added
    return found


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in {"timeline", "tests"} and not name.startswith("tests.benchmarks")


@cache
def _imports(name: str) -> frozenset[str]:
    """What a module imports."""
    found: list[str] = []
    for node in ast.walk(ast.parse(Path(sys.modules[name].__file__ or "").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            found += (str(node.module), *(f"{node.module}.{each.name}" for each in node.names))
    return frozenset(found)


def survives(mutant: Mutant, tests: tuple[str, ...], patience: float = 0) -> bool:
    """Whether all tests pass with the fault."""
    users = users_of(mutant.module)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        code = 3
        try:
            load_again(users, mutant)
            code = run(tests)
        finally:
            os._exit(code)
    return ended(child, patience) == 0


def load_again(users: set[str], mutant: Mutant) -> None:
    """Load those modules anew, one of them with the fault."""
    for name in users:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, Importer(mutant))
    for name in users:
        importlib.import_module(name)
    for name, module in [*sys.modules.items()]:  # the others are parts of the new packages
        package, _, part = name.rpartition(".")
        if package in users and not hasattr(sys.modules[package], part):
            setattr(sys.modules[package], part, module)


def run(tests: tuple[str, ...], *more: str) -> int:
    """The exit code of the tests in this process."""
    options = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=0", "-m", "not browser"]
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirected(nowhere.fileno()):
        return int(pytest.main([*options, *more, *(str(ROOT / each) for each in tests)]))


@contextmanager
def redirected(target: int) -> Iterator[None]:
    """Let nothing be printed, by other processes either."""
    kept = {stream: os.dup(stream) for stream in (1, 2)}
    sys.stdout.flush()
    for stream in kept:
        os.dup2(target, stream)
    yield
    sys.stdout.flush()
    for stream, copy in kept.items():
        os.dup2(copy, stream)


def ended(child: int, patience: float) -> int:
    """The exit code of a process, which is stopped after so many seconds; 0 is never."""

    def stop(*_: object) -> None:
        os.killpg(child, signal.SIGKILL)

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, patience)
    try:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def score(area: str, most: int, draw: Callable[[list[Mutant], int], list[Mutant]]) -> tuple[int, int]:
    """How many of the mutants of an area were noticed, and how many were tried."""
    places, tests = AREAS[area]
    found = (ROOT / place for place in places)
    files = [file for path in found for file in ([path] if path.is_file() else path.rglob("*.py"))]
    mutants = [each for file in sorted(files) for each in mutants_of(file)]
    tried = draw(mutants, min(most, len(mutants)))
    run(tests, "--collect-only")  # so that each process has all loaded but what sees the fault
    start = time.monotonic()
    without = replace(tried[0], number=0, change=tried[0].original)
    if not survives(without, tests):
        raise SystemExit(f"{area}: the tests fail without any fault")
    patience = PATIENCE + SLOWER * (time.monotonic() - start)
    noticed = 0
    for mutant in tried:
        if survives(mutant, tests, patience):
            print(f"  survived  {mutant.what}", flush=True)
        else:
            noticed += 1
    print(f"{area}: {noticed} of {len(tried)} noticed, out of {len(mutants)} possible", flush=True)
    return noticed, len(tried)


def main() -> int:
    """Print those that survive, and the score of each area."""
    parser = argparse.ArgumentParser(description="Try small faults in the code against the tests.")
    parser.add_argument("areas", nargs="*", metavar="AREA", help=", ".join(AREAS))
    parser.add_argument("--most", type=int, default=60, help="faults tried in each area")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)  # noqa: S311 -- the same faults in every run
    results = [score(area, chosen.most, chance.sample) for area in chosen.areas or AREAS]
    noticed, tried = (sum(column) for column in zip(*results, strict=True))
    print(f"in all: {noticed} of {tried}, {noticed / tried:.1%}")
    return 0 if all(noticed >= LEAST * tried for noticed, tried in results) else 1


if __name__ == "__main__":
    sys.exit(main())
