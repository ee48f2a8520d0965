//! The manifest of a submission: everything that was handed in, in one row, as canonical JSON (RFC
//! 8785). What is personal in it are commitments that the rows have as well, so that the receipt of
//! a submission proves what was handed in without opening it, and can be held beside the receipts
//! of consents and files.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Array, Integer, Text, Uuid};
use serde_json::Value;

use crate::cases::Power;
use crate::db::Write;
use crate::db::schema::manifest;
use crate::error::Error;
use crate::ids::{CaseId, ClaimId, ManifestId};
use crate::vault::{Place, Sealed};

/// Everything that a claim hands in, in one statement: its rows are locked with the claim. What
/// comes to belong to a claim is one key more. Whoever was taken off signs no longer, and of each
/// signatory the latest answer to an item counts; `$2` are the special powers that there are.
const HANDED_IN: &str = "
    WITH signing AS (
        SELECT s.* FROM signatory s JOIN claim c ON c.id = s.claim_id
        WHERE c.id = $1 AND c.party <> 'person' AND s.ended_at IS NULL
    ), known AS (
        SELECT i.* FROM identification i JOIN claim c ON c.id = i.claim_id
        WHERE c.id = $1 AND i.objected_at IS NULL AND
            CASE c.party WHEN 'person' THEN i.signatory_id IS NULL ELSE i.signatory_id IN (SELECT id FROM signing) END
    ), latest AS (
        SELECT DISTINCT ON (a.item, a.signatory_id) a.* FROM consent a JOIN claim c ON c.id = a.claim_id
        WHERE c.id = $1 AND
            CASE c.party WHEN 'person' THEN a.signatory_id IS NULL ELSE a.signatory_id IN (SELECT id FROM signing) END
        ORDER BY a.item, a.signatory_id, a.seq DESC
    ), answer AS (SELECT * FROM latest WHERE withdrawn_at IS NULL)
    SELECT c.case_id, c.number, c.version AS claim_version, (jsonb_build_object(
        'v', 1, 'claim', c.id, 'case', c.case_id, 'number', c.number, 'version', c.version,
        'party', c.party, 'address_hidden', c.address_hidden,
        'businesses', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'region', b.region, 'industry', b.industry,
                'commitments', b.commitments::jsonb) ORDER BY b.id), '[]')
            FROM business b WHERE b.claim_id = c.id),
        'services', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('service', s.service, 'paid', s.paid) ORDER BY s.service), '[]')
            FROM claim_service s WHERE s.claim_id = c.id),
        'identity', c.commitments::jsonb,
        'signatories', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'capacity', s.capacity, 'own', s.own,
                'commitments', s.commitments::jsonb) ORDER BY s.id), '[]')
            FROM signing s),
        'identification', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'signatory', i.signatory_id, 'method', i.method,
                'on', i.identified_on, 'commitments', i.commitments::jsonb) ORDER BY i.id), '[]')
            FROM known i),
        'losses', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'head', l.kind, 'class', l.class, 'krw', l.net_krw,
                'from', l.from_on, 'until', l.until_on, 'method', l.method, 'service', l.service, 'business', l.business_id, 'form', l.form,
                'release', l.release, 'implausible', l.implausible, 'commitments', l.commitments::jsonb) ORDER BY l.id), '[]')
            FROM loss l WHERE l.claim_id = c.id),
        'sum_krw', (SELECT coalesce(sum(l.net_krw), 0)::bigint FROM loss l WHERE l.claim_id = c.id),
        'evidence', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'size', e.size_bytes,
                'sha256', encode(e.sha256, 'hex'), 'loss', e.loss_id, 'commitments', e.commitments::jsonb) ORDER BY e.id), '[]')
            FROM evidence e WHERE e.claim_id = c.id AND e.ended_at IS NULL),
        'consents', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'item', a.item, 'title', t.title, 'agreed', a.agreed,
                'text_sha256', encode(t.sha256, 'hex'), 'version', t.version, 'language', t.language,
                'signatory', a.signatory_id, 'commitments', a.commitments::jsonb)
                || CASE a.signature_method WHEN 'paper' THEN jsonb_build_object('method', 'paper') ELSE '{}' END
                || CASE WHEN t.kind = 'mandate' AND a.agreed THEN jsonb_build_object('powers', (
                    SELECT jsonb_object_agg(power, coalesce(
                        (SELECT p.granted FROM power_statement p WHERE p.consent_id = a.id AND p.power = each.power
                            ORDER BY p.seq DESC LIMIT 1),
                        power = ANY (a.powers)))
                    FROM unnest($2) AS each (power))) ELSE '{}' END ORDER BY a.item, a.signatory_id), '[]')
            FROM answer a JOIN consent_text t ON t.id = a.text_id),
        'powers', (
            SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'mandate', p.consent_id, 'power', p.power,
                'granted', p.granted, 'commitments', p.commitments::jsonb) ORDER BY p.seq), '[]')
            FROM power_statement p JOIN answer a ON a.id = p.consent_id AND a.agreed)
    ) || coalesce((
        SELECT jsonb_build_object('entered', jsonb_build_object('by', f.account_id, 'channel', f.channel,
            'received', f.received_on, 'taken', f.taken_at IS NOT NULL))
        FROM staffed_claim f WHERE f.claim_id = c.id), '{}'))::text AS said
    FROM claim c WHERE c.id = $1";

#[derive(QueryableByName)]
struct HandedIn {
    #[diesel(sql_type = Uuid)]
    case_id: CaseId,
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Integer)]
    claim_version: i32,
    #[diesel(sql_type = Text)]
    said: String,
}

/// A manifest as it lies in the database.
#[derive(Insertable)]
#[diesel(table_name = manifest)]
struct Row {
    id: ManifestId,
    claim_id: ClaimId,
    case_id: CaseId,
    number: String,
    claim_version: i32,
    sealed: Vec<u8>,
    commitments: String,
    created_at: DateTime<Utc>,
}

/// Records what is handed in with a locked claim that has its number and version.
pub(super) fn record(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let HandedIn {
        case_id,
        number,
        claim_version,
        said,
    } = diesel::sql_query(HANDED_IN)
        .bind::<Uuid, _>(claim)
        .bind::<Array<Text>, _>(Power::ALL)
        .get_result(w.conn())?;
    let said: Value = serde_json::from_str(&said).map_err(Error::internal)?;
    let id = ManifestId::new();
    let place = Place {
        table: "manifest",
        id: id.0,
        subject: claim.0,
    };
    let Sealed {
        sealed,
        commitments,
    } = w.vault().seal(place, [("manifest", said.to_string())]);
    diesel::insert_into(manifest::table)
        .values(Row {
            id,
            claim_id: claim,
            case_id,
            number,
            claim_version,
            sealed,
            commitments,
            created_at: w.now(),
        })
        .execute(w.conn())?;
    Ok(())
}

/// Empties the manifests of a claim that is being erased.
pub(super) fn erase(w: &mut Write, claim: ClaimId) -> Result<(), Error> {
    let Sealed {
        sealed,
        commitments,
    } = Sealed::emptied();
    diesel::update(manifest::table.filter(manifest::claim_id.eq(claim)))
        .set((
            manifest::sealed.eq(sealed),
            manifest::commitments.eq(commitments),
        ))
        .execute(w.conn())?;
    Ok(())
}
