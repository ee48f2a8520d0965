-- What a firm tells those of a case whom it chose by a filter. Whom a message reached is frozen when it is sent: count and
-- digest stand in the captured row, the list beside it is too long to be captured. Its mails are many at once, and must not
-- keep somebody waiting for the link of a registration.

CREATE TABLE message (
    id             uuid PRIMARY KEY,
    case_id        uuid NOT NULL REFERENCES court_case,
    account_id     uuid NOT NULL REFERENCES account,
    filter         text NOT NULL,
    members        integer NOT NULL CHECK (members > 0),
    members_sha256 bytea NOT NULL CHECK (length(members_sha256) = 32),
    sealed         bytea NOT NULL,
    commitments    text NOT NULL,
    created_at     timestamptz NOT NULL
        CONSTRAINT message_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    seq            bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1)
);
CREATE UNIQUE INDEX message_seq ON message (seq);
CREATE INDEX message_case ON message (case_id, seq);
COMMENT ON TABLE message IS 'What a firm told claimants of a case; whom it reached stands in message_member.';
COMMENT ON COLUMN message.filter IS 'How the claims were chosen: JSON of codes.';
COMMENT ON COLUMN message.members IS 'How many claims it reached.';
COMMENT ON COLUMN message.members_sha256 IS 'SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.';
COMMENT ON COLUMN message.sealed IS 'Sealed document: title_ko, title_en, body_ko, body_en.';
COMMENT ON COLUMN message.seq IS 'Its place among all messages.';

CREATE TABLE message_member (
    claim_id   uuid NOT NULL REFERENCES claim,
    message_id uuid NOT NULL REFERENCES message,
    PRIMARY KEY (claim_id, message_id)
);

INSERT INTO audit_table VALUES ('message', NULL, 'case_id');
INSERT INTO audit_column VALUES
    ('message', 'id', 'plain'), ('message', 'case_id', 'plain'), ('message', 'account_id', 'plain'), ('message', 'filter', 'plain'),
    ('message', 'members', 'plain'), ('message', 'members_sha256', 'plain'), ('message', 'sealed', 'sealed'),
    ('message', 'commitments', 'plain'), ('message', 'created_at', 'plain'), ('message', 'seq', 'plain');
INSERT INTO audit_exempt VALUES
    ('message_member', 'bound by the count and digest in the captured message; tens of thousands at once');
SELECT audit_snapshot('message');

GRANT SELECT, INSERT ON message, message_member TO registry_app;

ALTER TABLE mail ADD COLUMN to_many boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN mail.to_many IS 'One of many with the same words: those that somebody waits for go before it.';
DROP INDEX mail_due;
CREATE INDEX mail_due ON mail (to_many, next_at, id) WHERE sent_at IS NULL AND failed_at IS NULL AND recalled_at IS NULL;
