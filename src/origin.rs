//! Where a request came from.

use std::net::IpAddr;

/// Longest device text that is kept.
const DEVICE: usize = 300;

/// Where a request came from; sealed wherever it is kept. Empty for what the program and the
/// command line do.
#[derive(Clone, Default)]
pub struct Origin {
    /// Network address.
    pub address: String,
    /// User agent.
    pub device: String,
}

impl Origin {
    /// The device's text without control characters, at most 300 characters.
    pub fn device(&self) -> String {
        self.device
            .chars()
            .filter(|c| !c.is_control())
            .take(DEVICE)
            .collect()
    }

    pub fn source(&self) -> Source {
        Source::of(&self.address)
    }
}

/// Whoever sends from one place, for limits: an IPv4 address, or the /64 of an IPv6 address, since
/// a household or a rented machine gets a whole /64 to choose addresses from.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Source(Option<IpAddr>);

impl Source {
    fn of(address: &str) -> Self {
        let address: Option<IpAddr> = address.parse().ok();
        Self(address.map(|address| match address.to_canonical() {
            IpAddr::V6(whole) => IpAddr::V6((whole.to_bits() >> 64 << 64).into()),
            short => short,
        }))
    }

    /// Its name for keyed hashes, which is personal data.
    pub fn name(self) -> String {
        self.0
            .map_or_else(|| "nowhere".into(), |address| address.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_one_name() {
        for (address, name) in [
            ("203.0.113.9", "203.0.113.9"),
            ("::ffff:203.0.113.9", "203.0.113.9"),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
            ("2001:db8:1:2::7", "2001:db8:1:2::"),
            ("2001:db8:1:3::7", "2001:db8:1:3::"),
            ("", "nowhere"),
        ] {
            assert_eq!(Source::of(address).name(), name, "{address}");
        }
    }
}
