#!/usr/bin/env python3
"""Verify the registry's audit log, or a receipt out of it, offline.

    python3 verify.py LOG [--head SIZE:HASH] [--vkey VKEY --checkpoint FILE ...]
                          [--payloads FILE] [--json]
    python3 verify.py receipt FILE --vkey VKEY [--language ko|en] [--json]

LOG or FILE may be a pipe, and - is standard input.

It needs Python 3.8 or newer and nothing else: no package, no network, no registry. It reads
the files that it is given, and writes none.

LOG is an export: entries, one a line, and a head line. Each entry has to state the SHA-256 of
the one before it, and the head line that of the last. So an entry that is changed, removed,
inserted or moved breaks the chain at its place, which is named. Whoever makes the whole chain
anew is found by what was kept elsewhere:

    --head        the log continues this head, noted earlier
    --checkpoint  the log continues this checkpoint, which the key VKEY signed
    --payloads    each row text in this file is the one that its entry was made for, or a
                  later entry records that it was erased

A receipt is one entry with its contents. A checkpoint that the key VKEY signed has to cover
the entry, and the entry has to commit to the contents.

Take SIZE:HASH and VKEY from where you trust them, not from whoever gave you the file. What
stays unproven is printed with the result. Exit code:

    0  the log is intact, or the receipt holds
    1  the log was tampered with, or the receipt does not hold
    2  nothing could be verified: a file cannot be read or is malformed, a checkpoint is of
       another log or not signed by this key, the arguments are wrong

The rules and their reasons stand in audit-log.md; titles in quotation marks below are its
sections. It builds on published standards: RFC 4648 (base64), RFC 8032 (Ed25519), RFC 9162
(Merkle trees), and c2sp.org/signed-note, c2sp.org/tlog-checkpoint, c2sp.org/tlog-proof.
"""

import base64
import datetime
import getopt
import hashlib
import itertools
import json
import os
import re
import signal
import sys
from collections import namedtuple

# Exit codes.
HOLDS = 0
DOES_NOT_HOLD = 1
COULD_NOT_VERIFY = 2

# Bytes of the longest line of a log, with its line feed ("An entry").
LONGEST_LINE = 65535 + 1
# Above it, programs that keep numbers as floating point would round.
LARGEST_NUMBER = 2**53
# Stands for the hash of the entry before the first one.
NO_HASH = b"0" * 64

# The forms S, H, N and that of a time ("An entry").
FORMS = {
    b"S": rb"[A-Za-z0-9_.:/+-]*",
    b"H": rb"[0-9a-f]{64}",
    b"N": rb"(?:0|[1-9][0-9]{0,15})",
    b"time": rb"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z",
}
# A line has one form, byte for byte. It is not read as JSON here, because two programs that
# read JSON may understand the same line differently.
ENTRY = re.compile((
    rb'\{"action":"%(S)s","actor":"%(S)s","at":"%(time)s","case":"%(S)s","key":"%(S)s",'
    rb'"log":"(?P<log>%(S)s)","op":"(?P<op>INSERT|UPDATE|DELETE|TRUNCATE|SNAPSHOT)",'
    rb'"prev":"(?P<prev>%(H)s)","request":"%(S)s","role":"%(S)s","row":"(?P<row>%(H)s|)",'
    rb'"seq":(?P<seq>%(N)s),"subject":"(?P<subject>%(S)s)","table":"(?P<table>%(S)s)",'
    rb'"tx":(?P<tx>%(N)s),"v":1\}\n') % FORMS)
HEAD = re.compile(rb'\{"hash":"(?P<hash>%(H)s)","size":(?P<size>%(N)s)\}\n' % FORMS)
PAYLOAD = re.compile((
    rb'\{"seq":(?P<seq>%(N)s),(?:"erased":(?P<erased_by>%(N)s)|'
    rb'"salt":"(?P<salt>%(H)s)","row":(?P<row>"[^\n]*"))\}\n') % FORMS)

# The forms of texts ("Tree and checkpoints", "Successions", "Receipts").
NOTED_HEAD = r"(0|[1-9][0-9]{0,15}):([0-9a-f]{64})"
VKEY = r"([^\x00-\x20\s+]+)\+([0-9a-f]{8})\+(.+)"
SIGNED_NOTE = (r"([^\x00-\x09\x0b-\x1f]*\n)\n"
               r"((?:\u2014 [^\x00-\x20\s+]+ [A-Za-z0-9+/]{7,}={0,2}\n){1,64})")
SIGNATURE_LINE = r"\u2014 (.+) (.+)\n"
CHECKPOINT = r"(.+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:.+\n)*"
SUCCESSION = (r"claimant-registry/succession/v1\nold (.+)\nnew (.+)\n"
              r"size (0|[1-9][0-9]{0,15})\nroot ([A-Za-z0-9+/]{43}=)\nreason .*\n")
RECEIPT = (r"c2sp[.]org/tlog-proof@v1\nextra (.+)\nindex (0|[1-9][0-9]{0,15})\n"
           r"((?:[A-Za-z0-9+/]{43}=\n){0,63})\n((?:.*\n)+)")
# What extra holds under its keys, in both versions; what its second version adds; and what may
# stand in it besides, in the first among the keys and in the second as a part.
EXTRA = {"entry": str, "salt": str, "row": str, "fields": dict}
SECOND = {"v": (int, float), "parts": dict}
OPTIONAL = {"key": str, "time_stamps": list, "successions": list}
PARTS = {"key": str, "time-stamps": list, "successions": list, "text": dict, "manifest": dict}
TEXT = {"language", "title", "body"}
NAME_OF_PART = "[a-z0-9-]{1,40}"
# Limits of the second version: bytes, parts, what lies in a field or part, and openings.
LONGEST_EXTRA, MOST_PARTS, MOST, MOST_OPENINGS = 2**24, 32, 64, 10_000
# What is read of a manifest ("Manifests"): of itself, and of the objects in its lists.
MANIFEST = {"claim": str, "number": str, "version": int, "party": str, "sum_krw": int,
            "identity": dict}
LISTS = {
    "losses": {"id": str, "head": str, "class": str, "krw": int, "from": str, "until": str,
               "commitments": dict},
    "evidence": {"id": str, "kind": str, "size": int, "sha256": str, "commitments": dict},
    "consents": {"id": str, "item": str, "title": str, "agreed": bool, "text_sha256": str,
                 "version": int, "language": str, "commitments": dict},
}
# Lists that manifests did not have from the beginning.
ADDED = {
    "businesses": {"id": str, "commitments": dict},
    "signatories": {"id": str, "capacity": str, "own": bool, "commitments": dict},
    "identification": {"id": str, "method": str, "on": str, "commitments": dict},
    "powers": {"id": str, "mandate": str, "power": str, "granted": bool, "commitments": dict},
}
PLAIN_KEY = "[a-z][a-z0-9_]*"
LARGEST_INTEGER = 2**53 - 1
# Deeper JSON than this is not read, because other programs do not either.
DEEPEST_JSON = 127
# What a later incarnation of the log adds to its name.
INCARNATION = r"(/([2-9]|[1-9][0-9]+))?"

# The number of entries, and the hash of the last one.
Head = namedtuple("Head", "size hash")
EMPTY = Head(0, NO_HASH)
# Size and root of a tree, and the name of the log that they were signed for.
Checkpoint = namedtuple("Checkpoint", "size root origin")
# An erased payload has no commitment, but the number of the entry that records its erasure.
Payload = namedtuple("Payload", "seq commitment erased_by")


class Refused(Exception):
    """A receipt or a checkpoint does not hold. Any other error: it could not be checked."""


class Tampered(Exception):
    """A log does not hold: the verdict, its position and the reason."""


def check(holds, reason):
    """Go on with a receipt or a checkpoint only if this holds."""
    if not holds:
        raise Refused(reason)


