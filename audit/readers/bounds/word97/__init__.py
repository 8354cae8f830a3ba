"""The binary format of Word 97 to 2003: its header, its pieces of text, what they look like."""
