"""Fingerprints: pure functions from bytes and text to numbers, numpy over whole batches."""