def demand(holds, verdict, position, reason):
    """Go on with a log only if this holds ("Verifying" explains the verdicts)."""
    if not holds:
        raise Tampered(verdict, position, reason)


def parts(form, text, what):
    """Return the groups of a text that has exactly this form."""
    match = re.fullmatch(form, text)
    if match is None:
        raise ValueError(f"this is not {what}")
    return match.groups()


def decode_base64(text):
    """Decode base64 in its one canonical form (RFC 4648, section 4)."""
    data = base64.b64decode(text)
    if base64.b64encode(data).decode() != text:
        raise ValueError("this is not base64 in its one form")
    return data


def read_number(text):
    """Return a number that every program reads: above the range of floating point none does."""
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise ValueError("this number is too large")
    return int(text) if text.lstrip("-").isdigit() else number


def read_once(pairs):
    """Return a JSON object from its keys and values, no key twice."""
    read = dict(pairs)
    if len(read) != len(pairs):
        raise ValueError("a key stands in this JSON twice")
    return read


def refuse_constant(name):
    """Refuse NaN and Infinity, which are not JSON."""
    raise ValueError(f"{name} is not JSON")


def read_json(text):
    """Return what a JSON text holds that every program reads alike ("Receipts")."""
    value = json.loads(text, object_pairs_hook=read_once, parse_constant=refuse_constant,
                       parse_int=read_number, parse_float=read_number)
    level, depth = [value], 0
    while level:
        inner = [part for part in level if isinstance(part, (dict, list))]
        depth += 1 if inner else 0
        if depth > DEEPEST_JSON:
            raise ValueError("this JSON is too deep")
        level = [part for outer in inner
                 for part in (outer.values() if isinstance(outer, dict) else outer)]
    # Half of a surrogate pair is not Unicode.
    json.dumps(value, ensure_ascii=False).encode()
    return value


def sha256_hex(data):
    """Return the SHA-256 in lower-case hexadecimal digits, as bytes."""
    return hashlib.sha256(data).hexdigest().encode()


def commit(salt, text):
    """Return the commitment SHA-256(salt, text) ("Payloads and commitments")."""
    return sha256_hex(bytes.fromhex(salt) + text.encode())


def parse_entry(line):
    """Return the parts of an entry, or None for any other line ("An entry")."""
    entry = ENTRY.fullmatch(line)
    if entry is None or max(int(entry["seq"]), int(entry["tx"])) > LARGEST_NUMBER:
        return None
    has_row = entry["op"] not in (b"DELETE", b"TRUNCATE")
    return entry if has_row == bool(entry["row"]) else None


def parse_head(line):
    """Return what a head line states, or None for any other line ("Export and head line")."""
    head = HEAD.fullmatch(line)
    if head is None or int(head["size"]) > LARGEST_NUMBER:
        return None
    return Head(int(head["size"]), head["hash"])


def parse_payload(line):
    """Return a payload, or None for any other line ("Payloads and commitments")."""
    payload = PAYLOAD.fullmatch(line)
    if payload is None:
        return None
    seq, erased_by = int(payload["seq"]), int(payload["erased_by"] or 0)
    if max(seq, erased_by) > LARGEST_NUMBER:
        return None
    if payload["erased_by"]:
        return Payload(seq, None, erased_by)
    try:
        row_text = json.loads(payload["row"].decode())
        return Payload(seq, commit(payload["salt"].decode(), row_text), None)
    except ValueError:
        # The row text is not a JSON string, or not Unicode.
        return None


def leaf_hash(line):
    """Return the hash of an entry's line without its line feed ("Hashes")."""
    return hashlib.sha256(b"\x00" + line).digest()


