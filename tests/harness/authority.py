"""A throw-away time stamp authority for tests: an HTTP server in front of `openssl ts -reply`, with a certificate authority that
it makes itself in DIRECTORY (ca.pem is what its clients trust). What it gets wrong, a file says at each request.

    python3 authority.py DIRECTORY
"""
import http.server, os, subprocess, sys, tempfile, time

DIRECTORY = sys.argv[1]
CONFIG = """
[tsa]
serial = serial
signer_digest = sha256
digests = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
accuracy = secs:1
ordering = yes
ess_cert_id_alg = sha256
"""


def path(name):
    return os.path.join(DIRECTORY, name)


def openssl(*args, cwd=DIRECTORY):
    return subprocess.run(["openssl", *args], cwd=cwd, capture_output=True, check=True).stdout


def authority(name):
    """A key and certificate that others trust, and one for stamps below it."""
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.pem",
            "-days", "3650", "-subj", f"/CN={name}")


def valid(days):
    """How long a certificate is valid; one that has expired was valid for a day, some years ago."""
    if days > 0:
        return ["-days", str(days)]
    help_text = subprocess.run(["openssl", "x509", "-help"], capture_output=True).stderr
    # OpenSSL from 3.4 on takes dates, and later ones no negative days
    if b"-not_after" in help_text:
        return ["-not_before", "20200101000000Z", "-not_after", "20200102000000Z"]
    return ["-days", "-1"]


def certificate(name, issuer, days):
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", f"{name}.key", "-out", f"{name}.csr",
            "-subj", f"/CN={name}")
    with open(path("extensions"), "w") as file:
        file.write("extendedKeyUsage=critical,timeStamping\n")
    openssl("x509", "-req", "-in", f"{name}.csr", "-CA", f"{issuer}.pem", "-CAkey", f"{issuer}.key", "-set_serial", "7", *valid(days),
            "-extfile", "extensions", "-out", f"{name}.pem")


def reply(query, signer="stamps"):
    with tempfile.TemporaryDirectory(dir=DIRECTORY) as directory:
        with open(os.path.join(directory, "query"), "wb") as file:
            file.write(query)
        with open(os.path.join(directory, "config"), "w") as file:
            file.write(CONFIG)
        with open(os.path.join(directory, "serial"), "w") as file:
            file.write(f"{time.time_ns():016x}\n")
        openssl("ts", "-reply", "-config", "config", "-section", "tsa", "-queryfile", "query", "-signer", f"../{signer}.pem",
                "-inkey", f"../{signer}.key", "-out", "reply", cwd=directory)
        with open(os.path.join(directory, "reply"), "rb") as file:
            return file.read()


def with_status_text(data, text):
    """The same answer with a text in its status, which nobody signs: SEQUENCE { SEQUENCE { INTEGER }, token }."""
    def element(tag, content):
        size = len(content)
        length = bytes([size]) if size < 128 else bytes([0x82, size >> 8, size & 255])
        return bytes([tag]) + length + content
    content = data[2 if data[1] < 128 else 2 + (data[1] & 127):]
    status, token = content[2:2 + content[1]], content[2 + content[1]:]
    return element(0x30, element(0x30, status + element(0x30, element(0x0c, text.encode()))) + token)


def another_query(digest, *more):
    return openssl("ts", "-query", "-digest", digest, *more, "-cert")


def digest_of(query):
    with open(path("asked"), "wb") as file:
        file.write(query)
    text = openssl("ts", "-query", "-in", "asked", "-text").decode()
    lines = [line.split(" - ")[1][:49] for line in text.splitlines() if line.startswith("    00")]
    return "".join(lines).replace("-", "").replace(" ", "")


def answer(query, mode):
    if mode == "slow":
        time.sleep(30)
    if mode == "hash":
        return reply(another_query("00" * 32, "-sha256"))
    if mode == "nonce":
        return reply(another_query(digest_of(query), "-sha256"))
    if mode == "no-nonce":
        return reply(another_query(digest_of(query), "-sha256", "-no_nonce"))
    if mode == "rejected":
        # a digest that its policy does not take: status `rejection`
        return reply(another_query("00" * 64, "-sha512"))
    if mode == "stranger":
        return reply(query, "stranger-stamps")
    if mode == "expired":
        return reply(query, "expired")
    if mode == "status":
        forged = time.strftime("%b %e %H:%M:%S %Y GMT", time.gmtime(time.time() - 240))
        return with_status_text(reply(query), f"x\nTime stamp: {forged}")
    if mode == "changed":
        data = bytearray(reply(query))
        data[-1] ^= 1
        return bytes(data)
    if mode == "old":
        # what it said the first time
        with open(path("first"), "rb") as file:
            return file.read()
    if mode == "garbage":
        return b"yes"
    data = reply(query)
    if not os.path.exists(path("first")):
        with open(path("first"), "wb") as file:
            file.write(data)
    return data


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """A client that hangs up is no news."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        query = self.rfile.read(int(self.headers["content-length"]))
        mode = open(path("mode")).read() if os.path.exists(path("mode")) else ""
        try:
            status, data = (503, b"") if mode == "away" else (200, answer(query, mode))
        except subprocess.CalledProcessError as error:
            status, data = 500, error.stderr
            sys.stderr.write(error.stderr.decode())
        with open(path("calls"), "a") as calls:
            calls.write(f"{mode or 'honest'} {status} {self.headers['content-type']}\n")
        self.send_response(status)
        self.send_header("content-type", "text/html" if mode == "page" else "application/timestamp-reply")
        self.send_header("content-length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    for name in ["ca", "stranger"]:
        authority(name)
    certificate("stamps", "ca", 3650)
    certificate("stranger-stamps", "stranger", 3650)
    certificate("expired", "ca", 0)
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_port, flush=True)
    server.serve_forever()
