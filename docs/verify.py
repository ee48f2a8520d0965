#!/usr/bin/env python3
"""Verify an export of the registry's audit log, offline. Needs Python 3.8 or newer and nothing else.

    python3 verify.py log.jsonl [--head SIZE:HASH] [--payloads payloads.jsonl] [--json]

What it proves: every line but the last is an entry in one fixed form (see audit-log.md). Each entry states
the SHA-256 of the entry before it; the last line, the head, states that of the last entry. If nothing is
found, the file is the very sequence of bytes that leads to the head printed: no entry was changed, removed,
inserted or moved since that head. --head takes a head noted earlier and proves that the log continues it.
--payloads proves that each row text is the one that its entry was made for.
What it does not prove is printed on the line that begins with "not proven:".

Exit code: 0 intact, 1 tampered, 2 could not verify (a file cannot be read, wrong arguments).
"""
import argparse
import hashlib
import json
import re
import sys

MOST = 65535 + 1  # bytes of a line with its line feed
LARGEST = 2**53  # number allowed anywhere
ZEROS = b"0" * 64  # stands for the hash of the entry before the first one
FORMS = {b"S": rb'"[A-Za-z0-9_.:/+-]*"', b"H": rb"[0-9a-f]{64}", b"N": rb"(?:0|[1-9][0-9]{0,15})",
         b"T": rb'"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"'}
ENTRY = re.compile((
    rb'\{"action":%(S)s,"actor":%(S)s,"at":%(T)s,"case":%(S)s,"key":%(S)s,"log":(?P<log>%(S)s),'
    rb'"op":"(?:(?P<no_row>DELETE|TRUNCATE)|INSERT|UPDATE|SNAPSHOT)","prev":"(?P<prev>%(H)s)",'
    rb'"request":%(S)s,"role":%(S)s,"row":"(?P<row>%(H)s|)","seq":(?P<seq>%(N)s),"subject":%(S)s,'
    rb'"table":%(S)s,"tx":(?P<tx>%(N)s),"v":1\}\n') % FORMS)
HEAD = re.compile(rb'\{"hash":"(?P<prev>%(H)s)","size":(?P<size>%(N)s)\}\n' % FORMS)
PAYLOAD = re.compile(rb'\{"seq":(?P<seq>%(N)s),"salt":"(?P<salt>%(H)s)","row":(?P<row>"[^\n]*")\}\n' % FORMS)


def sha256(data):
    return hashlib.sha256(data).hexdigest().encode()


def match(form, line):
    """The parts of the line, or None when the line does not have exactly this form."""
    m = form.fullmatch(line)
    too_large = m and any(int(m[name]) > LARGEST for name in form.groupindex if name in ("seq", "tx", "size"))
    wrong_row = m and form is ENTRY and bool(m["no_row"]) == bool(m["row"])  # either no row, or a commitment to it
    return None if too_large or wrong_row else m


def read_payload(line):
    """(seq, commitment), or None when the line is not a payload."""
    m = match(PAYLOAD, line)
    try:
        row = json.loads(m["row"].decode()).encode() if m else b""
        return (int(m["seq"]), sha256(bytes.fromhex(m["salt"].decode()) + row)) if m else None
    except ValueError:  # the row is not a JSON string, or not Unicode
        return None


def check_payload(seq, row, line):
    """Compare the next payload line with entry `seq`: (verdict, position, reason), or None if it fits."""
    payload = read_payload(line)
    if line and not payload:
        return "payload_mismatch", seq, "this line of the payload file is not a payload"
    if not line or payload[0] > seq:
        return "payload_missing", seq, "the entry has no payload in its place"
    if payload[0] < seq:
        return "payload_mismatch", payload[0], "this payload is out of order or belongs to no entry"
    return None if payload[1] == row else ("payload_mismatch", seq, "not the row that the entry was made for")


