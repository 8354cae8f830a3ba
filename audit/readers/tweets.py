"""Posts in an archive of Twitter (`tweets.js`): every one is a record."""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final, final

from audit.errors import ReadError
from audit.readers import Budget, Container, Record, Remark
from audit.readers.bounds.members import items_of, members_of
from audit.readers.decode import decode

_BEGIN: Final = re.compile(r"\s*window\.YTD\.\w{1,40}\.part\d{1,4}\s*=\s*(?=\[)")


@final
class Tweets(Container):
    """Take the list of posts apart; a post is called by its number on Twitter."""

    id = "tweets"
    media_types = ("application/x-twitter-archive",)

    def records(self, file: BinaryIO, budget: Budget) -> Iterator[Record | Remark]:
        """Yield the posts in their order; raise ReadError where the list is broken."""
        text = decode(budget.take(file, budget.limits.file)).text
        begin = _BEGIN.match(text)
        items = items_of(text, begin.end()) if begin else {}
        if begin and not items and text[begin.end() + 1 :].strip() not in ("]", "];"):
            raise ReadError("its list of posts is broken or breaks off")
        for number, item in items.items():
            budget.another(budget.limits.records, "records")
            posts = [*members_of(text, item.start).values()]
            post = posts[0] if len(posts) == 1 and isinstance(posts[0].value, dict) else item
            said = post.value.get("id_str") if isinstance(post.value, dict) else None
            yield Record(
                name=str(said or int(number) + 1)[:40],
                data=text[post.start : post.end].encode("utf-8", "replace"),
                media_type="application/json",
            )