def node_hash(left, right):
    """Return the hash over two neighbouring subtrees (RFC 9162, section 2.1.1)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def add_leaf(subtrees, seq, leaf):
    """Add entry number seq to the complete subtrees, left to right ("Tree and checkpoints").

    Each 1 at the end of seq in binary is one of them, as large as the new one: they become one.
    """
    subtree = leaf
    while seq & 1:
        subtree = node_hash(subtrees.pop(), subtree)
        seq >>= 1
    subtrees.append(subtree)


def tree_root(subtrees):
    """Join the complete subtrees, beginning with the last two ("Tree and checkpoints")."""
    root = subtrees[-1]
    for left in reversed(subtrees[:-1]):
        root = node_hash(left, root)
    return root


def proves_inclusion(proof, leaf, index, checkpoint):
    """Tell whether a proof leads from the leaf at this index to the root of a checkpoint.

    The steps are those of RFC 9162, section 2.1.3.2; index and last are its fn and sn.
    """
    last = checkpoint.size - 1
    if index > last:
        return False
    node = leaf
    for sibling in proof:
        if last == 0:
            return False
        if index & 1 or index == last:
            node = node_hash(sibling, node)
            while index and not index & 1:
                index >>= 1
                last >>= 1
        else:
            node = node_hash(node, sibling)
        index >>= 1
        last >>= 1
    return last == 0 and node == checkpoint.root


# Ed25519: prime of the field, order of the base point, constant of the curve. These and the
# single letters below are those of RFC 8032, section 5.1.
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P


def decode_point(data):
    """Return the point (X, Y, Z, T) that 32 bytes stand for (RFC 8032, section 5.1.3)."""
    x_is_odd = data[31] >> 7
    y = int.from_bytes(data, "little") % 2**255
    x_squared = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x_squared, (P + 3) // 8, P)
    if x * x % P != x_squared:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or x * x % P != x_squared or (x == 0 and x_is_odd):
        raise ValueError("the key is not the one form of a point")
    if x % 2 != x_is_odd:
        x = P - x
    return x, y, 1, x * y % P


def encode_point(point):
    """Return the 32 bytes that stand for a point (RFC 8032, section 5.1.2)."""
    x, y, z, _ = point
    x, y = x * pow(z, -1, P) % P, y * pow(z, -1, P) % P
    return (y + (x % 2 << 255)).to_bytes(32, "little")


def add_points(first, second):
    """Return the sum of two points (RFC 8032, section 5.1.4)."""
    x1, y1, z1, t1 = first
    x2, y2, z2, t2 = second
    a = (y1 - x1) * (y2 - x2)
    b = (y1 + x1) * (y2 + x2)
    c = t1 * 2 * D * t2
    d = z1 * 2 * z2
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply_point(scalar, point):
    """Return so many times the point, by doubling and adding, from the neutral one."""
    total = (0, 1, 1, 0)
    while scalar:
        if scalar & 1:
            total = add_points(total, point)
        point = add_points(point, point)
        scalar >>= 1
    return total


# The base point: its y is 4/5, its x is even.
BASE = decode_point(b"\x58" + b"\x66" * 31)


def is_signature(signature, key, text):
    """Tell whether this is the key's signature of the text (RFC 8032, section 5.1.7).

    Of the equation S * B = R + k * A this computes R, and compares its bytes with those that
    were signed: neither another form of R passes, nor S with a multiple of L added.
    """
    try:
        x, y, z, t = decode_point(key)
    except ValueError:
        # Nobody signs with what is no point of the curve.
        return False
    minus_a = (P - x, y, z, P - t)
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    r = add_points(multiply_point(s, BASE), multiply_point(k, minus_a))
    return encode_point(r) == signature[:32]


# A note that was read: its text, and its signatures, each after the name of its key.
Note = namedtuple("Note", "text signatures")
# A vkey that was read: as it is written, its name, its key id, and the public key.
LogKey = namedtuple("LogKey", "vkey name key_id key")

# y of the points of small order. Under such a key somebody else's signature verifies over any
# text, so that whoever publishes one can disown what it signed ("Tree and checkpoints").
SMALL_ORDER = {
    0, 1, P - 1,
    int.from_bytes(bytes.fromhex(
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
    int.from_bytes(bytes.fromhex(
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
}


def read_vkey(vkey):
    """Return the key of a log ("Tree and checkpoints")."""
    name, key_id, key = parts(VKEY, vkey, "a vkey")
    key = decode_base64(key)
    id_of_key = sha256_hex(name.encode() + b"\n" + key)[:8].decode()
    if len(key) != 33 or key[0] != 1 or key_id != id_of_key:
        raise ValueError("the vkey is not of type 1, "
                         "or its key id is not that of its name and key")
    coordinate = int.from_bytes(key[1:], "little") % 2**255
    if coordinate >= P or coordinate in SMALL_ORDER:
        raise ValueError("this vkey holds no public key that only its owner can sign with")
    return LogKey(vkey, name, key_id, key[1:])


def read_note(note):
    """Return a signed note ("Tree and checkpoints", c2sp.org/signed-note)."""
    text, lines = parts(SIGNED_NOTE, note, "a signed note")
    signatures = re.findall(SIGNATURE_LINE, lines)
    return Note(text, [(signer, decode_base64(signature)) for signer, signature in signatures])


def read_number_of_entries(text):
    """Return a size or the number of an entry (N in "An entry")."""
    if int(text) > LARGEST_NUMBER:
        raise ValueError(f"{text} is too large")
    return int(text)


def read_checkpoint(note):
    """Return what a note says of a tree (c2sp.org/tlog-checkpoint)."""
    origin, size, root = parts(CHECKPOINT, note.text, "a checkpoint")
    return Checkpoint(read_number_of_entries(size), decode_base64(root), origin)


def read_succession(note):
    """Return the note, the key that it is about and the key that follows it ("Successions")."""
    note = read_note(note)
    old, new, size, root = parts(SUCCESSION, note.text, "a succession")
    read_number_of_entries(size)
    decode_base64(root)
    return note, read_vkey(old), read_vkey(new)


def check_signed(note, log_key):
    """Check that a note is signed by the key.

    At least one signature has to be of this key, and every one that is has to be valid. Those of
    other keys are passed over ("Tree and checkpoints", c2sp.org/signed-note).
    """
    own_signatures = [
        signature[4:] for signer, signature in note.signatures
        if signer == log_key.name and signature[:4].hex() == log_key.key_id]
    check(own_signatures, f"the note is not signed by {log_key.vkey}")
    for signature in own_signatures:
        is_valid = is_signature(signature, log_key.key, note.text.encode())
        check(is_valid, f"a signature of {log_key.name} is not valid")


def check_checkpoint(note, checkpoint, log_key):
    """Check that the key, which is that of the log, signed a checkpoint."""
    is_of_key = checkpoint.origin == log_key.name
    check(is_of_key, f"the checkpoint is of {checkpoint.origin}, the key of {log_key.name}")
    check_signed(note, log_key)


def open_checkpoint(note, vkey):
    """Return the checkpoint in a note that the key signed (c2sp.org/tlog-checkpoint)."""
    log_key, note = read_vkey(vkey), read_note(note)
    checkpoint = read_checkpoint(note)
    check_checkpoint(note, checkpoint, log_key)
    return checkpoint


def follow_successions(log_key, successions):
    """Return this key and those that follow it, each signed by the one before ("Successions")."""
    keys = [log_key]
    for note, old, new in successions:
        if old == keys[-1]:
            check_signed(note, old)
            keys.append(new)
    return keys


def read_extra(text):
    """Return what a receipt adds to its proof, of the form in "Receipts".

    What nobody checks must not stand beside what is said to be proven.
    """
    extra = read_json(text)
    form(type(extra) is dict, "extra is an object")
    second = "v" in extra
    known = {**EXTRA, **(SECOND if second else OPTIONAL)}
    required = {**EXTRA, **SECOND} if second else EXTRA
    form(set(required) <= set(extra) <= set(known), "extra has the keys of a receipt")
    form(all(is_of(value, known[key]) for key, value in extra.items()),
         "extra holds values of its types")
    openings = list(extra["fields"].values())
    if second:
        more = extra["parts"]
        form(extra["v"] == 2, "no other version of a receipt is known")
        check_form_of_parts(more)
        openings += more.get("manifest", {}).values()
        lists = [extra["fields"], *(more.get(name, ())
                                    for name in ("successions", "time-stamps"))]
        form(len(text.encode()) <= LONGEST_EXTRA and len(more) <= MOST_PARTS
             and all(len(one) <= MOST for one in lists)
             and len(more.get("manifest", ())) <= MOST_OPENINGS,
             "a receipt holds no more than it can")
    else:
        more = {name.replace("_", "-"): extra[name] for name in OPTIONAL if name in extra}
    texts = [*more.get("time-stamps", ()), *more.get("successions", ()),
             *more.get("text", {}).values()]
    for opening in openings:
        form(type(opening) is dict and set(opening) == {"salt", "value"},
             "what opens a commitment is an object of salt and value")
        texts += opening.values()
    form(all(type(text) is str for text in texts), "extra holds texts where they belong")
    # Salts have a fixed length: otherwise a byte could be moved from the salt to the value.
    parts("([0-9a-f]{64})", extra["salt"], "a salt")
    for opening in openings:
        parts("([0-9a-f]{32})", opening["salt"], "a salt")
    return extra, more


def form(holds, what):
    """Go on with a file only if it has its form: otherwise nothing can be verified."""
    if not holds:
        raise ValueError(f"not of this form: {what}")


def is_of(value, types):
    """Tell whether a value is of a type, and a number no truth value."""
    return isinstance(value, types) and (types is bool or type(value) is not bool)


def check_form_of_parts(more):
    """Demand the form of the parts that are known, and the names of all."""
    for name, part in more.items():
        form(re.fullmatch(NAME_OF_PART, name), "a part has a name of a-z, 0-9 and hyphens")
        is_typed = name not in PARTS or is_of(part, PARTS[name])
        form(part is not None and is_typed, f"the part {name} is of its type")
    form(set(more.get("text", TEXT)) == TEXT, "a text has language, title and body")


def check_text(text, fields, successions, signer):
    """Check that the words are those that were signed (check 6).

    Returned are the fingerprints from the key that they name to the one that signed the
    checkpoint, and whether the statement names the title too.
    """
    try:
        statement = read_json(fields["statement"])
        named = [statement.get(key) for key in ("text_sha256", "language")]
    except (AttributeError, KeyError, RecursionError, ValueError):
        raise Refused("the receipt shows no statement that names the text") from None
    digest = sha256_hex(text["body"].encode()).decode()
    check(named == [digest, text["language"]], "the statement names another text")
    names_title = "title" in statement
    check(not names_title or statement["title"] == text["title"],
          "the statement names another title")
    last = text["body"][:-1] if text["body"].endswith("\n") else text["body"]
    last = last.split("\n")[-1]
    if not re.fullmatch("[0-9a-f]{64}", last):
        return [], names_title
    keys = [last]
    if last != fingerprint_of(signer):
        key = next((old for _, old, _ in successions if fingerprint_of(old) == last), None)
        check(key, "nothing leads from the key that the text names to the one that signed")
        followed = follow_successions(key, successions)
        check(followed[-1] == signer, "the key that the text names leads to another one")
        keys = [fingerprint_of(key) for key in followed]
    return keys, names_title


def fingerprint_of(log_key):
    """Return the fingerprint of a key: what people compare."""
    return sha256_hex(log_key.vkey.encode()).decode()


def is_plain(value):
    """Tell whether every program writes a value the same way ("Manifests")."""
    if type(value) is dict:
        return all(re.fullmatch(PLAIN_KEY, key) and is_plain(one) for key, one in value.items())
    if type(value) is list:
        return all(map(is_plain, value))
    if type(value) is int:
        return abs(value) <= LARGEST_INTEGER
    return value is None or type(value) in (bool, str)


def canonical(value):
    """Write JSON in its canonical form (RFC 8785), which is_plain values have."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def has_types(value, types):
    """Tell whether this is an object with values of these types."""
    return type(value) is dict and all(
        key in value and is_of(value[key], types[key]) for key in types)


