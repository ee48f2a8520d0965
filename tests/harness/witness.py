"""A witness for tests, written from the specifications alone (c2sp.org/tlog-witness, c2sp.org/tlog-cosignature, c2sp.org/signed-note,
RFC 8032, RFC 9162): it shares no line with the program. What it lies about, a file says at each request.

    python3 witness.py NAME SEED LOG_VKEY DIRECTORY PORT
"""
import base64, hashlib, http.server, json, os, ssl, sys, threading, time

# ---- Ed25519 (RFC 8032, section 5.1)

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or (x == 0 and sign):
        return None
    return P - x if x & 1 != sign else x


def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, d - c, d + c, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, point):
    product = (0, 1, 1, 0)
    while n:
        if n & 1:
            product = add(product, point)
        point, n = add(point, point), n >> 1
    return product


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def same(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x = recover(y, sign) if y < P else None
    return None if x is None else (x, y, 1, x * y % P)


def number(*parts):
    return int.from_bytes(hashlib.sha512(b"".join(parts)).digest(), "little")


def secret(seed):
    digest = hashlib.sha512(seed).digest()
    return int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254, digest[32:]


def public(seed):
    return compress(times(secret(seed)[0], BASE))


def sign(seed, message):
    scalar, prefix = secret(seed)
    r = number(prefix, message) % Q
    point = compress(times(r, BASE))
    return point + ((r + number(point, public(seed), message) * scalar) % Q).to_bytes(32, "little")


def verify(key, message, signature):
    a, r, s = decompress(key), decompress(signature[:32]), int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or a is None or r is None or s >= Q:
        return False
    return same(times(s, BASE), add(r, times(number(signature[:32], key, message) % Q, a)))


# ---- signed notes and Merkle proofs

def key_id(name, kind, key):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + key).digest()[:4]


def vkey(name, kind, key):
    return f"{name}+{key_id(name, kind, key).hex()}+{base64.b64encode(bytes([kind]) + key).decode()}"


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def consistent(first, second, proof, first_root, second_root):
    """RFC 9162, section 2.1.4.2."""
    if first == 0:
        return not proof
    if first == second:
        return not proof and first_root == second_root
    if not proof:
        return False
    if first & first - 1 == 0:
        proof = [first_root] + proof
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for c in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == first_root and sr == second_root and sn == 0


# ---- the witness

NAME, SEED, LOG, DIRECTORY, PORT = sys.argv[1], bytes.fromhex(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])
ORIGIN, LOG_ID, LOG_KEY = LOG.split("+", 2)
LOG_KEY = base64.b64decode(LOG_KEY)[1:]
STATE, MODE = os.path.join(DIRECTORY, "state"), os.path.join(DIRECTORY, "mode")
LOCK = threading.Lock()


def stored():
    try:
        with open(STATE) as file:
            state = json.load(file)
        return state["size"], bytes.fromhex(state["root"])
    except FileNotFoundError:
        return 0, None


def store(size, root):
    with open(STATE + ".new", "w") as file:
        json.dump({"size": size, "root": root.hex()}, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(STATE + ".new", STATE)


def decimal(text):
    return int(text) if text.isascii() and text.isdigit() and (text == "0" or text[0] != "0") else None


def cosign(seed, name, text):
    now = int(time.time())
    signature = sign(seed, f"cosignature/v1\ntime {now}\n{text}".encode())
    data = key_id(name, 4, public(seed)) + now.to_bytes(8, "big") + signature
    return f"\u2014 {name} {base64.b64encode(data).decode()}\n"


def answer(body, mode):
    """Status, content type and text."""
    try:
        head, rest = body.split("\n\n", 1)
        text, lines = rest.rsplit("\n\n", 1)
        old, *proof = head.split("\n")
        old = decimal(old.removeprefix("old ")) if old.startswith("old ") else None
        proof = [base64.b64decode(line, validate=True) for line in proof]
        origin, size, root = text.split("\n")
        size, root = decimal(size), base64.b64decode(root, validate=True)
        if old is None or size is None or old > size or len(proof) > 63 or not lines.endswith("\n"):
            raise ValueError
    except ValueError:
        return 400, "text/plain", ""
    text += "\n"
    if origin != ORIGIN or mode == "unknown":
        return 404, "text/plain", ""
    signed = False
    for line in lines[:-1].split("\n"):
        _, name, data = line.split(" ")
        data = base64.b64decode(data)
        signed |= name == ORIGIN and data[:4].hex() == LOG_ID and verify(LOG_KEY, text.encode(), data[4:])
    if not signed or mode == "unsigned":
        return 403, "text/plain", ""
    if mode == "other-text":
        return 200, "text/plain", cosign(SEED, NAME, text.replace(f"\n{size}\n", f"\n{size + 1}\n"))
    if mode == "other-key":
        return 200, "text/plain", cosign(bytes(32), NAME, text)
    if mode == "other-name":
        return 200, "text/plain", cosign(SEED, "somebody.example", text)
    if mode == "many-lines":
        return 200, "text/plain", cosign(bytes(32), NAME, text) * 70
    if mode == "no-lines":
        return 200, "text/html", "<html>fine</html>\n"
    if mode == "too-long":
        return 200, "text/plain", "x" * 1_000_000
    if mode == "wrong-size":
        return 409, "text/x.tlog.size", f"{size + 1000}\n"
    if mode == "moving-size":
        return 409, "text/x.tlog.size", f"{size - 1 if old != size - 1 else size - 2}\n"
    if mode == "bad-proof":
        return 422, "text/plain", ""
    with LOCK:
        seen, seen_root = stored()
        if old != seen:
            return 409, "text/x.tlog.size", f"{seen}\n"
        if old == size and seen and root != seen_root:
            return 409, "text/x.tlog.size", f"{seen}\n"
        if not consistent(seen, size, proof, seen_root, root):
            return 422, "text/plain", ""
        store(size, root)
    return 200, "text/plain; charset=utf-8", cosign(bytes(32), "stranger.example", text) + cosign(SEED, NAME, text)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that hangs up is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
        mode = open(MODE).read() if os.path.exists(MODE) else ""
        if mode == "slow":
            time.sleep(10)
        status, kind, text = answer(body, mode) if self.path == "/w/add-checkpoint" else (404, "text/plain", "")
        data = text.encode()
        with open(os.path.join(DIRECTORY, "calls"), "a") as calls:
            calls.write(f"{status} {body.split(chr(10))[0]}\n")
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    # RFC 8032, section 7.1, test 2
    test = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    assert public(test).hex() == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"
    assert sign(test, b"\x72").hex().startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")
    assert verify(public(test), b"\x72", sign(test, b"\x72")) and not verify(public(test), b"\x73", sign(test, b"\x72"))
    server = Server(("127.0.0.1", PORT), Handler)
    if os.path.exists(os.path.join(DIRECTORY, "tls.pem")):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(DIRECTORY, "tls.pem"), os.path.join(DIRECTORY, "tls.key"))
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_port, vkey(NAME, 4, public(SEED)), flush=True)
    server.serve_forever()
