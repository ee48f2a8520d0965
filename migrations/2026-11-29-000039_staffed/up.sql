-- Somebody without e-mail turns to the firm by telephone, at the desk or by letter. Staff enter the claim, for an account that has
-- no address yet. It counts only after the claimant's own word: by the code of a printed slip, with which they take the claim over,
-- or by a paper that they signed and staff put on record. Nothing that staff type is a signature.

CREATE TABLE staffed_claim (
    id           uuid PRIMARY KEY,
    claim_id     uuid NOT NULL UNIQUE,
    case_id      uuid NOT NULL,
    account_id   uuid NOT NULL REFERENCES account,
    channel      text NOT NULL CHECK (channel IN ('phone', 'desk', 'paper')),
    received_on  date NOT NULL
        CONSTRAINT staffed_claim_received_on_years CHECK (received_on >= '0001-01-01' AND received_on < '10000-01-01'),
    created_at   timestamptz NOT NULL
        CONSTRAINT staffed_claim_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    slip_at      timestamptz
        CONSTRAINT staffed_claim_slip_at_years CHECK (slip_at >= '0001-01-01 00:00+00' AND slip_at < '10000-01-01 00:00+00'),
    taken_at     timestamptz
        CONSTRAINT staffed_claim_taken_at_years CHECK (taken_at >= '0001-01-01 00:00+00' AND taken_at < '10000-01-01 00:00+00'),
    addressed_at timestamptz
        CONSTRAINT staffed_claim_addressed_at_years CHECK (addressed_at >= '0001-01-01 00:00+00' AND addressed_at < '10000-01-01 00:00+00'),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX staffed_claim_case ON staffed_claim (case_id, id);
COMMENT ON TABLE staffed_claim IS 'Claims that staff entered for somebody on the telephone, at the desk or on paper.';
COMMENT ON COLUMN staffed_claim.account_id IS 'The member of staff who filed it.';
COMMENT ON COLUMN staffed_claim.received_on IS 'Day in Korea on which the claimant turned to the firm.';
COMMENT ON COLUMN staffed_claim.slip_at IS 'When a slip was last printed.';
COMMENT ON COLUMN staffed_claim.taken_at IS 'When the claimant last showed the code of a slip; from then on staff do not write in the draft.';
COMMENT ON COLUMN staffed_claim.addressed_at IS 'When the claimant showed that they read the mailbox that the account has since.';

CREATE TABLE slip (
    claim_id   uuid PRIMARY KEY REFERENCES staffed_claim (claim_id),
    code_hash  bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
        CONSTRAINT slip_expires_at_years CHECK (expires_at >= '0001-01-01 00:00+00' AND expires_at < '10000-01-01 00:00+00')
);
COMMENT ON TABLE slip IS 'The code of the slip that was printed last for a claim, as a keyed hash; the row goes when it is used.';

INSERT INTO audit_table VALUES ('staffed_claim', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('staffed_claim', 'id', 'plain'), ('staffed_claim', 'claim_id', 'plain'), ('staffed_claim', 'case_id', 'plain'),
    ('staffed_claim', 'account_id', 'plain'), ('staffed_claim', 'channel', 'plain'), ('staffed_claim', 'received_on', 'plain'),
    ('staffed_claim', 'created_at', 'plain'), ('staffed_claim', 'slip_at', 'plain'), ('staffed_claim', 'taken_at', 'plain'),
    ('staffed_claim', 'addressed_at', 'plain');
INSERT INTO audit_exempt VALUES
    ('slip', 'keyed hashes of codes that let a claimant in for a while; that one was printed stands in staffed_claim');
SELECT audit_snapshot('staffed_claim');

SELECT audit_check('consent');
ALTER TABLE consent DROP CONSTRAINT consent_signature_method_check;
ALTER TABLE consent ADD CONSTRAINT consent_signature_method_check CHECK (signature_method IN ('typed_name', 'paper'));
COMMENT ON COLUMN consent.sealed IS 'Sealed document: statement (the exact bytes that were signed, or what was put on record of a signed paper), and of what was signed here the address and device it came from.';
SELECT audit_snapshot('consent');

ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_check;
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_purpose_check CHECK (purpose IN ('registration', 'password_reset', 'address'));

GRANT SELECT, INSERT ON staffed_claim TO registry_app;
GRANT UPDATE (slip_at, taken_at, addressed_at) ON staffed_claim TO registry_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON slip TO registry_app;