def is_manifest(said):
    """Tell whether this has the keys and types of a manifest ("Manifests")."""
    if not has_types(said, MANIFEST) or said.get("v") != 1 or said["v"] is True:
        return False
    for name, types in {**LISTS, **ADDED}.items():
        ones = said.get(name, [] if name in ADDED else None)
        if type(ones) is not list or not all(has_types(one, types) for one in ones):
            return False
    signing = [None, *(one["id"] for one in said.get("signatories", ()))]
    signs = all(one.get("signatory") in signing for one in listed(said))
    powers = [one.get("powers") for one in listed(said)]
    answers = all(one is None or type(one) is dict and set(map(type, one.values())) <= {bool}
                  for one in powers)
    return signs and answers and all(
        type(commitment) is str for commitment in commitments_of(said))


def listed(manifest):
    """Return the objects in the lists of a manifest."""
    return [one for name in (*LISTS, *ADDED) for one in manifest.get(name, ())]


def commitments_of(manifest):
    """Return every commitment that a manifest names."""
    lists = [one["commitments"] for one in listed(manifest)]
    return [named for one in [manifest["identity"], *lists] for named in one.values()]


def check_manifest(openings, entry, row, fields):
    """Return a manifest, and the values of its commitments that are opened (check 7)."""
    check("manifest" in fields, "the receipt does not show the manifest")
    try:
        said = read_json(fields["manifest"])
        is_canonical = is_plain(said) and canonical(said) == fields["manifest"]
    except (RecursionError, ValueError):
        is_canonical = False
    check(is_canonical and is_manifest(said), "this is not a manifest")
    check(entry["table"] == "manifest" and said["claim"] == entry["subject"]
          and said["number"] == row.get("number")
          and is_of(row.get("claim_version"), (int, float))
          and said["version"] == row["claim_version"],
          "this is the manifest of another claim")
    check(said["sum_krw"] == sum(loss["krw"] for loss in said["losses"]),
          "the sum is not that of the losses")
    named, opened = set(commitments_of(said)), {}
    for commitment, opening in openings.items():
        opens = commit(opening["salt"], opening["value"]).decode() == commitment
        check(opens and commitment in named, "a value is not what the manifest commits to")
        opened[commitment] = opening["value"]
    return said, opened


def verify_receipt(text, vkey):
    """Return what a receipt proves, or raise Refused ("Receipts", c2sp.org/tlog-proof).

    All of the file is read before anything is judged: what is malformed is never called false.
    """
    log_key = read_vkey(vkey)
    extra, index, proof, note = parts(RECEIPT, text, "a receipt")
    (extra, more), index = read_extra(decode_base64(extra).decode()), read_number_of_entries(index)
    proof = [decode_base64(line) for line in proof.split()]
    line, row_text = extra["entry"], extra["row"]
    time_stamps = [decode_base64(stamp) for stamp in more.get("time-stamps", ())]
    successions = [read_succession(note) for note in more.get("successions", ())]
    note = read_note(note)
    checkpoint = read_checkpoint(note)

    # 1. The checkpoint is signed by the key that the given one leads to.
    *before, log_key = follow_successions(log_key, successions)
    check_checkpoint(note, checkpoint, log_key)
    fingerprint = fingerprint_of(log_key)
    is_same = more.get("key") in (None, fingerprint)
    check(is_same, "the fingerprint that the receipt gives is not that of the key")

    # 2. The entry is one, and has the number that is to be proven.
    entry = parse_entry(line.encode() + b"\n") if len(line) < LONGEST_LINE else None
    is_entry = entry and int(entry["seq"]) == index
    check(is_entry, f"the entry does not have the form of one, or not the number {index}")

    # 3. The checkpoint covers the entry.
    is_covered = proves_inclusion(proof, leaf_hash(line.encode()), index, checkpoint)
    check(is_covered, "the proof does not lead from the entry to the root")

    # 4. The entry commits to the row.
    is_row = commit(extra["salt"], row_text) == entry["row"]
    check(is_row, "this is not the row that the entry was made for")

    # 5. The row commits to each field that is shown.
    try:
        row = read_json(row_text)
        commitments = read_json(row.get("commitments", "{}"))
        are_texts = all(type(commitment) is str for commitment in commitments.values())
    except (AttributeError, RecursionError, TypeError, ValueError):
        are_texts = False
    check(are_texts, "the row is not an object with commitments to fields")
    fields = {}
    for name, field in extra["fields"].items():
        fields[name] = field["value"]
        opens = commit(field["salt"], field["value"]).decode() == commitments.get(name)
        check(opens, f"the field {name} does not open its commitment")

    # 6. The words are those that were signed.
    entry, text, manifest, opened = json.loads(line), None, None, None
    not_checked = sorted(set(more) - set(PARTS))
    if "text" in more:
        keys, names_title = check_text(more["text"], fields, successions, log_key)
        text = {**more["text"], "keys": keys}
        not_checked += [] if names_title else ["text.title"]

    # 7. The manifest is that of the claim.
    if "manifest" in more:
        manifest, opened = check_manifest(more["manifest"], entry, row, fields)

    return {"log": checkpoint.origin, "key": fingerprint,
            "before": [fingerprint_of(earlier) for earlier in before], "size": checkpoint.size,
            "index": index, "entry": entry, "row": row, "fields": fields,
            "time_stamps": len(time_stamps), "text": text, "manifest": manifest,
            "opened": opened, "not_checked": not_checked}


def verify(log, noted=EMPTY, payloads=None, checkpoints=()):
    """Read a log once, from its first line to its last, by the rules 1 to 11 of "Verifying".

    The log and the payloads are files of bytes. Returned are the first verdict, its position and
    reason, the head of what was accepted before it, and how many payloads were rightly erased.
    """
    head = EMPTY
    hash_at_noted = NO_HASH
    log_name = b""
    subtrees, roots = [], {0: hashlib.sha256(b"").digest()}
    signed_sizes = {checkpoint.size for checkpoint in checkpoints}
    payload_finding, erasures = None, {}
    payload_lines = iter(payloads.readline, b"") if payloads else None
    if payloads:
        first = next(payload_lines, b"")
        payload_lines = itertools.chain([first], payload_lines)
        try:
            if first.endswith(b"\n") and not parse_payload(first):
                refuse_foreign("a payload file", [first], payloads, -1, parse_payload)
        except ValueError as finding:
            # What is found in the log itself goes before it.
            payload_finding = finding
    # Lines keep their line feeds; at the end of the file they are empty.
    line, next_line = log.readline(LONGEST_LINE), log.readline(LONGEST_LINE)
    if not is_line(line) and line.endswith(b"\n"):
        refuse_foreign("an exported log", [line, next_line], log, LONGEST_LINE, is_line)
    try:
        while entry := parse_entry(line):
            leaf = leaf_hash(line[:-1])
            own_hash = leaf.hex().encode()
            if head.size == 0:
                log_name = entry["log"]
            check_entry(entry, own_hash, next_line, head, log_name)
            try:
                if payloads and not payload_finding:
                    check_payload(entry, head.size, payload_lines, erasures)
            except Tampered as finding:
                # What is found in the log itself, further on, goes before it.
                payload_finding = finding
            if signed_sizes:
                add_leaf(subtrees, head.size, leaf)
            head = Head(head.size + 1, own_hash)
            if head.size == noted.size:
                hash_at_noted = own_hash
            if head.size in signed_sizes:
                roots[head.size] = tree_root(subtrees)
            line, next_line = next_line, log.readline(LONGEST_LINE)
        check_head_line(line, next_line, head)
        check_noted_head(noted, hash_at_noted, head.size)
        check_checkpoints(checkpoints, roots, log_name, head.size)
        if payload_finding:
            raise payload_finding
        if payloads:
            check_end_of_payloads(payload_lines, erasures, head.size)
    except Tampered as finding:
        return (*finding.args, head, 0)
    return "intact", None, "", head, sum(len(erased) for erased in erasures.values())


