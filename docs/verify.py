#!/usr/bin/env python3
"""Verify the registry's audit log, or a receipt out of it, offline. Needs Python 3.8 or newer and nothing else.

    python3 verify.py log.jsonl [--head SIZE:HASH] [--vkey VKEY --checkpoint FILE ...] [--payloads FILE] [--json]
    python3 verify.py receipt FILE --vkey VKEY [--language ko|en] [--json]

A log is entries of one fixed form (see audit-log.md), each stating the SHA-256 of the one before it, and a head line
that states that of the last: if nothing is found, no entry was changed, removed, inserted or moved since that head.
--head takes a head noted earlier, --checkpoint one that VKEY signed: each proves that the log continues it. --payloads
proves that each row text is the one that its entry was made for. A receipt is one entry, its row text and some fields,
with the proof that a checkpoint signed by VKEY covers it. What is not proven is printed. Exit code: 0 intact, or the
receipt holds; 1 tampered, or it does not hold; 2 could not verify (unreadable, malformed, unsigned, wrong arguments).
"""
import argparse, base64, datetime, functools, hashlib, json, os, re, sys  # in one line, to be read at one sitting

MOST = 65535 + 1  # bytes of a line with its line feed
LARGEST = 2**53  # number allowed anywhere
ZEROS = b"0" * 64  # stands for the hash of the entry before the first one
FORMS = {b"S": rb'"[A-Za-z0-9_.:/+-]*"', b"H": rb"[0-9a-f]{64}", b"N": rb"(?:0|[1-9][0-9]{0,15})",
         b"T": rb'"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z"'}
ENTRY = re.compile((
    rb'\{"action":%(S)s,"actor":%(S)s,"at":%(T)s,"case":%(S)s,"key":%(S)s,"log":(?P<log>%(S)s),'
    rb'"op":"(?:(?P<no_row>DELETE|TRUNCATE)|INSERT|UPDATE|SNAPSHOT)","prev":"(?P<prev>%(H)s)",'
    rb'"request":%(S)s,"role":%(S)s,"row":"(?P<row>%(H)s|)","seq":(?P<seq>%(N)s),"subject":(?P<subject>%(S)s),'
    rb'"table":(?P<table>%(S)s),"tx":(?P<tx>%(N)s),"v":1\}\n') % FORMS)
HEAD = re.compile(rb'\{"hash":"(?P<prev>%(H)s)","size":(?P<size>%(N)s)\}\n' % FORMS)
PAYLOAD = re.compile(rb'\{"seq":(?P<seq>%(N)s),(?:"erased":(?P<by>%(N)s)|'
                     rb'"salt":"(?P<salt>%(H)s)","row":(?P<row>"[^\n]*"))\}\n' % FORMS)
NOTE = "([^\0-\x09\x0b-\x1f]*\n)\n((?:\u2014 [^\0-\x20\\s+]+ [A-Za-z0-9+/]{7,}={0,2}\n){1,64})"  # text, signatures
CHECKPOINT = "(.+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n(?:.*\n)*"
SUCCESSION = "claimant-registry/succession/v1\nold (.+)\nnew (.+)\nsize [0-9]+\nroot .+\nreason .*\n"
RECEIPT = "c2sp[.]org/tlog-proof@v1\nextra (.+)\nindex (0|[1-9][0-9]{0,15})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n((?:.*\n)+)"
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519: the field, the order of the base point
D = -121665 * pow(121666, -1, P) % P
WORDS = {  # Korean, English
    "claim.submit": ("참여 신청서를 제출함", "the claim was submitted"), True: ("동의함", "consent was given"),
    "claim.withdraw": ("참여 신청을 철회함", "the claim was withdrawn"), False: ("동의를 거부함", "consent was refused"),
    "consent.withdraw": ("동의를 철회함", "consent was withdrawn"), "claimant": ("신청인", "claimant")}
LINES = (("영수증이 맞음: 기록 {log}의 {index}번 항목, 키가 서명한 {size}개 항목(0번부터) 가운데 하나", "the receipt holds: entry {index} of "
          "the log {log}, one of the {size} (from 0) that its key signed"),
         ("무엇을: {what} ({op} {table})", "what: {what} ({op} {table})"), ("누가: {who}, 이름 {name}", "who: {who}, name {name}"),
         ("언제: {utc} 협정 세계시(UTC), {kst} 한국 표준시(KST)", "when: {utc} Coordinated Universal Time (UTC), {kst} Korea "
          "Standard Time (KST)"), ("어느 신청: 번호 {number}, 식별자 {subject}", "which claim: number {number}, id {subject}"))
