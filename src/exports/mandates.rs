//! The table of mandates: a row for each who signs for a claim, with all that a receipt says of one
//! signature, so that counsel sees before the filing whose mandate is whole.

use crate::cases::Power;
use crate::exports::columns::{Column, NAME, NUMBER, PARTY, STATUS, Source, TOTAL, korean, text};

const fn signer(header: &'static str, field: &'static str) -> Column {
    Column {
        header,
        source: Source::Signer(field),
    }
}

/// What is about the claim stands in each of its rows again.
pub(super) const COLUMNS: &[Column] = &[
    NUMBER,
    STATUS,
    PARTY,
    NAME,
    text(
        "capacity",
        "CASE c.party WHEN 'person' THEN 'self' ELSE g.capacity END",
    ),
    signer("signer_name", "name"),
    signer("signer_office", "office"),
    signer("signer_share", "share"),
    Column {
        header: "mandate_title",
        source: Source::Words("d.title"),
    },
    text("mandate_version", "d.version::text"),
    text("mandate_sha256", "encode(d.sha256, 'hex')"),
    text("mandate_language", "d.language"),
    text("mandate_signed_at", korean!("d.answered_at")),
    text(
        "mandate_standing",
        "CASE WHEN d.version >= n.suffices_from THEN 'suffices' WHEN d.version IS NOT NULL THEN 'outdated' END",
    ),
    text("powers_given", "p.given"),
    text("powers_not_given", "p.not_given"),
    text("identified", "i.methods"),
    text("reaffirmed_at", korean!("r.reaffirmed_at")),
    text("evidence_listed", "coalesce(e.listed, 0)::text"),
    text("evidence_received", "coalesce(e.received, 0)::text"),
    text("evidence_seen", "coalesce(e.seen, 0)::text"),
    text("evidence_differs", "coalesce(e.differs, 0)::text"),
    TOTAL,
];

/// A row each who signs (`g`, null where the party signs itself), with their mandate that is in force
/// (`d`), the oldest version that suffices (`n`), the powers (`p`), and how they were identified (`i`)
/// and said again that it holds (`r`). Everything but `g` goes through the members.
const SIGNERS: &str = "
LEFT JOIN signatory g ON g.claim_id = c.id AND g.ended_at IS NULL AND c.party <> 'person'
LEFT JOIN (SELECT DISTINCT ON (a.claim_id, a.signatory_id) a.*, t.title, t.version, t.language, t.sha256
           FROM disclosure_member m JOIN consent a ON a.claim_id = m.claim_id
           JOIN consent_text t ON t.id = a.text_id AND t.kind = 'mandate'
           WHERE m.disclosure_id = $1 ORDER BY a.claim_id, a.signatory_id, a.seq DESC) d
       ON d.claim_id = c.id AND d.signatory_id IS NOT DISTINCT FROM g.id AND d.agreed AND d.withdrawn_at IS NULL
LEFT JOIN (SELECT DISTINCT ON (t.case_id, t.item) t.case_id, t.item, t.suffices_from
           FROM consent_text t ORDER BY t.case_id, t.item, t.version DESC) n ON n.case_id = c.case_id AND n.item = d.item
LEFT JOIN (SELECT last.consent_id, array_agg(last.power) FILTER (WHERE last.granted) AS given,
                  array_agg(last.power) FILTER (WHERE NOT last.granted) AS taken
           FROM (SELECT DISTINCT ON (s.consent_id, s.power) s.consent_id, s.power, s.granted
                 FROM disclosure_member m JOIN power_statement s ON s.claim_id = m.claim_id
                 WHERE m.disclosure_id = $1 ORDER BY s.consent_id, s.power, s.seq DESC) last
           GROUP BY last.consent_id) o ON o.consent_id = d.id
LEFT JOIN LATERAL (SELECT string_agg(power, ',' ORDER BY at) FILTER (WHERE given) AS given,
                          string_agg(power, ',' ORDER BY at) FILTER (WHERE NOT given) AS not_given
                   FROM (SELECT power, at, power = ANY (d.powers || coalesce(o.given, '{}')) AND
                                           power <> ALL (coalesce(o.taken, '{}')) AS given
                         FROM unnest('{POWERS}'::text[]) WITH ORDINALITY AS each (power, at)) each
                   WHERE d.id IS NOT NULL) p ON true
LEFT JOIN (SELECT k.claim_id, k.signatory_id,
                  string_agg(k.method || ':' || to_char(k.identified_on, 'YYYY-MM-DD'), ',' ORDER BY k.seq) AS methods
           FROM disclosure_member m JOIN identification k ON k.claim_id = m.claim_id
           WHERE m.disclosure_id = $1 AND k.objected_at IS NULL GROUP BY k.claim_id, k.signatory_id) i
       ON i.claim_id = c.id AND i.signatory_id IS NOT DISTINCT FROM g.id
LEFT JOIN (SELECT k.claim_id, k.signatory_id, max(k.reaffirmed_at) AS reaffirmed_at
           FROM disclosure_member m JOIN reaffirmation k ON k.claim_id = m.claim_id
           WHERE m.disclosure_id = $1 GROUP BY k.claim_id, k.signatory_id) r
       ON r.claim_id = c.id AND r.signatory_id IS NOT DISTINCT FROM g.id";

/// The files that are listed now: of how many anything is in hand, and what the last look at them
/// found, as the state of a file counts it.
pub(super) const EVIDENCE: &str = "
LEFT JOIN (SELECT f.claim_id, count(*) AS listed, count(k.evidence_id) AS received,
                  count(*) FILTER (WHERE k.last = 'seen') AS seen, count(*) FILTER (WHERE k.last = 'differs') AS differs
           FROM disclosure_member m JOIN evidence f ON f.claim_id = m.claim_id AND f.ended_at IS NULL
           LEFT JOIN (SELECT k.evidence_id,
                             (array_agg(k.finding ORDER BY k.seq DESC) FILTER (WHERE k.finding <> 'received'))[1] AS last
                      FROM disclosure_member m JOIN evidence_check k ON k.claim_id = m.claim_id
                      WHERE m.disclosure_id = $1 GROUP BY k.evidence_id) k ON k.evidence_id = f.id
           WHERE m.disclosure_id = $1 GROUP BY f.claim_id) e ON e.claim_id = c.id";

/// The join that makes a row for each who signs.
pub(super) fn signers() -> String {
    let powers: Vec<&str> = Power::ALL.iter().map(|power| power.as_str()).collect();
    SIGNERS.replace("{POWERS}", &format!("{{{}}}", powers.join(",")))
}
