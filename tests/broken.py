"""Ways to break the sample data, one at a time."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

from tests.sample import rewrite

Change = Callable[[Path], object]

GROWTH = "programs/sample-growth.yml"
SCHOOL = "programs/sample-growth-school.yml"
LOAN = "programs/sample-loan.yml"
DURE = "enterprises/gaon-haneul/sample-dure.yml"
CENTRE = "centres/gaon-centre.yml"
BUDGET = "indicators/sample-budget.yml"


def edit(name: str, old: str, new: str) -> Change:
    """In one file, `old` becomes `new`."""
    return lambda root: rewrite(root, name, old, new)


def put(name: str, content: str | bytes) -> Change:
    """A file with this content, new or instead of the one there."""
    raw = content if isinstance(content, bytes) else content.encode()

    def change(root: Path) -> None:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(raw)

    return change


def recoded(name: str, encoding: str) -> Change:
    """A file saved again in another encoding."""

    def change(root: Path) -> None:
        path = root / name
        path.write_bytes(path.read_text("utf-8").encode(encoding))

    return change


def moved(old: str, new: str) -> Change:
    """A file under another name."""

    def change(root: Path) -> None:
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)

    return change


def both(*changes: Change) -> Change:
    """Several changes, one after the other."""
    return lambda root: [change(root) for change in changes]


def linked(name: str, target: str) -> Change:
    """A symbolic link."""
    return lambda root: (root / name).symlink_to(target)


def piped(name: str) -> Change:
    """A named pipe, which would keep its reader waiting for ever."""
    return lambda root: os.mkfifo(root / name)


def decomposed(name: str, words: str) -> Change:
    """The words as some systems type them: Hangul in its single letters."""
    return edit(name, words, unicodedata.normalize("NFD", words))


_LAUGHS = "a0: &a0 [ha, ha]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
_NAME = "name: {ko: 가상 융자, en: Sample Loan}"

FILES: dict[str, Change] = {
    "saved as CP949": recoded(LOAN, "cp949"),
    "saved as UTF-16": recoded(LOAN, "utf-16"),
    "saved with a byte order mark": recoded(LOAN, "utf-8-sig"),
    "neither UTF-8 nor CP949": put(LOAN, "name: {ko: 가".encode() + b"\xff}"),
    "an empty file": put(LOAN, " \n"),
    "only a comment": put(LOAN, "# to do\n"),
    "only a document mark": put(LOAN, "---\n"),
    "a tab": edit(LOAN, "year: 2019", "\tyear: 2019"),
    "a control character": edit(LOAN, "빌려줍니다", "빌려\x07줍니다"),
    "a line break of another world": edit(LOAN, "빌려줍니다", "빌려\u2028줍니다"),
    "a bracket left open": edit(LOAN, "[bada-office]", "[bada-office"),
    "a colon in plain text": edit(LOAN, _NAME, "name: 융자: 가상"),
    "a field twice": edit(LOAN, "year: 2019", "year: 2019\nyear: 2020"),
    "an anchor": edit(LOAN, "[loan]", "&kinds [loan]"),
    "an alias": edit(LOAN, "[loan]", "*kinds"),
    "a billion laughs": put(LOAN, _LAUGHS),
    "a Python object": edit(LOAN, "2019\nop", "!!python/object/apply:os.abort []\nop"),
    "two documents": edit(LOAN, "year: 2019", "---\nyear: 2019"),
    "a list as a key": edit(LOAN, "year: 2019", "? [year]\n: 2019"),
    "a list at the top": put(LOAN, "- 가\n"),
    "a text at the top": put(LOAN, "\n가상 융자\n"),
    "nested without end": put(LOAN, "a: " + "[" * 5000),
    "larger than 1 MiB": put(LOAN, "# " + "가" * 400_000),
    "a symbolic link": linked("programs/other.yml", "sample-loan.yml"),
    "a linked folder": linked("programs/more", "../centres"),
    "a pipe": piped("programs/pipe.yml"),
    "a file called .yaml": moved(LOAN, "programs/sample-loan.yaml"),
    "another kind of file": put("programs/notes.docx", "x"),
    "an unknown folder": put("enterprize/gaon/x.yml", "x: 1"),
    "a folder nobody knows": put("문서/x.yml", "x: 1"),
    "a record beside the folders": put("sample.yml", "x: 1"),
    "a Korean file name": put("programs/융자.yml", "x: 1"),
    "a file name in capitals": put("programs/Sample.yml", "x: 1"),
    "a file name that is too long": put(f"programs/{'a' * 81}.yml", "x: 1"),
    "no site settings": lambda root: (root / "site.yml").unlink(),
    "linked site settings": both(
        moved("site.yml", "../site.yml"), linked("site.yml", "../site.yml")
    ),
    "broken site settings": edit("site.yml", "https://sample", "ftp://sample"),
}

FIELDS: dict[str, Change] = {
    "an unknown field": edit(LOAN, "supports:", "suports:"),
    "an unknown field like no other": edit(LOAN, "year: 2019", "year: 2019\nqqq: 1"),
    "an unknown field deep inside": edit(GROWTH, "kind: grant", "kinds: grant"),
    "an unknown field with brackets": edit(LOAN, "year: 2019", "year: 2019\n'x[0]': 1"),
    "an id": edit(LOAN, "year: 2019", "id: sample-loan\nyear: 2019"),
    "a missing field": edit(LOAN, "access: apply\n", ""),
    "a missing field deep inside": edit(GROWTH, "kind: notice, ", ""),
    "a missing translation's original": edit(LOAN, _NAME, "name: {en: Sample Loan}"),
    "a wrong choice": edit(LOAN, "access: apply", "access: aply"),
    "a wrong choice like no other": edit(LOAN, "access: apply", "access: 신청"),
    "a bad id": edit(LOAN, "[loan]", "[Loan_1]"),
    "a comma inside braces": edit(GROWTH, "1896530", "1,896,530"),
    "a number YAML would read as octal": edit(LOAN, "year: 2019", "year: 02019"),
    "a number with underscores": edit(GROWTH, "1896530", "1_896_530"),
    "half a year": edit(LOAN, "year: 2019", "year: 2019.5"),
    "a sum written with commas": edit(GROWTH, "value: 5170000", "value: '5,170,000'"),
    "a bad number": edit(GROWTH, "1200.5", "1200.5㎡"),
    "a number that is none": edit(GROWTH, "1200.5", ".nan"),
    "a number to fill the memory": edit(GROWTH, "1200.5", "1e999999999"),
    "a number out of range": edit(LOAN, "year: 2019", "year: 1019"),
    "a negative sum": edit(GROWTH, "1896530", "-1"),
    "neither true nor false": edit(SCHOOL, "rolling: true", "rolling: 수시"),
    "a day not in the calendar": edit(GROWTH, "2022-04-05", "2022-02-30"),
    "a day written with points": edit(GROWTH, "2022-04-05", "2022. 4. 5."),
    "a period that runs backwards": edit(GROWTH, "2022-03/2022-11", "2022-11/2022-03"),
    "a period without an end": edit(GROWTH, "2022-03/2022-11", "2022-03/"),
    "a range that runs backwards": edit(GROWTH, "to_krw: 70000000", "to_krw: 7"),
    "no phone": edit(CENTRE, "1522-0120", "문의 바람"),
    "a phone range that runs backwards": edit(CENTRE, "0110~2", "0112~0"),
    "a script as a homepage": edit(CENTRE, "www.centre.sample.example", "javascript:alert(1)"),
    "a homepage with quotes": edit(CENTRE, "www.centre.sample.example", "a.kr/\"onload='x'"),
    "decomposed Hangul": decomposed(LOAN, "가상 융자"),
    "another middle dot": edit(LOAN, _NAME, "name: {ko: 융자•보증}"),
    "a name on two lines": edit(LOAN, _NAME, "name:\n  ko: |\n    가상\n    융자"),
    "an invisible character": edit(LOAN, _NAME, 'name: {ko: "융자\\u200b"}'),
    "an escaped terminal code": edit(LOAN, "access: apply", 'access: "\\e[31m\\n"'),
    "a blank text": edit(
        LOAN,
        "note: {ko: 문서의 합계가 맞지 않습니다., en: The printed total does not add up.}",
        "note:",
    ),
    "a blank required text": edit(LOAN, _NAME, "name:"),
    "a blank number": edit(LOAN, "year: 2019", "year:"),
    "a blank choice": edit(GROWTH, "every: month", "every: ''"),
    "an empty list where one is needed": edit(LOAN, "[bada-office]", "[]"),
    "a list where a mapping is expected": edit(LOAN, _NAME, "name: [가상 융자]"),
    "a mapping where a list is expected": edit(LOAN, "[bada-office]", "{a: b}"),
    "a text where a list is expected": edit(LOAN, "[bada-office]", "bada-office"),
    "a list where a text is expected": edit(LOAN, "en: Sample Loan", "en: [Sample, Loan]"),
    "a name that is too long": edit(LOAN, "en: Sample Loan", f"en: {'x' * 401}"),
    "a text that is too long": edit(LOAN, "빌려줍니다.", "돈" * 4000),
    "a tile with three numbers": edit("vocabularies/regions.yml", "[1, 0]", "[1, 0, 2]"),
    "a list in a table cell": edit(BUDGET, "'-', 10", "[], 10"),
}

RULES: dict[str, Change] = {
    "an unknown reference": edit(LOAN, "[bada-office]", "[bada-offise]"),
    "an unknown reference like no other": edit(LOAN, "[bada-office]", "[zzz]"),
    "an unknown reference deep inside": edit(GROWTH, "[sample-bada]", "[sample-badaa]"),
    "a reference by a former id": both(
        edit(LOAN, "[bada-office]", "[sea-desk]"),
        edit("centres/bada-office.yml", "region:", "former_ids: [sea-desk]\nregion:"),
    ),
    "an unknown document": edit(LOAN, "sample-plan-2019", "sample-plan-2018"),
    "an unknown term": edit(LOAN, "[loan]", "[loans]"),
    "an unknown unit": edit(GROWTH, "unit: million-won", "unit: billion"),
    "an unknown region of the site": edit("site.yml", "[gaon]", "[gaonn]"),
    "an unknown phone": edit(GROWTH, "[advice]", "[advise]"),
    "an unknown section": edit(GROWTH, "section: money", "section: monye"),
    "a term under an unknown one": edit(
        "vocabularies/regions.yml", "parent: gaon\n    level: county", "parent: gaonn"
    ),
    "terms in a circle": edit("vocabularies/regions.yml", "level: province", "parent: gaon-bada"),
    "an enterprise in another region's folder": moved(
        DURE, "enterprises/gaon-bada/sample-dure.yml"
    ),
    "an enterprise in no region's folder": moved(DURE, "enterprises/sample-dure.yml"),
    "one id in two folders": put(
        "enterprises/gaon-haneul/sample-bada.yml",
        "name: {ko: 가상 바다}\nregion: gaon-haneul\n"
        "source:\n  - {document: sample-plan-2019, where: 목록}\n",
    ),
    "a former id that is taken": edit(
        LOAN, "year: 2019", "former_ids: [sample-growth]\nyear: 2019"
    ),
    "a former id of two": both(
        edit(LOAN, "year: 2019", "former_ids: [sample-lending]\nyear: 2019"),
        edit(GROWTH, "year: 2022\nop", "former_ids: [sample-lending]\nyear: 2022\nop"),
    ),
    "one phone under two offices": edit("centres/bada-office.yml", "0140", "0111"),
    "one handle twice": edit(CENTRE, "id: desk", "id: advice"),
    "parents in a circle": edit(
        "centres/gaon-province.yml", "region: gaon", "parent: gaon-centre-market\nregion: gaon"
    ),
    "its own parent": edit(GROWTH, "year: 2022\nop", "year: 2022\nparent: sample-growth\nop"),
    "a row that is too short": edit(BUDGET, "[300, 300, 600]", "[300, 600]"),
    "a sum down that differs": edit(BUDGET, "1500.5, 2800.5", "1600.5, 2900.5"),
    "a sum across that differs": edit(BUDGET, "2200.5]", "2200]"),
    "a sum of an unknown row": edit(BUDGET, "[grants, loans]", "[grants, lones]"),
    "a budget that does not add up": edit(GROWTH, "krw: 620000000", "krw: 62000000"),
    "a certificate that ends first": edit(DURE, "2023-04-30", "2020-04"),
    "an application that ends first": edit(GROWTH, "2022-05-06", "2022-03"),
}