def is_line(line):
    """Tell whether a line of a log is an entry or a head line."""
    return bool(parse_entry(line) or parse_head(line))


def refuse_foreign(what, lines, file, longest, has_form):
    """Refuse a file of which no line has its form (rule 0): it was converted, or is another."""
    first, cause = lines[0], None
    if first.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        cause = "a byte-order mark stands before the first line"
    elif first.endswith(b"\r\n"):
        cause = "its line ends were converted (CR LF in place of LF)"
    if cause:
        raise ValueError(f"this is not {what} as it was written: {cause}. "
                         "Take the file as it was given out, transferred in binary")
    while lines:
        if has_form(lines.pop(0)):
            return
        if not lines and (line := file.readline(longest)):
            lines.append(line)
    raise ValueError(f"this is not {what}: no line of it has the form of one")


def check_entry(entry, own_hash, next_line, head, log_name):
    """Check that an entry continues the head of the entries before it (rules 3 to 5)."""
    at, seq = head.size, int(entry["seq"])
    follows = entry["prev"] == head.hash
    demand(seq == at or not follows, "altered", at,
           f"the entry follows the one before it but is numbered {seq}")
    demand(seq == at, "missing", at, f"entry {seq} stands here: entries are missing or reordered")
    # Two neighbours disagree. Where the next line vouches for this one, the other was changed.
    demand(follows or at == 0 or not vouches(next_line, own_hash), "altered", at - 1,
           "the next entry states another hash for this one")
    demand(follows, "altered", at, "the entry does not state the hash of the one before it")
    demand(entry["log"] == log_name, "altered", at, "the entry names another log than entry 0")


def vouches(line, entry_hash):
    """Tell whether a line is an entry or a head line that states this hash (rule 4)."""
    entry, head = parse_entry(line), parse_head(line)
    return bool((entry and entry["prev"] == entry_hash) or (head and head.hash == entry_hash))


def check_head_line(line, next_line, head):
    """Check that the first line that is no entry is the head line, and the last (1, 2, 6)."""
    at, stated = head.size, parse_head(line)
    is_whole = line.endswith(b"\n") or len(line) == LONGEST_LINE
    demand(stated or is_whole, "truncated", at,
           "the file ends here without a complete head line")
    demand(stated, "altered", at, "the line is not an entry")
    demand(not next_line, "altered", at, "something follows the head line")
    demand(stated.size <= at, "truncated", at, "the head line gives another size")
    demand(stated.size == at, "altered", at, "the head line gives another size")
    demand(stated.hash == head.hash, "altered", max(at - 1, 0),
           "the head line states another hash for the last entry")


def check_noted_head(noted, hash_here, size):
    """Check that a log of that size continues a head noted earlier (rule 7)."""
    demand(noted.size <= size, "truncated", size,
           f"the noted head had {noted.size} entries, the file has {size}")
    demand(noted.hash == hash_here, "rewritten", max(noted.size - 1, 0),
           "the hash here is not that of the noted head")


def check_checkpoints(checkpoints, roots, log_name, size):
    """Check that a log, with these roots over its first entries, continues them (rule 8)."""
    agreed = [signed.size for signed in checkpoints if roots.get(signed.size) == signed.root]
    own_name = re.escape(log_name.decode()) + INCARNATION
    for signed in sorted(checkpoints):
        check(size == 0 or re.fullmatch(own_name, signed.origin),
              f"the entries are of another log than the key, {signed.origin}")
        demand(signed.size <= size, "truncated", size,
               f"a checkpoint covers {signed.size} entries")
        agreed_before = max((below for below in agreed if below < signed.size), default=0)
        demand(roots[signed.size] == signed.root, "rewritten", agreed_before,
               f"the entries are not those of the checkpoint over {signed.size}")


def check_payload(entry, seq, payloads, erasures):
    """Check that the next payload is that of entry number seq (rules 9 and 10).

    An erased payload waits in erasures, by the number of the entry that is to record it.
    """
    is_erasure = entry["table"] == b"erasure" and entry["op"] == b"INSERT" and entry["subject"]
    for erased, subject in erasures.get(seq, ()):
        demand(is_erasure and subject == entry["subject"], "payload_missing", erased,
               f"entry {seq} does not record that this row text was erased")
    if not entry["row"]:
        return
    line = next(payloads, b"")
    payload = parse_payload(line)
    demand(payload or not line, "payload_mismatch", seq,
           "this line of the payload file is not a payload")
    demand(payload and payload.seq <= seq, "payload_missing", seq,
           "the entry has no payload in its place")
    demand(payload.seq == seq, "payload_mismatch", payload.seq,
           "this payload is out of order or belongs to no entry")
    if payload.erased_by is None:
        demand(payload.commitment == entry["row"], "payload_mismatch", seq,
               "not the row that the entry was made for")
    else:
        demand(payload.erased_by > seq, "payload_missing", seq,
               "no later entry is named that records the erasure")
        erasures.setdefault(payload.erased_by, []).append((seq, entry["subject"]))


def check_end_of_payloads(payloads, erasures, size):
    """Check that no payload still waits for an entry, and none is left over (rule 11)."""
    waiting = [erased[0][0] for recorded_by, erased in erasures.items() if recorded_by >= size]
    demand(not waiting, "payload_missing", min(waiting, default=0),
           "the entry that is said to record the erasure is not there")
    line = next(payloads, b"")
    payload = parse_payload(line)
    demand(not line, "payload_mismatch", payload.seq if payload else size,
           "this payload belongs to no entry")


