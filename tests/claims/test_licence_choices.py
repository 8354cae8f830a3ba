"""Licences of which one may be chosen are one expression, as SPDX writes it."""

import pytest

from audit.claims.rights import Sense, mentions

EITHER = "Apache-2.0 OR MIT"
SAID = {
    "Licensed under the Apache License, Version 2.0 or the MIT license, at your option.": EITHER,
    "This work is dual-licensed under Apache 2.0 and MIT licenses.": EITHER,
    "You may use this software under the terms of the Apache License 2.0, or (at your option) "
    "the MIT licence.": EITHER,
    "Licensed under either of the [Apache License, Version\n2.0](LICENSE-APACHE) or "
    "[MIT license](LICENSE-MIT) at your option.": EITHER,
    "Licensed under the Apache License, Version 2.0 <LICENSE-APACHE or https://clock.example/a> "
    "or the MIT license <LICENSE-MIT>, at your option.": EITHER,
    "This program is dual-licensed under the MIT license and the GNU General Public License "
    "version 2.": "MIT OR GPL-2.0-only",
    "This program is licensed under the GPL v2 or later or the MIT license.":
        "GPL-2.0-or-later OR MIT",
    "Triple-licensed under MPL 1.1, GPL 2.0 or LGPL 2.1.":
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-only",
    "Licensed under the GNU General Public License v2 or the BSD 3-Clause License.":
        "GPL-2.0-only OR BSD-3-Clause",
    "Dual-licensed under MIT or Apache-2.0.": "MIT OR Apache-2.0",
    "Dual licensed under the MIT and GPL licenses.": "MIT OR GPL",
    "Dual licensed under the MIT or GPL Version 2 licenses.": "MIT OR GPL-2.0-only",
    "Dual licensed under the BSD or Apache 2.0 licenses.": "BSD-3-Clause OR Apache-2.0",
    "It is dual licensed under the GNU LGPL version 2.1, and the Apache License 2.0.":
        "LGPL-2.1-only OR Apache-2.0",
    "This work is dual licensed under LGPL and MPL (see the notes).": "LGPL OR MPL",
    "This work is dual-licensed under the Unlicense and MIT licenses.": "Unlicense OR MIT",
    "This work is dual-licensed under MIT or the [UNLICENSE](https://bell.example/).":
        "MIT OR Unlicense",
    "Licensed under the terms of either the GPLv3 or the MPL 2.0.": "GPL-3.0-only OR MPL-2.0",
    "// Licensed under the Apache License, Version 2.0 <LICENSE-APACHE or\n"
    "// https://clock.example/a> or the MIT license\n"
    "// <LICENSE-MIT or https://clock.example/m>, at your\n// option.": EITHER,
    "Licensed under MIT/LGPL 2.1+.": "MIT OR LGPL-2.1-or-later",
    "Licensed under MIT OR Apache-2.0 WITH LLVM-exception.":
        "MIT OR Apache-2.0 WITH LLVM-exception",
}  # fmt: skip
LATER = "or (at\nyour option) any later version."
LIST = """Licensed under either of

 * Apache License, Version 2.0 ([LICENSE-APACHE](LICENSE-APACHE) or https://clock.example/a)
 * MIT license ([LICENSE-MIT](LICENSE-MIT) or https://clock.example/m)

at your option.
"""


def said(text, end=None):
    found = mentions(text, 0, len(text) if end is None else end)
    return [each.normalized for each in found if each.sense is Sense.SAID]


@pytest.mark.parametrize(("text", "normalized"), SAID.items())
def test_a_choice_is_one_expression(text, normalized):
    assert said(text) == [normalized]


@pytest.mark.parametrize("bullet", "*-•")
def test_a_list_below_the_line_that_leads_to_it(bullet):
    text = LIST.replace(" * ", f" {bullet} ")
    assert said(text, text.index("\n")) == [EITHER]


def test_a_list_whose_addresses_go_on_in_the_next_line():
    text = LIST.replace(" ([", ", ([").replace(" or https", " or\n   https")
    assert said(text, text.index("\n")) == [EITHER]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        (
            f"Licensed under the GNU GPL, either version 2 of the License, {LATER}",
            "GPL-2.0-or-later",
        ),
        ("Licensed under the GPL, version 2 of the License.", "GPL-2.0-only"),
        ("Licensed under the GPL version 2 with the Classpath Exception.", "GPL"),
        ("This work is licensed under the GPL version 3 or later.", "GPL-3.0-or-later"),
        ("Licensed under the GPLv3+.", "GPL-3.0-or-later"),
        ("This work is licensed under the LGPL, version 2.1 (or later).", "LGPL-2.1-or-later"),
        ("Released under the GPL, see the file COPYING.", "GPL"),
    ],
)
def test_a_licence_of_gnu_by_its_short_name(text, normalized):
    assert said(text) == [normalized]


@pytest.mark.parametrize(
    "text",
    [
        "The clock is not licensed under the MIT license or the Apache License, Version 2.0.",
        "Some bells are available under the MIT license or the Apache License 2.0.",
        "This clock may be redistributed under the terms of the GPL, LGPL, or any other licence.",
        "It rings bells licensed under the GPL.",
        "Available under GPL-compatible licences.",
        "Released under GPL-like terms.",
        "Available under MIT-compatible licences.",
        "Code licensed under the GPL, version 3 or later cannot be used here.",
        "Code licensed under the MIT license cannot be used here.",
        "Programs distributed under the GPL must come with their source.",
        "Files licensed under either MIT or Apache-2.0 are kept apart.",
    ],
)
def test_what_offers_nothing(text):
    assert said(text) == []


def test_what_and_joins_may_be_of_several_parts():
    text = "This work is licensed under the MIT License and the Apache License 2.0."
    assert said(text) == ["MIT", "Apache-2.0"]


@pytest.mark.parametrize(
    "more",
    [
        "(",
        "(a",
        "[",
        " <",
        "MIT or ",
        "(()",
        " or (at your option) ",
        "MIT (\n",
        "MIT <a\n",
        "MIT (()\n",
    ],
)
def test_long_lines_take_no_time(more):
    text = f"Licensed under either of {more * 100_000}"
    assert said(text) == []


def test_a_line_of_many_choices_takes_no_time():
    text = "This work is dual licensed under the MIT and GPL licenses; " * 3_000
    assert set(said(text)) == {"MIT OR GPL"}
