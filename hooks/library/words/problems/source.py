"""What the checks can say, read from their own source: English sentences with holes, as translators need them.

Checks make their sentences where they find something, in plain f-strings. Nobody lists them: the syntax tree
of the code is read for what reaches a problem, through names, calls, conditions and tables.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, product
from math import prod
from pathlib import Path

from library.words.problems.places import ROOMS, SINKS, TOLD
from library.words.problems.sentences import Hole, Parts, key, written

LIBRARY = Path(__file__).resolve().parent.parent.parent

MOST = 16
"""Sentences that are written out where one place in them has one of several words."""


def templates(library: Path = LIBRARY) -> list[str]:
    """Every sentence that the checks and the commands of keepers can say, sorted; hints stand for themselves."""
    source = Source(library)
    found: dict[str, Parts] = {}
    for parts in source.sentences():
        if re.search("  | $", key(parts)):
            continue  # where nothing stands in a place for words, the problem is not told
        if not re.fullmatch(r"[^A-Za-z]*", key(parts)) or (_words(parts) and len(parts) > 1):
            found[key(parts)] = max(parts, found.get(key(parts), ()), key=_words)
    return sorted(written(parts) for parts in found.values())


def _words(parts: Parts) -> int:
    return sum(isinstance(part, Hole) and part.words for part in parts)


Scope = tuple[ast.AST, ...]
"""The module, and the functions in each other, around a place."""


@dataclass
class Source:
    """The syntax trees of the rooms, with their functions and calls by name."""

    library: Path
    functions: dict[str, list[tuple[ast.FunctionDef, Scope]]] = field(default_factory=dict)
    calls: dict[str, list[tuple[ast.Call, Scope]]] = field(default_factory=dict)
    _apart: list[Parts] = field(default_factory=list)
    _modules: dict[ast.AST, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for room in ROOMS:
            path = self.library / room
            for file in [path] if path.is_file() else sorted(path.rglob("*.py")):
                tree = ast.parse(file.read_text("utf-8"))
                self._modules[tree] = file.stem
                self._index(tree, (tree,))

    def _index(self, node: ast.AST, scope: Scope) -> None:
        for child in ast.iter_child_nodes(node):
            inner = scope
            if isinstance(child, ast.FunctionDef):
                self.functions.setdefault(child.name, []).append((child, scope))
                inner = (*scope, child)
            elif isinstance(child, ast.Call):
                self.calls.setdefault(_called(child), []).append((child, scope))
            self._index(child, inner)

    def sentences(self) -> Iterator[Parts]:
        """What reaches a problem, and what stands in the places that hold words."""
        for name, places in SINKS.items():
            for call, scope in self.calls.get(name, ()):
                for place in places:
                    for argument in _argument(call, place):
                        yield from self.values(argument, scope)
        yield from self._apart

    # -- what an expression may be -------------------------------------------------------------

    def values(self, node: ast.AST, scope: Scope, seen: frozenset[int] = frozenset()) -> list[Parts]:
        """The texts that an expression may give; one with nothing but a hole where that cannot be seen."""
        if id(node) in seen:
            return []
        seen = seen | {id(node)}
        if isinstance(node, ast.Constant):
            return [(node.value,) if node.value else ()] if isinstance(node.value, str) else [] if node.value is None else [_hole(node)]
        if isinstance(node, ast.JoinedStr):
            return self._joined(node, scope, seen)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            both = [self.values(node.left, scope, seen), self.values(node.right, scope, seen)]
            return self._chained(both) if any(_has_text(parts) for parts in chain(*both)) else [_hole(node)]
        several = self._several(node, scope)
        found = [parts for inner, at in several or () for parts in self.values(inner, at, seen)]
        unseen = several is None or any(parts and not _has_text(parts) for parts in found)
        sentences = {key(parts): parts for parts in found if _has_text(parts)}
        return [*sentences.values(), *([_hole(node)] if unseen else ()), *([()] if () in found else ())]

    def _joined(self, node: ast.JoinedStr, scope: Scope, seen: frozenset[int]) -> list[Parts]:
        filled: list[list[Parts]] = []
        for value in node.values:
            if isinstance(value, ast.Constant):
                filled.append([(str(value.value),)])
                continue
            assert isinstance(value, ast.FormattedValue)
            inner = self.values(value.value, scope, seen)
            sentences = [parts for parts in inner if _has_text(parts)]
            unseen = any(parts and not _has_text(parts) for parts in inner)
            if all(re.fullmatch("[A-Z]+|[a-z_]+" if unseen else "[A-Z]+", _text(parts)) for parts in sentences):
                inner = [_hole(value.value)]  # ISBN, or the name of a field: it is the same in every language
            elif unseen or len(inner) > MOST:
                self._apart += sentences
                inner = [(Hole(_hole(value.value)[0].name.upper()),)]
            filled.append(inner)
        several = [number for number, inner in enumerate(filled) if len(inner) > 1]
        if len(several) > 1 and prod(len(inner) for inner in filled) > MOST // 2:
            for number in several:  # each clause has its own entry
                self._apart += filled[number]
                filled[number] = [(Hole(_hole(node.values[number].value)[0].name.upper()),)]  # type: ignore[attr-defined]
        return self._chained(filled)

    @staticmethod
    def _chained(pieces: list[list[Parts]]) -> list[Parts]:
        return [_merged(part for piece in chosen for part in piece) for chosen in product(*pieces)]

    def _several(self, node: ast.AST, scope: Scope) -> list[tuple[ast.AST, Scope]] | None:
        """The expressions that one of another kind stands for; None where they cannot be seen."""
        if isinstance(node, ast.IfExp):
            return [(node.body, scope), (node.orelse, scope)]
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or):
            return [(value, scope) for value in node.values]
        if isinstance(node, ast.Name):
            return self._named(node, scope)
        if isinstance(node, ast.Subscript):
            return _entries(self._table(node.value, scope), scope)
        if isinstance(node, ast.Call):
            return self._returned(node, scope)
        return None

    def _table(self, node: ast.AST, scope: Scope) -> ast.AST | None:
        """A dictionary or tuple that is written out, there or under a name of the module."""
        if isinstance(node, ast.Name):
            for statement in ast.walk(scope[0]):
                if isinstance(statement, ast.Assign | ast.AnnAssign) and _binds(_targets(statement), node.id):
                    return statement.value
        return node if isinstance(node, ast.Dict | ast.Tuple) else None

    def _returned(self, call: ast.Call, scope: Scope) -> list[tuple[ast.AST, Scope]] | None:
        name = _called(call)
        if name == "get" and isinstance(call.func, ast.Attribute):
            found = _entries(self._table(call.func.value, scope), scope)
            return None if found is None else [*found, *((argument, scope) for argument in call.args[1:])]
        if name == "next" and isinstance(call.args[0], ast.GeneratorExp):
            return [(call.args[0].elt, scope), *((argument, scope) for argument in call.args[1:])]
        found = [
            (node.value, (*at, function))
            for function, at in self.functions.get(name, ())
            if self._meant(call, scope, function, at)
            for node in ast.walk(function)
            if isinstance(node, ast.Return) and node.value is not None
        ]
        return found or None

    def _named(self, use: ast.Name, scope: Scope) -> list[tuple[ast.AST, Scope]] | None:
        """What a name was given: in the function, by its callers, in a table that is gone through, or in the module."""
        for depth in range(len(scope), 0, -1):
            inside = scope[:depth]
            if giving := self._reaching(use, inside):
                return [value for node in giving for value in self._given(node, use.id, inside)] or None
            if isinstance(inside[-1], ast.FunctionDef) and (by_callers := self._by_callers(use.id, inside[-1], scope)):
                return by_callers
        return None

    def _reaching(self, use: ast.Name, scope: Scope) -> list[ast.AST]:
        """The statements of a function, or of the module, that may have given the name its value where it is used."""
        found: list[ast.AST] = [
            node for node in _walk_down(scope[-1], functions=False) if isinstance(node, _GIVING) and _binds_name(node, use.id)
        ]
        if len(found) < 2 or isinstance(scope[-1], ast.Module):
            return found
        branches = _branches(scope[-1])
        at = branches.get(use, {})
        before = [
            node
            for node in sorted(found, key=_place)
            if _place(node) < _place(use)
            and use not in ast.walk(node)
            and all(at.get(fork, branch) == branch for fork, branch in branches[node].items())
        ]
        # What was given on every way to the use is all that counts of what came before it.
        for number in range(len(before) - 1, -1, -1):
            on_all_ways = branches[before[number]].items() <= at.items()
            if on_all_ways or (number and _two_ways(branches[before[number - 1]], branches[before[number]], at)):
                return before[number if on_all_ways else number - 1 :]
        return before

    def _given(self, node: ast.AST, name: str, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
        if isinstance(node, ast.comprehension):
            of_items = isinstance(node.iter, ast.Call) and _called(node.iter) == "items"
            table = node.iter.func.value if of_items else node.iter  # type: ignore[attr-defined]
            for row in _rows(self._table(table, scope), of_items):
                yield from self._element(node.target, row, name, scope)
        elif isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            for target in _targets(node):
                yield from self._element(target, node.value, name, scope)

    def _element(self, target: ast.AST, value: ast.AST, name: str, scope: Scope) -> Iterator[tuple[ast.AST, Scope]]:
        """What a target gives to a name, where several are given at once too."""
        if isinstance(target, ast.Name) and target.id == name:
            yield value, scope
        elif isinstance(target, ast.Tuple) and _binds(target.elts, name):
            place = next(number for number, one in enumerate(target.elts) if isinstance(one, ast.Name) and one.id == name)
            for tuple_, at in self._tuples(value, scope):
                yield tuple_.elts[place], at

    def _tuples(self, node: ast.AST, scope: Scope) -> Iterator[tuple[ast.Tuple, Scope]]:
        if isinstance(node, ast.Tuple):
            yield node, scope
        elif isinstance(node, ast.IfExp | ast.BoolOp | ast.Call | ast.Name):
            for inner, at in self._several(node, scope) or ():
                yield from self._tuples(inner, at)

    def _meant(self, call: ast.Call, scope: Scope, function: ast.FunctionDef, at: Scope) -> bool:
        """Whether a call means a function of that name: the one of its module, or one that is taken from another, by name."""
        if scope[0] is at[0]:
            return True
        same = self.functions[function.name]
        if function.name.startswith("_") or any(other[0] is scope[0] for _, other in same):
            return False
        if len(same) == 1:
            return True
        module = self._modules[at[0]]
        if isinstance(call.func, ast.Attribute):
            return isinstance(call.func.value, ast.Name) and call.func.value.id == module
        taken = (
            node for node in ast.walk(scope[0]) if isinstance(node, ast.ImportFrom) and any(one.name == function.name for one in node.names)
        )
        return any((node.module or "").split(".")[-1] == module for node in taken)

    def _by_callers(self, name: str, function: ast.FunctionDef, scope: Scope) -> list[tuple[ast.AST, Scope]]:
        names = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
        if name not in names:
            return []
        place = names.index(name)
        calls = [(call, at) for call, at in self.calls.get(function.name, ()) if self._meant(call, at, function, scope)]
        found = [(argument, at) for call, at in calls for argument in _argument(call, place, name)]
        at_least = len(names) - len(function.args.defaults)
        return [*found, *([(function.args.defaults[place - at_least], (function,))] if place >= at_least else [])]


_GIVING = (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.comprehension)

Branches = Mapping[ast.AST, str]
"""The conditions around a place, and whether it stands where they hold or where they don't."""


