-- The registry: accounts, cases, claims with what belongs to them, and who saw whom.
-- A captured table has a single-column key `id`, no jsonb column, and names its claim and case on each row, so that an
-- entry carries both and a query can be held to one case without a join.

CREATE TABLE account (
    id                  uuid PRIMARY KEY,
    role                text NOT NULL CHECK (role IN ('claimant', 'paralegal', 'lawyer', 'auditor', 'administrator')),
    state               text NOT NULL CHECK (state IN ('active', 'disabled')),
    email_index         bytea NOT NULL,
    sealed              bytea NOT NULL,
    commitments         text NOT NULL,
    password_hash       text NOT NULL,
    password_changed_at timestamptz NOT NULL,
    created_at          timestamptz NOT NULL
);
CREATE INDEX account_email_index ON account (email_index);
COMMENT ON COLUMN account.email_index IS 'Keyed blind index; not unique on purpose: a unique index would let a stranger probe who is registered.';
COMMENT ON COLUMN account.sealed IS 'Sealed document: email, and for staff the name that claimants see.';
COMMENT ON COLUMN account.commitments IS 'One SHA-256(salt || value) a field of the sealed document, as JSON text.';

CREATE TABLE session (
    id           uuid PRIMARY KEY,
    account_id   uuid NOT NULL REFERENCES account,
    sealed       bytea NOT NULL,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz
);
CREATE INDEX session_account ON session (account_id);
COMMENT ON COLUMN session.sealed IS 'Sealed document: address and device, for the owner''s list of sessions.';

CREATE TABLE one_time_link (
    id            uuid PRIMARY KEY,
    purpose       text NOT NULL CHECK (purpose IN ('registration', 'password_reset')),
    token_hash    bytea NOT NULL UNIQUE,
    email_index   bytea NOT NULL,
    sealed        bytea NOT NULL,
    password_hash text,
    expires_at    timestamptz NOT NULL
);
COMMENT ON TABLE one_time_link IS 'What a link in a mail stands for; the row goes when the link is used or too old.';

CREATE TABLE sign_in_delay (
    email_index bytea PRIMARY KEY,
    failures    integer NOT NULL,
    day_started timestamptz NOT NULL,
    failed_at   timestamptz NOT NULL
);
COMMENT ON TABLE sign_in_delay IS 'Failed sign-ins an e-mail address, known or not; delays, never locks out.';

CREATE TABLE mail (
    id         uuid PRIMARY KEY,
    sealed     bytea NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at    timestamptz
);
CREATE INDEX mail_unsent ON mail (created_at) WHERE sent_at IS NULL;
COMMENT ON COLUMN mail.sealed IS 'Sealed document: to, subject, body; emptied once the mail is sent.';

CREATE TABLE idempotency (
    scope        text NOT NULL,
    key          text NOT NULL,
    request_hash bytea NOT NULL,
    status       smallint NOT NULL,
    location     text,
    created_at   timestamptz NOT NULL,
    repeated_at  timestamptz,
    PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_created_at ON idempotency (created_at);
COMMENT ON TABLE idempotency IS 'Answers to be repeated: status and location only, never a body.';

CREATE TABLE court_case (
    id             uuid PRIMARY KEY,
    code           text NOT NULL UNIQUE,
    number_prefix  text NOT NULL UNIQUE,
    title_ko       text NOT NULL,
    title_en       text NOT NULL,
    summary_ko     text NOT NULL,
    summary_en     text NOT NULL,
    defendant_ko   text NOT NULL,
    defendant_en   text NOT NULL,
    incident_from  timestamptz NOT NULL,
    incident_until timestamptz NOT NULL,
    limitation_on  date NOT NULL,
    intake_opens   timestamptz NOT NULL,
    intake_closes  timestamptz NOT NULL,
    demo           boolean NOT NULL,
    created_at     timestamptz NOT NULL,
    CHECK (incident_from < incident_until),
    CHECK (intake_opens < intake_closes)
);
COMMENT ON COLUMN court_case.limitation_on IS 'Last day on which an action is in time (Civil Act art. 766), as counsel sets it.';

CREATE TABLE case_option (
    id       uuid PRIMARY KEY,
    case_id  uuid NOT NULL REFERENCES court_case,
    kind     text NOT NULL CHECK (kind IN ('service', 'industry', 'evidence')),
    code     text NOT NULL,
    name_ko  text NOT NULL,
    name_en  text NOT NULL,
    hint_ko  text NOT NULL,
    hint_en  text NOT NULL,
    required boolean NOT NULL,
    position integer NOT NULL,
    UNIQUE (case_id, kind, code)
);
COMMENT ON TABLE case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not).';

