-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE evidence_check;
DROP TABLE evidence_check;
DELETE FROM audit_table WHERE table_name = 'evidence_check';
DELETE FROM audit_column WHERE table_name = 'evidence_check';
