"""Notices of copyright whose years stand in digits of other scripts."""

import pytest

from audit.claims.held import held
from audit.claims.rights import years


@pytest.mark.parametrize(
    ("line", "name", "span"),
    [
        ("© ٢٠٢٠ مكتب الميناء. جميع الحقوق محفوظة", "مكتب الميناء", (2020, 2020)),
        ("© ۲۰۱۸–۲۰۲۰ روزنامه بندر. تمامی حقوق محفوظ است", "روزنامه بندر", (2018, 2020)),
        ("© २०२० बंदरगाह समाचार। सर्वाधिकार सुरक्षित", "बंदरगाह समाचार", (2020, 2020)),
        ("© ২০২০ বন্দর সংবাদ। সর্বস্বত্ব সংরক্ষিত", "বন্দর সংবাদ", (2020, 2020)),
        ("© 2020 مكتب الميناء. جميع الحقوق محفوظة", "مكتب الميناء", (2020, 2020)),
    ],
)
@pytest.mark.parametrize("before", ["", "The quay\n" * 100])
def test_years_and_name_of_a_notice(line, name, span, before):
    text = f"{before}{line}\nMore"
    noticed, found = held(text, len(before), len(before) + len(line))
    assert text[found.first : found.last] == name
    assert [text[each.first : each.last] for each in noticed] == [name]
    assert years(line) == span
