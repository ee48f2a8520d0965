//! The columns of each export profile, and the SELECT that fetches these and no others.

use crate::exports::{Profile, mandates};

/// Where a column's values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// An SQL expression that yields text of the registry's own form.
    Text(&'static str),
    /// An SQL expression that yields whole KRW.
    Amount(&'static str),
    /// A field of the claim's sealed document, as somebody typed it.
    Typed(&'static str),
    /// A field of the claim's sealed document that was brought into one form.
    Formed(&'static str),
    /// A field of the sealed documents of its businesses, those of one claim joined by ` / `.
    OfBusinesses(&'static str),
    /// An SQL expression that yields what somebody wrote and everybody may read.
    Words(&'static str),
    /// A field of the sealed document of whoever signs, as somebody typed it: that of the signatory, or
    /// the claim's own where the party signs itself. It makes a row of each who signs.
    Signer(&'static str),
}

/// A time as a court in Korea reads it; no summer time since 1988.
macro_rules! korean {
    ($sql:literal) => {
        concat!(
            "to_char(",
            $sql,
            " AT TIME ZONE 'Asia/Seoul', 'YYYY-MM-DD\"T\"HH24:MI:SS\"+09:00\"')"
        )
    };
}
pub(super) use korean;

/// One column of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header and JSON key.
    pub header: &'static str,
    /// Where its values come from.
    pub source: Source,
}

pub(super) const fn text(header: &'static str, sql: &'static str) -> Column {
    Column {
        header,
        source: Source::Text(sql),
    }
}

const fn amount(header: &'static str, sql: &'static str) -> Column {
    Column {
        header,
        source: Source::Amount(sql),
    }
}

const fn typed(field: &'static str) -> Column {
    Column {
        header: field,
        source: Source::Typed(field),
    }
}

const fn formed(field: &'static str) -> Column {
    Column {
        header: field,
        source: Source::Formed(field),
    }
}

const fn of_businesses(header: &'static str, field: &'static str) -> Column {
    Column {
        header,
        source: Source::OfBusinesses(field),
    }
}

pub(super) const NUMBER: Column = text("number", "c.number");
pub(super) const STATUS: Column = text("status", "c.status");
pub(super) const PARTY: Column = text("party", "c.party");
const SUBMITTED_AT: Column = text("submitted_at", korean!("c.submitted_at"));
const REGIONS: Column = text("regions", "array_to_string(c.regions, ',')");
const INDUSTRIES: Column = text("industries", "array_to_string(c.industries, ',')");
// how somebody came for whom staff entered it; empty where its owner did
const ENTERED: Column = text(
    "entered_channel",
    "(SELECT f.channel FROM staffed_claim f WHERE f.claim_id = c.id)",
);
const SERVICES: Column = text("services", "s.services");
const SALES: Column = amount("sales_krw", "coalesce(l.sales, 0)");
const CANCELLED_ORDERS: Column = amount("cancelled_orders_krw", "coalesce(l.cancelled_orders, 0)");
const REFUNDS: Column = amount("refunds_krw", "coalesce(l.refunds, 0)");
const SUBSTITUTES: Column = amount("substitutes_krw", "coalesce(l.substitutes, 0)");
const ADVERTISING: Column = amount("advertising_krw", "coalesce(l.advertising, 0)");
const CHANNEL_FRIENDS: Column = amount("channel_friends_krw", "coalesce(l.channel_friends, 0)");
const DISTRESS: Column = amount("distress_krw", "coalesce(l.distress, 0)");
const OTHER: Column = amount("other_krw", "coalesce(l.other, 0)");
const COMPENSATION: Column = amount(
    "compensation_received_krw",
    "coalesce(l.compensation_received, 0)",
);
pub(super) const TOTAL: Column = amount("total_krw", "coalesce(l.total, 0)");
// what the firm takes it to be: its own amount where it assessed a position, the stated one elsewhere,
// and neither where an amount is not likely and not assessed yet
const ASSESSED: Column = amount("assessed_total_krw", "coalesce(l.assessed_total, 0)");
const LEFT_OUT: Column = text("positions_left_out", "coalesce(l.left_out, 0)::text");
const LOSS_SERVICES: Column = text("loss_services", "l.services");
const LOSS_METHODS: Column = text("loss_methods", "l.methods");
const COMPENSATION_FORMS: Column = text("compensation_forms", "l.forms");
const RELEASES: Column = text("releases", "l.releases");
pub(super) const NAME: Column = typed("name");
const BIRTH_DATE: Column = formed("birth_date");
// one from abroad begins with a plus sign, which a spreadsheet takes for a formula
const PHONE: Column = typed("phone");
const ADDRESS: Column = typed("address");
const ADDRESS_HIDDEN: Column = text("address_hidden", "c.address_hidden::text");
const CORPORATION_NUMBER: Column = formed("corporation_number");
const BUSINESS_NAMES: Column = of_businesses("business_names", "name");
const BUSINESS_NUMBERS: Column = of_businesses("business_numbers", "number");

impl Profile {
    /// The columns of an export for this purpose: the fewest that serve it.
    #[rustfmt::skip]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::CourtList => &[NUMBER, NAME, ADDRESS, BIRTH_DATE, CORPORATION_NUMBER, ADDRESS_HIDDEN],
            Self::Contact => &[NUMBER, STATUS, NAME, PHONE, BUSINESS_NAMES],
            Self::LossTable => &[
                NUMBER, STATUS, REGIONS, INDUSTRIES, SERVICES,
                SALES, CANCELLED_ORDERS, REFUNDS, SUBSTITUTES, ADVERTISING, CHANNEL_FRIENDS, DISTRESS, OTHER, COMPENSATION, TOTAL,
                ASSESSED, LEFT_OUT, LOSS_SERVICES, LOSS_METHODS, COMPENSATION_FORMS, RELEASES,
                BUSINESS_NUMBERS, BUSINESS_NAMES,
            ],
            Self::MandateTable => mandates::COLUMNS,
            Self::Everything => &[
                NUMBER, STATUS, PARTY, SUBMITTED_AT, ENTERED, REGIONS, INDUSTRIES, SERVICES,
                SALES, CANCELLED_ORDERS, REFUNDS, SUBSTITUTES, ADVERTISING, CHANNEL_FRIENDS, DISTRESS, OTHER, COMPENSATION, TOTAL,
                ASSESSED, LEFT_OUT, LOSS_SERVICES, LOSS_METHODS, COMPENSATION_FORMS, RELEASES,
                NAME, BIRTH_DATE, CORPORATION_NUMBER, PHONE, ADDRESS, ADDRESS_HIDDEN, BUSINESS_NAMES, BUSINESS_NUMBERS,
            ],
        }
    }
}

/// All joins go through the members, so that a small export of a large case reads little.
const SERVICES_JOIN: &str = "
LEFT JOIN (SELECT s.claim_id, string_agg(s.service, ',' ORDER BY s.service) AS services
           FROM disclosure_member m JOIN claim_service s ON s.claim_id = m.claim_id
           WHERE m.disclosure_id = $1 GROUP BY s.claim_id) s ON s.claim_id = c.id";
const LOSSES_JOIN: &str = "
LEFT JOIN (SELECT l.claim_id,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'sales'))::bigint AS sales,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'cancelled_orders'))::bigint AS cancelled_orders,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'refunds'))::bigint AS refunds,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'substitutes'))::bigint AS substitutes,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'advertising'))::bigint AS advertising,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'channel_friends'))::bigint AS channel_friends,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'distress'))::bigint AS distress,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'other'))::bigint AS other,
                  (sum(l.amount_krw) FILTER (WHERE l.kind = 'compensation_received'))::bigint AS compensation_received,
                  sum(l.net_krw)::bigint AS total,
                  greatest(0, sum(CASE WHEN a.id IS NULL THEN CASE WHEN l.implausible THEN 0 ELSE l.net_krw END
                                       WHEN l.kind = 'compensation_received' THEN -a.amount_krw ELSE a.amount_krw END))::bigint AS assessed_total,
                  count(*) FILTER (WHERE l.implausible AND a.id IS NULL) AS left_out,
                  string_agg(DISTINCT l.service, ',' ORDER BY l.service) AS services,
                  string_agg(DISTINCT l.kind || ':' || l.method, ',' ORDER BY l.kind || ':' || l.method) AS methods,
                  string_agg(DISTINCT l.form, ',' ORDER BY l.form) AS forms,
                  string_agg(DISTINCT l.release, ',' ORDER BY l.release) AS releases
           FROM disclosure_member m JOIN loss l ON l.claim_id = m.claim_id LEFT JOIN assessment a ON a.id = l.newest_assessment
           WHERE m.disclosure_id = $1 GROUP BY l.claim_id) l ON l.claim_id = c.id";

