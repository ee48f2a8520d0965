-- What those at a desk list stays quick with 200,000 claims in a case. A page of claims is found in an index that holds
-- everything that they are filtered by, in each order in which they are listed: those that do not fit are passed over without
-- a look at any row. So a claim says itself which services it names, and of which kinds of evidence it lists no file.

SELECT audit_check('claim');
ALTER TABLE claim ADD COLUMN lacking text[] NOT NULL DEFAULT '{}', ADD COLUMN services text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN claim.services IS 'Codes of the services that it names, as in claim_service.';
COMMENT ON COLUMN claim.lacking IS 'Kinds of evidence of the case of which it lists no file, kept with each change of the files.';
-- the snapshot below captures every row with both
ALTER TABLE claim DISABLE TRIGGER audit_row;
UPDATE claim SET services = ARRAY(SELECT s.service FROM claim_service s WHERE s.claim_id = claim.id ORDER BY s.service), lacking = ARRAY(
    SELECT o.code FROM case_option o
    WHERE o.case_id = claim.case_id AND o.kind = 'evidence'
      AND NOT EXISTS (SELECT FROM evidence e WHERE e.claim_id = claim.id AND e.kind = o.code AND e.ended_at IS NULL)
    ORDER BY o.position);
INSERT INTO audit_column VALUES ('claim', 'lacking', 'plain'), ('claim', 'services', 'plain');
SELECT audit_snapshot('claim');

DROP INDEX claim_submission;
DROP INDEX claim_listed;
DROP INDEX claim_amount;
CREATE INDEX claim_listed ON claim (case_id, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';
CREATE INDEX claim_amount ON claim (case_id, total_krw DESC, (substring(number FROM '-([0-9]{1,18})-')::bigint))
    INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE number IS NOT NULL AND sealed <> '';
