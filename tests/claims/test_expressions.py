"""Licences that are joined by words: all of them are told, in one expression of SPDX."""

import pytest

from audit.claims.rights import is_one_licence, statement
from audit.claims.rights.against import is_licence


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("Apache-2.0 and MIT", "Apache-2.0 AND MIT"),
        ("mit OR apache-2.0", "MIT OR Apache-2.0"),
        ("MIT/Apache-2.0", "MIT OR Apache-2.0"),
        ("License: Apache-2.0 and MIT", "Apache-2.0 AND MIT"),
        ("Licence: CC-BY-4.0 and ODbL-1.0", "CC-BY-4.0 AND ODbL-1.0"),
        ("Licensed under Apache-2.0 OR MIT.", "Apache-2.0 OR MIT"),
        ("SPDX-License-Identifier: (MIT AND BSD-3-Clause)", "(MIT AND BSD-3-Clause)"),
        ("SPDX-License-Identifier: Apache-2.0 and MIT", "Apache-2.0 AND MIT"),
        ("Apache-2.0 AND (MIT OR BSD-3-Clause)", "Apache-2.0 AND (MIT OR BSD-3-Clause)"),
        (
            "GPL-2.0-or-later with Classpath-exception-2.0 and MIT",
            "GPL-2.0-or-later WITH Classpath-exception-2.0 AND MIT",
        ),
        ("MIT and/or GPL-3.0+", "MIT OR GPL-3.0+"),
        ("License: GPL-2+ and AGPL-3", "GPL-2.0-or-later AND AGPL-3.0-only"),
        ("Licensed under the MIT License", "MIT"),
        ("License: CC-BY-SA-3.0-DE", "CC-BY-SA-3.0-DE"),
        ("This page is under CC BY 3.0 AT.", "CC-BY-3.0-AT"),
        ("CC-BY-3.0-XX", "CC-BY-3.0"),
        ("https://spdx.org/licenses/Apache-2.0.html", "Apache-2.0"),
        ("https://spdx.org/licenses/MIT.", "MIT"),
        ("License: MIT and ISC and Harbour", ""),
        ("Licensed under MIT or ISC, and of use to all", "MIT OR ISC"),
        ("MIT and Harvard", ""),
        ("Notes from MIT and Python", ""),
    ],
)
def test_all_licences_of_an_expression_are_told(text, normalized):
    assert statement(text) == normalized


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Apache-2.0 AND MIT", "MIT", True),
        ("Apache-2.0 AND (MIT OR ISC)", "ISC", True),
        ("GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2.0-only", True),
        ("Apache-2.0 AND MIT", "GPL-3.0-only", False),
        ("CC-BY-4.0 AND ODbL-1.0", "CC-BY", True),
    ],
)
def test_an_expression_agrees_with_each_of_its_licences(one, other, agree):
    assert is_one_licence(one, other) == is_one_licence(other, one) == agree
    assert is_licence(one)


def test_what_names_no_licence_is_none():
    assert not is_licence("()")
    assert not is_licence("MIT AND some-rights-reserved")
