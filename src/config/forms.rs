//! The forms of settings: what operators really write into a file of variables is read, with the
//! white space and the line ends that come with it; the rest is refused with what to write instead.

use std::ffi::OsStr;
use std::net::{Ipv4Addr, SocketAddr};
use std::ops::RangeBounds;
use std::str::FromStr;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::Error;
use ipnet::IpNet;
use url::{Host, Url};

use crate::caller;

/// Reads a value without the white space around it.
#[derive(Clone)]
pub struct Trimmed<P>(pub P);

impl<P: TypedValueParser> TypedValueParser for Trimmed<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<P::Value, Error> {
        let value = value.to_str().map_or(value, |text| OsStr::new(text.trim()));
        self.0.parse_ref(command, argument, value)
    }

    fn possible_values(
        &self,
    ) -> Option<Box<dyn Iterator<Item = clap::builder::PossibleValue> + '_>> {
        self.0.possible_values()
    }
}

/// A whole number of that range.
pub fn number(range: impl RangeBounds<i64>) -> Trimmed<impl TypedValueParser<Value = u32>> {
    Trimmed(clap::value_parser!(u32).range(range))
}

/// A path.
pub fn file() -> Trimmed<PathBufValueParser> {
    Trimmed(PathBufValueParser::new())
}

/// Where to listen: an address of this machine, and a port.
#[derive(Clone, Copy)]
pub struct Listen(pub SocketAddr);

impl FromStr for Listen {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let local = || {
            Some(
                (
                    Ipv4Addr::LOCALHOST,
                    text.strip_prefix("localhost:")?.parse().ok()?,
                )
                    .into(),
            )
        };
        let address = text.parse().ok().or_else(local).map(Self);
        address.ok_or_else(|| {
            "an address of this machine and a port, such as 127.0.0.1:8080, [::1]:8080 or, for every address, 0.0.0.0:8080".into()
        })
    }
}

/// Addresses and networks, separated by commas or spaces.
#[derive(Clone)]
pub struct Networks(pub Vec<IpNet>);

impl FromStr for Networks {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        parts(text).map(network).collect::<Result<_, _>>().map(Self)
    }
}

fn network(text: &str) -> Result<IpNet, String> {
    let bare = text.trim_start_matches('[').replace(']', "");
    let network = match bare.parse::<IpNet>() {
        Ok(IpNet::V6(six)) if six.prefix_len() >= 96 => six
            .addr()
            .to_ipv4_mapped()
            .and_then(|four| IpNet::new(four.into(), six.prefix_len() - 96).ok())
            .unwrap_or(six.into()),
        Ok(network) => network,
        Err(_) => bare
            .parse::<std::net::IpAddr>()
            .map(|address| address.to_canonical().into())
            .map_err(|_| {
                "each is an address such as 10.0.0.7 or a network such as 172.16.0.0/12, in numbers"
                    .to_string()
            })?,
    };
    if network.prefix_len() == 0 {
        return Err("a network of every address would believe everybody: name the proxies".into());
    }
    Ok(network.trunc())
}

/// Addresses of outsiders that are called, separated by commas or spaces.
#[derive(Clone)]
pub struct Urls(pub Vec<String>);

impl FromStr for Urls {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let url = |url: &str| {
            caller::is_url(url).then(|| url.to_string()).ok_or_else(|| {
                "an address begins with https:// or http://, names a host and holds no password"
                    .to_string()
            })
        };
        parts(text).map(url).collect::<Result<_, _>>().map(Self)
    }
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c == ',' || c.is_whitespace())
        .filter(|part| !part.is_empty())
}

