"""What Jinja makes of our templates: plain Python, with what they never need left out.

Jinja asks of each `a.b` whether it is an attribute or an item, hands each call a context, and
makes a new object of each text that is escaped. Our templates name attributes, their functions
want no context, and `html` leaves alone what needs no escaping: that halves a page.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.compiler import Frame, MacroRef


def spoken(template: nodes.Template, words: Mapping[str, str]) -> nodes.Template:
    """A template with the words of a language in place of `t.name`: it need not look them up."""
    _Spoken(words).visit(template)
    return template


class _Spoken(NodeTransformer):
    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - Jinja's name
        found = self.generic_visit(node)
        is_word = isinstance(node.node, nodes.Name) and node.node.name == "t"
        word = self.words.get(node.attr) if is_word else None
        return found if word is None else nodes.Const(word, lineno=node.lineno)


class Plainer(CodeGenerator):
    """Writes the Python code of a template."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """Names what every output asks for."""
        self.writeline("html = environment.html")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """`a.b` as Python has it."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """A call as Python has it."""
        self.visit(node.node, frame)
        code, self.stream = self.stream, StringIO()
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        given, self.stream = self.stream.getvalue(), code
        self.write(f"({given.removeprefix(', ')})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """A macro as a function; ours take neither callers nor parameters without a name."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = [arg.name for arg in getattr(macro_ref.node, "args", ())]
        self.write(f"environment.macro(macro, {names!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002
        self.write("html(")