CREATE TABLE consent_text (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES court_case,
    item         text NOT NULL CHECK (item IN ('participation', 'mandate', 'privacy_required', 'privacy_optional', 'third_party')),
    version      integer NOT NULL CHECK (version > 0),
    language     text NOT NULL CHECK (language IN ('ko', 'en')),
    required     boolean NOT NULL,
    title        text NOT NULL,
    body         text NOT NULL,
    sha256       bytea NOT NULL CHECK (length(sha256) = 32),
    published_at timestamptz NOT NULL,
    UNIQUE (case_id, item, version, language)
);
COMMENT ON COLUMN consent_text.sha256 IS 'SHA-256 of body in UTF-8: what a signed statement names.';

CREATE TABLE case_staff (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES court_case,
    account_id uuid NOT NULL REFERENCES account,
    created_at timestamptz NOT NULL,
    UNIQUE (case_id, account_id)
);

CREATE SEQUENCE claim_number AS bigint;
COMMENT ON SEQUENCE claim_number IS 'Shared by all cases, drawn at submission; gaps are allowed.';

CREATE TABLE claim (
    id                    uuid PRIMARY KEY,
    case_id               uuid NOT NULL REFERENCES court_case,
    account_id            uuid REFERENCES account,
    number                text UNIQUE,
    status                text NOT NULL CHECK (status IN ('draft', 'submitted', 'under_review', 'accepted', 'rejected', 'withdrawn')),
    party                 text NOT NULL CHECK (party IN ('person', 'corporation')),
    party_mode            text NOT NULL CHECK (party_mode IN ('joint_plaintiff', 'selector', 'selected_party')),
    region                text,
    industry              text,
    sealed                bytea NOT NULL,
    commitments           text NOT NULL,
    name_index            bytea,
    phone_index           bytea,
    business_number_index bytea,
    version               integer NOT NULL,
    created_at            timestamptz NOT NULL,
    updated_at            timestamptz NOT NULL,
    submitted_at          timestamptz,
    UNIQUE (id, case_id),
    CHECK (status IN ('draft', 'withdrawn') OR number IS NOT NULL)
);
CREATE UNIQUE INDEX claim_one_live ON claim (case_id, account_id) WHERE status <> 'withdrawn';
CREATE INDEX claim_account ON claim (account_id);
CREATE INDEX claim_case ON claim (case_id, id);
CREATE INDEX claim_name_index ON claim (name_index);
CREATE INDEX claim_phone_index ON claim (phone_index);
CREATE INDEX claim_business_number_index ON claim (business_number_index);
COMMENT ON COLUMN claim.account_id IS 'Null where a helper files for somebody without an account.';
COMMENT ON COLUMN claim.sealed IS 'Sealed document: name, birth_date, phone, address, business_name, business_number.';
COMMENT ON COLUMN claim.version IS 'Counts the changes of the row; the ETag.';

CREATE TABLE claim_service (
    id       uuid PRIMARY KEY,
    claim_id uuid NOT NULL,
    case_id  uuid NOT NULL,
    service  text NOT NULL,
    paid     boolean NOT NULL,
    UNIQUE (claim_id, service),
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);

CREATE TABLE loss (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('sales', 'cancelled_orders', 'refunds', 'substitutes', 'advertising', 'other', 'compensation_received')),
    class       text NOT NULL CHECK (class IN ('ordinary', 'special')),
    amount_krw  bigint NOT NULL CHECK (amount_krw BETWEEN 1 AND 1000000000000),
    from_on     date NOT NULL,
    until_on    date NOT NULL CHECK (until_on >= from_on),
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    created_at  timestamptz NOT NULL,
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX loss_claim ON loss (claim_id);
COMMENT ON COLUMN loss.class IS 'Ordinary or special damage (Civil Act art. 393); special needs a basis for foreseeability.';
COMMENT ON COLUMN loss.sealed IS 'Sealed document: note, basis.';