def _branches(function: ast.AST) -> dict[ast.AST, dict[ast.AST, str]]:
    """Of each place in a function, its branches."""
    found: dict[ast.AST, dict[ast.AST, str]] = {function: {}}
    for node in _walk_down(function):
        for name, inner in ast.iter_fields(node):
            for child in inner if isinstance(inner, list) else [inner]:
                if isinstance(child, ast.AST):
                    fork: dict[ast.AST, str] = {node: name} if isinstance(node, ast.If) and name in ("body", "orelse") else {}
                    found[child] = {**found[node], **fork}
    return found


def _walk_down(node: ast.AST, functions: bool = True) -> Iterator[ast.AST]:
    """A place and those within it, each before its own; those of functions in it too, or not."""
    yield node
    for child in ast.iter_child_nodes(node):
        if functions or not isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _walk_down(child, functions)


def _two_ways(one: Branches, other: Branches, at: Branches) -> bool:
    """Whether two places are the two ways through one condition, and a third behind it."""
    last_of_one, last_of_other = list(one)[-1:], list(other)[-1:]
    rest = {fork: branch for fork, branch in one.items() if fork not in last_of_one}
    return (
        bool(last_of_one) and last_of_one == last_of_other and one[last_of_one[0]] != other[last_of_one[0]] and rest.items() <= at.items()
    )


