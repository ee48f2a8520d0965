#!/usr/bin/env python3
"""Verify the registry's audit log, or a receipt out of it, offline. Needs Python 3.8 or newer and nothing else.

    python3 verify.py log.jsonl [--head SIZE:HASH] [--vkey VKEY --checkpoint FILE ...] [--payloads FILE] [--json]
    python3 verify.py receipt FILE --vkey VKEY [--language ko|en] [--json]

A log is entries of one form (see audit-log.md), each stating the SHA-256 of the one before it, and a head line stating
that of the last. --head takes a head noted earlier, --checkpoint one VKEY signed: the log continues it. --payloads:
each row text is the one its entry was made for. A receipt is one entry that a checkpoint signed by VKEY covers. Exit
code: 0 intact or holds, 1 tampered or does not hold, 2 could not verify (unreadable, malformed, wrong arguments)."""
import base64, datetime, functools, getopt, hashlib, json, os, re, sys  # in one line, to be read at one sitting

MOST, LARGEST = 65535 + 1, 2**53  # bytes of a line with its line feed, number allowed anywhere
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
RECEIPT = "c2sp[.]org/tlog-proof@v1\nextra (.+)\nindex (0|[1-9][0-9]{0,15})\n((?:[^\n=]{43}=\n){0,63})\n((?:.*\n)+)"
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493  # Ed25519: the field, the order of the base point
D = -121665 * pow(121666, -1, P) % P
WORDS = {"claimant": ("신청인", "claimant"), "field": ("공개된 값", "shown"),  # Korean, English
    "claim.submit": ("참여 신청서를 제출함", "the claim was submitted"), "claim.withdraw": ("참여 신청을 철회함", "the claim was withdrawn"),
    "refused": ("접수증이 맞지 않음", "does not hold"), "consent.answer True": ("동의함", "consent was given"),
    "consent.answer False": ("동의를 거부함", "consent was refused"), "consent.withdraw": ("동의를 철회함", "consent was withdrawn"),
    "unverified": ("확인하지 못함", "could not verify"), "holds": (
        "접수증이 맞음: 기록 {log}의 {index}번 항목, 키가 서명한 {size}개 항목(0번부터) 가운데 하나\n키의 지문: {key}\n무엇을: {what} ({op} {table})\n"
        "언제: {utc} 협정 세계시(UTC), {kst} 한국 표준시(KST)\n누가: {who}, 이름 {name}\n어느 신청: 번호 {number}, 식별자 {subject}",
        "the receipt holds: entry {index} of the log {log}, one of the {size} (from 0) that its key signed\n"
        "fingerprint of the key: {key}\nwhat: {what} ({op} {table})\nwhen: {utc} Coordinated Universal Time (UTC), {kst} Korea Standard Time (KST)\n"
        "who: {who}, name {name}\nwhich claim: number {number}, id {subject}"), "not proven": (
        "증명되지 않은 것: 증인이 체크포인트를 보았는지, 입력한 내용이 사실인지, 시점확인 토큰 %d개(확인 명령: %s)",
        "not proven: that witnesses saw the checkpoint; that what was entered is true; %d time stamps (check: %s)")}
STAMP = "openssl ts -verify -data checkpoint.txt -in stamp.tsr -CAfile authority.pem"

class Refused(Exception): pass  # a check does not hold; any other error means that it could not be made
def check(holds, reason, error=Refused):
    if not holds: raise error(reason)
    return holds
def parts(form, text, what): return check(re.fullmatch(form, text), "this is not " + what, ValueError).groups()
def unbase64(text):
    data = base64.b64decode(text)
    return check(base64.b64encode(data).decode() == text, "this is not base64 in its one form", ValueError) and data
def sha256(data): return hashlib.sha256(data).hexdigest().encode()
def node(left, right): return hashlib.sha256(b"\x01" + left + right).digest()
def match(form, line):  # the parts of the line, or None when the line does not have exactly this form
    m = form.fullmatch(line)
    too_large = m and any(int(m[key] or 0) > LARGEST for key in ("seq", "tx", "size", "by") if key in form.groupindex)
    wrong_row = m and form is ENTRY and bool(m["no_row"]) == bool(m["row"])  # either no row, or a commitment to it
    return None if too_large or wrong_row else m
