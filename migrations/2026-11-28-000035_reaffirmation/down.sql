-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE reaffirmation;
DROP TABLE reaffirmation;
DELETE FROM audit_table WHERE table_name = 'reaffirmation';
DELETE FROM audit_column WHERE table_name = 'reaffirmation';
