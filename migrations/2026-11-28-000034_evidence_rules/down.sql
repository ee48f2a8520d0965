SELECT audit_check('case_option');
ALTER TABLE case_option DROP COLUMN heads, DROP COLUMN industries, DROP COLUMN services, DROP COLUMN any_of;
COMMENT ON COLUMN case_option.required IS NULL;
COMMENT ON COLUMN case_option.parties IS 'Of a kind of evidence: the parties for whom submission demands it, as the paper that shows who represents them.';
DELETE FROM audit_column WHERE table_name = 'case_option' AND column_name IN ('heads', 'industries', 'services', 'any_of');
SELECT audit_snapshot('case_option');
