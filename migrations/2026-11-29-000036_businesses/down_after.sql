-- What follows the step with the keys.

ALTER TABLE claim DROP COLUMN address_hidden, DROP COLUMN regions, DROP COLUMN industries, DROP COLUMN party_index;
COMMENT ON COLUMN claim.sealed IS 'Sealed document: name, birth_date, phone, address, business_name, business_number.';
DELETE FROM audit_column WHERE table_name = 'claim' AND column_name IN ('address_hidden', 'regions', 'industries', 'party_index');
INSERT INTO audit_column VALUES
    ('claim', 'region', 'plain'), ('claim', 'industry', 'plain'), ('claim', 'business_number_index', 'sealed');
CREATE UNIQUE INDEX claim_one_live ON claim (case_id, account_id) WHERE status <> 'withdrawn';
CREATE INDEX claim_business_number_index ON claim (business_number_index);
CREATE INDEX claim_listed ON claim (case_id, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';
CREATE INDEX claim_amount ON claim (case_id, total_krw DESC, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';
SELECT audit_snapshot('claim'), audit_snapshot('loss');

-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE business;
DROP TABLE business;
DELETE FROM audit_column WHERE table_name = 'business';
DELETE FROM audit_table WHERE table_name = 'business';