NOT_PROVEN = (
    "증명되지 않은 것: 증인이 체크포인트를 보았는지, 입력한 내용이 사실인지, 시점확인 토큰 %d개(확인 명령: %s)",
    "not proven: that witnesses saw the checkpoint; that what was entered is true; %d time stamps (to be checked by: %s)")
STAMP = "openssl ts -verify -data checkpoint.txt -in token.der -token_in -CAfile authority.pem"

class Refused(Exception):
    """A check that does not hold, where other errors mean that it could not be made."""

def check(holds, reason, error=Refused):
    if not holds: raise error(reason)

def parts(form, text, what):
    m = re.fullmatch(form, text)
    check(m, "this is not " + what, ValueError)
    return m.groups()

def sha256(data):
    return hashlib.sha256(data).hexdigest().encode()

def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()

def unbase64(text):
    data = base64.b64decode(text)
    check(base64.b64encode(data).decode() == text, "this is not base64 in its one form", ValueError)
    return data

def match(form, line):
    """The parts of the line, or None when the line does not have exactly this form."""
    m = form.fullmatch(line)
    too_large = m and any(int(m[name] or 0) > LARGEST for name in form.groupindex if name in ("seq", "tx", "size", "by"))
    wrong_row = m and form is ENTRY and bool(m["no_row"]) == bool(m["row"])  # either no row, or a commitment to it
    return None if too_large or wrong_row else m

def point(data):
    """The point of the curve that 32 bytes stand for (RFC 8032, 5.1.3), in extended coordinates."""
    y, odd = int.from_bytes(data, "little") % 2**255, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    check(y < P and x * x % P == square and (x or not odd), "the key is not the one form of a point", ValueError)
    x = x if x % 2 == odd else P - x
    return x, y, 1, x * y % P

def add(a, b):
    """The sum of two points (RFC 8032, 5.1.4)."""
    low, high, t, z = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0]), 2 * D * a[3] * b[3], 2 * a[2] * b[2]
    e, f, g, h = high - low, z - t, z + t, high + low
    return e * f % P, g * h % P, f * g % P, e * h % P

def signs(key, text, signature):
    """Whether this is the key's Ed25519 signature of the text (RFC 8032, 5.1.7): R = s B - k A, with s below L."""
    s, base, a, r = int.from_bytes(signature[32:], "little"), point(b"\x58" + b"\x66" * 31), point(key), (0, 1, 1, 0)
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    for bit in range(252, -1, -1):
        r = add(r, r)
        r = add(r, base) if s >> bit & 1 else r
        r = add(r, (P - a[0], a[1], 1, P - a[3])) if k >> bit & 1 else r
    x, y = (c * pow(r[2], -1, P) % P for c in r[:2])
    return len(signature) == 64 and s < L and (y + (x % 2 << 255)).to_bytes(32, "little") == signature[:32]

def signed(note, vkey):
    """The text of a note (c2sp.org/signed-note), if the key signed it, and the key's name."""
    name, key_id, key = parts(r"([^\s+]+)\+([0-9a-f]{8})\+(.+)", vkey, "a vkey")
    key, (text, lines) = unbase64(key), parts(NOTE, note, "a signed note")
    whole = len(key) == 33 and key[0] == 1 and sha256(name.encode() + b"\n" + key)[:8].decode() == key_id
    check(whole, "the vkey is not of type 1, or its key id is not that of its name and key", ValueError)
    lines = [(signer, unbase64(signature)) for signer, signature in re.findall("\u2014 (.+) (.+)\n", lines)]
    own = [data[4:] for signer, data in lines if signer == name and data[:4].hex() == key_id]
    check(own, "the note is not signed by %s" % vkey)
    check(all(signs(key[1:], text.encode(), signature) for signature in own), "a signature of %s is not valid" % name)
    return text, name

