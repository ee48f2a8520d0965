//! What a mandate rests on: for which instance counsel acts, which special powers a claimant gives,
//! who is a party, and how whoever signs was identified. An ordinary mandate covers none of these powers: each needs a grant of its own
//! (Civil Procedure Act art. 90(2)).

use std::collections::BTreeSet;

use crate::codes::codes;

codes! {
    /// For which instance counsel acts: a mandate for one is none for the next.
    Instance {
        /// The first instance.
        First = "first",
        /// The appeal.
        Appeal = "appeal",
        /// The final appeal to the Supreme Court.
        FinalAppeal = "final_appeal",
    }

    /// A special power of counsel (Civil Procedure Act art. 90(2)).
    Power {
        /// Bringing a counterclaim (반소의 제기).
        Counterclaim = "counterclaim",
        /// Withdrawing the action (소의 취하).
        Withdrawal = "withdrawal",
        /// Settling, mediation included (화해).
        Settlement = "settlement",
        /// Waiving the claim (청구의 포기).
        Waiver = "waiver",
        /// Admitting the opponent's claim (청구의 인낙).
        Admission = "admission",
        /// Leaving the suit to somebody who took over what it is about, art. 80 (소송 탈퇴).
        Leaving = "leaving",
        /// Bringing an appeal (상소의 제기).
        Appeal = "appeal",
        /// Withdrawing an appeal (상소의 취하).
        AppealWithdrawal = "appeal_withdrawal",
        /// Appointing another representative (대리인의 선임).
        SubCounsel = "sub_counsel",
    }

    /// Who brings the claim.
    Party {
        /// A natural person, with or without a business.
        Person = "person",
        /// A corporation, for which its representatives sign.
        Corporation = "corporation",
        /// A person under age, for whom parents or a guardian sign.
        Minor = "minor",
        /// An adult under guardianship, for whom the guardian signs.
        Ward = "ward",
        /// Somebody who died, for whom the heirs sign.
        Estate = "estate",
    }

    /// How somebody was identified.
    IdentificationMethod {
        /// They showed that they read their mailbox, by the code or the link in a mail.
        MailCode = "mail_code",
        /// They typed the code that was sent to the telephone of the claim.
        PhoneCode = "phone_code",
        /// An identity provider said who they are (본인확인), through a hook of the firm.
        IdentityProvider = "identity_provider",
        /// They showed the code of a slip that the firm had given them.
        SlipCode = "slip_code",
        /// Staff called the number that the firm found elsewhere.
        Call = "call",
        /// Staff saw them and their paper in a video call.
        Video = "video",
        /// They came to the office with their paper.
        Office = "office",
        /// Their seal certificate was received (인감증명서).
        SealCertificate = "seal_certificate",
        /// Their certificate of personal signature was received (본인서명사실확인서).
        SignatureCertificate = "signature_certificate",
        /// The mandate came on paper.
        PaperMandate = "paper_mandate",
    }
}

impl IdentificationMethod {
    /// Whether the registry itself sees to it, and no member of staff.
    pub fn is_of_registry(self) -> bool {
        matches!(
            self,
            Self::MailCode | Self::PhoneCode | Self::IdentityProvider | Self::SlipCode
        )
    }
}

/// A rule of a case file: methods joined by `+`, with or without spaces around it.
pub fn parse_rule(typed: &str) -> Option<String> {
    let methods = typed.split('+').map(str::trim);
    let methods: Option<BTreeSet<IdentificationMethod>> =
        methods.map(|method| method.parse().ok()).collect();
    let methods = methods?.into_iter().map(IdentificationMethod::as_str);
    Some(methods.collect::<Vec<_>>().join("+"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_in_whatever_order_and_with_whatever_spaces() {
        let read = |typed| parse_rule(typed);
        assert_eq!(read(" mail_code+call "), read("call + mail_code"));
        assert_eq!(read("office").as_deref(), Some("office"));
        for typed in ["", "mail", "call+", "+"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
