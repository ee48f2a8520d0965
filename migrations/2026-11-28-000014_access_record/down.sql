DELETE FROM audit_exempt WHERE table_name = 'access_record';
DROP TABLE access_record;
