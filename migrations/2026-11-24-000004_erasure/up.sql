-- Erasure of one person's data (Personal Information Protection Act art. 21), and legal holds that keep it from happening.
-- An erased claim keeps what statistics need and nothing of who it was; the payloads of its changes go, the entries stay.

CREATE TABLE erasure (
    id           uuid PRIMARY KEY,
    subject      uuid NOT NULL UNIQUE,
    kind         text NOT NULL CHECK (kind IN ('claim', 'account')),
    case_id      uuid REFERENCES court_case,
    cause        text NOT NULL CHECK (cause IN ('request', 'retention', 'restored')),
    requested_by uuid REFERENCES account,
    created_at   timestamptz NOT NULL,
    CHECK ((kind = 'claim') = (case_id IS NOT NULL))
);
COMMENT ON TABLE erasure IS 'Whose data was erased, and why; the same lines stand in a file outside the database.';
COMMENT ON COLUMN erasure.subject IS 'The claim or account; once only, so that nothing of it is captured again after its payloads went.';
COMMENT ON COLUMN erasure.cause IS 'On request, after the retention period, or applied again to a restored database.';
COMMENT ON COLUMN erasure.requested_by IS 'The account that asked; null for the command line and the program.';

CREATE TABLE legal_hold (
    id          uuid PRIMARY KEY,
    case_id     uuid NOT NULL,
    claim_id    uuid,
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    created_at  timestamptz NOT NULL,
    released_at timestamptz,
    FOREIGN KEY (case_id) REFERENCES court_case,
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE UNIQUE INDEX legal_hold_in_force ON legal_hold (case_id, claim_id) NULLS NOT DISTINCT WHERE released_at IS NULL;
CREATE INDEX legal_hold_claim ON legal_hold (claim_id);
COMMENT ON COLUMN legal_hold.claim_id IS 'Null where the whole case is held.';
COMMENT ON COLUMN legal_hold.sealed IS 'Sealed document: reason.';

INSERT INTO audit_table VALUES ('erasure', 'subject', 'case_id'), ('legal_hold', 'claim_id', 'case_id');
INSERT INTO audit_column VALUES
    ('erasure', 'id', 'plain'), ('erasure', 'subject', 'plain'), ('erasure', 'kind', 'plain'), ('erasure', 'case_id', 'plain'),
    ('erasure', 'cause', 'plain'), ('erasure', 'requested_by', 'plain'), ('erasure', 'created_at', 'plain'),
    ('legal_hold', 'id', 'plain'), ('legal_hold', 'case_id', 'plain'), ('legal_hold', 'claim_id', 'plain'),
    ('legal_hold', 'sealed', 'sealed'), ('legal_hold', 'commitments', 'plain'), ('legal_hold', 'created_at', 'plain'),
    ('legal_hold', 'released_at', 'plain');
SELECT audit_snapshot('erasure'), audit_snapshot('legal_hold');

-- ---------------------------------------------------------------- payloads

-- Whether this transaction has erased that subject on record: the captured change says so, which no role but the owner can
-- write, and which becomes the entry that verification asks for.
CREATE FUNCTION audit_erasing(wanted text) RETURNS boolean
    LANGUAGE sql VOLATILE
    SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (SELECT FROM change c WHERE c.subject = wanted AND c.subject <> '' AND c.table_name = 'erasure' AND c.op = 'INSERT'
                   AND c.tx = pg_current_xact_id()::text::bigint)
$$;

-- Lets one kind of UPDATE pass on an append-only table: salt and row text of an older change go, nothing else moves, and
-- this transaction has an erasure of that subject on record.
CREATE FUNCTION audit_only_erase() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    emptied change := OLD;
BEGIN
    emptied.salt := NULL;
    emptied.row_text := NULL;
    IF NOT (NEW *= emptied AND OLD.tx <> pg_current_xact_id()::text::bigint AND audit_erasing(OLD.subject)) THEN
        RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
DROP TRIGGER append_only ON change;
CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER append_only_row BEFORE UPDATE ON change FOR EACH ROW EXECUTE FUNCTION audit_only_erase();
ALTER TABLE change ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE change ENABLE ALWAYS TRIGGER append_only_row;

-- SECURITY DEFINER, because the program's role cannot update the table. Changes of this transaction stay: they are of the
-- emptied rows, and the replay needs them.
CREATE FUNCTION audit_erase(subjects text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    wanted text;
    erased bigint;
BEGIN
    FOREACH wanted IN ARRAY subjects LOOP
        IF audit_erasing(wanted) IS NOT TRUE THEN
            RAISE EXCEPTION 'no erasure of % in this transaction', wanted USING ERRCODE = 'insufficient_privilege';
        END IF;
    END LOOP;
    UPDATE change SET salt = NULL, row_text = NULL
    WHERE subject = ANY (subjects) AND tx <> pg_current_xact_id()::text::bigint AND (salt IS NOT NULL OR row_text IS NOT NULL);
    GET DIAGNOSTICS erased = ROW_COUNT;
    RETURN erased;
END $$;
COMMENT ON FUNCTION audit_erase IS 'Removes salts and row texts of all older changes of these subjects, each of which this transaction has erased on record.';
REVOKE ALL ON FUNCTION audit_erasing, audit_only_erase, audit_erase FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit_erase TO registry_app;

-- ---------------------------------------------------------------- what the program may

GRANT SELECT, INSERT ON erasure, legal_hold TO registry_app;
GRANT UPDATE (sealed, commitments, released_at) ON legal_hold TO registry_app;
GRANT UPDATE (sealed, commitments) ON loss, review TO registry_app;
GRANT UPDATE (sealed, commitments, signature_key, signature_bytes) ON consent TO registry_app;
-- written as it is, so that it is captured once more: the last text of a row that stays must not be the one that goes
GRANT UPDATE (paid) ON claim_service TO registry_app;
GRANT DELETE ON evidence TO registry_app;
