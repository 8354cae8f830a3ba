"""Licences as programs are given them: named in a line, in a label, granted below a notice."""

import pytest

from audit.claims.rights import statement
from audit.extractors import conflicts, extract_all

GRANT = {
    "free": "Permission is hereby granted, free of charge, to any person obtaining a copy of this\n"
    "clockwork, to wind it.\n",
    "use": "Permission to use, copy, modify and/or wind this clockwork for any purpose with or\n"
    "without fee is hereby granted, provided that the bell is left alone.\n",
    "shared": "Redistribution and use in source and binary forms, with or without\n"
    "modification, are permitted provided that the bell is left alone.\n",
    "copied": "This clockwork may be copied under the terms of the harbour office.\n",
    "free as software": "This clockwork is free; you can wind it and/or stop it as you like.\n",
}


def chosen(evidence):
    return [c.normalized for c in evidence.claims if c.chosen and c.property == "rights"]


@pytest.mark.parametrize("grant", GRANT.values(), ids=GRANT)
@pytest.mark.parametrize(
    "notice", ["Copyright (c) 2016 Ada Lind", "(c) 2016 Ada Lind\nAll rights reserved."]
)
def test_a_notice_above_a_permission_reserves_not_all_rights(document, notice, grant):
    assert chosen(extract_all(document(f"{notice}\n\n{grant}"))) == ["some-rights-reserved"]
    for comment in ("# ", '.\\" '):
        program = "".join(f"{comment}{line}\n" for line in f"{notice}\n\n{grant}".splitlines())
        assert chosen(extract_all(document(program))) == ["some-rights-reserved"]


@pytest.mark.parametrize(
    "below",
    [
        "No permission is granted to wind the clock.\n",
        "Ask the harbour master for permission to wind the clock.\n",
        "Parts of it may be copied. Under the terms of the office it stays in the tower.\n",
        "The clock " + "ticks " * 200 + ". " + GRANT["free"],
    ],
)
def test_without_a_permission_they_are_reserved(document, below):
    text = f"Copyright (c) 2016 Ada Lind. All rights reserved.\n\n{below}"
    assert chosen(extract_all(document(text))) == ["all-rights-reserved"]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("MIT License", "MIT"),
        ("# The ISC License:", "ISC"),
        ("(The MIT License)", "MIT"),
        ("BSD 3-Clause License", "BSD-3-Clause"),
        ("The BSD License", ""),
        ("0-clause BSD License", "0BSD"),
        ("Apache License", ""),
        ("   Apache License\n      Version 2.0, January 2004\n   https://clock.example/",
         "Apache-2.0"),
        ("MIT License office moves to the quay", ""),
        ("License: GPL-2+", "GPL-2.0-or-later"),
        ("License: LGPLv3", "LGPL-3.0-only"),
        ("License: LGPL-2.1 or later", "LGPL-2.1-or-later"),
        ("License: GPL-2 for the bell alone", ""),
        ("License-Expression: MPL-2.0", "MPL-2.0"),
        ("Licensed under the BSD 2-Clause License.", "BSD-2-Clause"),
        ("License: BSD-4-Clause", "BSD-4-Clause"),
        ("Licensed under the MIT-like Harbour License", ""),
        ("Licensed under the BSD-style license of the quay", ""),
        ("Distributed under the BSD-2 License", "BSD-2-Clause"),
        ("Licensed under the BSD license", "BSD-3-Clause"),
        ("Licensed under the GNU General Public License v3.0 or later.", "GPL-3.0-or-later"),
        ("GNU General Public License, version 2 (GPLv2) or later", "GPL-2.0-or-later"),
        ("Licensed under the GNU General Public License v2.0+", "GPL-2.0-or-later"),
        ("Licensed under the GNU Lesser General Public License (LGPL), version 2.1 or higher.",
         "LGPL-2.1-or-later"),
        ("Licensed under the GNU General Public License, version 2, and no later version.",
         "GPL-2.0-only"),
        ("Licensed under the Lesser GNU General Public License, version 3.", "LGPL-3.0-only"),
    ],
)  # fmt: skip
def test_a_licence_is_named_by_its_line(text, normalized):
    assert statement(text) == normalized


NOTICE = """This clock is free software; you can redistribute it and/or modify it
under the terms of the GNU {} Public
License as published by the Free Software Foundation; {}

This clock is distributed in the hope that it will chime. See the
GNU General Public License for more details.
"""
EITHER = "either\nversion {} of the License, or (at your option) any later version."


