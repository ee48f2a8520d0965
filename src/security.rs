//! What somebody who watches over the registry wants to see in the process log: who signs in and
//! fails to, who is refused or limited, whose password and rights change. Accounts and sources are
//! keyed, so that lines about the same one can be put together and nobody is named.

use uuid::Uuid;

use crate::codes::codes;
use crate::origin::Source;
use crate::vault::Vault;

codes! {
    /// What happened.
    Event {
        /// Somebody signed in.
        SignedIn = "signed-in",
        /// The password was wrong, or there is no such account.
        SignInFailed = "sign-in-failed",
        /// The code of a registration was wrong, or there is no such registration.
        CodeFailed = "code-failed",
        /// The role may not do it.
        Refused = "refused",
        /// A limit was met.
        Limited = "limited",
        /// A password was changed, or set by a link.
        PasswordSet = "password-set",
        /// An account got another address, because its mailbox was lost.
        AddressSet = "address-set",
        /// An account was made.
        AccountMade = "account-made",
        /// An account was enabled or disabled.
        StateSet = "state-set",
        /// An account got another role.
        RoleSet = "role-set",
        /// Somebody was put on the staff of a case or taken off it.
        StaffSet = "staff-set",
        /// An administrator ended the sessions of an account.
        SessionsEnded = "sessions-ended",
    }
}

/// Writes the line. `whom` names the account it is about, or the blind index of an address.
pub fn note(vault: &Vault, event: Event, request: Uuid, source: Source, whom: &str) {
    let keyed = |name: &str, value: &str| {
        let mut mark = hex::encode(vault.index(name, value));
        mark.truncate(16);
        mark
    };
    tracing::info!(
        target: "security",
        request = %request,
        event = event.as_str(),
        account = keyed("security-account", whom),
        source = keyed("security-source", &source.name()),
        "security event"
    );
}
