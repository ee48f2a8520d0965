DROP TABLE phone_code;
DELETE FROM audit_exempt WHERE table_name = 'phone_code';
