COMMENT ON COLUMN sign_in_delay.lane IS 'Keyed index of the source, device or session that guessed; empty for all strangers together.';
DELETE FROM sign_in_delay WHERE lane = 'code';
DROP INDEX one_time_link_email;
ALTER TABLE one_time_link DROP COLUMN code_hash;
DROP FUNCTION mail_failed(account);
DROP FUNCTION answered_in(claim);
-- what failed was given up, and the program of before would try it for ever
DELETE FROM mail WHERE failed_at IS NOT NULL;
DROP INDEX mail_unsent, mail_due;
ALTER TABLE mail DROP COLUMN tries, DROP COLUMN next_at, DROP COLUMN taken_until, DROP COLUMN failed_at, DROP COLUMN reply;
CREATE INDEX mail_unsent ON mail (created_at) WHERE sent_at IS NULL;
COMMENT ON COLUMN mail.sealed IS 'Sealed document: to, text, token, language; emptied once the mail is sent.';
COMMENT ON COLUMN mail.to_index IS 'Keyed blind index of the address it goes to.';
