DELETE FROM one_time_link WHERE purpose = 'address';
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_check;
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_purpose_check CHECK (purpose IN ('registration', 'password_reset'));

-- Papers that are on record stay.
SELECT audit_check('consent');
ALTER TABLE consent DROP CONSTRAINT consent_signature_method_check;
ALTER TABLE consent ADD CONSTRAINT consent_signature_method_check CHECK (signature_method IN ('typed_name')) NOT VALID;
COMMENT ON COLUMN consent.sealed IS 'Sealed document: statement (the exact bytes that were signed), address and device they came from.';
SELECT audit_snapshot('consent');

-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE slip, staffed_claim;
DROP TABLE slip, staffed_claim;
DELETE FROM audit_exempt WHERE table_name = 'slip';
DELETE FROM audit_table WHERE table_name = 'staffed_claim';
DELETE FROM audit_column WHERE table_name = 'staffed_claim';
