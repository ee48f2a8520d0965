//! What a mandate says of its reach: for which instance counsel acts, and which special powers a
//! claimant gives. An ordinary mandate covers none of these powers: each needs a grant of its own
//! (Civil Procedure Act art. 90(2)).

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
}
