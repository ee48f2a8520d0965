-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE recovery_link, recovery, identity_state, identity_check;
DROP TABLE recovery_link, recovery, identity_state, identity_check;
DELETE FROM audit_exempt WHERE table_name IN ('recovery_link', 'identity_state');
DELETE FROM audit_table WHERE table_name IN ('recovery', 'identity_check');
DELETE FROM audit_column WHERE table_name IN ('recovery', 'identity_check');
