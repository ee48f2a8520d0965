//! The firm's gateway to telephones: it takes messages, or refuses them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use serde_json::Value;

use crate::harness::provider::signature;

/// What the gateway and the registry know.
pub const SECRET: &str = "a secret that only the gateway and the registry know";

/// A gateway in the test's own process; it ends with it.
pub struct Gateway {
    pub url: String,
    messages: Receiver<(String, Value)>,
}

impl Gateway {
    /// One that answers everything with that status.
    pub fn answering(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/send", listener.local_addr().expect("bound"));
        let (sender, messages) = channel();
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                take(stream, status, &sender);
            }
        });
        Self { url, messages }
    }

    pub fn settings(&self) -> [(&str, &str); 2] {
        [
            ("PHONE_GATEWAY_URL", &self.url),
            ("PHONE_GATEWAY_SECRET", SECRET),
        ]
    }

    /// The newest message: to whom, and its text. Its signature holds.
    pub fn message(&self) -> (String, String) {
        let next = self.messages.recv().expect("a message");
        let (signed, message) = self.messages.try_iter().last().unwrap_or(next);
        let time = signed
            .strip_prefix("t=")
            .and_then(|rest| rest.split_once(','))
            .and_then(|(time, _)| time.parse().ok())
            .expect("a time");
        assert_eq!(signed, signature(SECRET, time, &message.to_string()));
        let field = |name: &str| message[name].as_str().expect("words").to_owned();
        (field("to"), field("text"))
    }

    /// The six digits of the newest message.
    pub fn code(&self) -> String {
        let (_, text) = self.message();
        let mut words = text.split(|letter: char| !letter.is_ascii_digit());
        let code = words.find(|word| word.len() == 6);
        code.expect("six digits").to_owned()
    }
}

/// Reads one request, keeps its signature and its body, and answers it.
fn take(mut stream: TcpStream, status: u16, kept: &Sender<(String, Value)>) {
    let mut reader = BufReader::new(stream.try_clone().expect("a second handle"));
    let (mut length, mut signed) = (0, String::new());
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(": ") {
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().expect("a length"),
                "registry-signature" => signed = value.to_owned(),
                _ => {}
            }
        }
    }
    let mut body = vec![0; length];
    reader.read_exact(&mut body).expect("the body");
    let body = serde_json::from_slice(&body).expect("JSON");
    kept.send((signed, body)).expect("the test is there");
    let answer =
        format!("HTTP/1.1 {status} said\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).expect("it listens");
}
