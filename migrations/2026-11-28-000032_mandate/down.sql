TRUNCATE power_statement;
DROP TABLE power_statement;
DELETE FROM audit_column WHERE table_name = 'power_statement';
DELETE FROM audit_table WHERE table_name = 'power_statement';

SELECT audit_check('consent');
ALTER TABLE consent DROP COLUMN powers;
DELETE FROM audit_column WHERE table_name = 'consent' AND column_name = 'powers';
SELECT audit_snapshot('consent');

SELECT audit_check('consent_text');
ALTER TABLE consent_text DROP COLUMN kind, DROP COLUMN basis, DROP COLUMN purpose, DROP COLUMN recipient, DROP COLUMN retention,
    DROP COLUMN suffices_from, DROP COLUMN reason;
ALTER TABLE consent_text ADD CONSTRAINT consent_text_item_check
    CHECK (item IN ('participation', 'mandate', 'privacy_required', 'privacy_optional', 'third_party')) NOT VALID;
DELETE FROM audit_column WHERE table_name = 'consent_text'
    AND column_name IN ('kind', 'basis', 'purpose', 'recipient', 'retention', 'suffices_from', 'reason');
SELECT audit_snapshot('consent_text');

SELECT audit_check('court_case');
ALTER TABLE court_case DROP COLUMN instance, DROP COLUMN needed_powers;
DELETE FROM audit_column WHERE table_name = 'court_case' AND column_name IN ('instance', 'needed_powers');
SELECT audit_snapshot('court_case');

SELECT audit_check('case_option');
DELETE FROM case_option WHERE kind IN ('consent', 'processor');
ALTER TABLE case_option DROP COLUMN registration, DROP CONSTRAINT case_option_kind_check;
ALTER TABLE case_option ADD CONSTRAINT case_option_kind_check
    CHECK (kind IN ('service', 'industry', 'evidence', 'counsel', 'cost'));
DELETE FROM audit_column WHERE table_name = 'case_option' AND column_name = 'registration';
SELECT audit_snapshot('case_option');
COMMENT ON TABLE case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not), counsel, costs.';
