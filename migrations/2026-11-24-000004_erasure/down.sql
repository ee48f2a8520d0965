REVOKE DELETE ON evidence FROM registry_app;
REVOKE UPDATE (paid) ON claim_service FROM registry_app;
REVOKE UPDATE (sealed, commitments, signature_key, signature_bytes) ON consent FROM registry_app;
REVOKE UPDATE (sealed, commitments) ON loss, review FROM registry_app;
DROP TRIGGER append_only_row ON change;
DROP TRIGGER append_only ON change;
DROP FUNCTION audit_erase, audit_only_erase, audit_erasing;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE change ENABLE ALWAYS TRIGGER append_only;
-- Captured as TRUNCATE, so that the replay of a later up begins with empty tables. What was erased stays erased.
TRUNCATE erasure, legal_hold;
DROP TABLE erasure, legal_hold;
DELETE FROM audit_table WHERE table_name IN ('erasure', 'legal_hold');
DELETE FROM audit_column WHERE table_name IN ('erasure', 'legal_hold');
