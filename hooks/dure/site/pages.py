"""Every page made from records: where it stands, what it is called, and how its body is made."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dure.later import later
from dure.messages import texts
from dure.references import references
from dure.render import page_macro, render
from dure.site.addresses import Address
from dure.site.shell import Head
from dure.views.listing import ListView
from dure.views.rows import listed, on_home, rows, sold_by
from dure.views.slices import index_script, slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dure.catalogue import Catalogue
    from dure.views import (
        booklets,
        calendar,
        centre,
        centre_list,
        chart_page,
        enterprise,
        enterprise_list,
        home,
        indicator,
        product_list,
        program,
        program_list,
        search,
    )
    from dure.views.booklets import BookletCard
    from dure.views.reader import Reader
    from dure.views.rows import Row
else:  # an edit of one record needs few of them
    booklets = later("dure.views.booklets")
    calendar = later("dure.views.calendar")
    centre = later("dure.views.centre")
    centre_list = later("dure.views.centre_list")
    chart_page = later("dure.views.chart_page")
    enterprise = later("dure.views.enterprise")
    enterprise_list = later("dure.views.enterprise_list")
    home = later("dure.views.home")
    indicator = later("dure.views.indicator")
    product_list = later("dure.views.product_list")
    program = later("dure.views.program")
    program_list = later("dure.views.program_list")
    search = later("dure.views.search")


_FRONT_VIEWS: Mapping[str, Callable[[Reader, tuple[BookletCard, ...]], object]] = {
    "": lambda reader, shelf: home.home_view(reader, next(iter(shelf), None)),
    "programs": lambda reader, _: program_list.program_list(reader),
    "calendar": lambda reader, _: calendar.calendar_view(reader),
    "enterprises": lambda reader, _: enterprise_list.enterprise_list(reader),
    "products": lambda reader, _: product_list.product_list(reader),
    "centres": lambda reader, _: centre_list.centre_list(reader),
    "indicators": lambda reader, _: chart_page.figures_view(reader),
    "booklets": lambda reader, shelf: booklets.booklets_view(shelf, reader),
    "documents": lambda reader, _: indicator.document_views(reader),
    "search": lambda reader, _: search.search_view(reader),
}
_SHOWN: Mapping[str, Callable[[Row], object]] = {
    "": on_home,
    "enterprises": listed,
    "products": sold_by,
}
"""What these show of an enterprise; others show none."""
_OF_ENTERPRISES = frozenset({"enterprises", "products"})
"""Lists of nothing but enterprises and what they sell."""
FRONTS = tuple(_FRONT_VIEWS)
"""Home and the lists, by their paths."""


class Page(Struct, frozen=True):
    """A page of one language, its body not yet rendered."""

    head: Head
    template: str
    view: object
    kind: str = ""
    record_id: str = ""
    beside: tuple[tuple[str, bytes], ...] = ()
    """Names and contents of files in the page's own folder."""
    shows: tuple[str, ...] = ()
    """The enterprises that are all it shows of records by the thousand; () where more is shown."""
    shape: str = ""
    """And what it shows besides them."""

    def body(self, assets: Mapping[str, str]) -> str:
        """The HTML inside `<main>`; `assets` names the published files."""
        address = self.head.address
        root = address.to("")
        if self.template == "enterprise":
            return page_macro(f"pages/{self.template}.html", address.lang)(
                self.view, texts("site", address.lang), address.lang, _below(root), address.base
            )
        return render(
            f"pages/{self.template}.html",
            r=self.view,
            page=self.head,
            t=texts("site", address.lang),
            lang=address.lang,
            url=_below(root),
            base=address.base,
            asset=lambda name: address.base + assets[name],
        )


@cache
def _below(root: str) -> Callable[[str], str]:
    """From a path below the language's root to a link."""
    return lambda path: root + path


def front_pages(
    reader: Reader, shelf: tuple[BookletCard, ...] = (), names: Iterable[str] = FRONTS
) -> Iterator[Page]:
    """Home and lists: the pages that are not of one record; `shelf` has the newest booklet first.

    A long list has several pages.
    """
    for name in names:
        view = _FRONT_VIEWS[name](reader, shelf)
        if not name:
            yield _home(reader, view)
        elif isinstance(view, ListView):
            yield from (_list(reader, name, part, view) for part in slices(view, f"{name}/"))
        else:
            yield _list(reader, name, view)


