//! What an account may do. Apart from accounts, because db checks roles and must not import a
//! capability.

use crate::codes::codes;

codes! {
    /// What an account may do; the route table says it route by route.
    Role {
        /// Files claims of their own.
        Claimant = "claimant",
        /// Prepares reviews in assigned cases.
        Paralegal = "paralegal",
        /// Reviews and exports in assigned cases.
        Lawyer = "lawyer",
        /// Verifies the log and sees statistics; no identity.
        Auditor = "auditor",
        /// Manages accounts and assignments; no claim.
        Administrator = "administrator",
    }
}

impl Role {
    /// Whether it belongs to the firm or its auditors.
    pub fn is_staff(self) -> bool {
        self != Self::Claimant
    }
}
