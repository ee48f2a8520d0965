//! The steps with the keys of migration 36: name and number of a business move from the sealed document
//! of its claim into one of its own, and each claim gets the blind index of its party; and back. They
//! know the tables as they were then and stay as they are, whatever becomes of them.

use diesel::prelude::*;
use diesel::sql_types::{Binary, Bool, Nullable, Text, Uuid as SqlUuid};
use uuid::Uuid;

use crate::access::Grant;
use crate::error::Error;
use crate::vault::{Opened, Place, Sealed, Vault};

/// Claims that were not erased, some at a time, with the first business of each on the way down.
const BEFORE: &str = "
    SELECT id, sealed, name_index, party, region IS NOT NULL OR industry IS NOT NULL AS placed,
           NULL::uuid AS business, NULL::bytea AS business_sealed
    FROM claim WHERE sealed <> '' AND id > $1 ORDER BY id LIMIT 1000";
const AFTER: &str = "
    SELECT c.id, c.sealed, c.name_index, c.party, false AS placed, b.id AS business, b.sealed AS business_sealed
    FROM claim c LEFT JOIN LATERAL (SELECT * FROM business b WHERE b.claim_id = c.id ORDER BY b.id LIMIT 1) b ON true
    WHERE c.sealed <> '' AND c.id > $1 ORDER BY c.id LIMIT 1000";

const MADE: &str = "
    INSERT INTO business (id, claim_id, case_id, region, industry, sealed, commitments, number_index, created_at)
    SELECT $2, id, case_id, region, industry, $3, $4, business_number_index, created_at FROM claim WHERE id = $1";
const INDEXED: &str = "UPDATE claim SET party_index = $2 WHERE id = $1";
const SEALED: &str = "UPDATE claim SET sealed = $2, commitments = $3 WHERE id = $1";
const PUT_BACK: &str = "
    UPDATE claim SET region = b.region, industry = b.industry, business_number_index = b.number_index
    FROM (SELECT DISTINCT ON (claim_id) * FROM business ORDER BY claim_id, id) b WHERE b.claim_id = claim.id";
/// Of a claim that was erased there is nothing to open.
const MADE_OF_ERASED: &str = "
    INSERT INTO business (id, claim_id, case_id, region, industry, sealed, commitments, created_at)
    SELECT gen_random_uuid(), id, case_id, region, industry, '', '{}', created_at FROM claim
    WHERE sealed = '' AND (region IS NOT NULL OR industry IS NOT NULL)";

const OF_CLAIM: [&str; 4] = ["name", "birth_date", "phone", "address"];
/// Fields of a business, and what they are called in the document of the claim.
const OF_BUSINESS: [(&str, &str); 2] = [("name", "business_name"), ("number", "business_number")];

#[derive(QueryableByName)]
struct Claim {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Binary)]
    sealed: Vec<u8>,
    #[diesel(sql_type = Nullable<Binary>)]
    name_index: Option<Vec<u8>>,
    #[diesel(sql_type = Text)]
    party: String,
    /// Whether region or industry is known.
    #[diesel(sql_type = Bool)]
    placed: bool,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    business: Option<Uuid>,
    #[diesel(sql_type = Nullable<Binary>)]
    business_sealed: Option<Vec<u8>>,
}

impl Claim {
    fn place(&self) -> Place {
        Place {
            table: "claim",
            id: self.id,
            subject: self.id,
        }
    }

    fn of_business(&self, id: Uuid) -> Place {
        Place {
            table: "business",
            id,
            subject: self.id,
        }
    }

    fn seal<'n>(
        &self,
        conn: &mut PgConnection,
        vault: &Vault,
        fields: impl IntoIterator<Item = (&'n str, String)>,
    ) -> Result<(), Error> {
        let Sealed {
            sealed,
            commitments,
        } = vault.seal(self.place(), fields);
        diesel::sql_query(SEALED)
            .bind::<SqlUuid, _>(self.id)
            .bind::<Binary, _>(sealed)
            .bind::<Text, _>(commitments)
            .execute(conn)?;
        Ok(())
    }

    /// Of a corporation its name, of everybody else name and birth date.
    fn party_index(&self, vault: &Vault, opened: &Opened) -> Vec<u8> {
        let name = self.name_index.as_ref().map(hex::encode);
        let born = match self.party.as_str() {
            "corporation" => "",
            _ => opened.get("birth_date"),
        };
        vault.index("party", &format!("{} {born}", name.unwrap_or_default()))
    }

    fn up(&self, conn: &mut PgConnection, vault: &Vault, opened: &Opened) -> Result<(), Error> {
        diesel::sql_query(INDEXED)
            .bind::<SqlUuid, _>(self.id)
            .bind::<Binary, _>(self.party_index(vault, opened))
            .execute(conn)?;
        let fields: Vec<_> = OF_BUSINESS
            .into_iter()
            .filter_map(|(name, before)| Some((name, opened.find(before)?)))
            .collect();
        if fields.is_empty() && !self.placed {
            return Ok(());
        }
        let id = Uuid::now_v7();
        let Sealed {
            sealed,
            commitments,
        } = vault.seal(self.of_business(id), fields);
        diesel::sql_query(MADE)
            .bind::<SqlUuid, _>(self.id)
            .bind::<SqlUuid, _>(id)
            .bind::<Binary, _>(sealed)
            .bind::<Text, _>(commitments)
            .execute(conn)?;
        let rest = OF_CLAIM.into_iter();
        self.seal(
            conn,
            vault,
            rest.filter_map(|name| Some((name, opened.find(name)?))),
        )
    }

    fn down(&self, conn: &mut PgConnection, vault: &Vault, opened: &Opened) -> Result<(), Error> {
        let (Some(id), Some(sealed)) = (self.business, &self.business_sealed) else {
            return Ok(());
        };
        let business = vault.open(&Grant::for_program(), self.of_business(id), sealed)?;
        let of_claim = OF_CLAIM.into_iter();
        let of_claim = of_claim.filter_map(|name| Some((name, opened.find(name)?)));
        let of_business = OF_BUSINESS.into_iter();
        let of_business =
            of_business.filter_map(|(name, before)| Some((before, business.find(name)?)));
        self.seal(conn, vault, of_claim.chain(of_business))
    }
}

fn each(
    conn: &mut PgConnection,
    vault: &Vault,
    batches: &str,
    step: fn(&Claim, &mut PgConnection, &Vault, &Opened) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut last = Uuid::nil();
    loop {
        let batch = diesel::sql_query(batches).bind::<SqlUuid, _>(last);
        let batch: Vec<Claim> = batch.load(conn)?;
        let Some(end) = batch.last() else {
            return Ok(());
        };
        last = end.id;
        for claim in &batch {
            let opened = vault.open(&Grant::for_program(), claim.place(), &claim.sealed)?;
            step(claim, conn, vault, &opened)?;
        }
    }
}

pub(super) fn up(conn: &mut PgConnection, vault: &Vault) -> Result<(), Error> {
    each(conn, vault, BEFORE, Claim::up)?;
    diesel::sql_query(MADE_OF_ERASED).execute(conn)?;
    Ok(())
}

pub(super) fn down(conn: &mut PgConnection, vault: &Vault) -> Result<(), Error> {
    each(conn, vault, AFTER, Claim::down)?;
    diesel::sql_query(PUT_BACK).execute(conn)?;
    Ok(())
}
