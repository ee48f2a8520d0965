COMMENT ON COLUMN mail.sealed IS 'Sealed document: to, subject, body; emptied once the mail is sent.';
COMMENT ON COLUMN claim.account_id IS 'Null where a helper files for somebody without an account.';
DROP FUNCTION erased, submitted, net_krw;
