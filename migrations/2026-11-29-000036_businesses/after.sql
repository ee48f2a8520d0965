-- What follows the step with the keys.

DROP INDEX claim_listed, claim_amount, claim_one_live;
ALTER TABLE claim DROP COLUMN region, DROP COLUMN industry, DROP COLUMN business_number_index;
COMMENT ON COLUMN claim.sealed IS 'Sealed document: name, birth_date, phone, address, corporation_number.';
DELETE FROM audit_column WHERE table_name = 'claim' AND column_name IN ('region', 'industry', 'business_number_index');
INSERT INTO audit_column VALUES
    ('claim', 'address_hidden', 'plain'), ('claim', 'regions', 'plain'), ('claim', 'industries', 'plain'),
    ('claim', 'party_index', 'sealed');
CREATE UNIQUE INDEX claim_one_live ON claim (case_id, account_id, party_index) WHERE status <> 'withdrawn';
CREATE INDEX claim_listed ON claim (case_id, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, regions, industries, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';
CREATE INDEX claim_amount ON claim (case_id, total_krw DESC, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, regions, industries, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';

ALTER TABLE loss
    ADD COLUMN business_id uuid,
    ADD CONSTRAINT loss_business FOREIGN KEY (business_id, claim_id) REFERENCES business (id, claim_id);
CREATE INDEX loss_business ON loss (business_id);
COMMENT ON COLUMN loss.business_id IS 'The business of the claim that had it; null where the claim has one at most, or none had it.';
INSERT INTO audit_column VALUES ('loss', 'business_id', 'plain');

INSERT INTO audit_table VALUES ('business', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('business', 'id', 'plain'), ('business', 'claim_id', 'plain'), ('business', 'case_id', 'plain'), ('business', 'region', 'plain'),
    ('business', 'industry', 'plain'), ('business', 'sealed', 'sealed'), ('business', 'commitments', 'plain'),
    ('business', 'number_index', 'sealed'), ('business', 'created_at', 'plain');
SELECT audit_snapshot('claim'), audit_snapshot('loss'), audit_snapshot('business');

GRANT SELECT, INSERT, DELETE ON business TO registry_app;
GRANT UPDATE (region, industry, sealed, commitments, number_index) ON business TO registry_app;
