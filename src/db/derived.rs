//! What the database says of a row beside its columns: functions of the row, read like a column.
//! Each is an expression of its own, because diesel prepares a statement that holds [`sql()`] anew
//! at every call.
//!
//! [`sql()`]: diesel::dsl::sql

use diesel::expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Bool, Integer, Nullable, Text, Uuid};

use crate::db::schema::{account, claim, loss};

macro_rules! derived {
    ($($(#[$meta:meta])* $name:ident: $type:ty = $sql:literal, of $($table:ident)::+;)+) => {$(
        #[derive(Clone, Copy, Debug, QueryId, ValidGrouping)]
        $(#[$meta])*
        pub struct $name;

        impl Expression for $name {
            type SqlType = $type;
        }

        impl QueryFragment<Pg> for $name {
            fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
                out.push_sql($sql);
                Ok(())
            }
        }

        impl<Q> AppearsOnTable<Q> for $name where $($table)::+::id: AppearsOnTable<Q> {}
        impl<Q> SelectableExpression<Q> for $name where $($table)::+::id: SelectableExpression<Q> {}
    )+};
}

derived! {
    /// Handed in once, whatever became of it.
    Submitted: Bool = "claim.submitted", of claim;
    /// Not emptied by an erasure.
    NotErased: Bool = "(NOT claim.erased)", of claim;
    /// The latest answer to the mandate is an agreement that was not taken back.
    Mandated: Bool = "claim.mandated", of claim;
    /// What it drew when it was handed in: its place in lists.
    Submission: Nullable<BigInt> = "claim.submission", of claim;
    /// The language of the consent that was answered last; none where none was.
    AnsweredIn: Nullable<Text> = "claim.answered_in", of claim;
    /// A mail to its address was given up.
    MailFailed: Bool = "account.mail_failed", of account;
    /// Losses less compensation received, of the rows of a group.
    #[diesel(aggregate)]
    NetKrw: BigInt = "sum(loss.net_krw)::bigint", of loss;
    /// As [`NetKrw`], without what is implausible; nothing where there is nothing.
    #[diesel(aggregate)]
    PlausibleKrw: BigInt = "coalesce(sum(loss.net_krw) FILTER (WHERE NOT loss.implausible), 0)::bigint", of loss;
    /// How many rows of a group are implausible.
    #[diesel(aggregate)]
    Implausible: Integer = "count(*) FILTER (WHERE loss.implausible)::integer", of loss;
    /// What the rows of a group state.
    #[diesel(aggregate)]
    StatedKrw: BigInt = "sum(loss.amount_krw)::bigint", of loss;
    /// The assessment that counts; none where the firm made none.
    NewestAssessment: Nullable<Uuid> = "loss.newest_assessment", of loss;
}