def _binds_name(node: ast.AST, name: str) -> bool:
    targets = [node.target] if isinstance(node, ast.comprehension) else _targets(node)
    return any(_binds([target], name) or (isinstance(target, ast.Tuple) and _binds(target.elts, name)) for target in targets)


def _place(node: ast.AST) -> tuple[int, int]:
    at = node.target if isinstance(node, ast.comprehension) else node
    return at.lineno, at.col_offset  # type: ignore[attr-defined]


def _has_text(parts: Parts) -> bool:
    return any(isinstance(part, str) for part in parts)


def _text(parts: Parts) -> str:
    return "".join(part if isinstance(part, str) else "%" for part in parts)


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _argument(call: ast.Call, place: int, name: str = "") -> list[ast.AST]:
    if any(isinstance(argument, ast.Starred) for argument in call.args[: place + 1]):
        return []
    return [call.args[place]] if place < len(call.args) else [word.value for word in call.keywords if word.arg == name]


def _has(node: ast.ImportFrom, name: str) -> bool:
    return any(one.name == name for one in node.names)


def _targets(node: ast.AST) -> list[ast.AST]:
    return list(node.targets) if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign | ast.NamedExpr) else []


def _binds(targets: Iterable[ast.AST], name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in targets)


def _entries(table: ast.AST | None, scope: Scope) -> list[tuple[ast.AST, Scope]] | None:
    """Values of a dictionary that is written out."""
    return [(value, scope[:1]) for value in table.values] if isinstance(table, ast.Dict) else None