CREATE TABLE evidence (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    kind        text NOT NULL,
    loss_id     uuid REFERENCES loss,
    media_type  text NOT NULL,
    size_bytes  bigint NOT NULL CHECK (size_bytes BETWEEN 1 AND 10737418240),
    sha256      bytea NOT NULL CHECK (length(sha256) = 32),
    taken_on    date,
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    replaces    uuid REFERENCES evidence,
    created_at  timestamptz NOT NULL,
    ended_at    timestamptz,
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX evidence_claim ON evidence (claim_id);
CREATE INDEX evidence_sha256 ON evidence (case_id, sha256);
COMMENT ON COLUMN evidence.sealed IS 'Sealed document: file_name, note.';
COMMENT ON COLUMN evidence.ended_at IS 'When it was removed or replaced; the row stays.';

CREATE TABLE consent (
    id               uuid PRIMARY KEY,
    claim_id         uuid NOT NULL,
    case_id          uuid NOT NULL,
    text_id          uuid NOT NULL REFERENCES consent_text,
    item             text NOT NULL,
    agreed           boolean NOT NULL,
    signature_method text NOT NULL CHECK (signature_method IN ('typed_name')),
    signature_key    bytea,
    signature_bytes  bytea,
    sealed           bytea NOT NULL,
    commitments      text NOT NULL,
    answered_at      timestamptz NOT NULL,
    withdrawn_at     timestamptz,
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX consent_claim ON consent (claim_id);
COMMENT ON COLUMN consent.sealed IS 'Sealed document: statement (the exact bytes that were signed), address and device they came from.';
COMMENT ON COLUMN consent.signature_key IS 'For methods that sign with a key: the public key; null for a typed name.';

CREATE TABLE review (
    id          uuid PRIMARY KEY,
    claim_id    uuid NOT NULL,
    case_id     uuid NOT NULL,
    account_id  uuid NOT NULL REFERENCES account,
    decision    text NOT NULL CHECK (decision IN ('start', 'accept', 'reject', 'reopen')),
    sealed      bytea NOT NULL,
    commitments text NOT NULL,
    created_at  timestamptz NOT NULL,
    FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
);
CREATE INDEX review_claim ON review (claim_id);
COMMENT ON COLUMN review.sealed IS 'Sealed document: note.';

CREATE TABLE disclosure (
    id             uuid PRIMARY KEY,
    case_id        uuid NOT NULL REFERENCES court_case,
    account_id     uuid NOT NULL REFERENCES account,
    purpose        text NOT NULL CHECK (purpose IN ('review', 'export')),
    profile        text,
    format         text,
    filter         text NOT NULL,
    members        integer NOT NULL,
    members_sha256 bytea NOT NULL CHECK (length(members_sha256) = 32),
    log_size       bigint NOT NULL,
    sealed         bytea NOT NULL,
    commitments    text NOT NULL,
    created_at     timestamptz NOT NULL,
    CHECK ((purpose = 'export') = (profile IS NOT NULL AND format IS NOT NULL))
);
CREATE INDEX disclosure_case ON disclosure (case_id, id);
COMMENT ON TABLE disclosure IS 'Who was given which claims'' identities, why, and how many; its members stand in disclosure_member.';
COMMENT ON COLUMN disclosure.members_sha256 IS 'SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.';
COMMENT ON COLUMN disclosure.log_size IS 'Entries in the log when it was made: a lower bound of what the reader could have seen.';
COMMENT ON COLUMN disclosure.sealed IS 'Sealed document: reason.';

CREATE TABLE disclosure_member (
    claim_id      uuid NOT NULL REFERENCES claim,
    disclosure_id uuid NOT NULL REFERENCES disclosure,
    PRIMARY KEY (claim_id, disclosure_id)
);
CREATE INDEX disclosure_member_disclosure ON disclosure_member (disclosure_id, claim_id);

CREATE TABLE download (
    id            uuid PRIMARY KEY,
    disclosure_id uuid NOT NULL REFERENCES disclosure,
    case_id       uuid NOT NULL REFERENCES court_case,
    account_id    uuid NOT NULL REFERENCES account,
    status        text NOT NULL CHECK (status IN ('started', 'complete', 'aborted')),
    row_count     bigint,
    sha256        bytea CHECK (length(sha256) = 32),
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    CHECK ((status = 'complete') = (sha256 IS NOT NULL AND row_count IS NOT NULL))
);
CREATE INDEX download_disclosure ON download (disclosure_id);
COMMENT ON TABLE download IS 'Every time an export left the building: begun before its first byte, complete or aborted after its last.';

-- ---------------------------------------------------------------- capture

INSERT INTO audit_table VALUES
    ('account', 'id', NULL), ('court_case', NULL, 'id'), ('case_option', NULL, 'case_id'), ('consent_text', NULL, 'case_id'),
    ('case_staff', 'account_id', 'case_id'), ('claim', 'id', 'case_id'), ('claim_service', 'claim_id', 'case_id'),
    ('loss', 'claim_id', 'case_id'), ('evidence', 'claim_id', 'case_id'), ('consent', 'claim_id', 'case_id'),
    ('review', 'claim_id', 'case_id'), ('disclosure', NULL, 'case_id'), ('download', NULL, 'case_id');
INSERT INTO audit_column VALUES
    ('account', 'email_index', 'sealed'), ('account', 'sealed', 'sealed'), ('account', 'password_hash', 'secret'),
    ('claim', 'sealed', 'sealed'), ('claim', 'name_index', 'sealed'), ('claim', 'phone_index', 'sealed'),
    ('claim', 'business_number_index', 'sealed'),
    ('loss', 'sealed', 'sealed'), ('evidence', 'sealed', 'sealed'), ('consent', 'sealed', 'sealed'),
    ('consent', 'signature_key', 'sealed'), ('consent', 'signature_bytes', 'sealed'),
    ('review', 'sealed', 'sealed'), ('disclosure', 'sealed', 'sealed'),
    ('account', 'id', 'plain'), ('account', 'role', 'plain'), ('account', 'state', 'plain'), ('account', 'commitments', 'plain'),
    ('account', 'password_changed_at', 'plain'), ('account', 'created_at', 'plain'),
    ('court_case', 'id', 'plain'), ('court_case', 'code', 'plain'), ('court_case', 'number_prefix', 'plain'),
    ('court_case', 'title_ko', 'plain'), ('court_case', 'title_en', 'plain'), ('court_case', 'summary_ko', 'plain'),
    ('court_case', 'summary_en', 'plain'), ('court_case', 'defendant_ko', 'plain'), ('court_case', 'defendant_en', 'plain'),
    ('court_case', 'incident_from', 'plain'), ('court_case', 'incident_until', 'plain'), ('court_case', 'limitation_on', 'plain'),
    ('court_case', 'intake_opens', 'plain'), ('court_case', 'intake_closes', 'plain'), ('court_case', 'demo', 'plain'),
    ('court_case', 'created_at', 'plain'),
    ('case_option', 'id', 'plain'), ('case_option', 'case_id', 'plain'), ('case_option', 'kind', 'plain'),
    ('case_option', 'code', 'plain'), ('case_option', 'name_ko', 'plain'), ('case_option', 'name_en', 'plain'),
    ('case_option', 'hint_ko', 'plain'), ('case_option', 'hint_en', 'plain'), ('case_option', 'required', 'plain'),
    ('case_option', 'position', 'plain'),
    ('consent_text', 'id', 'plain'), ('consent_text', 'case_id', 'plain'), ('consent_text', 'item', 'plain'),
    ('consent_text', 'version', 'plain'), ('consent_text', 'language', 'plain'), ('consent_text', 'required', 'plain'),
    ('consent_text', 'title', 'plain'), ('consent_text', 'body', 'plain'), ('consent_text', 'sha256', 'plain'),
    ('consent_text', 'published_at', 'plain'),
    ('case_staff', 'id', 'plain'), ('case_staff', 'case_id', 'plain'), ('case_staff', 'account_id', 'plain'),
    ('case_staff', 'created_at', 'plain'),
    ('claim', 'id', 'plain'), ('claim', 'case_id', 'plain'), ('claim', 'account_id', 'plain'), ('claim', 'number', 'plain'),
    ('claim', 'status', 'plain'), ('claim', 'party', 'plain'), ('claim', 'party_mode', 'plain'), ('claim', 'region', 'plain'),
    ('claim', 'industry', 'plain'), ('claim', 'commitments', 'plain'), ('claim', 'version', 'plain'),
    ('claim', 'created_at', 'plain'), ('claim', 'updated_at', 'plain'), ('claim', 'submitted_at', 'plain'),
    ('claim_service', 'id', 'plain'), ('claim_service', 'claim_id', 'plain'), ('claim_service', 'case_id', 'plain'),
    ('claim_service', 'service', 'plain'), ('claim_service', 'paid', 'plain'),
    ('loss', 'id', 'plain'), ('loss', 'claim_id', 'plain'), ('loss', 'case_id', 'plain'), ('loss', 'kind', 'plain'),
    ('loss', 'class', 'plain'), ('loss', 'amount_krw', 'plain'), ('loss', 'from_on', 'plain'), ('loss', 'until_on', 'plain'),
    ('loss', 'commitments', 'plain'), ('loss', 'created_at', 'plain'),
    ('evidence', 'id', 'plain'), ('evidence', 'claim_id', 'plain'), ('evidence', 'case_id', 'plain'), ('evidence', 'kind', 'plain'),
    ('evidence', 'loss_id', 'plain'), ('evidence', 'media_type', 'plain'), ('evidence', 'size_bytes', 'plain'),
    ('evidence', 'sha256', 'plain'), ('evidence', 'taken_on', 'plain'), ('evidence', 'commitments', 'plain'),
    ('evidence', 'replaces', 'plain'), ('evidence', 'created_at', 'plain'), ('evidence', 'ended_at', 'plain'),
    ('consent', 'id', 'plain'), ('consent', 'claim_id', 'plain'), ('consent', 'case_id', 'plain'), ('consent', 'text_id', 'plain'),
    ('consent', 'item', 'plain'), ('consent', 'agreed', 'plain'), ('consent', 'signature_method', 'plain'),
    ('consent', 'commitments', 'plain'), ('consent', 'answered_at', 'plain'), ('consent', 'withdrawn_at', 'plain'),
    ('review', 'id', 'plain'), ('review', 'claim_id', 'plain'), ('review', 'case_id', 'plain'), ('review', 'account_id', 'plain'),
    ('review', 'decision', 'plain'), ('review', 'commitments', 'plain'), ('review', 'created_at', 'plain'),
    ('disclosure', 'id', 'plain'), ('disclosure', 'case_id', 'plain'), ('disclosure', 'account_id', 'plain'),
    ('disclosure', 'purpose', 'plain'), ('disclosure', 'profile', 'plain'), ('disclosure', 'format', 'plain'),
    ('disclosure', 'filter', 'plain'), ('disclosure', 'members', 'plain'), ('disclosure', 'members_sha256', 'plain'),
    ('disclosure', 'log_size', 'plain'), ('disclosure', 'commitments', 'plain'), ('disclosure', 'created_at', 'plain'),
    ('download', 'id', 'plain'), ('download', 'disclosure_id', 'plain'), ('download', 'case_id', 'plain'),
    ('download', 'account_id', 'plain'), ('download', 'status', 'plain'), ('download', 'row_count', 'plain'),
    ('download', 'sha256', 'plain'), ('download', 'started_at', 'plain'), ('download', 'finished_at', 'plain');
INSERT INTO audit_exempt VALUES
    ('session', 'moves with every request; account, role and state behind it are captured'),
    ('one_time_link', 'holds what nobody has confirmed yet and is deleted after use or a day'),
    ('sign_in_delay', 'counts guesses, also at addresses that nobody registered'),
    ('mail', 'an outbox: what it announces is captured where it happened'),
    ('idempotency', 'answers to be repeated; the change that they answer is captured'),
    ('disclosure_member', 'bound by the count and digest in the captured disclosure; hundreds of thousands a batch');
SELECT audit_snapshot(table_name) FROM audit_table WHERE table_name NOT IN ('migration', 'key_fingerprint');

GRANT SELECT, INSERT ON account, session, one_time_link, sign_in_delay, mail, idempotency, court_case, case_option, consent_text,
    case_staff, claim, claim_service, loss, evidence, consent, review, disclosure, disclosure_member, download TO registry_app;
GRANT UPDATE (role, state, email_index, sealed, commitments, password_hash, password_changed_at) ON account TO registry_app;
GRANT UPDATE (last_seen_at, ended_at) ON session TO registry_app;
GRANT UPDATE ON sign_in_delay, claim TO registry_app;
GRANT UPDATE (ended_at) ON evidence TO registry_app;
GRANT UPDATE (withdrawn_at) ON consent TO registry_app;
GRANT UPDATE (status, row_count, sha256, finished_at) ON download TO registry_app;
GRANT UPDATE (sent_at, sealed) ON mail TO registry_app;
GRANT UPDATE (repeated_at) ON idempotency TO registry_app;
GRANT DELETE ON session, one_time_link, sign_in_delay, mail, idempotency, claim_service, loss, case_staff TO registry_app;
GRANT USAGE ON SEQUENCE claim_number TO registry_app;
