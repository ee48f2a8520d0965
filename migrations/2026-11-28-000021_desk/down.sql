DROP INDEX claim_listed;
TRUNCATE verification;
DROP TABLE verification;
DELETE FROM audit_table WHERE table_name = 'verification';
DELETE FROM audit_column WHERE table_name = 'verification';
