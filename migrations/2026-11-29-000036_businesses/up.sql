-- A claim has none or several businesses, and each is a row of its own: another shop is another business and no other claim. Their
-- names and numbers lay sealed in the document of the claim, which only who holds the keys can take apart: a step in Rust
-- (src/db/migrate/businesses.rs) does so between this file and after.sql, in the same transaction. And an account may bring claims
-- for several parties, such as a mother and her child, one live claim each.

SELECT audit_check('claim'), audit_check('loss');

CREATE TABLE business (
    id           uuid PRIMARY KEY,
    claim_id     uuid NOT NULL,
    case_id      uuid NOT NULL,
    region       text,
    industry     text,
    sealed       bytea NOT NULL,
    commitments  text NOT NULL,
    number_index bytea,
    created_at   timestamptz NOT NULL
        CONSTRAINT business_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    UNIQUE (id, claim_id),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX business_claim ON business (claim_id);
CREATE INDEX business_number_index ON business (number_index);
COMMENT ON TABLE business IS 'The businesses of a claim.';
COMMENT ON COLUMN business.region IS 'Where it is.';
COMMENT ON COLUMN business.industry IS 'Code of its line of business, of the case.';
COMMENT ON COLUMN business.sealed IS 'Sealed document: name, number.';

-- the snapshots in after.sql capture every row as the step leaves it
ALTER TABLE claim DISABLE TRIGGER audit_row;
ALTER TABLE claim
    ADD COLUMN address_hidden boolean NOT NULL DEFAULT false,
    ADD COLUMN regions text[] NOT NULL DEFAULT '{}',
    ADD COLUMN industries text[] NOT NULL DEFAULT '{}',
    ADD COLUMN party_index bytea;
UPDATE claim SET regions = array_remove(ARRAY[region], NULL), industries = array_remove(ARRAY[industry], NULL);
COMMENT ON COLUMN claim.address_hidden IS 'Whether the defendant is not to learn the address.';
COMMENT ON COLUMN claim.regions IS 'Regions of its businesses, each once.';
COMMENT ON COLUMN claim.industries IS 'Industries of its businesses, each once.';
COMMENT ON COLUMN claim.party_index IS 'Blind index of the party: an account brings one live claim of a case for each.';
