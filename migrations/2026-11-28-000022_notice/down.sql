-- Captured as TRUNCATE, so that the replay of a later up begins with an empty table.
TRUNCATE notice;
DROP TABLE notice;
DELETE FROM audit_table WHERE table_name = 'notice';
DELETE FROM audit_column WHERE table_name = 'notice';
