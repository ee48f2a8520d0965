-- From where and in which session somebody signed in, looked at a claim, or did what weighs heavily: an entry of the log names the
-- account and the request, this table the place, sealed, for two years. It is not captured: the acts are, and a reading changes
-- nothing. The program may add records and empty them, never delete one or change whose it is.

CREATE TABLE access_record (
    id         uuid PRIMARY KEY,
    action     text NOT NULL,
    account_id uuid,
    subject    uuid,
    request    uuid NOT NULL,
    sealed     bytea NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX access_record_account ON access_record (account_id, subject, created_at);
CREATE INDEX access_record_kept ON access_record (created_at) WHERE sealed <> '';
COMMENT ON TABLE access_record IS 'From where and in which session somebody signed in, looked at a claim, or did what weighs heavily.';
COMMENT ON COLUMN access_record.action IS 'As in the entries of the log.';
COMMENT ON COLUMN access_record.account_id IS 'Null where nobody had signed in.';
COMMENT ON COLUMN access_record.subject IS 'What was looked at; null where the entries of the request say it.';
COMMENT ON COLUMN access_record.request IS 'Stands in every entry of the same request.';
COMMENT ON COLUMN access_record.sealed IS 'Sealed document: address and session; emptied after two years, or with the erasure of the account.';
INSERT INTO audit_exempt VALUES
    ('access_record', 'says from where what is captured was done; readings change nothing. The program cannot delete a record');
GRANT SELECT, INSERT ON access_record TO registry_app;
GRANT UPDATE (sealed) ON access_record TO registry_app;
