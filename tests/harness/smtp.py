"""A mail server for tests: SMTP(directory, port, option...), options starttls, auth.

What it accepts lies in the directory, a file a mail, in the order in which it came. Files there say
what it does: `refuse` and `later` hold addresses, a line each, that are answered 550 and 451;
`grey` makes it answer 451 to each address once; `silent` has it take connections and say nothing;
`closing` has it answer 421 to every mail; `hold` keeps it from saying that a mail is accepted.
"""

import asyncio
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

directory, port, options = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
seen = set()


def path(name):
    return os.path.join(directory, name)


def listed(name, address):
    try:
        return address in open(path(name)).read().split()
    except FileNotFoundError:
        return False


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if listed('refuse', address):
            return f'550 5.1.1 <{address}> is unknown here'
        if listed('later', address):
            return f'451 4.3.0 <{address}> has to wait'
        if os.path.exists(path('grey')) and address not in seen:
            seen.add(address)
            return '451 4.7.1 come again'
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        if os.path.exists(path('closing')):
            return '421 4.3.2 going away'
        count = len([name for name in os.listdir(directory) if name.endswith('.eml')])
        head = f'X-From: {envelope.mail_from}\r\nX-To: {",".join(envelope.rcpt_tos)}\r\nX-Tls: {session.ssl is not None}\r\n'
        with open(path('writing'), 'wb') as file:
            file.write(head.encode() + envelope.content)
        os.rename(path('writing'), path(f'{count:04}.eml'))
        while os.path.exists(path('hold')):
            await asyncio.sleep(0.01)
        return '250 accepted'


def authenticate(server, session, envelope, mechanism, data):
    right = (data.login, data.password) == (b'registry@firm', b'open: sesame')
    return AuthResult(success=right, handled=False)


def conversation():
    if os.path.exists(path('silent')):
        return asyncio.Protocol()
    arguments = {'hostname': 'mail.example', 'loop': asyncio.get_running_loop()}
    if 'starttls' in options:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(path('tls.pem'), path('tls.key'))
        arguments |= {'tls_context': context, 'require_starttls': True}
    if 'auth' in options:
        arguments |= {'auth_required': True, 'auth_require_tls': 'starttls' in options, 'authenticator': authenticate}
    return SMTP(Handler(), **arguments)


async def main():
    server = await asyncio.get_running_loop().create_server(conversation, '127.0.0.1', port)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
