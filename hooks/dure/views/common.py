"""What records of several kinds show alike: phones, sources, contacts, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.views.reader import LinkView, once

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dure.records import Centre
    from dure.records.program import Contact
    from dure.records.values import Link, PhoneLine, Source
    from dure.render import Phrase
    from dure.views.reader import Reader


class Call(Struct, frozen=True):
    """One number to call; `shown` is as printed, `tel` the address of the call."""

    shown: str
    tel: str
    spoken: str


class PhoneView(Struct, frozen=True):
    """A printed number or range: the first call bears it as printed, the others their end."""

    id: str
    calls: tuple[Call, ...]
    label: Phrase | None
    hours: Phrase | None


class ContactView(Struct, frozen=True, eq=False):
    """An office to ask with the numbers that answer."""

    office: LinkView
    above: LinkView | None
    phones: tuple[PhoneView, ...]
    about: Phrase | None
    homepage: WebView | None
    numbers: int = 0
    """How many numbers its page has, where only some of them are here."""


class WebView(Struct, frozen=True):
    """An outside address; `shown` as printed, `href` with a scheme."""

    label: str
    href: str
    words: Phrase | None = None


class SourceView(Struct, frozen=True):
    """Document and place a fact comes from."""

    document: LinkView
    where: Phrase
    year: int


def phone(line: PhoneLine, reader: Reader) -> PhoneView:
    """A phone line to show; each number of a range can be called."""
    printed, (first, *others) = line.number.display, line.number.phones
    calls = [Call(printed, first.tel, first.display)]
    calls += [Call(p.digits[-4:], p.tel, p.display) for p in others]
    return PhoneView(line.id, tuple(calls), reader.maybe(line.label), reader.maybe(line.hours))


def web(address: str, words: Phrase | None = None) -> WebView:
    """A web address to show; one printed without a scheme gets `http://`."""
    href = address if address.startswith(("http://", "https://")) else f"http://{address}"
    bare = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    return WebView(bare, href, words)


def links(found: Iterable[Link], reader: Reader) -> tuple[WebView, ...]:
    """Links of a record."""
    return tuple(web(link.url, reader.say(link.label)) for link in found)


def sources(found: Iterable[Source], reader: Reader) -> tuple[SourceView, ...]:
    """Sources of a record."""
    documents = reader.catalogue.documents
    made = [
        SourceView(
            _document(s.document, reader), reader.korean(s.where), documents[s.document].year
        )
        for s in found
    ]
    return tuple(made)


@once
def _document(document_id: str, reader: Reader) -> LinkView:
    title = reader.catalogue.documents[document_id].title
    return LinkView(f"documents/#{document_id}", reader.say(title))


def contact(found: Contact, reader: Reader) -> ContactView:
    """A contact with the numbers it names, or all of its office's."""
    office = reader.catalogue.centres[found.office]
    lines = [line for line in office.phones if not found.phones or line.id in found.phones]
    return ContactView(
        reader.centre(found.office),
        reader.centre(office.parent) if office.parent else None,
        tuple(phone(line, reader) for line in lines),
        reader.maybe(found.about),
        homepage(office),
    )


def homepage(office: Centre) -> WebView | None:
    """The office's homepage, if the documents print one."""
    return web(office.homepage) if office.homepage else None