def verify(log, noted=None, payloads=None):
    """Walk the log once: (verdict, position or None, reason, entries accepted, hash of the last of them)."""
    n, h = 0, ZEROS  # entries accepted so far, hash of the last of them
    origin, noted_hash, payload_finding = None, ZEROS, None
    line, ahead = log.readline(MOST), log.readline(MOST)  # with line feed; b"" at the end of the file
    while entry := match(ENTRY, line):
        own_hash, seq = sha256(b"\x00" + line[:-1]), int(entry["seq"])
        if seq != n and entry["prev"] == h:
            return "altered", n, "the entry follows the one before it but is numbered %d" % seq, n, h
        if seq != n:
            return "missing", n, "entry %d stands here: entries are missing or reordered" % seq, n, h
        if entry["prev"] != h:
            # Two neighbours disagree. If the next line vouches for this entry, the one before was changed.
            voucher = match(ENTRY, ahead) or match(HEAD, ahead)
            if n > 0 and voucher and voucher["prev"] == own_hash:
                return "altered", n - 1, "the next entry states another hash for this one", n, h
            return "altered", n, "the entry does not state the hash of the one before it", n, h
        origin = entry["log"] if n == 0 else origin
        if entry["log"] != origin:
            return "altered", n, "the entry names another log than entry 0", n, h
        if payloads and entry["row"] and not payload_finding:
            payload_finding = check_payload(n, entry["row"], payloads.readline())
        n, h = n + 1, own_hash
        noted_hash = h if noted and noted[0] == n else noted_hash
        line, ahead = ahead, log.readline(MOST)
    # The first line that is not an entry has to be the head, and the last line of the file.
    head = match(HEAD, line)
    if not head and not line.endswith(b"\n") and len(line) < MOST:
        return "truncated", n, "the file ends here without a complete head line", n, h
    if not head or ahead:
        return "altered", n, "something follows the head line" if head else "the line is not an entry", n, h
    if int(head["size"]) != n:
        return "truncated" if int(head["size"]) > n else "altered", n, "the head line gives another size", n, h
    if head["prev"] != h:
        return "altered", max(n - 1, 0), "the head line states another hash for the last entry", n, h
    if noted and n < noted[0]:
        return "truncated", n, "the noted head had %d entries, the file has %d" % (noted[0], n), n, h
    if noted and noted_hash != noted[1]:
        return "rewritten", max(noted[0] - 1, 0), "the hash here is not that of the noted head", n, h
    rest = payloads.readline() if payloads and not payload_finding else b""
    if rest:  # no entry is left for it
        payload_finding = "payload_mismatch", (read_payload(rest) or [n])[0], "this payload belongs to no entry"
    return (payload_finding or ("intact", None, "")) + (n, h)


def noted_head(text):
    size, _, last = text.encode().partition(b":")
    m = match(HEAD, b'{"hash":"%b","size":%b}\n' % (last, size))
    if not m:
        raise argparse.ArgumentTypeError("not SIZE:HASH, a number and 64 lower-case hexadecimal digits")
    return int(m["size"]), m["prev"]


def main():
    parser = argparse.ArgumentParser(description="Verify an export of the registry's audit log, offline.")
    parser.add_argument("log", help="the file that `claimant-registry export log` wrote")
    parser.add_argument("--head", metavar="SIZE:HASH", type=noted_head, help="a head noted earlier")
    parser.add_argument("--payloads", metavar="FILE", help="the payload file of the same export")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    try:
        with open(args.log, "rb") as log:
            payloads = open(args.payloads, "rb") if args.payloads else None
            verdict, at, reason, n, h = verify(log, args.head, payloads)
    except Exception as error:  # whatever stops the check is not a verdict
        print("could not verify: %s" % error, file=sys.stderr)
        return 2
    if args.json:
        print(json.dumps({"verdict": verdict, "at": at, "size": n, "hash": h.decode()}, separators=(",", ":")))
    else:
        intact = "intact: %d entries, head %d:%s" % (n, n, h.decode())
        print(intact if at is None else "%s at %d: %s" % (verdict, at, reason))
        tail = "no entry after the noted head" if args.head else "neither the end nor the whole log (use --head)"
        rows = "" if args.payloads else "what the rows contained (use --payloads); "
        print("not proven: that %s was cut off or written anew together with the head line; %sthat the live "
              "tables agree with the log; that what was entered was true" % (tail, rows))
    return 0 if at is None else 1


if __name__ == "__main__":
    sys.exit(main())
