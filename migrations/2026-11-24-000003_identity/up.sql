-- Under which keys the log signs its checkpoints: the first, and each that followed it, with the statement of the one before.
-- Also finds the changes of one claim or account, for receipts and for erasure.

CREATE TABLE log_identity (
    id         uuid PRIMARY KEY,
    vkey       text NOT NULL UNIQUE,
    succession text NOT NULL,
    created_at timestamptz NOT NULL
);
COMMENT ON TABLE log_identity IS 'Public keys of the log in their order; the last signs. The private key never lies in the database.';
COMMENT ON COLUMN log_identity.vkey IS 'Name, key id and Ed25519 public key, as signed notes give them.';
COMMENT ON COLUMN log_identity.succession IS 'Signed note by the key before, which names this one; empty for the first.';

CREATE INDEX change_subject ON change (subject) WHERE subject <> '';

INSERT INTO audit_table VALUES ('log_identity', NULL, NULL);
INSERT INTO audit_column VALUES
    ('log_identity', 'id', 'plain'), ('log_identity', 'vkey', 'plain'), ('log_identity', 'succession', 'plain'),
    ('log_identity', 'created_at', 'plain');
SELECT audit_snapshot('log_identity');

GRANT SELECT, INSERT ON log_identity TO registry_app;
