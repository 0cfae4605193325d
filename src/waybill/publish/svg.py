"""The few marks that pictures are made of, as SVG: legible on light and dark pages, with a title and a description."""

from collections.abc import Iterable
from html import escape

STYLE = """
text{font-family:system-ui,-apple-system,"Segoe UI",Helvetica,Arial,sans-serif;fill:#1f2328}
.page{fill:#ffffff}.dim{fill:#57606a}.rule{stroke:#d0d7de;fill:none}.edge{stroke:#57606a;fill:none;stroke-width:1.5}
.halo{paint-order:stroke;stroke:#ffffff;stroke-width:4;stroke-linejoin:round}.chip{fill:#eaeef2}.strong{font-weight:600}
.one{fill:#0072b2}.two{fill:#d55e00}.three{fill:#009e73}.four{fill:#8250df}
.one-line{stroke:#0072b2;fill:none;stroke-width:2.5}.two-line{stroke:#d55e00;fill:none;stroke-width:1.8}
.band{fill:#0072b2;fill-opacity:.22}.hatch{stroke:#0072b2;stroke-opacity:.4;stroke-width:1.2}
@media (prefers-color-scheme:dark){
text{fill:#e6edf3}.page{fill:#0d1117}.dim{fill:#9da7b3}.rule{stroke:#3d444d}.edge{stroke:#9da7b3}
.halo{stroke:#0d1117}.chip{fill:#262c36}.one{fill:#56b4e9}.two{fill:#ff9249}.three{fill:#2fcb9b}.four{fill:#b392f0}
.one-line{stroke:#56b4e9}.two-line{stroke:#ff9249}.band{fill:#56b4e9}.hatch{stroke:#56b4e9}}
"""
"""Colours of Okabe and Ito (2008), told apart by the colour-blind; what a colour says, a shape or a word says too."""

_NARROW, _WIDE = frozenset("iljtfrI.,:;'’|!()[]-·/ "), frozenset("mwMW@%—→")


def tag(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; "_" in an attribute's name stands for "-", and a last one is left out ("class_")."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def text(at: tuple[float, float], words: str, size: float = 13, **attributes: object) -> str:
    """Words with their baseline at a point."""
    return tag("text", escape(words), x=at[0], y=at[1], font_size=size, **attributes)


def document(size: tuple[float, float], title: str, description: str, marks: Iterable[str]) -> str:
    """A picture of a width and height in pixels."""
    width, height = size
    page = tag("rect", width=width, height=height, rx=8, class_="page")
    head = tag("title", escape(title), id="title"), tag("desc", escape(description), id="desc"), tag("style", STYLE), page
    lines = "\n".join((*head, *marks))
    named = {"role": "img", "aria_labelledby": "title desc", "viewBox": f"0 0 {_value(width)} {_value(height)}"}
    return tag("svg", f"\n{lines}\n", xmlns="http://www.w3.org/2000/svg", width=width, height=height, **named) + "\n"


def width_of(words: str, size: float) -> float:
    """The pixels that words take at most in the usual fonts."""
    return size * sum(0.4 if c in _NARROW else 0.98 if c in _WIDE else 0.7 if c.isupper() else 0.64 for c in words)


def wrapped(words: str, size: float, width: float) -> list[str]:
    """The words on as many lines as they need."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else escape(str(value))
