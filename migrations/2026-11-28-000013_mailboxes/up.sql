-- A mail is found by the mailbox it went to, also after it was sent, so that an erasure takes away files that still lie in the
-- directory of mails. An Idempotency-Key is kept keyed: a client may have put anything into it. Keys so far stand in the clear,
-- so they go; a request that is sent again over this migration is a new one.

ALTER TABLE mail ADD COLUMN to_index bytea NOT NULL DEFAULT '', ADD COLUMN recalled_at timestamptz;
ALTER TABLE mail ALTER COLUMN to_index DROP DEFAULT;
CREATE INDEX mail_to ON mail (to_index);
CREATE INDEX mail_recalled ON mail (recalled_at) WHERE recalled_at IS NOT NULL;
COMMENT ON COLUMN mail.to_index IS 'Keyed blind index of the address it goes to.';
COMMENT ON COLUMN mail.recalled_at IS 'When whom it goes to was erased; its file goes next, then the row.';
GRANT UPDATE (recalled_at, to_index) ON mail TO registry_app;

DELETE FROM idempotency;
ALTER TABLE idempotency ALTER COLUMN key TYPE bytea USING ''::bytea;
COMMENT ON COLUMN idempotency.key IS 'Keyed index of the Idempotency-Key.';