def read_checkpoint(note, vkey):
    """(size, root, origin) of a checkpoint (c2sp.org/tlog-checkpoint) that the key signed."""
    text, name = signed(note, vkey)
    origin, size, root = parts(CHECKPOINT, text, "a checkpoint")
    check(origin == name and int(size) <= LARGEST, "the checkpoint is of %s, the key of %s" % (origin, name))
    return int(size), unbase64(root), origin

def root_of(leaf, at, last, proof):
    """The root that a proof leads to from leaf `at` of the leaves 0 to `last` (RFC 9162, 2.1.3.2), or None."""
    for sibling in proof if at <= last else ():
        if last == 0: return None
        leaf = node(sibling, leaf) if at & 1 or at == last else node(leaf, sibling)
        while at == last and at and not at & 1:
            at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return leaf if at == last == 0 else None

def receipt(text, vkey):
    """What a receipt (c2sp.org/tlog-proof@v1) proves; Refused at the first check that does not hold."""
    extra, index, proof, note = parts(RECEIPT, text, "a receipt")
    extra, proof = json.loads(unbase64(extra).decode()), [unbase64(line) for line in proof.split()]
    entry, row, fields, (salt,) = extra["entry"], extra["row"], {}, parts("([0-9a-f]{64})", extra["salt"], "a salt")
    stamps = [unbase64(stamp) for stamp in extra.get("time_stamps") or []]
    for succession in extra.get("successions") or []:
        old, new = parts(SUCCESSION, parts(NOTE, succession, "a signed note")[0], "a succession")
        vkey = signed(succession, vkey) and new if old == vkey else vkey
    size, root, log = read_checkpoint(note, vkey)
    m = match(ENTRY, entry.encode() + b"\n") if len(entry) < MOST else None
    check(m and m["seq"].decode() == index, "the entry does not have the form of one, or not the number %s" % index)
    leaf = hashlib.sha256(b"\0" + entry.encode()).digest()
    check(root_of(leaf, int(index), size - 1, proof) == root, "the proof does not lead from the entry to the root")
    check(sha256(bytes.fromhex(salt) + row.encode()) == m["row"], "this is not the row that the entry was made for")
    row = json.loads(row)
    commitments = json.loads(row["commitments"])
    for name, field in extra["fields"].items():
        (salt,), fields[name] = parts("([0-9a-f]{32})", field["salt"], "a salt"), field["value"]
        opens = sha256(bytes.fromhex(salt) + field["value"].encode()).decode() == commitments.get(name)
        check(opens, "the field %s does not open its commitment" % name)
    return {"log": log, "size": size, "index": int(index), "entry": json.loads(entry), "row": row, "fields": fields,
            "time_stamps": len(stamps)}

def plain(text):
    """The text with everything that does not print, and the backslash, escaped."""
    return "".join(c if c.isprintable() and c != "\\" else c.encode("unicode_escape").decode() for c in str(text))

def tell(proven, english):
    """A receipt in words."""
    entry, row, fields = proven["entry"], proven["row"], proven["fields"]
    utc = datetime.datetime.fromisoformat(entry["at"][:-1])
    action = row.get("agreed", "") if entry["action"] == "consent.answer" else entry["action"]
    try:
        name = json.loads(fields["statement"])["signed_name"]
    except (KeyError, TypeError, ValueError):
        name = fields.get("name", "-")
    facts = dict(proven, **entry, name=name, number=row.get("number", "-"), utc=utc, kst=utc + datetime.timedelta(hours=9),
                 what=WORDS.get(action, [entry["action"]] * 2)[english],
                 who=WORDS.get(entry["role"], [entry["role"]] * 2)[english])
    for line in LINES:
        print(line[english].format(**{key: plain(value) for key, value in facts.items()}))
    for name, value in fields.items():
        print("%s %s: %s" % (("값", "field")[english], plain(name), plain(value)))
    print(NOT_PROVEN[english] % (proven["time_stamps"], STAMP))

def read_payload(line):
    """(seq, commitment), or (seq, number of the entry that records the erasure), or None for another line."""
    m = match(PAYLOAD, line)
    if not m or m["by"]: return m and (int(m["seq"]), int(m["by"]))
    try:
        return int(m["seq"]), sha256(bytes.fromhex(m["salt"].decode()) + json.loads(m["row"].decode()).encode())
    except ValueError:  # the row is not a JSON string, or not Unicode
        return None

