"""Made-up provinces for measuring: any number of enterprises, always the same ones.

Names begin with 가상 (fiction), so that no record can be taken for a real enterprise. Regions,
sectors and kinds are those of the real vocabularies, which are copied with the documents. Each
city has an office; one enterprise in four has no telephone, so that its page names that office.

    python -m benchmarks.synthetic 5505 build/bench/5505
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
SEED = 20_221_231
_SYLLABLES = "가나다라마바사아자차카타파하고노도로모보소오조초구누두루무부수우주"
_ENDINGS = ("협동조합", "사회적협동조합", "마을기업", "나눔터", "공방", "돌봄", "상회", "디자인")
_SPELLED = (
    "ga na da ra ma ba sa a ja cha ka ta pa ha go no do ro mo bo so o jo cho "
    "gu nu du ru mu bu su u ju"
)
_ROMAN = dict(zip(_SYLLABLES, _SPELLED.split(), strict=True))
_PRODUCTS = (
    ("사무실 정기 청소", "Regular office cleaning", "services", "cleaning-disinfection"),
    ("행사용 도시락", "Lunch boxes for events", "goods", "lunch-catering"),
    ("안내책자 인쇄", "Printing of guidebooks", "goods", "printing"),
    ("원목 책상 제작", "Solid wood desks", "goods", "furniture-interiors"),
    (
        "환경 교육 강사 파견",
        "Lecturers for environmental education",
        "services",
        "education-lecturers",
    ),
    ("어르신 방문 돌봄", "Home care for older people", "services", "care"),
    ("누리집 만들기", "Websites", "services", "it"),
    ("기념품 꾸러미", "Gift sets", "goods", "events-gifts"),
)


def write_province(number: int, folder: Path) -> None:
    """Writes a data folder with `number` enterprises; the folder is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("vocabularies", "documents"):
        shutil.copytree(ROOT / "data" / name, folder / name)
    site = yaml.load((ROOT / "data" / "site.yml").read_text("utf-8"), Loader=yaml.CBaseLoader)
    kept = {
        key: site[key] for key in ("title", "tagline", "description", "url", "publisher", "regions")
    }
    _write(folder / "site.yml", kept)
    chance = random.Random(SEED)
    regions, sectors, kinds = (_terms(name) for name in ("regions", "sectors", "enterprise-kinds"))
    cities = [term for term in regions if "-" in term]
    for city in cities:
        _write(_made(folder / "centres") / f"gasang-{city}.yml", _centre(city, cities.index(city)))
    for at in range(number):
        region = cities[at % len(cities)]
        path = _made(folder / "enterprises" / region) / f"made-up-{at:05d}.yml"
        _write(path, _enterprise(at, region, sectors, kinds, chance))


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _terms(vocabulary: str) -> list[str]:
    path = ROOT / "data" / "vocabularies" / f"{vocabulary}.yml"
    return [t["id"] for t in yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader)["terms"]]


def _centre(region: str, at: int) -> dict[str, object]:
    """The office that the pages of enterprises without a telephone name."""
    return {
        "name": {"ko": f"가상 지원센터 {at}", "en": f"Fiction Support Centre {at}"},
        "kind": "support-centre", "region": region, "serves": [region],
        "phones": [{"id": "main", "number": f"070-3999-{at:04d}"}],
        "source": [{"document": "gyeonggi-guide-2022", "where": f"가상 목록 {at}번"}],
    }  # fmt: skip


def _enterprise(
    at: int, region: str, sectors: list[str], kinds: list[str], chance: random.Random
) -> dict[str, object]:
    letters = chance.choices(_SYLLABLES, k=3)
    name = "".join(letters)
    roman = "".join(_ROMAN[letter] for letter in letters).capitalize()
    ending = chance.choice(_ENDINGS)
    products = chance.sample(_PRODUCTS, k=chance.choice((2, 3)))
    phones = [{"id": "main", "number": f"070-{4000 + at // 10000:04d}-{at % 10000:04d}"}]
    return {
        "name": {
            "ko": f"가상 {name}{ending} {at}",
            "en": f"Fiction {roman} {at}",
            "romanised": "true",
        },
        "kinds": [chance.choice(kinds)],
        "region": region,
        "sectors": chance.sample(sectors, k=chance.choice((1, 2))),
        "summary": {
            "ko": f"{name} 지역의 주민이 함께 일자리를 만들고 {products[0][0]} 같은 일을 합니다. "
            "공공기관과 이웃이 믿고 맡길 수 있도록 품질을 스스로 점검합니다.",
            "en": f"Neighbours of {roman} make jobs together and offer {products[0][1].lower()}. "
            "They check their own quality so that public bodies can rely on them.",
        },
        "products": [_product(index, product) for index, product in enumerate(products)],
        "certificates": [
            {
                "kind": "social-enterprise",
                "status": "certified",
                "number": f"가상 제{2007 + at % 15}-{at:04d}호",
                "since": f"{2015 + at % 7}-0{1 + at % 9}",
            }
        ],
        **({"phones": phones} if at % 4 else {}),
        "homepage": f"made-up-{at}.example.com",
        "address": {"ko": f"가상로 {at % 300 + 1}", "en": f"{at % 300 + 1} Gasang-ro"},
        "source": [{"document": "gyeonggi-guide-2022", "where": f"가상 목록 {at}번"}],
    }


def _product(index: int, product: tuple[str, str, str, str]) -> dict[str, object]:
    ko, en, procurement_class, need = product
    return {
        "id": f"p{index + 1}",
        "name": {"ko": ko, "en": en},
        "procurement_class": procurement_class,
        "needs": [need],
        "note": {
            "ko": "수량과 일정에 맞추어 견적을 냅니다.",
            "en": "Quotations to fit quantity and schedule.",
        },
    }


def _write(path: Path, value: object) -> None:
    text = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    write_province(int(sys.argv[1]), Path(sys.argv[2]))
