-- Between the consent form and the filing months pass, and a will may change. "I still want this" is a signed statement of its own
-- over the digests of what was signed before, and binds an identification that came later to it. Who is silent is listed, and
-- stays a claimant.

CREATE TABLE reaffirmation (
    id            uuid PRIMARY KEY,
    claim_id      uuid NOT NULL,
    case_id       uuid NOT NULL,
    signatory_id  uuid REFERENCES signatory,
    sealed        bytea NOT NULL,
    commitments   text NOT NULL,
    reaffirmed_at timestamptz NOT NULL
        CONSTRAINT reaffirmation_reaffirmed_at_years CHECK (reaffirmed_at >= '0001-01-01 00:00+00' AND reaffirmed_at < '10000-01-01 00:00+00'),
    seq           bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX reaffirmation_seq ON reaffirmation (seq);
CREATE INDEX reaffirmation_claim ON reaffirmation (claim_id, reaffirmed_at);
COMMENT ON TABLE reaffirmation IS 'Signed statements that what was signed before still holds.';
COMMENT ON COLUMN reaffirmation.signatory_id IS 'Who signed for the party; null where the party signed itself.';
COMMENT ON COLUMN reaffirmation.sealed IS 'Sealed document: statement (the exact bytes that were signed), address and device they came from.';

INSERT INTO audit_table VALUES ('reaffirmation', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('reaffirmation', 'id', 'plain'), ('reaffirmation', 'claim_id', 'plain'), ('reaffirmation', 'case_id', 'plain'),
    ('reaffirmation', 'signatory_id', 'plain'), ('reaffirmation', 'sealed', 'sealed'), ('reaffirmation', 'commitments', 'plain'),
    ('reaffirmation', 'reaffirmed_at', 'plain'), ('reaffirmation', 'seq', 'plain');
SELECT audit_snapshot('reaffirmation');

GRANT SELECT, INSERT ON reaffirmation TO registry_app;
GRANT UPDATE (sealed, commitments) ON reaffirmation TO registry_app;