def check_payload(seq, entry, file, waiting):
    """Hold entry `seq` against the erasures that it is said to record, {its number: [(seq erased, subject), ...]}, and
    against the next payload line: (verdict, position, reason), or None if all fits."""
    records = b'"op":"INSERT"' in entry[0] and b'"table":"erasure"' in entry[0] and entry["subject"] != b'""'
    wrong = [at for at, subject in waiting.get(seq, ()) if not records or subject != entry["subject"]]
    if wrong: return "payload_missing", wrong[0], "entry %d does not record that this row text was erased" % seq
    if not entry["row"]: return None
    line = file.readline()
    payload = read_payload(line)
    if line and not payload: return "payload_mismatch", seq, "this line of the payload file is not a payload"
    if not line or payload[0] > seq: return "payload_missing", seq, "the entry has no payload in its place"
    if payload[0] < seq: return "payload_mismatch", payload[0], "this payload is out of order or belongs to no entry"
    if payload[1] == entry["row"]: return None
    if isinstance(payload[1], bytes): return "payload_mismatch", seq, "not the row that the entry was made for"
    if payload[1] <= seq: return "payload_missing", seq, "no later entry is named that records the erasure"
    waiting.setdefault(payload[1], []).append((seq, entry["subject"]))

def first(*findings):
    """The verdict, position and reason of the first finding whose condition is met, or None."""
    return next((finding[1:] for finding in findings if finding[0]), None)

def verify(log, noted=None, payloads=None, checkpoints=(), key_name=None):
    """Walk the log once: (verdict, position or None, reason, entries accepted, hash of the last, payloads erased)."""
    n, h, origin, noted, noted_hash = 0, ZEROS, None, noted or (0, ZEROS), ZEROS  # entries so far, hash of the last
    bad_payload, waiting, sizes = None, {}, [size for size, _ in checkpoints]
    roots, edge = {0: hashlib.sha256().digest()}, []  # of the tree: wanted roots, perfect subtrees from left to right
    line, ahead = log.readline(MOST), log.readline(MOST)  # with line feed; b"" at the end of the file
    while entry := match(ENTRY, line):
        leaf, seq, follows = hashlib.sha256(b"\0" + line[:-1]).digest(), int(entry["seq"]), entry["prev"] == h
        # Where two neighbours disagree and the next line vouches for this entry, the one before was changed.
        voucher = None if follows or n == 0 else match(ENTRY, ahead) or match(HEAD, ahead)
        origin = origin or entry["log"]
        finding = first(
            (seq != n and follows, "altered", n, "the entry follows the one before it but is numbered %d" % seq),
            (seq != n, "missing", n, "entry %d stands here: entries are missing or reordered" % seq),
            (voucher and voucher["prev"].decode() == leaf.hex(), "altered", n - 1, "the next entry states another hash for this one"),
            (not follows, "altered", n, "the entry does not state the hash of the one before it"),
            (entry["log"] != origin, "altered", n, "the entry names another log than entry 0"))
        if finding: return finding + (n, h, 0)
        bad_payload = bad_payload or payloads and check_payload(n, entry, payloads, waiting)
        n, h = n + 1, leaf.hex().encode()
        noted_hash = h if noted[0] == n else noted_hash
        while sizes and seq & 1:
            leaf, seq = node(edge.pop(), leaf), seq >> 1
        edge.append(leaf)
        if n in sizes: roots[n] = functools.reduce(lambda right, left: node(left, right), reversed(edge))
        line, ahead = ahead, log.readline(MOST)
    head = match(HEAD, line)  # The first line that is not an entry has to be the head, and the last line of the file.
    size = int(head["size"]) if head else n
    cut = not head and not line.endswith(b"\n") and len(line) < MOST
    finding = first(
        (cut, "truncated", n, "the file ends here without a complete head line"),
        (not head, "altered", n, "the line is not an entry"),
        (ahead, "altered", n, "something follows the head line"),
        (size != n, "truncated" if size > n else "altered", n, "the head line gives another size"),
        (head and head["prev"] != h, "altered", max(n - 1, 0), "the head line states another hash for the last entry"),
        (noted[0] > n, "truncated", n, "the noted head had %d entries, the file has %d" % (noted[0], n)),
        (noted_hash != noted[1], "rewritten", max(noted[0] - 1, 0), "the hash here is not that of the noted head"))
    if finding: return finding + (n, h, 0)
    same = not sizes or not n or re.fullmatch(re.escape(origin.decode()[1:-1]) + "(?:/[1-9][0-9]*)?", key_name)
    check(same, "the entries are of another log than the key, %s" % key_name)
    for size, root in sorted(checkpoints):
        good = max((s for s, r in checkpoints if s < size and roots[s] == r), default=0)
        finding = first((size > n, "truncated", n, "a checkpoint covers %d entries" % size),
                        (roots.get(size) != root, "rewritten", good, "not the log of the checkpoint over %d" % size))
        if finding: return finding + (n, h, 0)
    lost = [erased[0][0] for by, erased in waiting.items() if by >= n]
    rest = payloads.readline() if payloads else b""
    finding = bad_payload or first(
        (lost, "payload_missing", min(lost, default=0), "the entry that is said to record the erasure is not there"),
        (rest, "payload_mismatch", (read_payload(rest) or [n])[0], "this payload belongs to no entry"))
    return (finding or ("intact", None, "")) + (n, h, sum(map(len, waiting.values())))

