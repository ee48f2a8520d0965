//! The whole vocabulary of the log on one screen: what a person or the program did, as the field
//! `action` of an entry.

macro_rules! actions {
    ($($name:ident = $text:literal: $meaning:literal,)+) => {
        /// What was done. Every change is made under one of these; a change from outside the
        /// program is `unattributed`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $(#[doc = $meaning] $name,)+
        }

        impl Action {
            /// Every action there is.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The text in the entry.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

actions! {
    AccountConfirm = "account.confirm": "a claimant followed the link that makes the account",
    AccountCreate = "account.create": "an administrator or the command line made a staff account",
    AccountState = "account.state": "an account was enabled or disabled",
    AccountRole = "account.role": "an account got another role",
    AccountPassword = "account.password": "a password was changed or reset",
    AccountLink = "account.link": "the command line made a link to choose a password with",
    AccountAddress = "account.address": "a claimant without an address chose one, and showed that they read its mailbox",
    AccountRehash = "account.rehash": "a password hash was brought to the current parameters at sign-in",
    AccountRequest = "account.request": "somebody asked for a registration or reset link; nothing captured changes",
    SessionBegin = "session.begin": "somebody signed in or tried; nothing captured changes",
    SessionEnd = "session.end": "somebody signed out; nothing captured changes",
    CaseCreate = "case.create": "a case was set up with its lists and texts",
    CaseText = "case.text": "a new version of a consent text was published",
    CaseStaff = "case.staff": "staff were assigned to a case or taken off it",
    NoticeWrite = "notice.write": "staff wrote a notice on a case, or changed one that is not published",
    NoticePublish = "notice.publish": "a lawyer published a notice",
    NoticeEnd = "notice.end": "a lawyer took a notice back before its last day",
    ClaimCreate = "claim.create": "a claimant began a claim",
    ClaimEdit = "claim.edit": "a draft was changed by its claimant, or by staff who entered it",
    ClaimEnter = "claim.enter": "staff began a claim for somebody on the telephone, at the desk or on paper",
    ClaimSlip = "claim.slip": "staff printed a slip with a code, with which a claimant takes over what staff entered",
    ClaimTake = "claim.take": "a claimant took over a claim that staff had entered, by the code of a slip",
    ClaimRead = "claim.read": "staff looked at a claim; nothing captured changes",
    ClaimSubmit = "claim.submit": "a claim was handed in by its claimant, or by staff who entered it, with the claimant's signed papers",
    ClaimWithdraw = "claim.withdraw": "a claimant withdrew the claim",
    LossAdd = "loss.add": "a loss was added to a draft",
    LossReplace = "loss.replace": "a loss in a draft was replaced by another",
    LossRemove = "loss.remove": "a loss was taken out of a draft",
    LossAssess = "loss.assess": "the firm assessed a loss, with the reason",
    EvidenceAdd = "evidence.add": "a file was listed",
    EvidenceReplace = "evidence.replace": "a listed file was replaced by another",
    EvidenceRemove = "evidence.remove": "a listed file was taken off",
    EvidenceCheck = "evidence.check": "staff put on record that a listed file was received or seen, or that another one was at hand",
    ConsentAnswer = "consent.answer": "a consent item was agreed to or refused",
    ConsentPaper = "consent.paper": "staff put on record that a consent item was answered on a signed paper",
    ConsentWithdraw = "consent.withdraw": "an agreement was taken back",
    PowerState = "power.state": "a special power was given to counsel or taken back after the mandate",
    Reaffirm = "consent.reaffirm": "somebody signed that what they signed before still holds",
    SignatoryAdd = "signatory.add": "somebody was named who signs for a party",
    SignatoryRemove = "signatory.remove": "somebody who was to sign for a party was taken off",
    SignatoryAsk = "signatory.ask": "a signatory was sent the link by which they sign",
    Identify = "identification.record": "staff put on record how a signatory was identified",
    IdentifyObject = "identification.object": "a claimant objected to an identification",
    IdentityAsk = "identity.ask": "somebody who signs was sent to an identity provider; nothing captured changes",
    IdentityCheck = "identity.check": "an identity provider said who somebody is: they were identified, or it was refused",
    PhoneCodeSend = "identity.phone_code": "a code was sent to the telephone of a claim; nothing captured changes",
    PhoneCodeCheck = "identity.phone": "a claimant typed the code that was sent to the telephone of the claim",
    RecoveryAsk = "recovery.ask": "staff asked for another address for the account of a claimant who lost their mailbox",
    RecoveryConfirm = "recovery.confirm": "a second member of staff confirmed a recovery; everybody it could rob was told",
    RecoveryStop = "recovery.stop": "a recovery was stopped by whoever was told, or taken back by staff",
    RecoveryEnd = "recovery.end": "the time of a recovery had come: the account got the address, or could not get it",
    ReviewDecide = "review.decide": "the firm began, decided or reopened a review",
    MessageSend = "message.send": "a lawyer wrote to the claimants of a case whom a filter reaches",
    DisclosureMake = "disclosure.make": "staff asked to see identities, with the reason",
    ExportMake = "export.make": "a lawyer asked for an export, with the reason",
    ExportDownload = "export.download": "an export was sent: begun, complete or aborted",
    ClaimErase = "claim.erase": "a claim was erased: on request, after the retention period, or again after a restore",
    AccountErase = "account.erase": "an account was erased with all its claims",
    HoldSet = "hold.set": "a case or claim was put under a legal hold, which keeps it from being erased",
    HoldRelease = "hold.release": "a legal hold was released",
    LogIdentity = "log.identity": "the log got its first key, a new key, or a new incarnation after a restore",
    LogPublish = "log.publish": "the log began to be signed and published under its name",
    WitnessChange = "witness.change": "a witness of the log was added or removed",
    WitnessCosign = "witness.cosign": "how a witness answered was kept; nothing captured changes",
    TimeStamp = "time.stamp": "an authority outside said when the log stood where it stands",
    VerifyAsk = "verify.ask": "an auditor asked for a verification of the live database",
    VerifyEnd = "verify.end": "a verification that was asked for was taken up, or came to a verdict",
    KeyRegister = "key.register": "the fingerprint of a key was recorded at first use",
    Migrate = "migrate": "a migration ran",
    Mail = "mail.send": "a mail was taken, sent or put off; nothing captured changes",
    MailRetry = "mail.retry": "an administrator had a mail tried again; nothing captured changes",
    Tidy = "tidy": "used links, old sessions and old idempotency keys were deleted; nothing captured changes",
}

#[cfg(test)]
mod tests {
    use super::Action;

    #[test]
    fn every_action_fits_the_alphabet_of_an_entry() {
        for action in Action::ALL {
            assert!(
                action
                    .as_str()
                    .bytes()
                    .all(crate::audit::format::entry::allowed),
                "{action:?}"
            );
        }
    }
}