def _rows(table: ast.AST | None, of_items: bool) -> Iterator[ast.AST]:
    """Rows of a table that is written out: of a dictionary its keys, or these with their values."""
    if isinstance(table, ast.Dict):
        for name, value in zip(table.keys, table.values, strict=True):
            if name is not None:
                yield ast.Tuple([name, value]) if of_items else name
    elif isinstance(table, ast.Tuple | ast.List):
        yield from table.elts


def _merged(parts: Iterable[str | Hole]) -> Parts:
    """Parts without two texts beside each other."""
    merged: list[str | Hole] = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return tuple(merged)


def _hole(node: ast.AST) -> tuple[Hole]:
    name = _name(node).strip("_").lower() or "value"
    return (Hole(name.upper() if name in TOLD else name),)


def _name(node: ast.AST) -> str:
    """What a place is called in a sentence: the last name in the expression that fills it."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Subscript):
        last = node.slice
        return last.value if isinstance(last, ast.Constant) and isinstance(last.value, str) else _name(node.value)
    if isinstance(node, ast.Call):
        if _called(node) in _OF_ITS_ARGUMENT and node.args:
            return _name(node.args[-1])
        return _name(node.func.value) if isinstance(node.func, ast.Attribute) and _called(node) in _OF_ITS_OBJECT else _called(node)
    first = node.left if isinstance(node, ast.BinOp) else node.values[0] if isinstance(node, ast.BoolOp) else None
    return _name(first) if first else _name(node.body) if isinstance(node, ast.IfExp) else ""


_OF_ITS_ARGUMENT = {"len", "str", "int", "round", "join", "map", "relative_to"}
_OF_ITS_OBJECT = {"upper", "lower", "strip", "split", "rsplit", "removeprefix", "removesuffix", "replace", "sub", "as_posix"}
