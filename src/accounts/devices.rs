//! Devices that signed in before. A token says so of one account; it opens nothing, and only keeps
//! strangers who guess at that account out of its owner's way. It is bound to the address too: an
//! account that got another one knows no device of before.

use chrono::{DateTime, Duration, Utc};

use crate::ids::AccountId;
use crate::vault::Vault;

/// How long a device is remembered after it signed in.
const LIFETIME: Duration = Duration::days(180);

/// Whose device it is: an account, and the blind index of the address that it has.
pub type Owner = (AccountId, Vec<u8>);

/// A device that signed in to an account.
pub struct Device(String);

impl Device {
    /// One that was never seen.
    pub fn unseen() -> Self {
        Self(hex::encode(rand::random::<[u8; 16]>()))
    }

    /// Its name among the devices of the account.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// A token for it, from now on: name, expiry, and a keyed hash of both and the owner.
    pub fn token(&self, vault: &Vault, owner: &Owner, now: DateTime<Utc>) -> String {
        let expires = (now + LIFETIME).timestamp();
        let mark = mark(vault, owner, &self.0, expires);
        format!("{}.{expires}.{mark}", self.0)
    }

    /// The device that a token names, if it is ours, of that account, and in time.
    pub fn read(vault: &Vault, token: &str, owner: &Owner, now: DateTime<Utc>) -> Option<Self> {
        let mut parts = token.split('.');
        let (name, expires, given) = (parts.next()?, parts.next()?, parts.next()?);
        let expires: i64 = expires.parse().ok()?;
        // compared as digests under the key: how far they agree tells nothing of the mark
        let digest = |mark: &str| vault.index("device-mark", mark);
        let right = digest(&mark(vault, owner, name, expires)) == digest(given);
        let ours = right && parts.next().is_none();
        (ours && now.timestamp() < expires).then(|| Self(name.into()))
    }
}

fn mark(vault: &Vault, (account, email_index): &Owner, name: &str, expires: i64) -> String {
    let text = format!("{account}/{}/{name}/{expires}", hex::encode(email_index));
    hex::encode(vault.index("device", &text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{KeyRing, Keys};

    fn vault(index: &str) -> Vault {
        let ring = |byte: &str| KeyRing::parse(&format!("1 {}", byte.repeat(32))).unwrap();
        Vault::new(Keys {
            sealing: ring("11"),
            index: ring(index),
            token: ring("33"),
            log: ring("44"),
        })
    }

    #[test]
    fn a_token_is_for_one_account_and_its_time() {
        let (ours, id, now) = (vault("22"), AccountId::new(), Utc::now());
        let owner = (id, vec![1]);
        let device = Device::unseen();
        let token = device.token(&ours, &owner, now);
        let read = |vault: &Vault, token: &str, owner: &Owner, days| {
            let then = now + Duration::days(days);
            Device::read(vault, token, owner, then).map(|device| device.0)
        };
        assert_eq!(read(&ours, &token, &owner, 179), Some(device.0.clone()));
        assert_eq!(read(&ours, &token, &owner, 180), None, "too late");
        let another = (AccountId::new(), vec![1]);
        assert_eq!(read(&ours, &token, &another, 0), None, "another's");
        let elsewhere = (id, vec![2]);
        assert_eq!(read(&ours, &token, &elsewhere, 0), None, "another address");
        assert_eq!(read(&vault("55"), &token, &owner, 0), None, "another key");
        let later = token.replacen(&token[33..43], "9999999999", 1);
        for forged in ["", ".", "..", &later, &format!("{token}."), &token[1..]] {
            assert_eq!(read(&ours, forged, &owner, 0), None, "{forged}");
        }
    }
}