/// Each document behind the id of its business and its length in four bytes.
const BUSINESSES_JOIN: &str = "
LEFT JOIN (SELECT b.claim_id,
                  string_agg(uuid_send(b.id) || int4send(length(b.sealed)) || b.sealed, ''::bytea ORDER BY b.id) AS sealed
           FROM disclosure_member m JOIN business b ON b.claim_id = m.claim_id
           WHERE m.disclosure_id = $1 GROUP BY b.claim_id) b ON b.claim_id = c.id";

/// The rows of the disclosure `$1`: claim id, its sealed document and those of its businesses, id and
/// sealed document of the signatory (each document null where no column needs it), then one value a
/// column (null for a sealed one), in the order of submission: after 999,999 numbers are longer. A
/// member that was erased since has no row, and one for which several sign has several where a column
/// is of them.
pub fn select(columns: &[Column]) -> String {
    let some = |of: fn(&Source) -> bool, needed, without| {
        let found = columns.iter().any(|column| of(&column.source));
        if found { needed } else { without }
    };
    let of_claim = some(
        |source| {
            matches!(
                source,
                Source::Typed(_) | Source::Formed(_) | Source::Signer(_)
            )
        },
        "c.sealed",
        "NULL::bytea",
    );
    let of_businesses = some(
        |source| matches!(source, Source::OfBusinesses(_)),
        "b.sealed",
        "NULL::bytea",
    );
    let of_signers: fn(&Source) -> bool = |source| matches!(source, Source::Signer(_));
    let signatory = some(of_signers, "g.id, g.sealed", "NULL::uuid, NULL::bytea");
    let in_order = some(of_signers, ", g.seq", "");
    let mut list = format!("c.id, {of_claim}, {of_businesses}, {signatory}");
    for column in columns {
        list += ", ";
        list += match column.source {
            Source::Text(sql) | Source::Amount(sql) | Source::Words(sql) => sql,
            Source::Typed(_) | Source::Formed(_) | Source::OfBusinesses(_) | Source::Signer(_) => {
                "NULL::text"
            }
        };
    }
    let joins: String = [
        ("s.", SERVICES_JOIN),
        ("l.", LOSSES_JOIN),
        ("b.", BUSINESSES_JOIN),
        ("e.", mandates::EVIDENCE),
        ("g.", &mandates::signers()),
    ]
    .into_iter()
    .filter(|(alias, _)| list.split([' ', '(']).any(|word| word.starts_with(alias)))
    .map(|(_, join)| join)
    .collect();
    format!(
        "SELECT {list}\nFROM disclosure_member m JOIN claim c ON c.id = m.claim_id{joins}\nWHERE m.disclosure_id = $1 AND NOT c.erased\nORDER BY c.submission, c.id{in_order}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn headers_are_stable_codes_and_occur_once() {
        for profile in Profile::ALL {
            let headers: Vec<&str> = profile
                .columns()
                .iter()
                .map(|column| column.header)
                .collect();
            assert_eq!(
                headers.iter().collect::<BTreeSet<_>>().len(),
                headers.len(),
                "{profile:?}"
            );
            assert!(
                headers.iter().all(|header| header
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')),
                "{profile:?}"
            );
            assert_eq!(headers[0], "number");
        }
    }

    #[test]
    fn each_profile_holds_what_its_purpose_needs_and_no_more() {
        let fields = |profile: Profile| -> Vec<&str> {
            profile
                .columns()
                .iter()
                .filter_map(|column| match column.source {
                    Source::Typed(field) | Source::Formed(field) => Some(field),
                    Source::OfBusinesses(_) => Some(column.header),
                    Source::Text(_) | Source::Amount(_) | Source::Words(_) | Source::Signer(_) => {
                        None
                    }
                })
                .collect()
        };
        assert_eq!(
            fields(Profile::CourtList),
            ["name", "address", "birth_date", "corporation_number"]
        );
        assert_eq!(
            fields(Profile::Contact),
            ["name", "phone", "business_names"]
        );
        assert_eq!(
            fields(Profile::LossTable),
            ["business_numbers", "business_names"]
        );
        assert_eq!(
            fields(Profile::Everything),
            [
                "name",
                "birth_date",
                "corporation_number",
                "phone",
                "address",
                "business_names",
                "business_numbers"
            ]
        );
        assert_eq!(fields(Profile::MandateTable), ["name"]);
        // what is of those who sign has rows of its own
        let of_claims = Profile::ALL.iter();
        for profile in of_claims.filter(|profile| **profile != Profile::MandateTable) {
            assert!(
                profile
                    .columns()
                    .iter()
                    .all(|column| Profile::Everything.columns().contains(column)),
                "{profile:?}"
            );
        }
    }

    #[test]
    fn only_what_is_needed_is_selected() {
        assert!(!select(Profile::Contact.columns()).contains("JOIN loss"));
        assert!(!select(Profile::Contact.columns()).contains("JOIN claim_service"));
        assert!(select(Profile::LossTable.columns()).contains("JOIN loss"));
        assert!(select(Profile::LossTable.columns()).contains("JOIN claim_service"));
        let open = select(&[NUMBER, REGIONS, TOTAL]);
        assert!(
            open.starts_with("SELECT c.id, NULL::bytea, NULL::bytea, NULL::uuid, NULL::bytea,")
                && !open.contains("JOIN business")
                && open.contains("JOIN loss")
                && !open.contains("JOIN claim_service")
                && !open.contains("JOIN signatory")
        );
        let mandates = select(Profile::MandateTable.columns());
        assert!(mandates.contains("JOIN signatory") && mandates.ends_with(", g.seq"));
    }
}
