"""Rules MI03 and MI04: a place by names, short names or codes, in columns or in one line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.fields import Place, divisions
from tests.unit.fields.cells import field, read, rules

HOME = field("division")
HAISHU = Place("330203", "浙江省", "宁波市", "海曙区")


def cells(province: object = None, city: object = None, county: object = None) -> dict[str, object]:
    return {"province": province, "city": city, "county": county}


@pytest.mark.parametrize(
    "typed",
    [
        cells("浙江省", "宁波市", "海曙区"),
        cells("浙江", "宁波", "海曙"),
        cells("330000", "330200", "330203"),
        cells("33", "3302", "330203"),
        cells(33, 3302.0, Decimal(330203)),
        cells(" 浙江省\u3000", "宁波市 ", "３３０２０３"),
        cells(county="330203"),
        cells(province="330203"),
        cells(province="浙江", county=330203),
        "330203",
        330203.0,
        "浙江省 宁波市 海曙区",
        "浙江/宁波/海曙",
        "浙江省宁波市海曙区",
        "浙江省，宁波市，海曙区",
    ],
)
def test_every_way_of_writing_a_county(typed: object) -> None:
    parsed = read(HOME, typed)
    assert parsed.value == HAISHU
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (cells("内蒙古", "呼和浩特", "新城"), "150102"),
        (cells("广西", "南宁", "青秀"), "450103"),
        (cells("新疆", "伊犁", "伊宁市"), "654002"),
        (cells("吉林", "延边", "延吉"), "222401"),
        (cells("北京市", "市辖区", "朝阳区"), "110105"),
        (cells("北京市", "北京市", "朝阳区"), "110105"),
        (cells("北京", None, "朝阳"), "110105"),
        (cells("北京", "朝阳", None), "110105"),
        ("北京市朝阳区", "110105"),
        (cells("重庆市", "县", "云阳县"), "500235"),
        ("重庆 云阳县", "500235"),
        ("新疆 石河子", "659001"),
        (cells("新疆", "石河子市", "石河子市"), "659001"),
        (cells("河南省", "省直辖县级行政区划", "济源市"), "419001"),
        (cells("浙江省", "宁波市", "测试区"), "330299"),
    ],
)
def test_municipalities_and_autonomous_regions(typed: object, code: str) -> None:
    parsed = read(HOME, typed)
    assert parsed.problems == ()
    assert isinstance(parsed.value, Place)
    assert parsed.value.code == code


@pytest.mark.parametrize("city", ["东莞市", "中山市"])
def test_mi03_a_city_without_counties_needs_none(city: str) -> None:
    parsed = read(HOME, cells("广东", city))
    assert parsed.problems == ()
    assert isinstance(parsed.value, Place)
    assert (parsed.value.city, parsed.value.county) == (city, "")
    assert read(HOME, cells("广东", city, city)).value == parsed.value


def test_mi04_a_county_where_the_city_has_none() -> None:
    parsed = read(HOME, cells("广东省", "东莞市", "南城街道"))
    assert [(one.rule, one.column) for one in parsed.problems] == [("MI04", "county")]
    assert parsed.value is None


@pytest.mark.parametrize("code", ["710000", "810000", "820000"])
def test_a_province_without_cities(code: str) -> None:
    assert read(HOME, code).value == Place(code, divisions.name_of(code), "", "")
    assert rules(read(HOME, cells(code, "台北市"))) == ["MI04"]


def test_mi03_all_blank() -> None:
    for blank in (None, "", cells(), cells("", " ", "\u3000"), {}):
        parsed = read(HOME, blank)
        assert [(one.rule, one.column) for one in parsed.problems] == [("MI03", "province")]
        assert read(HOME, blank, required=False).problems == ()


@pytest.mark.parametrize("required", [True, False])
@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        (cells("浙江省"), ["city", "county"]),
        (cells("浙江省", "宁波市"), ["county"]),
        (cells("浙江省", None, "海曙区"), ["city"]),
        (cells(None, "宁波市", "海曙区"), ["province"]),
        (cells(None, "宁波市", None), ["province", "county"]),
        (cells("北京市"), ["city", "county"]),
        ("浙江省 宁波市", ["county"]),
        ("330200", ["county"]),
    ],
)
def test_mi03_half_a_place_is_none(typed: object, missing: list[str], required: bool) -> None:
    parsed = read(HOME, typed, required=required)
    assert [(one.rule, one.column) for one in parsed.problems] == [("MI03", level) for level in missing]


@pytest.mark.parametrize(
    ("typed", "column", "cure"),
    [
        (cells("浙将省", "宁波市", "海曙区"), "province", "浙江省 (330000)"),
        (cells("浙江省", "宁坡市", "海曙区"), "city", "宁波市 (330200)"),
        (cells("浙江省", "宁波市", "海曙县"), "county", "海曙区 (330203)"),
        (cells("浙江省", "南京市", "玄武区"), "city", "江苏省"),
        (cells("浙江省", "宁波市", "上城区"), "county", "浙江省 杭州市"),
        (cells("浙江省", "杭州市", "330203"), "county", "浙江省 宁波市"),
        (cells("重庆市", "市辖区", "云阳县"), "county", "重庆市 县"),
        (cells("北京市", None, "海曙区"), "county", "浙江省 宁波市"),
    ],
)
def test_mi04_what_does_not_belong_there(typed: object, column: str, cure: str) -> None:
    (problem,) = read(HOME, typed).problems
    assert (problem.rule, problem.column) == ("MI04", column)
    assert all(cure in problem.cure.to(language) for language in ("es", "en", "zh"))


@pytest.mark.parametrize(
    "typed", ["999999", "330298", "12345", 1, "浙江省 宁波市 海曙区 某街道", True, cells("浙江省", True)]
)
def test_mi04_what_is_no_place(typed: object) -> None:
    parsed = read(HOME, typed)
    assert rules(parsed) == ["MI04"]
    assert parsed.value is None


@pytest.mark.parametrize("typed", ["大兴", "浙", "市"])
def test_a_short_name_is_not_just_any_beginning(typed: str) -> None:
    assert divisions.find(typed, "230000") is None


def test_one_character_is_too_short_a_name() -> None:
    assert divisions.find("赵县", "130100") == ("130133", "赵县")
    assert divisions.find("赵", "130100") is None


def test_every_county_is_found_again_by_its_names_and_its_code() -> None:
    counties = [
        Place(county.code, province.name, city.name, county.name)
        for province in divisions.within("")
        for city in divisions.within(province.code)
        for county in divisions.within(city.code)
    ]
    assert len(counties) > 2_800
    for place in counties:
        assert read(HOME, place.code).value == place
        assert read(HOME, cells(place.province, place.city, place.county)).value == place


def test_the_columns_are_named_apart_and_show_the_example() -> None:
    columns = field("division", example="330203", column_labels={"city": {"es": "Ciudad natal"}}).columns()
    assert [one.key for one in columns] == ["province", "city", "county"]
    assert [one.label.to("es") for one in columns] == ["Provincia", "Ciudad natal", "Distrito o condado"]
    assert [one.example for one in columns] == ["浙江省", "宁波市", "海曙区"]
    assert str(HAISHU) == "浙江省 宁波市 海曙区"
