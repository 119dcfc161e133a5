"""One page of each template, and the languages it is in."""

TEMPLATES = {
    "home": "",
    "programs": "programs/?region=gyeonggi-goyang",
    "programs as a table": "programs/?view=table&sort=amount",
    "program": "programs/goyang-startup/",
    "program without a contact": "programs/gangbuk-committee/",
    "calendar": "calendar/",
    "enterprises": "enterprises/",
    "enterprise": "enterprises/art-find/",
    "products": "products/",
    "centres": "centres/",
    "centres of a place without one": "centres/?region=seoul-gangnam",
    "centre": "centres/gyeonggi-se-centre/",
    "indicators": "indicators/",
    "booklets": "booklets/",
    "documents": "documents/",
    "search": "search/",
    "search results": "search/?q=%EC%B0%BD%EC%97%85",
    "search without results": "search/?q=qzqzqz",
    "guide": "buyers/",
    "history": "history/",
    "organisation": "organisation/",
}
ROOTS = {"ko": "", "en": "en/"}
