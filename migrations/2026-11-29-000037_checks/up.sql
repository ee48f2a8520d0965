-- A listed file stays with the claimant until the firm asks for it. That it came, that somebody looked at it, and that its SHA-256
-- was that of the list or another, is put on record line by line, so that before the filing everybody sees what is in hand.

CREATE TABLE evidence_check (
    id          uuid PRIMARY KEY,
    evidence_id uuid NOT NULL REFERENCES evidence,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    account_id  uuid NOT NULL REFERENCES account,
    finding     text NOT NULL CHECK (finding IN ('received', 'seen', 'differs')),
    channel     text CHECK (channel IN ('post', 'mail', 'stick', 'office')),
    sha256      bytea CHECK (length(sha256) = 32),
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    checked_on  date NOT NULL
        CONSTRAINT evidence_check_checked_on_years CHECK (checked_on >= '0001-01-01' AND checked_on < '10000-01-01'),
    created_at  timestamptz NOT NULL
        CONSTRAINT evidence_check_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    seq         bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
    CHECK ((finding = 'received') = (channel IS NOT NULL)),
    CHECK (finding <> 'received' OR sha256 IS NULL),
    CHECK (finding <> 'differs' OR sha256 IS NOT NULL)
);
CREATE UNIQUE INDEX evidence_check_seq ON evidence_check (seq);
CREATE INDEX evidence_check_claim ON evidence_check (claim_id);
CREATE INDEX evidence_check_evidence ON evidence_check (evidence_id);
COMMENT ON TABLE evidence_check IS 'What the firm found of a listed file: that it was received, that it was seen, that another file was at hand.';
COMMENT ON COLUMN evidence_check.channel IS 'By which way a received file came.';
COMMENT ON COLUMN evidence_check.sha256 IS 'Hash of the file at hand; null where it was not compared.';
COMMENT ON COLUMN evidence_check.sealed IS 'Sealed document: note.';
COMMENT ON COLUMN evidence_check.checked_on IS 'Day in Korea on which it was received or seen.';

INSERT INTO audit_table VALUES ('evidence_check', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('evidence_check', 'id', 'plain'), ('evidence_check', 'evidence_id', 'plain'), ('evidence_check', 'claim_id', 'plain'),
    ('evidence_check', 'case_id', 'plain'), ('evidence_check', 'account_id', 'plain'), ('evidence_check', 'finding', 'plain'),
    ('evidence_check', 'channel', 'plain'), ('evidence_check', 'sha256', 'plain'), ('evidence_check', 'sealed', 'sealed'),
    ('evidence_check', 'commitments', 'plain'), ('evidence_check', 'checked_on', 'plain'), ('evidence_check', 'created_at', 'plain'),
    ('evidence_check', 'seq', 'plain');
SELECT audit_snapshot('evidence_check');

-- nothing of it is ever changed; an erasure takes it away with the file
GRANT SELECT, INSERT, DELETE ON evidence_check TO registry_app;
