"""An enterprise and its products as their pages show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.render import Phrase
from dure.views.common import phone, sources, web
from dure.views.offices import local_contacts
from dure.views.reader import LinkView
from dure.views.tools import tools

if TYPE_CHECKING:
    from dure.records import Enterprise
    from dure.records.enterprise import Certificate, Product
    from dure.views.common import ContactView, PhoneView, SourceView, WebView
    from dure.views.reader import Reader, TermView
    from dure.views.tools import ToolsView


class ProductView(Struct, frozen=True):
    """A product with its maker."""

    id: str
    name: Phrase
    procurement_class: TermView
    needs: tuple[TermView, ...]
    note: Phrase | None
    maker: LinkView
    maker_kinds: tuple[TermView, ...]
    region: TermView


class CertificateView(Struct, frozen=True):
    """A certificate with its days in words."""

    kind: TermView
    status: str
    number: str
    type: Phrase | None
    since: str
    until: str
    until_day: str


class ParticipationView(Struct, frozen=True):
    """A program the enterprise took part in."""

    program: LinkView
    role: Phrase
    period: str


class PictureView(Struct, frozen=True):
    """A photograph; `path` is below the site's root."""

    path: str
    alt: Phrase
    credit: Phrase | None


class EnterpriseView(Struct, frozen=True):
    """Everything the page of an enterprise says."""

    id: str
    name: Phrase
    official: Phrase
    romanised: bool
    aliases: tuple[str, ...]
    kinds: tuple[TermView, ...]
    region: TermView
    regions: tuple[TermView, ...]
    sectors: tuple[TermView, ...]
    summary: Phrase | None
    picture: PictureView | None
    products: tuple[ProductView, ...]
    certificates: tuple[CertificateView, ...]
    participations: tuple[ParticipationView, ...]
    phones: tuple[PhoneView, ...]
    local: tuple[ContactView, ...]
    """Whom to call where it has no phone: the office in charge of its region."""
    homepage: WebView | None
    address: Phrase | None
    sources: tuple[SourceView, ...]
    checked_on: str
    note: Phrase | None
    tools: ToolsView

    @property
    def colours(self) -> tuple[str, ...]:
        """What its stand-in picture is sewn of."""
        return tuple(term.colour for term in self.kinds + self.sectors)

    @property
    def pictogram(self) -> str:
        """What it does, or of what kind it is; "" where neither is known."""
        return next((term.pictogram for term in self.sectors + self.kinds), "")


def enterprise_view(enterprise_id: str, reader: Reader) -> EnterpriseView:
    """The enterprise in the reader's language."""
    found = reader.catalogue.enterprises[enterprise_id]
    name, path = reader.say(found.name), f"enterprises/{enterprise_id}/"
    kinds = reader.terms("enterprise-kinds", found.kinds)
    region = reader.term("regions", found.region)
    maker = (LinkView(path, name), kinds, region)
    return EnterpriseView(
        id=enterprise_id,
        name=name,
        official=reader.korean(found.name.ko),
        romanised=found.name.romanised,
        aliases=found.aliases,
        kinds=kinds,
        region=region,
        regions=reader.regions(found.region),
        sectors=reader.terms("sectors", found.sectors),
        summary=reader.maybe(found.summary),
        picture=_picture(found, reader),
        products=tuple([_product(one, enterprise_id, maker, reader) for one in found.products]),
        certificates=tuple([_certificate(held, reader) for held in found.certificates]),
        participations=_participations(enterprise_id, found, reader),
        phones=tuple([phone(line, reader) for line in found.phones]),
        local=() if found.phones else local_contacts(found.region, reader),
        homepage=web(found.homepage) if found.homepage else None,
        address=reader.maybe(found.address),
        sources=sources(found.source, reader),
        checked_on=reader.day(found.checked_on) if found.checked_on else "",
        note=reader.maybe(found.note),
        tools=tools(path, reader),
    )


def _picture(found: Enterprise, reader: Reader) -> PictureView | None:
    """The first of its photographs."""
    if not found.pictures:
        return None
    first = found.pictures[0]
    path = f"pictures/{first.file.rpartition('.')[0]}.jpg"
    return PictureView(path, reader.say(first.alt), reader.maybe(first.credit))


def product_views(enterprise_id: str, reader: Reader) -> tuple[ProductView, ...]:
    """What an enterprise sells, each product with its maker."""
    return enterprise_view(enterprise_id, reader).products


def _product(
    product: Product,
    enterprise_id: str,
    maker: tuple[LinkView, tuple[TermView, ...], TermView],
    reader: Reader,
) -> ProductView:
    return ProductView(
        f"{enterprise_id}.{product.id}",
        reader.say(product.name),
        reader.term("procurement-classes", product.procurement_class),
        reader.terms("needs", product.needs),
        reader.maybe(product.note),
        *maker,
    )


def _certificate(held: Certificate, reader: Reader) -> CertificateView:
    return CertificateView(
        reader.term("enterprise-kinds", held.kind),
        reader.words[f"status_{held.status}"],
        held.number or "",
        reader.maybe(held.type),
        reader.day(held.since) if held.since else "",
        reader.day(held.until) if held.until else "",
        str(held.until.last()) if held.until else "",
    )


def _participations(
    enterprise_id: str, found: Enterprise, reader: Reader
) -> tuple[ParticipationView, ...]:
    """Programs it names itself, then programs that name it (as selected, partner, tenant)."""
    own = tuple(
        ParticipationView(
            reader.program(p.program),
            reader.say(p.role),
            reader.period(p.period) if p.period else "",
        )
        for p in found.participations
    )
    named = {p.program for p in found.participations}
    others = reader.catalogue.mentioned_by("enterprise", enterprise_id, "program")
    if not others:
        return own
    role = Phrase(reader.words["role_named"], reader.lang, reader.lang)
    return own + tuple(
        ParticipationView(reader.program(i), role, "") for i in others if i not in named
    )
