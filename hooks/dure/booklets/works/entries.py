"""What an enterprise's entry prints: no more than the template shows, for books hold hundreds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.booklets.works.common import badge, record_code
from dure.booklets.works.placing import placed
from dure.render import Phrase
from dure.views.centre import centre_view

if TYPE_CHECKING:
    from dure.booklets.codes import Code
    from dure.booklets.works.common import Badge, Work
    from dure.booklets.works.placing import Placed
    from dure.views.common import PhoneView, WebView
    from dure.views.enterprise import CertificateView, EnterpriseView, ProductView


class Sold(Struct, frozen=True):
    """A row of the table of products."""

    name: Phrase
    note: Phrase | None
    kind: Phrase
    """Its procurement class."""
    needs: tuple[Phrase, ...]


class Ask(Struct, frozen=True):
    """Whom to ask where the enterprise itself has neither phone nor homepage."""

    label: Phrase
    phones: tuple[PhoneView, ...]


class Entry(Struct, frozen=True):
    """One enterprise."""

    id: str
    target: str
    dye: str
    name: Phrase
    others: tuple[Phrase, ...]
    """The official name where the entry is under another, and other spellings."""
    kinds: tuple[Badge, ...]
    region: Phrase
    also: tuple[Phrase, ...]
    summary: Phrase | None
    note: Phrase | None
    products: tuple[Sold, ...]
    certificates: tuple[tuple[Phrase, ...], ...]
    address: Phrase | None
    took_part: tuple[Phrase, ...]
    phones: tuple[PhoneView, ...]
    homepage: WebView | None
    ask: Ask | None
    code: Code
    picture: Placed | None


def target(enterprise_id: str) -> str:
    """The label an entry bears in the template."""
    return f"enterprise-{enterprise_id}"


def entry(view: EnterpriseView, dye: str, work: Work) -> Entry:
    """An enterprise under a heading in the given dye."""
    return Entry(
        id=view.id,
        target=target(view.id),
        dye=view.kinds[0].colour if view.kinds else dye,
        name=view.name,
        others=_others(view, work),
        kinds=tuple(badge(kind) for kind in view.kinds),
        region=view.region.label,
        also=tuple(sector.label for sector in view.sectors[1:]),
        summary=view.summary,
        note=view.note,
        products=tuple(_sold(product) for product in view.products),
        certificates=tuple(_certificate(held, work) for held in view.certificates),
        address=view.address,
        took_part=_took_part(view, work),
        phones=view.phones,
        homepage=view.homepage,
        ask=None if view.phones or view.homepage else _ask(view, work),
        code=record_code(work, f"enterprises/{view.id}/"),
        picture=placed(view.id, work),
    )


def _others(view: EnterpriseView, work: Work) -> tuple[Phrase, ...]:
    official = () if str(view.official) == str(view.name) else (view.official,)
    return (*official, *(work.reader.korean(alias) for alias in view.aliases))


def _sold(view: ProductView) -> Sold:
    return Sold(
        view.name, view.note, view.procurement_class.label, tuple(need.label for need in view.needs)
    )


def _certificate(view: CertificateView, work: Work) -> tuple[Phrase, ...]:
    """Its kind, number, type and days: what the documents give of them."""
    reader = work.reader
    kind = Phrase(f"{view.kind.label} {view.status}", view.kind.label.lang, reader.lang)
    days = f"{view.since}~{view.until}" if view.since or view.until else ""
    found = (kind, reader.quoted(view.number), view.type, reader.own(days))
    return tuple(words for words in found if words)


def _took_part(view: EnterpriseView, work: Work) -> tuple[Phrase, ...]:
    """`program (role)`; programs that only name it are told where it tells of none itself."""
    named = work.words["role_named"]
    own = [p for p in view.participations if str(p.role) != named]
    return tuple(
        Phrase(f"{p.program.label} ({p.role})", p.role.lang, p.role.page_lang)
        for p in own or view.participations
    )


def _ask(view: EnterpriseView, work: Work) -> Ask | None:
    """The centre of its region, the nearest that has a phone."""
    catalogue = work.reader.catalogue
    for region in catalogue.above(view.region.id):
        for centre in catalogue.mentioned_by("term:regions", region, "centre", "serves"):
            if catalogue.centres[centre].phones:
                shown = centre_view(centre, work.reader)
                return Ask(shown.name, shown.phones[:1])
    return None