/// The registry's own address: scheme, host and port, in one form, because tokens are bound to it.
pub fn public_url(text: &str) -> Result<String, String> {
    let such_as = "such as https://registry.example.com";
    let url = Url::parse(text.trim())
        .map_err(|_| format!("an address of the web with its scheme, {such_as}"))?;
    let refuse = |what: &str| Err(format!("{what}: write the address alone, {such_as}"));
    if !matches!(url.scheme(), "http" | "https") {
        return refuse("it begins neither with https:// nor with http://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return refuse("it holds a name or password, which every mail would show");
    }
    if url.query().is_some() || url.fragment().is_some() {
        return refuse("it holds a query or a fragment, behind which nothing can be appended");
    }
    if url.path().bytes().any(|byte| byte != b'/') {
        return refuse(
            "it holds a path, but answers name their places from the root of the host, so that the registry needs a host name or a port of its own",
        );
    }
    Ok(url.origin().ascii_serialization())
}

/// The address of a program of the firm: over TLS, unless it is on this machine.
pub fn hook_url(text: &str) -> Result<Url, String> {
    let such_as = "such as https://identity.example.com/start";
    let text = text.trim();
    let url = Url::parse(text)
        .map_err(|_| format!("an address of the web with its scheme, {such_as}"))?;
    if url.scheme() != "https" && !is_local(text) {
        return Err(format!(
            "it does not begin with https://; write one {such_as}"
        ));
    }
    Ok(url)
}

/// A secret that nobody guesses.
pub fn hook_secret(text: &str) -> Result<String, String> {
    let text = text.trim();
    if text.len() < 32 {
        return Err("it is shorter than 32 characters; `openssl rand -hex 32` makes one".into());
    }
    Ok(text.into())
}

/// Whether that address is this machine's own, without TLS.
pub fn is_local(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.scheme() == "http" && is_here(&url))
}

/// Whether what goes over that address can be read on its way.
pub fn is_readable(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.scheme() == "http" && !is_here(&url))
}

fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

pub fn mail_address(text: &str) -> Result<String, String> {
    let text = text.trim();
    let plain = text.len() <= 254
        && text
            .bytes()
            .all(|b| b.is_ascii_graphic() && !b"<>()[],;:\\\"".contains(&b));
    let fits = plain
        && text.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty() && !host.is_empty() && !host.contains('@')
        });
    if fits {
        Ok(text.into())
    } else {
        Err("an address such as registry@example.com, without a name beside it".into())
    }
}

pub fn log_origin(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = (1..=100).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"_.:/-".contains(&b));
    if fits {
        Ok(text.into())
    } else {
        Err("1 to 100 letters, digits or _ . : / - (a host name and path without https://)".into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_one_form() {
        for (typed, form) in [
            ("http://localhost:8190/", "http://localhost:8190"),
            (
                "HTTPS://Registry.Example.COM//",
                "https://registry.example.com",
            ),
            (
                " https://registry.example.com:443\r\n",
                "https://registry.example.com",
            ),
            (
                "http://registry.example.com:443",
                "http://registry.example.com:443",
            ),
            ("https://[2001:DB8::1]:8443/", "https://[2001:db8::1]:8443"),
            ("https://등록.kr", "https://xn--2y1by8d.kr"),
        ] {
            assert_eq!(public_url(typed).unwrap(), form);
            assert_eq!(public_url(form).unwrap(), form, "once is enough");
        }
    }

    #[test]
    fn passwords_are_read_on_the_way_to_others_without_tls() {
        for (url, readable) in [
            ("http://registry.example.com", true),
            ("http://10.0.0.7:8080", true),
            ("https://registry.example.com", false),
            ("http://localhost:8080", false),
            ("http://registry.localhost", false),
            ("http://127.0.0.2", false),
            ("http://[::1]:8080", false),
        ] {
            assert_eq!(is_readable(url), readable, "{url}");
        }
    }

    #[test]
    fn networks_are_read_as_operators_write_them() {
        for (typed, networks) in [
            ("10.0.0.7", &["10.0.0.7/32"][..]),
            ("172.16.0.0/12,10.0.0.7", &["172.16.0.0/12", "10.0.0.7/32"]),
            (" 10.1.2.3/8\t[::1] ,", &["10.0.0.0/8", "::1/128"]),
            (
                "::ffff:10.0.0.7, ::ffff:172.16.0.0/108",
                &["10.0.0.7/32", "172.16.0.0/12"],
            ),
            ("[2001:db8::]/32", &["2001:db8::/32"]),
            (" , ", &[]),
        ] {
            let read: Networks = typed.parse().unwrap_or_else(|e| panic!("{typed}: {e}"));
            let read: Vec<String> = read.0.iter().map(ToString::to_string).collect();
            assert_eq!(read, networks, "{typed}");
        }
        for wrong in [
            "10.0.0.0/33",
            "10.0.0",
            "localhost",
            "0.0.0.0/0",
            "::/0",
            "::ffff:0.0.0.0/96",
            "10.0.0.1-10.0.0.9",
        ] {
            assert!(wrong.parse::<Networks>().is_err(), "{wrong}");
        }
    }
}
