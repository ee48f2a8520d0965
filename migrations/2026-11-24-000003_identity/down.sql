TRUNCATE log_identity;
DROP TABLE log_identity;
DELETE FROM audit_table WHERE table_name = 'log_identity';
DELETE FROM audit_column WHERE table_name = 'log_identity';
DROP INDEX change_subject;