# What is said of a receipt, in Korean and in English.
WORDS = {
    "unverified": ("확인하지 못함", "could not verify"),
    "refused": ("접수증이 맞지 않음", "does not hold"),
    "shown": ("공개된 값", "shown"),
    "claimant": ("신청인", "claimant"),
    "paralegal": ("법률사무소 사무직원", "a paralegal of the law firm"),
    "lawyer": ("변호사", "a lawyer of the law firm"),
    "anonymous": ("링크를 받아 계정 없이 서명한 사람", "somebody without an account, by a link"),
    "claim.submit": ("참여 신청서를 제출함", "the claim was submitted"),
    "claim.withdraw": ("참여 신청을 철회함", "the claim was withdrawn"),
    "consent.answer True": ("동의함", "consent was given"),
    "consent.answer False": ("동의를 거부함", "consent was refused"),
    "consent.paper True": ("동의한다는 서명 종이를 직원이 등록함",
                           "staff put a signed paper on record: consent was given"),
    "consent.paper False": ("동의를 거부한다는 서명 종이를 직원이 등록함",
                            "staff put a signed paper on record: consent was refused"),
    "consent.withdraw": ("동의를 철회함", "consent was withdrawn"),
    "power.state True": ("변호사에게 권한을 줌", "a power was given to counsel"),
    "power.state False": ("변호사에게서 권한을 거둠", "a power was taken back from counsel"),
    "consent.reaffirm": ("서명한 뜻이 지금도 그대로라고 다시 서명함", "what was signed was reaffirmed"),
    "evidence.add": ("증거 파일을 목록에 올림", "a file was listed"),
    "evidence.replace": ("증거 파일을 다른 파일로 바꿈", "a file was listed in place of another"),
    "evidence.remove": ("증거 파일을 목록에서 뺌", "a file was taken off the list"),
    "loss.add": ("손해를 적음", "a loss was stated"),
    "loss.replace": ("손해를 고쳐 적음", "a loss was stated in place of another"),
    "handed in": ("제출한 내용", "handed in"),
    "agreed True": ("동의", "agreed to"),
    "agreed False": ("거부", "refused"),
    "not checked": ("확인하지 않음", "not checked"),
    # heads and classes of losses
    "sales": ("줄어든 매출", "sales that were not made"),
    "cancelled_orders": ("취소된 주문과 예약", "cancelled orders and bookings"),
    "refunds": ("손님께 돌려드린 돈", "money given back to customers"),
    "substitutes": ("대신 쓴 서비스와 다시 만든 물건", "substitutes bought or made"),
    "advertising": ("헛되이 쓴 광고비와 메시지 비용", "advertising and messages paid for in vain"),
    "channel_friends": ("줄어든 채널 친구", "lost channel friends"),
    "distress": ("정신적 고통", "distress"),
    "other": ("그 밖의 손해", "another loss"),
    "compensation_received": ("이미 받은 보상", "compensation already received"),
    "ordinary": ("통상손해", "ordinary damage"),
    "special": ("특별손해", "special damage"),
}
# Parties, capacities, identifications, instances and special powers of counsel.
PARTIES = {
    "person": ("본인(개인)", "a person, for themselves"),
    "corporation": ("법인", "a corporation"),
    "minor": ("미성년자", "a person under age"),
    "ward": ("피후견인", "a person under guardianship"),
    "estate": ("돌아가신 분의 상속인", "the heirs of somebody who died"),
}
CAPACITIES = {
    "self": ("본인", "the party itself"),
    "representative": ("대표자", "representative"),
    "parent": ("공동친권자", "one of two parents"),
    "sole_parent": ("단독 친권자", "only parent with parental authority"),
    "guardian": ("후견인", "guardian"),
    "heir": ("상속인", "heir"),
}
METHODS = {
    "mail_code": ("전자우편", "by e-mail"),
    "phone_code": ("문자로 받은 확인 번호", "by a code to the telephone"),
    "identity_provider": ("본인확인 서비스", "by an identity provider"),
    "slip_code": ("안내지의 코드", "by the code of a slip"),
    "call": ("법률사무소의 전화", "by telephone, by the firm"),
    "video": ("영상 통화", "in a video call"),
    "office": ("사무소 방문", "at the office"),
    "seal_certificate": ("인감증명서", "by a seal certificate"),
    "signature_certificate": ("본인서명사실확인서", "by a certificate of personal signature"),
    "paper_mandate": ("종이 위임장", "by a mandate on paper"),
}
INSTANCES = {
    "first": ("제1심", "first instance"),
    "appeal": ("항소심", "appeal"),
    "final_appeal": ("상고심", "final appeal"),
}
POWERS = {
    "counterclaim": ("반소의 제기", "bringing a counterclaim"),
    "withdrawal": ("소의 취하", "withdrawing the action"),
    "settlement": ("화해", "settlement"),
    "waiver": ("청구의 포기", "waiving the claim"),
    "admission": ("청구의 인낙", "admitting the claim"),
    "leaving": ("소송 탈퇴", "leaving the suit"),
    "appeal": ("상소의 제기", "bringing an appeal"),
    "appeal_withdrawal": ("상소의 취하", "withdrawing an appeal"),
    "sub_counsel": ("복대리인의 선임", "appointing sub-counsel"),
}
# Of who signed, as a statement or a manifest says it.
PARTY = ("당사자: {party}, 이름 {name}", "for whom: {party}, name {name}")
CAPACITY = ("서명 자격: {capacity}", "in which capacity: {capacity}")
OFFICE = ("직함: {office}", "office: {office}")
SHARE = ("상속분: {share}", "share of the inheritance: {share}")
IDENTIFIED = ("본인 확인: {method}, {on}", "identified: {method}, on {on}")
PAPER = ("종이에 서명한 날 {on}, 스캔 SHA-256 {scan}, 등록한 직원 {by}",
         "signed on paper on {on}, SHA-256 of the scan {scan}, recorded by {by}")
COUNSEL = ("맡긴 변호사: {name} ({registration})", "counsel: {name} ({registration})")
INSTANCE = ("맡긴 심급: {instance}", "for the instance: {instance}")
POWER = {
    True: ("준 권한: {power}", "power given: {power}"),
    False: ("주지 않은 권한: {power}", "power not given: {power}"),
}
SIGNATORY = {
    True: ("신청 계정에서 서명: {capacity}", "signs in the account of the claim: {capacity}"),
    False: ("링크로 서명: {capacity}", "signs by a link: {capacity}"),
}
SIGNED_BY = ("서명한 사람: {name} ({capacity})", "signed by: {name} ({capacity})")
STATED = {
    True: ("위임한 뒤에 준 권한: {power}", "power given after the mandate: {power}"),
    False: ("위임한 뒤에 거둔 권한: {power}", "power taken back after the mandate: {power}"),
}
# What a business is said to be.
OF_BUSINESS = ("industry", "region")
# What a loss is said to be beside the words of its line.
OF_LOSS = ("business", "form", "implausible", "method", "release", "service")
# Of the words that were signed, and the key of the log that they name.
TEXT_WORDS = {
    "text": ("서명한 문구, 제목 {title}, 언어 {language}:",
             "the words that were signed, title {title}, language {language}:"),
    "untitled": ("서명한 문구, 언어 {language}. 제목은 함께 서명되지 않음: {title}",
                 "the words that were signed, language {language}; "
                 "their title was not signed with them: {title}"),
    "none": ("문구에 기록의 키가 적혀 있지 않음", "the words name no key of the log"),
    "same": ("문구에 적힌 키가 이 접수증에 서명한 키임",
             "the words name the key that signed this receipt"),
    "followed": ("문구에 적힌 키 {named}, 그 뒤를 이은 키 {followed}: "
                 "키마다 다음 키를 문서에 적어 서명함",
                 "the words name the key {named}, which was followed by {followed}: "
                 "each named the next in a statement that it signed"),
}
# Of what was handed in.
BUSINESS = ("사업체: {id}", "business: {id}")
LOSS = ("손해: {head} ({class}), {krw:,}원, {from}부터 {until}까지",
        "loss: {head} ({class}), {krw:,} KRW, {from} to {until}")
SUM = ("받은 보상을 뺀 손해 합계: {sum_krw:,}원",
       "losses less compensation received: {sum_krw:,} KRW")
EVIDENCE = ("파일: {kind}, {size:,}바이트, SHA-256 {sha256}",
            "file: {kind}, {size:,} bytes, SHA-256 {sha256}")
CONSENT = ("{answer}: {title} ({item}), {version}판, 언어 {language}, 문구의 SHA-256 {text_sha256}",
           "{answer}: {title} ({item}), version {version}, language {language}, "
           "SHA-256 of the text {text_sha256}")
CLOSED = ("제출했으나 여기에 보이지 않는 값: {count}개",
          "values that were handed in and are not shown: {count}")
