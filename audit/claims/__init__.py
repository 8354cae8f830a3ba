"""Claims: what extractors share, and how one claim is weighed against another."""
