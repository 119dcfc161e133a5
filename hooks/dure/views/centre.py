"""A centre, department, team or body as its page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from dure.views.common import homepage, phone, sources, web
from dure.views.reader import once
from dure.views.tools import tools

if TYPE_CHECKING:
    from dure.render import Phrase
    from dure.views.common import PhoneView, SourceView, WebView
    from dure.views.reader import LinkView, Reader, TermView
    from dure.views.tools import ToolsView


class ChannelView(Struct, frozen=True):
    """A channel with where to find it."""

    kind: TermView
    handle: str
    web: WebView | None
    text: Phrase | None


class CentreView(Struct, frozen=True):
    """Everything the page of a centre says."""

    id: str
    name: Phrase
    official: Phrase
    kind: TermView
    parent: LinkView | None
    children: tuple[CentreView, ...]
    region: TermView
    serves: tuple[TermView, ...]
    stands_in: bool
    summary: Phrase | None
    duties: tuple[Phrase, ...]
    phones: tuple[PhoneView, ...]
    hours: Phrase | None
    address: Phrase | None
    homepage: WebView | None
    channels: tuple[ChannelView, ...]
    run_by: Phrase | None
    founded: str
    history: tuple[tuple[str, Phrase], ...]
    programs: tuple[LinkView, ...]
    sources: tuple[SourceView, ...]
    checked_on: str
    note: Phrase | None
    tools: ToolsView


@once
def centre_view(centre_id: str, reader: Reader) -> CentreView:
    """The centre in the reader's language, with the offices below it."""
    found = reader.catalogue.centres[centre_id]
    below = reader.catalogue.mentioned_by("centre", centre_id, "centre", "parent")
    return CentreView(
        id=centre_id,
        name=reader.say(found.name),
        official=reader.korean(found.name.ko),
        kind=reader.term("centre-kinds", found.kind),
        parent=reader.centre(found.parent) if found.parent else None,
        children=tuple(centre_view(i, reader) for i in below),
        region=reader.term("regions", found.region),
        serves=reader.terms("regions", found.serves),
        stands_in=found.stands_in,
        summary=reader.maybe(found.summary),
        duties=reader.all(found.duties),
        phones=tuple(phone(line, reader) for line in found.phones),
        hours=reader.maybe(found.hours),
        address=reader.maybe(found.address),
        homepage=homepage(found),
        channels=_channels(centre_id, reader),
        run_by=reader.maybe(found.run_by),
        founded=reader.day(found.founded) if found.founded else "",
        history=tuple((reader.period(e.when), reader.say(e.text)) for e in found.history),
        programs=_programs(centre_id, reader),
        sources=sources(found.source, reader),
        checked_on=reader.day(found.checked_on) if found.checked_on else "",
        note=reader.maybe(found.note),
        tools=tools(f"centres/{centre_id}/", reader),
    )


def _channels(centre_id: str, reader: Reader) -> tuple[ChannelView, ...]:
    return tuple(
        ChannelView(
            reader.term("channels", c.kind),
            c.handle or "",
            web(c.url) if c.url else None,
            reader.maybe(c.text),
        )
        for c in reader.catalogue.centres[centre_id].channels
    )


def _programs(centre_id: str, reader: Reader) -> tuple[LinkView, ...]:
    """Programs it runs, is entrusted with or answers for."""
    fields = ("operators", "entrusted_to", "contacts")
    ids = reader.catalogue.mentioned_by("centre", centre_id, "program", *fields)
    return tuple(reader.program(i) for i in ids)
