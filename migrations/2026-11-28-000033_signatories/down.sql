SELECT audit_check('consent');
ALTER TABLE consent DROP COLUMN signatory_id;
DELETE FROM audit_column WHERE table_name = 'consent' AND column_name = 'signatory_id';
SELECT audit_snapshot('consent');

-- Captured as TRUNCATE, so that the replay of a later up begins with empty tables.
TRUNCATE identification, signing_link, signatory;
DROP TABLE identification, signing_link, signatory;
DELETE FROM audit_exempt WHERE table_name = 'signing_link';
DELETE FROM audit_column WHERE table_name IN ('identification', 'signatory');
DELETE FROM audit_table WHERE table_name IN ('identification', 'signatory');

SELECT audit_check('court_case');
ALTER TABLE court_case DROP COLUMN identification;
DELETE FROM audit_column WHERE table_name = 'court_case' AND column_name = 'identification';
SELECT audit_snapshot('court_case');

SELECT audit_check('case_option');
ALTER TABLE case_option DROP COLUMN parties;
DELETE FROM audit_column WHERE table_name = 'case_option' AND column_name = 'parties';
SELECT audit_snapshot('case_option');

SELECT audit_check('claim');
ALTER TABLE claim DROP CONSTRAINT claim_party_check;
ALTER TABLE claim ADD CONSTRAINT claim_party_check CHECK (party IN ('person', 'corporation')) NOT VALID;
ALTER TABLE claim ADD COLUMN party_mode text NOT NULL DEFAULT 'joint_plaintiff'
    CHECK (party_mode IN ('joint_plaintiff', 'selector', 'selected_party'));
ALTER TABLE claim ALTER COLUMN party_mode DROP DEFAULT;
INSERT INTO audit_column VALUES ('claim', 'party_mode', 'plain');
SELECT audit_snapshot('claim');
