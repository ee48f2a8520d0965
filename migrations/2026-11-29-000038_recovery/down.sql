-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE recovery_link, recovery;
DROP TABLE recovery_link, recovery;
DELETE FROM audit_exempt WHERE table_name = 'recovery_link';
DELETE FROM audit_table WHERE table_name = 'recovery';
DELETE FROM audit_column WHERE table_name = 'recovery';
