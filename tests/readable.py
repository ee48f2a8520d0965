"""Says where a Python file is not written to be read by somebody who doubts it.

    python3 readable.py FILE

Looked at is what the text shows of PEP 8 and PEP 257: width, one statement a line, one import a
line, a docstring for the file and each function and class, and names that are words.
"""

import ast
import sys

# As PEP 8 has it for those who agree on more than 79.
WIDEST = 99
# Functions whose docstring names it write its formulas with its letters.
FORMULAS = "RFC 8032"


def complaints(text):
    """Yield each thing that is wrong, with its line."""
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if len(line) > WIDEST:
            yield number, f"{len(line)} columns; {WIDEST} are the most"
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    for node in ast.walk(ast.parse(text)):
        number = getattr(node, "lineno", 1)
        if isinstance(node, ast.stmt):
            before = lines[number - 1].encode()[:node.col_offset]
            if before.strip():
                yield number, "a statement begins behind another one"
        if isinstance(node, ast.Import) and len(node.names) > 1:
            yield number, "an import of several modules"
        if isinstance(node, documented) and not ast.get_docstring(node):
            yield number, "no docstring"
        if isinstance(node, ast.FunctionDef) and FORMULAS not in (ast.get_docstring(node) or ""):
            for name in short_names(node):
                yield number, f"the name {name} is not spelt out"


def short_names(function):
    """Yield the names of one letter that a function gives."""
    for node in ast.walk(function):
        if isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            name = node.id
        else:
            continue
        if len(name) == 1 and name != "_":
            yield name


def main(path):
    """Print what is wrong with a file, and return whether anything is."""
    with open(path, encoding="utf-8") as file:
        found = sorted(complaints(file.read()))
    for number, complaint in found:
        print(f"{path}:{number}: {complaint}")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
