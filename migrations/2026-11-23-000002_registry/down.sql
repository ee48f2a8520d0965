-- Captured as TRUNCATE, so that the replay of a later up begins with empty tables.
TRUNCATE download, disclosure_member, disclosure, review, consent, evidence, loss, claim_service, claim, case_staff, consent_text,
    case_option, court_case, session, account;
DELETE FROM audit_exempt WHERE table_name IN ('session', 'one_time_link', 'sign_in_delay', 'mail', 'idempotency', 'disclosure_member');
DELETE FROM audit_column WHERE table_name NOT IN ('migration', 'key_fingerprint');
DELETE FROM audit_table WHERE table_name NOT IN ('migration', 'key_fingerprint');
DROP TABLE download, disclosure_member, disclosure, review, consent, evidence, loss, claim_service, claim, case_staff, consent_text,
    case_option, court_case, idempotency, mail, sign_in_delay, one_time_link, session, account;
DROP SEQUENCE claim_number;
