-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE manifest;
DROP TABLE manifest;
DELETE FROM audit_table WHERE table_name = 'manifest';
DELETE FROM audit_column WHERE table_name = 'manifest';