def noted_head(text):
    size, _, last = text.encode().partition(b":")
    m = match(HEAD, b'{"hash":"%b","size":%b}\n' % (last, size))
    check(m, "not SIZE:HASH, a number and 64 lower-case hexadecimal digits", argparse.ArgumentTypeError)
    return int(m["size"]), m["prev"]

def main():
    parser = argparse.ArgumentParser(description="Verify the registry's audit log, or a receipt out of it, offline.")
    parser.add_argument("file", nargs="+", help="what `claimant-registry export log` wrote, or: receipt FILE")
    parser.add_argument("--head", metavar="SIZE:HASH", type=noted_head, help="a head noted earlier")
    parser.add_argument("--payloads", metavar="FILE", help="the payload file of the same export")
    parser.add_argument("--vkey", help="the key of the log", type=str.strip)
    parser.add_argument("--checkpoint", metavar="FILE", action="append", default=[], help="one signed by that key")
    parser.add_argument("--language", choices=["ko", "en"], default=os.environ.get("LANG", "")[:2], help="of a receipt")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    args = parser.parse_args()
    of_receipt = args.file[0] == "receipt" and len(args.file) == 2
    if len(args.file) > 1 + of_receipt or bool(args.vkey) != bool(of_receipt or args.checkpoint):
        parser.error("give a log, or: receipt FILE; a receipt and --checkpoint need --vkey, nothing else does")
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        if of_receipt:
            proven = receipt(open(args.file[1], "rb").read().decode(), args.vkey)
            print(json.dumps(dict(verdict="holds", **proven))) if args.json else tell(proven, args.language == "ko")
            return 0
        checkpoints = [read_checkpoint(open(path, "rb").read().decode(), args.vkey) for path in args.checkpoint]
        payloads = open(args.payloads, "rb") if args.payloads else None
        with open(args.file[0], "rb") as log:
            verdict, at, reason, n, h, erased = verify(
                log, args.head, payloads, [c[:2] for c in checkpoints], checkpoints and checkpoints[0][2])
    except Exception as error:  # whatever stops the check is not a verdict
        refused = of_receipt and isinstance(error, Refused)
        print("%s: %s" % ("the receipt does not hold" if refused else "could not verify", plain(error)), file=sys.stderr)
        return 1 if refused else 2
    if args.json:
        print(json.dumps({"verdict": verdict, "at": at, "size": n, "hash": h.decode()}, separators=(",", ":")))
    else:
        intact = "intact: %d entries, head %d:%s" % (n, n, h.decode())
        print(intact if at is None else "%s at %d: %s" % (verdict, at, reason))
        if erased and at is None: print("note: %d payloads erased, each by a recorded erasure" % erased)
        tail = "no entry after the noted head" if args.head else "neither the end nor the whole log (use --head)"
        rows = "" if args.payloads else "what the rows contained (use --payloads); "
        print("not proven: that %s was cut off or written anew together with the head line; %sthat the live "
              "tables agree with the log; that what was entered was true" % (tail, rows))
    return 0 if at is None else 1

if __name__ == "__main__":
    sys.exit(main())
