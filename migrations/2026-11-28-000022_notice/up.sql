-- Notices on a case, which appear and vanish by themselves: one that outlived its hour has misled people in the middle of an
-- outage. Staff of the case write them, a lawyer publishes; what was published is read by everybody and not changed any more.

CREATE TABLE notice (
    id           uuid PRIMARY KEY,
    case_id      uuid NOT NULL REFERENCES court_case,
    version      integer NOT NULL,
    title_ko     text NOT NULL,
    title_en     text NOT NULL,
    body_ko      text NOT NULL,
    body_en      text NOT NULL,
    starts_on    date NOT NULL CONSTRAINT notice_starts_on_years CHECK (starts_on >= '0001-01-01' AND starts_on < '10000-01-01'),
    ends_on      date NOT NULL CONSTRAINT notice_ends_on_years CHECK (ends_on >= '0001-01-01' AND ends_on < '10000-01-01'),
    account_id   uuid NOT NULL REFERENCES account,
    created_at   timestamptz NOT NULL
        CONSTRAINT notice_created_at_years CHECK (created_at >= '0001-01-01 00:00+00' AND created_at < '10000-01-01 00:00+00'),
    published_by uuid REFERENCES account,
    published_at timestamptz
        CONSTRAINT notice_published_at_years CHECK (published_at >= '0001-01-01 00:00+00' AND published_at < '10000-01-01 00:00+00'),
    ended_at     timestamptz
        CONSTRAINT notice_ended_at_years CHECK (ended_at >= '0001-01-01 00:00+00' AND ended_at < '10000-01-01 00:00+00'),
    CHECK (ends_on >= starts_on),
    CHECK ((published_by IS NULL) = (published_at IS NULL))
);
CREATE INDEX notice_case ON notice (case_id, starts_on);
COMMENT ON TABLE notice IS 'What a firm tells everybody about a case, for the days from starts_on to ends_on.';
COMMENT ON COLUMN notice.version IS 'Counts the changes: a lawyer publishes what was read.';
COMMENT ON COLUMN notice.starts_on IS 'First day in Korea on which it is shown.';
COMMENT ON COLUMN notice.ends_on IS 'Last day in Korea on which it is shown.';
COMMENT ON COLUMN notice.account_id IS 'Who wrote it first.';
COMMENT ON COLUMN notice.published_by IS 'The lawyer who published it; null while it is a draft.';
COMMENT ON COLUMN notice.ended_at IS 'When a lawyer took it back; null where it vanishes by itself.';

INSERT INTO audit_table VALUES ('notice', NULL, 'case_id');
INSERT INTO audit_column VALUES
    ('notice', 'id', 'plain'), ('notice', 'case_id', 'plain'), ('notice', 'version', 'plain'), ('notice', 'title_ko', 'plain'),
    ('notice', 'title_en', 'plain'), ('notice', 'body_ko', 'plain'), ('notice', 'body_en', 'plain'), ('notice', 'starts_on', 'plain'),
    ('notice', 'ends_on', 'plain'), ('notice', 'account_id', 'plain'), ('notice', 'created_at', 'plain'),
    ('notice', 'published_by', 'plain'), ('notice', 'published_at', 'plain'), ('notice', 'ended_at', 'plain');
SELECT audit_snapshot('notice');

GRANT SELECT, INSERT ON notice TO registry_app;
GRANT UPDATE (version, title_ko, title_en, body_ko, body_en, starts_on, ends_on, published_by, published_at, ended_at) ON notice TO registry_app;
