-- Who outside watches the log, and what they said: witnesses that cosign its checkpoints, and authorities that stamp them
-- with the time. A database that is written anew has to be written anew at all of them.

CREATE TABLE witness (
    id         uuid PRIMARY KEY,
    name       text NOT NULL,
    vkey       text NOT NULL,
    url        text NOT NULL,
    created_at timestamptz NOT NULL,
    removed_at timestamptz
);
COMMENT ON TABLE witness IS 'Witnesses of the log: their keys, and where checkpoints are sent.';
COMMENT ON COLUMN witness.vkey IS 'Name, key id and Ed25519 public key for cosignatures (type 4).';
COMMENT ON COLUMN witness.url IS 'Submission prefix; add-checkpoint is below it.';
CREATE UNIQUE INDEX witness_name ON witness (name) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX witness_vkey ON witness (vkey) WHERE removed_at IS NULL;

CREATE TABLE witness_state (
    witness_id    uuid PRIMARY KEY REFERENCES witness (id),
    cosigned_size bigint,
    cosigned_at   timestamptz,
    fault         text,
    fault_at      timestamptz,
    alarm         boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE witness_state IS 'How each witness answered last, for the operator; proves nothing.';
COMMENT ON COLUMN witness_state.fault IS 'Why the last call gave no cosignature; null after one that did.';
COMMENT ON COLUMN witness_state.alarm IS 'The witness has seen a log that this one does not continue.';

CREATE TABLE cosigned_checkpoint (
    origin     text   NOT NULL,
    size       bigint NOT NULL,
    note       text   NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (origin, size)
);
COMMENT ON TABLE cosigned_checkpoint IS 'Checkpoints with the signatures of the log and of its witnesses; thinned out with time.';

CREATE TABLE time_stamp (
    id         uuid PRIMARY KEY,
    authority  text   NOT NULL,
    origin     text   NOT NULL,
    size       bigint NOT NULL CHECK (size > 0),
    checkpoint text   NOT NULL,
    token      bytea  NOT NULL,
    stamped_at timestamptz NOT NULL
);
COMMENT ON TABLE time_stamp IS 'What time stamp authorities said of the log; each row is an entry, so that later entries are later than its time.';
COMMENT ON COLUMN time_stamp.authority IS 'Where the stamp was asked for.';
COMMENT ON COLUMN time_stamp.checkpoint IS 'The three lines that were stamped: origin, size, root.';
COMMENT ON COLUMN time_stamp.token IS 'The whole answer (RFC 3161 TimeStampResp, DER), as `openssl ts -verify -in` reads it.';
COMMENT ON COLUMN time_stamp.stamped_at IS 'The time in the token, not the clock of this registry.';

INSERT INTO audit_table VALUES ('witness', NULL, NULL), ('time_stamp', NULL, NULL);
INSERT INTO audit_column VALUES
    ('witness', 'id', 'plain'), ('witness', 'name', 'plain'), ('witness', 'vkey', 'plain'), ('witness', 'url', 'plain'),
    ('witness', 'created_at', 'plain'), ('witness', 'removed_at', 'plain'),
    ('time_stamp', 'id', 'plain'), ('time_stamp', 'authority', 'plain'), ('time_stamp', 'origin', 'plain'),
    ('time_stamp', 'size', 'plain'), ('time_stamp', 'checkpoint', 'plain'), ('time_stamp', 'token', 'plain'),
    ('time_stamp', 'stamped_at', 'plain');
INSERT INTO audit_exempt VALUES
    ('witness_state', 'the audit log itself: how each witness answered last; moves with every checkpoint'),
    ('cosigned_checkpoint', 'the audit log itself: what outsiders signed over it; each proves itself, and an entry for each would make another checkpoint to sign');
SELECT audit_snapshot('witness'), audit_snapshot('time_stamp');

GRANT SELECT, INSERT ON witness, witness_state, cosigned_checkpoint, time_stamp TO registry_app;
GRANT UPDATE (removed_at) ON witness TO registry_app;
GRANT UPDATE (cosigned_size, cosigned_at, fault, fault_at, alarm) ON witness_state TO registry_app;
GRANT UPDATE (note, updated_at) ON cosigned_checkpoint TO registry_app;
GRANT DELETE ON cosigned_checkpoint TO registry_app;
