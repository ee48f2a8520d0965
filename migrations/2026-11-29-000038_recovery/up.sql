-- Whoever lost their mailbox gets their account back: identified anew, by two of staff, and only after everybody who could be
-- robbed by it had 72 hours to stop it. The claim is not touched; the account gets another address. The row stays, whatever
-- became of it.

CREATE TABLE recovery (
    id                uuid PRIMARY KEY,
    claim_id          uuid NOT NULL,
    case_id           uuid NOT NULL,
    identification_id uuid NOT NULL REFERENCES identification,
    asked_by          uuid NOT NULL REFERENCES account,
    confirmed_by      uuid REFERENCES account CHECK (confirmed_by <> asked_by),
    ended_by          uuid REFERENCES account,
    outcome           text CHECK (outcome IN ('done', 'stopped', 'taken_back', 'unusable', 'erased')),
    sealed            bytea NOT NULL,
    commitments       text NOT NULL,
    created_at        timestamptz NOT NULL
        CONSTRAINT recovery_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    confirmed_at      timestamptz
        CONSTRAINT recovery_confirmed_at_years CHECK (confirmed_at >= '0001-01-01 00:00+00' AND confirmed_at < '10000-01-01 00:00+00'),
    ended_at          timestamptz
        CONSTRAINT recovery_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00'),
    seq               bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
    CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL)),
    CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CHECK (outcome <> 'done' OR confirmed_at IS NOT NULL)
);
CREATE UNIQUE INDEX recovery_seq ON recovery (seq);
CREATE INDEX recovery_claim ON recovery (claim_id);
CREATE UNIQUE INDEX recovery_open ON recovery (claim_id) WHERE ended_at IS NULL;
COMMENT ON TABLE recovery IS 'Recoveries of accounts whose mailbox was lost: another address after fresh identification, two of staff and 72 hours.';
COMMENT ON COLUMN recovery.identification_id IS 'How the claimant was identified anew.';
COMMENT ON COLUMN recovery.confirmed_by IS 'The second member of staff; the 72 hours begin with confirmed_at.';
COMMENT ON COLUMN recovery.ended_by IS 'The member of staff who took it back.';
COMMENT ON COLUMN recovery.sealed IS 'Sealed document: email that the account is to get, reason.';

CREATE TABLE recovery_link (
    recovery_id uuid PRIMARY KEY REFERENCES recovery,
    token_hash  bytea NOT NULL UNIQUE
);
COMMENT ON TABLE recovery_link IS 'The link in the notices of a recovery, as the hash of its secret: whoever has it can stop it.';

INSERT INTO audit_table VALUES ('recovery', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('recovery', 'id', 'plain'), ('recovery', 'claim_id', 'plain'), ('recovery', 'case_id', 'plain'),
    ('recovery', 'identification_id', 'plain'), ('recovery', 'asked_by', 'plain'), ('recovery', 'confirmed_by', 'plain'),
    ('recovery', 'ended_by', 'plain'), ('recovery', 'outcome', 'plain'), ('recovery', 'sealed', 'sealed'),
    ('recovery', 'commitments', 'plain'), ('recovery', 'created_at', 'plain'), ('recovery', 'confirmed_at', 'plain'),
    ('recovery', 'ended_at', 'plain'), ('recovery', 'seq', 'plain');
INSERT INTO audit_exempt VALUES
    ('recovery_link', 'hashes of secrets that let whoever was told stop a recovery; what became of it stands in recovery');
SELECT audit_snapshot('recovery');

GRANT SELECT, INSERT ON recovery TO registry_app;
GRANT UPDATE (confirmed_by, confirmed_at, ended_by, ended_at, outcome, sealed, commitments) ON recovery TO registry_app;
GRANT SELECT, INSERT, DELETE ON recovery_link TO registry_app;