# What is said of a manifest in a line of its own, or was said before.
SAID = {"v", "claim", "case", "number", "version", "party", "identity", "sum_krw", *LISTS, *ADDED}
STATEMENT = (
    ("접수증이 맞음: 기록 {log}의 {index}번 항목, 키가 서명한 {size}개 항목(0번부터) 가운데 하나",
     "the receipt holds: entry {index} of the log {log}, "
     "one of the {size} (from 0) that its key signed"),
    ("키의 지문: {key}", "fingerprint of the key: {key}"),
    ("앞서 서명한 키: {before}", "keys that signed before it, each naming the next: {before}"),
    ("무엇을: {what} ({op} {table})", "what: {what} ({op} {table})"),
    ("언제: {utc} 협정 세계시(UTC), {kst} 한국 표준시(KST)",
     "when: {utc} Coordinated Universal Time (UTC), {kst} Korea Standard Time (KST)"),
    ("누가: {who}, 이름 {name}", "who: {who}, name {name}"),
    ("어느 신청: 번호 {number}, 식별자 {subject}", "which claim: number {number}, id {subject}"),
)
NOT_PROVEN = (
    "증명되지 않은 것: 증인이 체크포인트를 보았는지, 입력한 내용이 사실인지, "
    "시점확인 토큰 {time_stamps}개(확인 명령: {command})",
    "not proven: that witnesses saw the checkpoint; that what was entered is true; "
    "{time_stamps} time stamps (check: {command})")
STAMP_COMMAND = "openssl ts -verify -data checkpoint.txt -in stamp.tsr -CAfile authority.pem"


def in_language(texts, language):
    """Return the Korean one for a language such as ko or ko_KR.UTF-8, else the English one."""
    korean, english = texts
    return korean if language.startswith("ko") else english


def plain(value):
    """Return a text in which the backslash, and whatever does not print, is escaped."""
    # What a file holds could otherwise move the cursor, or pass for a line of this program.
    return "".join(
        character if character.isprintable() and character != "\\"
        else character.encode("unicode_escape").decode()
        for character in str(value))


def signed_statement(proven):
    """Return the statement of a consent or on a power; an empty one where none is shown."""
    try:
        statement = read_json(proven["fields"]["statement"])
    except (KeyError, RecursionError, ValueError):
        return {}
    return statement if type(statement) is dict else {}


def signed_name(proven):
    """Return the name that was signed: in the statement of a consent, or that of the claim."""
    name, manifest = signed_statement(proven).get("signed_name"), proven["manifest"]
    if type(name) is str:
        return name
    if manifest and manifest["identity"].get("name") in proven["opened"]:
        return proven["opened"][manifest["identity"]["name"]]
    return proven["fields"].get("name", "-")


def under(value, key, kind):
    """Return what an object has under that key: an empty one where it has nothing of the kind."""
    found = value.get(key) if type(value) is dict else None
    return found if type(found) is kind else kind()


def print_words(words, language, **facts):
    """Print a line below another, with these facts in it."""
    facts = {key: plain(fact) for key, fact in facts.items()}
    print(f"  {in_language(words, language).format(**facts)}")


def print_identified(one, language):
    """Say how somebody was identified, and when."""
    method, day = under(one, "method", str), under(one, "on", str)
    if method and day:
        method = in_language(METHODS.get(method, (method, method)), language)
        print_words(IDENTIFIED, language, method=method, on=day)


def print_powers(powers, language):
    """Say of each power whether counsel has it."""
    for power, given in sorted(powers.items()):
        if type(given) is bool:
            power = in_language(POWERS.get(power, (power, power)), language)
            print_words(POWER[given], language, power=power)


def print_signed(statement, language):
    """Say who signed a statement, for whom and how; what older ones lack is passed over."""

    def worded(texts, code):
        """Return a code in the words of the language."""
        return in_language(texts.get(code, (code, code)), language)

    party, signatory = under(statement, "party", dict), under(statement, "signatory", dict)
    mandate, power = under(statement, "mandate", dict), under(statement, "power", str)
    if under(party, "kind", str):
        print_words(PARTY, language, party=worded(PARTIES, party["kind"]),
                    name=under(party, "name", str) or "-")
    if under(signatory, "capacity", str):
        print_words(CAPACITY, language, capacity=worded(CAPACITIES, signatory["capacity"]))
    if under(signatory, "office", str):
        print_words(OFFICE, language, office=signatory["office"])
    if under(signatory, "share", str):
        print_words(SHARE, language, share=signatory["share"])
    for one in under(statement, "identification", list):
        print_identified(one, language)
    paper = under(statement, "paper", dict)
    on, scan, by = (under(paper, key, str) for key in ("signed_on", "scan_sha256", "recorded_by"))
    if on and scan and by:
        print_words(PAPER, language, on=on, scan=scan, by=by)
    for counsel in under(mandate, "counsel", list):
        name, registration = under(counsel, "name", str), under(counsel, "registration", str)
        if name and registration:
            print_words(COUNSEL, language, name=name, registration=registration)
    if under(mandate, "instance", str):
        print_words(INSTANCE, language, instance=worded(INSTANCES, mandate["instance"]))
    print_powers(under(mandate, "powers", dict), language)
    if power:
        print_powers({power: statement.get("granted")}, language)


def print_text(text, names_title, language):
    """Say which words were signed, and which key of the log they name."""
    words = TEXT_WORDS["text" if names_title else "untitled"]
    shown = {key: plain(text[key]) for key in ("title", "language")}
    print(in_language(words, language).format(**shown))
    body = text["body"]
    for line in (body[:-1] if body.endswith("\n") else body).split("\n"):
        print(f"  | {plain(line)}")
    named, followed = text["keys"][:1], ", ".join(text["keys"][1:])
    words = TEXT_WORDS["followed" if followed else "same" if named else "none"]
    print(in_language(words, language).format(named="".join(named), followed=followed))


def print_manifest(proven, language):
    """Say what was handed in."""
    manifest, opened = proven["manifest"], proven["opened"]

    def say(words, one=manifest):
        """Print a line about the manifest, or one thing in it."""
        facts = {key: one[key] if is_of(one[key], int) else plain(one[key]) for key in one}
        print(f"  {in_language(words, language).format(**facts)}")

    def show(commitments):
        """Print the values of these commitments that are opened."""
        for field, commitment in sorted(commitments.items()):
            if commitment in opened:
                print(f"    {plain(field)}: {plain(opened[commitment])}")

    def show_said(one, keys):
        """Print what an object has under these keys."""
        for key in keys:
            value = one.get(key)
            if value is not None:
                print(f"    {key}: {plain(value if type(value) is str else canonical(value))}")

    def worded(code, texts=WORDS):
        """Return a code in the words of the language."""
        return in_language(texts.get(code, (code, code)), language)

    def name_in(commitments, otherwise):
        """Return the name among these commitments, where it is opened."""
        return opened.get(commitments.get("name"), otherwise)

    def show_identified(signatory):
        """Say how a signatory was identified, or the party itself."""
        for one in manifest.get("identification", ()):
            if one.get("signatory") == signatory:
                print_identified(one, language)
                show(one["commitments"])

    print(f"{worded('handed in')}: {manifest['version']}")
    for key in sorted(set(manifest) - SAID):
        value = manifest[key]
        print(f"  {plain(key)}: {plain(value if type(value) is str else canonical(value))}")
    print_words(PARTY, language, party=worded(manifest["party"], PARTIES),
                name=name_in(manifest["identity"], "-"))
    show(manifest["identity"])
    show_identified(None)
    signatories = {None: {"id": manifest["claim"], "capacity": "self",
                          "commitments": manifest["identity"]}}
    for one in manifest.get("signatories", ()):
        signatories[one["id"]] = one
        print_words(SIGNATORY[one["own"]], language,
                    capacity=worded(one["capacity"], CAPACITIES))
        show(one["commitments"])
        show_identified(one["id"])
    for business in manifest.get("businesses", ()):
        say(BUSINESS, business)
        show_said(business, OF_BUSINESS)
        show(business["commitments"])
    for loss in manifest["losses"]:
        say(LOSS, {**loss, "head": worded(loss["head"]), "class": worded(loss["class"])})
        show_said(loss, OF_LOSS)
        show(loss["commitments"])
    say(SUM)
    for file in manifest["evidence"]:
        say(EVIDENCE, file)
        show(file["commitments"])
    for consent in manifest["consents"]:
        say(CONSENT, {**consent, "answer": worded(f"agreed {consent['agreed']}")})
        if "signatory" in consent:
            signer = signatories[consent["signatory"]]
            print_words(SIGNED_BY, language, name=name_in(signer["commitments"], signer["id"]),
                        capacity=worded(signer["capacity"], CAPACITIES))
        print_powers(under(consent, "powers", dict), language)
        show(consent["commitments"])
    for stated in manifest.get("powers", ()):
        print_words(STATED[stated["granted"]], language, power=worded(stated["power"], POWERS))
        show(stated["commitments"])
    closed = len(set(commitments_of(manifest))) - len(opened)
    if closed:
        say(CLOSED, {"count": closed})


