-- Mails leave by SMTP: each is tried by itself, with pauses, and whoever delivers it takes it for a while, so that two servers
-- never send the same one at once and a crash lets go of it. What failed is kept, for an administrator to have it tried again. A
-- registration has a code beside its link, for the page that was left open.

ALTER TABLE mail
    ADD COLUMN tries integer NOT NULL DEFAULT 0,
    ADD COLUMN next_at timestamptz CONSTRAINT mail_next_at_years
        CHECK (next_at >= '0001-01-01 00:00+00' AND next_at < '10000-01-01 00:00+00'),
    ADD COLUMN taken_until timestamptz CONSTRAINT mail_taken_until_years
        CHECK (taken_until >= '0001-01-01 00:00+00' AND taken_until < '10000-01-01 00:00+00'),
    ADD COLUMN failed_at timestamptz CONSTRAINT mail_failed_at_years
        CHECK (failed_at >= '0001-01-01 00:00+00' AND failed_at < '10000-01-01 00:00+00'),
    ADD COLUMN reply smallint;
UPDATE mail SET next_at = created_at;
ALTER TABLE mail ALTER COLUMN next_at SET NOT NULL;
DROP INDEX mail_unsent;
CREATE INDEX mail_due ON mail (next_at, id) WHERE sent_at IS NULL AND failed_at IS NULL AND recalled_at IS NULL;
CREATE INDEX mail_unsent ON mail (id) WHERE sent_at IS NULL;
COMMENT ON COLUMN mail.sealed IS 'Sealed document: to, kind, language, path of the link, values of the text; emptied once the mail is sent.';
COMMENT ON COLUMN mail.to_index IS 'Keyed blind index of the address it goes to; empty for a last word to somebody erased.';
COMMENT ON COLUMN mail.tries IS 'How often a server refused it or put it off.';
COMMENT ON COLUMN mail.next_at IS 'Not to be tried before.';
COMMENT ON COLUMN mail.taken_until IS 'Until when whoever delivers it has it to themselves.';
COMMENT ON COLUMN mail.failed_at IS 'When it was given up.';
COMMENT ON COLUMN mail.reply IS 'Code of the last reply that refused it or put it off.';
GRANT UPDATE (tries, next_at, taken_until, failed_at, reply) ON mail TO registry_app;

CREATE FUNCTION mail_failed(account) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (SELECT FROM public.mail m WHERE m.to_index = ($1).email_index AND m.failed_at IS NOT NULL);
COMMENT ON FUNCTION mail_failed IS 'Whether a mail to the address of the account was given up.';

CREATE FUNCTION answered_in(claim) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT t.language
            FROM public.consent k JOIN public.consent_text t ON t.id = k.text_id
            WHERE k.claim_id = ($1).id
            ORDER BY k.seq DESC
            LIMIT 1);
COMMENT ON FUNCTION answered_in IS 'The language of the consent that was answered last: in which its owner is written to.';

ALTER TABLE one_time_link ADD COLUMN code_hash bytea;
COMMENT ON COLUMN one_time_link.code_hash IS 'Keyed hash of address and six-digit code, for a registration.';
CREATE INDEX one_time_link_email ON one_time_link (email_index);
COMMENT ON COLUMN sign_in_delay.lane IS 'Keyed index of the source, device or session that guessed; empty for all strangers together; `code` for codes of a registration.';