@pytest.mark.parametrize(
    ("name", "version", "normalized"),
    [
        ("General", EITHER.format("2"), "GPL-2.0-or-later"),
        ("Lesser General", EITHER.format("2.1"), "LGPL-2.1-or-later"),
        ("Library General", EITHER.format("2"), "LGPL-2.0-or-later"),
        ("Affero General", EITHER.format("3"), "AGPL-3.0-or-later"),
        ("Affero General", "version 3\nof the License.", "AGPL-3.0-only"),
        ("Lesser General", "the clock wants no version.", "LGPL"),
    ],
)
@pytest.mark.parametrize("sign", ["", "# ", " * ", "// "])
def test_a_grant_of_gnu_tells_its_licence_and_version_over_lines(
    document, sign, name, version, normalized
):
    lines = NOTICE.format(name, version).splitlines()
    text = "".join(f"{sign}{line}\n" for line in lines)
    assert chosen(extract_all(document(text))) == [normalized]


@pytest.mark.parametrize(
    ("text", "normalized"),
    [
        ("The clock is published under the Apache Software License,\n// version 1.1, of the quay.",
         "Apache-1.1"),
        ("The bell is under the Mozilla Public License Version\n * 1.1 (the bell).", "MPL-1.1"),
        ("GNU General Public License\n   Version 2, June 1991\n", "GPL"),
        ("Clocks may not be wound under the GNU\nLibrary is what the quay is called.", ""),
    ],
)  # fmt: skip
def test_a_version_may_stand_in_the_next_line(text, normalized):
    assert statement(text) == normalized


def test_where_more_is_told_of_a_licence_is_no_licence(document):
    assert chosen(extract_all(document("See the GNU General Public License for details.\n"))) == []


def test_a_licence_in_the_title_is_that_of_the_text(document):
    text = f"MIT License\n\nCopyright (c) 2017 Ada Lind\n\n{GRANT['free']}"
    assert chosen(extract_all(document(text))) == ["MIT"]
    text = "\n  Apache License\n  Version 2.0, January 2004\n\n1. Definitions.\n\nThe clock.\n"
    assert chosen(extract_all(document(text))) == ["Apache-2.0"]


@pytest.mark.parametrize("other", ["MIT", "Harbour", "ISC or Harbour"])
@pytest.mark.parametrize("one", ["GPL-2+", "Quay"])
def test_licences_in_several_fields_are_those_of_parts_and_do_not_contradict(document, one, other):
    text = f"Files: *\nLicense: {one}\n\nFiles: bell/*\nLicense: {other}\n\nAll rights reserved.\n"
    evidence = extract_all(document(f"{text}\nAvailable under the MIT License.\n"))
    assert (chosen(evidence), conflicts(evidence.claims)) == ([], ())


def test_a_notice_of_a_part_is_not_what_is_said_of_all_of_them(document):
    text = (
        "Files: *\nCopyright: 2019-2021 Ada Lind\nLicense: MIT\n\n"
        "Files: bell/*\nCopyright: (C) 2022 Bo Ray\nLicense: GPL-2+\n"
    )
    assert chosen(extract_all(document(text))) == []


def test_one_licence_in_several_fields_is_that_of_the_text(document):
    fields = "Files: *\nLicense: GPL-2+\n\nFiles: bell/*\nLicense: GPL-2+\n"
    assert chosen(extract_all(document(fields))) == ["GPL-2.0-or-later"]


def test_a_licence_below_all_rights_is_what_counts(document):
    text = (
        "(c) 1995 Ada Lind. All rights reserved.\n\nThis guide is free; you can redistribute it\n"
        "under the terms of the GNU General Public License as published.\n"
    )
    assert chosen(extract_all(document(text))) == ["GPL"]


def test_who_holds_rights_in_vietnamese_reserves_none(document):
    line = "Những người giữ bản quyền không chịu trách nhiệm về chiếc chuông của bến cảng."
    assert chosen(extract_all(document(f"Chiếc chuông\n\n{line}\n"))) == []
    assert chosen(
        extract_all(document("Chiếc chuông\n\n® Báo Bến Cảng giữ bản quyền nội dung.\n"))
    ) == ["all-rights-reserved"]