def print_receipt(proven, language):
    """Say what a receipt proves, and what it does not."""
    entry, row, fields = proven["entry"], proven["row"], proven["fields"]
    try:
        utc = datetime.datetime.fromisoformat(entry["at"][:-1])
        kst = utc + datetime.timedelta(hours=9)
    except (ValueError, OverflowError):
        # The form of an entry allows times that no calendar has.
        utc = kst = entry["at"]
    action, role = entry["action"], entry["role"]
    answers = {"consent.answer": "agreed", "consent.paper": "agreed", "power.state": "granted"}
    answer = f" {row.get(answers[action])}" if action in answers else ""
    what = in_language(WORDS.get(action + answer, (action, action)), language)
    text, not_checked = proven["text"], proven["not_checked"]
    # The title that was signed says more than the code.
    titled = text and "text.title" not in not_checked
    of = text["title"] if titled else row.get("item", row.get("kind"))
    if action == "power.state":
        power = under(row, "power", str)
        of = in_language(POWERS.get(power, (power, power)), language)
    if of is not None:
        what += f": {of}"
    name = signed_name(proven)
    facts = {
        **entry, **proven, "what": what, "utc": utc, "kst": kst, "name": name,
        "who": in_language(WORDS.get(role, (role, role)), language),
        "number": row.get("number", "-"), "command": STAMP_COMMAND,
        "before": ", ".join(proven["before"]),
    }
    facts = {key: plain(fact) for key, fact in facts.items()}
    for line in STATEMENT:
        if "{before}" not in line[0] or proven["before"]:
            print(in_language(line, language).format(**facts))
    print_signed(signed_statement(proven), language)
    if text:
        print_text(text, titled, language)
    if proven["manifest"]:
        print_manifest(proven, language)
    for field, value in fields.items():
        # A manifest is said in words.
        if not (field == "manifest" and proven["manifest"]):
            print(f"{in_language(WORDS['shown'], language)} {plain(field)}: {plain(value)}")
    print(in_language(NOT_PROVEN, language).format(**facts))
    for name in not_checked:
        print(f"{in_language(WORDS['not checked'], language)}: {plain(name)}")


def print_log(found, given):
    """Say what was found in a log, and what is not proven."""
    verdict, position, reason, (size, last_hash), erased = found
    last_hash = last_hash.decode()
    if "--json" in given:
        report = {"verdict": verdict, "at": position, "size": size, "hash": last_hash}
        print(json.dumps(report, separators=(",", ":")))
        return
    if position is not None:
        print(f"{verdict} at {position}: {reason}")
    else:
        print(f"intact: {size} entries, head {size}:{last_hash}")
        if erased:
            print(f"note: {erased} payloads erased, each by a recorded erasure")
    end = "neither the end nor the whole log (use --head)"
    if "--head" in given:
        end = "no entry after the noted head"
    elif "--checkpoint" in given:
        end = "no entry after the checkpoints"
    rows = "" if given.get("--payloads") else "what the rows contained (use --payloads); "
    print(f"not proven: that {end} was cut off or written anew together with the head line; "
          f"{rows}that the live tables agree with the log; that what was entered was true")


def read_arguments(arguments):
    """Return the options and the files of a command line, and the files of its checkpoints."""
    # A character that the terminal lacks must not stop a verdict.
    sys.stdout.reconfigure(errors="backslashreplace")
    options, files = getopt.gnu_getopt(arguments, "h", [
        "help", "json", "head=", "vkey=", "checkpoint=", "payloads=", "language="])
    given = dict(options)
    if "-h" in given or "--help" in given:
        print(__doc__)
        sys.exit(HOLDS)
    return given, files, [path for option, path in options if option == "--checkpoint"]


def open_file(path):
    """Open a file of bytes; - is standard input."""
    return sys.stdin.buffer if path == "-" else open(path, "rb")


def read_text(path):
    """Return the text of a file in UTF-8, with its line feeds as they stand."""
    with open_file(path) as file:
        text = file.read().decode()
    if not text:
        raise ValueError(f"{path}: the file is empty")
    return text


def complain(text):
    """Print to standard error. Where that cannot be written either, the exit code says it."""
    try:
        if sys.stderr is not None:
            print(text, file=sys.stderr, flush=True)
    except OSError:
        pass


def read_noted_head(text):
    """Return a head that was noted as SIZE:HASH ("Export and head line")."""
    size, last_hash = parts(NOTED_HEAD, text, "SIZE:HASH")
    if int(size) > LARGEST_NUMBER:
        raise ValueError("the size of the noted head is too large")
    return Head(int(size), last_hash.encode())


def main_receipt(arguments):
    """Verify a receipt, print what was found, and return the exit code."""
    given, language = {}, os.environ.get("LANG", "")
    try:
        given, files, _ = read_arguments(arguments)
        language = given.get("--language", language)
        vkey = given.get("--vkey", "").strip()
        if len(files) != 1 or not vkey:
            raise ValueError("wrong arguments: see --help")
        proven = verify_receipt(read_text(files[0]), vkey)
        if "--json" in given:
            print(json.dumps({"verdict": "holds", **proven}))
        else:
            print_receipt(proven, language)
        return HOLDS
    except Refused as refusal:
        complain(f"{in_language(WORDS['refused'], language)}: {plain(refusal)}")
        if "--json" in given:
            print(json.dumps({"verdict": "does_not_hold", "reason": str(refusal)}))
        return DOES_NOT_HOLD
    except Exception as error:
        # Whatever stops the check, this is not a verdict.
        complain(f"{in_language(WORDS['unverified'], language)}: {plain(error)}")
        return COULD_NOT_VERIFY


def main_log(arguments):
    """Verify a log, print what was found, and return the exit code."""
    try:
        given, files, note_paths = read_arguments(arguments)
        vkey = given.get("--vkey", "").strip()
        if len(files) != 1 or bool(vkey) != bool(note_paths):
            raise ValueError("wrong arguments: see --help")
        checkpoints = [open_checkpoint(read_text(path), vkey) for path in note_paths]
        noted = read_noted_head(given["--head"]) if "--head" in given else EMPTY
        log = open_file(files[0])
        payloads = open_file(given["--payloads"]) if given.get("--payloads") else None
        found = verify(log, noted, payloads, checkpoints)
    except Exception as error:
        # Whatever stops the check, this is not a verdict.
        complain(f"could not verify: {plain(error)}")
        return COULD_NOT_VERIFY
    print_log(found, given)
    return HOLDS if found[0] == "intact" else DOES_NOT_HOLD


def main(arguments):
    """Verify what the arguments name, and return the exit code."""
    if hasattr(signal, "SIGPIPE"):
        # A reader that has seen enough ends this program quietly.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        if arguments[:1] == ["receipt"]:
            code = main_receipt(arguments[1:])
        else:
            code = main_log(arguments)
        sys.stdout.flush()
        return code
    except (AttributeError, OSError) as error:
        # A verdict that nobody can read is none: the disk is full, or the output was closed.
        complain(f"could not verify: standard output: {plain(error)}")
        # Python would try to write the rest once more, and fail again.
        os._exit(COULD_NOT_VERIFY)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
