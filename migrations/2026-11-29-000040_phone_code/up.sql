-- A code that goes to the telephone of a claim: whoever signs in the account and types it holds the telephone.

CREATE TABLE phone_code (
    claim_id     uuid PRIMARY KEY REFERENCES claim,
    signatory_id uuid REFERENCES signatory,
    phone_index  bytea NOT NULL,
    code_hash    bytea NOT NULL,
    guesses      smallint NOT NULL DEFAULT 0,
    expires_at   timestamptz NOT NULL
        CONSTRAINT phone_code_expires_at_years CHECK (expires_at >= '0001-01-01 00:00+00' AND expires_at < '10000-01-01 00:00+00')
);
COMMENT ON TABLE phone_code IS 'The code that was last sent to the telephone of a claim, as a keyed hash; used once.';
COMMENT ON COLUMN phone_code.signatory_id IS 'Null where the party signs itself.';
COMMENT ON COLUMN phone_code.phone_index IS 'Keyed index of the number it was sent to: for another number it is void.';
COMMENT ON COLUMN phone_code.guesses IS 'Wrong codes that were typed.';
INSERT INTO audit_exempt VALUES
    ('phone_code', 'keyed hashes of codes that live for ten minutes; what one shows stands in identification');
GRANT SELECT, INSERT, UPDATE, DELETE ON phone_code TO registry_app;
