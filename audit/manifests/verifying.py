"""Verify a folder against its manifests: walk, read once, read doubtful files twice, judge."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from audit.errors import ManifestError
from audit.manifests import bags
from audit.manifests.matching import alike, merged
from audit.manifests.reading import bag_name, read_manifest
from audit.manifests.states import Evidence, classify
from audit.manifests.tree import walk
from audit.manifests.values import (
    DigestAgain,
    DigestFiles,
    Manifest,
    State,
    Tree,
    Verdict,
    Verification,
    digits,
)
from audit.model import FileDigest


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A root and the manifests that speak of it; *declared* where it is a bag."""

    root: str
    manifests: Sequence[Manifest]
    own: frozenset[str] = frozenset()
    """The manifests themselves, by their path under the root."""
    declared: bags.Declaration | None = None
    tags_only: bool = False
    remarks: Sequence[str] = ()

    def leaves_out(self, path: str) -> bool:
        """Tell whether no manifest needs to list the file at *path*."""
        if self.declared:
            return self.tags_only or not path.startswith("data/")
        return self.tags_only or path in self.own


def open_package(manifest: str, root: str = "") -> Package:
    """Read *manifest*: a file, or a folder with BagIt's manifests in it (all are read).

    Its paths are relative to *root*, or to its own folder. Raise ManifestError.
    """
    if Path(manifest).is_dir():
        return _bag(manifest, bags.manifest_names(manifest))
    folder, name = os.path.split(manifest)
    root = root or folder or "."
    if not Path(root).is_dir():
        raise ManifestError(f"{root}: it is not a folder")
    if bag_name.fullmatch(name) and Path(folder or ".").resolve() == Path(root).resolve():
        return _bag(root, [name])
    own = os.path.relpath(Path(manifest).resolve(), Path(root).resolve()).replace(os.sep, "/")
    return Package(root=root, manifests=[read_manifest(manifest)], own=frozenset([own]))


def _bag(root: str, names: Sequence[str]) -> Package:
    declared = bags.declaration(root)
    if not names:
        raise ManifestError(f"{root}: there is no manifest in this folder")
    manifests, remarks = bags.read_all(root, names, (declared or bags.undeclared).dialect)
    if not manifests:
        raise ManifestError("\n".join(remarks))
    return Package(
        root=root,
        manifests=manifests,
        own=frozenset(bags.manifest_names(root)),
        declared=declared,
        tags_only=all(bags.is_tag_manifest(each.path) for each in manifests),
        remarks=remarks,
    )


def verify(package: Package, digest_files: DigestFiles, digest_again: DigestAgain) -> Verification:
    """Give every file of *package* exactly one state; nothing is accused after a single read.

    Raise ManifestError where a bag's own files are broken.
    """
    listed = merged(package.manifests)
    tree = walk(package.root, lambda path: package.leaves_out(path) and path not in listed)
    names = {name for each in listed.values() for name in each.digests}
    found = _digested(package.root, tree, [name for name in digits if name in names], digest_files)
    evidence = Evidence(listed=listed, tree=tree, found=found)
    verdicts, second = _confirmed(evidence, digest_again)
    remarks = [*package.remarks, *(text for each in package.manifests for text in each.remarks)]
    if not package.declared or package.declared.version < (1, 0):
        remarks += [text for each in package.manifests for text in each.repeated]
    return Verification(
        verdicts=_promised(package, verdicts),
        failures=_failures(package, second),
        remarks=[*remarks, *_said(tree, listed.keys()), *alike(listed)],
    )


def _digested(
    root: str, tree: Tree, names: Sequence[str], digest_files: DigestFiles
) -> dict[str, FileDigest]:
    found = digest_files([f"{root}/{path}" for path in tree.files], names)
    return dict(zip(tree.files, found, strict=True))


def _confirmed(
    evidence: Evidence, digest_again: DigestAgain
) -> tuple[list[Verdict], Mapping[str, FileDigest]]:
    """Classify, read again whatever seems modified, and classify by what both reads say."""
    verdicts = classify(evidence)
    found = dict(evidence.found)
    notes = {}
    for verdict in verdicts:
        if verdict.state is not State.MODIFIED:
            continue
        first = found[verdict.path]
        second = digest_again(first)
        if second.error or second.digests != first.digests:
            found[verdict.path] = second
            notes[verdict.path] = f"a first read gave {verdict.algorithm} {verdict.found}"
    if not notes:
        return verdicts, found
    verdicts = classify(replace(evidence, found=found))
    return [_doubted(verdict, notes.get(verdict.path, "")) for verdict in verdicts], found


def _doubted(verdict: Verdict, note: str) -> Verdict:
    if not note:
        return verdict
    if verdict.state is State.MODIFIED:
        remark = f"two reads gave different bytes; {note}"
        return verdict._replace(state=State.UNREADABLE, remark=remark)
    remark = f"{verdict.remark}; " if verdict.remark else ""
    return verdict._replace(remark=f"{remark}{note}: the storage is not to be trusted")


def _promised(package: Package, verdicts: Sequence[Verdict]) -> Sequence[Verdict]:
    if not package.declared:
        return verdicts
    promised = bags.fetched(package.root, package.declared.dialect)
    return [
        each._replace(remark=f"fetch.txt:{promised[each.path]} says where to get it")
        if each.state is State.MISSING and each.path in promised
        else each
        for each in verdicts
    ]


def _failures(package: Package, found: Mapping[str, FileDigest]) -> list[str]:
    if not package.declared:
        return []
    texts = bags.failures(package.manifests, package.declared.version)
    expected = None if package.tags_only else bags.payload_sum(package.root)
    payload = [each for path, each in found.items() if path.startswith("data/")]
    here = (sum(each.size for each in payload), len(payload))
    # A file that could not be read has no size to speak of; its own verdict says enough.
    if expected and expected != here and not any(each.error for each in payload):
        texts.append(
            f"bag-info.txt: Payload-Oxum says {expected[0]} bytes in {expected[1]} files, "
            f"here are {here[0]} in {here[1]}"
        )
    return texts


def _said(tree: Tree, listed: Iterable[str]) -> list[str]:
    known = set(listed)
    remarks = [f"{path!r}: {why}" for path, why in tree.skipped.items() if path not in known]
    folders = [path for path in tree.left_out if path.rpartition("/")[2] == ".audit"]
    return remarks + [f"{path!r}: left out, it holds a catalogue" for path in folders]
