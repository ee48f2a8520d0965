//! A client that costs little, so that the server is what is measured: HTTP/1.1 on one connection
//! that stays open.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use serde_json::Value;

/// One connection to the server.
pub struct Client {
    stream: BufReader<TcpStream>,
    token: Option<String>,
    /// What a browser would send of a session.
    cookies: Option<String>,
    /// Where its requests come from, to a server that believes it.
    source: Option<String>,
    keys: u64,
    buffer: Vec<u8>,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    /// Bytes of the body.
    pub length: u64,
    /// The end of the Location header.
    pub id: String,
}

impl Client {
    /// Connects to `http://address`.
    pub fn new(url: &str, token: Option<&str>) -> Self {
        let stream =
            TcpStream::connect(url.trim_start_matches("http://")).expect("the server listens");
        stream.set_nodelay(true).expect("a socket takes the option");
        Self {
            stream: BufReader::with_capacity(64 * 1024, stream),
            token: token.map(String::from),
            cookies: None,
            source: None,
            keys: 0,
            buffer: Vec::new(),
        }
    }

    /// As a browser in which somebody has signed in.
    pub fn browser(url: &str, token: &str) -> Self {
        let form = "0".repeat(32);
        Self {
            cookies: Some(format!("session={token}; form={form}")),
            ..Self::new(url, None)
        }
    }

    /// As somebody else from now on.
    pub fn become_holder(&mut self, token: &str) {
        self.token = Some(token.into());
    }

    /// From another place from now on.
    pub fn move_to(&mut self, source: u32) {
        self.source = Some(std::net::Ipv4Addr::from(source).to_string());
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, "")
    }

    pub fn post(&mut self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, &body.to_string())
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Answer {
        self.keys += 1;
        self.buffer.clear();
        let port = self
            .stream
            .get_ref()
            .local_addr()
            .map_or(0, |address| address.port());
        write!(
            self.buffer,
            "{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n",
            body.len()
        )
        .expect("memory takes it");
        if let Some(token) = &self.token {
            write!(self.buffer, "Authorization: Bearer {token}\r\n").expect("memory takes it");
        }
        if let Some(cookies) = &self.cookies {
            write!(self.buffer, "Cookie: {cookies}\r\n").expect("memory takes it");
        }
        if let Some(source) = &self.source {
            write!(self.buffer, "X-Forwarded-For: {source}\r\n").expect("memory takes it");
        }
        if method == "POST" {
            // unique in the run: connections follow each other, ports come again
            let nonce = rand::random::<u32>();
            write!(
                self.buffer,
                "Content-Type: application/json\r\nIdempotency-Key: {port}-{}-{nonce}\r\n",
                self.keys
            )
            .expect("memory takes it");
        }
        write!(self.buffer, "\r\n{body}").expect("memory takes it");
        self.stream
            .get_mut()
            .write_all(&self.buffer)
            .expect("the server reads");
        self.answer()
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.stream
            .read_line(&mut line)
            .expect("the server answers");
        line
    }

    fn answer(&mut self) -> Answer {
        let first = self.line();
        let status = first
            .split(' ')
            .nth(1)
            .and_then(|code| code.parse().ok())
            .unwrap_or_else(|| panic!("no status: {first:?}"));
        let (mut length, mut chunked, mut id) = (0, false, String::new());
        loop {
            let line = self.line();
            let Some((name, value)) = line.trim_end().split_once(": ") else {
                break;
            };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().expect("a length is a number"),
                "transfer-encoding" => chunked = value == "chunked",
                "location" => id = value.rsplit('/').next().unwrap_or_default().into(),
                _ => {}
            }
        }
        if chunked {
            length = 0;
            loop {
                let size = self.line();
                let size = u64::from_str_radix(size.trim_end(), 16)
                    .unwrap_or_else(|_| panic!("the answer breaks off: {size:?}"));
                self.skip(size);
                self.line();
                length += size;
                if size == 0 {
                    break;
                }
            }
        } else {
            self.skip(length);
        }
        Answer { status, length, id }
    }

    fn skip(&mut self, length: u64) {
        let skipped = std::io::copy(&mut self.stream.by_ref().take(length), &mut std::io::sink())
            .expect("the server answers");
        assert_eq!(skipped, length, "the answer breaks off");
    }
}