def front_key(name: str, reader: Reader, shelf: tuple[BookletCard, ...] = ()) -> str:
    """Stands for all that home or a list shows; "" where that is not known."""
    if reader.shelf is None:
        return ""
    shown = rows(reader).digest(_SHOWN[name]) if name in _SHOWN else b""
    said = (name, reader.lang, reader.shelf.made_from, shown, shelf)
    return blake2b(repr(said).encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()


def records_with_pages(catalogue: Catalogue) -> Mapping[str, Mapping[str, object]]:
    """Kind → records by id; a kind's pages lie in a folder of its name and an `s`."""
    return {
        "program": catalogue.programs,
        "enterprise": catalogue.enterprises,
        "centre": catalogue.centres,
    }


def enterprises_on(kind: str, record_id: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The enterprises that a record's page shows or names."""
    if kind == "enterprise":
        return (record_id,)
    if kind != "program":
        return ()
    named = (one.id for one in references(catalogue.programs[record_id], "enterprise"))
    return (*named, *catalogue.mentioned_by("program", record_id, "enterprise"))


def record_page(kind: str, record_id: str, reader: Reader) -> Page:
    """The page of one record; `kind` is program, enterprise or centre."""
    makers = {"program": _program, "enterprise": _enterprise, "centre": _centre}
    return makers[kind](reader, record_id)


def _home(reader: Reader, view: object) -> Page:
    site = reader.catalogue.site
    head = Head(
        Address(reader.lang, ""),
        str(reader.say(site.title)),
        str(reader.say(site.description)),
        body_class="home",
    )
    return Page(head, "home", view)


def _list(reader: Reader, name: str, view: object, whole: ListView[Any] | None = None) -> Page:
    """A list, or one page of a long one; the first of these has an index beside it."""
    title, lead = reader.words[name], reader.words[f"{name}_lead"]
    address = Address(reader.lang, f"{name}/")
    if not isinstance(view, ListView) or view.pager is None or whole is None:
        return Page(Head(address, title, lead, body_class=name), name, view)
    pager = view.pager
    if pager.is_first:
        beside = ((pager.index, index_script(whole)),)
        return Page(Head(address, title, lead, body_class=name), name, view, beside=beside)
    number = reader.words["page_of"].format(number=pager.number, count=pager.count)
    here = Address(reader.lang, pager.path(pager.number))
    head = Head(here, f"{title} {number}", f"{lead} {number}", ((address.path, title),), name)
    shows = _shown(view) if name in _OF_ENTERPRISES else ()
    return Page(head, name, view, shows=shows, shape=_shape(view))


def _shown(view: ListView[Any]) -> tuple[str, ...]:
    """Enterprises and the makers of products, in their order."""
    return tuple(i.partition(".")[0] for group in view.groups for i in group.items.ids)


def _shape(view: ListView[Any]) -> str:
    """What a page after the first of a long list shows besides its entries."""
    groups = [(g.id, g.total, g.shown, list(g.items.ids)) for g in view.groups]
    return repr((view.pager, groups))


def _program(reader: Reader, program_id: str) -> Page:
    view = program.program_view(program_id, reader)
    return _record(reader, "program", program_id, view, (view.name.text, view.summary.text))


def _enterprise(reader: Reader, enterprise_id: str) -> Page:
    view = enterprise.enterprise_view(enterprise_id, reader)
    kinds = " · ".join(kind.label.text for kind in view.kinds) or reader.words["kind_enterprise"]
    about = view.summary.text if view.summary else f"{kinds}, {view.region.label.text}"
    description = f"{view.name.text}: {about}"
    return _record(reader, "enterprise", enterprise_id, view, (view.name.text, description))


def _centre(reader: Reader, centre_id: str) -> Page:
    view = centre.centre_view(centre_id, reader)
    numbers = ", ".join(phone.calls[0].shown for phone in view.phones)
    parts = (view.name.text, view.kind.label.text, numbers, view.region.label.text)
    description = " · ".join(part for part in parts if part)
    return _record(reader, "centre", centre_id, view, (view.name.text, description))


def _record(reader: Reader, kind: str, record_id: str, view: object, said: tuple[str, str]) -> Page:
    title, description = said
    folder = f"{kind}s/"
    head = Head(
        Address(reader.lang, f"{folder}{record_id}/"),
        title,
        description,
        ((folder, reader.words[f"{kind}s"]),),
        kind,
    )
    return Page(head, kind, view, kind, record_id)