def point(data):  # the point that 32 bytes stand for, in extended coordinates (RFC 8032, 5.1.3)
    y, odd = int.from_bytes(data, "little") % 2**255, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if x * x % P == square else x * pow(2, (P - 1) // 4, P) % P
    check(y < P and x * x % P == square and (x or not odd), "the key is not the one form of a point", ValueError)
    x = x if x % 2 == odd else P - x
    return x, y, 1, x * y % P
def add(a, b):  # the sum of two points (RFC 8032, 5.1.4)
    low, high, t, z = (a[1] - a[0]) * (b[1] - b[0]), (a[1] + a[0]) * (b[1] + b[0]), 2 * D * a[3] * b[3], 2 * a[2] * b[2]
    e, f, g, h = high - low, z - t, z + t, high + low
    return e * f % P, g * h % P, f * g % P, e * h % P
def signs(key, text, signature):  # whether R = s B - k A, with s below L (RFC 8032, 5.1.7)
    s, base, a, r = int.from_bytes(signature[32:], "little"), point(b"\x58" + b"\x66" * 31), point(key), (0, 1, 1, 0)
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    for bit in range(252, -1, -1):
        r = add(r, r)
        r = add(r, base) if s >> bit & 1 else r
        r = add(r, (P - a[0], a[1], 1, P - a[3])) if k >> bit & 1 else r
    x, y = (c * pow(r[2], -1, P) % P for c in r[:2])
    return len(signature) == 64 and s < L and (y + (x % 2 << 255)).to_bytes(32, "little") == signature[:32]

def signed(note, vkey):  # the text of a note (c2sp.org/signed-note) that the key signed, and the key's name
    name, key_id, key = parts(r"([^\s+]+)\+([0-9a-f]{8})\+(.+)", vkey, "a vkey")
    key, (text, lines) = unbase64(key), parts(NOTE, note, "a signed note")
    right = len(key) == 33 and key[0] == 1 and sha256(name.encode() + b"\n" + key)[:8].decode() == key_id
    check(right, "the vkey is not of type 1, or its key id is not that of its name and key", ValueError)
    lines = [(signer, unbase64(signature)) for signer, signature in re.findall("\u2014 (.+) (.+)\n", lines)]
    own = [data[4:] for signer, data in lines if signer == name and data[:4].hex() == key_id]
    check(own, "the note is not signed by %s" % vkey)
    check(all(signs(key[1:], text.encode(), signature) for signature in own), "a signature of %s is not valid" % name)
    return text, name
def read_checkpoint(note, vkey):  # (size, root, origin) of c2sp.org/tlog-checkpoint, if the key signed it
    text, name = signed(note, vkey)
    origin, size, root = parts(CHECKPOINT, text, "a checkpoint")
    check(origin == name and int(size) <= LARGEST, "the checkpoint is of %s, the key of %s" % (origin, name))
    return int(size), unbase64(root), origin
def root_of(leaf, at, last, proof):  # where a proof leads from leaf `at` of 0 to `last` (RFC 9162, 2.1.3.2), or None
    for sibling in proof if at <= last else ():
        if last == 0: return None
        leaf = node(sibling, leaf) if at & 1 or at == last else node(leaf, sibling)
        while at == last and at and not at & 1: at, last = at >> 1, last >> 1
        at, last = at >> 1, last >> 1
    return leaf if at == last == 0 else None

def receipt(text, vkey):  # what a c2sp.org/tlog-proof@v1 proves; Refused at the first check that does not hold
    extra, index, proof, note = parts(RECEIPT, text, "a receipt")
    extra, proof = json.loads(unbase64(extra).decode()), [unbase64(line) for line in proof.split()]
    known = set(extra) <= {"entry", "salt", "row", "fields", "key", "time_stamps", "successions"}
    check(known and all(len(field) == 2 for field in extra["fields"].values()), "extra holds what nobody checks", ValueError)
    entry, row, fields, (salt,) = extra["entry"], extra["row"], {}, parts("([0-9a-f]{64})", extra["salt"], "a salt")
    for succession in extra.get("successions") or []:
        old, new = parts(SUCCESSION, parts(NOTE, succession, "a signed note")[0], "a succession")
        vkey = signed(succession, vkey) and new if old == vkey else vkey
    (size, root, log), key = read_checkpoint(note, vkey), sha256(vkey.encode()).decode()
    check(extra.get("key") in (None, key), "the fingerprint that the receipt gives is not that of the key")
    m = match(ENTRY, entry.encode() + b"\n") if len(entry) < MOST else None
    check(m and m["seq"].decode() == index, "the entry does not have the form of one, or not the number %s" % index)
    top = root_of(hashlib.sha256(b"\0" + entry.encode()).digest(), int(index), size - 1, proof)
    check(top == root, "the proof does not lead from the entry to the root")
    check(sha256(bytes.fromhex(salt) + row.encode()) == m["row"], "this is not the row that the entry was made for")
    try: row, commitments = json.loads(row), dict(json.loads(json.loads(row).get("commitments", "{}")))
    except (AttributeError, TypeError, ValueError): raise Refused("the row is not an object with commitments to fields")
    for name, field in extra["fields"].items():
        (salt,), fields[name] = parts("([0-9a-f]{32})", field["salt"], "a salt"), field["value"]
        opens = sha256(bytes.fromhex(salt) + field["value"].encode()).decode() == commitments.get(name)
        check(opens, "the field %s does not open its commitment" % name)
    return {"log": log, "key": key, "size": size, "index": int(index), "entry": json.loads(entry),
            "row": row, "fields": fields, "time_stamps": len([unbase64(stamp) for stamp in extra.get("time_stamps") or []])}
def plain(text):  # with everything that does not print, and the backslash, escaped
    return "".join(c if c.isprintable() and c != "\\" else c.encode("unicode_escape").decode() for c in str(text))
def tell(proven, english):  # a receipt in words
    entry, row, fields = proven["entry"], proven["row"], proven["fields"]
    try: kst = (utc := datetime.datetime.fromisoformat(entry["at"][:-1])) + datetime.timedelta(hours=9)
    except (ValueError, OverflowError): utc = kst = entry["at"]  # nothing asks the calendar
    action = entry["action"] + (" %s" % row.get("agreed") if entry["action"] == "consent.answer" else "")
    what = WORDS.get(action, [entry["action"]] * 2)[english] + (": %s" % row["item"] if "item" in row else "")
    who, number = WORDS.get(entry["role"], [entry["role"]] * 2)[english], row.get("number", "-")
    name = json.loads(fields["statement"]).get("signed_name", "-") if "statement" in fields else fields.get("name", "-")
    facts = {**entry, **proven, "what": what, "who": who, "utc": utc, "kst": kst, "number": number, "name": name}
    print(WORDS["holds"][english].format(**{key: plain(value) for key, value in facts.items()}))
    for field in fields.items(): print("%s %s: %s" % (WORDS["field"][english], *map(plain, field)))
    print(WORDS["not proven"][english] % (proven["time_stamps"], STAMP))

def read_payload(line):  # (seq, commitment), or if erased (seq, number of the recording entry); None for other lines
    m = match(PAYLOAD, line)
    try: row = json.loads(m["row"].decode()).encode() if m and m["row"] else b""
    except ValueError: return None  # the row is not a JSON string, or not Unicode
    return m and (int(m["seq"]), int(m["by"]) if m["by"] else sha256(bytes.fromhex(m["salt"].decode()) + row))
def check_payload(seq, entry, file, waiting):  # waiting: {number of the entry that records it: [(seq erased, subject)]}
    records = b'"op":"INSERT"' in entry[0] and b'"table":"erasure"' in entry[0] and entry["subject"] != b'""'
    wrong = [at for at, subject in waiting.get(seq, ()) if not records or subject != entry["subject"]]
    if wrong: return "payload_missing", wrong[0], "entry %d does not record that this row text was erased" % seq
    if not entry["row"]: return None
    payload = read_payload(line := file.readline())
    if line and not payload: return "payload_mismatch", seq, "this line of the payload file is not a payload"
    if not line or payload[0] > seq: return "payload_missing", seq, "the entry has no payload in its place"
    if payload[0] < seq: return "payload_mismatch", payload[0], "this payload is out of order or belongs to no entry"
    if payload[1] == entry["row"]: return None
    if isinstance(payload[1], bytes): return "payload_mismatch", seq, "not the row that the entry was made for"
    if payload[1] <= seq: return "payload_missing", seq, "no later entry is named that records the erasure"
    waiting.setdefault(payload[1], []).append((seq, entry["subject"]))
def first(*findings):  # (verdict, position, reason) of the first finding whose condition is met, or None
    return next((finding[1:] for finding in findings if finding[0]), None)

def verify(log, noted=None, payloads=None, checkpoints=()):
    """Walk the log once: (verdict, position or None, reason, entries accepted, hash of the last, payloads erased)."""
    n, h, origin, noted, noted_hash = 0, ZEROS, None, noted or (0, ZEROS), ZEROS  # entries so far, hash of the last
    bad_payload, waiting, sizes = None, {}, [size for size, _, _ in checkpoints]
    roots, edge = {0: hashlib.sha256().digest()}, []  # roots of the tree by size, its perfect subtrees left to right
    line, ahead = log.readline(MOST), log.readline(MOST)  # with line feed; b"" at the end of the file
    while entry := match(ENTRY, line):
        leaf, seq = hashlib.sha256(b"\0" + line[:-1]).digest(), int(entry["seq"])
        own, follows, origin = leaf.hex().encode(), entry["prev"] == h, origin or entry["log"]
        # Where two neighbours disagree and the next line vouches for this entry, the one before was changed.
        voucher = not follows and n > 0 and (match(ENTRY, ahead) or match(HEAD, ahead))
        finding = first(
            (seq != n and follows, "altered", n, "the entry follows the one before it but is numbered %d" % seq),
            (seq != n, "missing", n, "entry %d stands here: entries are missing or reordered" % seq),
            (voucher and voucher["prev"] == own, "altered", n - 1, "the next entry states another hash for this one"),
            (not follows, "altered", n, "the entry does not state the hash of the one before it"),
            (entry["log"] != origin, "altered", n, "the entry names another log than entry 0"))
        if finding: return finding + (n, h, 0)
        bad_payload = bad_payload or payloads and check_payload(n, entry, payloads, waiting)
        n, h, noted_hash = n + 1, own, own if noted[0] == n + 1 else noted_hash
        while sizes and seq & 1: leaf, seq = node(edge.pop(), leaf), seq >> 1
        edge = edge + [leaf] if sizes else []
        if n in sizes: roots[n] = functools.reduce(lambda right, left: node(left, right), reversed(edge))
        line, ahead = ahead, log.readline(MOST)
    # The first line that is not an entry has to be the head, and the last line of the file.
    head, unended = match(HEAD, line), not line.endswith(b"\n") and len(line) < MOST
    size = int(head["size"]) if head else n
    finding = first(
        (not head and unended, "truncated", n, "the file ends here without a complete head line"),
        (not head, "altered", n, "the line is not an entry"),
        (ahead, "altered", n, "something follows the head line"),
        (size != n, "truncated" if size > n else "altered", n, "the head line gives another size"),
        (head and head["prev"] != h, "altered", max(n - 1, 0), "the head line states another hash for the last entry"),
        (noted[0] > n, "truncated", n, "the noted head had %d entries, the file has %d" % (noted[0], n)),
        (noted_hash != noted[1], "rewritten", max(noted[0] - 1, 0), "the hash here is not that of the noted head"))
    for size, root, name in [] if finding else sorted(checkpoints):
        own = not n or re.fullmatch(re.escape(origin.decode()[1:-1]) + "(/([2-9]|[1-9][0-9]+))?", name)
        check(own, "the entries are of another log than the key, %s" % name)
        agreed = max((s for s, r, _ in checkpoints if s < size and roots.get(s) == r), default=0)
        finding = finding or first((size > n, "truncated", n, "a checkpoint covers %d entries" % size), (
            roots.get(size) != root, "rewritten", agreed, "the entries are not those of the checkpoint over %d" % size))
    rest, lost = payloads.readline() if payloads else b"", [gone[0][0] for by, gone in waiting.items() if by >= n]
    finding = finding or bad_payload or first(
        (lost, "payload_missing", min(lost, default=0), "the entry that is said to record the erasure is not there"),
        (rest, "payload_mismatch", (read_payload(rest) or [n])[0], "this payload belongs to no entry"),
        (True, "intact", None, ""))
    return finding + (n, h, sum(map(len, waiting.values())))

def main():
    of_receipt, language = sys.argv[1:2] == ["receipt"], os.environ.get("LANG", "")
    try:
        sys.stdout.reconfigure(errors="backslashreplace")
        options, files = getopt.gnu_getopt(sys.argv[1 + of_receipt:], "h", [
            "help", "json", "head=", "vkey=", "checkpoint=", "payloads=", "language="])
        given, kept = dict(options), [path for name, path in options if name == "--checkpoint"]
        if "-h" in given or "--help" in given: return print(__doc__)
        payloads, vkey, language = given.get("--payloads"), given.get("--vkey", "").strip(), given.get("--language", language)
        check(len(files) == 1 and bool(vkey) == bool(of_receipt or kept), "wrong arguments: see --help", ValueError)
        if of_receipt:
            proven = receipt(open(files[0], "rb").read().decode(), vkey)
            if "--json" in given: return print(json.dumps({"verdict": "holds", **proven}))
            return tell(proven, language[:2] != "ko")
        kept = [read_checkpoint(open(path, "rb").read().decode(), vkey) for path in kept]
        noted = parts("(0|[1-9][0-9]{0,15}):([0-9a-f]{64})", given.get("--head", "0:" + ZEROS.decode()), "SIZE:HASH")
        check(int(noted[0]) <= LARGEST, "the size of the noted head is too large", ValueError)
        verdict, at, reason, n, h, erased = verify(open(files[0], "rb"), (int(noted[0]), noted[1].encode()),
                                                   payloads and open(payloads, "rb"), kept)
    except Exception as error:  # whatever stops the check is not a verdict
        refused, korean = (of_receipt and told for told in (isinstance(error, Refused), language[:2] == "ko"))
        print("%s: %s" % (WORDS["refused" if refused else "unverified"][not korean], plain(error)), file=sys.stderr)
        if refused and "--json" in given: print(json.dumps({"verdict": "does_not_hold", "reason": str(error)}))
        return 1 if refused else 2
    tail = ("no entry after the noted head" if "--head" in given else "no entry after the checkpoints" if kept else
            "neither the end nor the whole log (use --head)")
    rows = "" if payloads else "what the rows contained (use --payloads); "
    if "--json" in given:
        print(json.dumps({"verdict": verdict, "at": at, "size": n, "hash": h.decode()}, separators=(",", ":")))
    else:
        print("%s at %d: %s" % (verdict, at, reason) if at is not None else "intact: %d entries, head %d:%s" % (n, n, h.decode()))
        if erased and at is None: print("note: %d payloads erased, each by a recorded erasure" % erased)
        print("not proven: that %s was cut off or written anew together with the head line; %sthat the live tables "
              "agree with the log; that what was entered was true" % (tail, rows))
    return 0 if at is None else 1
if __name__ == "__main__":
    sys.exit(main())
