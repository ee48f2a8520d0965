DROP INDEX claim_amount;
DROP INDEX claim_listed;
CREATE INDEX claim_submission ON claim (case_id, (substring(number FROM '-([0-9]{1,18})-')::bigint));
CREATE INDEX claim_listed ON claim (case_id, status, region, industry) INCLUDE (submitted_at, id)
    WHERE number IS NOT NULL AND sealed <> '';
CREATE INDEX claim_amount ON claim (case_id, total_krw DESC, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    WHERE number IS NOT NULL AND sealed <> '';
SELECT audit_check('claim');
ALTER TABLE claim DROP COLUMN lacking, DROP COLUMN services;
DELETE FROM audit_column WHERE table_name = 'claim' AND column_name IN ('lacking', 'services');
SELECT audit_snapshot('claim');
