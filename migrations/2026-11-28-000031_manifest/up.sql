-- What was handed in with a claim, whole, in one captured row: its receipt proves losses, files, consents and identity together,
-- and not only that something was handed in. Claims that were handed in before have none.

CREATE TABLE manifest (
    id            uuid PRIMARY KEY,
    claim_id      uuid NOT NULL REFERENCES claim,
    case_id       uuid NOT NULL REFERENCES court_case,
    number        text NOT NULL,
    claim_version integer NOT NULL,
    sealed        bytea NOT NULL,
    commitments   text NOT NULL,
    created_at    timestamptz NOT NULL
        CONSTRAINT manifest_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    seq           bigint NOT NULL GENERATED ALWAYS AS IDENTITY (CACHE 1)
);
CREATE INDEX manifest_claim ON manifest (claim_id, seq);
COMMENT ON TABLE manifest IS 'Everything that was handed in with a claim, one row each time.';
COMMENT ON COLUMN manifest.claim_version IS 'The version of the claim once it was handed in.';
COMMENT ON COLUMN manifest.sealed IS 'Sealed document: manifest, canonical JSON.';
COMMENT ON COLUMN manifest.seq IS 'Its place among all manifests.';

INSERT INTO audit_table VALUES ('manifest', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('manifest', 'id', 'plain'), ('manifest', 'claim_id', 'plain'), ('manifest', 'case_id', 'plain'), ('manifest', 'number', 'plain'),
    ('manifest', 'claim_version', 'plain'), ('manifest', 'sealed', 'sealed'), ('manifest', 'commitments', 'plain'),
    ('manifest', 'created_at', 'plain'), ('manifest', 'seq', 'plain');
SELECT audit_snapshot('manifest');

GRANT SELECT, INSERT ON manifest TO registry_app;
GRANT UPDATE (sealed, commitments) ON manifest TO registry_app;
