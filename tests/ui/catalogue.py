#!/usr/bin/env python3
"""Fails when the Chinese catalogue lacks a message of the sources, holds an empty or fuzzy one, other placeholders, or one that
no source says any more; or when a message of the window isn't ASCII.

catalogue.py CHECKOUT
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

PLACEHOLDER = re.compile(r"%(?:\d+\$)?[-+ #0]*\d*(?:\.\d+)?(?:ll|l|z)?[sdufxgc%]|\{\d+\}")
SAID_IN_WINDOW = re.compile(r'(?:\b_|wxPLURAL|wxTRANSLATE)\(\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')


def entries(path):
    """Each message as (id, plural id or None, translations, fuzzy, notes to translators)."""
    with open(path, encoding="utf-8") as file:
        blocks = re.split(r"\n\s*\n", file.read())
    for block in blocks:
        fields, current, fuzzy = {}, None, False
        for line in block.splitlines():
            if line.startswith("#,") and "fuzzy" in line:
                fuzzy = True
            if line.startswith("#"):
                continue
            keyword = re.match(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) ", line)
            if keyword:
                current = keyword.group(1)
                fields[current] = ""
            if current:
                fields[current] += "".join(STRING.findall(line))
        if "msgid" in fields:
            translations = [text for key, text in fields.items() if key.startswith("msgstr")]
            notes = " ".join(line[2:] for line in block.splitlines() if line.startswith("#."))
            yield fields["msgid"], fields.get("msgid_plural"), translations, fuzzy, notes


def fits(translation, msgid, plural, notes):
    """The same placeholders; or any of those that a note to the translators offers (a date in another order)."""
    offered = set(placeholders(notes))
    if offered:
        return set(placeholders(translation)) <= offered | set(placeholders(msgid))
    # A plural's number may stand in either form; Chinese has one for both.
    return placeholders(translation) in (placeholders(msgid), placeholders(plural or msgid))


def placeholders(text):
    """%s and %1$s count alike only when the order can't matter: compared as sorted lists without positions."""
    return sorted(re.sub(r"\d+\$", "", found) for found in PLACEHOLDER.findall(text) if found != "%%")


def merged(root, folder):
    """zh_CN.po with the pieces of zh_CN.d, as the build takes them."""
    po = os.path.join(root, "assets", "po")
    pieces = sorted(
        os.path.join(po, "zh_CN.d", name)
        for name in (os.listdir(os.path.join(po, "zh_CN.d")) if os.path.isdir(os.path.join(po, "zh_CN.d")) else [])
        if name.endswith(".po")
    )
    path = os.path.join(folder, "zh_CN.po")
    subprocess.run(
        ["msgcat", "--use-first", "--force-po", "-o", path, os.path.join(po, "zh_CN.po"), *pieces],
        check=True, stderr=subprocess.DEVNULL)
    return path


def complaints(template, catalogue):
    known = {}
    for msgid, _, translations, fuzzy, _ in entries(catalogue):
        known[msgid] = (translations, fuzzy)
    said = set()
    for msgid, plural, _, _, notes in entries(template):
        if not msgid:
            continue
        said.add(msgid)
        if msgid not in known:
            yield f"missing: {msgid}"
            continue
        translations, fuzzy = known[msgid]
        if fuzzy:
            yield f"fuzzy: {msgid}"
        for translation in translations:
            if not translation:
                yield f"empty: {msgid}"
            elif not fits(translation, msgid, plural, notes):
                yield f"other placeholders: {msgid} -> {translation}"
    for msgid in known:
        if msgid and msgid not in said:
            yield f"no source says: {msgid}"


def unreadable(root):
    """The window reads its messages in the system's encoding: where that is ASCII, a message beyond it is nothing at all."""
    for folder, _, names in os.walk(os.path.join(root, "src", "ui")):
        for name in names:
            if name.endswith((".cpp", ".h")):
                with open(os.path.join(folder, name), encoding="utf-8") as file:
                    for said in SAID_IN_WINDOW.findall(file.read()):
                        if not said.isascii():
                            yield f"not ASCII: {name}: {said}"


def main(root):
    for tool in ("xgettext", "msgcat"):
        if not shutil.which(tool):
            print(f"{tool} (package gettext) is missing: the catalogue can't be checked")
            return 1
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.join(folder, "fledgling.pot")
        subprocess.run([os.path.join(root, "assets", "po", "extract"), template], check=True)
        count = sum(1 for msgid, *_ in entries(template) if msgid)
        found = [*complaints(template, merged(root, folder)), *unreadable(root)]
    for line in found:
        print(line)
    print(f"{count} messages, {len(found)} complaints")
    return 1 if found or count < 100 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
