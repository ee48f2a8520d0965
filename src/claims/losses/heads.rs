//! What each kind of loss can be: how its amount is arrived at, and when it may begin.

pub use crate::cases::LossKind;
use crate::codes::codes;

codes! {
    /// Class of damage (Civil Act art. 393).
    LossClass {
        /// Follows from such an event as a rule.
        Ordinary = "ordinary",
        /// Owed only where it was foreseeable.
        Special = "special",
    }

    /// How the amount of a loss is arrived at.
    LossMethod {
        /// Sales of the best week around the outage, less those of the week of the outage.
        OutageWeek = "outage_week",
        /// Sales of the week before, less those of the week of the outage.
        WeekBefore = "week_before",
        /// Added up from invoices, receipts or payments.
        Invoices = "invoices",
        /// Estimated.
        Estimate = "estimate",
    }

    /// In what compensation was received.
    CompensationForm {
        /// Money.
        Money = "money",
        /// A service, such as a longer subscription or a voucher.
        Service = "service",
    }

    /// Which part of the claim was given up for compensation.
    Release {
        /// Nothing was signed away.
        Nothing = "none",
        /// A part.
        Partial = "partial",
        /// All of it.
        Full = "full",
    }
}

impl LossMethod {
    /// Whether the amount is the difference of two weeks' sales, which the registry works out.
    pub const fn computes(self) -> bool {
        matches!(self, Self::OutageWeek | Self::WeekBefore)
    }
}

impl LossKind {
    /// How its amount can be arrived at. Nobody has an invoice for what was not sold, nor for
    /// distress.
    pub const fn methods(self) -> &'static [LossMethod] {
        use LossMethod::{Estimate, Invoices, OutageWeek, WeekBefore};
        match self {
            Self::Sales => &[OutageWeek, WeekBefore, Estimate],
            Self::Distress => &[Estimate],
            Self::CancelledOrders
            | Self::Refunds
            | Self::Substitutes
            | Self::Advertising
            | Self::ChannelFriends
            | Self::Other
            | Self::CompensationReceived => &[Invoices, Estimate],
        }
    }

    /// Whether nobody has it who has no business.
    pub const fn is_of_business(self) -> bool {
        matches!(
            self,
            Self::Sales | Self::CancelledOrders | Self::Advertising | Self::ChannelFriends
        )
    }

    /// Whether it may have begun before the incident: advertising that an outage made worthless was
    /// paid for before it, and so were the friends of a channel who left.
    pub const fn may_precede(self) -> bool {
        matches!(self, Self::Advertising | Self::ChannelFriends)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sales_are_compared_by_the_week_and_everything_can_be_estimated() {
        for (kind, method) in LossKind::ALL.iter().flat_map(|kind| {
            let methods = LossMethod::ALL.iter();
            methods.map(|method| (*kind, *method))
        }) {
            let expected = match method {
                LossMethod::Estimate => true,
                LossMethod::OutageWeek | LossMethod::WeekBefore => kind == LossKind::Sales,
                LossMethod::Invoices => !matches!(kind, LossKind::Sales | LossKind::Distress),
            };
            let allowed = kind.methods().contains(&method);
            assert_eq!(allowed, expected, "{kind:?} {method:?}");
        }
    }
}
