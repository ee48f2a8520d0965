--
-- PostgreSQL database dump
--

\restrict JyfA86gHhhLBUivaGbTMguNML8mBA829I01u9gKSmDQZOvWJ2WB4Eii7ZPtYsKE

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: claim; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.claim (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid,
    number text,
    status text NOT NULL,
    party text NOT NULL,
    party_mode text NOT NULL,
    region text,
    industry text,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    name_index bytea,
    phone_index bytea,
    business_number_index bytea,
    version integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    total_krw bigint DEFAULT 0 NOT NULL,
    lacking text[] DEFAULT '{}'::text[] NOT NULL,
    services text[] DEFAULT '{}'::text[] NOT NULL,
    CONSTRAINT claim_check CHECK (((status = ANY (ARRAY['draft'::text, 'withdrawn'::text])) OR (number IS NOT NULL))),
    CONSTRAINT claim_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT claim_party_check CHECK ((party = ANY (ARRAY['person'::text, 'corporation'::text]))),
    CONSTRAINT claim_party_mode_check CHECK ((party_mode = ANY (ARRAY['joint_plaintiff'::text, 'selector'::text, 'selected_party'::text]))),
    CONSTRAINT claim_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'submitted'::text, 'under_review'::text, 'accepted'::text, 'rejected'::text, 'withdrawn'::text]))),
    CONSTRAINT claim_submitted_at_years CHECK (((submitted_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (submitted_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT claim_updated_at_years CHECK (((updated_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (updated_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: COLUMN claim.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.account_id IS 'Null once the claim was erased.';


--
-- Name: COLUMN claim.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.sealed IS 'Sealed document: name, birth_date, phone, address, business_name, business_number.';


--
-- Name: COLUMN claim.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.version IS 'Counts the changes of the row; the ETag.';


--
-- Name: COLUMN claim.total_krw; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.total_krw IS 'Losses less compensation received, summed up with each change of them.';


--
-- Name: COLUMN claim.lacking; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.lacking IS 'Kinds of evidence of the case of which it lists no file, kept with each change of the files.';


--
-- Name: COLUMN claim.services; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.claim.services IS 'Codes of the services that it names, as in claim_service.';


--
-- Name: consent; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consent (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    case_id uuid NOT NULL,
    text_id uuid NOT NULL,
    item text NOT NULL,
    agreed boolean NOT NULL,
    signature_method text NOT NULL,
    signature_key bytea,
    signature_bytes bytea,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    answered_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    seq bigint NOT NULL,
    CONSTRAINT consent_answered_at_years CHECK (((answered_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (answered_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT consent_signature_method_check CHECK ((signature_method = 'typed_name'::text)),
    CONSTRAINT consent_withdrawn_at_years CHECK (((withdrawn_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (withdrawn_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: COLUMN consent.signature_key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consent.signature_key IS 'For methods that sign with a key: the public key; null for a typed name.';


--
-- Name: COLUMN consent.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consent.sealed IS 'Sealed document: statement (the exact bytes that were signed), address and device they came from.';


--
-- Name: COLUMN consent.seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consent.seq IS 'Its place among all answers: of two to one item the later counts.';


--
-- Name: consent_text; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.consent_text (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    item text NOT NULL,
    version integer NOT NULL,
    language text NOT NULL,
    required boolean NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    sha256 bytea NOT NULL,
    published_at timestamp with time zone NOT NULL,
    CONSTRAINT consent_text_item_check CHECK ((item = ANY (ARRAY['participation'::text, 'mandate'::text, 'privacy_required'::text, 'privacy_optional'::text, 'third_party'::text]))),
    CONSTRAINT consent_text_language_check CHECK ((language = ANY (ARRAY['ko'::text, 'en'::text]))),
    CONSTRAINT consent_text_published_at_years CHECK (((published_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (published_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT consent_text_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT consent_text_version_check CHECK ((version > 0))
);


--
-- Name: COLUMN consent_text.sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.consent_text.sha256 IS 'SHA-256 of body in UTF-8: what a signed statement names.';


--
-- Name: answered_in(public.claim); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.answered_in(public.claim) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT t.language FROM (public.consent k JOIN public.consent_text t ON ((t.id = k.text_id))) WHERE (k.claim_id = ($1).id) ORDER BY k.seq DESC LIMIT 1);


--
-- Name: FUNCTION answered_in(public.claim); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.answered_in(public.claim) IS 'The language of the consent that was answered last: in which its owner is written to.';


--
-- Name: audit_arm(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_arm(captured text) RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages TO 'warning'
    AS $$
DECLARE
    stray     text;
    arguments text;
BEGIN
    SELECT string_agg(coalesce(a.attname, c.column_name), ', ') INTO stray
    FROM (SELECT attname::text FROM pg_attribute
          WHERE attrelid = captured::regclass AND attnum > 0 AND NOT attisdropped) a
    FULL JOIN (SELECT column_name FROM audit_column WHERE table_name = captured) c ON c.column_name = a.attname
    WHERE a.attname IS NULL OR c.column_name IS NULL;
    IF stray IS NOT NULL THEN
        RAISE EXCEPTION 'table %: no policy in audit_column, or a policy without a column: %', captured, stray;
    END IF;
    SELECT string_agg(quote_literal(argument), ', ') INTO arguments
    FROM audit_table t,
         unnest(ARRAY[coalesce(t.subject_column, ''), coalesce(t.case_column, '')] || audit_secrets(captured)) argument
    WHERE t.table_name = captured;
    EXECUTE format('DROP TRIGGER IF EXISTS audit_row ON %I', captured);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_truncate ON %I', captured);
    EXECUTE format('CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_capture_row(%s)', captured, arguments);
    EXECUTE format('CREATE TRIGGER audit_truncate AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit_capture_truncate()', captured);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_row', captured);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_truncate', captured);
END $$;


--
-- Name: FUNCTION audit_arm(captured text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_arm(captured text) IS 'Makes the capture triggers of a table anew from audit_table and audit_column.';


--
-- Name: audit_capture_row(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_capture_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    SET "IntervalStyle" TO 'iso_8601'
    SET bytea_output TO 'hex'
    SET extra_float_digits TO '1'
    AS $$
DECLARE
    context  text := audit_context();
    image    jsonb;
    row_text text;
    salt     bytea;
    drawn    bigint;
BEGIN
    -- the replay finds a row by its key, and would look for the old one for ever
    IF TG_OP = 'UPDATE' AND OLD.id IS DISTINCT FROM NEW.id THEN
        RAISE EXCEPTION 'table %: the key of a row does not change; delete the row and insert another', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        image := to_jsonb(OLD);
    ELSE
        image := to_jsonb(NEW);
        row_text := (image - TG_ARGV[2:])::text;
        salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    END IF;
    IF NOT (audit_fits(image ->> 'id') AND audit_fits(coalesce(image ->> TG_ARGV[0], ''))
            AND audit_fits(coalesce(image ->> TG_ARGV[1], ''))) THEN
        RAISE EXCEPTION 'table %: the key of this row, its subject or its case cannot stand in an entry of the log', TG_TABLE_NAME
            USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key, commitment, salt, row_text)
    VALUES (pg_current_xact_id()::text::bigint, transaction_timestamp(),
            split_part(context, '|', 1), split_part(context, '|', 2), split_part(context, '|', 3), split_part(context, '|', 4),
            coalesce(image ->> TG_ARGV[0], ''), coalesce(image ->> TG_ARGV[1], ''), TG_TABLE_NAME, TG_OP, image ->> 'id',
            sha256(salt || convert_to(row_text, 'UTF8')), salt, row_text)
    RETURNING id INTO drawn;
    INSERT INTO pending VALUES (drawn);
    RETURN NULL;
END $$;


--
-- Name: audit_capture_truncate(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_capture_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
DECLARE
    context text := audit_context();
    drawn   bigint;
BEGIN
    INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key)
    VALUES (pg_current_xact_id()::text::bigint, transaction_timestamp(),
            split_part(context, '|', 1), split_part(context, '|', 2), split_part(context, '|', 3), split_part(context, '|', 4),
            '', '', TG_TABLE_NAME, TG_OP, '')
    RETURNING id INTO drawn;
    INSERT INTO pending VALUES (drawn);
    RETURN NULL;
END $$;


--
-- Name: audit_check(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_check(captured text) RETURNS void
    LANGUAGE plpgsql
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    SET "IntervalStyle" TO 'iso_8601'
    SET bytea_output TO 'hex'
    SET extra_float_digits TO '1'
    AS $$
DECLARE
    differing text;
BEGIN
    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', captured);
    EXECUTE format(
        'SELECT key
         FROM (SELECT to_jsonb(t) ->> ''id'' AS key, (to_jsonb(t) - %L::text[])::text AS row_text FROM %I t) live
         FULL JOIN (SELECT DISTINCT ON (key) key, row_text FROM change
                    WHERE table_name = %L AND op <> ''TRUNCATE''
                      AND id > (SELECT coalesce(max(id), 0) FROM change WHERE table_name = %L AND op = ''TRUNCATE'')
                    ORDER BY key, id DESC) logged USING (key)
         WHERE live.row_text IS DISTINCT FROM logged.row_text
         ORDER BY key LIMIT 1', audit_secrets(captured), captured, captured, captured)
    INTO differing;
    IF differing IS NOT NULL THEN
        RAISE EXCEPTION 'table %, key %: the live row differs from the log; find out why before this migration goes on', captured, differing;
    END IF;
END $$;


--
-- Name: FUNCTION audit_check(captured text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_check(captured text) IS 'First step of a migration that reshapes a captured table: locks it and stops where a live row differs from the log.';


--
-- Name: audit_outside(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_outside() RETURNS text
    LANGUAGE sql STABLE
    RETURN (regexp_replace((SESSION_USER)::text, '[^A-Za-z0-9_.:/+-]'::text, '_'::text, 'g'::text) || '||unattributed|'::text);


--
-- Name: FUNCTION audit_outside(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_outside() IS 'Context of a change that the program did not make: the database role it came from, and no action.';


--
-- Name: audit_context(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_context() RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE WHEN (current_setting('registry.context'::text, true) ~ '^[A-Za-z0-9_.:/+-]{0,200}([|][A-Za-z0-9_.:/+-]{0,200}){3}$'::text) THEN current_setting('registry.context'::text, true) ELSE public.audit_outside() END;


--
-- Name: FUNCTION audit_context(); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_context() IS 'Actor, role, action and request as the program set them; a context of any other form is captured as a change from outside the program.';


--
-- Name: audit_erase(text[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_erase(subjects text[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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


--
-- Name: FUNCTION audit_erase(subjects text[]); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_erase(subjects text[]) IS 'Removes salts and row texts of all older changes of these subjects, each of which this transaction has erased on record.';


--
-- Name: audit_erasing(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_erasing(wanted text) RETURNS boolean
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM change c WHERE c.subject = wanted AND c.subject <> '' AND c.table_name = 'erasure' AND c.op = 'INSERT'
                   AND c.tx = pg_current_xact_id()::text::bigint)
$$;


--
-- Name: audit_fits(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_fits(word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN ((word ~ '^[A-Za-z0-9_.:/+-]*$'::text) AND (length(word) <= 200));


--
-- Name: FUNCTION audit_fits(word text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_fits(word text) IS 'Whether a word can stand in an entry: its alphabet, and a length that leaves room for the others.';


--
-- Name: audit_only_erase(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_only_erase() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'public', 'pg_temp'
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


--
-- Name: audit_refuse(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;


--
-- Name: audit_column; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_column (
    table_name text NOT NULL,
    column_name text NOT NULL,
    policy text NOT NULL,
    CONSTRAINT audit_column_policy_check CHECK ((policy = ANY (ARRAY['plain'::text, 'sealed'::text, 'secret'::text])))
);


--
-- Name: TABLE audit_column; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_column IS 'What a captured row text shows of each column: plain as it is; sealed only ever as ciphertext or keyed index; secret never.';


--
-- Name: audit_secrets(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_secrets(captured text) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN (SELECT COALESCE(array_agg(c.column_name ORDER BY c.column_name), '{}'::text[]) AS "coalesce" FROM public.audit_column c WHERE ((c.table_name = audit_secrets.captured) AND (c.policy = 'secret'::text)));


--
-- Name: audit_snapshot(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.audit_snapshot(captured text) RETURNS void
    LANGUAGE plpgsql
    SET "TimeZone" TO 'UTC'
    SET "DateStyle" TO 'ISO, YMD'
    SET "IntervalStyle" TO 'iso_8601'
    SET bytea_output TO 'hex'
    SET extra_float_digits TO '1'
    AS $_$
DECLARE
    context text := audit_context();
    t       audit_table;
BEGIN
    SELECT * INTO STRICT t FROM audit_table WHERE table_name = captured;
    PERFORM audit_arm(captured);
    EXECUTE format(
        'WITH taken AS (
             INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key, commitment, salt, row_text)
             SELECT pg_current_xact_id()::text::bigint, transaction_timestamp(),
                    split_part($1, ''|'', 1), split_part($1, ''|'', 2), split_part($1, ''|'', 3), split_part($1, ''|'', 4),
                    subject, case_id, %L, ''SNAPSHOT'', key, sha256(salt || convert_to(row_text, ''UTF8'')), salt, row_text
             FROM (SELECT coalesce(to_jsonb(t) ->> $2, '''') AS subject, coalesce(to_jsonb(t) ->> $3, '''') AS case_id,
                          to_jsonb(t) ->> ''id'' AS key, (to_jsonb(t) - %L::text[])::text AS row_text,
                          uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
                   FROM %I t OFFSET 0) image
             RETURNING id)
         INSERT INTO pending SELECT id FROM taken', captured, audit_secrets(captured), captured)
    USING context, coalesce(t.subject_column, ''), coalesce(t.case_column, '');
END $_$;


--
-- Name: FUNCTION audit_snapshot(captured text); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.audit_snapshot(captured text) IS 'Last step of a migration that reshapes or adds a captured table: arms its triggers and captures every row as it is now.';


--
-- Name: draw_claim_number(bigint); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.draw_claim_number(numbers_of_case bigint) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(numbers_of_case);
    RETURN nextval('public.claim_number');
END $$;


--
-- Name: FUNCTION draw_claim_number(numbers_of_case bigint); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.draw_claim_number(numbers_of_case bigint) IS 'Takes the lock of a case''s numbers until the end of the transaction, and draws the next.';


--
-- Name: erased(public.claim); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.erased(public.claim) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (($1).sealed = '\x'::bytea);


--
-- Name: FUNCTION erased(public.claim); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.erased(public.claim) IS 'Whether an erasure has emptied the claim: its row is there for the statistics alone.';


--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    id uuid NOT NULL,
    role text NOT NULL,
    state text NOT NULL,
    email_index bytea NOT NULL,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    password_hash text NOT NULL,
    password_changed_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT account_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT account_password_changed_at_years CHECK (((password_changed_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (password_changed_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT account_role_check CHECK ((role = ANY (ARRAY['claimant'::text, 'paralegal'::text, 'lawyer'::text, 'auditor'::text, 'administrator'::text]))),
    CONSTRAINT account_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text])))
);


--
-- Name: COLUMN account.email_index; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.email_index IS 'Keyed blind index; not unique on purpose: a unique index would let a stranger probe who is registered.';


--
-- Name: COLUMN account.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.sealed IS 'Sealed document: email, and for staff the name that claimants see.';


--
-- Name: COLUMN account.commitments; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.account.commitments IS 'One SHA-256(salt || value) a field of the sealed document, as JSON text.';


--
-- Name: mail; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mail (
    id uuid NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    to_index bytea NOT NULL,
    recalled_at timestamp with time zone,
    tries integer DEFAULT 0 NOT NULL,
    next_at timestamp with time zone NOT NULL,
    taken_until timestamp with time zone,
    failed_at timestamp with time zone,
    reply smallint,
    to_many boolean DEFAULT false NOT NULL,
    CONSTRAINT mail_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT mail_failed_at_years CHECK (((failed_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (failed_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT mail_next_at_years CHECK (((next_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (next_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT mail_recalled_at_years CHECK (((recalled_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (recalled_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT mail_sent_at_years CHECK (((sent_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (sent_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT mail_taken_until_years CHECK (((taken_until >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (taken_until < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: COLUMN mail.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.sealed IS 'Sealed document: to, kind, language, path of the link, values of the text; emptied once the mail is sent.';


--
-- Name: COLUMN mail.to_index; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.to_index IS 'Keyed blind index of the address it goes to; empty for a last word to somebody erased.';


--
-- Name: COLUMN mail.recalled_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.recalled_at IS 'When whom it goes to was erased; its file goes next, then the row.';


--
-- Name: COLUMN mail.tries; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.tries IS 'How often a server refused it or put it off.';


--
-- Name: COLUMN mail.next_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.next_at IS 'Not to be tried before.';


--
-- Name: COLUMN mail.taken_until; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.taken_until IS 'Until when whoever delivers it has it to themselves.';


--
-- Name: COLUMN mail.failed_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.failed_at IS 'When it was given up.';


--
-- Name: COLUMN mail.reply; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.reply IS 'Code of the last reply that refused it or put it off.';


--
-- Name: COLUMN mail.to_many; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.mail.to_many IS 'One of many with the same words: those that somebody waits for go before it.';


--
-- Name: mail_failed(public.account); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.mail_failed(public.account) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (EXISTS (SELECT FROM public.mail m WHERE ((m.to_index = ($1).email_index) AND (m.failed_at IS NOT NULL))));


--
-- Name: FUNCTION mail_failed(public.account); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.mail_failed(public.account) IS 'Whether a mail to the address of the account was given up.';


--
-- Name: mandated(public.claim); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.mandated(public.claim) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((SELECT (k.agreed AND (k.withdrawn_at IS NULL)) FROM public.consent k WHERE ((k.claim_id = ($1).id) AND (k.item = 'mandate'::text)) ORDER BY k.seq DESC LIMIT 1), false);


--
-- Name: FUNCTION mandated(public.claim); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.mandated(public.claim) IS 'Whether the latest answer to the mandate is an agreement that was not taken back.';


--
-- Name: loss; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.loss (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    class text NOT NULL,
    amount_krw bigint NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT loss_amount_krw_check CHECK (((amount_krw >= 1) AND (amount_krw <= '1000000000000'::bigint))),
    CONSTRAINT loss_check CHECK ((until_on >= from_on)),
    CONSTRAINT loss_class_check CHECK ((class = ANY (ARRAY['ordinary'::text, 'special'::text]))),
    CONSTRAINT loss_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT loss_from_on_years CHECK (((from_on >= '0001-01-01'::date) AND (from_on < '10000-01-01'::date))),
    CONSTRAINT loss_kind_check CHECK ((kind = ANY (ARRAY['sales'::text, 'cancelled_orders'::text, 'refunds'::text, 'substitutes'::text, 'advertising'::text, 'other'::text, 'compensation_received'::text]))),
    CONSTRAINT loss_until_on_years CHECK (((until_on >= '0001-01-01'::date) AND (until_on < '10000-01-01'::date)))
);


--
-- Name: COLUMN loss.class; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.loss.class IS 'Ordinary or special damage (Civil Act art. 393); special needs a basis for foreseeability.';


--
-- Name: COLUMN loss.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.loss.sealed IS 'Sealed document: note, basis.';


--
-- Name: net_krw(public.loss); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.net_krw(public.loss) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (($1).kind = 'compensation_received'::text) THEN (- ($1).amount_krw) ELSE ($1).amount_krw END;


--
-- Name: FUNCTION net_krw(public.loss); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.net_krw(public.loss) IS 'What a position adds to the total of its claim: compensation received is set against the loss.';


--
-- Name: submission(public.claim); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.submission(public.claim) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ("substring"(($1).number, '-([0-9]{1,18})-'::text))::bigint;


--
-- Name: FUNCTION submission(public.claim); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.submission(public.claim) IS 'The number that the claim drew when it was handed in: its place in lists.';


--
-- Name: submitted(public.claim); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.submitted(public.claim) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (($1).number IS NOT NULL);


--
-- Name: FUNCTION submitted(public.claim); Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON FUNCTION public.submitted(public.claim) IS 'Whether the claim was handed in once, whatever became of it; before that it is its owner''s alone.';


--
-- Name: __diesel_schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.__diesel_schema_migrations (
    version character varying(50) NOT NULL,
    run_on timestamp without time zone DEFAULT CURRENT_TIMESTAMP NOT NULL
);


--
-- Name: access_record; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.access_record (
    id uuid NOT NULL,
    action text NOT NULL,
    account_id uuid,
    subject uuid,
    request uuid NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT access_record_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE access_record; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.access_record IS 'From where and in which session somebody signed in, looked at a claim, or did what weighs heavily.';


--
-- Name: COLUMN access_record.action; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_record.action IS 'As in the entries of the log.';


--
-- Name: COLUMN access_record.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_record.account_id IS 'Null where nobody had signed in.';


--
-- Name: COLUMN access_record.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_record.subject IS 'What was looked at; null where the entries of the request say it.';


--
-- Name: COLUMN access_record.request; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_record.request IS 'Stands in every entry of the same request.';


--
-- Name: COLUMN access_record.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.access_record.sealed IS 'Sealed document: address and session; emptied after two years, or with the erasure of the account.';


--
-- Name: audit_exempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_exempt (
    table_name text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT audit_exempt_reason_check CHECK ((length(reason) > 20))
);


--
-- Name: TABLE audit_exempt; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_exempt IS 'The tables that are not captured, each with its reason.';


--
-- Name: audit_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_head (
    id boolean DEFAULT true NOT NULL,
    log text NOT NULL,
    size bigint DEFAULT 0 NOT NULL,
    hash bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    CONSTRAINT audit_head_hash_check CHECK ((length(hash) = 32)),
    CONSTRAINT audit_head_id_check CHECK (id),
    CONSTRAINT audit_head_log_check CHECK ((log ~ '^[A-Za-z0-9_.:/+-]{1,100}$'::text)),
    CONSTRAINT audit_head_size_check CHECK ((size >= 0))
);


--
-- Name: TABLE audit_head; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_head IS 'The head of the chain, one row. Locking it is what makes a sealer the only one.';


--
-- Name: COLUMN audit_head.log; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_head.log IS 'Origin of this log, frozen at genesis; stands in every entry.';


--
-- Name: COLUMN audit_head.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_head.hash IS 'Hash of the entry size - 1; 32 zero bytes while the log is empty.';


--
-- Name: audit_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_log (
    seq bigint NOT NULL,
    change bigint NOT NULL,
    entry text NOT NULL COLLATE pg_catalog."C",
    hash bytea NOT NULL
);


--
-- Name: TABLE audit_log; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_log IS 'The chain: one canonical JSON line a change, dense from 0; docs/audit-log.md gives the format.';


--
-- Name: COLUMN audit_log.hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.audit_log.hash IS 'SHA-256(0x00 || entry), the leaf hash of RFC 6962.';


--
-- Name: audit_table; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_table (
    table_name text NOT NULL,
    subject_column text,
    case_column text
);


--
-- Name: TABLE audit_table; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.audit_table IS 'The captured tables, and which of their columns name the subject and the case of an entry.';


--
-- Name: case_option; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_option (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name_ko text NOT NULL,
    name_en text NOT NULL,
    hint_ko text NOT NULL,
    hint_en text NOT NULL,
    required boolean NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT case_option_kind_check CHECK ((kind = ANY (ARRAY['service'::text, 'industry'::text, 'evidence'::text, 'counsel'::text, 'cost'::text])))
);


--
-- Name: TABLE case_option; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.case_option IS 'The lists of a case: services that failed, industries, kinds of evidence (required or not), counsel, costs.';


--
-- Name: case_staff; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.case_staff (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT case_staff_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: change; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.change (
    id bigint NOT NULL,
    tx bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    role text NOT NULL,
    action text NOT NULL,
    request text NOT NULL,
    case_id text NOT NULL,
    subject text NOT NULL,
    table_name text NOT NULL,
    op text NOT NULL,
    key text NOT NULL,
    commitment bytea,
    salt bytea,
    row_text text,
    CONSTRAINT change_at_years CHECK (((at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT change_op_check CHECK ((op = ANY (ARRAY['INSERT'::text, 'UPDATE'::text, 'DELETE'::text, 'TRUNCATE'::text, 'SNAPSHOT'::text])))
);


--
-- Name: TABLE change; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.change IS 'What changed, written by the capture triggers in the transaction of the change; ids are causal per row, because the trigger draws them while the row is locked.';


--
-- Name: COLUMN change.commitment; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.change.commitment IS 'SHA-256(salt || row_text); null for DELETE and TRUNCATE, which keep no text that erasure would have to remove again.';


--
-- Name: change_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.change ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: claim_number; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.claim_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: SEQUENCE claim_number; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON SEQUENCE public.claim_number IS 'Shared by all cases, drawn at submission; gaps are allowed.';


--
-- Name: claim_service; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.claim_service (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    case_id uuid NOT NULL,
    service text NOT NULL,
    paid boolean NOT NULL
);


--
-- Name: consent_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.consent ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.consent_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: cosigned_checkpoint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.cosigned_checkpoint (
    origin text NOT NULL,
    size bigint NOT NULL,
    note text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT cosigned_checkpoint_updated_at_years CHECK (((updated_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (updated_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE cosigned_checkpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.cosigned_checkpoint IS 'Checkpoints with the signatures of the log and of its witnesses; thinned out with time.';


--
-- Name: court_case; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.court_case (
    id uuid NOT NULL,
    code text NOT NULL,
    number_prefix text NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    summary_ko text NOT NULL,
    summary_en text NOT NULL,
    defendant_ko text NOT NULL,
    defendant_en text NOT NULL,
    incident_from timestamp with time zone NOT NULL,
    incident_until timestamp with time zone NOT NULL,
    limitation_on date NOT NULL,
    intake_opens timestamp with time zone NOT NULL,
    intake_closes timestamp with time zone NOT NULL,
    demo boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT court_case_check CHECK ((incident_from < incident_until)),
    CONSTRAINT court_case_check1 CHECK ((intake_opens < intake_closes)),
    CONSTRAINT court_case_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT court_case_incident_from_years CHECK (((incident_from >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (incident_from < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT court_case_incident_until_years CHECK (((incident_until >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (incident_until < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT court_case_intake_closes_years CHECK (((intake_closes >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (intake_closes < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT court_case_intake_opens_years CHECK (((intake_opens >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (intake_opens < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT court_case_limitation_on_years CHECK (((limitation_on >= '0001-01-01'::date) AND (limitation_on < '10000-01-01'::date)))
);


--
-- Name: COLUMN court_case.limitation_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.court_case.limitation_on IS 'Last day on which an action is in time (Civil Act art. 766), as counsel sets it.';


--
-- Name: disclosure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disclosure (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    profile text,
    format text,
    filter text NOT NULL,
    members integer NOT NULL,
    members_sha256 bytea NOT NULL,
    log_size bigint NOT NULL,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT disclosure_check CHECK (((purpose = 'export'::text) = ((profile IS NOT NULL) AND (format IS NOT NULL)))),
    CONSTRAINT disclosure_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT disclosure_members_sha256_check CHECK ((length(members_sha256) = 32)),
    CONSTRAINT disclosure_purpose_check CHECK ((purpose = ANY (ARRAY['review'::text, 'export'::text])))
);


--
-- Name: TABLE disclosure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.disclosure IS 'Who was given which claims'' identities, why, and how many; its members stand in disclosure_member.';


--
-- Name: COLUMN disclosure.members_sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.disclosure.members_sha256 IS 'SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.';


--
-- Name: COLUMN disclosure.log_size; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.disclosure.log_size IS 'Entries in the log when it was made: a lower bound of what the reader could have seen.';


--
-- Name: COLUMN disclosure.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.disclosure.sealed IS 'Sealed document: reason.';


--
-- Name: COLUMN disclosure.seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.disclosure.seq IS 'Its place among all disclosures.';


--
-- Name: disclosure_member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.disclosure_member (
    claim_id uuid NOT NULL,
    disclosure_id uuid NOT NULL
);


--
-- Name: disclosure_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.disclosure ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.disclosure_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: download; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.download (
    id uuid NOT NULL,
    disclosure_id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    status text NOT NULL,
    row_count bigint,
    sha256 bytea,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    seq bigint NOT NULL,
    CONSTRAINT download_check CHECK (((status = 'complete'::text) = ((sha256 IS NOT NULL) AND (row_count IS NOT NULL)))),
    CONSTRAINT download_finished_at_years CHECK (((finished_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (finished_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT download_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT download_started_at_years CHECK (((started_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (started_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT download_status_check CHECK ((status = ANY (ARRAY['started'::text, 'complete'::text, 'aborted'::text])))
);


--
-- Name: TABLE download; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.download IS 'Every time an export left the building: begun before its first byte, complete or aborted after its last.';


--
-- Name: COLUMN download.seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.download.seq IS 'Its place among all downloads.';


--
-- Name: download_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.download ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.download_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: erasure; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.erasure (
    id uuid NOT NULL,
    subject uuid NOT NULL,
    kind text NOT NULL,
    case_id uuid,
    cause text NOT NULL,
    requested_by uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT erasure_cause_check CHECK ((cause = ANY (ARRAY['request'::text, 'retention'::text, 'restored'::text]))),
    CONSTRAINT erasure_check CHECK (((kind = 'claim'::text) = (case_id IS NOT NULL))),
    CONSTRAINT erasure_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT erasure_kind_check CHECK ((kind = ANY (ARRAY['claim'::text, 'account'::text])))
);


--
-- Name: TABLE erasure; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.erasure IS 'Whose data was erased, and why; the same lines stand in a file outside the database.';


--
-- Name: COLUMN erasure.subject; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.erasure.subject IS 'The claim or account; once only, so that nothing of it is captured again after its payloads went.';


--
-- Name: COLUMN erasure.cause; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.erasure.cause IS 'On request, after the retention period, or applied again to a restored database.';


--
-- Name: COLUMN erasure.requested_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.erasure.requested_by IS 'The account that asked; null for the command line and the program.';


--
-- Name: evidence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.evidence (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    case_id uuid NOT NULL,
    kind text NOT NULL,
    loss_id uuid,
    media_type text NOT NULL,
    size_bytes bigint NOT NULL,
    sha256 bytea NOT NULL,
    taken_on date,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    replaces uuid,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT evidence_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT evidence_ended_at_years CHECK (((ended_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT evidence_sha256_check CHECK ((length(sha256) = 32)),
    CONSTRAINT evidence_size_bytes_check CHECK (((size_bytes >= 1) AND (size_bytes <= '10737418240'::bigint))),
    CONSTRAINT evidence_taken_on_years CHECK (((taken_on >= '0001-01-01'::date) AND (taken_on < '10000-01-01'::date)))
);


--
-- Name: COLUMN evidence.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evidence.sealed IS 'Sealed document: file_name, note.';


--
-- Name: COLUMN evidence.ended_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.evidence.ended_at IS 'When it was removed or replaced; the row stays.';


--
-- Name: idempotency; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency (
    scope text NOT NULL,
    key bytea NOT NULL,
    request_hash bytea NOT NULL,
    status smallint NOT NULL,
    location text,
    created_at timestamp with time zone NOT NULL,
    repeated_at timestamp with time zone,
    CONSTRAINT idempotency_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT idempotency_repeated_at_years CHECK (((repeated_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (repeated_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE idempotency; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.idempotency IS 'Answers to be repeated: status and location only, never a body.';


--
-- Name: COLUMN idempotency.key; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.idempotency.key IS 'Keyed index of the Idempotency-Key.';


--
-- Name: key_fingerprint; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.key_fingerprint (
    id text NOT NULL,
    fingerprint bytea NOT NULL,
    CONSTRAINT key_fingerprint_fingerprint_check CHECK ((length(fingerprint) = 32)),
    CONSTRAINT key_fingerprint_id_check CHECK ((id ~ '^[a-z]+:[0-9]+$'::text))
);


--
-- Name: TABLE key_fingerprint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.key_fingerprint IS 'Which keys this registry was begun with (purpose:version); a server with another key refuses to start.';


--
-- Name: legal_hold; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.legal_hold (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    claim_id uuid,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    CONSTRAINT legal_hold_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT legal_hold_released_at_years CHECK (((released_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (released_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: COLUMN legal_hold.claim_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.legal_hold.claim_id IS 'Null where the whole case is held.';


--
-- Name: COLUMN legal_hold.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.legal_hold.sealed IS 'Sealed document: reason.';


--
-- Name: log_identity; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.log_identity (
    id uuid NOT NULL,
    vkey text NOT NULL,
    succession text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT log_identity_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE log_identity; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.log_identity IS 'Public keys of the log in their order; the last signs. The private key never lies in the database.';


--
-- Name: COLUMN log_identity.vkey; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.log_identity.vkey IS 'Name, key id and Ed25519 public key, as signed notes give them.';


--
-- Name: COLUMN log_identity.succession; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.log_identity.succession IS 'Signed note by the key before, which names this one; empty for the first.';


--
-- Name: log_publication; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.log_publication (
    id text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    CONSTRAINT log_publication_begun_at_years CHECK (((begun_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE log_publication; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.log_publication IS 'Under which names the log was published, and since when: then a guard file that is missing is no first start.';


--
-- Name: COLUMN log_publication.id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.log_publication.id IS 'Origin of the log or of one of its incarnations.';


--
-- Name: message; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    filter text NOT NULL,
    members integer NOT NULL,
    members_sha256 bytea NOT NULL,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT message_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT message_members_check CHECK ((members > 0)),
    CONSTRAINT message_members_sha256_check CHECK ((length(members_sha256) = 32))
);


--
-- Name: TABLE message; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.message IS 'What a firm told claimants of a case; whom it reached stands in message_member.';


--
-- Name: COLUMN message.filter; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.message.filter IS 'How the claims were chosen: JSON of codes.';


--
-- Name: COLUMN message.members; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.message.members IS 'How many claims it reached.';


--
-- Name: COLUMN message.members_sha256; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.message.members_sha256 IS 'SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.';


--
-- Name: COLUMN message.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.message.sealed IS 'Sealed document: title_ko, title_en, body_ko, body_en.';


--
-- Name: COLUMN message.seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.message.seq IS 'Its place among all messages.';


--
-- Name: message_member; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.message_member (
    claim_id uuid NOT NULL,
    message_id uuid NOT NULL
);


--
-- Name: message_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.message ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.message_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.migration (
    id text NOT NULL,
    applied_at timestamp with time zone NOT NULL,
    CONSTRAINT migration_applied_at_years CHECK (((applied_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (applied_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT migration_id_check CHECK ((id ~ '^[A-Za-z0-9_.:/+-]+$'::text))
);


--
-- Name: TABLE migration; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.migration IS 'Every migration file that ran; the id is path and SHA-256 of the file, so that its entry in the log names the bytes.';


--
-- Name: notice; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notice (
    id uuid NOT NULL,
    case_id uuid NOT NULL,
    version integer NOT NULL,
    title_ko text NOT NULL,
    title_en text NOT NULL,
    body_ko text NOT NULL,
    body_en text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    published_by uuid,
    published_at timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT notice_check CHECK ((ends_on >= starts_on)),
    CONSTRAINT notice_check1 CHECK (((published_by IS NULL) = (published_at IS NULL))),
    CONSTRAINT notice_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT notice_ended_at_years CHECK (((ended_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT notice_ends_on_years CHECK (((ends_on >= '0001-01-01'::date) AND (ends_on < '10000-01-01'::date))),
    CONSTRAINT notice_published_at_years CHECK (((published_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (published_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT notice_starts_on_years CHECK (((starts_on >= '0001-01-01'::date) AND (starts_on < '10000-01-01'::date)))
);


--
-- Name: TABLE notice; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.notice IS 'What a firm tells everybody about a case, for the days from starts_on to ends_on.';


--
-- Name: COLUMN notice.version; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.version IS 'Counts the changes: a lawyer publishes what was read.';


--
-- Name: COLUMN notice.starts_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.starts_on IS 'First day in Korea on which it is shown.';


--
-- Name: COLUMN notice.ends_on; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.ends_on IS 'Last day in Korea on which it is shown.';


--
-- Name: COLUMN notice.account_id; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.account_id IS 'Who wrote it first.';


--
-- Name: COLUMN notice.published_by; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.published_by IS 'The lawyer who published it; null while it is a draft.';


--
-- Name: COLUMN notice.ended_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.notice.ended_at IS 'When a lawyer took it back; null where it vanishes by itself.';


--
-- Name: one_time_link; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.one_time_link (
    id uuid NOT NULL,
    purpose text NOT NULL,
    token_hash bytea NOT NULL,
    email_index bytea NOT NULL,
    sealed bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    code_hash bytea,
    CONSTRAINT one_time_link_expires_at_years CHECK (((expires_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['registration'::text, 'password_reset'::text])))
);


--
-- Name: TABLE one_time_link; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.one_time_link IS 'What a link in a mail stands for; the row goes when the link is used or too old.';


--
-- Name: COLUMN one_time_link.code_hash; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.one_time_link.code_hash IS 'Keyed hash of address and six-digit code, for a registration.';


--
-- Name: pending; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pending (
    change bigint NOT NULL
);


--
-- Name: TABLE pending; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.pending IS 'Changes that no entry seals yet.';


--
-- Name: review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.review (
    id uuid NOT NULL,
    claim_id uuid NOT NULL,
    case_id uuid NOT NULL,
    account_id uuid NOT NULL,
    decision text NOT NULL,
    sealed bytea NOT NULL,
    commitments text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    seq bigint NOT NULL,
    CONSTRAINT review_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT review_decision_check CHECK ((decision = ANY (ARRAY['start'::text, 'accept'::text, 'reject'::text, 'reopen'::text])))
);


--
-- Name: COLUMN review.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.review.sealed IS 'Sealed document: note.';


--
-- Name: COLUMN review.seq; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.review.seq IS 'Its place among all decisions.';


--
-- Name: review_seq_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.review ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.review_seq_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.session (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT session_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT session_ended_at_years CHECK (((ended_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT session_expires_at_years CHECK (((expires_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (expires_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT session_last_seen_at_years CHECK (((last_seen_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (last_seen_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: COLUMN session.sealed; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.session.sealed IS 'Sealed document: address and device, for the owner''s list of sessions.';


--
-- Name: sign_in_delay; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_delay (
    email_index bytea NOT NULL,
    failures integer NOT NULL,
    day_started timestamp with time zone NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    lane bytea NOT NULL,
    CONSTRAINT sign_in_delay_day_started_years CHECK (((day_started >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (day_started < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT sign_in_delay_failed_at_years CHECK (((failed_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (failed_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE sign_in_delay; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.sign_in_delay IS 'Failed sign-ins an e-mail address, known or not, and lane; delays, never locks out.';


--
-- Name: COLUMN sign_in_delay.lane; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.sign_in_delay.lane IS 'Keyed index of the source, device or session that guessed; empty for all strangers together; `code` for codes of a registration.';


--
-- Name: time_stamp; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.time_stamp (
    id uuid NOT NULL,
    authority text NOT NULL,
    origin text NOT NULL,
    size bigint NOT NULL,
    checkpoint text NOT NULL,
    token bytea NOT NULL,
    stamped_at timestamp with time zone NOT NULL,
    CONSTRAINT time_stamp_size_check CHECK ((size > 0)),
    CONSTRAINT time_stamp_stamped_at_years CHECK (((stamped_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (stamped_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE time_stamp; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.time_stamp IS 'What time stamp authorities said of the log; each row is an entry, so that later entries are later than its time.';


--
-- Name: COLUMN time_stamp.authority; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.time_stamp.authority IS 'Where the stamp was asked for.';


--
-- Name: COLUMN time_stamp.checkpoint; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.time_stamp.checkpoint IS 'The three lines that were stamped: origin, size, root.';


--
-- Name: COLUMN time_stamp.token; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.time_stamp.token IS 'The whole answer (RFC 3161 TimeStampResp, DER), as `openssl ts -verify -in` reads it.';


--
-- Name: COLUMN time_stamp.stamped_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.time_stamp.stamped_at IS 'The time in the token, not the clock of this registry.';


--
-- Name: verification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.verification (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    verdict text,
    report text,
    CONSTRAINT verification_asked_at_years CHECK (((asked_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (asked_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT verification_begun_at_years CHECK (((begun_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (begun_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT verification_ended_at_years CHECK (((ended_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (ended_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE verification; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.verification IS 'Verifications of the live database that auditors asked for.';


--
-- Name: COLUMN verification.begun_at; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.verification.begun_at IS 'When another process took it up; anew where that process ended before it was done.';


--
-- Name: COLUMN verification.verdict; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.verification.verdict IS 'As the command gives it; `could_not_verify` where it could not read something.';


--
-- Name: COLUMN verification.report; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.verification.report IS 'The whole report as the command prints it with --json, or why there is none.';


--
-- Name: witness; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.witness (
    id uuid NOT NULL,
    name text NOT NULL,
    vkey text NOT NULL,
    url text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT witness_created_at_years CHECK (((created_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (created_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT witness_removed_at_years CHECK (((removed_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (removed_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE witness; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.witness IS 'Witnesses of the log: their keys, and where checkpoints are sent.';


--
-- Name: COLUMN witness.vkey; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.witness.vkey IS 'Name, key id and Ed25519 public key for cosignatures (type 4).';


--
-- Name: COLUMN witness.url; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.witness.url IS 'Submission prefix; add-checkpoint is below it.';


--
-- Name: witness_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.witness_state (
    witness_id uuid NOT NULL,
    cosigned_size bigint,
    cosigned_at timestamp with time zone,
    fault text,
    fault_at timestamp with time zone,
    alarm boolean DEFAULT false NOT NULL,
    CONSTRAINT witness_state_cosigned_at_years CHECK (((cosigned_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (cosigned_at < '10000-01-01 00:00:00+00'::timestamp with time zone))),
    CONSTRAINT witness_state_fault_at_years CHECK (((fault_at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (fault_at < '10000-01-01 00:00:00+00'::timestamp with time zone)))
);


--
-- Name: TABLE witness_state; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON TABLE public.witness_state IS 'How each witness answered last, for the operator; proves nothing.';


--
-- Name: COLUMN witness_state.fault; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.witness_state.fault IS 'Why the last call gave no cosignature; null after one that did.';


--
-- Name: COLUMN witness_state.alarm; Type: COMMENT; Schema: public; Owner: -
--

COMMENT ON COLUMN public.witness_state.alarm IS 'The witness has seen a log that this one does not continue.';


--
-- Data for Name: __diesel_schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.__diesel_schema_migrations VALUES
	('20261123000001', '2026-11-29 05:43:46.026628'),
	('20261123000002', '2026-11-29 05:43:46.085751'),
	('20261124000003', '2026-11-29 05:43:46.233047'),
	('20261124000004', '2026-11-29 05:43:46.242741'),
	('20261124000005', '2026-11-29 05:43:46.259818'),
	('20261124000006', '2026-11-29 05:43:46.280503'),
	('20261125000007', '2026-11-29 05:43:46.281607'),
	('20261128000012', '2026-11-29 05:43:46.283351'),
	('20261128000013', '2026-11-29 05:43:46.286304'),
	('20261128000014', '2026-11-29 05:43:46.296339'),
	('20261128000015', '2026-11-29 05:43:46.302841'),
	('20261128000016', '2026-11-29 05:43:46.338624'),
	('20261128000018', '2026-11-29 05:43:46.351941'),
	('20261128000019', '2026-11-29 05:43:46.354654'),
	('20261128000020', '2026-11-29 05:43:46.356159'),
	('20261128000021', '2026-11-29 05:43:46.364227'),
	('20261128000022', '2026-11-29 05:43:46.380971'),
	('20261128000023', '2026-11-29 05:43:46.392053'),
	('20261128000025', '2026-11-29 05:43:46.410595'),
	('20261128000026', '2026-11-29 05:43:46.415632');


--
-- Data for Name: access_record; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.access_record VALUES
	('01a225d4-b834-70ca-8bac-41e34538e77e', 'account.confirm', NULL, NULL, '01a225d4-b82f-7361-ad79-b2f92db4d98e', '\x0001bd3ceff6dc902f8468b49eb594b2eb0d85d872fdf44365762ed422628011ba844c3ef58963ea5ae01cbce79c2681ae36e1661b74827584d3f68a2691a772a1490e0920bd529a1ba1bc77ada244a21ad142fe6a7910ac0200015b332c8f80f45d59f1ff5d4bb2810be4e8fa2e23bbbd0845968e', '2026-11-29 05:43:47.504673+00'),
	('01a225d4-b880-700f-9c53-881cd81733a3', 'account.confirm', NULL, NULL, '01a225d4-b82f-7361-ad79-b2f92db4d98e', '\x000175f2f2596684b1dde07b1445cea1def9797e1f2bf76006c4a8098e539ec084988256af0d0c52777205d1fb6b91855049f889cb0491646c9a28f0a5aa90c121d9cdbaef224cfe7ae6a23719feb7b076800c163b800c5cc3cea3d23bfca80f21259cad7cda678db56c00227ea70ed33e7662076f', '2026-11-29 05:43:47.571771+00'),
	('01a225d4-b8b5-7524-ac64-a36fb3ea71f0', 'session.begin', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b885-702e-93e1-cc5e54920bcb', '\x000157d316ef8c2b35b68dcb4e372a4369c8838c896d0d6ab56aee46b263821636e340a6a73f997d1349610401f06829ff59a4655689eac2cc1951704a7a358abab7ce6e644a192f65a71ce5ce5f730b31727d0f82445c7bf476efb780dfef5613c09fb2a78c60df117e34ae303f20549624123bf02b0e2a2da45845a9c90bfe79422f47672c86aae6e4b53dca868dbb97c4556fc35e6ec27fe41576e7b38f4b7623198f3325f05ce7cd5210fdab4e192658206356c12d5eb421d9c2a1a24ae05b166e6fa82544f697d7e62cdb2868e39ddc183a331b5c8b0a9f', '2026-11-29 05:43:47.632692+00'),
	('01a225d4-b905-7789-8010-71bc7e66315e', 'consent.answer', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b8fc-776f-8150-39f91c4d73df', '\x00017e0804f9f469c6032912a27904846922bbd747ddbf736b97290aac421ddf379678fdcf57bd76e2ad63a3c88eb4d2920bf9f4839dc6abf05e2b047c61fbdc5189433eeb2ddd0269f450e554f9d5efed2155f7003f41a3ff5043eea624ebce25379bc4c825de109a553d94eec86366c4857fefa889604ef171713fcdd7cb8dad6e39e770073f722856c29a2d458e50f175f90f239054323972bd01e4053e0151881c63d186b1e679d5ee2c6811d121489b0c39c0fd51e6286860eddae5de74cbebe3ed209783475ee0790b9e321c84cbe866eca6e0204067a7', '2026-11-29 05:43:47.70962+00'),
	('01a225d4-b90e-76f8-b857-f8913dbf24b2', 'consent.answer', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b907-7051-bea4-5cc2a4d81138', '\x0001c058d21e8de732854d5f388aa3b5da267b31d8cae2a12e1ad6e0a650f08d104d954f894b340a67e97b0ccf689cc29096b9fdc89b621057455661a7100f5081296feb2eed5c885e694e2feb117dd11def2e62ad66759df0ebc5c7bcb9618fb96e941a33f27847ecd374116cdbe724f971c1b5a5439cfad16686048c28a4db71d7b5b08dc752d3b75331ad3beba62e7fd6b3dfe5809c176e339a9057f44c35ea404b7a493f8cbb85afceb1181780833d4ccbc957a714401ae580f362c1a0b8bbc47f10f21f1099b9720d22bdc0ce4513d1eef96f7b58fd4af1', '2026-11-29 05:43:47.720879+00'),
	('01a225d4-b918-7620-b2a5-1dfa32935e88', 'consent.answer', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b90f-7247-bfd1-06cfaccdec5d', '\x00019f0b6cd9819a6ecd1c86d31e84032f7396202455fba4cee1d1b62fdcfff55d83def357647903024692b4f146d523feb57acf312557f74bdb7e71fcf2229e9d0b8117399c147c3c308f0c23acb372193c9553222a112b7a4adada67fcb198f85c2738cb95a19c21a0e8d4f8a0ed6a8847226b3bde504d7fcaf118ebebb635a1d34010e34912c65f657ad0383685823f83254be9d64f2879ac2d01759dc5288c68acbd2b3f8ef782ee0aeb0a2527a4ebff1386bb1e0e45d0d59cea83edb5992d81d3cd271197fcab0d92b37dd5ccdf03308ebf794dc0a544f1', '2026-11-29 05:43:47.729039+00'),
	('01a225d4-b923-7113-b103-013c7a3d3c2d', 'consent.answer', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b91a-7500-9c9e-bd08022bc1b4', '\x0001385b25ffbe56b91ce8aa3d2f558500bd641498ece32d492f0ad36216851320400dcd6f87f30a9be9c56a913c566837075a4c37a43fb2e00bdb5eb7c30b2080d70325501b45f266eee72d9c6c7cc0650ed31896424c2260e33b7a33ddd6d21e0b78a3048f2bc9c7f45663a3f6f85427a345ee9283aeddce6561786d1ea8014f7948fd6e92fd777c58e9cdcffd32d9f91610fca1922f0a3dbf637bcdb05c687a352c2d45d7080bc291619a9b55c5248d59a993378ca8b9311c89d41d0e60c8af1a4925c182e12afa8257ab4823877f5caf991581c7d0e3e8fa', '2026-11-29 05:43:47.73913+00'),
	('01a225d4-b92b-751c-8285-ff71739d153b', 'consent.answer', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b924-75d3-8756-3333ca8f55ac', '\x000120cc683b5942af581fa501a2a47acb94aa6160b395ab79c3c3c2a5d17c71d9dcdaa7445b1034a6b576abb260c642a05d0a976796fb353f1fbc5d9bb736d3a72ebe3e592fee43abac05bd75dbc3ebc6910a998c0680ae099399d0a9f0155229f6c15fb43082696ec9b3213dae9546b3425e789789d1600725a26ce9deeacd5a900c9cb0a34ba412edcc7183de77d65d915405263fafd581716ddc5337a80e1a12cc3725379244741bd239c94edd77b833ca6ebb951756bf7f10e10b2f8a53ae2089b4917a8fbd7803e8adec41892e1dfa3e8f1139384640fc', '2026-11-29 05:43:47.749754+00'),
	('01a225d4-b93e-74c3-a135-8f7ea313e009', 'claim.submit', '01a225d4-b878-725c-aa6b-d6d4cf089f02', NULL, '01a225d4-b932-74dd-91a6-22b6f3f18531', '\x00013621ef82cc103dc8eafd0d945714de35d54b5d40c6142a145fe5039006e5f18de4afd8352b308afd214c9646bb2656528e93bbfbe688a385e30178a17586e94f3e50a1eb414a0c8dce48886002612fdfe41f2435cd772faeb8405af7b29ed969c9afc98b16886d0e18330fb3e5b456e592ad9509c9aaed48bdc3d4f3b81ae2e511c7f122ee7f96a7a0cb33712e2b5fb0886516f96f2c8ba8fac01d756713624fac99b95d7a4112e0cf75f4d3902538846bc61595fae096581c429f22fe937eea01140a74ae652108b657e101f055681cdd5dbc5e8b25ef30', '2026-11-29 05:43:47.763427+00'),
	('01a225d4-ba4b-7108-8d07-477c9fb3ab2e', 'session.begin', '01a225d4-b998-7290-ac46-918c6716e86d', NULL, '01a225d4-ba0d-7479-a574-db2239a92390', '\x000177a9a408dbc3891889d5d0ce832b8142e7127a97b8ab27231e83942ae7cad1c7e550113bc342956f81aa35076f86550a6a4a88e024ee0d49112cea34f2e7b3d1a703feb19343502853406c45c42ce287e9aa2a71e2d5398e528f530e14c095d7a7e7e17c29814cd4ec13c4d2db45841127dd478853aaca2ad12fbf8410996868a5fd9fe2e464140085e5f164532587a0e9940a3ee7bf17d1a413043eefa22bd546948ab8febebb09d297908123af5ff828bc8d704a5aacf61ef5143d76c6ba462052b338cbeda08d4b541960bdd5836cba13823bc2d653c6', '2026-11-29 05:43:48.039461+00'),
	('01a225d4-ba5d-717f-8ee4-cefa49990c64', 'review.decide', '01a225d4-b998-7290-ac46-918c6716e86d', NULL, '01a225d4-ba4d-70e3-baa6-d0aa19b51827', '\x00015d25a7dee8438774a43666a37b31b73edb6a1e678aea347b945f365f1982c6130e2e594771c49238602a04a762add0270f515e5676fcc75c7481fd648330c42534f20ef9df6b8367861a222206716bd6396b99fda9ff064a1247411adca2543a45029014188b1a762dc7b0d3efb7e7b71d5180849bf5721624847d7c8b0921823f49276cd35031b6653b5908f32c6a011404e8307d9a4de0c185cd65e2827169f4c2812c53dbfaf318adb0509beb57372f2f71589e06568716c380a3a461a8167fdffa8ff368620f987c08d8dc1a131f3fb74d6c155ecb9c', '2026-11-29 05:43:48.04921+00'),
	('01a225d4-ba6d-7670-a0ea-df09e645e4f1', 'review.decide', '01a225d4-b998-7290-ac46-918c6716e86d', NULL, '01a225d4-ba60-7215-9e8d-c7e9555d5ddc', '\x000156e7035e1019e2e33ec52e05858fc2a3e30c8d15ae0991892e60944cc7cc258e2f77d0ec3304b781478083e2164191a66203a6965020a78352305c0700d6b94d8c7f487d75a781242adab25380ccebb7e0cf5b068bbcba1a856cbabde71ed3c62a0fa93654b35489285d172908447ac386c31288262aede910a2e5f510b87b63a837a2b4ed0bb7ee1bceda905702739188a6bad33e144730e7b7438896c0de2a90bde73abd4b2cb90081d5e462f6f8f70e2c33ddec7be8b2f71296ab12576d2b845455ef8e0f01d0d7f9690a11f5ddc650941c408a4aa5eb', '2026-11-29 05:43:48.065948+00'),
	('01a225d4-ba78-75ec-946d-ccb4775cd575', 'export.make', '01a225d4-b998-7290-ac46-918c6716e86d', NULL, '01a225d4-ba71-7338-ab42-0158e7dfaad8', '\x0001e8f343790e04798b300c6dfbd430ecddc6fbcd0ebb045c65a215a99f2f446e5757ac168344194c40f282210d93d99ee0a329494177c59dfe249c2e0cfa3920ad801eeaeac2ed444a44e039a329b17a5ada2c7edf9f48262b65200295771faa81eec08d162f9489eb21adaafc07dd7736a3ef9b4ec691ea53cc4d94ecd4a79d5cb070263fd5444301586bcb0a9a651d5841a1496140669682131f242f882e834f973768e84ff78bd8423caa7f1964c4b37b333f958d4af937eebc6044fe4fbfcbd94fc89c6610872ebb5dca926410b318593dc84fea10066e', '2026-11-29 05:43:48.082832+00'),
	('01a225d4-ba80-72ce-aee9-0d859ba38633', 'export.download', '01a225d4-b998-7290-ac46-918c6716e86d', NULL, '01a225d4-ba7a-7523-a19e-e105d3a3cc21', '\x0001b8131804109f151dc99e37948fa4e077555a584ed598195aada7a336a747a39828f3526f383e3b54e71287a081328c52755627d05f5789c8efe9d42e96c8b5c38870a32137d453edc62e7058545347ebd83fb129ad13e812d4bf52dc7948bdfcdb4e107d1251c9d591894b12190ba4d146edf70172d956579bb5325000cf9ce0020501aab11de76cbc0151fd1eb27e4b7f995d1219a159fd48b3a0fa6d8c10b216419b8543e18af688c03ad52120b7d8a1a41f238f2d57c7d684c00cde7e21a1c35f7cf4b9b2a8837741f464ffc1cd162de166c8e6425eaf', '2026-11-29 05:43:48.092294+00'),
	('01a225d4-bb4c-743e-b9d8-d0d213c16eb8', 'account.confirm', NULL, NULL, '01a225d4-bb4b-730d-a36b-800f804467c2', '\x0001fc6949ddf0a43ece603d5d5c75f49fec712605c7b8975b8a4a0440a789cb4f9b0f538bd1a65d2df8fc50e5858102f4b0e000cd1e607f1ffd75ef653d9a324571c2bc8fde65d3c79054f41d1c54540b4534e81071cbe494be9b1edb03b974571be865b7dfe71c65188a6540e1dae560b53b33b0', '2026-11-29 05:43:48.300134+00'),
	('01a225d4-bb89-72ff-872e-834b9f498089', 'account.confirm', NULL, NULL, '01a225d4-bb4b-730d-a36b-800f804467c2', '\x000117240c65c39e9514eca9d7a910fbfbe7020598ad56a09eddf681825dfaccd68c9d3c629c494df303954c405c2cfeaf69f97909273a7b61bce6d9b7f57f2e31f7be757a684450dd20d7638469932464f58c77a318d6212382f9700f047ca81454bbd6d7663ba89978704231f0049068c4e87578', '2026-11-29 05:43:48.356998+00'),
	('01a225d4-bc0a-7082-9d4c-304b8ba5a254', 'session.begin', '01a225d4-bb87-7735-b017-256e50b8b486', NULL, '01a225d4-bb8b-7398-ad53-058f45f90176', '\x000142a64b300a17fca4540bd587dce4a2861156b1777d2979e8b85737143ff9e11aba811d0cf99756ba08881be0e4c12be349096b95bba2b613ef37edf3c5437d76288b87e004992fd631ed621ebad0231e710e57373d7ea950c2aae8aa31c0ded1c84e680eed84c0b0f8d9a0ac9dab380d6710640ce60edcbd0b6cdc6b75e2a25974f0a57af1a1c6f0c147ead12edc25a8708bb82ff432751968595a068547261faddf87df6a501af0e7f2739f79205cae775073fb0846427b337274ad95f1ae2e37163fda68e5199c777f29ebc6ab25aa9f5ce2673b92f2af', '2026-11-29 05:43:48.468644+00'),
	('01a225d4-bc52-707e-829b-b9c1d33abdba', 'account.confirm', NULL, NULL, '01a225d4-bc51-76e2-b032-8f743fe8c315', '\x00014b2d76f33bbeff7804d094b53c997cfb6cf2a7e1257972d975f333815ad205c230e25a20567c64323e796e2e037c75680449aa6f50b3eba9b39650c9e92b2a14c9586b9ffbf5de87bab30a176cd2a398561ba0631c8d8c008f12b89e3d4fef0576d29a664b09b1db626a7e2ca42c0b76f575ec', '2026-11-29 05:43:48.562226+00'),
	('01a225d4-bc83-7490-a28c-340dedc47d03', 'account.confirm', NULL, NULL, '01a225d4-bc51-76e2-b032-8f743fe8c315', '\x00018157a724b9c9303e34c4657ee8979e2c9e288f729fa11461976f387542d19c915fb15b17a20b53ee11cfe106038e281eb9143e6f907b8fd17cc3019164e88d551f0ace758d6d01fd85440289e34f56858cfb71bb6b6a60ef1816f876aeba0a0010c8e1cb501f43fc8dc1ed8c0c3a97b5e69534', '2026-11-29 05:43:48.608658+00'),
	('01a225d4-bcb9-761e-a1d7-0837f3eae07b', 'session.begin', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bc85-7376-bcb1-200df69adb2a', '\x', '2026-11-29 05:43:48.660407+00'),
	('01a225d4-bcf4-72ec-ad8b-1c963cf1b537', 'consent.answer', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bcec-72d4-b69c-c1c0ec152f90', '\x', '2026-11-29 05:43:48.717662+00'),
	('01a225d4-bcff-774f-abaf-1ea225acae83', 'consent.answer', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bcf7-775a-a675-d28208672593', '\x', '2026-11-29 05:43:48.728465+00'),
	('01a225d4-bd07-7604-b96f-959940777857', 'consent.answer', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bd02-74b7-8454-5d63303e3ce9', '\x', '2026-11-29 05:43:48.739538+00'),
	('01a225d4-bd0f-7198-b0d9-e005454f6ab6', 'consent.answer', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bd08-73be-9d1f-8c59d3c646ca', '\x', '2026-11-29 05:43:48.745434+00'),
	('01a225d4-bd20-7335-8c0b-2f972af3fcd2', 'consent.answer', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bd12-7548-a237-b01698b8c4d9', '\x', '2026-11-29 05:43:48.756639+00'),
	('01a225d4-bd3f-73ff-b773-ed7880e41f83', 'claim.submit', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bd23-76d3-899d-ff625fa13316', '\x', '2026-11-29 05:43:48.772258+00'),
	('01a225d4-bdcc-74d2-a687-efba67bc846b', 'account.erase', '01a225d4-bc81-70ef-8dba-7d453052146f', NULL, '01a225d4-bd43-7227-b422-8b6564cf476d', '\x0001ca8abc5b87e4aa62779e117edbfe1ec4b384fc8fad14a67c43195ab7c289c05175e724fca92ba4cf1ee60986e3351c90d8d532155c7ee8d3c237fac02ceb4412c9a6129d8f26f7fdc7d5a238b5237663df6f9cfae88e20bd1c90a7a3b6e699befeb43e6affb9d59dd90f90df0382642c239f1521c9bfd8341dd08ae508ca33c9ee211e8b24dc4d7d54042687e16a42f659b5d7323e813ae2ef56c9e078eb0886c2ba1d1259a86baddcd0ca8cffb9df9bbfa068aa14955aa175f89e1d0a03eff519a133b9089aa818be186869b2a459a9b87fcc3ce1f10d7a', '2026-11-29 05:43:48.857382+00'),
	('01a225d4-be69-70eb-a2cf-ad09dcd71b13', 'account.confirm', NULL, NULL, '01a225d4-be65-7534-97f1-9ee779329377', '\x00013cb815b104ae5c89494a5bcad62aa0b11a1d844046725e840d7acd79b937f9ee01220140f2a1b80803369f9ed98348e54f53de7cc1fa84f9d100ed1f49ad6dd37d433c8f6e727d35b6fa8113e703d89c95c92c37b277e49a00046215bec6a170246f32a91d14471fab4f31fd031308eb7815d4', '2026-11-29 05:43:49.097157+00'),
	('01a225d4-be96-761e-a411-4a367f224fd7', 'account.confirm', NULL, NULL, '01a225d4-be65-7534-97f1-9ee779329377', '\x0001817a4f654b8e93193349e41f6bc14b08b427d7f506ccd77e49013f521b3c829f5bb3795e3e6af06b640b5a2035db1f13558d314f90bc01e9e8ac1ffe542f8f2379bcb6db7be716600e9e7ee901618a0c55d1dc2f8f9e85ba1b08f45d6c4265d06cbeb620b7609c2047d1dc57a10aed158404ab', '2026-11-29 05:43:49.139869+00'),
	('01a225d4-beb6-7051-a24a-ed1a81c6707d', 'session.begin', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-be98-72f4-afad-20b51f91ebe5', '\x0001684eae283396d96a56b5e65e109f0ba92ef88a6872301fefb6f8377577bf1fe65054fb863896275d1cd09eb9baec834a397e25bfd3f04739ff13835720f0fac466fdb9fec93c1c86700286626265647ac5996384b6ee50cb49e5117234cd9cdeaa5fdb2356439c343d84c7b61c329e3729aab79d31f47ebe421d84994119a187f33484c4bcdd6bce93292242599826fb0113802a785c90b1cf3afa301479a79dc629156630c30619137b2626eae612a410e52750516ae35f10d684fb2add767c719ce4be43ba01ba7dd1a5334cfec9450f313dbf4e20aa6a', '2026-11-29 05:43:49.173152+00'),
	('01a225d4-befc-7750-8936-e453c335131c', 'consent.answer', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-beea-7708-a011-e45e335e8df5', '\x0001fe4ccb13f6c0e69f7cb709d6399ba23f95a8dd332d7e1e468dd60c8f0452e3e8e70890933a1d2e52327a0b6c341d95cc3a98eda5b2093a20bf37f8af4d1b17c4b453c81ffad8db826071ba18a4d164cf427b8f49ddaa0429a583b9effdae37e2e5d894792d7b2c42ef71595074c35c3296dcd7280f1d307279c1d1da62dc04d426c8718a1fcc7da76c1e450dcd3acd511e9e0bb2725bf2377779d3e0acc4524480aa8e0710db49bef98cbfbf98abc26a56bdf4c848331ff0aec41e761506b0811256615ffbb9f69b81a12f10324492353a8cbb78abd8b708', '2026-11-29 05:43:49.228081+00'),
	('01a225d4-bf09-75e3-ba16-5a403259f13e', 'consent.answer', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-befe-76c7-9303-39dfc9d89d75', '\x000127df91db6a0229e46eb70e79227075c2bb204ccf3f356e7b42a7ae0872be3e874c95a7cec0dd30730547a0f3df0a5acf4d9d42a0f84be747b8c626b89f925731bca14b67d48437b3e1adbea06ad12e5a3dad50cf0f0c933ae5cdd502a5767205b9c37d948bf4f17cfaf49ac5ff957ea61bcf32608d608486662c85c001a6f6f3082547be5233c0690f33546618c83131c3039b955032dc522ddd8f697963c4549f20700253ab3cde4e35175fe8705eadead1bf30744be1cf3f06aa766777d2c56e27bed06e8ff0677342d90d723f256501aa67f8441f9849', '2026-11-29 05:43:49.248933+00'),
	('01a225d4-bf1b-755c-97ea-140a1edb0971', 'consent.answer', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-bf0c-760e-a7d7-a5cce2881a27', '\x0001e3e79d817b2afb25ea4e44b0541354b3ccdb873e3e49839e8fabfb1318ce800d46b6998b78cc2bf3a1e51e562cb8254287e031a1196f6dafaebe1e84242a8fe01cf883fce33ff2613f1c16de70d61659f70312b6c965723f1982d2ea0975153adaf4ae115c85f6c0b42c074a183685ba49b97e631105b4a9af4e35c38fce98306a1c13d01bf791bfcffdb8eb00f8fc90350821226ef37d0b498e095fd269ffca4dca560753207cd77f4ec2d7ee50551d35f79ac56e760ba269471c29ede6b0c2020341d663a9b7a5b1244fceaa67918177636293395597e8', '2026-11-29 05:43:49.263475+00'),
	('01a225d4-bf28-7712-a4af-f34ba180da2d', 'consent.answer', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-bf1f-751e-84c0-ec9e42a59e4c', '\x0001bdd306d59a19ad8a8359f1db784740d6eefd2d4212afceac848485807440d95a7554ac91636fdd1aaf9f201a0377c0e1ab831c8ee47026ddbb7d5fcef34aa4b98254d61e13abd6707c10ab03690d883661e54ce0ee5424b0d993f71e6a195722dbe51ccf26d6fc6bd5bbbcbf06737cfa19b0d319ad2de80a28442ea01e89c2e14829bde45327d74bc7b7d214316a4373e4ac7647659a65c2c8dadeeaa07fe2ec5f458eb4cfaaa81ff84b821d3745c6c1dbcc5b01db5c68835069678fbbb767bab173eb5ca0d7f5b81805769d63483b0d46068bf9cc0876ee', '2026-11-29 05:43:49.280699+00'),
	('01a225d4-bf38-730e-8bcc-296da0ec5325', 'consent.answer', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, '01a225d4-bf2b-772e-8311-489ecf3d0cad', '\x00012a9df3a7cbea39f6ab9d3ef1be6390dd3fdd68dbb012fcc9a0f8bb89a217178abd4204fc71aa4c0fa6addb5d5447fc8293b5b3925f67452bdcb5a6fb150fa7dc8cd9ed745e0a32de0dc77ace352ccd8f84dadd2e9a09c2d82a26dad2be9a492943914c8c48bc8241b24b25c4747bd41b13d094c57be6e75229551c2d871879e84a57b6671647195cb86ad3cf6c5b7942742019240ba1b46b49571760aa9c41018081368e2ceb243399fd68fbed9183b26aed75a2de30d0a5890bdadc0d8561ea0b79ba4968fcbee4fc8cb8c0e358d8c4aebeff9482af33bf', '2026-11-29 05:43:49.293557+00');


--
-- Data for Name: account; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.account VALUES
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'active', '\xa48c97b10811adcd137dac020ddfd587cee6b0bcadd19b40e158dd8ac26099de', '\x000108ddade1f2a1f25f692c6723069e8d41e006b7da812fd458071b5754c9420d5044a8b77be5d5f4758ae207fbc6a54e88eb6c45ca2fe2d8e6c66f6734b4977971a2cd17c3c09ac62876ebc6de83970113c941e14cec9a46c93bb4fd3c8b768f6ed7b1a77185ded5cffb8093f6e0be402f9662970d20bfaa234e8f97ec', '{"email":"8c402772a8be3dbd9f03bdaa4600bf60626c4d7e07e15526891610b9cd495107"}', '$argon2id$v=19$m=19456,t=2,p=1$cIt9ovUDdPWRYZRPhsqXjw$ynV0jfDtaa5SITc3eKiuNSvcfDIteJRYDTDKLVEhHWc', '2026-11-29 05:43:47.571771+00', '2026-11-29 05:43:47.571771+00'),
	('01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'active', '\xc428fcfd300b844ee49ea62d9f5a36d99d827d7d960ee4d4edf78cc55751ae3c', '\x0001618b3c6b7cba3b7031cd603c36805d1c278bfff05fecb632c7c07bab069df3dbba4a3d8864a7343dd0aea36c906dc38607b3fe19b02ee18f5b7bd6f684912449974322dd083be2179f3f107e080261cd83a7a093ae868d587939acdb179df325540bee8c9a7fd7af441844628067b1d6d6c55a22abf4b8629bcf401755579e1b36302d15da1aac5f1fc1dc7bf6a99359b0c416da35ddbcb331f102a0309c5573764731728dca60065592c0f200162190624f94efe2f6882e4ee1f2d4ef9f7b869850dc8412', '{"email":"48359fc110cb97bdc77cb4358ba98aaeefe42cfe9ed19ac8ae95fee10f03d189","name":"d237479a6ac94753a3996912da6643b0a1aa36a4355a263129f59b0f4d530036"}', '$argon2id$v=19$m=19456,t=2,p=1$XDFQEkj7ShQqrFAJTvc+5w$gcPIoqhg6V9UaozYdCFf/MwtxOfocglj3lKtP7BxrRo', '2026-11-29 05:43:47.857509+00', '2026-11-29 05:43:47.857509+00'),
	('01a225d4-bb87-7735-b017-256e50b8b486', 'claimant', 'active', '\xbdaba464b0ccb3fd4517dc1d76ad4540e37696760527f74bf86355f997bec496', '\x0001c84a16d46b2e02641dfd692d7d88b3134e23c17fbcd1f9db9b2925659418efee898c8d62e8aebb28883986f5923b97b5df50d46e61d664d97d105739f27e80a807368778357215ad1088054bd4d58ebd52e17978beccfc90e4dc03bcfa62c79307fe40cc24841206abd6e0899e29279da568f2b373e369f4e472e7', '{"email":"b757199db6b32d6be509e3ff27439117bba05596fb257943c20581b914b759fc"}', '$argon2id$v=19$m=19456,t=2,p=1$zR/cOrbzHbFmZlfRUaY3wg$oYayADHEjtoUSXH0alQAK4OKNPg1xhR/G3s+oe50ZHk', '2026-11-29 05:43:48.356998+00', '2026-11-29 05:43:48.356998+00'),
	('01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'disabled', '\xff443ee0816d39e57e1be7d7872e53008031654500d3394021d83dd15f57556c', '\x', '{}', '!', '2026-11-29 05:43:48.608658+00', '2026-11-29 05:43:48.608658+00'),
	('01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'active', '\xba208777250a5b3b047d2f09e76fd4dcbe31c5184fa3ec539d56e84e943066fb', '\x0001ec763a08553e76b885d5314c06214b2445bf5bdd108c317dcf9eb8df2db783f1bc2e00a23abbd735686c136ae1b7a54e098a6f0ee94b17580d741a548d05cd4b38c75ccf174b45492c5921033d1d36e96cff81d8c416abf4ecd1b332a7cdadb81f43c3dd0d6a001281f6030678b0aae9e729f2f50076de6fef2845c047a9f8', '{"email":"8bac09b9a1ade5582b3dae0554dc063103af79cc98dc5677b748e03f3994a2f6"}', '$argon2id$v=19$m=19456,t=2,p=1$qfsyIgObeSu2bLdZvoloFw$ZElU5rLiEMzGafRH7rhe6dFsCQeuKxD/UdSuGkMsVXM', '2026-11-29 05:43:49.139869+00', '2026-11-29 05:43:49.139869+00');


--
-- Data for Name: audit_column; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_column VALUES
	('migration', 'id', 'plain'),
	('migration', 'applied_at', 'plain'),
	('key_fingerprint', 'id', 'plain'),
	('key_fingerprint', 'fingerprint', 'plain'),
	('account', 'email_index', 'sealed'),
	('account', 'sealed', 'sealed'),
	('account', 'password_hash', 'secret'),
	('claim', 'sealed', 'sealed'),
	('claim', 'name_index', 'sealed'),
	('claim', 'phone_index', 'sealed'),
	('claim', 'business_number_index', 'sealed'),
	('loss', 'sealed', 'sealed'),
	('evidence', 'sealed', 'sealed'),
	('consent', 'sealed', 'sealed'),
	('consent', 'signature_key', 'sealed'),
	('consent', 'signature_bytes', 'sealed'),
	('review', 'sealed', 'sealed'),
	('disclosure', 'sealed', 'sealed'),
	('account', 'id', 'plain'),
	('account', 'role', 'plain'),
	('account', 'state', 'plain'),
	('account', 'commitments', 'plain'),
	('account', 'password_changed_at', 'plain'),
	('account', 'created_at', 'plain'),
	('court_case', 'id', 'plain'),
	('court_case', 'code', 'plain'),
	('court_case', 'number_prefix', 'plain'),
	('court_case', 'title_ko', 'plain'),
	('court_case', 'title_en', 'plain'),
	('court_case', 'summary_ko', 'plain'),
	('court_case', 'summary_en', 'plain'),
	('court_case', 'defendant_ko', 'plain'),
	('court_case', 'defendant_en', 'plain'),
	('court_case', 'incident_from', 'plain'),
	('court_case', 'incident_until', 'plain'),
	('court_case', 'limitation_on', 'plain'),
	('court_case', 'intake_opens', 'plain'),
	('court_case', 'intake_closes', 'plain'),
	('court_case', 'demo', 'plain'),
	('court_case', 'created_at', 'plain'),
	('case_option', 'id', 'plain'),
	('case_option', 'case_id', 'plain'),
	('case_option', 'kind', 'plain'),
	('case_option', 'code', 'plain'),
	('case_option', 'name_ko', 'plain'),
	('case_option', 'name_en', 'plain'),
	('case_option', 'hint_ko', 'plain'),
	('case_option', 'hint_en', 'plain'),
	('case_option', 'required', 'plain'),
	('case_option', 'position', 'plain'),
	('consent_text', 'id', 'plain'),
	('consent_text', 'case_id', 'plain'),
	('consent_text', 'item', 'plain'),
	('consent_text', 'version', 'plain'),
	('consent_text', 'language', 'plain'),
	('consent_text', 'required', 'plain'),
	('consent_text', 'title', 'plain'),
	('consent_text', 'body', 'plain'),
	('consent_text', 'sha256', 'plain'),
	('consent_text', 'published_at', 'plain'),
	('case_staff', 'id', 'plain'),
	('case_staff', 'case_id', 'plain'),
	('case_staff', 'account_id', 'plain'),
	('case_staff', 'created_at', 'plain'),
	('claim', 'id', 'plain'),
	('claim', 'case_id', 'plain'),
	('claim', 'account_id', 'plain'),
	('claim', 'number', 'plain'),
	('claim', 'status', 'plain'),
	('claim', 'party', 'plain'),
	('claim', 'party_mode', 'plain'),
	('claim', 'region', 'plain'),
	('claim', 'industry', 'plain'),
	('claim', 'commitments', 'plain'),
	('claim', 'version', 'plain'),
	('claim', 'created_at', 'plain'),
	('claim', 'updated_at', 'plain'),
	('claim', 'submitted_at', 'plain'),
	('claim_service', 'id', 'plain'),
	('claim_service', 'claim_id', 'plain'),
	('claim_service', 'case_id', 'plain'),
	('claim_service', 'service', 'plain'),
	('claim_service', 'paid', 'plain'),
	('loss', 'id', 'plain'),
	('loss', 'claim_id', 'plain'),
	('loss', 'case_id', 'plain'),
	('loss', 'kind', 'plain'),
	('loss', 'class', 'plain'),
	('loss', 'amount_krw', 'plain'),
	('loss', 'from_on', 'plain'),
	('loss', 'until_on', 'plain'),
	('loss', 'commitments', 'plain'),
	('loss', 'created_at', 'plain'),
	('evidence', 'id', 'plain'),
	('evidence', 'claim_id', 'plain'),
	('evidence', 'case_id', 'plain'),
	('evidence', 'kind', 'plain'),
	('evidence', 'loss_id', 'plain'),
	('evidence', 'media_type', 'plain'),
	('evidence', 'size_bytes', 'plain'),
	('evidence', 'sha256', 'plain'),
	('evidence', 'taken_on', 'plain'),
	('evidence', 'commitments', 'plain'),
	('evidence', 'replaces', 'plain'),
	('evidence', 'created_at', 'plain'),
	('evidence', 'ended_at', 'plain'),
	('consent', 'id', 'plain'),
	('consent', 'claim_id', 'plain'),
	('consent', 'case_id', 'plain'),
	('consent', 'text_id', 'plain'),
	('consent', 'item', 'plain'),
	('consent', 'agreed', 'plain'),
	('consent', 'signature_method', 'plain'),
	('consent', 'commitments', 'plain'),
	('consent', 'answered_at', 'plain'),
	('consent', 'withdrawn_at', 'plain'),
	('review', 'id', 'plain'),
	('review', 'claim_id', 'plain'),
	('review', 'case_id', 'plain'),
	('review', 'account_id', 'plain'),
	('review', 'decision', 'plain'),
	('review', 'commitments', 'plain'),
	('review', 'created_at', 'plain'),
	('disclosure', 'id', 'plain'),
	('disclosure', 'case_id', 'plain'),
	('disclosure', 'account_id', 'plain'),
	('disclosure', 'purpose', 'plain'),
	('disclosure', 'profile', 'plain'),
	('disclosure', 'format', 'plain'),
	('disclosure', 'filter', 'plain'),
	('disclosure', 'members', 'plain'),
	('disclosure', 'members_sha256', 'plain'),
	('disclosure', 'log_size', 'plain'),
	('disclosure', 'commitments', 'plain'),
	('disclosure', 'created_at', 'plain'),
	('download', 'id', 'plain'),
	('download', 'disclosure_id', 'plain'),
	('download', 'case_id', 'plain'),
	('download', 'account_id', 'plain'),
	('download', 'status', 'plain'),
	('download', 'row_count', 'plain'),
	('download', 'sha256', 'plain'),
	('download', 'started_at', 'plain'),
	('download', 'finished_at', 'plain'),
	('log_identity', 'id', 'plain'),
	('log_identity', 'vkey', 'plain'),
	('log_identity', 'succession', 'plain'),
	('log_identity', 'created_at', 'plain'),
	('erasure', 'id', 'plain'),
	('erasure', 'subject', 'plain'),
	('erasure', 'kind', 'plain'),
	('erasure', 'case_id', 'plain'),
	('erasure', 'cause', 'plain'),
	('erasure', 'requested_by', 'plain'),
	('erasure', 'created_at', 'plain'),
	('legal_hold', 'id', 'plain'),
	('legal_hold', 'case_id', 'plain'),
	('legal_hold', 'claim_id', 'plain'),
	('legal_hold', 'sealed', 'sealed'),
	('legal_hold', 'commitments', 'plain'),
	('legal_hold', 'created_at', 'plain'),
	('legal_hold', 'released_at', 'plain'),
	('witness', 'id', 'plain'),
	('witness', 'name', 'plain'),
	('witness', 'vkey', 'plain'),
	('witness', 'url', 'plain'),
	('witness', 'created_at', 'plain'),
	('witness', 'removed_at', 'plain'),
	('time_stamp', 'id', 'plain'),
	('time_stamp', 'authority', 'plain'),
	('time_stamp', 'origin', 'plain'),
	('time_stamp', 'size', 'plain'),
	('time_stamp', 'checkpoint', 'plain'),
	('time_stamp', 'token', 'plain'),
	('time_stamp', 'stamped_at', 'plain'),
	('consent', 'seq', 'plain'),
	('review', 'seq', 'plain'),
	('disclosure', 'seq', 'plain'),
	('download', 'seq', 'plain'),
	('log_publication', 'id', 'plain'),
	('log_publication', 'begun_at', 'plain'),
	('verification', 'id', 'plain'),
	('verification', 'account_id', 'plain'),
	('verification', 'asked_at', 'plain'),
	('verification', 'begun_at', 'plain'),
	('verification', 'ended_at', 'plain'),
	('verification', 'verdict', 'plain'),
	('verification', 'report', 'plain'),
	('claim', 'total_krw', 'plain'),
	('notice', 'id', 'plain'),
	('notice', 'case_id', 'plain'),
	('notice', 'version', 'plain'),
	('notice', 'title_ko', 'plain'),
	('notice', 'title_en', 'plain'),
	('notice', 'body_ko', 'plain'),
	('notice', 'body_en', 'plain'),
	('notice', 'starts_on', 'plain'),
	('notice', 'ends_on', 'plain'),
	('notice', 'account_id', 'plain'),
	('notice', 'created_at', 'plain'),
	('notice', 'published_by', 'plain'),
	('notice', 'published_at', 'plain'),
	('notice', 'ended_at', 'plain'),
	('message', 'id', 'plain'),
	('message', 'case_id', 'plain'),
	('message', 'account_id', 'plain'),
	('message', 'filter', 'plain'),
	('message', 'members', 'plain'),
	('message', 'members_sha256', 'plain'),
	('message', 'sealed', 'sealed'),
	('message', 'commitments', 'plain'),
	('message', 'created_at', 'plain'),
	('message', 'seq', 'plain'),
	('claim', 'lacking', 'plain'),
	('claim', 'services', 'plain');


--
-- Data for Name: audit_exempt; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_exempt VALUES
	('audit_head', 'the audit log itself: moves with every sealed batch'),
	('change', 'the audit log itself: holds what the triggers captured'),
	('pending', 'the audit log itself: the queue of the sealer'),
	('audit_log', 'the audit log itself: append-only and chained'),
	('audit_table', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
	('audit_column', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
	('audit_exempt', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
	('__diesel_schema_migrations', 'which versions are applied, as diesel keeps it; the captured table migration records the same with the digest'),
	('session', 'moves with every request; account, role and state behind it are captured'),
	('one_time_link', 'holds what nobody has confirmed yet and is deleted after use or a day'),
	('sign_in_delay', 'counts guesses, also at addresses that nobody registered'),
	('mail', 'an outbox: what it announces is captured where it happened'),
	('idempotency', 'answers to be repeated; the change that they answer is captured'),
	('disclosure_member', 'bound by the count and digest in the captured disclosure; hundreds of thousands a batch'),
	('witness_state', 'the audit log itself: how each witness answered last; moves with every checkpoint'),
	('cosigned_checkpoint', 'the audit log itself: what outsiders signed over it; each proves itself, and an entry for each would make another checkpoint to sign'),
	('access_record', 'says from where what is captured was done; readings change nothing. The program cannot delete a record'),
	('message_member', 'bound by the count and digest in the captured message; tens of thousands at once');


--
-- Data for Name: audit_head; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_head VALUES
	(true, 'localhost/claimant-registry', 150, '\xb3217092cab0f436d0de20b5785ff6b6430367871a99e2a20fadf4cc24e5a064');


--
-- Data for Name: audit_log; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_log VALUES
	(0, 1, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.026628Z","case":"","key":"2026-11-23-000001_audit/up.sql:82d913e80cdf2826e9901d24b9969865894a0d46bfbb079228beb1ad1c2039aa","log":"localhost/claimant-registry","op":"INSERT","prev":"0000000000000000000000000000000000000000000000000000000000000000","request":"01a225d4-b26a-724f-b9ba-1527979b6627","role":"operator","row":"4e5cc36a35c4e2fdeb8b40c78bd8754b06468082e3f6d4edf0736d89a56dda7d","seq":0,"subject":"","table":"migration","tx":730,"v":1}', '\xdc1e5343e06bb98288c2a328d8b6d19050b5889c6faaa2548d8cadd9a9b72e07'),
	(1, 2, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.085751Z","case":"","key":"2026-11-23-000002_registry/up.sql:f4a371d474eefd54274ed46e9c9de317de97d932e805efdc02f25cdaf68590c1","log":"localhost/claimant-registry","op":"INSERT","prev":"dc1e5343e06bb98288c2a328d8b6d19050b5889c6faaa2548d8cadd9a9b72e07","request":"01a225d4-b2a6-73ab-b389-1fd9fa77d049","role":"operator","row":"dc25326f7e68eab6d42a41bce7a42a8f1edde7113d4b42298f77aaf9e8b5922c","seq":1,"subject":"","table":"migration","tx":731,"v":1}', '\x661d33676381c69be8802e6d7aacf45d753897483f231bd4ca33cddc94cd1dce'),
	(2, 3, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.233047Z","case":"","key":"2026-11-24-000003_identity/up.sql:7adb89e1113c2b312274e5a584da3728455057465c774ec277f4d05347de57e6","log":"localhost/claimant-registry","op":"INSERT","prev":"661d33676381c69be8802e6d7aacf45d753897483f231bd4ca33cddc94cd1dce","request":"01a225d4-b339-7155-a449-830a796e3c4b","role":"operator","row":"f66352ce5f6391727890cb70d025bc2f4058161886d4692f18fd1be2c60c3287","seq":2,"subject":"","table":"migration","tx":732,"v":1}', '\xbbf02d647b9596c7fbb135628925303c1bab881ab8740b7433c2b904aa2ec679'),
	(3, 4, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.242741Z","case":"","key":"2026-11-24-000004_erasure/up.sql:1cdedb488957fc0b6fa6e1026441232318936459670c02fa9ed549aed43f3ed2","log":"localhost/claimant-registry","op":"INSERT","prev":"bbf02d647b9596c7fbb135628925303c1bab881ab8740b7433c2b904aa2ec679","request":"01a225d4-b342-71e5-8e11-cd851cede62b","role":"operator","row":"7aa50f530b9ef090eb1f9610a2073c0839784990f285b5d5ded3bf501c7e887a","seq":3,"subject":"","table":"migration","tx":733,"v":1}', '\xdbdae12a684415c622660a833353ca0885a0713afb20edad8263ea010a7fd02a'),
	(4, 5, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.259818Z","case":"","key":"2026-11-24-000005_witness/up.sql:5a4f9d3f02bd466fe8ffab92b7adb22b38e3df4c1323606a80d22c1c7ae3aa6e","log":"localhost/claimant-registry","op":"INSERT","prev":"dbdae12a684415c622660a833353ca0885a0713afb20edad8263ea010a7fd02a","request":"01a225d4-b353-70a2-b9c0-d71a235ec836","role":"operator","row":"885c6d559a1cab084b4f8d2df77b7576dc3cb33ea9232ec82cf2dc97cf5a3210","seq":4,"subject":"","table":"migration","tx":734,"v":1}', '\xe1b6313c44fbc908c3c5119f2338c4b6104cf27ee7488012355c556dfcaf1cd7'),
	(5, 6, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.280503Z","case":"","key":"2026-11-24-000006_removed_loss/up.sql:53f5aa2cb82556748e3804f07ab2ba9fe14deb00b4835c4d091dae5b8efddb3b","log":"localhost/claimant-registry","op":"INSERT","prev":"e1b6313c44fbc908c3c5119f2338c4b6104cf27ee7488012355c556dfcaf1cd7","request":"01a225d4-b368-72e2-b491-ba8257d39051","role":"operator","row":"cb380e8fcf5c5954222686976f7214deab09cf543f1da4507116af9655c871d1","seq":5,"subject":"","table":"migration","tx":735,"v":1}', '\xf2f7fd973ba79cd75bc47aed1dc6a353914e8c436c439ee50a86f7f2a726d9c6'),
	(6, 7, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.281607Z","case":"","key":"2026-11-25-000007_derived/up.sql:a038c2a4f71cdcfcf9c95f76b8bfa8a71d0762fc464c9e01c09ba1cf132c67df","log":"localhost/claimant-registry","op":"INSERT","prev":"f2f7fd973ba79cd75bc47aed1dc6a353914e8c436c439ee50a86f7f2a726d9c6","request":"01a225d4-b369-7695-8823-6dc093757a40","role":"operator","row":"573fe4c773c31dd785c0b12377075388d84b33415d6d80d850a0f9587fa81ba2","seq":6,"subject":"","table":"migration","tx":736,"v":1}', '\xe9acdeef93920ce0a70ce059003436d346aeb44e98a8ac64934737b52c53703e'),
	(7, 8, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.283351Z","case":"","key":"2026-11-28-000012_guessing/up.sql:ff256e1c9fbadd97367f75f67ea6879a8f1b3692262033e62fdb9e7545227f64","log":"localhost/claimant-registry","op":"INSERT","prev":"e9acdeef93920ce0a70ce059003436d346aeb44e98a8ac64934737b52c53703e","request":"01a225d4-b36b-7798-bbfd-0ee44072c69d","role":"operator","row":"2862ce5f3603994a246434a7cdb00ff46860d9174a04fd7f684ba199d3990613","seq":7,"subject":"","table":"migration","tx":737,"v":1}', '\xaec43273f4478d4c8c70f97ab149e976a04d48af5e258c6216205aebab3ea5a5'),
	(8, 9, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.286304Z","case":"","key":"2026-11-28-000013_mailboxes/up.sql:61f0ad068b42f6b30810ec05b91b3543f84569bbaeaa70bb5a17241cd34cd33a","log":"localhost/claimant-registry","op":"INSERT","prev":"aec43273f4478d4c8c70f97ab149e976a04d48af5e258c6216205aebab3ea5a5","request":"01a225d4-b36e-76e2-8189-1400138add0c","role":"operator","row":"5ed3c267de3252b36b9c042a3e33c25cb40e49798ca1cade01e775d1cd85ab7a","seq":8,"subject":"","table":"migration","tx":738,"v":1}', '\xd29023a41f03ed2406d1250e7310aa5440c3e09b592033784cddcfb0770532d5'),
	(9, 10, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.296339Z","case":"","key":"2026-11-28-000014_access_record/up.sql:159419cc8d03d25ce2696ab434ee7182d6c27238ad1869929ca8863d059fe26f","log":"localhost/claimant-registry","op":"INSERT","prev":"d29023a41f03ed2406d1250e7310aa5440c3e09b592033784cddcfb0770532d5","request":"01a225d4-b378-73e2-9a91-e2e6d29c3ca9","role":"operator","row":"900f8ca40202e17f511f28bd244b6ef7aac75718d72833c445eb1f5c805fe31f","seq":9,"subject":"","table":"migration","tx":739,"v":1}', '\xaa87b2ab971dc440588a8b541005f402226a19f310507e0112766a213eec7bfd'),
	(10, 11, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.302841Z","case":"","key":"2026-11-28-000015_order/up.sql:e4400eacebc81d9a3ec59196b91de2727ff3457ee9e54e4c14a6e4610af87532","log":"localhost/claimant-registry","op":"INSERT","prev":"aa87b2ab971dc440588a8b541005f402226a19f310507e0112766a213eec7bfd","request":"01a225d4-b37e-76fd-b0f5-80e85e29f21b","role":"operator","row":"ccb160d9c1867a3b6620a7463b4d9228b7b94330adae64e7a95e34e48035ec7f","seq":10,"subject":"","table":"migration","tx":740,"v":1}', '\xa8f5e6e5a1820f88e81377e8e3b8919dc93921c079aeff74bd30820cab2009a0'),
	(11, 12, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.338624Z","case":"","key":"2026-11-28-000016_grammar/up.sql:dc6af72a41d90f1908a85b654e9fd0af7d32469fc7d0b1971e377a41edd30ac2","log":"localhost/claimant-registry","op":"INSERT","prev":"a8f5e6e5a1820f88e81377e8e3b8919dc93921c079aeff74bd30820cab2009a0","request":"01a225d4-b3a2-7203-b7d4-8f44b0442006","role":"operator","row":"89529b1f1308b3944d6c28c1f2c28e9ec024949c2657afd46c39adb60fc80327","seq":11,"subject":"","table":"migration","tx":741,"v":1}', '\xde489f5ab6f17fae62af511c746457c496157e6d7c2293a826b7d7bae44d6d0e'),
	(12, 13, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.351941Z","case":"","key":"2026-11-28-000018_mandated/up.sql:95e00adf998511227fd8567289ccc3bb65a7cf648e2b062b08ee6ae15ab23023","log":"localhost/claimant-registry","op":"INSERT","prev":"de489f5ab6f17fae62af511c746457c496157e6d7c2293a826b7d7bae44d6d0e","request":"01a225d4-b3b0-7421-91ac-6fd48b45092e","role":"operator","row":"5979aa5f331f1ceb779e3f759844a49e04f4ae751c4785d8f608a2228d39c6c3","seq":12,"subject":"","table":"migration","tx":742,"v":1}', '\x4258d8fe71e1b6c1172336c6b2fe16315575535d3935cd2262adfc50bb34f5c3'),
	(13, 14, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.354654Z","case":"","key":"2026-11-28-000019_numbers/up.sql:58bd2264d8253db139511effd65b53a3fd82ffedf2665aee2d7f589db2038ac4","log":"localhost/claimant-registry","op":"INSERT","prev":"4258d8fe71e1b6c1172336c6b2fe16315575535d3935cd2262adfc50bb34f5c3","request":"01a225d4-b3b2-74bb-a302-d9498bc43d30","role":"operator","row":"a8545dd068dfed01b0e71d129462448bf254b3dd805c43a9860b1b7668b90b3f","seq":13,"subject":"","table":"migration","tx":743,"v":1}', '\xd86ac5fe4d4e228ed2164719b0305c44261da4824b38414aec245803d5500974'),
	(14, 15, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.356159Z","case":"","key":"2026-11-28-000020_delivery/up.sql:41255cab403221a50ebf44be695e490632d61a48566593cc3f08326fa16fe666","log":"localhost/claimant-registry","op":"INSERT","prev":"d86ac5fe4d4e228ed2164719b0305c44261da4824b38414aec245803d5500974","request":"01a225d4-b3b4-71a1-b757-55a902bfe33f","role":"operator","row":"f6586ae1321b0c9a985060ffd121ad5fc09baae9623110677c767c3522713dc2","seq":14,"subject":"","table":"migration","tx":744,"v":1}', '\x79ff933488b2128a7327c724f09e57359340fe5363a7cc39b16f270127bb6405'),
	(15, 16, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.364227Z","case":"","key":"2026-11-28-000021_desk/up.sql:e07b30ce5955597c92a107fe52000ce9123fbd8e1672e1f965eafe56cbebfcd7","log":"localhost/claimant-registry","op":"INSERT","prev":"79ff933488b2128a7327c724f09e57359340fe5363a7cc39b16f270127bb6405","request":"01a225d4-b3bc-73e5-bb55-bc8ab9cd78fc","role":"operator","row":"514c0400c4d3d74cde48796fffc3a94001e61b1f08cf57dd34dcb3f599dd4010","seq":15,"subject":"","table":"migration","tx":745,"v":1}', '\x32053acb4f03bd208a885e5a67513bd2ac6edb60c1825bfef20a00c2602e90c3'),
	(16, 17, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.380971Z","case":"","key":"2026-11-28-000022_notice/up.sql:d1bf7ba9c65beab873eb605284e72ffa6d75612d5f982821f23741b4283bef27","log":"localhost/claimant-registry","op":"INSERT","prev":"32053acb4f03bd208a885e5a67513bd2ac6edb60c1825bfef20a00c2602e90c3","request":"01a225d4-b3cd-75c8-a4bf-34e209e18777","role":"operator","row":"89bcff480f6f62e05389b38debe440dbec49f6aec6a979f508e808e6d6333d60","seq":16,"subject":"","table":"migration","tx":746,"v":1}', '\xb076ef7ae4c85a92dca0397dd0d09809925979060ca4cdc33e486adb113a631f'),
	(17, 18, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.392053Z","case":"","key":"2026-11-28-000023_message/up.sql:0bcc89b117d1a569ea751d701e036db779eff970bb5303067f8d7a4c1d4fd3f6","log":"localhost/claimant-registry","op":"INSERT","prev":"b076ef7ae4c85a92dca0397dd0d09809925979060ca4cdc33e486adb113a631f","request":"01a225d4-b3d8-7107-a5cc-7f08f860da31","role":"operator","row":"15d20239f80f426cc3ebd3a233f6ca340c05be40a0f940ae02b63c6009bda0ce","seq":17,"subject":"","table":"migration","tx":747,"v":1}', '\x6a3c37945a189480406973868b87aebebe3e9dd3cb8e96e06dc2f08b757df30e'),
	(18, 19, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.410595Z","case":"","key":"2026-11-28-000025_counsel/up.sql:1bc066e371fc8c49e595767d8110234638fc4f33d1aa32fe603bb0d108d0a91a","log":"localhost/claimant-registry","op":"INSERT","prev":"6a3c37945a189480406973868b87aebebe3e9dd3cb8e96e06dc2f08b757df30e","request":"01a225d4-b3ea-74f7-b2a2-2dc197f60e28","role":"operator","row":"c856d98c9d8f076f8c18befdcf7f1790b0692068f3a4330c0ee14f9afe93a96b","seq":18,"subject":"","table":"migration","tx":748,"v":1}', '\xa96719c7f7cde4b31277d03f3c531ce5a846e17b684a57541736fa31958d6b99'),
	(19, 20, '{"action":"migrate","actor":"cli","at":"2026-11-29T05:43:46.415632Z","case":"","key":"2026-11-28-000026_listed/up.sql:09efc0802103bb91c91b8fcf5bd4376e57fe486e37049f67cb73e180088007ee","log":"localhost/claimant-registry","op":"INSERT","prev":"a96719c7f7cde4b31277d03f3c531ce5a846e17b684a57541736fa31958d6b99","request":"01a225d4-b3ef-74fa-96e6-580b5857fa2f","role":"operator","row":"52de45239562a2a4822a6a9e9966d97353a96430edd4ab9de02b951727f4ef97","seq":19,"subject":"","table":"migration","tx":749,"v":1}', '\x9a4e64ba7486ec964da400775f07729908bfcd540898f3f0a0a46a8330e5ad6d'),
	(20, 21, '{"action":"key.register","actor":"cli","at":"2026-11-29T05:43:46.468720Z","case":"","key":"sealing:1","log":"localhost/claimant-registry","op":"INSERT","prev":"9a4e64ba7486ec964da400775f07729908bfcd540898f3f0a0a46a8330e5ad6d","request":"01a225d4-b424-7553-8c64-e4e54cecbe54","role":"operator","row":"daedd2c4bc15f2ecb3bde5e6e02144e3f07fae9556246ca344be76bd88086310","seq":20,"subject":"","table":"key_fingerprint","tx":751,"v":1}', '\x6e70c022020f0e0f3effb46e593dfe36152078bf883c0be5486302845936d02e'),
	(21, 22, '{"action":"key.register","actor":"cli","at":"2026-11-29T05:43:46.468720Z","case":"","key":"index:1","log":"localhost/claimant-registry","op":"INSERT","prev":"6e70c022020f0e0f3effb46e593dfe36152078bf883c0be5486302845936d02e","request":"01a225d4-b424-7553-8c64-e4e54cecbe54","role":"operator","row":"8011cb58ab21711218db68eaf2e48c37b76b79774d01bb36c249c10796e7f882","seq":21,"subject":"","table":"key_fingerprint","tx":751,"v":1}', '\x5f504961834a530fdc5006d7ed403ff0321e3d2e1153eecaf5e899c2d1b8ba9d'),
	(22, 23, '{"action":"key.register","actor":"cli","at":"2026-11-29T05:43:46.468720Z","case":"","key":"token:1","log":"localhost/claimant-registry","op":"INSERT","prev":"5f504961834a530fdc5006d7ed403ff0321e3d2e1153eecaf5e899c2d1b8ba9d","request":"01a225d4-b424-7553-8c64-e4e54cecbe54","role":"operator","row":"d315fc64fa9f1ccfa052fda73158d8d629269439455d658748d5468603aef814","seq":22,"subject":"","table":"key_fingerprint","tx":751,"v":1}', '\x4f85e010fe7a22318fa41d499be374e807f00dda24a996b4d11e6cfa155fac9d'),
	(23, 24, '{"action":"key.register","actor":"cli","at":"2026-11-29T05:43:46.468720Z","case":"","key":"log:1","log":"localhost/claimant-registry","op":"INSERT","prev":"4f85e010fe7a22318fa41d499be374e807f00dda24a996b4d11e6cfa155fac9d","request":"01a225d4-b424-7553-8c64-e4e54cecbe54","role":"operator","row":"9589be7337655fb2f691e81c58f29c8d6f984fe0ce9e86bd174aaf65a00deb93","seq":23,"subject":"","table":"key_fingerprint","tx":751,"v":1}', '\x4fa975dd2bfccf542b2740a066cb781c7714d38418a1479488520bab71e73dff'),
	(24, 25, '{"action":"log.identity","actor":"cli","at":"2026-11-29T05:43:46.481376Z","case":"","key":"01a225d4-b431-75ac-b90e-813c9391e303","log":"localhost/claimant-registry","op":"INSERT","prev":"4fa975dd2bfccf542b2740a066cb781c7714d38418a1479488520bab71e73dff","request":"01a225d4-b431-75ac-b90e-813ba71d7e52","role":"operator","row":"3ca8522fa896fff91e910165d49c6325ceeaf0c9541e36e9f7bd9725364a0bf8","seq":24,"subject":"","table":"log_identity","tx":752,"v":1}', '\x5491715a210ba66d21fa44659906d4fe60d9368ceca5e2c3584264fe1a7835e3'),
	(25, 26, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b45d-73d6-bab4-53a443b0f175","log":"localhost/claimant-registry","op":"INSERT","prev":"5491715a210ba66d21fa44659906d4fe60d9368ceca5e2c3584264fe1a7835e3","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"088ff291791fc83fe1a2ac3ba06a158fdea2fd8f18af9862f6e5f64ffb7a9bbc","seq":25,"subject":"","table":"court_case","tx":753,"v":1}', '\x671a975bc62fd25ae69b73df7290bc1acbaa139cfbe1dffd222819366d89fcb0'),
	(26, 27, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cc917399de6","log":"localhost/claimant-registry","op":"INSERT","prev":"671a975bc62fd25ae69b73df7290bc1acbaa139cfbe1dffd222819366d89fcb0","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"d565e79736df165063eff14961b65a1ad8ee2047cc5afc8e83ac12a14f150361","seq":26,"subject":"","table":"case_option","tx":753,"v":1}', '\x2c2735262ab68f5d047c9b37a9894135b80cd2b948b7cf1e45610621272b3198'),
	(27, 28, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7ccabd0c83fc","log":"localhost/claimant-registry","op":"INSERT","prev":"2c2735262ab68f5d047c9b37a9894135b80cd2b948b7cf1e45610621272b3198","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"43786ad17977b7fd8a3b7f8ec664caced1ffacb55803385fe5b7c0623749048c","seq":27,"subject":"","table":"case_option","tx":753,"v":1}', '\xe0d703f573fafdd0c75a0911c2bde5a0a8ee33a239b770902902891d78349256'),
	(28, 29, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7ccb8f024f1b","log":"localhost/claimant-registry","op":"INSERT","prev":"e0d703f573fafdd0c75a0911c2bde5a0a8ee33a239b770902902891d78349256","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"ed0fca21db68c55de7d52cb023e81c635a7c1cfe193198d9ccfb453b435eb8cf","seq":28,"subject":"","table":"case_option","tx":753,"v":1}', '\xdcae033df4544520ea8370a40fd6094b33c29213a8624f41eb9629880d7b6c6a'),
	(29, 30, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7ccc8d142849","log":"localhost/claimant-registry","op":"INSERT","prev":"dcae033df4544520ea8370a40fd6094b33c29213a8624f41eb9629880d7b6c6a","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"3ab04602b1b30f95eb15c8a08704efc459357dc7d1abd42a14b7dbec748bada2","seq":29,"subject":"","table":"case_option","tx":753,"v":1}', '\xd8d7c8c99c153734bfbf84c200ec1a83da861b24c47b51f70282b00ea70cf715'),
	(30, 31, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7ccd99b7d3df","log":"localhost/claimant-registry","op":"INSERT","prev":"d8d7c8c99c153734bfbf84c200ec1a83da861b24c47b51f70282b00ea70cf715","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"c3b62502d0b1ad9ef76c5320a77bde6191b3e446334e1b9109a89107c1e8d340","seq":30,"subject":"","table":"case_option","tx":753,"v":1}', '\x3436272f60d2ec4d8b576dc5b21979fe670d2e055a4c65f3409d49954c2af52a'),
	(31, 32, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cce1d7c0000","log":"localhost/claimant-registry","op":"INSERT","prev":"3436272f60d2ec4d8b576dc5b21979fe670d2e055a4c65f3409d49954c2af52a","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"764179329ef6d46b4e486aa0e1407aa20f3a4aab58e647ae237d6e8096933642","seq":31,"subject":"","table":"case_option","tx":753,"v":1}', '\x7a8e007552a1504aab2564adb3c37d01bd948bd65440be08dc9cf1141d15ae3e'),
	(32, 33, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7ccf0d0b239c","log":"localhost/claimant-registry","op":"INSERT","prev":"7a8e007552a1504aab2564adb3c37d01bd948bd65440be08dc9cf1141d15ae3e","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"f39e93bc58f0b46e75d36f3c09e0127995e30c289b035da7c485f99b60e3da61","seq":32,"subject":"","table":"case_option","tx":753,"v":1}', '\xa16dd66a95a26c15cb98ab31018f2bc6a9d9817a8039ea13dbdae37fb961d05d'),
	(33, 34, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cd077e66cc3","log":"localhost/claimant-registry","op":"INSERT","prev":"a16dd66a95a26c15cb98ab31018f2bc6a9d9817a8039ea13dbdae37fb961d05d","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"2d65220a88af9e3f18807afad67534e9e89d7d46949fd15ae4d588a207385cc4","seq":33,"subject":"","table":"case_option","tx":753,"v":1}', '\xa9f52157fe9c084e028ba50b091bb48324a759df557cf3627b01c2b222ed95e2'),
	(34, 35, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cd1d1cd3f9d","log":"localhost/claimant-registry","op":"INSERT","prev":"a9f52157fe9c084e028ba50b091bb48324a759df557cf3627b01c2b222ed95e2","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"2321f9b376134d7478c8529952d7fd32a5d9714463dd94cdbea414459b046768","seq":34,"subject":"","table":"case_option","tx":753,"v":1}', '\x4944475843ee910da6f338e71f9ec6ba4824ccef2afa08e70e0d0d678a5cb021'),
	(35, 36, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cd2f1dc1587","log":"localhost/claimant-registry","op":"INSERT","prev":"4944475843ee910da6f338e71f9ec6ba4824ccef2afa08e70e0d0d678a5cb021","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"5ef65faa1613f8b65467acc9fdc36cc030a7047513137fe92a5b5106bdd14a06","seq":35,"subject":"","table":"case_option","tx":753,"v":1}', '\x18a492e26870edd4fe27ad520930c8235ed12888457ddf5cc76ac3c3e35d7695'),
	(36, 37, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cd3d0a442ae","log":"localhost/claimant-registry","op":"INSERT","prev":"18a492e26870edd4fe27ad520930c8235ed12888457ddf5cc76ac3c3e35d7695","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"f2745c06708421d663c9514836fa0da5bbbc6b8bf32bd83ad99bf7c7c24511f4","seq":36,"subject":"","table":"case_option","tx":753,"v":1}', '\x869f7554b054b00b5a927bf29d74d0db0924f55bcf7112a11578438ad9945fd7'),
	(37, 38, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b465-7681-8972-7cd463b6d369","log":"localhost/claimant-registry","op":"INSERT","prev":"869f7554b054b00b5a927bf29d74d0db0924f55bcf7112a11578438ad9945fd7","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"65739dabb9ff4952d1811d4b3fec92c9c6ab64c7f7db3ea12b16cee3b0bc7e8a","seq":37,"subject":"","table":"case_option","tx":753,"v":1}', '\xaa73b547b7d69e5e36ecbd00226db1ea1c829f5e33c0dc86a7f13a25864cd256'),
	(38, 39, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b479-72df-8cdc-eacc70b7ab07","log":"localhost/claimant-registry","op":"INSERT","prev":"aa73b547b7d69e5e36ecbd00226db1ea1c829f5e33c0dc86a7f13a25864cd256","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"74b07e2f278d20ad12642fd6cf821fd603755733f1db11369b6be1d7bb5b050b","seq":38,"subject":"","table":"case_option","tx":753,"v":1}', '\x0ad9a5de8e9a221ef9378ad7c4b14d2faeaaa428f0a6eea5d5e126a8c065b524'),
	(39, 40, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b0e6ea8dce7","log":"localhost/claimant-registry","op":"INSERT","prev":"0ad9a5de8e9a221ef9378ad7c4b14d2faeaaa428f0a6eea5d5e126a8c065b524","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"daccc42ca4b92ebfd5cc83aa83624085397d7a7f2ffaab92859f09da5668f392","seq":39,"subject":"","table":"case_option","tx":753,"v":1}', '\x8cb138eb17e341046de78ac8044c925f5e827e95865770a0ca463e89175cfd76'),
	(40, 41, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b0f091d3d3b","log":"localhost/claimant-registry","op":"INSERT","prev":"8cb138eb17e341046de78ac8044c925f5e827e95865770a0ca463e89175cfd76","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"79de790ce636dc2f1d3d1b34737d50ed146a7730c25bd84b8a76bfc564551669","seq":40,"subject":"","table":"case_option","tx":753,"v":1}', '\x2acd3564b7238aa2f269278a523fa7afa81fb8fe31bc16bd72ddd849e49a2621'),
	(41, 42, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b1022372cc8","log":"localhost/claimant-registry","op":"INSERT","prev":"2acd3564b7238aa2f269278a523fa7afa81fb8fe31bc16bd72ddd849e49a2621","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"831e8bfae112edfd67199ea15f35cd5d6bd2f9582279b7e144cb8b1bcc2a5bbe","seq":41,"subject":"","table":"case_option","tx":753,"v":1}', '\x029620c093a8b81179f6687b2db9dcdaf76c5882d8a902aa4b09e8a398a2eb4f'),
	(42, 43, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b119502af93","log":"localhost/claimant-registry","op":"INSERT","prev":"029620c093a8b81179f6687b2db9dcdaf76c5882d8a902aa4b09e8a398a2eb4f","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"826c8494ef0c6b4cf83cb81dff49175f571ab06b88b2761f2b1dc68e7d1b883a","seq":42,"subject":"","table":"case_option","tx":753,"v":1}', '\xfd725ce35db0d453d956abf16c5c0df2b53fea4c7ccf4943b0fc95331268802b'),
	(43, 44, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b12024eb289","log":"localhost/claimant-registry","op":"INSERT","prev":"fd725ce35db0d453d956abf16c5c0df2b53fea4c7ccf4943b0fc95331268802b","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"76af055614985b873f9b6c208ad5ea1d3b6ac115f6cf21e3f522dc52a7ef00f8","seq":43,"subject":"","table":"case_option","tx":753,"v":1}', '\x93cfed115fcc3d67a2cc53ce14107aa4bdfeb907e6dc8d253eac9580eb1c94aa'),
	(44, 45, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b13d49ad061","log":"localhost/claimant-registry","op":"INSERT","prev":"93cfed115fcc3d67a2cc53ce14107aa4bdfeb907e6dc8d253eac9580eb1c94aa","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"f74ef213fc748aaea25a33771f5d1c5673767878fd8d06f8554b7b762ea4c8ff","seq":44,"subject":"","table":"case_option","tx":753,"v":1}', '\x6ab7af0b8e0fe7a9c9626df9a50b899a75e9374616817999bad8286b278b55be'),
	(45, 46, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b14a4613d59","log":"localhost/claimant-registry","op":"INSERT","prev":"6ab7af0b8e0fe7a9c9626df9a50b899a75e9374616817999bad8286b278b55be","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"985594909387cf83bf98ec33d9bfb5b1a175531bd84d6f4b4bd76eb4dd5e97b3","seq":45,"subject":"","table":"case_option","tx":753,"v":1}', '\x0bee0b66527434d7c7d577817e17f656d4f0f43078b951d0fc6e305c111ac0a8'),
	(46, 47, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b1574fa9787","log":"localhost/claimant-registry","op":"INSERT","prev":"0bee0b66527434d7c7d577817e17f656d4f0f43078b951d0fc6e305c111ac0a8","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"596bd173529fd5d7e13d56a2a1179e3544b0f9919be8f688993237dc25b18956","seq":46,"subject":"","table":"case_option","tx":753,"v":1}', '\xb2ecea042f7307fcc5c89a5c7614fa9662b2f578770d30a50f97f5602df40d82'),
	(47, 48, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b16728a67b6","log":"localhost/claimant-registry","op":"INSERT","prev":"b2ecea042f7307fcc5c89a5c7614fa9662b2f578770d30a50f97f5602df40d82","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"9a3e23e41fa90db2223254ac89671a6bfa87b29d333572c7d19b244bd8089afb","seq":47,"subject":"","table":"case_option","tx":753,"v":1}', '\xa60575b6d76aae566e55ef66a15ddeb9a9543093ef491bb82d496243abde3374'),
	(48, 49, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b17732c03f1","log":"localhost/claimant-registry","op":"INSERT","prev":"a60575b6d76aae566e55ef66a15ddeb9a9543093ef491bb82d496243abde3374","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"7745d66b5a2bde8d98e2824735066cb118fcae0aa2aaa17eae75eae69d44de04","seq":48,"subject":"","table":"case_option","tx":753,"v":1}', '\x997189a29849527ae674479e38bb844403b2b4763c9cec78e3c733644286f302'),
	(49, 50, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b184c14aef6","log":"localhost/claimant-registry","op":"INSERT","prev":"997189a29849527ae674479e38bb844403b2b4763c9cec78e3c733644286f302","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"cc4ef56acaa597c7a9ec98a3fed89c5349a80ac96e9f78be81e2fc5fd60e4222","seq":49,"subject":"","table":"case_option","tx":753,"v":1}', '\xf8ea3ba31f5d74feb442c3de90fdf144756d105d49a76f83ef89cbd3971ffa05'),
	(50, 51, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b1908d8c6f0","log":"localhost/claimant-registry","op":"INSERT","prev":"f8ea3ba31f5d74feb442c3de90fdf144756d105d49a76f83ef89cbd3971ffa05","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"a6124eb26b7498d95f058be2719f1f7c3d193e2ef0302dd848f1709164bc1d25","seq":50,"subject":"","table":"case_option","tx":753,"v":1}', '\xea10f53e049044f6e64454cb2f702583f40667e74ff571815b3155858c3975df'),
	(51, 52, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b47a-7315-93a0-2b1a6a07f145","log":"localhost/claimant-registry","op":"INSERT","prev":"ea10f53e049044f6e64454cb2f702583f40667e74ff571815b3155858c3975df","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"aa83243be7080c7d6f2396966af8c928cf9bdb7640444f30c550f24536e3e4c1","seq":51,"subject":"","table":"case_option","tx":753,"v":1}', '\xccaf9929204f84189b68d39c25207db3ebf3d8944364a7a769b6e5dd428a472c'),
	(52, 53, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97c6d404c890","log":"localhost/claimant-registry","op":"INSERT","prev":"ccaf9929204f84189b68d39c25207db3ebf3d8944364a7a769b6e5dd428a472c","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"3aaa2fd4b8003fd7c63479b80285d1aeac3e926e3afe92b0a2303bb407e4752a","seq":52,"subject":"","table":"case_option","tx":753,"v":1}', '\x632a8b89a9f1c4fcb27a526ecc1be2e1be346a19899d4a046340aed08ab17e38'),
	(53, 54, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97c7a3dd6775","log":"localhost/claimant-registry","op":"INSERT","prev":"632a8b89a9f1c4fcb27a526ecc1be2e1be346a19899d4a046340aed08ab17e38","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"8a1891f456a62d52476acb28ac829c7ab48703fb889ccb8d96b5419703a53ccf","seq":53,"subject":"","table":"case_option","tx":753,"v":1}', '\xae729084b0c81c535cd17e489a6a4ee5c16fa5e8c38c7fc73941715d28c0da3a'),
	(54, 55, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97c83ad000a3","log":"localhost/claimant-registry","op":"INSERT","prev":"ae729084b0c81c535cd17e489a6a4ee5c16fa5e8c38c7fc73941715d28c0da3a","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"30158896c1f442e02644eb8fc7a8fb538171de51e8027e1f3acf23de5c4fc388","seq":54,"subject":"","table":"case_option","tx":753,"v":1}', '\x21af38fe554220c4a4583bb00cef62125ee8b54ef2d378e1ef7454f22ca77bd2'),
	(55, 56, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97c97a72ad40","log":"localhost/claimant-registry","op":"INSERT","prev":"21af38fe554220c4a4583bb00cef62125ee8b54ef2d378e1ef7454f22ca77bd2","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"42e993af54a193f61723f3a9b2f53c7e03a75ea614ef598b3434de415c2c8436","seq":55,"subject":"","table":"case_option","tx":753,"v":1}', '\x40f36b49001d74b33c58c82a79b3b32c904820443d5a775451bc9c0151f70280'),
	(56, 57, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cafb1adbdc","log":"localhost/claimant-registry","op":"INSERT","prev":"40f36b49001d74b33c58c82a79b3b32c904820443d5a775451bc9c0151f70280","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"a4ba76321ff9478bc4059d39131a41eb1b506f70c958a4cc6d1e6487570cfdd7","seq":56,"subject":"","table":"case_option","tx":753,"v":1}', '\x78a7e61507dc258701c018be4872e357eb22ea4343dcf747b67003579c1c7403'),
	(57, 58, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cbfe61265b","log":"localhost/claimant-registry","op":"INSERT","prev":"78a7e61507dc258701c018be4872e357eb22ea4343dcf747b67003579c1c7403","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"4c826643b518d58c2b8e82a3cb3bf7e7dfcd5ef72baf9746027a1dfec6c3aee6","seq":57,"subject":"","table":"case_option","tx":753,"v":1}', '\xc2dc194b828635087617db5728fd9cdfde8222327b4951ab3d3480c64ed52e25'),
	(58, 59, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cc622008b7","log":"localhost/claimant-registry","op":"INSERT","prev":"c2dc194b828635087617db5728fd9cdfde8222327b4951ab3d3480c64ed52e25","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"2e9f549cd281af3e197deada9c78711a1c18a282a474e34591ad709dab9ccaef","seq":58,"subject":"","table":"case_option","tx":753,"v":1}', '\x8b6d92df3cd23a5dcc2cfb9611b0a7614360bb6f406cf4b4763c8d22d2a70417'),
	(59, 60, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cd5d06e820","log":"localhost/claimant-registry","op":"INSERT","prev":"8b6d92df3cd23a5dcc2cfb9611b0a7614360bb6f406cf4b4763c8d22d2a70417","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"01fea010a936828378409045a7c9d79d4e819ae271572268dbedb6f1ba972f87","seq":59,"subject":"","table":"case_option","tx":753,"v":1}', '\x75aa5bdcf56285059d460158152ec7f44f47a409e7283b42a35cda804efc93ec'),
	(60, 61, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cecc878cbf","log":"localhost/claimant-registry","op":"INSERT","prev":"75aa5bdcf56285059d460158152ec7f44f47a409e7283b42a35cda804efc93ec","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"c0e2368031bc08a406475de252f956baea1f8e2c0f6d51cf432ffabb30784efc","seq":60,"subject":"","table":"case_option","tx":753,"v":1}', '\x670410d9bb0d85c5d95c3e323798762cc0d9a1225fea80c01507e20f71be8478'),
	(61, 62, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97cf78dcf0c2","log":"localhost/claimant-registry","op":"INSERT","prev":"670410d9bb0d85c5d95c3e323798762cc0d9a1225fea80c01507e20f71be8478","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"d03ab8dcc6e935e37003cfe855478f53ff0a38ff40359d629a73f7ca11581f8e","seq":61,"subject":"","table":"case_option","tx":753,"v":1}', '\x449597e209ce07e3908a05a85af26b1a649c6916c369d129f54ddd9125e2d080'),
	(62, 63, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4a0-7468-838e-97d0481f91c6","log":"localhost/claimant-registry","op":"INSERT","prev":"449597e209ce07e3908a05a85af26b1a649c6916c369d129f54ddd9125e2d080","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"c6bef741577e2e6bf9cb085caacbc35c5dd377f85f30d4da597e6b0fa1080d3f","seq":62,"subject":"","table":"case_option","tx":753,"v":1}', '\x058b3f0e958897e7fabfd976e75d31ea2324d13fd5435745899c1afe0825e4cf'),
	(63, 64, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4b2-74a0-8165-50d276c0fab5","log":"localhost/claimant-registry","op":"INSERT","prev":"058b3f0e958897e7fabfd976e75d31ea2324d13fd5435745899c1afe0825e4cf","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"29c5a510403460bcf3d5c318414d98f18ddad55ea5ddaf9842cc2c8322ed6994","seq":63,"subject":"","table":"case_option","tx":753,"v":1}', '\x28e972f2cb430d9082182cfbc991433ce818142cd7c6efc559d6e73af62ad304'),
	(64, 65, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4ba-771b-9167-3abc6fddf718","log":"localhost/claimant-registry","op":"INSERT","prev":"28e972f2cb430d9082182cfbc991433ce818142cd7c6efc559d6e73af62ad304","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"183eb001ec9b20c25324937dca7b0d24d4e90694a217749cf1f65e3e3bc488e4","seq":64,"subject":"","table":"case_option","tx":753,"v":1}', '\xc1134f5c324e0da01423c7a8f29e0d54469d6ee9e71a25f0266a08cf349a840d'),
	(65, 66, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4ba-771b-9167-3abde82c4f4b","log":"localhost/claimant-registry","op":"INSERT","prev":"c1134f5c324e0da01423c7a8f29e0d54469d6ee9e71a25f0266a08cf349a840d","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"aac63c9f061cc2a027e15850e751d5b6f9dc67d4148c05c638dbd56b487b302c","seq":65,"subject":"","table":"case_option","tx":753,"v":1}', '\xaaad3c6eec2fac038a64acc4d4bee1bed4069ed1fd5d991c6410af2c74f2817d'),
	(66, 67, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4ba-771b-9167-3abeab3e3e85","log":"localhost/claimant-registry","op":"INSERT","prev":"aaad3c6eec2fac038a64acc4d4bee1bed4069ed1fd5d991c6410af2c74f2817d","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"0d747d475c94c80bf7a232f02925e6f36aa124f50ccb5a366de167189505670d","seq":66,"subject":"","table":"case_option","tx":753,"v":1}', '\xed0da121ab5042a425186762e88b63b301625ba6a53f777156ec5ed3db158fed'),
	(67, 68, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4c5-7165-ae79-b0106f60393d","log":"localhost/claimant-registry","op":"INSERT","prev":"ed0da121ab5042a425186762e88b63b301625ba6a53f777156ec5ed3db158fed","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"abd474609a9135fec518764988c23bd3e92832385a93acf2599c459b0b5c0166","seq":67,"subject":"","table":"consent_text","tx":753,"v":1}', '\x59824059153ca05a7c51ef52afdbdd762da911f63146b828015cf15a780447d6'),
	(68, 69, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4ca-7173-afd8-5f40fa5befcc","log":"localhost/claimant-registry","op":"INSERT","prev":"59824059153ca05a7c51ef52afdbdd762da911f63146b828015cf15a780447d6","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"9d3499fb2110b2485602b186d5e48d24d49c613c47b3056afd7986d3c1bbd706","seq":68,"subject":"","table":"consent_text","tx":753,"v":1}', '\xbc0b6922631e454bac5e3849e48172ca98c3ae5d2b52ce7c2dacf0c62d4ab239'),
	(69, 70, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4cc-7114-8270-b4c645958df6","log":"localhost/claimant-registry","op":"INSERT","prev":"bc0b6922631e454bac5e3849e48172ca98c3ae5d2b52ce7c2dacf0c62d4ab239","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"312ee11eb76a284c04b828fa026a9753ab449932890dfcb6853f3400ee8d4897","seq":69,"subject":"","table":"consent_text","tx":753,"v":1}', '\xed5aecedacf45e9a73b6c77c94f09469a228d9a8985e8d2b2c477656a2fc6a3f'),
	(70, 71, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4ce-74ad-90e2-0b61bb03769a","log":"localhost/claimant-registry","op":"INSERT","prev":"ed5aecedacf45e9a73b6c77c94f09469a228d9a8985e8d2b2c477656a2fc6a3f","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"eb181455395f8878ef9c1dea9555cecf9b88c2b1198d3b49642c98cb8c7f3579","seq":70,"subject":"","table":"consent_text","tx":753,"v":1}', '\xc67f1cfeb13d3157494f9485d186013b91f2dd581c68c901253cf92a058d26c0'),
	(71, 72, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4cf-7340-a025-de56cfc5bd3c","log":"localhost/claimant-registry","op":"INSERT","prev":"c67f1cfeb13d3157494f9485d186013b91f2dd581c68c901253cf92a058d26c0","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"3880ef47d535f51ab86e84bf338578adb7861544a104166bb81a9249aeb5dae4","seq":71,"subject":"","table":"consent_text","tx":753,"v":1}', '\xd9ea10ff4aee3ea3bd102e66645d1998725ab6e2fda655e287dc364fabb9075b'),
	(72, 73, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4d4-74f4-800b-bf7b2b588903","log":"localhost/claimant-registry","op":"INSERT","prev":"d9ea10ff4aee3ea3bd102e66645d1998725ab6e2fda655e287dc364fabb9075b","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"d806c298b5c572fe80ca8b757eef08c8246acaad1ece4622a3d5008f80b599c2","seq":72,"subject":"","table":"consent_text","tx":753,"v":1}', '\x3e144b744dc8e63b6d3361abb7e151534a498996d2299ede327174178634f28b'),
	(73, 74, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4","log":"localhost/claimant-registry","op":"INSERT","prev":"3e144b744dc8e63b6d3361abb7e151534a498996d2299ede327174178634f28b","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"d0b01d994726b174ded3c34f5ab79c479c9cb7b7969bdcc1898e9c2c5e5b12a1","seq":73,"subject":"","table":"consent_text","tx":753,"v":1}', '\x8770a3b334ce677ab388c17b25ae490c520e4dfc024402ed0295b5462c806de6'),
	(74, 75, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4d9-7565-9100-4e8e7f47f967","log":"localhost/claimant-registry","op":"INSERT","prev":"8770a3b334ce677ab388c17b25ae490c520e4dfc024402ed0295b5462c806de6","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"91f056c4cbfdf54efa172a944b3733b2b6da281806b9cad5af709fd3febb8591","seq":74,"subject":"","table":"consent_text","tx":753,"v":1}', '\xaa3d298c78acebcf8e2676916e006eb22b3aefda91ba7897ad182bb5ad78ad57'),
	(75, 76, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4da-74fa-b93f-f7c76a713b7e","log":"localhost/claimant-registry","op":"INSERT","prev":"aa3d298c78acebcf8e2676916e006eb22b3aefda91ba7897ad182bb5ad78ad57","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"2e05d4769b15cdf3f304b4150d3f00aad61ff67d53d2bbf28b8613afff1a0e95","seq":75,"subject":"","table":"consent_text","tx":753,"v":1}', '\x0b53ab812c843751b468e5fa8ef6668cfd052ae58ef2c9e75f733de04974891e'),
	(76, 77, '{"action":"case.create","actor":"cli","at":"2026-11-29T05:43:46.522123Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b4de-75e0-ac40-9de7ec7e7e0d","log":"localhost/claimant-registry","op":"INSERT","prev":"0b53ab812c843751b468e5fa8ef6668cfd052ae58ef2c9e75f733de04974891e","request":"01a225d4-b434-7676-89b2-0deac9979afc","role":"operator","row":"a22774a9663af2d4fd81c15e59d2e7be11631c8c12843d6996ec81c1472161b4","seq":76,"subject":"","table":"consent_text","tx":753,"v":1}', '\x9e3a4a0bc62f77231b0e267f467a91692e816b3c61a97cee8bf7fdf2973281cc'),
	(77, 78, '{"action":"log.publish","actor":"program","at":"2026-11-29T05:43:47.119559Z","case":"","key":"localhost/claimant-registry","log":"localhost/claimant-registry","op":"INSERT","prev":"9e3a4a0bc62f77231b0e267f467a91692e816b3c61a97cee8bf7fdf2973281cc","request":"01a225d4-b6af-7032-94ef-4e93d77a18ca","role":"program","row":"95f22275bbc5dbda690701108722c0cecd858f5bc429d14d74d3146583131ec1","seq":77,"subject":"","table":"log_publication","tx":755,"v":1}', '\xa2fc6ba880b9a1890b974f786f6cf5acb2d7e30d3ba5d61acbb847eb1697f5e7'),
	(78, 79, '{"action":"account.confirm","actor":"","at":"2026-11-29T05:43:47.571771Z","case":"","key":"01a225d4-b878-725c-aa6b-d6d4cf089f02","log":"localhost/claimant-registry","op":"INSERT","prev":"a2fc6ba880b9a1890b974f786f6cf5acb2d7e30d3ba5d61acbb847eb1697f5e7","request":"01a225d4-b82f-7361-ad79-b2f92db4d98e","role":"anonymous","row":"1e89f4a85174d85b77f3f9fb8978f122cc6e0dc57f88324c68b070ef19d30c18","seq":78,"subject":"01a225d4-b878-725c-aa6b-d6d4cf089f02","table":"account","tx":762,"v":1}', '\xc6910c4fd2f849fa1c4130c92d7cc8769e7a2acb01089ddda999170d5fc3b1f6'),
	(79, 80, '{"action":"claim.create","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.646577Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"INSERT","prev":"c6910c4fd2f849fa1c4130c92d7cc8769e7a2acb01089ddda999170d5fc3b1f6","request":"01a225d4-b8b9-70fc-ac5c-f7363e9225ea","role":"claimant","row":"004d9a2afe415185c9357356a060c2747f239d8a9f54beaf540cab55e85eb184","seq":79,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":765,"v":1}', '\x634a45673f5b259706d77ef7bde87fae3b8f042d364576e661e47628e5b11843'),
	(80, 81, '{"action":"claim.create","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.646577Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8cb-74cb-bb27-578f50cac6b7","log":"localhost/claimant-registry","op":"INSERT","prev":"634a45673f5b259706d77ef7bde87fae3b8f042d364576e661e47628e5b11843","request":"01a225d4-b8b9-70fc-ac5c-f7363e9225ea","role":"claimant","row":"bc00574cb1794255bf312ba7f1ffd6ca02ad1e97ca2c34891efd4e6c70b84b4b","seq":80,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim_service","tx":765,"v":1}', '\x1095868398b3108e664e080d9feeab96d34f5764f074ac569f9acfa1d7e34ada'),
	(81, 82, '{"action":"claim.create","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.646577Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8cb-74cb-bb27-5790efe5eede","log":"localhost/claimant-registry","op":"INSERT","prev":"1095868398b3108e664e080d9feeab96d34f5764f074ac569f9acfa1d7e34ada","request":"01a225d4-b8b9-70fc-ac5c-f7363e9225ea","role":"claimant","row":"45a0fc6aa2ba8b9cf22e8668dfe38a5eb4085d6a2dc3f8cd025e10555107690e","seq":81,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim_service","tx":765,"v":1}', '\x517eef03a36a1cee0c234ec2b917b5bdefdb83db9a73ff3162c6f5db721d26c4'),
	(82, 83, '{"action":"loss.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.666173Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8d6-7455-bee8-49eb0410ce25","log":"localhost/claimant-registry","op":"INSERT","prev":"517eef03a36a1cee0c234ec2b917b5bdefdb83db9a73ff3162c6f5db721d26c4","request":"01a225d4-b8d0-71c2-a893-cef93aea3403","role":"claimant","row":"04c4104cded99520345d3efb4a7de3f418bacaead414374556998283a75cc23f","seq":82,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"loss","tx":766,"v":1}', '\x218572587499b83ff868b33be2a9ed6768f2946d1d81748ab035a4fa76782209'),
	(83, 84, '{"action":"loss.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.666173Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"218572587499b83ff868b33be2a9ed6768f2946d1d81748ab035a4fa76782209","request":"01a225d4-b8d0-71c2-a893-cef93aea3403","role":"claimant","row":"cc251cc230eaae47a9c6c2122d674f5013f4b1d92ac5592fe4461356137c93e0","seq":83,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":766,"v":1}', '\x9ce83d2a88d49efcae7823665a82a898709ca75f4a77b50cf907004b1315fe35'),
	(84, 85, '{"action":"evidence.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.679501Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8e2-725c-94ae-cdcd4fdeca3a","log":"localhost/claimant-registry","op":"INSERT","prev":"9ce83d2a88d49efcae7823665a82a898709ca75f4a77b50cf907004b1315fe35","request":"01a225d4-b8dd-7257-8c62-04521c8f782f","role":"claimant","row":"bb64a925a347f3e2ccbe98c39ecf14b34dca7899a561aafe4e36cf4ca4ae3e98","seq":84,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"evidence","tx":767,"v":1}', '\x14649e409e2c0f9fa11098b52df6fde26b04c76d59f7a17635a43ba7e1922cee'),
	(85, 86, '{"action":"evidence.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.679501Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"14649e409e2c0f9fa11098b52df6fde26b04c76d59f7a17635a43ba7e1922cee","request":"01a225d4-b8dd-7257-8c62-04521c8f782f","role":"claimant","row":"e368123c04216efc3a148a65d458d9cc8856f737b69be7a1f20fb6329a0e8381","seq":85,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":767,"v":1}', '\xfb13ffff87c352d57c47ee359dd76c8540b894e2fcbda8dbe99e829005c290ad'),
	(86, 87, '{"action":"evidence.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.690215Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8ed-76b8-a6ec-3c88d8445aac","log":"localhost/claimant-registry","op":"INSERT","prev":"fb13ffff87c352d57c47ee359dd76c8540b894e2fcbda8dbe99e829005c290ad","request":"01a225d4-b8e9-7433-b012-aa2f858e6f88","role":"claimant","row":"7508b26a6c65a470dede35586c6d627207fdfdb27679058b2db4d4b4e53a82a4","seq":86,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"evidence","tx":768,"v":1}', '\x9c9aa9e4d068793ad51d26b33ac13d0e3f17c37e04be81b3d259ecd1342822e5'),
	(87, 88, '{"action":"evidence.add","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.690215Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"9c9aa9e4d068793ad51d26b33ac13d0e3f17c37e04be81b3d259ecd1342822e5","request":"01a225d4-b8e9-7433-b012-aa2f858e6f88","role":"claimant","row":"d4141c386c2474e7e9e610d1c4e49aa5b486171057c2679e5f21de9acbaa9b31","seq":87,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":768,"v":1}', '\xebc2f34602bf032be1f60a907636581d43772190588fe95de085edccca156cd4'),
	(88, 89, '{"action":"consent.answer","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.709620Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b901-7030-a435-410f7cb7f174","log":"localhost/claimant-registry","op":"INSERT","prev":"ebc2f34602bf032be1f60a907636581d43772190588fe95de085edccca156cd4","request":"01a225d4-b8fc-776f-8150-39f91c4d73df","role":"claimant","row":"f45ca4ca6fcd145019beefe9073d6263145affe4f4a22cd0d0f57f1e9001caa8","seq":88,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"consent","tx":770,"v":1}', '\xf4ff9c0d0ad7283108d8ac58fe324031c7ff54d1cfb2df51f9703592a5647077'),
	(89, 90, '{"action":"consent.answer","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.720879Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b90c-73d1-9978-d9a15802be94","log":"localhost/claimant-registry","op":"INSERT","prev":"f4ff9c0d0ad7283108d8ac58fe324031c7ff54d1cfb2df51f9703592a5647077","request":"01a225d4-b907-7051-bea4-5cc2a4d81138","role":"claimant","row":"5f407a2361c82bfc2da2d4fce31de3e477dc5565a1585816b886b3e37761bdd0","seq":89,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"consent","tx":771,"v":1}', '\x59605e24818430b3a50c68e1b33b36529be948b9ecbc5a69397e4bec90ee387a'),
	(90, 91, '{"action":"consent.answer","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.729039Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b916-737d-9cc2-33bc55309efb","log":"localhost/claimant-registry","op":"INSERT","prev":"59605e24818430b3a50c68e1b33b36529be948b9ecbc5a69397e4bec90ee387a","request":"01a225d4-b90f-7247-bfd1-06cfaccdec5d","role":"claimant","row":"531dab90019317ccd46bccc10ec98e49d56d819199449f763a3013882de0e4ae","seq":90,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"consent","tx":772,"v":1}', '\xc42fb295b9b2edf1c315f13adc0981cdee01b8729ca823cee99f6aa5156efda3'),
	(91, 92, '{"action":"consent.answer","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.739130Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b91d-76c7-9df8-a61fee26231a","log":"localhost/claimant-registry","op":"INSERT","prev":"c42fb295b9b2edf1c315f13adc0981cdee01b8729ca823cee99f6aa5156efda3","request":"01a225d4-b91a-7500-9c9e-bd08022bc1b4","role":"claimant","row":"ad481083ea819db4d0d342fbc657e87319ce5668739efb80504ded1e1e67ed3e","seq":91,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"consent","tx":773,"v":1}', '\xa1950df1f09570b602b40738b578759ab59c6d588f26c58175d0d96e1fb2459a'),
	(92, 93, '{"action":"consent.answer","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.749754Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b928-76c5-9722-cdd0fdfa58d1","log":"localhost/claimant-registry","op":"INSERT","prev":"a1950df1f09570b602b40738b578759ab59c6d588f26c58175d0d96e1fb2459a","request":"01a225d4-b924-75d3-8756-3333ca8f55ac","role":"claimant","row":"9ebe638197bfc1a6a34072ac05c8555c8300e7009ce4945e059dd17da4af48da","seq":92,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"consent","tx":774,"v":1}', '\xf23368cb9f08b46f44eb4fcc7ec4c3df5f4e902dc5d15aef8c43bb8fee370b97'),
	(93, 94, '{"action":"claim.submit","actor":"01a225d4-b878-725c-aa6b-d6d4cf089f02","at":"2026-11-29T05:43:47.763427Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"f23368cb9f08b46f44eb4fcc7ec4c3df5f4e902dc5d15aef8c43bb8fee370b97","request":"01a225d4-b932-74dd-91a6-22b6f3f18531","role":"claimant","row":"598cee95c064acfcb62c3fd1df32c001be45e76f0f5d5ebd7f6b488381a32eef","seq":93,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":775,"v":1}', '\x9de9cc3f9f53a7d005c732ff20710e4bded96d967f04e9599560cccfbd2f6ec8'),
	(94, 95, '{"action":"account.create","actor":"cli","at":"2026-11-29T05:43:47.857509Z","case":"","key":"01a225d4-b998-7290-ac46-918c6716e86d","log":"localhost/claimant-registry","op":"INSERT","prev":"9de9cc3f9f53a7d005c732ff20710e4bded96d967f04e9599560cccfbd2f6ec8","request":"01a225d4-b960-7629-a686-cc159f823ae5","role":"operator","row":"239e8619d86f2a2306058919a613c8ff52db86994ade7d407536449c11c497d7","seq":94,"subject":"01a225d4-b998-7290-ac46-918c6716e86d","table":"account","tx":777,"v":1}', '\xa271de5b8c5a07625f90ed6e80213f1058d82845c3a251911a129861061e4733'),
	(95, 96, '{"action":"case.staff","actor":"cli","at":"2026-11-29T05:43:47.953583Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b9f4-7614-850f-867b643747da","log":"localhost/claimant-registry","op":"INSERT","prev":"a271de5b8c5a07625f90ed6e80213f1058d82845c3a251911a129861061e4733","request":"01a225d4-b9ef-7302-98aa-6fe93bf859f3","role":"operator","row":"097d044b42ce1972af25c841192b3fc531656dfd2b631aa9952a1673e0193fb9","seq":95,"subject":"01a225d4-b998-7290-ac46-918c6716e86d","table":"case_staff","tx":779,"v":1}', '\x952e9c1820650022c2c1aa99e080e8b9dda20580774cdd35dd7803d82e6b05de'),
	(96, 97, '{"action":"review.decide","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.049210Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-ba54-74ff-be2e-548a9873b031","log":"localhost/claimant-registry","op":"INSERT","prev":"952e9c1820650022c2c1aa99e080e8b9dda20580774cdd35dd7803d82e6b05de","request":"01a225d4-ba4d-70e3-baa6-d0aa19b51827","role":"lawyer","row":"348668b6cab4c6ee8f6557f40dba5b98dd8626e1cc4014351b8f69ba3903c30d","seq":96,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"review","tx":783,"v":1}', '\xc0d92ad91e01136254ffaeabfc2b157f07539e0b4cd7dc026204f43663dc919a'),
	(97, 98, '{"action":"review.decide","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.049210Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"c0d92ad91e01136254ffaeabfc2b157f07539e0b4cd7dc026204f43663dc919a","request":"01a225d4-ba4d-70e3-baa6-d0aa19b51827","role":"lawyer","row":"2bba923340825da7ea3ab964916c171a05457ef4e0bb2312bd5faa6960ac4371","seq":97,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":783,"v":1}', '\xc00a968be449ba9725b7f172894623b41e0387c9d4c1ef59054d620df1e650d0'),
	(98, 99, '{"action":"review.decide","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.065948Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-ba66-73a8-95d1-5e038854892d","log":"localhost/claimant-registry","op":"INSERT","prev":"c00a968be449ba9725b7f172894623b41e0387c9d4c1ef59054d620df1e650d0","request":"01a225d4-ba60-7215-9e8d-c7e9555d5ddc","role":"lawyer","row":"0d716ac9b74f07a3733df74eb3c1066f53fffad44c7cf94ce414e1348068cf4a","seq":98,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"review","tx":784,"v":1}', '\xbc8e329d843f8d73599040734969d1cc42f3e33b62d522e80d02f96fca18c7e4'),
	(99, 100, '{"action":"review.decide","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.065948Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-b8c7-762d-97d5-0b3831e8d735","log":"localhost/claimant-registry","op":"UPDATE","prev":"bc8e329d843f8d73599040734969d1cc42f3e33b62d522e80d02f96fca18c7e4","request":"01a225d4-ba60-7215-9e8d-c7e9555d5ddc","role":"lawyer","row":"0983caed5798b27550da08c067b3b7d285a2dfa9233dbde6ee860d7da156ffe9","seq":99,"subject":"01a225d4-b8c7-762d-97d5-0b3831e8d735","table":"claim","tx":784,"v":1}', '\xefc8f8aaaa80e9c4f3ec37c0a01dd5f2ddf84c49f7c802eab69f6c227ff5baca'),
	(100, 101, '{"action":"export.make","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.082832Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-ba73-7748-ae3c-ee20252af079","log":"localhost/claimant-registry","op":"INSERT","prev":"efc8f8aaaa80e9c4f3ec37c0a01dd5f2ddf84c49f7c802eab69f6c227ff5baca","request":"01a225d4-ba71-7338-ab42-0158e7dfaad8","role":"lawyer","row":"cdf1cedcf69d3f40a39049161e0809edd935052633494598014aeedc4d7841cd","seq":100,"subject":"","table":"disclosure","tx":785,"v":1}', '\x91b794ddecc565f272bbf3962a6f9459c67953b0a331c288426a8853a61548b8'),
	(101, 102, '{"action":"export.download","actor":"01a225d4-b998-7290-ac46-918c6716e86d","at":"2026-11-29T05:43:48.092294Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-ba7d-763a-9902-9dcf2534c0f0","log":"localhost/claimant-registry","op":"INSERT","prev":"91b794ddecc565f272bbf3962a6f9459c67953b0a331c288426a8853a61548b8","request":"01a225d4-ba7a-7523-a19e-e105d3a3cc21","role":"lawyer","row":"071f1891f598c0d2774a2fb76565c3b20ae06540603ae8000d70ae9b0e9760d8","seq":101,"subject":"","table":"download","tx":786,"v":1}', '\xc01702de4d15317de44b9b23e81da1cc6cb29e1ba5c227a7738a5439540ed411'),
	(102, 103, '{"action":"export.download","actor":"program","at":"2026-11-29T05:43:48.114638Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-ba7d-763a-9902-9dcf2534c0f0","log":"localhost/claimant-registry","op":"UPDATE","prev":"c01702de4d15317de44b9b23e81da1cc6cb29e1ba5c227a7738a5439540ed411","request":"01a225d4-ba7a-7523-a19e-e105d3a3cc21","role":"program","row":"e321a00526de680c6fb11cef8abd94f32b65614e45e7713bd09f817c1f634f7a","seq":102,"subject":"","table":"download","tx":788,"v":1}', '\xb450d819a3fa7c09c9ab9d0bd02a9cc7a6c8d8a25470fb53ac0b7d7a29629ebb'),
	(103, 104, '{"action":"account.confirm","actor":"","at":"2026-11-29T05:43:48.356998Z","case":"","key":"01a225d4-bb87-7735-b017-256e50b8b486","log":"localhost/claimant-registry","op":"INSERT","prev":"b450d819a3fa7c09c9ab9d0bd02a9cc7a6c8d8a25470fb53ac0b7d7a29629ebb","request":"01a225d4-bb4b-730d-a36b-800f804467c2","role":"anonymous","row":"91408779f5799fdf599a51dbeb5939f2155ec20134a2eac5597af1b9824cf4f4","seq":103,"subject":"01a225d4-bb87-7735-b017-256e50b8b486","table":"account","tx":799,"v":1}', '\xcdc4f3f1ddc04b597545f427c338df4025b50bf8c284c017183dd2ae65941127'),
	(104, 105, '{"action":"claim.create","actor":"01a225d4-bb87-7735-b017-256e50b8b486","at":"2026-11-29T05:43:48.503080Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bc1b-716d-88c3-75e0704287d3","log":"localhost/claimant-registry","op":"INSERT","prev":"cdc4f3f1ddc04b597545f427c338df4025b50bf8c284c017183dd2ae65941127","request":"01a225d4-bc12-7243-8fde-3ac38ee2882b","role":"claimant","row":"46b6d85675e99513ddd8d211821c433b3b41e808248fb51f494759a72665328b","seq":104,"subject":"01a225d4-bc1b-716d-88c3-75e0704287d3","table":"claim","tx":802,"v":1}', '\x6467700834719cc38b3dcfa76a8b87c6cd850e7bcab942a8e6142cf1e02c3997'),
	(105, 106, '{"action":"account.confirm","actor":"","at":"2026-11-29T05:43:48.608658Z","case":"","key":"01a225d4-bc81-70ef-8dba-7d453052146f","log":"localhost/claimant-registry","op":"INSERT","prev":"6467700834719cc38b3dcfa76a8b87c6cd850e7bcab942a8e6142cf1e02c3997","request":"01a225d4-bc51-76e2-b032-8f743fe8c315","role":"anonymous","row":"d8a89a93a6515b0bb47559311fd48bcc99d1cf211d6e06bba8f15b2db5244189","seq":105,"subject":"01a225d4-bc81-70ef-8dba-7d453052146f","table":"account","tx":808,"v":1}', '\xd181992ec7e9dc2b4e6528b99ccb38efc51c1c2845391b47507052751d6fd27e'),
	(106, 107, '{"action":"claim.create","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.669705Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"INSERT","prev":"d181992ec7e9dc2b4e6528b99ccb38efc51c1c2845391b47507052751d6fd27e","request":"01a225d4-bcbb-752b-9506-eb5581ce80e5","role":"claimant","row":"83eb60f0d41d52f941d10085b25b00a850f69b31f263eae4d4391ae9a694bc91","seq":106,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":811,"v":1}', '\xb1e7681b61aeb73af27277b423dec0023f7838ef91fa5fbbc26aa631097ef743'),
	(107, 108, '{"action":"claim.create","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.669705Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc6-72e3-ace2-87e82ef046f9","log":"localhost/claimant-registry","op":"INSERT","prev":"b1e7681b61aeb73af27277b423dec0023f7838ef91fa5fbbc26aa631097ef743","request":"01a225d4-bcbb-752b-9506-eb5581ce80e5","role":"claimant","row":"e84e194c367aae3dd4dea5872b19cc8d2372628b7327f161e7802881048c7fea","seq":107,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim_service","tx":811,"v":1}', '\x39af73541f9ebcd3dfde79ea6a99852fc4782d23ea0f594fc0b4c8b89b58c402'),
	(108, 109, '{"action":"claim.create","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.669705Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc6-72e3-ace2-87e9a48abd7a","log":"localhost/claimant-registry","op":"INSERT","prev":"39af73541f9ebcd3dfde79ea6a99852fc4782d23ea0f594fc0b4c8b89b58c402","request":"01a225d4-bcbb-752b-9506-eb5581ce80e5","role":"claimant","row":"2c45ad0d05a08661a702fffe464874a3a43bdf3021cc4a16be61e9f94e3e2da4","seq":108,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim_service","tx":811,"v":1}', '\xb314ddee946dd3fc86ff705eb84c73be817b38528e1dc8a347f85433dd71b105'),
	(109, 110, '{"action":"loss.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.685103Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bccf-72b7-9eaa-253976889034","log":"localhost/claimant-registry","op":"INSERT","prev":"b314ddee946dd3fc86ff705eb84c73be817b38528e1dc8a347f85433dd71b105","request":"01a225d4-bccb-746d-ad39-5850a565bdb2","role":"claimant","row":"4c8e843f7535043312f6001cc820f4cf70ccdd9199821526fc9b115a9e10e119","seq":109,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"loss","tx":812,"v":1}', '\x2cc220f7b12401179a68c80a7d2842e1ab764b6704d0c83f336aec0a01e414d6'),
	(110, 111, '{"action":"loss.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.685103Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"UPDATE","prev":"2cc220f7b12401179a68c80a7d2842e1ab764b6704d0c83f336aec0a01e414d6","request":"01a225d4-bccb-746d-ad39-5850a565bdb2","role":"claimant","row":"808f396f8b79bbdb6c33af94549b71ca56ca8ab242d6d0593c17c5db1f1529ca","seq":110,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":812,"v":1}', '\xa3618693972875140946e063b00509c32e9da8c77c11c0ae163e615bd4a756c7'),
	(111, 112, '{"action":"evidence.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.694167Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcda-704a-97d9-977b884c6ae3","log":"localhost/claimant-registry","op":"INSERT","prev":"a3618693972875140946e063b00509c32e9da8c77c11c0ae163e615bd4a756c7","request":"01a225d4-bcd4-72c0-a358-177371e4d1d4","role":"claimant","row":"e81abe4b0e257ba2f22d96233b6363d8bb82bddd82e75668bc06f100c147a504","seq":111,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"evidence","tx":813,"v":1}', '\xe8addf528ad89cf91697e5f36ccc8d09f714c0835f1fb89ce4a745a5f6abc610'),
	(112, 113, '{"action":"evidence.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.694167Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"UPDATE","prev":"e8addf528ad89cf91697e5f36ccc8d09f714c0835f1fb89ce4a745a5f6abc610","request":"01a225d4-bcd4-72c0-a358-177371e4d1d4","role":"claimant","row":"2a65fe6074e8184e5fd4e9648b0000613272adf0fe4c64de7751794596aae8f1","seq":112,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":813,"v":1}', '\xf2035e870dbe5f28475c8796178a0ef77616e8214a1e78f510af46aa7c0b8d52'),
	(113, 114, '{"action":"evidence.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.705874Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bce5-7519-8a92-9950da051c3e","log":"localhost/claimant-registry","op":"INSERT","prev":"f2035e870dbe5f28475c8796178a0ef77616e8214a1e78f510af46aa7c0b8d52","request":"01a225d4-bce0-7714-986d-1dd3393f6016","role":"claimant","row":"b36306efdd60d96a2f56e6910527a2a1155424d898f5ba2f45b2785ef3156695","seq":113,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"evidence","tx":814,"v":1}', '\x442a9d7a3d49efb7479fae20524bad0d7cecb10b5d62dcddf85f12661d13df9e'),
	(114, 115, '{"action":"evidence.add","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.705874Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"UPDATE","prev":"442a9d7a3d49efb7479fae20524bad0d7cecb10b5d62dcddf85f12661d13df9e","request":"01a225d4-bce0-7714-986d-1dd3393f6016","role":"claimant","row":"3a2ac7832c815abe6a681efa4b8457ab39a6929290538d1351e441058306d396","seq":114,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":814,"v":1}', '\xfc387a9f07f7743fe046c2f7c6361e43833788a8694b4dec8920b78a98997554'),
	(115, 116, '{"action":"consent.answer","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.717662Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcf0-763e-a64e-7568985affaa","log":"localhost/claimant-registry","op":"INSERT","prev":"fc387a9f07f7743fe046c2f7c6361e43833788a8694b4dec8920b78a98997554","request":"01a225d4-bcec-72d4-b69c-c1c0ec152f90","role":"claimant","row":"1411bc2b911e942b51d61f11cea4ba34956ef988d3619b3b0a9d15c4cc6f32c0","seq":115,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":815,"v":1}', '\x8006f8d18179d67bb272aba36d9d2a562eb00905a7978ec19244d1bd1e1ba9fe'),
	(116, 117, '{"action":"consent.answer","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.728465Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcfc-7092-9e9c-10995ed599cc","log":"localhost/claimant-registry","op":"INSERT","prev":"8006f8d18179d67bb272aba36d9d2a562eb00905a7978ec19244d1bd1e1ba9fe","request":"01a225d4-bcf7-775a-a675-d28208672593","role":"claimant","row":"e01bdf3f31c39287892593fd17d86bc9f586b1e46fd670106d975b4e868165fd","seq":116,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":816,"v":1}', '\x7784cafd849fab371427b832314fc4b00a5e43db576550245aebbbc4134e658e'),
	(117, 118, '{"action":"consent.answer","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.739538Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd05-757e-bcbd-1d5d574119d0","log":"localhost/claimant-registry","op":"INSERT","prev":"7784cafd849fab371427b832314fc4b00a5e43db576550245aebbbc4134e658e","request":"01a225d4-bd02-74b7-8454-5d63303e3ce9","role":"claimant","row":"3c8051c711059d3ee1c4080e98a2364292fe6efbb79d96c6a3e29dbdf35ddc0b","seq":117,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":818,"v":1}', '\x1ce1e6f84727b5fe29a526f0ee3644bea2727895998e3fa450ea83eaa54ff2f1'),
	(118, 119, '{"action":"consent.answer","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.745434Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd0b-776d-8914-d9a57e1a17c6","log":"localhost/claimant-registry","op":"INSERT","prev":"1ce1e6f84727b5fe29a526f0ee3644bea2727895998e3fa450ea83eaa54ff2f1","request":"01a225d4-bd08-73be-9d1f-8c59d3c646ca","role":"claimant","row":"c8b41dec41cf12d16b02514c712f8aca8d91cf263d7f08b2bd93d8b04f93b7c9","seq":118,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":819,"v":1}', '\x4372a8cc759bd76f3bf05fa841f72b156ec557edfe57dba64f26385675d693c0'),
	(119, 120, '{"action":"consent.answer","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.756639Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd19-75a1-86dd-ca3044814398","log":"localhost/claimant-registry","op":"INSERT","prev":"4372a8cc759bd76f3bf05fa841f72b156ec557edfe57dba64f26385675d693c0","request":"01a225d4-bd12-7548-a237-b01698b8c4d9","role":"claimant","row":"5782dc70648f7a1bf410fc29d1e464b434e7e851e701e588b833063120348de0","seq":119,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":820,"v":1}', '\x4155d16f45d55e27f68f671b0982052dcbd86f6f52aca1e5409c63056967cc80'),
	(120, 121, '{"action":"claim.submit","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.772258Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"UPDATE","prev":"4155d16f45d55e27f68f671b0982052dcbd86f6f52aca1e5409c63056967cc80","request":"01a225d4-bd23-76d3-899d-ff625fa13316","role":"claimant","row":"0bb7fafd0c86c1140de632861f015b0fe47cdc5d47a1ad4d0b987ef1de977739","seq":120,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":821,"v":1}', '\x352dc6a39181e50ec2b6feff3b0e4b39d04fdb6c97ce9faec84ec5bdccc2dd66'),
	(121, 122, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bdac-7190-92b4-41696a60272d","log":"localhost/claimant-registry","op":"INSERT","prev":"352dc6a39181e50ec2b6feff3b0e4b39d04fdb6c97ce9faec84ec5bdccc2dd66","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"5fe987a8808e4dd86a00573152d3b46d8e71effb47da8a9b27650c85c5ae19d0","seq":121,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"erasure","tx":825,"v":1}', '\x5ded9b4296b78efefef67950cbf483bfbd57ba2500d70775c3ceb8dd1244b836'),
	(122, 123, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcda-704a-97d9-977b884c6ae3","log":"localhost/claimant-registry","op":"DELETE","prev":"5ded9b4296b78efefef67950cbf483bfbd57ba2500d70775c3ceb8dd1244b836","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"","seq":122,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"evidence","tx":825,"v":1}', '\xb6c08174dafc0f5d51914620b2e4d451426461bea07b328f686481915e1e7c92'),
	(123, 124, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bce5-7519-8a92-9950da051c3e","log":"localhost/claimant-registry","op":"DELETE","prev":"b6c08174dafc0f5d51914620b2e4d451426461bea07b328f686481915e1e7c92","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"","seq":123,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"evidence","tx":825,"v":1}', '\x073bc6d0f390a052d1eb65f535caecf480946a4f63804b98d692f97deff97731'),
	(124, 125, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcf0-763e-a64e-7568985affaa","log":"localhost/claimant-registry","op":"UPDATE","prev":"073bc6d0f390a052d1eb65f535caecf480946a4f63804b98d692f97deff97731","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"f9e84998f16da399ce881eb60ddc6202a290618bac8570d74b5d5b3f3af3e2b6","seq":124,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":825,"v":1}', '\x6cea3c418cf2457725bfcc5679a01e0760803c016590bee440edcb4be1de58eb'),
	(125, 126, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcfc-7092-9e9c-10995ed599cc","log":"localhost/claimant-registry","op":"UPDATE","prev":"6cea3c418cf2457725bfcc5679a01e0760803c016590bee440edcb4be1de58eb","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"e1778fa4b5384ad48a40dec45acc95f6ea76a73ff07ecbc664611745c9e5e543","seq":125,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":825,"v":1}', '\x783e217b233cc5c083ab6f191064f6df5b6a8d3b6bc2abf5766177ddd615a3eb'),
	(126, 127, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd05-757e-bcbd-1d5d574119d0","log":"localhost/claimant-registry","op":"UPDATE","prev":"783e217b233cc5c083ab6f191064f6df5b6a8d3b6bc2abf5766177ddd615a3eb","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"ca20f96fc21912302a3991694c6a6e651d6dc373805f931f052d8d4a6d9189ce","seq":126,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":825,"v":1}', '\x19ab68b5ba2b39467858444609f0921ca3ff596f61535ccdc90346e23d01a85d'),
	(127, 128, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd0b-776d-8914-d9a57e1a17c6","log":"localhost/claimant-registry","op":"UPDATE","prev":"19ab68b5ba2b39467858444609f0921ca3ff596f61535ccdc90346e23d01a85d","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"ddbf76ec308e1a7392b0819a93cb57d2a35030aa0b3c5fd8ce7842de1501ffc2","seq":127,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":825,"v":1}', '\x8823fab720930e4065523fc83772202d31f99483d2b653ba570e692e8889c785'),
	(128, 129, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bd19-75a1-86dd-ca3044814398","log":"localhost/claimant-registry","op":"UPDATE","prev":"8823fab720930e4065523fc83772202d31f99483d2b653ba570e692e8889c785","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"cb9a6992dfd0f18e510f0c76796cd14e07116d2121eae282ea28d3c166623cbd","seq":128,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"consent","tx":825,"v":1}', '\x1f6a4799297dacbf200485edb0575226b0dfd2f4d37ee7d3b9a89805af422a87'),
	(129, 130, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bccf-72b7-9eaa-253976889034","log":"localhost/claimant-registry","op":"UPDATE","prev":"1f6a4799297dacbf200485edb0575226b0dfd2f4d37ee7d3b9a89805af422a87","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"42b367947bae4d88a59b1f93113d08eaf3713c531379339b855f7e6961a2cfc4","seq":129,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"loss","tx":825,"v":1}', '\xfc140d742304789830cde53b4a32c37623d339e019a547f0b7358119a1ecc9bd'),
	(130, 131, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc6-72e3-ace2-87e82ef046f9","log":"localhost/claimant-registry","op":"UPDATE","prev":"fc140d742304789830cde53b4a32c37623d339e019a547f0b7358119a1ecc9bd","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"ba1a3bb187d0f0a6d81bc79db65ffcda72ef2aa74371629bde932c9aa1ddec80","seq":130,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim_service","tx":825,"v":1}', '\xbc8a63244af3c10c2221675b9e2e28285c1b8fa059ef622d98c3cb850a3ba4cb'),
	(131, 132, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc6-72e3-ace2-87e9a48abd7a","log":"localhost/claimant-registry","op":"UPDATE","prev":"bc8a63244af3c10c2221675b9e2e28285c1b8fa059ef622d98c3cb850a3ba4cb","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"3f3123395447bc00a370bec669b0ba20ea41eb96307e96aebeff1fcd5973b77f","seq":131,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim_service","tx":825,"v":1}', '\xa884a13d64901b5ebc934b469dc7988b23d1f2337cd47984dd62458fd782a22e'),
	(132, 133, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","log":"localhost/claimant-registry","op":"UPDATE","prev":"a884a13d64901b5ebc934b469dc7988b23d1f2337cd47984dd62458fd782a22e","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"609eca0b8017c18263ceb77e12f212b8c86ea94a362ea63c320fdc33f9fc857e","seq":132,"subject":"01a225d4-bcc0-74ec-961d-79d2ca3c49dd","table":"claim","tx":825,"v":1}', '\xc616521db1444a458bc99035b28305569cb6b3e7643e239eda558a191f1554db'),
	(133, 134, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"","key":"01a225d4-bdc3-724b-8d95-053493dc813b","log":"localhost/claimant-registry","op":"INSERT","prev":"c616521db1444a458bc99035b28305569cb6b3e7643e239eda558a191f1554db","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"980ccea1293bf93905e00896e34685418548ac8d4db9a1e7436399cb01a95847","seq":133,"subject":"01a225d4-bc81-70ef-8dba-7d453052146f","table":"erasure","tx":825,"v":1}', '\x0146e7a8d03e87e4374164910ba4c4f1a9c5f52d4a067a45111054027b30cc86'),
	(134, 135, '{"action":"account.erase","actor":"01a225d4-bc81-70ef-8dba-7d453052146f","at":"2026-11-29T05:43:48.857382Z","case":"","key":"01a225d4-bc81-70ef-8dba-7d453052146f","log":"localhost/claimant-registry","op":"UPDATE","prev":"0146e7a8d03e87e4374164910ba4c4f1a9c5f52d4a067a45111054027b30cc86","request":"01a225d4-bd43-7227-b422-8b6564cf476d","role":"claimant","row":"32955a4b377e099a81574553cb110267db61819d453a467661357c2440c2d4a9","seq":134,"subject":"01a225d4-bc81-70ef-8dba-7d453052146f","table":"account","tx":825,"v":1}', '\xcf20e5cc41a80242da3b4082c84498fe72b93c24a215dabeaf832f8f33dd8f91'),
	(135, 136, '{"action":"account.confirm","actor":"","at":"2026-11-29T05:43:49.139869Z","case":"","key":"01a225d4-be94-709f-b032-b101e4ccb28c","log":"localhost/claimant-registry","op":"INSERT","prev":"cf20e5cc41a80242da3b4082c84498fe72b93c24a215dabeaf832f8f33dd8f91","request":"01a225d4-be65-7534-97f1-9ee779329377","role":"anonymous","row":"9c8ca0d0bcf655f67c14ea81540affcbcbc1645aae0bff298c10a160c287f5f7","seq":135,"subject":"01a225d4-be94-709f-b032-b101e4ccb28c","table":"account","tx":835,"v":1}', '\x7cce06d8868e9420729592eeebe089c0f12d827de40cbf1bcce66a182d56cb2e'),
	(136, 137, '{"action":"claim.create","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.178882Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bebc-7111-9e96-9d50cdc43457","log":"localhost/claimant-registry","op":"INSERT","prev":"7cce06d8868e9420729592eeebe089c0f12d827de40cbf1bcce66a182d56cb2e","request":"01a225d4-beb9-7743-857b-163dae4c77f7","role":"claimant","row":"908a06259cdc14e91687776ef5e900105bea6d8bb666b7f111e7b488fa31da2b","seq":136,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim","tx":838,"v":1}', '\xee4d5668449babe3c31c94fe26ee5518b34206b392e6468d66d6f640d62be984'),
	(137, 138, '{"action":"claim.create","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.178882Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bec1-741a-920b-ae7ae4f48bd4","log":"localhost/claimant-registry","op":"INSERT","prev":"ee4d5668449babe3c31c94fe26ee5518b34206b392e6468d66d6f640d62be984","request":"01a225d4-beb9-7743-857b-163dae4c77f7","role":"claimant","row":"f50a086117dfbfaa1a60a799ffe890b7ce70ddf5400a6d03b4711fddc9626ef4","seq":137,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim_service","tx":838,"v":1}', '\x18eec5fda68d72dd53099558bab0da31dbb2a7c611631e15ead94acdc1035b7a'),
	(138, 139, '{"action":"claim.create","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.178882Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bec1-741a-920b-ae7b832b76b8","log":"localhost/claimant-registry","op":"INSERT","prev":"18eec5fda68d72dd53099558bab0da31dbb2a7c611631e15ead94acdc1035b7a","request":"01a225d4-beb9-7743-857b-163dae4c77f7","role":"claimant","row":"c85e0a4a7b242e47f7f45afe18b28d122459673ae5c0313df08f58cc8a960d21","seq":138,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim_service","tx":838,"v":1}', '\xc74b2fc8f3ffc562368cf7158c2d8150333b5050f74450d2ce6a2d45d782633b'),
	(139, 140, '{"action":"loss.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.192268Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-beca-77b5-b306-fbba898c789e","log":"localhost/claimant-registry","op":"INSERT","prev":"c74b2fc8f3ffc562368cf7158c2d8150333b5050f74450d2ce6a2d45d782633b","request":"01a225d4-bec6-77cd-a8e9-37c631fd0bca","role":"claimant","row":"8d0a0e2e56634090ecbed0485b96a798a4d5bef00139664ca072edc56bcb3844","seq":139,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"loss","tx":839,"v":1}', '\x290472ff5672f79acb210767bf36b00f19e00428b6b8483a4637c458cfb55531'),
	(140, 141, '{"action":"loss.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.192268Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bebc-7111-9e96-9d50cdc43457","log":"localhost/claimant-registry","op":"UPDATE","prev":"290472ff5672f79acb210767bf36b00f19e00428b6b8483a4637c458cfb55531","request":"01a225d4-bec6-77cd-a8e9-37c631fd0bca","role":"claimant","row":"f0e8c4cf9a40b0384a7054c96927c061f79039c9cba1f186dc9fa2fd1026776f","seq":140,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim","tx":839,"v":1}', '\x4546ef0527264ac83340a5902b8a60d3f8a910883de25406e74e43c9e3b561e0'),
	(141, 142, '{"action":"evidence.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.200653Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bed2-7528-bf19-67363345cae0","log":"localhost/claimant-registry","op":"INSERT","prev":"4546ef0527264ac83340a5902b8a60d3f8a910883de25406e74e43c9e3b561e0","request":"01a225d4-becf-733f-b10c-ef73e11f1321","role":"claimant","row":"71196901efaf5b8c244fc2cde2d2cbe499a71e4a2f4639c1941a524ca07ed592","seq":141,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"evidence","tx":840,"v":1}', '\x6a67c0c52b0327af1edcd3656a371da57d79f6daafe2395f79eab95f8fea2019'),
	(142, 143, '{"action":"evidence.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.200653Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bebc-7111-9e96-9d50cdc43457","log":"localhost/claimant-registry","op":"UPDATE","prev":"6a67c0c52b0327af1edcd3656a371da57d79f6daafe2395f79eab95f8fea2019","request":"01a225d4-becf-733f-b10c-ef73e11f1321","role":"claimant","row":"a8ccafa81e3a3b61b511254acef15e3bb07f2d91e039a5cef377d1cfb371b2bc","seq":142,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim","tx":840,"v":1}', '\xb44d720bcd48dfbef424e999f2696665a0447a793d7f2c99e523e0ba7d3a6f30'),
	(143, 144, '{"action":"evidence.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.211451Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bedd-77d1-9a31-ee5da6766f3c","log":"localhost/claimant-registry","op":"INSERT","prev":"b44d720bcd48dfbef424e999f2696665a0447a793d7f2c99e523e0ba7d3a6f30","request":"01a225d4-bed9-7426-88af-db04ebd08347","role":"claimant","row":"1737b24c91a81c33da4d820c136bf60bcd14435d99422c8da13b74077ba4101c","seq":143,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"evidence","tx":841,"v":1}', '\x6ba4ad5a87e6136fc59a25ddad1f4e05342e266dee6fd2d3d0e57b126197b596'),
	(144, 145, '{"action":"evidence.add","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.211451Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bebc-7111-9e96-9d50cdc43457","log":"localhost/claimant-registry","op":"UPDATE","prev":"6ba4ad5a87e6136fc59a25ddad1f4e05342e266dee6fd2d3d0e57b126197b596","request":"01a225d4-bed9-7426-88af-db04ebd08347","role":"claimant","row":"82d9358180e372fe0b891a40c64b049daee6a66ac22be78837d5c8271e34b325","seq":144,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"claim","tx":841,"v":1}', '\xd9899b43d338982ccea2ec1926e052829f1761b8f90a59c1ac2aab3e21f0ad46'),
	(145, 146, '{"action":"consent.answer","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.228081Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bef1-73d6-b3ae-7ae21c9f6439","log":"localhost/claimant-registry","op":"INSERT","prev":"d9899b43d338982ccea2ec1926e052829f1761b8f90a59c1ac2aab3e21f0ad46","request":"01a225d4-beea-7708-a011-e45e335e8df5","role":"claimant","row":"ca1b0b54244bb4380fa5af1ba02128e9e1337c63374f5a46fc8aadf75961baad","seq":145,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"consent","tx":842,"v":1}', '\xb630673386793b58166e35d8e582a0bf6d097e542e2efcb8cc73f5e558f21603'),
	(146, 147, '{"action":"consent.answer","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.248933Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bf05-7085-8572-8b406d0b647c","log":"localhost/claimant-registry","op":"INSERT","prev":"b630673386793b58166e35d8e582a0bf6d097e542e2efcb8cc73f5e558f21603","request":"01a225d4-befe-76c7-9303-39dfc9d89d75","role":"claimant","row":"2445e278742c759891cc87303835726b6a47cae4fb1f993895be2a9db13f36ba","seq":146,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"consent","tx":843,"v":1}', '\x232a5f8a279827f4916896407526eadcecbd1205fd949112e817f10a6aa92395'),
	(147, 148, '{"action":"consent.answer","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.263475Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bf18-7195-8512-84c80a0b8f96","log":"localhost/claimant-registry","op":"INSERT","prev":"232a5f8a279827f4916896407526eadcecbd1205fd949112e817f10a6aa92395","request":"01a225d4-bf0c-760e-a7d7-a5cce2881a27","role":"claimant","row":"c640d279bf1d7d1ba2cdf996545a98196823c8c743841605783aee1ad1efc5d5","seq":147,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"consent","tx":845,"v":1}', '\xf731aabcbb303dd5f59ff3a2b61f628066001844af2f52bc5316d643bf6be489'),
	(148, 149, '{"action":"consent.answer","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.280699Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bf25-73ec-9d3e-f854f13afbf6","log":"localhost/claimant-registry","op":"INSERT","prev":"f731aabcbb303dd5f59ff3a2b61f628066001844af2f52bc5316d643bf6be489","request":"01a225d4-bf1f-751e-84c0-ec9e42a59e4c","role":"claimant","row":"033c545a4b1aecf0bc9b1475cb2b86ccd88be8f4bbfb4ba3a438d32b4ac596fb","seq":148,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"consent","tx":846,"v":1}', '\x013cc6482dda6a82c252c2acd278ce23c5a834d88980448c6f2016226f1d4884'),
	(149, 150, '{"action":"consent.answer","actor":"01a225d4-be94-709f-b032-b101e4ccb28c","at":"2026-11-29T05:43:49.293557Z","case":"01a225d4-b45d-73d6-bab4-53a443b0f175","key":"01a225d4-bf33-7604-992a-c308e3f2f447","log":"localhost/claimant-registry","op":"INSERT","prev":"013cc6482dda6a82c252c2acd278ce23c5a834d88980448c6f2016226f1d4884","request":"01a225d4-bf2b-772e-8311-489ecf3d0cad","role":"claimant","row":"513d44597dc420ecc3ad5b9756637e865e6c922df9c7818d4ff62a893901c873","seq":149,"subject":"01a225d4-bebc-7111-9e96-9d50cdc43457","table":"consent","tx":847,"v":1}', '\xb3217092cab0f436d0de20b5785ff6b6430367871a99e2a20fadf4cc24e5a064');


--
-- Data for Name: audit_table; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_table VALUES
	('migration', NULL, NULL),
	('key_fingerprint', NULL, NULL),
	('account', 'id', NULL),
	('court_case', NULL, 'id'),
	('case_option', NULL, 'case_id'),
	('consent_text', NULL, 'case_id'),
	('case_staff', 'account_id', 'case_id'),
	('claim', 'id', 'case_id'),
	('claim_service', 'claim_id', 'case_id'),
	('loss', 'claim_id', 'case_id'),
	('evidence', 'claim_id', 'case_id'),
	('consent', 'claim_id', 'case_id'),
	('review', 'claim_id', 'case_id'),
	('disclosure', NULL, 'case_id'),
	('download', NULL, 'case_id'),
	('log_identity', NULL, NULL),
	('erasure', 'subject', 'case_id'),
	('legal_hold', 'claim_id', 'case_id'),
	('witness', NULL, NULL),
	('time_stamp', NULL, NULL),
	('log_publication', NULL, NULL),
	('verification', NULL, NULL),
	('notice', NULL, 'case_id'),
	('message', NULL, 'case_id');


--
-- Data for Name: case_option; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.case_option VALUES
	('01a225d4-b465-7681-8972-7cc917399de6', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'talk-channel', '카카오톡 채널 (예약·상담·주문)', 'KakaoTalk Channel (bookings, consulting, orders)', '채널 관리자센터의 채널 정보와 채팅 목록 화면, 예약이나 상담을 받은 대화 화면, 채널로 들어온 주문 내역입니다. 관리자센터(center-pf.kakao.com)에서 지금도 보실 수 있으며, 주소창과 날짜가 보이게 찍어 주십시오.', 'The channel administration page with its information and list of chats, conversations in which you took bookings, orders that came through the channel. They can still be seen in the administration centre (center-pf.kakao.com); let address and dates be readable.', false, 0),
	('01a225d4-b465-7681-8972-7ccabd0c83fc', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'alimtalk', '알림톡 (주문·배송·대기 알림)', 'Alimtalk (order, delivery and waiting-list notices)', '알림톡 발송 내역과 요금 청구서입니다. 발송을 맡긴 대행사(공식 딜러사)의 관리 화면에서 2022년 9월과 10월 내역을 내려받거나 대행사에 요청하실 수 있습니다.', 'Sending records and invoices. Download those of September and October 2022 from the pages of the agency that sends for you, or ask it for them.', false, 1),
	('01a225d4-b465-7681-8972-7ccb8f024f1b', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'channel-ads', '채널 광고·단체 메시지', 'Channel advertising and bulk messages', '광고 집행 보고서, 단체 메시지 발송 내역, 캐시 충전과 세금계산서입니다. 카카오비즈니스와 카카오모먼트의 보고서 화면에서 기간을 정해 내려받으실 수 있습니다.', 'Reports of campaigns, records of bulk messages, top-ups and tax invoices. The reports of Kakao Business and Kakao Moment can be downloaded for a period.', false, 2),
	('01a225d4-b465-7681-8972-7ccc8d142849', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'talk-message', '카카오톡 대화 (PC·모바일)', 'KakaoTalk chat (PC and mobile)', '그 무렵 손님과 주고받은 영업 대화입니다. 카카오톡의 대화 내보내기로 파일로 만들 수 있으며, 다른 사람의 이름과 전화번호는 가려 주십시오.', 'Conversations about business with customers of that time. KakaoTalk exports a conversation as a file; cover names and numbers of others.', false, 3),
	('01a225d4-b465-7681-8972-7ccd99b7d3df', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'kakao-login', '카카오 로그인', 'Kakao Login', '카카오 로그인을 쓰던 사이트의 설정 화면, 그 기간의 로그인 오류 기록입니다. 카카오 디벨로퍼스의 내 애플리케이션 화면과 서버의 접속 기록에서 찾아 주십시오.', 'The settings of the site that used Kakao Login, and records of failed sign-ins of that time: the page of your application at Kakao Developers, and your server''s logs.', false, 4),
	('01a225d4-b465-7681-8972-7cce1d7c0000', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'kakao-pay', '카카오페이 결제·상품권', 'Kakao Pay payments and vouchers', '카카오페이 가맹점 정산 내역, 결제 내역, 가맹점 계약서입니다. 가맹점 관리자 화면이나 결제대행사(PG)의 정산 화면에서 받으실 수 있습니다.', 'Settlements, payments and the merchant contract, from the merchant pages of Kakao Pay or of your payment provider.', false, 5),
	('01a225d4-b465-7681-8972-7ccf0d0b239c', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'gift', '카카오톡 선물하기 (모바일 교환권)', 'KakaoTalk Gift (mobile gift vouchers)', '교환권 정산 내역과 사용 내역, 입점 계약서입니다. 쿠폰사나 본사(가맹본부)의 정산 화면에서 받으실 수 있습니다.', 'Settlements and redemptions of vouchers, and the contract, from the voucher company or the franchise''s head office.', false, 6),
	('01a225d4-b465-7681-8972-7cd077e66cc3', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'kakao-t', '카카오 T (택시·대리·퀵)', 'Kakao T (taxi, designated driver, courier)', '호출과 운행 내역, 수수료와 수입 내역입니다. 기사용 앱의 운행 기록과 수입 화면, 카카오모빌리티의 정산 내역에서 찾으실 수 있습니다.', 'Calls, trips, commissions and income: the trip record and income pages of the driver''s app, and settlements of Kakao Mobility.', false, 7),
	('01a225d4-b465-7681-8972-7cd1d1cd3f9d', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'kakao-map', '카카오맵·카카오내비', 'Kakao Map and Kakao Navi', '지도나 길 안내를 영업에 쓰신 화면과 기록, 유료 지도 이용(API)의 청구 내역입니다.', 'Screens and records that show maps or navigation at work, and invoices where you paid for the map''s API.', false, 8),
	('01a225d4-b465-7681-8972-7cd2f1dc1587', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'melon', '멜론', 'Melon', '이용권 결제 내역과 매장에서 음악을 쓰셨다는 자료입니다. 멜론의 결제 내역 화면이나 카드 명세서에서 찾으실 수 있습니다.', 'Payments for a subscription, and proof that you used it in your shop: the payment page of Melon or your card statements.', false, 9),
	('01a225d4-b465-7681-8972-7cd3d0a442ae', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'daum-mail', '다음 메일·카카오메일', 'Daum Mail and Kakao Mail', '그 무렵 업무로 주고받은 메일과, 받지 못한 메일을 알 수 있는 자료입니다. 메일함 화면에 보낸 날짜가 보이게 찍어 주십시오.', 'Business mail of that time, and whatever shows mail that did not arrive. Let the dates in the mailbox be readable.', false, 10),
	('01a225d4-b465-7681-8972-7cd463b6d369', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service', 'other', '그 밖의 카카오 서비스', 'Another Kakao service', '그때 그 서비스를 영업에 쓰고 계셨음을 날짜와 함께 보여 주는 화면, 내역, 영수증입니다.', 'Screens, records or receipts with a date that show you were using the service for your business.', false, 11),
	('01a225d4-b479-72df-8cdc-eacc70b7ab07', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'nail-hair', '네일·미용실', 'Nail and hair shop', '', '', false, 0),
	('01a225d4-b47a-7315-93a0-2b0e6ea8dce7', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'side-dish', '반찬가게', 'Side-dish shop', '', '', false, 1),
	('01a225d4-b47a-7315-93a0-2b0f091d3d3b', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'cake-maker', '주문 제작 케이크', 'Custom cake maker', '', '', false, 2),
	('01a225d4-b47a-7315-93a0-2b1022372cc8', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'restaurant', '음식점 (대기 손님 알림)', 'Restaurant with a waiting list', '', '', false, 3),
	('01a225d4-b47a-7315-93a0-2b119502af93', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'gift-voucher', '모바일 교환권 가맹점', 'Gift-voucher merchant', '', '', false, 4),
	('01a225d4-b47a-7315-93a0-2b12024eb289', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'regional-taxi', '택시 기사 (지역)', 'Regional taxi driver', '', '', false, 5),
	('01a225d4-b47a-7315-93a0-2b13d49ad061', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'delivery-agency', '배달 대행·퀵서비스', 'Delivery agency', '', '', false, 6),
	('01a225d4-b47a-7315-93a0-2b14a4613d59', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'interior', '인테리어', 'Interior designer', '', '', false, 7),
	('01a225d4-b47a-7315-93a0-2b1574fa9787', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'rental', '대여업', 'Rental company', '', '', false, 8),
	('01a225d4-b47a-7315-93a0-2b16728a67b6', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'education', '교육 플랫폼·학원', 'Education platform', '', '', false, 9),
	('01a225d4-b47a-7315-93a0-2b17732c03f1', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'event-goods', '행사용품·답례품', 'Event-goods shop', '', '', false, 10),
	('01a225d4-b47a-7315-93a0-2b184c14aef6', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'cafe', '교외 카페', 'Out-of-town cafe', '', '', false, 11),
	('01a225d4-b47a-7315-93a0-2b1908d8c6f0', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'channel-operator', '채널 운영자·광고주', 'Channel operator and advertiser', '', '', false, 12),
	('01a225d4-b47a-7315-93a0-2b1a6a07f145', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'industry', 'other', '그 밖의 업종', 'Other business', '', '', false, 13),
	('01a225d4-b4a0-7468-838e-97c6d404c890', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'service-use', '서비스 이용 증빙', 'Proof of service use', '장애 당시 카카오 서비스를 이용하고 있었음을 보여 주는 자료입니다. 채널 관리자 화면, 알림톡 발송 내역, 서비스 이용료 영수증, 장애 전 고객과 나눈 상담 내역 등을 목록에 적고 파일을 그대로 보관해 주십시오. 이용자였다는 자료가 없다는 이유로 청구가 기각된 판결(서울남부지방법원 2023년 8월 22일)이 있으므로 반드시 필요합니다.', 'Anything that shows you were using a Kakao service at the time of the outage: the channel administration page, Alimtalk sending records, receipts for paid services, or consultations with customers before the outage. A court has dismissed a claim for want of any material showing that the plaintiffs were users (Seoul Southern District Court, 22 August 2023), so this is required.', true, 0),
	('01a225d4-b4a0-7468-838e-97c7a3dd6775', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'sales-loss', '매출 손실 증빙', 'Proof of sales loss', '장애가 있던 주(2022년 10월 15일 토요일부터 21일 금요일까지)의 매출과, 2022년 9~10월 중 매출이 가장 많았던 한 주(토요일부터 금요일까지)의 매출을 비교할 수 있는 자료입니다. 카드 매출 내역, 포스(POS) 일별 매출, 현금영수증 내역, 배달앱 정산 내역 등을 목록에 적고 파일을 그대로 보관해 주십시오.', 'Records that let us compare your sales in the week of the outage (Saturday 15 to Friday 21 October 2022) with your best Saturday-to-Friday week of September and October 2022: card sales, daily point-of-sale totals, cash receipts, delivery-app settlements.', true, 1),
	('01a225d4-b4a0-7468-838e-97c83ad000a3', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'small-merchant', '소상공인확인서', 'Small-merchant certificate', '소상공인에 해당함을 확인하는 서류입니다. 발급일과 유효기간이 보이도록 전체 면을 파일로 만들어 목록에 적어 주십시오.', 'The certificate that you are a small merchant (so-sang-gong-in). Scan the whole page, so that the issue date and the period of validity can be read, and list the file.', false, 2),
	('01a225d4-b4a0-7468-838e-97c97a72ad40', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'business-registration', '사업자등록증', 'Business registration certificate', '상호, 사업자등록번호, 개업 연월일이 보이는 사업자등록증입니다. 그사이 폐업하셨다면 폐업사실증명을 적으셔도 됩니다. 주민등록번호가 적혀 있으면 가리고 파일을 만들어 주십시오.', 'The certificate showing the trade name, the registration number and the opening date. If you have since closed the business, a certificate of closure will do. If a resident registration number is printed on it, cover it before you make the file.', false, 3),
	('01a225d4-b4a0-7468-838e-97cafb1adbdc', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'bank-book', '통장 사본', 'Copy of bank book', '본인 또는 사업자 명의 통장의 첫 면입니다. 은행명, 예금주, 계좌번호만 보이면 충분하며, 거래 내역은 필요하지 않습니다.', 'The first page of a bank book in your name or the name of your business. The bank, the holder and the account number are enough; no transactions are needed.', false, 4),
	('01a225d4-b4a0-7468-838e-97cbfe61265b', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'refund-record', '환불·취소 내역', 'Refund or cancellation record', '장애 때문에 환불하거나 취소된 주문·예약·배송의 내역입니다. 날짜와 금액이 보여야 하고, 고객의 이름과 연락처는 가려 주십시오.', 'Records of orders, bookings or deliveries refunded or cancelled because of the outage. Dates and amounts must be readable; cover your customers'' names and contact details.', false, 5),
	('01a225d4-b4a0-7468-838e-97cc622008b7', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'substitute-cost', '대체 비용 증빙', 'Cost of substitutes', '급히 다시 만든 상품, 대신 보낸 문자, 대체 배송이나 임시 인력처럼 장애 때문에 추가로 쓴 비용의 영수증입니다.', 'Receipts for what you had to spend at short notice because of the outage: goods made again, text messages sent instead, other delivery services, temporary staff.', false, 6),
	('01a225d4-b4a0-7468-838e-97cd5d06e820', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'ad-spend', '광고·메시지 비용 증빙', 'Advertising and message spend', '채널 친구를 모으거나 행사를 알리려고 쓴 광고비와 메시지 발송비의 청구서, 결제 내역, 집행 보고서입니다. 집행 기간이 보여야 합니다.', 'Invoices, payments or reports for advertising and messages bought to win channel friends or announce a promotion. The period of the campaign must be readable.', false, 7),
	('01a225d4-b4a0-7468-838e-97cecc878cbf', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'compensation', '이미 받은 보상 내역', 'Compensation already received', '카카오에서 이미 받은 보상금이나 이용 기간 연장, 이용권의 내역입니다. 받은 보상은 손해액에서 빼므로 사실대로 알려 주십시오.', 'Records of money, extended service or vouchers already received from Kakao. They are set against your loss, so please state them truthfully.', false, 8),
	('01a225d4-b4a0-7468-838e-97cf78dcf0c2', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'signature-cert', '인감증명서·본인서명사실확인서', 'Seal certificate or certificate of personal signature', '법원이 소송위임을 직접 하였는지 확인하도록 요구할 때 필요할 수 있습니다. 따로 요청드린 경우에만 목록에 적으시고, 주민등록번호는 반드시 가려 주십시오.', 'May be needed if the court asks for confirmation that you gave the mandate yourself. List it only when we ask for it, and be sure to cover the resident registration number.', false, 9),
	('01a225d4-b4a0-7468-838e-97d0481f91c6', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'evidence', 'other', '그 밖의 자료', 'Other material', '장애 안내 화면, 고객 항의 문자 등 손해를 설명하는 데 도움이 되는 자료입니다. 다른 사람의 개인정보는 가려 주십시오.', 'Anything else that helps to explain your loss, such as the outage notice on screen or complaints from customers. Cover other people''s personal data.', false, 10),
	('01a225d4-b4b2-74a0-8165-50d276c0fab5', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'counsel', 'hong', '변호사 홍길동 (데모) · 한빛 법률사무소 (데모)', 'Hong Gildong, attorney (demo), Hanbit Law Office (demo)', '대한변호사협회 등록번호 00000 (데모) · 서울특별시 가상구 예시로 1 · 02-000-0000. 등록번호와 이름은 대한변호사협회 누리집의 변호사 검색에서 직접 확인하실 수 있습니다.', 'Korean Bar Association, registration number 00000 (demo); 1 Yesi-ro, Gasang-gu, Seoul; 02-000-0000. Name and number can be looked up in the association''s own register of attorneys.', false, 0),
	('01a225d4-b4ba-771b-9167-3abc6fddf718', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'cost', 'retainer', '착수금', 'Retainer', '없습니다 (데모).', 'None (demo).', false, 0),
	('01a225d4-b4ba-771b-9167-3abde82c4f4b', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'cost', 'court-fees', '인지대와 송달료', 'Stamp duty and service of papers', '원고 한 분에 20,000원이며, 위임계약을 맺은 뒤 법률사무소 명의의 계좌로만 받습니다 (데모).', '20,000 won a plaintiff, after the contract is made, and only to the account in the law office''s own name (demo).', false, 1),
	('01a225d4-b4ba-771b-9167-3abeab3e3e85', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'cost', 'success', '성공보수', 'Success fee', '받아낸 금액의 20% (부가가치세 별도)이며, 받아낸 것이 없으면 없습니다 (데모).', '20 per cent of what is recovered, value added tax apart; nothing where nothing is recovered (demo).', false, 2);


--
-- Data for Name: case_staff; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.case_staff VALUES
	('01a225d4-b9f4-7614-850f-867b643747da', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', '2026-11-29 05:43:47.953583+00');


--
-- Data for Name: change; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.change OVERRIDING SYSTEM VALUE VALUES
	(1, 730, '2026-11-29 05:43:46.026628+00', 'cli', 'operator', 'migrate', '01a225d4-b26a-724f-b9ba-1527979b6627', '', '', 'migration', 'INSERT', '2026-11-23-000001_audit/up.sql:82d913e80cdf2826e9901d24b9969865894a0d46bfbb079228beb1ad1c2039aa', '\x4e5cc36a35c4e2fdeb8b40c78bd8754b06468082e3f6d4edf0736d89a56dda7d', '\xe45f776610724275b90d6675876f1b5463879b5d13e84781a80b15fab94adfe9', '{"id": "2026-11-23-000001_audit/up.sql:82d913e80cdf2826e9901d24b9969865894a0d46bfbb079228beb1ad1c2039aa", "applied_at": "2026-11-29T05:43:46.026628+00:00"}'),
	(2, 731, '2026-11-29 05:43:46.085751+00', 'cli', 'operator', 'migrate', '01a225d4-b2a6-73ab-b389-1fd9fa77d049', '', '', 'migration', 'INSERT', '2026-11-23-000002_registry/up.sql:f4a371d474eefd54274ed46e9c9de317de97d932e805efdc02f25cdaf68590c1', '\xdc25326f7e68eab6d42a41bce7a42a8f1edde7113d4b42298f77aaf9e8b5922c', '\xce7e74edf9db4116ab48114322af3240e257bf28160e4c87a7f71108f64e3a19', '{"id": "2026-11-23-000002_registry/up.sql:f4a371d474eefd54274ed46e9c9de317de97d932e805efdc02f25cdaf68590c1", "applied_at": "2026-11-29T05:43:46.085751+00:00"}'),
	(3, 732, '2026-11-29 05:43:46.233047+00', 'cli', 'operator', 'migrate', '01a225d4-b339-7155-a449-830a796e3c4b', '', '', 'migration', 'INSERT', '2026-11-24-000003_identity/up.sql:7adb89e1113c2b312274e5a584da3728455057465c774ec277f4d05347de57e6', '\xf66352ce5f6391727890cb70d025bc2f4058161886d4692f18fd1be2c60c3287', '\x97c00c6fc0fb4ffe93407a1c54590302a29f374baf964891a7757da86dd099ef', '{"id": "2026-11-24-000003_identity/up.sql:7adb89e1113c2b312274e5a584da3728455057465c774ec277f4d05347de57e6", "applied_at": "2026-11-29T05:43:46.233047+00:00"}'),
	(4, 733, '2026-11-29 05:43:46.242741+00', 'cli', 'operator', 'migrate', '01a225d4-b342-71e5-8e11-cd851cede62b', '', '', 'migration', 'INSERT', '2026-11-24-000004_erasure/up.sql:1cdedb488957fc0b6fa6e1026441232318936459670c02fa9ed549aed43f3ed2', '\x7aa50f530b9ef090eb1f9610a2073c0839784990f285b5d5ded3bf501c7e887a', '\x9f6e6dd3927848b5a3bc8975caa6d6f5dd40a01eb13746fdaebe540f8d7f50b8', '{"id": "2026-11-24-000004_erasure/up.sql:1cdedb488957fc0b6fa6e1026441232318936459670c02fa9ed549aed43f3ed2", "applied_at": "2026-11-29T05:43:46.242741+00:00"}'),
	(5, 734, '2026-11-29 05:43:46.259818+00', 'cli', 'operator', 'migrate', '01a225d4-b353-70a2-b9c0-d71a235ec836', '', '', 'migration', 'INSERT', '2026-11-24-000005_witness/up.sql:5a4f9d3f02bd466fe8ffab92b7adb22b38e3df4c1323606a80d22c1c7ae3aa6e', '\x885c6d559a1cab084b4f8d2df77b7576dc3cb33ea9232ec82cf2dc97cf5a3210', '\xc475495cb4e045aab0dd0b187bf06462a5ae8831934149ff8f0070cc165ad169', '{"id": "2026-11-24-000005_witness/up.sql:5a4f9d3f02bd466fe8ffab92b7adb22b38e3df4c1323606a80d22c1c7ae3aa6e", "applied_at": "2026-11-29T05:43:46.259818+00:00"}'),
	(6, 735, '2026-11-29 05:43:46.280503+00', 'cli', 'operator', 'migrate', '01a225d4-b368-72e2-b491-ba8257d39051', '', '', 'migration', 'INSERT', '2026-11-24-000006_removed_loss/up.sql:53f5aa2cb82556748e3804f07ab2ba9fe14deb00b4835c4d091dae5b8efddb3b', '\xcb380e8fcf5c5954222686976f7214deab09cf543f1da4507116af9655c871d1', '\x571841bb5f3d4d298ac10647ed6faef88fecd83f45054429806ec6f3bdd9438f', '{"id": "2026-11-24-000006_removed_loss/up.sql:53f5aa2cb82556748e3804f07ab2ba9fe14deb00b4835c4d091dae5b8efddb3b", "applied_at": "2026-11-29T05:43:46.280503+00:00"}'),
	(7, 736, '2026-11-29 05:43:46.281607+00', 'cli', 'operator', 'migrate', '01a225d4-b369-7695-8823-6dc093757a40', '', '', 'migration', 'INSERT', '2026-11-25-000007_derived/up.sql:a038c2a4f71cdcfcf9c95f76b8bfa8a71d0762fc464c9e01c09ba1cf132c67df', '\x573fe4c773c31dd785c0b12377075388d84b33415d6d80d850a0f9587fa81ba2', '\x2b6c9dd6aaea4087a9ce3acd61dd7da4238b455455d24d7b935411ab6cd87502', '{"id": "2026-11-25-000007_derived/up.sql:a038c2a4f71cdcfcf9c95f76b8bfa8a71d0762fc464c9e01c09ba1cf132c67df", "applied_at": "2026-11-29T05:43:46.281607+00:00"}'),
	(8, 737, '2026-11-29 05:43:46.283351+00', 'cli', 'operator', 'migrate', '01a225d4-b36b-7798-bbfd-0ee44072c69d', '', '', 'migration', 'INSERT', '2026-11-28-000012_guessing/up.sql:ff256e1c9fbadd97367f75f67ea6879a8f1b3692262033e62fdb9e7545227f64', '\x2862ce5f3603994a246434a7cdb00ff46860d9174a04fd7f684ba199d3990613', '\xe6dfc7455cee4858ade95d377a596107b0c1b0071d0e4a0ea2a792467693e34d', '{"id": "2026-11-28-000012_guessing/up.sql:ff256e1c9fbadd97367f75f67ea6879a8f1b3692262033e62fdb9e7545227f64", "applied_at": "2026-11-29T05:43:46.283351+00:00"}'),
	(9, 738, '2026-11-29 05:43:46.286304+00', 'cli', 'operator', 'migrate', '01a225d4-b36e-76e2-8189-1400138add0c', '', '', 'migration', 'INSERT', '2026-11-28-000013_mailboxes/up.sql:61f0ad068b42f6b30810ec05b91b3543f84569bbaeaa70bb5a17241cd34cd33a', '\x5ed3c267de3252b36b9c042a3e33c25cb40e49798ca1cade01e775d1cd85ab7a', '\xc98077f81510427a9b873096d2a65e705c4e35e27d1b4383a799e4346caefde0', '{"id": "2026-11-28-000013_mailboxes/up.sql:61f0ad068b42f6b30810ec05b91b3543f84569bbaeaa70bb5a17241cd34cd33a", "applied_at": "2026-11-29T05:43:46.286304+00:00"}'),
	(10, 739, '2026-11-29 05:43:46.296339+00', 'cli', 'operator', 'migrate', '01a225d4-b378-73e2-9a91-e2e6d29c3ca9', '', '', 'migration', 'INSERT', '2026-11-28-000014_access_record/up.sql:159419cc8d03d25ce2696ab434ee7182d6c27238ad1869929ca8863d059fe26f', '\x900f8ca40202e17f511f28bd244b6ef7aac75718d72833c445eb1f5c805fe31f', '\x90768218276844999566973742f08aa6dd6d2d0e1227404d9b8bcdcb422f08d9', '{"id": "2026-11-28-000014_access_record/up.sql:159419cc8d03d25ce2696ab434ee7182d6c27238ad1869929ca8863d059fe26f", "applied_at": "2026-11-29T05:43:46.296339+00:00"}'),
	(11, 740, '2026-11-29 05:43:46.302841+00', 'cli', 'operator', 'migrate', '01a225d4-b37e-76fd-b0f5-80e85e29f21b', '', '', 'migration', 'INSERT', '2026-11-28-000015_order/up.sql:e4400eacebc81d9a3ec59196b91de2727ff3457ee9e54e4c14a6e4610af87532', '\xccb160d9c1867a3b6620a7463b4d9228b7b94330adae64e7a95e34e48035ec7f', '\xda3f03981b0443118eec84ef5a1b3accfec76e6f52a84809bf0ea81bfb9cc5ac', '{"id": "2026-11-28-000015_order/up.sql:e4400eacebc81d9a3ec59196b91de2727ff3457ee9e54e4c14a6e4610af87532", "applied_at": "2026-11-29T05:43:46.302841+00:00"}'),
	(12, 741, '2026-11-29 05:43:46.338624+00', 'cli', 'operator', 'migrate', '01a225d4-b3a2-7203-b7d4-8f44b0442006', '', '', 'migration', 'INSERT', '2026-11-28-000016_grammar/up.sql:dc6af72a41d90f1908a85b654e9fd0af7d32469fc7d0b1971e377a41edd30ac2', '\x89529b1f1308b3944d6c28c1f2c28e9ec024949c2657afd46c39adb60fc80327', '\xb3ea2c83d9094ab59f41827792ba8ce3fa2f8c9ff8c742a78806d957caa4de08', '{"id": "2026-11-28-000016_grammar/up.sql:dc6af72a41d90f1908a85b654e9fd0af7d32469fc7d0b1971e377a41edd30ac2", "applied_at": "2026-11-29T05:43:46.338624+00:00"}'),
	(13, 742, '2026-11-29 05:43:46.351941+00', 'cli', 'operator', 'migrate', '01a225d4-b3b0-7421-91ac-6fd48b45092e', '', '', 'migration', 'INSERT', '2026-11-28-000018_mandated/up.sql:95e00adf998511227fd8567289ccc3bb65a7cf648e2b062b08ee6ae15ab23023', '\x5979aa5f331f1ceb779e3f759844a49e04f4ae751c4785d8f608a2228d39c6c3', '\x45d8f31995b046148749fd162e9a1c46a1c8299ed17543b79af6e628b2806f9c', '{"id": "2026-11-28-000018_mandated/up.sql:95e00adf998511227fd8567289ccc3bb65a7cf648e2b062b08ee6ae15ab23023", "applied_at": "2026-11-29T05:43:46.351941+00:00"}'),
	(14, 743, '2026-11-29 05:43:46.354654+00', 'cli', 'operator', 'migrate', '01a225d4-b3b2-74bb-a302-d9498bc43d30', '', '', 'migration', 'INSERT', '2026-11-28-000019_numbers/up.sql:58bd2264d8253db139511effd65b53a3fd82ffedf2665aee2d7f589db2038ac4', '\xa8545dd068dfed01b0e71d129462448bf254b3dd805c43a9860b1b7668b90b3f', '\x8b0c5126654447ee84f4fe3f0cb7e104a6ee2b227cb049fbbf6b94038d625472', '{"id": "2026-11-28-000019_numbers/up.sql:58bd2264d8253db139511effd65b53a3fd82ffedf2665aee2d7f589db2038ac4", "applied_at": "2026-11-29T05:43:46.354654+00:00"}'),
	(15, 744, '2026-11-29 05:43:46.356159+00', 'cli', 'operator', 'migrate', '01a225d4-b3b4-71a1-b757-55a902bfe33f', '', '', 'migration', 'INSERT', '2026-11-28-000020_delivery/up.sql:41255cab403221a50ebf44be695e490632d61a48566593cc3f08326fa16fe666', '\xf6586ae1321b0c9a985060ffd121ad5fc09baae9623110677c767c3522713dc2', '\x637ad69773df47ae8c2d7ad41246e840d7902409d4584d6dba657596fcf08905', '{"id": "2026-11-28-000020_delivery/up.sql:41255cab403221a50ebf44be695e490632d61a48566593cc3f08326fa16fe666", "applied_at": "2026-11-29T05:43:46.356159+00:00"}'),
	(16, 745, '2026-11-29 05:43:46.364227+00', 'cli', 'operator', 'migrate', '01a225d4-b3bc-73e5-bb55-bc8ab9cd78fc', '', '', 'migration', 'INSERT', '2026-11-28-000021_desk/up.sql:e07b30ce5955597c92a107fe52000ce9123fbd8e1672e1f965eafe56cbebfcd7', '\x514c0400c4d3d74cde48796fffc3a94001e61b1f08cf57dd34dcb3f599dd4010', '\xf7fb97d3f39c44ccaa13d5a20b4ddd4df5da977e2c6f41bf842359d0eb5469d6', '{"id": "2026-11-28-000021_desk/up.sql:e07b30ce5955597c92a107fe52000ce9123fbd8e1672e1f965eafe56cbebfcd7", "applied_at": "2026-11-29T05:43:46.364227+00:00"}'),
	(17, 746, '2026-11-29 05:43:46.380971+00', 'cli', 'operator', 'migrate', '01a225d4-b3cd-75c8-a4bf-34e209e18777', '', '', 'migration', 'INSERT', '2026-11-28-000022_notice/up.sql:d1bf7ba9c65beab873eb605284e72ffa6d75612d5f982821f23741b4283bef27', '\x89bcff480f6f62e05389b38debe440dbec49f6aec6a979f508e808e6d6333d60', '\x8655963244df483c80b549a852553c9d80ff8ae49dca491da37cdbaf2a2bd662', '{"id": "2026-11-28-000022_notice/up.sql:d1bf7ba9c65beab873eb605284e72ffa6d75612d5f982821f23741b4283bef27", "applied_at": "2026-11-29T05:43:46.380971+00:00"}'),
	(18, 747, '2026-11-29 05:43:46.392053+00', 'cli', 'operator', 'migrate', '01a225d4-b3d8-7107-a5cc-7f08f860da31', '', '', 'migration', 'INSERT', '2026-11-28-000023_message/up.sql:0bcc89b117d1a569ea751d701e036db779eff970bb5303067f8d7a4c1d4fd3f6', '\x15d20239f80f426cc3ebd3a233f6ca340c05be40a0f940ae02b63c6009bda0ce', '\xe09c6d72bf744c5ea9ebc6a5779cf10f22f58ecc07e743e1ab271f09ee7146b2', '{"id": "2026-11-28-000023_message/up.sql:0bcc89b117d1a569ea751d701e036db779eff970bb5303067f8d7a4c1d4fd3f6", "applied_at": "2026-11-29T05:43:46.392053+00:00"}'),
	(19, 748, '2026-11-29 05:43:46.410595+00', 'cli', 'operator', 'migrate', '01a225d4-b3ea-74f7-b2a2-2dc197f60e28', '', '', 'migration', 'INSERT', '2026-11-28-000025_counsel/up.sql:1bc066e371fc8c49e595767d8110234638fc4f33d1aa32fe603bb0d108d0a91a', '\xc856d98c9d8f076f8c18befdcf7f1790b0692068f3a4330c0ee14f9afe93a96b', '\x102d6f8d464647cc93f00883fe52a58746ed0639667c4fbbb573534e52acf3ed', '{"id": "2026-11-28-000025_counsel/up.sql:1bc066e371fc8c49e595767d8110234638fc4f33d1aa32fe603bb0d108d0a91a", "applied_at": "2026-11-29T05:43:46.410595+00:00"}'),
	(20, 749, '2026-11-29 05:43:46.415632+00', 'cli', 'operator', 'migrate', '01a225d4-b3ef-74fa-96e6-580b5857fa2f', '', '', 'migration', 'INSERT', '2026-11-28-000026_listed/up.sql:09efc0802103bb91c91b8fcf5bd4376e57fe486e37049f67cb73e180088007ee', '\x52de45239562a2a4822a6a9e9966d97353a96430edd4ab9de02b951727f4ef97', '\x4c1cdf6245464bd396e05f9d6c3004c714d169cd94ae49d9885bf20ed58c7b2b', '{"id": "2026-11-28-000026_listed/up.sql:09efc0802103bb91c91b8fcf5bd4376e57fe486e37049f67cb73e180088007ee", "applied_at": "2026-11-29T05:43:46.415632+00:00"}'),
	(21, 751, '2026-11-29 05:43:46.46872+00', 'cli', 'operator', 'key.register', '01a225d4-b424-7553-8c64-e4e54cecbe54', '', '', 'key_fingerprint', 'INSERT', 'sealing:1', '\xdaedd2c4bc15f2ecb3bde5e6e02144e3f07fae9556246ca344be76bd88086310', '\x0202e3b4a8134f9ba663337a295b2598469fbdb154fb420183263fdda47e058b', '{"id": "sealing:1", "fingerprint": "\\x1c6d900a19de63d20976ebba61b3b6a23e16ed13a8359deaed10d1561572f303"}'),
	(22, 751, '2026-11-29 05:43:46.46872+00', 'cli', 'operator', 'key.register', '01a225d4-b424-7553-8c64-e4e54cecbe54', '', '', 'key_fingerprint', 'INSERT', 'index:1', '\x8011cb58ab21711218db68eaf2e48c37b76b79774d01bb36c249c10796e7f882', '\xb52af551657441ff9ec0d1e7688777a3d81c978d9e974545b066ee477224040b', '{"id": "index:1", "fingerprint": "\\xdeecb910fd3ccb7e33625eef71a2621da05be1b5d654c72a9c2a623a85391026"}'),
	(23, 751, '2026-11-29 05:43:46.46872+00', 'cli', 'operator', 'key.register', '01a225d4-b424-7553-8c64-e4e54cecbe54', '', '', 'key_fingerprint', 'INSERT', 'token:1', '\xd315fc64fa9f1ccfa052fda73158d8d629269439455d658748d5468603aef814', '\xa83751854f3346d984accd1b313c7bdf70ddbb0f82f742bfad4abe6bfde063a2', '{"id": "token:1", "fingerprint": "\\x8ffb5c4e499b2822fbe842b364318492e05456cb2e817596d72bb603e4524269"}'),
	(24, 751, '2026-11-29 05:43:46.46872+00', 'cli', 'operator', 'key.register', '01a225d4-b424-7553-8c64-e4e54cecbe54', '', '', 'key_fingerprint', 'INSERT', 'log:1', '\x9589be7337655fb2f691e81c58f29c8d6f984fe0ce9e86bd174aaf65a00deb93', '\x2332544eb7564359b44d6419b94121c23d70b16de9b54760a0ab9e56124e6bc2', '{"id": "log:1", "fingerprint": "\\xf93e2591f3fb8978d3c0313ece4d52cbf5a7d7d6e6fc2660566b53f81cdb95a9"}'),
	(25, 752, '2026-11-29 05:43:46.481376+00', 'cli', 'operator', 'log.identity', '01a225d4-b431-75ac-b90e-813ba71d7e52', '', '', 'log_identity', 'INSERT', '01a225d4-b431-75ac-b90e-813c9391e303', '\x3ca8522fa896fff91e910165d49c6325ceeaf0c9541e36e9f7bd9725364a0bf8', '\xa9f0243c463946c18ebc10ab3561af337785cf29d5924ca18d7fa8ec44cfaaff', '{"id": "01a225d4-b431-75ac-b90e-813c9391e303", "vkey": "localhost/claimant-registry+55eb5aa8+AddZeTu8E6KBmoJ8dq22+6ikmu4Af0ny0JktmbglrSxI", "created_at": "2026-11-29T05:43:46.481376+00:00", "succession": ""}'),
	(26, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'court_case', 'INSERT', '01a225d4-b45d-73d6-bab4-53a443b0f175', '\x088ff291791fc83fe1a2ac3ba06a158fdea2fd8f18af9862f6e5f64ffb7a9bbc', '\xf326ddf3ba54491b9e1c6a51a6c74af8e0aa169d715744a9806c9d7e2318fc8f', '{"id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "code": "kakao-2022", "demo": true, "title_en": "Kakao service outage of October 2022: claim for damages", "title_ko": "카카오 서비스 장애 손해배상 청구 (2022년 10월)", "created_at": "2026-11-29T05:43:46.522123+00:00", "summary_en": "On the afternoon of 15 October 2022 a fire in a data centre in Pangyo took many Kakao services down, among them KakaoTalk Channel, Alimtalk and Kakao T; full restoration took about 127 hours and 30 minutes. Small merchants and other businesses that used a Kakao service for their trade and suffered a loss in that time can apply to join as joint plaintiffs. You need proof that you used the service and proof of your lost sales; a small-merchant certificate and a copy of your bank book are also useful. This case is a demonstration and does not recruit real plaintiffs.", "summary_ko": "2022년 10월 15일 오후 판교 데이터센터에서 난 화재로 카카오톡 채널, 알림톡, 카카오 T 등 카카오의 여러 서비스가 멈췄고, 모두 복구되기까지 약 127시간 30분이 걸렸습니다. 이 기간에 카카오 서비스를 영업에 이용하다가 손해를 본 소상공인과 사업자는 공동원고로 참여를 신청하실 수 있습니다. 서비스를 이용한 사실과 매출 손실을 보여 주는 자료가 꼭 필요하며, 소상공인확인서와 통장 사본도 함께 준비하시면 좋습니다. 이 사건은 시연용이며 실제로 원고를 모집하지 않습니다.", "defendant_en": "Kakao Corp.", "defendant_ko": "주식회사 카카오", "intake_opens": "2026-10-30T05:43:46.522123+00:00", "incident_from": "2022-10-15T06:30:00+00:00", "intake_closes": "2027-01-28T05:43:46.522123+00:00", "limitation_on": "2025-10-15", "number_prefix": "KKO", "incident_until": "2022-10-20T14:00:00+00:00"}'),
	(27, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cc917399de6', '\xd565e79736df165063eff14961b65a1ad8ee2047cc5afc8e83ac12a14f150361', '\xf064e8a59bc7481f92eb1ab689370348fd48de05442043d3a9dd19857ca5201e', '{"id": "01a225d4-b465-7681-8972-7cc917399de6", "code": "talk-channel", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "The channel administration page with its information and list of chats, conversations in which you took bookings, orders that came through the channel. They can still be seen in the administration centre (center-pf.kakao.com); let address and dates be readable.", "hint_ko": "채널 관리자센터의 채널 정보와 채팅 목록 화면, 예약이나 상담을 받은 대화 화면, 채널로 들어온 주문 내역입니다. 관리자센터(center-pf.kakao.com)에서 지금도 보실 수 있으며, 주소창과 날짜가 보이게 찍어 주십시오.", "name_en": "KakaoTalk Channel (bookings, consulting, orders)", "name_ko": "카카오톡 채널 (예약·상담·주문)", "position": 0, "required": false}'),
	(28, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7ccabd0c83fc', '\x43786ad17977b7fd8a3b7f8ec664caced1ffacb55803385fe5b7c0623749048c', '\xacf2a243b96e4a6cb1556ea532b1de979801f191cbe641488045568430fe4204', '{"id": "01a225d4-b465-7681-8972-7ccabd0c83fc", "code": "alimtalk", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Sending records and invoices. Download those of September and October 2022 from the pages of the agency that sends for you, or ask it for them.", "hint_ko": "알림톡 발송 내역과 요금 청구서입니다. 발송을 맡긴 대행사(공식 딜러사)의 관리 화면에서 2022년 9월과 10월 내역을 내려받거나 대행사에 요청하실 수 있습니다.", "name_en": "Alimtalk (order, delivery and waiting-list notices)", "name_ko": "알림톡 (주문·배송·대기 알림)", "position": 1, "required": false}'),
	(29, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7ccb8f024f1b', '\xed0fca21db68c55de7d52cb023e81c635a7c1cfe193198d9ccfb453b435eb8cf', '\x29284bbe9528409eab49ed0a62daeee0a696fa557be24302818e5f6adcf322e9', '{"id": "01a225d4-b465-7681-8972-7ccb8f024f1b", "code": "channel-ads", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Reports of campaigns, records of bulk messages, top-ups and tax invoices. The reports of Kakao Business and Kakao Moment can be downloaded for a period.", "hint_ko": "광고 집행 보고서, 단체 메시지 발송 내역, 캐시 충전과 세금계산서입니다. 카카오비즈니스와 카카오모먼트의 보고서 화면에서 기간을 정해 내려받으실 수 있습니다.", "name_en": "Channel advertising and bulk messages", "name_ko": "채널 광고·단체 메시지", "position": 2, "required": false}'),
	(30, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7ccc8d142849', '\x3ab04602b1b30f95eb15c8a08704efc459357dc7d1abd42a14b7dbec748bada2', '\x6319003231544f3e932a25dc2ba401087c6d8758131c44acb1946fdeed69005b', '{"id": "01a225d4-b465-7681-8972-7ccc8d142849", "code": "talk-message", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Conversations about business with customers of that time. KakaoTalk exports a conversation as a file; cover names and numbers of others.", "hint_ko": "그 무렵 손님과 주고받은 영업 대화입니다. 카카오톡의 대화 내보내기로 파일로 만들 수 있으며, 다른 사람의 이름과 전화번호는 가려 주십시오.", "name_en": "KakaoTalk chat (PC and mobile)", "name_ko": "카카오톡 대화 (PC·모바일)", "position": 3, "required": false}'),
	(41, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b0f091d3d3b', '\x79de790ce636dc2f1d3d1b34737d50ed146a7730c25bd84b8a76bfc564551669', '\x3b96cf820ec443a4975c8d1ecf60e3da84e46895ee104654a7c52c90f0f07bae', '{"id": "01a225d4-b47a-7315-93a0-2b0f091d3d3b", "code": "cake-maker", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Custom cake maker", "name_ko": "주문 제작 케이크", "position": 2, "required": false}'),
	(31, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7ccd99b7d3df', '\xc3b62502d0b1ad9ef76c5320a77bde6191b3e446334e1b9109a89107c1e8d340', '\x3bd0ad1f33c5495eac79057a8e79a8a530ee7539e0cd4d848d58c9ec068111a4', '{"id": "01a225d4-b465-7681-8972-7ccd99b7d3df", "code": "kakao-login", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "The settings of the site that used Kakao Login, and records of failed sign-ins of that time: the page of your application at Kakao Developers, and your server''s logs.", "hint_ko": "카카오 로그인을 쓰던 사이트의 설정 화면, 그 기간의 로그인 오류 기록입니다. 카카오 디벨로퍼스의 내 애플리케이션 화면과 서버의 접속 기록에서 찾아 주십시오.", "name_en": "Kakao Login", "name_ko": "카카오 로그인", "position": 4, "required": false}'),
	(32, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cce1d7c0000', '\x764179329ef6d46b4e486aa0e1407aa20f3a4aab58e647ae237d6e8096933642', '\x457f86d61a894114849bc037c116a2bc2ef23b9abe6142c298f73c7ccffd3b56', '{"id": "01a225d4-b465-7681-8972-7cce1d7c0000", "code": "kakao-pay", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Settlements, payments and the merchant contract, from the merchant pages of Kakao Pay or of your payment provider.", "hint_ko": "카카오페이 가맹점 정산 내역, 결제 내역, 가맹점 계약서입니다. 가맹점 관리자 화면이나 결제대행사(PG)의 정산 화면에서 받으실 수 있습니다.", "name_en": "Kakao Pay payments and vouchers", "name_ko": "카카오페이 결제·상품권", "position": 5, "required": false}'),
	(33, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7ccf0d0b239c', '\xf39e93bc58f0b46e75d36f3c09e0127995e30c289b035da7c485f99b60e3da61', '\x2dea0cc6eba944339105768a1c57da3d7dbe538b9aba4444a4cd86a1bec1d442', '{"id": "01a225d4-b465-7681-8972-7ccf0d0b239c", "code": "gift", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Settlements and redemptions of vouchers, and the contract, from the voucher company or the franchise''s head office.", "hint_ko": "교환권 정산 내역과 사용 내역, 입점 계약서입니다. 쿠폰사나 본사(가맹본부)의 정산 화면에서 받으실 수 있습니다.", "name_en": "KakaoTalk Gift (mobile gift vouchers)", "name_ko": "카카오톡 선물하기 (모바일 교환권)", "position": 6, "required": false}'),
	(34, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cd077e66cc3', '\x2d65220a88af9e3f18807afad67534e9e89d7d46949fd15ae4d588a207385cc4', '\xe1eb1d831108440ab8e0963597e193a728d8d4eec53b42f9b2004a493534a20c', '{"id": "01a225d4-b465-7681-8972-7cd077e66cc3", "code": "kakao-t", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Calls, trips, commissions and income: the trip record and income pages of the driver''s app, and settlements of Kakao Mobility.", "hint_ko": "호출과 운행 내역, 수수료와 수입 내역입니다. 기사용 앱의 운행 기록과 수입 화면, 카카오모빌리티의 정산 내역에서 찾으실 수 있습니다.", "name_en": "Kakao T (taxi, designated driver, courier)", "name_ko": "카카오 T (택시·대리·퀵)", "position": 7, "required": false}'),
	(35, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cd1d1cd3f9d', '\x2321f9b376134d7478c8529952d7fd32a5d9714463dd94cdbea414459b046768', '\xa6d2ce3c6d334df488bda6deec583fc1dcc1dbf5f72c43d282cf77293b501ac4', '{"id": "01a225d4-b465-7681-8972-7cd1d1cd3f9d", "code": "kakao-map", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Screens and records that show maps or navigation at work, and invoices where you paid for the map''s API.", "hint_ko": "지도나 길 안내를 영업에 쓰신 화면과 기록, 유료 지도 이용(API)의 청구 내역입니다.", "name_en": "Kakao Map and Kakao Navi", "name_ko": "카카오맵·카카오내비", "position": 8, "required": false}'),
	(36, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cd2f1dc1587', '\x5ef65faa1613f8b65467acc9fdc36cc030a7047513137fe92a5b5106bdd14a06', '\xd384350f6b2342988d571270e46dfb336b5fcca39d9b4b52b444eaff1758b6a2', '{"id": "01a225d4-b465-7681-8972-7cd2f1dc1587", "code": "melon", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Payments for a subscription, and proof that you used it in your shop: the payment page of Melon or your card statements.", "hint_ko": "이용권 결제 내역과 매장에서 음악을 쓰셨다는 자료입니다. 멜론의 결제 내역 화면이나 카드 명세서에서 찾으실 수 있습니다.", "name_en": "Melon", "name_ko": "멜론", "position": 9, "required": false}'),
	(37, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cd3d0a442ae', '\xf2745c06708421d663c9514836fa0da5bbbc6b8bf32bd83ad99bf7c7c24511f4', '\x923b08c91d1647f3b91cdc1258a68aef441cdf4c70794b9f934e5dd7e55dbfb8', '{"id": "01a225d4-b465-7681-8972-7cd3d0a442ae", "code": "daum-mail", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Business mail of that time, and whatever shows mail that did not arrive. Let the dates in the mailbox be readable.", "hint_ko": "그 무렵 업무로 주고받은 메일과, 받지 못한 메일을 알 수 있는 자료입니다. 메일함 화면에 보낸 날짜가 보이게 찍어 주십시오.", "name_en": "Daum Mail and Kakao Mail", "name_ko": "다음 메일·카카오메일", "position": 10, "required": false}'),
	(38, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b465-7681-8972-7cd463b6d369', '\x65739dabb9ff4952d1811d4b3fec92c9c6ab64c7f7db3ea12b16cee3b0bc7e8a', '\x5b9a745c6365406fafe1247a9a2bd30ec2ee7e2bd2194ee89524596584098b73', '{"id": "01a225d4-b465-7681-8972-7cd463b6d369", "code": "other", "kind": "service", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Screens, records or receipts with a date that show you were using the service for your business.", "hint_ko": "그때 그 서비스를 영업에 쓰고 계셨음을 날짜와 함께 보여 주는 화면, 내역, 영수증입니다.", "name_en": "Another Kakao service", "name_ko": "그 밖의 카카오 서비스", "position": 11, "required": false}'),
	(39, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b479-72df-8cdc-eacc70b7ab07', '\x74b07e2f278d20ad12642fd6cf821fd603755733f1db11369b6be1d7bb5b050b', '\xf9ad1a55e9224fc4af09d2113d738bf15978465ba3ba4df3b69bc27bd88aed03', '{"id": "01a225d4-b479-72df-8cdc-eacc70b7ab07", "code": "nail-hair", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Nail and hair shop", "name_ko": "네일·미용실", "position": 0, "required": false}'),
	(40, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b0e6ea8dce7', '\xdaccc42ca4b92ebfd5cc83aa83624085397d7a7f2ffaab92859f09da5668f392', '\x4311c6f9a9204fb58efd6babdf9a7c436a7f9d42130146cab568be86e7b490e4', '{"id": "01a225d4-b47a-7315-93a0-2b0e6ea8dce7", "code": "side-dish", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Side-dish shop", "name_ko": "반찬가게", "position": 1, "required": false}'),
	(42, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b1022372cc8', '\x831e8bfae112edfd67199ea15f35cd5d6bd2f9582279b7e144cb8b1bcc2a5bbe', '\x7396dbe58f0049a9a64e1ab45df9b5711c1872ed9eb847e588922bc4bfc3dabe', '{"id": "01a225d4-b47a-7315-93a0-2b1022372cc8", "code": "restaurant", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Restaurant with a waiting list", "name_ko": "음식점 (대기 손님 알림)", "position": 3, "required": false}'),
	(43, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b119502af93', '\x826c8494ef0c6b4cf83cb81dff49175f571ab06b88b2761f2b1dc68e7d1b883a', '\xedb7ef61e20649e9bd90961797c1d9da4f0ca886483841bcaff10059e4b77d96', '{"id": "01a225d4-b47a-7315-93a0-2b119502af93", "code": "gift-voucher", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Gift-voucher merchant", "name_ko": "모바일 교환권 가맹점", "position": 4, "required": false}'),
	(44, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b12024eb289', '\x76af055614985b873f9b6c208ad5ea1d3b6ac115f6cf21e3f522dc52a7ef00f8', '\x5477293ceed945ae97c1bc27c2e36bc0f82e88f9b257499592de5aaf91228825', '{"id": "01a225d4-b47a-7315-93a0-2b12024eb289", "code": "regional-taxi", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Regional taxi driver", "name_ko": "택시 기사 (지역)", "position": 5, "required": false}'),
	(45, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b13d49ad061', '\xf74ef213fc748aaea25a33771f5d1c5673767878fd8d06f8554b7b762ea4c8ff', '\x8cc39a5a4bbb442796e0c7c6bf818ecf5a1a2d20152a4e19a366f82ea640ac09', '{"id": "01a225d4-b47a-7315-93a0-2b13d49ad061", "code": "delivery-agency", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Delivery agency", "name_ko": "배달 대행·퀵서비스", "position": 6, "required": false}'),
	(46, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b14a4613d59', '\x985594909387cf83bf98ec33d9bfb5b1a175531bd84d6f4b4bd76eb4dd5e97b3', '\x0c138d30a18b4000a3dcdd1adc373c99192fc19e80864da1babec9f1f6e72d00', '{"id": "01a225d4-b47a-7315-93a0-2b14a4613d59", "code": "interior", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Interior designer", "name_ko": "인테리어", "position": 7, "required": false}'),
	(47, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b1574fa9787', '\x596bd173529fd5d7e13d56a2a1179e3544b0f9919be8f688993237dc25b18956', '\x47ddb5a43b634d3b9330edf7d64b33fda5bd123e94354206821fe08526f925f3', '{"id": "01a225d4-b47a-7315-93a0-2b1574fa9787", "code": "rental", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Rental company", "name_ko": "대여업", "position": 8, "required": false}'),
	(48, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b16728a67b6', '\x9a3e23e41fa90db2223254ac89671a6bfa87b29d333572c7d19b244bd8089afb', '\xf1fa567afe734ccaa0550ff2acfbfab78e1e110353e9491792675b40ce609f9c', '{"id": "01a225d4-b47a-7315-93a0-2b16728a67b6", "code": "education", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Education platform", "name_ko": "교육 플랫폼·학원", "position": 9, "required": false}'),
	(49, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b17732c03f1', '\x7745d66b5a2bde8d98e2824735066cb118fcae0aa2aaa17eae75eae69d44de04', '\x8b7c710d5cea46388ef234db30e82018fe6ab55880164188a219e329d36b28d1', '{"id": "01a225d4-b47a-7315-93a0-2b17732c03f1", "code": "event-goods", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Event-goods shop", "name_ko": "행사용품·답례품", "position": 10, "required": false}'),
	(50, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b184c14aef6', '\xcc4ef56acaa597c7a9ec98a3fed89c5349a80ac96e9f78be81e2fc5fd60e4222', '\x94f41810b2854b718a7dce37a2b03f695225dcdd1d3442cba8d13d8373b97bf1', '{"id": "01a225d4-b47a-7315-93a0-2b184c14aef6", "code": "cafe", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Out-of-town cafe", "name_ko": "교외 카페", "position": 11, "required": false}'),
	(51, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b1908d8c6f0', '\xa6124eb26b7498d95f058be2719f1f7c3d193e2ef0302dd848f1709164bc1d25', '\xf357d1ca773d46609338ed7fc35702bb99932e853bd148a399e00edf27e7914e', '{"id": "01a225d4-b47a-7315-93a0-2b1908d8c6f0", "code": "channel-operator", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Channel operator and advertiser", "name_ko": "채널 운영자·광고주", "position": 12, "required": false}'),
	(52, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b47a-7315-93a0-2b1a6a07f145', '\xaa83243be7080c7d6f2396966af8c928cf9bdb7640444f30c550f24536e3e4c1', '\x4c971518cdf040b09afb12e45ef44995df928c00bb0a4196949beb6316266b8c', '{"id": "01a225d4-b47a-7315-93a0-2b1a6a07f145", "code": "other", "kind": "industry", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "", "hint_ko": "", "name_en": "Other business", "name_ko": "그 밖의 업종", "position": 13, "required": false}'),
	(53, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97c6d404c890', '\x3aaa2fd4b8003fd7c63479b80285d1aeac3e926e3afe92b0a2303bb407e4752a', '\xc7bbb9d35913480c9c911e2e16a91a36b1e3bb50fa194ceaac719d459b91230d', '{"id": "01a225d4-b4a0-7468-838e-97c6d404c890", "code": "service-use", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Anything that shows you were using a Kakao service at the time of the outage: the channel administration page, Alimtalk sending records, receipts for paid services, or consultations with customers before the outage. A court has dismissed a claim for want of any material showing that the plaintiffs were users (Seoul Southern District Court, 22 August 2023), so this is required.", "hint_ko": "장애 당시 카카오 서비스를 이용하고 있었음을 보여 주는 자료입니다. 채널 관리자 화면, 알림톡 발송 내역, 서비스 이용료 영수증, 장애 전 고객과 나눈 상담 내역 등을 목록에 적고 파일을 그대로 보관해 주십시오. 이용자였다는 자료가 없다는 이유로 청구가 기각된 판결(서울남부지방법원 2023년 8월 22일)이 있으므로 반드시 필요합니다.", "name_en": "Proof of service use", "name_ko": "서비스 이용 증빙", "position": 0, "required": true}'),
	(89, 770, '2026-11-29 05:43:47.70962+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'consent.answer', '01a225d4-b8fc-776f-8150-39f91c4d73df', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'consent', 'INSERT', '01a225d4-b901-7030-a435-410f7cb7f174', '\xf45ca4ca6fcd145019beefe9073d6263145affe4f4a22cd0d0f57f1e9001caa8', '\x97315f0486684888a46d954ae3f93a0469cdfff5dec34a719667cbd01fdc33aa', '{"id": "01a225d4-b901-7030-a435-410f7cb7f174", "seq": 1, "item": "mandate", "agreed": true, "sealed": "\\x0001c29ba873fd245cca10aa319449f26be74da6fd3ee7e82ea842dc7dab07a5fa076e243e776420738fcf5b55e63cea8a5e42cf937985c0657aff18a7d58d9b8077e45cbd5222d4a7c9a5be8e60b2e174c2db7bb1d55ee3aaa061077bb510b59099ca30c221593d846ff3d6b783d45349b208799094d22e220d93bca90faf3e2387854d1577ce47e6915f434fd9e35ad04627c15c7e5a40d2d3eb0d9f54b3792f06c9b9a89c3f66206e9384c247145904f45ed151084edb2781870e7d4bf5978cd793406209e45b17e633dc1d498da18ed5b5d583a21da2f8c3ae4179b8e06e665fa2dcc2124832da092900a56c417d2df39ef7a558a3c1c9b3abd110a2ecf2e1005232deb818d335c4c33d6300740166a401bddb0f39bb16f6b8c769b37ba35383693d20200eac3dd572ce52442ad1eae1fb9801cd30337e6fe3664ccb4584d3d9ade4a741ee231de3975beb5d662ca9972206ab24258ba7d074611d86eb7e57b520942f0d051e5627f447ce06f36290c0ed893367ef06108835c5cac0be096f704acddd74b2a20c1801dbd4face485d8d0f7a26f796a5a857dd22d8fc2e34a4e96ee7a067abb429ff91ddf9a1d770a489151646e2a8be8c892741adc6222fa3c5370a85cb41be154bdee0d825442bda82cd091cec0b2eefb5e2004cd21fdb3a46b9be62af28d99106d433a6a0709a4be71a9a83a4e01f1ffa6dcff4404e477f404de428ceaa553c01d82e9298b77170b7df3077b729f9dc1574be903f38a48a351ed0fdf4ca14f43e7b7780e0f7f72c802229b30ef1237ca8cf1d53b974bcce7516c40a18bcc4d48b", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cc-7114-8270-b4c645958df6", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "answered_at": "2026-11-29T05:43:47.70962+00:00", "commitments": "{\"address\":\"4b940bbd3376f43aea0db940e2e27d88ccb02fc5d09a24b8d9bae8218cd89550\",\"device\":\"3faedaa136e7e86aa577f7876c254389fc94f29dbebaf46539b04b340c8c3ebd\",\"statement\":\"b108bc63d282a5ebca2e22fd89885f3743f0e14bcb19cff692c1058e79b10a14\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(54, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97c7a3dd6775', '\x8a1891f456a62d52476acb28ac829c7ab48703fb889ccb8d96b5419703a53ccf', '\xe29444c60d8a4965a44f2c122566dd981f975b2fa819498f8be1a726df0f8db7', '{"id": "01a225d4-b4a0-7468-838e-97c7a3dd6775", "code": "sales-loss", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Records that let us compare your sales in the week of the outage (Saturday 15 to Friday 21 October 2022) with your best Saturday-to-Friday week of September and October 2022: card sales, daily point-of-sale totals, cash receipts, delivery-app settlements.", "hint_ko": "장애가 있던 주(2022년 10월 15일 토요일부터 21일 금요일까지)의 매출과, 2022년 9~10월 중 매출이 가장 많았던 한 주(토요일부터 금요일까지)의 매출을 비교할 수 있는 자료입니다. 카드 매출 내역, 포스(POS) 일별 매출, 현금영수증 내역, 배달앱 정산 내역 등을 목록에 적고 파일을 그대로 보관해 주십시오.", "name_en": "Proof of sales loss", "name_ko": "매출 손실 증빙", "position": 1, "required": true}'),
	(55, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97c83ad000a3', '\x30158896c1f442e02644eb8fc7a8fb538171de51e8027e1f3acf23de5c4fc388', '\xe871ce29d6b0483a8e4418fbe89db2df71743ef904c449c09950310c15d616e2', '{"id": "01a225d4-b4a0-7468-838e-97c83ad000a3", "code": "small-merchant", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "The certificate that you are a small merchant (so-sang-gong-in). Scan the whole page, so that the issue date and the period of validity can be read, and list the file.", "hint_ko": "소상공인에 해당함을 확인하는 서류입니다. 발급일과 유효기간이 보이도록 전체 면을 파일로 만들어 목록에 적어 주십시오.", "name_en": "Small-merchant certificate", "name_ko": "소상공인확인서", "position": 2, "required": false}'),
	(56, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97c97a72ad40', '\x42e993af54a193f61723f3a9b2f53c7e03a75ea614ef598b3434de415c2c8436', '\xc2178ce8161547e697beadfa751af491c99dad51976f428084eacfa2b17f798f', '{"id": "01a225d4-b4a0-7468-838e-97c97a72ad40", "code": "business-registration", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "The certificate showing the trade name, the registration number and the opening date. If you have since closed the business, a certificate of closure will do. If a resident registration number is printed on it, cover it before you make the file.", "hint_ko": "상호, 사업자등록번호, 개업 연월일이 보이는 사업자등록증입니다. 그사이 폐업하셨다면 폐업사실증명을 적으셔도 됩니다. 주민등록번호가 적혀 있으면 가리고 파일을 만들어 주십시오.", "name_en": "Business registration certificate", "name_ko": "사업자등록증", "position": 3, "required": false}'),
	(57, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cafb1adbdc', '\xa4ba76321ff9478bc4059d39131a41eb1b506f70c958a4cc6d1e6487570cfdd7', '\x984f29d4323f406cb7c21e41618d2a047e1ac9e2b59a4b9fbee6ae6914b05728', '{"id": "01a225d4-b4a0-7468-838e-97cafb1adbdc", "code": "bank-book", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "The first page of a bank book in your name or the name of your business. The bank, the holder and the account number are enough; no transactions are needed.", "hint_ko": "본인 또는 사업자 명의 통장의 첫 면입니다. 은행명, 예금주, 계좌번호만 보이면 충분하며, 거래 내역은 필요하지 않습니다.", "name_en": "Copy of bank book", "name_ko": "통장 사본", "position": 4, "required": false}'),
	(58, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cbfe61265b', '\x4c826643b518d58c2b8e82a3cb3bf7e7dfcd5ef72baf9746027a1dfec6c3aee6', '\xd878e0246ce44c44975fcd051210cb29f84595c795bc4b54afea58a52cbf3459', '{"id": "01a225d4-b4a0-7468-838e-97cbfe61265b", "code": "refund-record", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Records of orders, bookings or deliveries refunded or cancelled because of the outage. Dates and amounts must be readable; cover your customers'' names and contact details.", "hint_ko": "장애 때문에 환불하거나 취소된 주문·예약·배송의 내역입니다. 날짜와 금액이 보여야 하고, 고객의 이름과 연락처는 가려 주십시오.", "name_en": "Refund or cancellation record", "name_ko": "환불·취소 내역", "position": 5, "required": false}'),
	(59, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cc622008b7', '\x2e9f549cd281af3e197deada9c78711a1c18a282a474e34591ad709dab9ccaef', '\x5ebfa1f6c0444e5ea1ac7438f231251a6124d49b8416457e94d2a807a820d2f4', '{"id": "01a225d4-b4a0-7468-838e-97cc622008b7", "code": "substitute-cost", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Receipts for what you had to spend at short notice because of the outage: goods made again, text messages sent instead, other delivery services, temporary staff.", "hint_ko": "급히 다시 만든 상품, 대신 보낸 문자, 대체 배송이나 임시 인력처럼 장애 때문에 추가로 쓴 비용의 영수증입니다.", "name_en": "Cost of substitutes", "name_ko": "대체 비용 증빙", "position": 6, "required": false}'),
	(60, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cd5d06e820', '\x01fea010a936828378409045a7c9d79d4e819ae271572268dbedb6f1ba972f87', '\xf9ff974e08ee4d49b9027e779b2f70c4c7a1d76cd89845a99946fb394ae25038', '{"id": "01a225d4-b4a0-7468-838e-97cd5d06e820", "code": "ad-spend", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Invoices, payments or reports for advertising and messages bought to win channel friends or announce a promotion. The period of the campaign must be readable.", "hint_ko": "채널 친구를 모으거나 행사를 알리려고 쓴 광고비와 메시지 발송비의 청구서, 결제 내역, 집행 보고서입니다. 집행 기간이 보여야 합니다.", "name_en": "Advertising and message spend", "name_ko": "광고·메시지 비용 증빙", "position": 7, "required": false}'),
	(61, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cecc878cbf', '\xc0e2368031bc08a406475de252f956baea1f8e2c0f6d51cf432ffabb30784efc', '\xbe0c3d15300c4a8486531009d3e8cb825bc451e83284473981c1550d05a6969a', '{"id": "01a225d4-b4a0-7468-838e-97cecc878cbf", "code": "compensation", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Records of money, extended service or vouchers already received from Kakao. They are set against your loss, so please state them truthfully.", "hint_ko": "카카오에서 이미 받은 보상금이나 이용 기간 연장, 이용권의 내역입니다. 받은 보상은 손해액에서 빼므로 사실대로 알려 주십시오.", "name_en": "Compensation already received", "name_ko": "이미 받은 보상 내역", "position": 8, "required": false}'),
	(90, 771, '2026-11-29 05:43:47.720879+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'consent.answer', '01a225d4-b907-7051-bea4-5cc2a4d81138', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'consent', 'INSERT', '01a225d4-b90c-73d1-9978-d9a15802be94', '\x5f407a2361c82bfc2da2d4fce31de3e477dc5565a1585816b886b3e37761bdd0', '\xdafaa3299a4e46a68e245dddd2db5afdd9cbe37488dc478dbf0e17bee3af8356', '{"id": "01a225d4-b90c-73d1-9978-d9a15802be94", "seq": 2, "item": "participation", "agreed": true, "sealed": "\\x0001a6d0905a5fe824a9481f8d91cbc31c2e21dfebd3dda4973c163b8c83fcb109b53b9abd0cf5e73bc4cd8c38c9268e62c747f2b7e52bfee752dd359226a0b54f3b2a469fcf50326b2ead72beb99a84aa34cde9e2b3d33d65d3cf9802793eebd22cd9a7596930f4acb0eb645629209068c547139025427956c3c8489b85319bed54299d5659a3265e675e6c64ddcaa65188ced526f925c576e48412ea8a243480e6d4b8c3196ab37243110f182da4e306436ac939aea4dd250e8d5460617b0f19048f9e52eabbcc14a767071b947717c86826b3955294572db2932862f880cec4e75b0384b09a0065ea98b500c697e9226db308006c0ad1d2cf48b2e36ea33b12f417f4f8294cdec2f129af0124ec8400730858ce1076a2a341f9a36e733c70fd481774d93872dad9c58c2b64db9b7e1b539921b27fe7f6afda4b222eb6ea764b0726ec28c46a24a0f969eb369e3a614a72c00a41772774db436634bc0fac0c671324bafb3506972d0d08e073af8773e0ae55d15a9ee5cb6d24721e92ef673acdb2a1ef088ba35175f9f21cd210a2b2c4b2c8e0d1b136ce2bea84d09f94d851dd69a217e74a41ff64ea07089ed1c22e0e3c9aca4d8d540ba3b92913043f62a301e3a328e2bc753e7939111c55afb3ac4ee972edec567bdc4934ebe9f99f3aee72da94c24d1ffd8397a27f05728b75d4e242a4a66eba80c6761c4d362e7fdc12ba2e5914d56d582e8ca872fee13234f2c1d85362d507abee942a4d976381733783fe74b5ffc3b731ce415389b79f2efb12a6b52726de7084cd8051495aa8634bd5ca812455a3f79d3a4c490d3112bf66", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4c5-7165-ae79-b0106f60393d", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "answered_at": "2026-11-29T05:43:47.720879+00:00", "commitments": "{\"address\":\"6bf1b471b5d8d5212aeaf6e58403b97537652b6fe5fcbab60f4515cd9a71fe82\",\"device\":\"f04615e6c5b7fa930e1f4419b11ab44dd7abc3e74dfc05d2c34c45dd535fc7ee\",\"statement\":\"24a81d1605b2c67803e7e5d4010be9e2c1671f26f76af793ca8bc186b47139ff\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(62, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97cf78dcf0c2', '\xd03ab8dcc6e935e37003cfe855478f53ff0a38ff40359d629a73f7ca11581f8e', '\x24b2530c26374c49b60582d82500cbc48a38d0ea762948e28a4fb51615dca8b8', '{"id": "01a225d4-b4a0-7468-838e-97cf78dcf0c2", "code": "signature-cert", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "May be needed if the court asks for confirmation that you gave the mandate yourself. List it only when we ask for it, and be sure to cover the resident registration number.", "hint_ko": "법원이 소송위임을 직접 하였는지 확인하도록 요구할 때 필요할 수 있습니다. 따로 요청드린 경우에만 목록에 적으시고, 주민등록번호는 반드시 가려 주십시오.", "name_en": "Seal certificate or certificate of personal signature", "name_ko": "인감증명서·본인서명사실확인서", "position": 9, "required": false}'),
	(63, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4a0-7468-838e-97d0481f91c6', '\xc6bef741577e2e6bf9cb085caacbc35c5dd377f85f30d4da597e6b0fa1080d3f', '\x184639b0134641d8863d570fa8455dd40b53992f4e824943ab6a90025a44814d', '{"id": "01a225d4-b4a0-7468-838e-97d0481f91c6", "code": "other", "kind": "evidence", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Anything else that helps to explain your loss, such as the outage notice on screen or complaints from customers. Cover other people''s personal data.", "hint_ko": "장애 안내 화면, 고객 항의 문자 등 손해를 설명하는 데 도움이 되는 자료입니다. 다른 사람의 개인정보는 가려 주십시오.", "name_en": "Other material", "name_ko": "그 밖의 자료", "position": 10, "required": false}'),
	(64, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4b2-74a0-8165-50d276c0fab5', '\x29c5a510403460bcf3d5c318414d98f18ddad55ea5ddaf9842cc2c8322ed6994', '\x6edb558b00034f3890c1cafdbad7c1a84d274ba8855c47b1aa4fcac63aeea09a', '{"id": "01a225d4-b4b2-74a0-8165-50d276c0fab5", "code": "hong", "kind": "counsel", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "Korean Bar Association, registration number 00000 (demo); 1 Yesi-ro, Gasang-gu, Seoul; 02-000-0000. Name and number can be looked up in the association''s own register of attorneys.", "hint_ko": "대한변호사협회 등록번호 00000 (데모) · 서울특별시 가상구 예시로 1 · 02-000-0000. 등록번호와 이름은 대한변호사협회 누리집의 변호사 검색에서 직접 확인하실 수 있습니다.", "name_en": "Hong Gildong, attorney (demo), Hanbit Law Office (demo)", "name_ko": "변호사 홍길동 (데모) · 한빛 법률사무소 (데모)", "position": 0, "required": false}'),
	(65, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4ba-771b-9167-3abc6fddf718', '\x183eb001ec9b20c25324937dca7b0d24d4e90694a217749cf1f65e3e3bc488e4', '\xaa55ecef23c9486d93747dc5c4134f30aa7d4ee17c9c4f5d9bfc40654b271269', '{"id": "01a225d4-b4ba-771b-9167-3abc6fddf718", "code": "retainer", "kind": "cost", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "None (demo).", "hint_ko": "없습니다 (데모).", "name_en": "Retainer", "name_ko": "착수금", "position": 0, "required": false}'),
	(66, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4ba-771b-9167-3abde82c4f4b', '\xaac63c9f061cc2a027e15850e751d5b6f9dc67d4148c05c638dbd56b487b302c', '\x6c574fc5405f4660bc7c44770fa636b80e7b1d2b177442ccae885d5654a81ceb', '{"id": "01a225d4-b4ba-771b-9167-3abde82c4f4b", "code": "court-fees", "kind": "cost", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "20,000 won a plaintiff, after the contract is made, and only to the account in the law office''s own name (demo).", "hint_ko": "원고 한 분에 20,000원이며, 위임계약을 맺은 뒤 법률사무소 명의의 계좌로만 받습니다 (데모).", "name_en": "Stamp duty and service of papers", "name_ko": "인지대와 송달료", "position": 1, "required": false}'),
	(67, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'case_option', 'INSERT', '01a225d4-b4ba-771b-9167-3abeab3e3e85', '\x0d747d475c94c80bf7a232f02925e6f36aa124f50ccb5a366de167189505670d', '\xcc5edf0d465546ccbca0de051c9b18fc29185571ff2245fcb01d3474a1f1e5fe', '{"id": "01a225d4-b4ba-771b-9167-3abeab3e3e85", "code": "success", "kind": "cost", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "hint_en": "20 per cent of what is recovered, value added tax apart; nothing where nothing is recovered (demo).", "hint_ko": "받아낸 금액의 20% (부가가치세 별도)이며, 받아낸 것이 없으면 없습니다 (데모).", "name_en": "Success fee", "name_ko": "성공보수", "position": 2, "required": false}'),
	(68, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4c5-7165-ae79-b0106f60393d', '\xabd474609a9135fec518764988c23bd3e92832385a93acf2599c459b0b5c0166', '\x817fd9f944544f7ebfa86df01f89299d08b8683ad1cc4e97a608094126cf2d8b', '{"id": "01a225d4-b4c5-7165-ae79-b0106f60393d", "body": "공동소송 참여 동의서\n※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.\n\n사건: 2022년 10월 15일 카카오 서비스 장애로 인한 손해배상 청구\n피고: 주식회사 카카오\n진행: (데모) 한빛 법률사무소\n\n1. 저는 이 사건에 공동원고로 참여하겠습니다. 이러한 사건에는 일반적인 집단소송 제도가 적용되지 않으므로, 원고가 되려는 사람이 각자 자기 이름으로 참여해야 한다는 점을 이해하였습니다.\n2. 이 동의는 위 사건에만 효력이 있습니다. 선정당사자를 선정하는 뜻은 아니며, 소송위임과 개인정보 처리에는 따로 동의합니다.\n3. 참여 신청만으로는 소가 제기되지 않고, 소멸시효도 중단되지 않습니다. 소는 법원에 소장을 제출한 때에 제기됩니다.\n4. 소가 제기된 뒤에는 그 소송에 원고로 추가되기 어려우므로, 늦게 신청한 사람은 별도의 소로 청구하게 될 수 있습니다.\n5. 서비스를 이용한 사실과 손해는 원고가 증명해야 하며, 자료가 부족하면 청구가 기각될 수 있습니다.\n6. 이미 받은 보상(금전, 이용 기간 연장 등)은 손해액에서 빼므로 사실대로 알리겠습니다.\n7. 패소하면 상대방의 소송비용 전부 또는 일부를 부담하게 될 수 있습니다.\n8. 착수금, 성공보수와 비용 분담은 이 동의서에서 정하지 않으며, 법률사무소와 따로 맺는 위임계약에 따릅니다.\n9. 만 19세 미만인 사람은 법정대리인을 통하여 참여합니다.\n10. 주민등록번호는 수집하지 않습니다. 신청서와 자료에 적지 않겠습니다.\n11. 제가 적은 내용과 제출한 자료는 사실과 같습니다.\n\n【참여의 철회】 소 제기 전에는 언제든지 참여를 철회할 수 있습니다. 소 제기 후에는 소를 취하하는 절차가 필요하며, 피고가 본안에 관하여 다툰 뒤에는 피고의 동의를 받아야 합니다(민사소송법 제266조).\n소의 취하, 소송위임의 해지, 개인정보 동의의 철회는 서로 다른 절차입니다.\n【동의하지 않을 권리】 동의하지 않으실 수 있으며, 그 경우 이 소송에 참여하실 수 없습니다.\n\n이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "participation", "title": "공동소송 참여 동의", "sha256": "\\x3c206292b03a334665b0420d0aa09417a29449ff6aba72fb12e337d0eac0fc96", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "ko", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(69, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4ca-7173-afd8-5f40fa5befcc', '\x9d3499fb2110b2485602b186d5e48d24d49c613c47b3056afd7986d3c1bbd706', '\x933fcdaa729949ac8d1e7fc30869b9dbc075b45a3644430b9886452d1666d53f', '{"id": "01a225d4-b4ca-7173-afd8-5f40fa5befcc", "body": "Consent to join the suit\nNote: this is a demonstration text. Counsel must review it before real use.\n\nCase: claim for damages from the Kakao service outage of 15 October 2022\nDefendant: Kakao Corp.\nConducted by: (Demo) Hanbit Law Office\n\n1. I join this case as a joint plaintiff. I understand that no general class action applies to a case of this kind, so that everybody who wants to be a plaintiff must join in his or her own name.\n2. This consent covers this case only. It does not appoint a selected party; the mandate to counsel and the processing of personal data are agreed to separately.\n3. Applying to join does not bring an action and does not interrupt limitation. The action is brought when the complaint is filed with the court.\n4. Once the action has been brought it is difficult to add plaintiffs to it, so a person who applies late may have to claim in a separate action.\n5. The plaintiff must prove that he or she used the service and what was lost. If the material is not sufficient the claim may be dismissed.\n6. Compensation already received (money, extended service and the like) is set against the loss, and I will state it truthfully.\n7. If the claim fails I may have to bear all or part of the opposing party''s costs.\n8. Retainers, success fees and the sharing of expenses are not settled here; they follow the contract made separately with the law office.\n9. A person under 19 joins through a legal representative.\n10. Resident registration numbers are not collected. I will not enter one in the form or in my documents.\n11. What I have stated and the material I have submitted are true.\n\n【Withdrawal】 Before the action is brought I may withdraw at any time. Afterwards the action itself has to be withdrawn, and once the defendant has argued the merits this needs the defendant''s consent (Civil Procedure Act, article 266).\nWithdrawing the action, revoking the mandate and withdrawing consent to data processing are three different procedures.\n【Right to refuse】 You may refuse; in that case you cannot join this suit. (If the two language versions differ, the Korean text prevails.)\n\nThe record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "participation", "title": "Consent to join the suit", "sha256": "\\xddfd88731ea4ab7e3b0c2ee564e9120cd3bce88a5a02c8512faa03b38eb81801", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "en", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(70, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4cc-7114-8270-b4c645958df6', '\x312ee11eb76a284c04b828fa026a9753ab449932890dfcb6853f3400ee8d4897', '\x958f40cddb124a07aa08874a60e6bcea6d488b290e0c46799333961f17a68490', '{"id": "01a225d4-b4cc-7114-8270-b4c645958df6", "body": "소송위임장 (제1심)\n※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.\n\n위임하는 사람: 이 문서에 서명하는 본인\n위임받는 사람: (데모) 한빛 법률사무소 담당변호사 홍길동(데모)\n사건: 2022년 10월 15일 카카오 서비스 장애로 인한 손해배상 청구\n상대방: 주식회사 카카오\n【심급】 제1심에 한합니다. 항소심과 상고심에는 따로 위임해야 합니다.\n\n1. 저는 위 변호사를 소송대리인으로 선임하고, 이 사건 제1심의 소 제기와 소송 수행에 필요한 권한(민사소송법 제90조 제1항)을 위임합니다.\n\n【특별수권】 아래 사항은 민사소송법 제90조 제2항에 따라 따로 권한을 받아야 합니다. 각 항목별로 따로 권한을 주지 않는 한, 이 위임장으로는 어느 권한도 부여되지 않습니다.\n 가. 반소의 제기: 부여하지 않음\n 나. 소의 취하: 부여하지 않음\n 다. 화해(조정 포함): 부여하지 않음\n 라. 청구의 포기: 부여하지 않음\n 마. 청구의 인낙: 부여하지 않음\n 바. 민사소송법 제80조에 따른 소송 탈퇴: 부여하지 않음\n 사. 상소의 제기: 부여하지 않음\n 아. 상소의 취하: 부여하지 않음\n 자. 대리인(복대리인)의 선임: 부여하지 않음\n\n2. 이 위임장은 본인이 직접 읽고 서명합니다. 다른 사람이 도장을 새기거나 대신 서명하는 데에는 동의하지 않습니다.\n3. 법원이 요구하면 인감증명서, 본인서명사실확인서 또는 공증으로 위임 사실을 확인하는 데 협조하겠습니다.\n【위임의 해지】 위임은 언제든지 해지할 수 있습니다. 해지하여도 이미 제기된 소가 저절로 취하되지는 않습니다.\n【동의하지 않을 권리】 위임하지 않으실 수 있으며, 그 경우 법률사무소가 소송을 대리할 수 없습니다.\n\n이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "mandate", "title": "소송위임 (제1심)", "sha256": "\\x6f65cbcba97f39341b4673df578b2289f9c74b9cf4c1d849a4fb0d75faee3f85", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "ko", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(91, 772, '2026-11-29 05:43:47.729039+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'consent.answer', '01a225d4-b90f-7247-bfd1-06cfaccdec5d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'consent', 'INSERT', '01a225d4-b916-737d-9cc2-33bc55309efb', '\x531dab90019317ccd46bccc10ec98e49d56d819199449f763a3013882de0e4ae', '\x760fe20a7d174b34bb163ac187ae7417ad3b7d269ce2443a9018d5930b20a73f', '{"id": "01a225d4-b916-737d-9cc2-33bc55309efb", "seq": 3, "item": "privacy_optional", "agreed": false, "sealed": "\\x0001ed19287e9bc041347481591701f34e09e1e05653c8458d8e363bfc150bc5eed8921aa821122188d6deee55a66092317c977e212ee2c2aa86861621b08afab6922007934811e6605d8a305a44f20d597c1dd9733588508e9a4e78874fe862b17f22773e22f73ba8edfa0eb4ffef189940e89190336fbfd7e20ce5653d73cb8fd4064c3e16b619a86e0f2e4a4dcedb2b819b985fbe9c363e602a31a01c02150aa2af1a2bfaeb06fd73623b2c8552969b94dd4060f70349fa9324cf9e4d7672aef9a07efe09c98d8282ba89f811de1b4fc2ad6508ef99e3e1ab8a2951b0dda9f549b484b346726b951de56dba7b43d7fc62670c679de7c4bebf8960a620fddc803a011255dc3bc69b95ba7984a2496f09f3466f21653ed86675a03847ff4785a2650bf383bb90919954d7cbd03552b8bace66b0f71ce023c6a132e61bf6bcb99f8609a68a07979bf3cb9967f72187d8ca5dd01a6f16d3233f3cfc5b25f6b1a31860412ca93f98427b449b70fccc115e9cdffd5664d638e37b74d2441713eba59c526ded2c441564704afb5cbce08d669c9506da3a2d1ee83c41e675a131b719fc1d7390e4ebc65daec74ee657f7da1319763cf0afbe883f51b19e1c0972c54122a3f4e68ee69696b278b423bba36dff01f61e3229f3c6db01f3dbaa3b520f599f96034ee0236b9da4d2a43e58fa007ff2fb6951465965ea54821300597f13892c90d11a26a808b575299479b3bdfda48c8e0a387ef4b98d398ae297a01639468b3a63e2d381efa172910db8ed3eb69444310cd32a4aa58a006b825edca28c66f1eeb8a7f0e75a6825bf943c900cffda636d351f", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "answered_at": "2026-11-29T05:43:47.729039+00:00", "commitments": "{\"address\":\"3bf1d941e724842e973f2c712c4dfbf91f5c4cdabbf0efb48785b29c0330144c\",\"device\":\"67844a3195ae4aa010ac8bdc4833ae1b7004b24d5bfbfb08bd9e2e34d1fdde85\",\"statement\":\"10e76ff022d37643aeaf9337c4f1cb333c89c134b0e16cfa9cbe39e77cbe5141\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(71, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4ce-74ad-90e2-0b61bb03769a', '\xeb181455395f8878ef9c1dea9555cecf9b88c2b1198d3b49642c98cb8c7f3579', '\x8d9a5475f37b4854a610f22d0445464dce208dec92dd4886839731126facb01c', '{"id": "01a225d4-b4ce-74ad-90e2-0b61bb03769a", "body": "Mandate to counsel (first instance)\nNote: this is a demonstration text. Counsel must review it before real use.\n\nPrincipal: the person who signs this document\nCounsel: Hong Gil-dong (demo), attorney in charge, (Demo) Hanbit Law Office\nCase: claim for damages from the Kakao service outage of 15 October 2022\nOpposing party: Kakao Corp.\n【Instance】 First instance only. The appeal and the final appeal each need a mandate of their own.\n\n1. I appoint the attorney named above as my counsel and confer the powers needed to bring this case and conduct it at first instance (Civil Procedure Act, article 90(1)).\n\n【Special powers】 Under article 90(2) of the Civil Procedure Act each of the following needs its own grant. Unless I grant it separately, item by item, none of them is granted by this text.\n (a) Bringing a counterclaim: not granted\n (b) Withdrawing the action: not granted\n (c) Settlement (including mediation): not granted\n (d) Waiving the claim: not granted\n (e) Admitting the claim: not granted\n (f) Leaving the suit under article 80 of the Act: not granted\n (g) Bringing an appeal: not granted\n (h) Withdrawing an appeal: not granted\n (i) Appointing another representative (sub-counsel): not granted\n\n2. I have read this mandate and sign it myself. I do not agree that anybody carve a seal or sign in my place.\n3. If the court asks, I will help to confirm the mandate by a seal certificate, a certificate of personal signature or notarisation.\n【Revocation】 I may revoke the mandate at any time. Revoking it does not by itself withdraw an action already brought.\n【Right to refuse】 You may refuse; in that case the law office cannot represent you. (If the two language versions differ, the Korean text prevails.)\n\nThe record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "mandate", "title": "Mandate to counsel (first instance)", "sha256": "\\x9810421ec1aa9ff047aa3e5d36effaa92bbe955b04631651de858069a48dd726", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "en", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(72, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4cf-7340-a025-de56cfc5bd3c', '\x3880ef47d535f51ab86e84bf338578adb7861544a104166bb81a9249aeb5dae4', '\x3758f2e7c564472d874ca48e258ee0ae9e2d5ed26d434bd88bcdb8a2ea907415', '{"id": "01a225d4-b4cf-7340-a025-de56cfc5bd3c", "body": "개인정보 수집·이용 동의서 (필수)\n※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.\n\n개인정보처리자: (데모) 한빛 법률사무소\n\n【수집·이용 목적】 본인 확인, 원고 자격과 손해 확인, 소장·원고 목록·증거 등 소송 서류 작성, 진행 안내와 보완 요청, 소송위임의 증명, 배상금 정산\n【수집 항목】\n - 신원·연락처: 이름, 생년월일, 주소, 휴대전화 번호, 전자우편 주소\n - 사업: 상호, 사업자등록번호, 업종, 지역\n - 손해: 이용한 서비스와 유·무료 여부, 손해의 종류·금액·경위, 이미 받은 보상\n - 자료: 목록에 적으신 증거 파일의 이름, 종류, 크기, 해시값(SHA-256)과 설명. 파일 자체는 받지 않으며 본인이 보관합니다\n - 동의 기록: 서명, 동의하거나 거부한 내용과 일시, 접속 주소(IP), 기기 정보\n - 미성년자인 경우: 법정대리인의 이름, 연락처, 관계\n【보유 기간】 이 사건의 위임 사무가 끝나고 정산을 마칠 때까지 보관하며, 그 뒤 지체 없이 복구할 수 없도록 파기합니다. 다른 법령에 따라 보존해야 하는 기록은 그 기간 동안 따로 분리하여 보관합니다.\n\n【주민등록번호】 어떠한 경우에도 수집하지 않습니다. 신청서에 적지 마시고, 자료에 적혀 있으면 가려 주십시오.\n\n【동의를 거부할 권리와 그 결과】 동의를 거부하실 수 있습니다. 다만 위 항목은 소송을 진행하는 데 꼭 필요하므로, 거부하시면 이 소송에 참여하실 수 없습니다.\n【동의의 철회】 언제든지 철회하실 수 있습니다. 철회하시면 법령에 따라 보존할 기록을 제외하고 지체 없이 파기합니다. 소가 제기된 뒤에는 소의 취하나 소송위임의 해지를 따로 하셔야 합니다.\n만 14세 미만 아동의 개인정보는 법정대리인이 동의해야 합니다.\n언제든지 열람, 정정, 삭제, 처리정지를 요구하실 수 있습니다. 문의: privacy@example.com (데모)\n\n이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "privacy_required", "title": "개인정보 수집·이용 동의 (필수)", "sha256": "\\x5e33165df8277839c1b95c0aa687b95844a2deb2b3567fdb2d8bdf99effda975", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "ko", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(73, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4d4-74f4-800b-bf7b2b588903', '\xd806c298b5c572fe80ca8b757eef08c8246acaad1ece4622a3d5008f80b599c2', '\x49c92d28fdf1480bb3f712b9bff915cee20ea6ed1fca4a198ef8cdd562ea2197', '{"id": "01a225d4-b4d4-74f4-800b-bf7b2b588903", "body": "Collection and use of personal data (required)\nNote: this is a demonstration text. Counsel must review it before real use.\n\nController: (Demo) Hanbit Law Office\n\n【Purpose】 Identifying you; checking standing and loss; preparing the complaint, the list of plaintiffs, the evidence and other court papers; progress notices and requests to complete your claim; proving the mandate; paying out damages\n【Items collected】\n - Identity and contact: name, date of birth, address, mobile number, e-mail address\n - Business: trade name, business registration number, industry, region\n - Loss: services used, paid or free; kind, amount and circumstances of the loss; compensation already received\n - Material: name, kind, size, hash (SHA-256) and description of the files you list. The files themselves are not taken in: you keep them\n - Record of consent: signature, what you agreed to or refused and when, network address (IP), device\n - For minors: name, contact and relationship of the legal representative\n【Retention period】 Kept until the work under the mandate in this case is finished and accounts are settled, then destroyed without delay and beyond recovery. Records that another law requires to be kept are stored apart for the period of that law.\n\n【Resident registration numbers】 Never collected in any circumstances. Do not enter one in the form; if one is printed on a document, cover it.\n\n【Right to refuse and the consequence】 You may refuse. The items above are indispensable for conducting the suit, however, so if you refuse you cannot join it.\n【Withdrawal】 You may withdraw this consent at any time. The data are then destroyed without delay, except for records that a law requires to be kept. Once the action has been brought, withdrawing the action and revoking the mandate are separate steps.\nFor a child under 14 the legal representative must consent.\nYou may ask at any time for access, correction, erasure or suspension of processing. Contact: privacy@example.com (demo)\nIf the two language versions differ, the Korean text prevails.\n\nThe record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "privacy_required", "title": "Collection and use of personal data (required)", "sha256": "\\x509ade9b84c3916f2c4dcbd71c862170beb5a199bb2f0032125d0c816992c9e0", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "en", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(74, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4', '\xd0b01d994726b174ded3c34f5ab79c479c9cb7b7969bdcc1898e9c2c5e5b12a1', '\xf9a96c1c3be3407eb76bc0fe978b0a8cf58f91adb27e421aaf96430319d8b053', '{"id": "01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4", "body": "후속 소송 안내를 위한 개인정보 이용 동의서 (선택)\n※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.\n\n개인정보처리자: (데모) 한빛 법률사무소\n\n【이용 목적】 이 사건과 관련된 후속 소송, 비슷한 서비스 장애 사건, 피해 실태 조사에 관한 안내\n【이용 항목】 이름, 휴대전화 번호, 전자우편 주소\n【보유 기간】 동의하신 날부터 2년. 그 전에 철회하시면 철회하신 때까지이며, 그 뒤 지체 없이 파기합니다.\n【안내 방법】 문자 메시지 또는 전자우편\n\n【동의를 거부할 권리】 동의하지 않으셔도 됩니다. 거부하셔도 이 소송의 참여, 진행 안내, 배상금 정산에 아무런 불이익이 없습니다.\n【동의의 철회】 언제든지 이 항목만 따로 철회하실 수 있습니다. 철회하셔도 다른 동의와 소송 참여에는 영향이 없습니다.\n\n주민등록번호는 수집하지 않습니다.\n이 사건의 진행에 꼭 필요한 연락은 이 동의와 관계없이 드립니다.\n문의: privacy@example.com (데모)\n\n이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "privacy_optional", "title": "후속 소송 안내를 위한 개인정보 이용 동의 (선택)", "sha256": "\\x17d6a170b7bdbf0af85671b121bc02504b724aea5821b4ca1663b82e74529663", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "ko", "required": false, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(75, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4d9-7565-9100-4e8e7f47f967', '\x91f056c4cbfdf54efa172a944b3733b2b6da281806b9cad5af709fd3febb8591', '\xfd19d83d7fa34d85ae23d5b84fb011b929afa9b5eeb94185808ba6c97f853dfe', '{"id": "01a225d4-b4d9-7565-9100-4e8e7f47f967", "body": "Contact about follow-up suits (optional)\nNote: this is a demonstration text. Counsel must review it before real use.\n\nController: (Demo) Hanbit Law Office\n\n【Purpose】 Notices about follow-up suits connected with this case, about similar service outages and about surveys of the damage\n【Items used】 Name, mobile number, e-mail address\n【Retention period】 Two years from the day you agree, or until you withdraw if that is earlier; then destroyed without delay.\n【How we contact you】 Text message or e-mail\n\n【Right to refuse】 You need not agree. Refusing costs you nothing: it affects neither your part in this suit nor progress notices nor the payment of damages.\n【Withdrawal】 You may withdraw this item alone at any time. Your other consents and your part in the suit are not affected.\n\nResident registration numbers are not collected.\nMessages that are indispensable for conducting this case are sent whether or not you agree here.\nContact: privacy@example.com (demo)\nIf the two language versions differ, the Korean text prevails.\n\nThe record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "privacy_optional", "title": "Contact about follow-up suits (optional)", "sha256": "\\x0762f64b4e0706a2193e2850c5c0ee4e60eca190add78f5e8357cff9b8d79db5", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "en", "required": false, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(76, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4da-74fa-b93f-f7c76a713b7e', '\x2e05d4769b15cdf3f304b4150d3f00aad61ff67d53d2bbf28b8613afff1a0e95', '\x8c2fc91f874745d18f6dbb85a3e883af5aa1592658ce4591858a7bca4c4ace89', '{"id": "01a225d4-b4da-74fa-b93f-f7c76a713b7e", "body": "개인정보 제3자 제공 동의서 (필수)\n※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.\n\n제공하는 자: (데모) 한빛 법률사무소\n\n1. 법원\n 【제공받는 자】 이 사건의 제1심을 맡은 법원\n 【제공 목적】 소의 제기와 심리, 원고와 소송위임의 확인\n 【제공 항목】 이름, 주소, 연락처, 상호, 사업자등록번호, 손해의 종류·금액·경위, 증거 자료, 서명과 동의 기록\n 【보유 기간】 법원의 기록 보존 기간\n2. 상대방\n 【제공받는 자】 피고 주식회사 카카오와 그 소송대리인\n 【제공 목적】 소송 서류의 송달과 변론, 서비스 이용 사실의 확인, 화해 협의\n 【제공 항목】 이름, 주소, 상호, 사업자등록번호, 이용한 서비스, 손해의 종류·금액·경위, 증거 자료\n 【보유 기간】 이 사건이 확정되고 그에 따른 이행을 마칠 때까지\n3. 감정인\n 【제공받는 자】 법원이 지정한 감정인\n 【제공 목적】 손해액의 감정\n 【제공 항목】 이름, 상호, 업종, 지역, 손해의 종류·금액·경위, 매출 자료\n 【보유 기간】 감정이 끝날 때까지\n\n【주민등록번호】 수집하지 않으므로 제공하지도 않습니다.\n【동의를 거부할 권리와 그 결과】 동의를 거부하실 수 있습니다. 다만 소송 서류를 법원과 상대방에게 보내지 않고는 소송을 진행할 수 없으므로, 거부하시면 참여하실 수 없습니다.\n【동의의 철회】 언제든지 철회하실 수 있으나, 이미 법원과 상대방에게 제출된 서류는 되돌려 받지 못할 수 있습니다.\n\n이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "third_party", "title": "개인정보 제3자 제공 동의 (필수)", "sha256": "\\x0811967e0dc0ece15b6395f270b14c0320783e8bb67d0e4344d32accb5b9c56b", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "ko", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(87, 768, '2026-11-29 05:43:47.690215+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'evidence.add', '01a225d4-b8e9-7433-b012-aa2f858e6f88', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'evidence', 'INSERT', '01a225d4-b8ed-76b8-a6ec-3c88d8445aac', '\x7508b26a6c65a470dede35586c6d627207fdfdb27679058b2db4d4b4e53a82a4', '\xcbae922939f94d8eb15b995f79fd2e353014bf6f3e3c4318b5b5f4610216c0a5', '{"id": "01a225d4-b8ed-76b8-a6ec-3c88d8445aac", "kind": "sales-loss", "sealed": "\\x000106823c6301442dc8c5769122379c8a7f8255355d5082fae03c9d316389508ea16c4054a501cdce93741d5a498196553d975e3ee3f0126c89375a9d83c6a02873758ef3214e5f135b6b24fbd3bfef37429f2c322839bbc974a44ced6a2f3c18060f396dbfdfd127f7b6407b0373d0fc055e6651105843e08ad803448bb8035a6df1a46f0909dc", "sha256": "\\x94453f546285714e82f0e11357f64e35d4a84dd77243163a8f6463dd82b72f44", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "loss_id": null, "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "ended_at": null, "replaces": null, "taken_on": "2022-10-17", "created_at": "2026-11-29T05:43:47.690215+00:00", "media_type": "image/png", "size_bytes": 48213, "commitments": "{\"file_name\":\"5220c4f79d5f08c4ffce37931a1ee4fffdf64381ca7f2a8b542f96d7286c4d64\"}"}'),
	(88, 768, '2026-11-29 05:43:47.690215+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'evidence.add', '01a225d4-b8e9-7433-b012-aa2f858e6f88', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\xd4141c386c2474e7e9e610d1c4e49aa5b486171057c2679e5f21de9acbaa9b31', '\x4794cd84674744d9a1ba7251fab1da660ecffa9c44cf4349942a8a0862e67a28', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": null, "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:47.666173+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(77, 753, '2026-11-29 05:43:46.522123+00', 'cli', 'operator', 'case.create', '01a225d4-b434-7676-89b2-0deac9979afc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'consent_text', 'INSERT', '01a225d4-b4de-75e0-ac40-9de7ec7e7e0d', '\xa22774a9663af2d4fd81c15e59d2e7be11631c8c12843d6996ec81c1472161b4', '\xd3655a0dd77b46fa909b4e0bcea9edc0a676f6c8743b4d868748a77c7304ed6b', '{"id": "01a225d4-b4de-75e0-ac40-9de7ec7e7e0d", "body": "Provision of personal data to third parties (required)\nNote: this is a demonstration text. Counsel must review it before real use.\n\nProvided by: (Demo) Hanbit Law Office\n\n1. The court\n 【Recipient】 The court that hears this case at first instance\n 【Purpose】 Bringing and hearing the action; verifying plaintiffs and mandates\n 【Items】 Name, address, contact details, trade name, business registration number; kind, amount and circumstances of the loss; evidence; signature and record of consent\n 【Retention period】 As long as the court keeps its records\n2. The opposing party\n 【Recipient】 The defendant, Kakao Corp., and its counsel\n 【Purpose】 Service of court papers and argument; checking that you used the service; talks on a settlement\n 【Items】 Name, address, trade name, business registration number, services used; kind, amount and circumstances of the loss; evidence\n 【Retention period】 Until the case is final and the judgment or settlement has been carried out\n3. The expert\n 【Recipient】 An expert appointed by the court\n 【Purpose】 Assessing the amount of the loss\n 【Items】 Name, trade name, industry, region; kind, amount and circumstances of the loss; sales records\n 【Retention period】 Until the assessment is finished\n\n【Resident registration numbers】 Not collected, and therefore never provided.\n【Right to refuse and the consequence】 You may refuse. A suit cannot be conducted without sending papers to the court and the opposing party, however, so if you refuse you cannot join.\n【Withdrawal】 You may withdraw at any time, but papers already given to the court and the opposing party may not be recoverable. (If the two language versions differ, the Korean text prevails.)\n\nThe record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.\n6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3\n", "item": "third_party", "title": "Provision of personal data to third parties (required)", "sha256": "\\xb04176db249a2511b7e16f6cb7a4ece1ab0c3bf56ee198fe3088c66c83725cb3", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "version": 1, "language": "en", "required": true, "published_at": "2026-11-29T05:43:46.522123+00:00"}'),
	(78, 755, '2026-11-29 05:43:47.119559+00', 'program', 'program', 'log.publish', '01a225d4-b6af-7032-94ef-4e93d77a18ca', '', '', 'log_publication', 'INSERT', 'localhost/claimant-registry', '\x95f22275bbc5dbda690701108722c0cecd858f5bc429d14d74d3146583131ec1', '\x77f9c45142234c8c95972f210bc937db0607b710a2c844b5bdee9b66d734b8d5', '{"id": "localhost/claimant-registry", "begun_at": "2026-11-29T05:43:47.119559+00:00"}'),
	(79, 762, '2026-11-29 05:43:47.571771+00', '', 'anonymous', 'account.confirm', '01a225d4-b82f-7361-ad79-b2f92db4d98e', '', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'account', 'INSERT', '01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x1e89f4a85174d85b77f3f9fb8978f122cc6e0dc57f88324c68b070ef19d30c18', '\x03479e52b50a4933af3c288438cde5d82317d19d336944c79f93fc39405c1c23', '{"id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "role": "claimant", "state": "active", "sealed": "\\x000108ddade1f2a1f25f692c6723069e8d41e006b7da812fd458071b5754c9420d5044a8b77be5d5f4758ae207fbc6a54e88eb6c45ca2fe2d8e6c66f6734b4977971a2cd17c3c09ac62876ebc6de83970113c941e14cec9a46c93bb4fd3c8b768f6ed7b1a77185ded5cffb8093f6e0be402f9662970d20bfaa234e8f97ec", "created_at": "2026-11-29T05:43:47.571771+00:00", "commitments": "{\"email\":\"8c402772a8be3dbd9f03bdaa4600bf60626c4d7e07e15526891610b9cd495107\"}", "email_index": "\\xa48c97b10811adcd137dac020ddfd587cee6b0bcadd19b40e158dd8ac26099de", "password_changed_at": "2026-11-29T05:43:47.571771+00:00"}'),
	(80, 765, '2026-11-29 05:43:47.646577+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'claim.create', '01a225d4-b8b9-70fc-ac5c-f7363e9225ea', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'INSERT', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\x004d9a2afe415185c9357356a060c2747f239d8a9f54beaf540cab55e85eb184', '\x20f30241b98e4db2b292ad346ee05b088d26f5373ab74246ab62bbdffda7bf79', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": null, "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["service-use", "sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 1, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 0, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:47.646577+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(81, 765, '2026-11-29 05:43:47.646577+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'claim.create', '01a225d4-b8b9-70fc-ac5c-f7363e9225ea', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim_service', 'INSERT', '01a225d4-b8cb-74cb-bb27-578f50cac6b7', '\xbc00574cb1794255bf312ba7f1ffd6ca02ad1e97ca2c34891efd4e6c70b84b4b', '\x4d6356814a864804bc20e844970ef9330539b9cedc094481a8625b31d408a070', '{"id": "01a225d4-b8cb-74cb-bb27-578f50cac6b7", "paid": true, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "talk-channel", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735"}'),
	(82, 765, '2026-11-29 05:43:47.646577+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'claim.create', '01a225d4-b8b9-70fc-ac5c-f7363e9225ea', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim_service', 'INSERT', '01a225d4-b8cb-74cb-bb27-5790efe5eede', '\x45a0fc6aa2ba8b9cf22e8668dfe38a5eb4085d6a2dc3f8cd025e10555107690e', '\x578bcd5c98ac428cbcbfbb8be7920be793c51a8f8df34dd6b761798058d27f6a', '{"id": "01a225d4-b8cb-74cb-bb27-5790efe5eede", "paid": false, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "alimtalk", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735"}'),
	(83, 766, '2026-11-29 05:43:47.666173+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'loss.add', '01a225d4-b8d0-71c2-a893-cef93aea3403', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'loss', 'INSERT', '01a225d4-b8d6-7455-bee8-49eb0410ce25', '\x04c4104cded99520345d3efb4a7de3f418bacaead414374556998283a75cc23f', '\xc17cbb40c4af4de5a976e64b5585ebb708b6e06b90d74163aba77bbaedcc022d', '{"id": "01a225d4-b8d6-7455-bee8-49eb0410ce25", "kind": "sales", "class": "special", "sealed": "\\x0001213d302aec23aee95bef5c83ea72a98f86338ed2e6bfe16d406665332f5023e1c8e3dda4962e7d249fafe69b5f1afb9a2965140e49de9de104a85e5aa439dae7b416230ac3b0cac084cb06a65527379da058a7060dbc72d4e653167ab67ba7ef16ea59aaaa32f74542ef9829898bc06ba70ffe8a2d76075ae6e5ab6949f87cb069d4b950758fe6277d5aead76ecde0941efb647a09a82f212e56261eb471bc812f950dc157c7045a186df564bac75c1755c94fb3939ed859687ffbab81bb2cc302dd1606de9c3b0dfcafa1f1a173aef7b173f10e701bb1b778895e1667edf14f6c761ae0004b484fe08ff06a1d97c4ee9ec6850f035280c6e0f0f60a7dfd9bdfa6b3997d0185b334aaaa", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "from_on": "2022-10-15", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "until_on": "2022-10-19", "amount_krw": 1200000, "created_at": "2026-11-29T05:43:47.666173+00:00", "commitments": "{\"basis\":\"0512ef1811367eb1bfe070fd87756583eb21d39e90a4b3db0d060fcec38fd2ef\",\"note\":\"be164a341a2ceb9f4c599fab1e3d1eae08c55705347e4324d2e52051fb7aa1c6\"}"}'),
	(84, 766, '2026-11-29 05:43:47.666173+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'loss.add', '01a225d4-b8d0-71c2-a893-cef93aea3403', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\xcc251cc230eaae47a9c6c2122d674f5013f4b1d92ac5592fe4461356137c93e0', '\x8e910e4df452470baafbd054e15eca9e58600cbfdfda4b419966e136dd4a7e9c', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": null, "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["service-use", "sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:47.666173+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(85, 767, '2026-11-29 05:43:47.679501+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'evidence.add', '01a225d4-b8dd-7257-8c62-04521c8f782f', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'evidence', 'INSERT', '01a225d4-b8e2-725c-94ae-cdcd4fdeca3a', '\xbb64a925a347f3e2ccbe98c39ecf14b34dca7899a561aafe4e36cf4ca4ae3e98', '\x2f36d4bb4b7f41e6a50bb1b7390e9fae81ee5c066b774256a1c6561ed471e824', '{"id": "01a225d4-b8e2-725c-94ae-cdcd4fdeca3a", "kind": "service-use", "sealed": "\\x000174474752ee9cfd5986ff1b27fa502f73d73e3bf0eef77b28ae7a5c2a67d462a7eb793057672e58ca7581eb4e4b4fec50c1b0b876bdb16b7a8232d7a516eb4eb8b12fc2667928bfb3e00d01a65080fe0e7bd0d8150318a2c4806d90b5cc348878dd0d93d4104f33b5347b150a436e629c4e775dc22017092eba3ad0a3ddd4a60232f08906a1ea", "sha256": "\\x8c7803cc084f18d7a82aff7b7adbc48f65e8f85512b4329a1c0b906e34d4e000", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "loss_id": null, "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "ended_at": null, "replaces": null, "taken_on": "2022-10-17", "created_at": "2026-11-29T05:43:47.679501+00:00", "media_type": "image/png", "size_bytes": 48213, "commitments": "{\"file_name\":\"e8cb5227aa54a66e2c21c0208f24cf928e3a91f359f5477c8d7b88f1cb8220d3\"}"}'),
	(86, 767, '2026-11-29 05:43:47.679501+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'evidence.add', '01a225d4-b8dd-7257-8c62-04521c8f782f', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\xe368123c04216efc3a148a65d458d9cc8856f737b69be7a1f20fb6329a0e8381', '\xf51718d899df463cba7bd7071a1dd4c689fbc9bb943740c3aeeb7ba3a69e8f6b', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": null, "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:47.666173+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(121, 821, '2026-11-29 05:43:48.772258+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'claim.submit', '01a225d4-bd23-76d3-899d-ff625fa13316', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'UPDATE', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x0bb7fafd0c86c1140de632861f015b0fe47cdc5d47a1ad4d0b987ef1de977739', NULL, NULL),
	(92, 773, '2026-11-29 05:43:47.73913+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'consent.answer', '01a225d4-b91a-7500-9c9e-bd08022bc1b4', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'consent', 'INSERT', '01a225d4-b91d-76c7-9df8-a61fee26231a', '\xad481083ea819db4d0d342fbc657e87319ce5668739efb80504ded1e1e67ed3e', '\x0fd219c9f3064fb0b7419120efda6d0a9a65cb1230c34dfa9208ba0c56f088bc', '{"id": "01a225d4-b91d-76c7-9df8-a61fee26231a", "seq": 4, "item": "privacy_required", "agreed": true, "sealed": "\\x0001416b6a1524d10f5d316a39be06defc843af8f0564ec1940666698b11c8b561e8eab4676cfa18f64a7e77e2a4853ce458bd6b885e4da89dacd7e3173224f34fa0547160c4206b3614a2e4c263ef52ac3744adae5ffe7255058ac1759ce31db4e6f91057a6f6a9df0e6abe2f7aa47a9984f7a7429b6060a2b5153cc2fade9953e80db5840763742b7906f357ad28770a1ddb5af6b6e169f74531c600ac58bea7de5a4e9afad5329a46e3f1bbe5eb820b9146aa84bd2fdf8bfec9fd1724e0ca64a450242a1989c93e57b49cffb09ebeeafb8ded3e2e54a551e2e05fabee098d89a28ce8f612253e2da5b37a1a4a48a6401aecac71f0d3a9b6dbff0fbd410f2fe0791db52c53f252755926aaefcdd647ec532423905450b06506fd372f31defb821d4d09ad6b212fe9fa6b5adbc578f5a5e7362a79f4b2661ac3c5048f607d1696b8c7e80e1136de128db340d622dc98cbd97977ecf5c85eb319e948bc995afd8fbb1eb8c351e7f661b1bb3dd800eb67ce1547c7ffa390c2f6dc47c59d937e904fc3a015f32dc49ecb8fc69fe604c2a4ffdcbf8d27e4b55600007274635f9ea09b164787dd3b98e0b24bf2ed4b5c2ee2e66757259fabdfec557dc2f07a2842222586faa95efe02f9136109e85e976756bf19f8a675d4609fb44adbcd757d6044bb13f86f94d7a8481b63c31dcbeb030ffc342ed34359f3ddf54958450a6792d802d57ffd222b28e9d173ee280c3f8abcf08173a92d3aa98199def7f417d2c3d002ed339b1ec652e6a360b60414f47443b697317eb8ba0da052d5bbc40062b3c8aac2db54cd6fa9ce99cefe6a51e7a6be447a52", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cf-7340-a025-de56cfc5bd3c", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "answered_at": "2026-11-29T05:43:47.73913+00:00", "commitments": "{\"address\":\"0f1049196423878f45c865c6d798dc4d70fb3ff942dcc13a1ef0f78eae1e2e9a\",\"device\":\"781370b58bcd446ffe106bac2e9ebf9810e1ca406013e20635b721e59edd11e2\",\"statement\":\"10f1d92108b48137899fa296a6fcda5f61c871262548b236278aa154bc33d91c\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(93, 774, '2026-11-29 05:43:47.749754+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'consent.answer', '01a225d4-b924-75d3-8756-3333ca8f55ac', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'consent', 'INSERT', '01a225d4-b928-76c5-9722-cdd0fdfa58d1', '\x9ebe638197bfc1a6a34072ac05c8555c8300e7009ce4945e059dd17da4af48da', '\xd8065f7e53894eda81db95a04e12f66644c076ca262e450d93b8cf2dcc2c5b17', '{"id": "01a225d4-b928-76c5-9722-cdd0fdfa58d1", "seq": 5, "item": "third_party", "agreed": true, "sealed": "\\x000130541db5dabd30d7d20d70b49d884ea19afd6c507f7a5a404166e37c831ecdebbc138d10b4c591c71dfb07ad0c122e6a9b0c765b52ce15c8e2115718ec560a22dab3cb1b7afdc572eee0c8c83b6eac7bc5ebafc92e2cb45818e729b656ff6e6daccd5ee8d99d3b08dd032459bceb6decfc01eb4e40a215c5a85af07249cbae348ce12cf6343c4751dd1b5eeb7cb4ea909edaf8351cbba3ce3a32369d3ddab9f7ff5f2ee555b37f0686258d643931ce267edb7ed57f68882139c4c192eca469b65b86d39ec8c8b622f32a7c5172f7ccb61cdcbb3dfb343ab0fd2180280954f536755084feaada87a01a4f519fea5c8911c8e23b4c813bd1e830cc3f7c16af4f7b0c62d5894d3c461f391c1f1014a1aad372786a30d2f9409fabc6777819dd572b40902bbdc25ee15fa96c62c1f5f4bf49a0671590f31dd7d4090371a6454e04dc4f41b329e2b4cfff63415e7cca87879634b37632acf4caffa3305d48acf012be049a2bf5da14b44c31124c61f0bc761c325588bbf1854886e48ffda0ec47cbb3fda1c25a7226e1d7dc572fde6741898a47d9a6b40f46fca718f23a2e18feb7205a32191c00a9efe9abf378529292e7f853b487f40c4c5c9e2280a1f1767234608ce39c4866771bd3c8f0104ce60e6c8404beeb53ec6fa0dcd27ba411748854a5e63620d9333017ae7ef0ac7d353c5940a5d8865fa710f326164510c27bd9ee75045448fef4779680522ddc6781d053ec21f1974c4aba1532753a208bbefd8f2fcacfc128016a16d8bae5a7d3b2cf260e8f1c6a92c5e9c88aab73212216368c035435a3f8b504bf3ce38450ef", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4da-74fa-b93f-f7c76a713b7e", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "answered_at": "2026-11-29T05:43:47.749754+00:00", "commitments": "{\"address\":\"c5b5ddcbd01095621c5b715ca24db725c1bd1e519a0b1a6390eec4691be59934\",\"device\":\"988adee843caa229dc7dc35da200648ebaf27b555ce0720931171516f2424dfc\",\"statement\":\"29a1f27f7cc5002e0f013c333d2ee25fe13fb624f8a047902dd469c4474e3729\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(94, 775, '2026-11-29 05:43:47.763427+00', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'claimant', 'claim.submit', '01a225d4-b932-74dd-91a6-22b6f3f18531', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\x598cee95c064acfcb62c3fd1df32c001be45e76f0f5d5ebd7f6b488381a32eef', '\x9ec843877a2e4b8ebf121e0ccc4cbb1df151f25c66f94aabbe605964d2b83b4e', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": "KKO-000001-T", "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "submitted", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 3, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:47.763427+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": "2026-11-29T05:43:47.763427+00:00", "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(95, 777, '2026-11-29 05:43:47.857509+00', 'cli', 'operator', 'account.create', '01a225d4-b960-7629-a686-cc159f823ae5', '', '01a225d4-b998-7290-ac46-918c6716e86d', 'account', 'INSERT', '01a225d4-b998-7290-ac46-918c6716e86d', '\x239e8619d86f2a2306058919a613c8ff52db86994ade7d407536449c11c497d7', '\x430662220fe546d3b222d609df03967eb8d47e84c2244a57a7f2cde21857bdef', '{"id": "01a225d4-b998-7290-ac46-918c6716e86d", "role": "lawyer", "state": "active", "sealed": "\\x0001618b3c6b7cba3b7031cd603c36805d1c278bfff05fecb632c7c07bab069df3dbba4a3d8864a7343dd0aea36c906dc38607b3fe19b02ee18f5b7bd6f684912449974322dd083be2179f3f107e080261cd83a7a093ae868d587939acdb179df325540bee8c9a7fd7af441844628067b1d6d6c55a22abf4b8629bcf401755579e1b36302d15da1aac5f1fc1dc7bf6a99359b0c416da35ddbcb331f102a0309c5573764731728dca60065592c0f200162190624f94efe2f6882e4ee1f2d4ef9f7b869850dc8412", "created_at": "2026-11-29T05:43:47.857509+00:00", "commitments": "{\"email\":\"48359fc110cb97bdc77cb4358ba98aaeefe42cfe9ed19ac8ae95fee10f03d189\",\"name\":\"d237479a6ac94753a3996912da6643b0a1aa36a4355a263129f59b0f4d530036\"}", "email_index": "\\xc428fcfd300b844ee49ea62d9f5a36d99d827d7d960ee4d4edf78cc55751ae3c", "password_changed_at": "2026-11-29T05:43:47.857509+00:00"}'),
	(96, 779, '2026-11-29 05:43:47.953583+00', 'cli', 'operator', 'case.staff', '01a225d4-b9ef-7302-98aa-6fe93bf859f3', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', 'case_staff', 'INSERT', '01a225d4-b9f4-7614-850f-867b643747da', '\x097d044b42ce1972af25c841192b3fc531656dfd2b631aa9952a1673e0193fb9', '\x72ae1199201b46ae8bb9f2429bdd3bd91688ad2e77274461804161d6d1a3df45', '{"id": "01a225d4-b9f4-7614-850f-867b643747da", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "created_at": "2026-11-29T05:43:47.953583+00:00"}'),
	(97, 783, '2026-11-29 05:43:48.04921+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'review.decide', '01a225d4-ba4d-70e3-baa6-d0aa19b51827', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'review', 'INSERT', '01a225d4-ba54-74ff-be2e-548a9873b031', '\x348668b6cab4c6ee8f6557f40dba5b98dd8626e1cc4014351b8f69ba3903c30d', '\x9b024f756fa74a1bb2af20a577b0263d4e2f91f5d4f3413cbcbb60a804ab1eab', '{"id": "01a225d4-ba54-74ff-be2e-548a9873b031", "seq": 1, "sealed": "\\x00010d7be2f4d5c51e6769d97140ca9d97d112789d93a78fdc41a4f2ab79656797ca299d3ca5741344ef65e6be624f1365861495044fbfa5ed62e1546bf14e12f5c2188423531e1085fac88d1a3c2cfca2649f2c369441fbd0c3bc076b942aefeae4cdc6a3b75c27fc95fe827108e2df6bc171523d00ab0b31b16d4d1dde57ec14ab10f0304bc257508df378", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "decision": "start", "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "created_at": "2026-11-29T05:43:48.04921+00:00", "commitments": "{\"note\":\"ebb5768c3e4b7a606a51ae6f82e0103835e086faf722825bebb86ca979c32fa9\"}"}'),
	(98, 783, '2026-11-29 05:43:48.04921+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'review.decide', '01a225d4-ba4d-70e3-baa6-d0aa19b51827', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\x2bba923340825da7ea3ab964916c171a05457ef4e0bb2312bd5faa6960ac4371', '\xda74b488a27f4a2384b5530d479ed3a90411ab5a5f3a4955bcc4ea23462a66b2', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": "KKO-000001-T", "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "under_review", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 4, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:48.04921+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": "2026-11-29T05:43:47.763427+00:00", "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(99, 784, '2026-11-29 05:43:48.065948+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'review.decide', '01a225d4-ba60-7215-9e8d-c7e9555d5ddc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'review', 'INSERT', '01a225d4-ba66-73a8-95d1-5e038854892d', '\x0d716ac9b74f07a3733df74eb3c1066f53fffad44c7cf94ce414e1348068cf4a', '\xad1a75ef5ad7479fb781798b771a61ba88ba67cb7d6444d8bc45f67b634bd32e', '{"id": "01a225d4-ba66-73a8-95d1-5e038854892d", "seq": 2, "sealed": "\\x0001659ee8e880b366fbfe93c0b9a32bed3d087edc31bed955cc2e3e7453f29fbd8cf4357127e4ee36529fa7daf0c32e79eafcb798a5321b413d32ad95b676786fcd7da206211f89a4e4520242ceba22d51891915f9559aa0ec6cfb70b0a73fbec0856b7d9b5a240f4fcec30e6dc048ada4ac5d0131a0cf94f9204711d366256151c1858eac1cd9895b95013", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "claim_id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "decision": "accept", "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "created_at": "2026-11-29T05:43:48.065948+00:00", "commitments": "{\"note\":\"204ab8e479475fb8c5778e2b0c4b04e3a6716bf15e29b37c7136a582e64c22be\"}"}'),
	(100, 784, '2026-11-29 05:43:48.065948+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'review.decide', '01a225d4-ba60-7215-9e8d-c7e9555d5ddc', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b8c7-762d-97d5-0b3831e8d735', 'claim', 'UPDATE', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '\x0983caed5798b27550da08c067b3b7d285a2dfa9233dbde6ee860d7da156ffe9', '\xd64f9ed96c9648e891524b020ad0fa5b73ece737bd3342ac81025035c01dd859', '{"id": "01a225d4-b8c7-762d-97d5-0b3831e8d735", "party": "person", "number": "KKO-000001-T", "region": "seoul", "sealed": "\\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6", "status": "accepted", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 5, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-b878-725c-aa6b-d6d4cf089f02", "created_at": "2026-11-29T05:43:47.646577+00:00", "name_index": "\\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:48.065948+00:00", "commitments": "{\"address\":\"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5\",\"birth_date\":\"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938\",\"business_name\":\"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d\",\"business_number\":\"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74\",\"name\":\"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa\",\"phone\":\"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": "2026-11-29T05:43:47.763427+00:00", "business_number_index": "\\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322"}'),
	(101, 785, '2026-11-29 05:43:48.082832+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'export.make', '01a225d4-ba71-7338-ab42-0158e7dfaad8', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'disclosure', 'INSERT', '01a225d4-ba73-7748-ae3c-ee20252af079', '\xcdf1cedcf69d3f40a39049161e0809edd935052633494598014aeedc4d7841cd', '\xaa575188b9064459bf60dc5aa629395caadb32fd73a843b2832a13dce18be101', '{"id": "01a225d4-ba73-7748-ae3c-ee20252af079", "seq": 1, "filter": "{\"filter\":{},\"selection\":\"filter\",\"standing\":\"in_force\"}", "format": "csv", "sealed": "\\x00013c105be416a5717c2c66a4dc1c03a04deed71df2f735823d310f8302c4e14f8cb2f507a625ce0fed7687e338683988e600eb5a113bc6fc4ef9da7a85059ff28e7b81f5ba751bb9bc8b9b60a0eeec619ed4f0e979b717562c5c45594c2a045f0b6e23128d1d24f46bf3e169214ed683b70b1c252969342c5afdf50d112d141ef198298ee57f2ebf0002383793419219097505fd15", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "members": 1, "profile": "full", "purpose": "export", "log_size": 95, "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "created_at": "2026-11-29T05:43:48.082832+00:00", "commitments": "{\"reason\":\"4e7088283a0fb30ddc7c7eb1fc7c334fa490b568a59c87a019a11a26bf8108aa\"}", "members_sha256": "\\x0ce24875c5bcc746c2d8d9150b455b5ba771f88bd45e40052266a305f3dc21c6"}'),
	(102, 786, '2026-11-29 05:43:48.092294+00', '01a225d4-b998-7290-ac46-918c6716e86d', 'lawyer', 'export.download', '01a225d4-ba7a-7523-a19e-e105d3a3cc21', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'download', 'INSERT', '01a225d4-ba7d-763a-9902-9dcf2534c0f0', '\x071f1891f598c0d2774a2fb76565c3b20ae06540603ae8000d70ae9b0e9760d8', '\x16774ae310004e308afcc4a0f40b94620397bbbf40b94d0ebec62c69c8388ec6', '{"id": "01a225d4-ba7d-763a-9902-9dcf2534c0f0", "seq": 1, "sha256": null, "status": "started", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "row_count": null, "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "started_at": "2026-11-29T05:43:48.092294+00:00", "finished_at": null, "disclosure_id": "01a225d4-ba73-7748-ae3c-ee20252af079"}'),
	(103, 788, '2026-11-29 05:43:48.114638+00', 'program', 'program', 'export.download', '01a225d4-ba7a-7523-a19e-e105d3a3cc21', '01a225d4-b45d-73d6-bab4-53a443b0f175', '', 'download', 'UPDATE', '01a225d4-ba7d-763a-9902-9dcf2534c0f0', '\xe321a00526de680c6fb11cef8abd94f32b65614e45e7713bd09f817c1f634f7a', '\xcf7b0f86b5cd47e186ffe3721f559834d94a5e64e9564a26af236be3dc26da50', '{"id": "01a225d4-ba7d-763a-9902-9dcf2534c0f0", "seq": 1, "sha256": "\\xf18e87ddea7e7e9355c2db9f07c21678113f6096927c4bc38a4ed1b303c0588b", "status": "complete", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "row_count": 1, "account_id": "01a225d4-b998-7290-ac46-918c6716e86d", "started_at": "2026-11-29T05:43:48.092294+00:00", "finished_at": "2026-11-29T05:43:48.114638+00:00", "disclosure_id": "01a225d4-ba73-7748-ae3c-ee20252af079"}'),
	(104, 799, '2026-11-29 05:43:48.356998+00', '', 'anonymous', 'account.confirm', '01a225d4-bb4b-730d-a36b-800f804467c2', '', '01a225d4-bb87-7735-b017-256e50b8b486', 'account', 'INSERT', '01a225d4-bb87-7735-b017-256e50b8b486', '\x91408779f5799fdf599a51dbeb5939f2155ec20134a2eac5597af1b9824cf4f4', '\x2b6e17ebf61a4302be6d7f2fc49d43bbd1ccde1cbe6a4e47b3b9c7c525624a6f', '{"id": "01a225d4-bb87-7735-b017-256e50b8b486", "role": "claimant", "state": "active", "sealed": "\\x0001c84a16d46b2e02641dfd692d7d88b3134e23c17fbcd1f9db9b2925659418efee898c8d62e8aebb28883986f5923b97b5df50d46e61d664d97d105739f27e80a807368778357215ad1088054bd4d58ebd52e17978beccfc90e4dc03bcfa62c79307fe40cc24841206abd6e0899e29279da568f2b373e369f4e472e7", "created_at": "2026-11-29T05:43:48.356998+00:00", "commitments": "{\"email\":\"b757199db6b32d6be509e3ff27439117bba05596fb257943c20581b914b759fc\"}", "email_index": "\\xbdaba464b0ccb3fd4517dc1d76ad4540e37696760527f74bf86355f997bec496", "password_changed_at": "2026-11-29T05:43:48.356998+00:00"}'),
	(105, 802, '2026-11-29 05:43:48.50308+00', '01a225d4-bb87-7735-b017-256e50b8b486', 'claimant', 'claim.create', '01a225d4-bc12-7243-8fde-3ac38ee2882b', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bc1b-716d-88c3-75e0704287d3', 'claim', 'INSERT', '01a225d4-bc1b-716d-88c3-75e0704287d3', '\x46b6d85675e99513ddd8d211821c433b3b41e808248fb51f494759a72665328b', '\xd934b0da80a44a419248a9ac64b3b9c06b831d8dd619495c996479a2c5203f5c', '{"id": "01a225d4-bc1b-716d-88c3-75e0704287d3", "party": "person", "number": null, "region": null, "sealed": "\\x00015a6f01682aeaab14493f6643f45602757ada262117daac9263c5de289c9b95203e36b01539ad03b048ed22c6634e092e7dd0d070fc79439c50c3522cee5260113070e41294d1062c56a8ad4acc52f11208ae9fa993fe04c23ce10b8b97822cc7006a495a4861cc88236ef1a17f301d31d6b5ba0d777fbc2f56320d7c14c6f99477169e", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["service-use", "sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 1, "industry": null, "services": [], "total_krw": 0, "account_id": "01a225d4-bb87-7735-b017-256e50b8b486", "created_at": "2026-11-29T05:43:48.50308+00:00", "name_index": null, "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:48.50308+00:00", "commitments": "{\"business_name\":\"1a25f8eaa3499ef0868432026914ddfc8c15899b7760f8bc01704d8ea1e49664\"}", "phone_index": null, "submitted_at": null, "business_number_index": null}'),
	(122, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'erasure', 'INSERT', '01a225d4-bdac-7190-92b4-41696a60272d', '\x5fe987a8808e4dd86a00573152d3b46d8e71effb47da8a9b27650c85c5ae19d0', '\xcf348f8ec3f3484a9eee3259eaf43f3d4b1721d5d7c5496daab4ebdb71166082', '{"id": "01a225d4-bdac-7190-92b4-41696a60272d", "kind": "claim", "cause": "request", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "subject": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "created_at": "2026-11-29T05:43:48.857382+00:00", "requested_by": "01a225d4-bc81-70ef-8dba-7d453052146f"}'),
	(123, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'evidence', 'DELETE', '01a225d4-bcda-704a-97d9-977b884c6ae3', NULL, NULL, NULL),
	(124, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'evidence', 'DELETE', '01a225d4-bce5-7519-8a92-9950da051c3e', NULL, NULL, NULL),
	(125, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'UPDATE', '01a225d4-bcf0-763e-a64e-7568985affaa', '\xf9e84998f16da399ce881eb60ddc6202a290618bac8570d74b5d5b3f3af3e2b6', '\xad467fbd34de40d6ad2253a3f67e14de6fde33fdf83545d5be826d6f025b3bf5', '{"id": "01a225d4-bcf0-763e-a64e-7568985affaa", "seq": 6, "item": "mandate", "agreed": true, "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cc-7114-8270-b4c645958df6", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "answered_at": "2026-11-29T05:43:48.717662+00:00", "commitments": "{}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(126, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'UPDATE', '01a225d4-bcfc-7092-9e9c-10995ed599cc', '\xe1778fa4b5384ad48a40dec45acc95f6ea76a73ff07ecbc664611745c9e5e543', '\x1ab02a3c5d5343c48439058201c559d1964df2b9507746808ef94bb2dcff0404', '{"id": "01a225d4-bcfc-7092-9e9c-10995ed599cc", "seq": 7, "item": "participation", "agreed": true, "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4c5-7165-ae79-b0106f60393d", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "answered_at": "2026-11-29T05:43:48.728465+00:00", "commitments": "{}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(127, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'UPDATE', '01a225d4-bd05-757e-bcbd-1d5d574119d0', '\xca20f96fc21912302a3991694c6a6e651d6dc373805f931f052d8d4a6d9189ce', '\xf5ba6c34ab5747df9a75e82cf24849535848ef36bdd04968b25a123f900fa676', '{"id": "01a225d4-bd05-757e-bcbd-1d5d574119d0", "seq": 8, "item": "privacy_optional", "agreed": false, "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "answered_at": "2026-11-29T05:43:48.739538+00:00", "commitments": "{}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(128, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'UPDATE', '01a225d4-bd0b-776d-8914-d9a57e1a17c6', '\xddbf76ec308e1a7392b0819a93cb57d2a35030aa0b3c5fd8ce7842de1501ffc2', '\xcc2e4f6c9fae4e2aa0b8707f4c16f563a21661353aa941e79db6553cdad686f5', '{"id": "01a225d4-bd0b-776d-8914-d9a57e1a17c6", "seq": 9, "item": "privacy_required", "agreed": true, "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cf-7340-a025-de56cfc5bd3c", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "answered_at": "2026-11-29T05:43:48.745434+00:00", "commitments": "{}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(129, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'UPDATE', '01a225d4-bd19-75a1-86dd-ca3044814398', '\xcb9a6992dfd0f18e510f0c76796cd14e07116d2121eae282ea28d3c166623cbd', '\x1742b42cd20a43eb8752a83c114a7483f62dea8d90b34cd4b76d1bdf1049ae66', '{"id": "01a225d4-bd19-75a1-86dd-ca3044814398", "seq": 10, "item": "third_party", "agreed": true, "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4da-74fa-b93f-f7c76a713b7e", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "answered_at": "2026-11-29T05:43:48.756639+00:00", "commitments": "{}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(130, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'loss', 'UPDATE', '01a225d4-bccf-72b7-9eaa-253976889034', '\x42b367947bae4d88a59b1f93113d08eaf3713c531379339b855f7e6961a2cfc4', '\xe6f69811c25c4270a3d116bbed34f507f3b3dd00559147219913857f4a8e01c5', '{"id": "01a225d4-bccf-72b7-9eaa-253976889034", "kind": "sales", "class": "special", "sealed": "\\x", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "from_on": "2022-10-15", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "until_on": "2022-10-19", "amount_krw": 1200000, "created_at": "2026-11-29T05:43:48.685103+00:00", "commitments": "{}"}'),
	(131, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim_service', 'UPDATE', '01a225d4-bcc6-72e3-ace2-87e82ef046f9', '\xba1a3bb187d0f0a6d81bc79db65ffcda72ef2aa74371629bde932c9aa1ddec80', '\xb44590288f564af6a1a92d08b1ab4dc154f77dd1f33240d8917a932cb587747a', '{"id": "01a225d4-bcc6-72e3-ace2-87e82ef046f9", "paid": true, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "talk-channel", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd"}'),
	(132, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim_service', 'UPDATE', '01a225d4-bcc6-72e3-ace2-87e9a48abd7a', '\x3f3123395447bc00a370bec669b0ba20ea41eb96307e96aebeff1fcd5973b77f', '\x46fae4ceb93d4a52a97f826cef333274287fd60e9a5c4b0dbbb3c3b483725827', '{"id": "01a225d4-bcc6-72e3-ace2-87e9a48abd7a", "paid": false, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "alimtalk", "claim_id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd"}'),
	(133, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'UPDATE', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x609eca0b8017c18263ceb77e12f212b8c86ea94a362ea63c320fdc33f9fc857e', '\x4fffd14a3072485f9bdd5876f4de3c381f7e9d0945904acaa55b9594f0c2653e', '{"id": "01a225d4-bcc0-74ec-961d-79d2ca3c49dd", "party": "person", "number": "KKO-000002-R", "region": "seoul", "sealed": "\\x", "status": "submitted", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 4, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": null, "created_at": "2026-11-29T05:43:48.669705+00:00", "name_index": null, "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:48.857382+00:00", "commitments": "{}", "phone_index": null, "submitted_at": "2026-11-29T05:43:48.772258+00:00", "business_number_index": null}'),
	(107, 811, '2026-11-29 05:43:48.669705+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'claim.create', '01a225d4-bcbb-752b-9506-eb5581ce80e5', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'INSERT', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x83eb60f0d41d52f941d10085b25b00a850f69b31f263eae4d4391ae9a694bc91', NULL, NULL),
	(108, 811, '2026-11-29 05:43:48.669705+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'claim.create', '01a225d4-bcbb-752b-9506-eb5581ce80e5', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim_service', 'INSERT', '01a225d4-bcc6-72e3-ace2-87e82ef046f9', '\xe84e194c367aae3dd4dea5872b19cc8d2372628b7327f161e7802881048c7fea', NULL, NULL),
	(109, 811, '2026-11-29 05:43:48.669705+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'claim.create', '01a225d4-bcbb-752b-9506-eb5581ce80e5', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim_service', 'INSERT', '01a225d4-bcc6-72e3-ace2-87e9a48abd7a', '\x2c45ad0d05a08661a702fffe464874a3a43bdf3021cc4a16be61e9f94e3e2da4', NULL, NULL),
	(110, 812, '2026-11-29 05:43:48.685103+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'loss.add', '01a225d4-bccb-746d-ad39-5850a565bdb2', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'loss', 'INSERT', '01a225d4-bccf-72b7-9eaa-253976889034', '\x4c8e843f7535043312f6001cc820f4cf70ccdd9199821526fc9b115a9e10e119', NULL, NULL),
	(111, 812, '2026-11-29 05:43:48.685103+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'loss.add', '01a225d4-bccb-746d-ad39-5850a565bdb2', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'UPDATE', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x808f396f8b79bbdb6c33af94549b71ca56ca8ab242d6d0593c17c5db1f1529ca', NULL, NULL),
	(112, 813, '2026-11-29 05:43:48.694167+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'evidence.add', '01a225d4-bcd4-72c0-a358-177371e4d1d4', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'evidence', 'INSERT', '01a225d4-bcda-704a-97d9-977b884c6ae3', '\xe81abe4b0e257ba2f22d96233b6363d8bb82bddd82e75668bc06f100c147a504', NULL, NULL),
	(113, 813, '2026-11-29 05:43:48.694167+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'evidence.add', '01a225d4-bcd4-72c0-a358-177371e4d1d4', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'UPDATE', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x2a65fe6074e8184e5fd4e9648b0000613272adf0fe4c64de7751794596aae8f1', NULL, NULL),
	(114, 814, '2026-11-29 05:43:48.705874+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'evidence.add', '01a225d4-bce0-7714-986d-1dd3393f6016', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'evidence', 'INSERT', '01a225d4-bce5-7519-8a92-9950da051c3e', '\xb36306efdd60d96a2f56e6910527a2a1155424d898f5ba2f45b2785ef3156695', NULL, NULL),
	(115, 814, '2026-11-29 05:43:48.705874+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'evidence.add', '01a225d4-bce0-7714-986d-1dd3393f6016', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', 'UPDATE', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '\x3a2ac7832c815abe6a681efa4b8457ab39a6929290538d1351e441058306d396', NULL, NULL),
	(116, 815, '2026-11-29 05:43:48.717662+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'consent.answer', '01a225d4-bcec-72d4-b69c-c1c0ec152f90', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'INSERT', '01a225d4-bcf0-763e-a64e-7568985affaa', '\x1411bc2b911e942b51d61f11cea4ba34956ef988d3619b3b0a9d15c4cc6f32c0', NULL, NULL),
	(117, 816, '2026-11-29 05:43:48.728465+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'consent.answer', '01a225d4-bcf7-775a-a675-d28208672593', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'INSERT', '01a225d4-bcfc-7092-9e9c-10995ed599cc', '\xe01bdf3f31c39287892593fd17d86bc9f586b1e46fd670106d975b4e868165fd', NULL, NULL),
	(118, 818, '2026-11-29 05:43:48.739538+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'consent.answer', '01a225d4-bd02-74b7-8454-5d63303e3ce9', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'INSERT', '01a225d4-bd05-757e-bcbd-1d5d574119d0', '\x3c8051c711059d3ee1c4080e98a2364292fe6efbb79d96c6a3e29dbdf35ddc0b', NULL, NULL),
	(119, 819, '2026-11-29 05:43:48.745434+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'consent.answer', '01a225d4-bd08-73be-9d1f-8c59d3c646ca', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'INSERT', '01a225d4-bd0b-776d-8914-d9a57e1a17c6', '\xc8b41dec41cf12d16b02514c712f8aca8d91cf263d7f08b2bd93d8b04f93b7c9', NULL, NULL),
	(120, 820, '2026-11-29 05:43:48.756639+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'consent.answer', '01a225d4-bd12-7548-a237-b01698b8c4d9', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'consent', 'INSERT', '01a225d4-bd19-75a1-86dd-ca3044814398', '\x5782dc70648f7a1bf410fc29d1e464b434e7e851e701e588b833063120348de0', NULL, NULL),
	(134, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '', '01a225d4-bc81-70ef-8dba-7d453052146f', 'erasure', 'INSERT', '01a225d4-bdc3-724b-8d95-053493dc813b', '\x980ccea1293bf93905e00896e34685418548ac8d4db9a1e7436399cb01a95847', '\x80a00cfbda8545d4a41821ff196f68a30ac1a25baaf94f948598826db93d248f', '{"id": "01a225d4-bdc3-724b-8d95-053493dc813b", "kind": "account", "cause": "request", "case_id": null, "subject": "01a225d4-bc81-70ef-8dba-7d453052146f", "created_at": "2026-11-29T05:43:48.857382+00:00", "requested_by": "01a225d4-bc81-70ef-8dba-7d453052146f"}'),
	(135, 825, '2026-11-29 05:43:48.857382+00', '01a225d4-bc81-70ef-8dba-7d453052146f', 'claimant', 'account.erase', '01a225d4-bd43-7227-b422-8b6564cf476d', '', '01a225d4-bc81-70ef-8dba-7d453052146f', 'account', 'UPDATE', '01a225d4-bc81-70ef-8dba-7d453052146f', '\x32955a4b377e099a81574553cb110267db61819d453a467661357c2440c2d4a9', '\x357bcfdcbdca46b28934d3b7b9e8422913818821f3484505890570799b4045a8', '{"id": "01a225d4-bc81-70ef-8dba-7d453052146f", "role": "claimant", "state": "disabled", "sealed": "\\x", "created_at": "2026-11-29T05:43:48.608658+00:00", "commitments": "{}", "email_index": "\\xff443ee0816d39e57e1be7d7872e53008031654500d3394021d83dd15f57556c", "password_changed_at": "2026-11-29T05:43:48.608658+00:00"}'),
	(106, 808, '2026-11-29 05:43:48.608658+00', '', 'anonymous', 'account.confirm', '01a225d4-bc51-76e2-b032-8f743fe8c315', '', '01a225d4-bc81-70ef-8dba-7d453052146f', 'account', 'INSERT', '01a225d4-bc81-70ef-8dba-7d453052146f', '\xd8a89a93a6515b0bb47559311fd48bcc99d1cf211d6e06bba8f15b2db5244189', NULL, NULL),
	(136, 835, '2026-11-29 05:43:49.139869+00', '', 'anonymous', 'account.confirm', '01a225d4-be65-7534-97f1-9ee779329377', '', '01a225d4-be94-709f-b032-b101e4ccb28c', 'account', 'INSERT', '01a225d4-be94-709f-b032-b101e4ccb28c', '\x9c8ca0d0bcf655f67c14ea81540affcbcbc1645aae0bff298c10a160c287f5f7', '\xd110806bbf3e4cf59032d20791d626dfa5dbed9027a24a80aff971d29f3ea3bc', '{"id": "01a225d4-be94-709f-b032-b101e4ccb28c", "role": "claimant", "state": "active", "sealed": "\\x0001ec763a08553e76b885d5314c06214b2445bf5bdd108c317dcf9eb8df2db783f1bc2e00a23abbd735686c136ae1b7a54e098a6f0ee94b17580d741a548d05cd4b38c75ccf174b45492c5921033d1d36e96cff81d8c416abf4ecd1b332a7cdadb81f43c3dd0d6a001281f6030678b0aae9e729f2f50076de6fef2845c047a9f8", "created_at": "2026-11-29T05:43:49.139869+00:00", "commitments": "{\"email\":\"8bac09b9a1ade5582b3dae0554dc063103af79cc98dc5677b748e03f3994a2f6\"}", "email_index": "\\xba208777250a5b3b047d2f09e76fd4dcbe31c5184fa3ec539d56e84e943066fb", "password_changed_at": "2026-11-29T05:43:49.139869+00:00"}'),
	(137, 838, '2026-11-29 05:43:49.178882+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'claim.create', '01a225d4-beb9-7743-857b-163dae4c77f7', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim', 'INSERT', '01a225d4-bebc-7111-9e96-9d50cdc43457', '\x908a06259cdc14e91687776ef5e900105bea6d8bb666b7f111e7b488fa31da2b', '\x48cadfeb82ea415e845935def3de858ce40a3ef6fb7e4a56b276e952394a9af3', '{"id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "party": "corporation", "number": null, "region": "seoul", "sealed": "\\x00018ff97bc82fe24db0dfeafd058c9dbec9a5ab40a6392fab53e484a3c556cfe78f1ce4eaad6317196938862c66c6cf01ad9ab3efdc0ba960e98f721631ee33ded46908102271e611cee315de9e7f3007c13262912a867079a04e505a78c3e073605db264071beaaabfd62ec19272fbd30be91db4c637f22d17ea1853349789250d72232b5a348961a6c0c3902aae26d6227f709d81a3f08c9fcac789a93f71ad77f134e93306253a4587a0a23ffe159b419502b3bd49309391e9ec0e73d3a6d622e5b402a2062f034149787b9029528931353c07c22bc49106cc77a0a34736e62aec44d4371ee9b4f0b0e15517335e4c926bbbe6d892798d0338dbd7e32c2dfa0198eef90c989ecab4eb8251ff63471467ab73cf0cb7a18376502147024e0f214926f55bf800d1f29ec58eff29f4e8b6993624959bb621e27de086fc96bba1d16d9c9bbad4fbb62bd5cbb963e2119c221b36683b95726958f86ad13f49f2f4876376a8e7dcb1b0a0cdafba537986f8538a3ca66f252b8ce1f939a7b7dccdab03e89de7e155cfdc1c437b5484acb36de1092f426fd6e3ea5b2e53e1efb92b9b9049e98ad0cdf34ab92d5a50fd6f34421e948abae068c9eeda0bde8070e8aa3c41e05861311c4a7acb917d8feaa2260e70aa", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["service-use", "sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 1, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 0, "account_id": "01a225d4-be94-709f-b032-b101e4ccb28c", "created_at": "2026-11-29T05:43:49.178882+00:00", "name_index": "\\x3d76aba7ac4a2727a76c1c3f8ad0a30712bd684b662d27576fdc4785e3a3ba11", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:49.178882+00:00", "commitments": "{\"address\":\"d4b09379ae95ecd13ffb7d7702cfdd8f5698b513952da82a96baf0e4d1ca25af\",\"business_name\":\"9f811bd114b96a77420217558aa603b1540f0b5ca3b23ac7afe51c3f5245d8df\",\"business_number\":\"87c737621994467bca4ec729d57926d636302dc2e23e28a52b15e66ee82fccc9\",\"name\":\"efd1f6ff723f22d916a986743bb3d3bbdf74fc84cd984cb0aa36fa2a91594a65\",\"phone\":\"49f4efc592b7c85c754b2ccef2ce4b1fc53a4e1a70e79b4426b7c39c7faffa6a\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\xb0c4b99230110443ed8fed9b79a63e91db71ec41e7c818d2d002373e57a1dcc8"}'),
	(138, 838, '2026-11-29 05:43:49.178882+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'claim.create', '01a225d4-beb9-7743-857b-163dae4c77f7', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim_service', 'INSERT', '01a225d4-bec1-741a-920b-ae7ae4f48bd4', '\xf50a086117dfbfaa1a60a799ffe890b7ce70ddf5400a6d03b4711fddc9626ef4', '\x325c91718b7e4b738b7951ad7a1a565851c27f14390f422db350a58b83d8efdd', '{"id": "01a225d4-bec1-741a-920b-ae7ae4f48bd4", "paid": true, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "talk-channel", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457"}'),
	(139, 838, '2026-11-29 05:43:49.178882+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'claim.create', '01a225d4-beb9-7743-857b-163dae4c77f7', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim_service', 'INSERT', '01a225d4-bec1-741a-920b-ae7b832b76b8', '\xc85e0a4a7b242e47f7f45afe18b28d122459673ae5c0313df08f58cc8a960d21', '\x2f72225d40b5477a911743a56c4d4218842108b500764857a8d97682160383b5', '{"id": "01a225d4-bec1-741a-920b-ae7b832b76b8", "paid": false, "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "service": "alimtalk", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457"}'),
	(140, 839, '2026-11-29 05:43:49.192268+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'loss.add', '01a225d4-bec6-77cd-a8e9-37c631fd0bca', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'loss', 'INSERT', '01a225d4-beca-77b5-b306-fbba898c789e', '\x8d0a0e2e56634090ecbed0485b96a798a4d5bef00139664ca072edc56bcb3844', '\xfbc3a1ff793041c385296bb67c5a586ea03dd076cfa94d27bc018487902d7219', '{"id": "01a225d4-beca-77b5-b306-fbba898c789e", "kind": "sales", "class": "special", "sealed": "\\x000187bd4286bae53917ee66dfe2509d268f5d45e4683829ab85530b85fd83dd83e0141812708bddbc89cced28d8736276cb59ac1432c4e957c7d41701d577c8278cfe1269bf2c30dde5c64e25ae6f29b3897f07b0fdd1ed67a0119e2fe3f8afe0af4d09d5c8ccdc861a796e72785c0dc38498726e48c05f65acfb0e92599330ecd22fb253aa65fc50352d974a4ab2fd406c060ec3fcfd5ba6a105d2840f23f90277e62bc7a0375d7170d2322c71e1831b5347dd1d6d73e12301779e93c822451d32ecda669774272148cd206ca0e797ca1e29723a821a4a2b800354816dae6f81ffce09c546694e2fbc9505f5a355be024b1f6d504b752866c8f47110d2b06b1bc9b04665bfdc857faa7a43", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "from_on": "2022-10-15", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "until_on": "2022-10-19", "amount_krw": 1200000, "created_at": "2026-11-29T05:43:49.192268+00:00", "commitments": "{\"basis\":\"10e70883ef7daad9a737ed75168602c05e6658301ac5d55a243b04a657a449d9\",\"note\":\"6fbe1cc32ddce8076ffda80166e92ee02dd64a650640caf69647cbbcfb2aca60\"}"}'),
	(141, 839, '2026-11-29 05:43:49.192268+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'loss.add', '01a225d4-bec6-77cd-a8e9-37c631fd0bca', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim', 'UPDATE', '01a225d4-bebc-7111-9e96-9d50cdc43457', '\xf0e8c4cf9a40b0384a7054c96927c061f79039c9cba1f186dc9fa2fd1026776f', '\x8e90352319914bea98d5f24c893a4e16d594a3cbf34b448bbc505e2322c63b21', '{"id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "party": "corporation", "number": null, "region": "seoul", "sealed": "\\x00018ff97bc82fe24db0dfeafd058c9dbec9a5ab40a6392fab53e484a3c556cfe78f1ce4eaad6317196938862c66c6cf01ad9ab3efdc0ba960e98f721631ee33ded46908102271e611cee315de9e7f3007c13262912a867079a04e505a78c3e073605db264071beaaabfd62ec19272fbd30be91db4c637f22d17ea1853349789250d72232b5a348961a6c0c3902aae26d6227f709d81a3f08c9fcac789a93f71ad77f134e93306253a4587a0a23ffe159b419502b3bd49309391e9ec0e73d3a6d622e5b402a2062f034149787b9029528931353c07c22bc49106cc77a0a34736e62aec44d4371ee9b4f0b0e15517335e4c926bbbe6d892798d0338dbd7e32c2dfa0198eef90c989ecab4eb8251ff63471467ab73cf0cb7a18376502147024e0f214926f55bf800d1f29ec58eff29f4e8b6993624959bb621e27de086fc96bba1d16d9c9bbad4fbb62bd5cbb963e2119c221b36683b95726958f86ad13f49f2f4876376a8e7dcb1b0a0cdafba537986f8538a3ca66f252b8ce1f939a7b7dccdab03e89de7e155cfdc1c437b5484acb36de1092f426fd6e3ea5b2e53e1efb92b9b9049e98ad0cdf34ab92d5a50fd6f34421e948abae068c9eeda0bde8070e8aa3c41e05861311c4a7acb917d8feaa2260e70aa", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["service-use", "sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-be94-709f-b032-b101e4ccb28c", "created_at": "2026-11-29T05:43:49.178882+00:00", "name_index": "\\x3d76aba7ac4a2727a76c1c3f8ad0a30712bd684b662d27576fdc4785e3a3ba11", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:49.192268+00:00", "commitments": "{\"address\":\"d4b09379ae95ecd13ffb7d7702cfdd8f5698b513952da82a96baf0e4d1ca25af\",\"business_name\":\"9f811bd114b96a77420217558aa603b1540f0b5ca3b23ac7afe51c3f5245d8df\",\"business_number\":\"87c737621994467bca4ec729d57926d636302dc2e23e28a52b15e66ee82fccc9\",\"name\":\"efd1f6ff723f22d916a986743bb3d3bbdf74fc84cd984cb0aa36fa2a91594a65\",\"phone\":\"49f4efc592b7c85c754b2ccef2ce4b1fc53a4e1a70e79b4426b7c39c7faffa6a\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\xb0c4b99230110443ed8fed9b79a63e91db71ec41e7c818d2d002373e57a1dcc8"}'),
	(142, 840, '2026-11-29 05:43:49.200653+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'evidence.add', '01a225d4-becf-733f-b10c-ef73e11f1321', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'evidence', 'INSERT', '01a225d4-bed2-7528-bf19-67363345cae0', '\x71196901efaf5b8c244fc2cde2d2cbe499a71e4a2f4639c1941a524ca07ed592', '\x449e2d4d30324c65ba0869436f592d053254c88d1e2d423d9d41251a269e7b00', '{"id": "01a225d4-bed2-7528-bf19-67363345cae0", "kind": "service-use", "sealed": "\\x0001b146d6199ac139915ab80d684410283e1ba36cb9d6ea5e69a2e754a1c1e10a7e0757c53768a7e49ea150f79e4bb42bd431fc6dd319d2a3f58414dbd0f26d9ec8a3afc83014d81e72e9e5ecac2b71826e2172d8df897c2603fc81d72c963b63b15e832f6ecb66d1df7f9b6c9a6b1ae4b68635e2a20f482128df1839dcc7c9075fc1a74a7dec8b", "sha256": "\\xb2dfcc59dfc3a576920867f98b6d08e95933f3ed3e49c9041ca0b1ab9bdcf6ff", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "loss_id": null, "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "ended_at": null, "replaces": null, "taken_on": "2022-10-17", "created_at": "2026-11-29T05:43:49.200653+00:00", "media_type": "image/png", "size_bytes": 48213, "commitments": "{\"file_name\":\"ad44c76a16fecd8bb29a4b5a0e03d8c0b81f990a3bec33cc9647efe0f9514895\"}"}'),
	(143, 840, '2026-11-29 05:43:49.200653+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'evidence.add', '01a225d4-becf-733f-b10c-ef73e11f1321', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim', 'UPDATE', '01a225d4-bebc-7111-9e96-9d50cdc43457', '\xa8ccafa81e3a3b61b511254acef15e3bb07f2d91e039a5cef377d1cfb371b2bc', '\x1d2ebd0cf33041f281a1d552d5eec67a2ab2416d727c4d26a72a6e8d43306a6e', '{"id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "party": "corporation", "number": null, "region": "seoul", "sealed": "\\x00018ff97bc82fe24db0dfeafd058c9dbec9a5ab40a6392fab53e484a3c556cfe78f1ce4eaad6317196938862c66c6cf01ad9ab3efdc0ba960e98f721631ee33ded46908102271e611cee315de9e7f3007c13262912a867079a04e505a78c3e073605db264071beaaabfd62ec19272fbd30be91db4c637f22d17ea1853349789250d72232b5a348961a6c0c3902aae26d6227f709d81a3f08c9fcac789a93f71ad77f134e93306253a4587a0a23ffe159b419502b3bd49309391e9ec0e73d3a6d622e5b402a2062f034149787b9029528931353c07c22bc49106cc77a0a34736e62aec44d4371ee9b4f0b0e15517335e4c926bbbe6d892798d0338dbd7e32c2dfa0198eef90c989ecab4eb8251ff63471467ab73cf0cb7a18376502147024e0f214926f55bf800d1f29ec58eff29f4e8b6993624959bb621e27de086fc96bba1d16d9c9bbad4fbb62bd5cbb963e2119c221b36683b95726958f86ad13f49f2f4876376a8e7dcb1b0a0cdafba537986f8538a3ca66f252b8ce1f939a7b7dccdab03e89de7e155cfdc1c437b5484acb36de1092f426fd6e3ea5b2e53e1efb92b9b9049e98ad0cdf34ab92d5a50fd6f34421e948abae068c9eeda0bde8070e8aa3c41e05861311c4a7acb917d8feaa2260e70aa", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["sales-loss", "small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-be94-709f-b032-b101e4ccb28c", "created_at": "2026-11-29T05:43:49.178882+00:00", "name_index": "\\x3d76aba7ac4a2727a76c1c3f8ad0a30712bd684b662d27576fdc4785e3a3ba11", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:49.192268+00:00", "commitments": "{\"address\":\"d4b09379ae95ecd13ffb7d7702cfdd8f5698b513952da82a96baf0e4d1ca25af\",\"business_name\":\"9f811bd114b96a77420217558aa603b1540f0b5ca3b23ac7afe51c3f5245d8df\",\"business_number\":\"87c737621994467bca4ec729d57926d636302dc2e23e28a52b15e66ee82fccc9\",\"name\":\"efd1f6ff723f22d916a986743bb3d3bbdf74fc84cd984cb0aa36fa2a91594a65\",\"phone\":\"49f4efc592b7c85c754b2ccef2ce4b1fc53a4e1a70e79b4426b7c39c7faffa6a\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\xb0c4b99230110443ed8fed9b79a63e91db71ec41e7c818d2d002373e57a1dcc8"}'),
	(144, 841, '2026-11-29 05:43:49.211451+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'evidence.add', '01a225d4-bed9-7426-88af-db04ebd08347', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'evidence', 'INSERT', '01a225d4-bedd-77d1-9a31-ee5da6766f3c', '\x1737b24c91a81c33da4d820c136bf60bcd14435d99422c8da13b74077ba4101c', '\xd7926f495c0442c1b7f76d2214feac730f0030e9afa046b59ab464a66c8737fe', '{"id": "01a225d4-bedd-77d1-9a31-ee5da6766f3c", "kind": "sales-loss", "sealed": "\\x0001e27f492cc71d2f24f6280a0576892876606c534f38458349796ede5c6c5e5ee554274c94676149ed7fcba3da7105b42e85cc333afd6615abad107df087ce79a736816265c01e6959c7ec939d848e7b110d46572e4be65d6d489cd2e982c2a0bc8f2e56f302bff31ba8b3cb875ce8d7ece0d43e6007b4772c04f95b2a20ac6788890d6aa389f8", "sha256": "\\xca1527f8ae84f76ea1a164d7cee427a952b3c497c738f46047a87808277954a3", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "loss_id": null, "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "ended_at": null, "replaces": null, "taken_on": "2022-10-17", "created_at": "2026-11-29T05:43:49.211451+00:00", "media_type": "image/png", "size_bytes": 48213, "commitments": "{\"file_name\":\"e02031683d121f726f046ac85916d1af7b440950f662258ff327daebe3db15e9\"}"}'),
	(145, 841, '2026-11-29 05:43:49.211451+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'evidence.add', '01a225d4-bed9-7426-88af-db04ebd08347', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'claim', 'UPDATE', '01a225d4-bebc-7111-9e96-9d50cdc43457', '\x82d9358180e372fe0b891a40c64b049daee6a66ac22be78837d5c8271e34b325', '\x3b9b205a86814059913fe90b2df03efe8cb2a013668043d78ec816296d4e8493', '{"id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "party": "corporation", "number": null, "region": "seoul", "sealed": "\\x00018ff97bc82fe24db0dfeafd058c9dbec9a5ab40a6392fab53e484a3c556cfe78f1ce4eaad6317196938862c66c6cf01ad9ab3efdc0ba960e98f721631ee33ded46908102271e611cee315de9e7f3007c13262912a867079a04e505a78c3e073605db264071beaaabfd62ec19272fbd30be91db4c637f22d17ea1853349789250d72232b5a348961a6c0c3902aae26d6227f709d81a3f08c9fcac789a93f71ad77f134e93306253a4587a0a23ffe159b419502b3bd49309391e9ec0e73d3a6d622e5b402a2062f034149787b9029528931353c07c22bc49106cc77a0a34736e62aec44d4371ee9b4f0b0e15517335e4c926bbbe6d892798d0338dbd7e32c2dfa0198eef90c989ecab4eb8251ff63471467ab73cf0cb7a18376502147024e0f214926f55bf800d1f29ec58eff29f4e8b6993624959bb621e27de086fc96bba1d16d9c9bbad4fbb62bd5cbb963e2119c221b36683b95726958f86ad13f49f2f4876376a8e7dcb1b0a0cdafba537986f8538a3ca66f252b8ce1f939a7b7dccdab03e89de7e155cfdc1c437b5484acb36de1092f426fd6e3ea5b2e53e1efb92b9b9049e98ad0cdf34ab92d5a50fd6f34421e948abae068c9eeda0bde8070e8aa3c41e05861311c4a7acb917d8feaa2260e70aa", "status": "draft", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "lacking": ["small-merchant", "business-registration", "bank-book", "refund-record", "substitute-cost", "ad-spend", "compensation", "signature-cert", "other"], "version": 2, "industry": "nail-hair", "services": ["talk-channel", "alimtalk"], "total_krw": 1200000, "account_id": "01a225d4-be94-709f-b032-b101e4ccb28c", "created_at": "2026-11-29T05:43:49.178882+00:00", "name_index": "\\x3d76aba7ac4a2727a76c1c3f8ad0a30712bd684b662d27576fdc4785e3a3ba11", "party_mode": "joint_plaintiff", "updated_at": "2026-11-29T05:43:49.192268+00:00", "commitments": "{\"address\":\"d4b09379ae95ecd13ffb7d7702cfdd8f5698b513952da82a96baf0e4d1ca25af\",\"business_name\":\"9f811bd114b96a77420217558aa603b1540f0b5ca3b23ac7afe51c3f5245d8df\",\"business_number\":\"87c737621994467bca4ec729d57926d636302dc2e23e28a52b15e66ee82fccc9\",\"name\":\"efd1f6ff723f22d916a986743bb3d3bbdf74fc84cd984cb0aa36fa2a91594a65\",\"phone\":\"49f4efc592b7c85c754b2ccef2ce4b1fc53a4e1a70e79b4426b7c39c7faffa6a\"}", "phone_index": "\\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51", "submitted_at": null, "business_number_index": "\\xb0c4b99230110443ed8fed9b79a63e91db71ec41e7c818d2d002373e57a1dcc8"}'),
	(146, 842, '2026-11-29 05:43:49.228081+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'consent.answer', '01a225d4-beea-7708-a011-e45e335e8df5', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'consent', 'INSERT', '01a225d4-bef1-73d6-b3ae-7ae21c9f6439', '\xca1b0b54244bb4380fa5af1ba02128e9e1337c63374f5a46fc8aadf75961baad', '\x47b686a19ea2470695890ebad86a997e5f402f424bca41d390c48a4d0a940d3c', '{"id": "01a225d4-bef1-73d6-b3ae-7ae21c9f6439", "seq": 11, "item": "mandate", "agreed": true, "sealed": "\\x00014a89336b691fcc4a17b8578f1324dee118efd3e1b586323bc39a254963d8c88f2a3b65114323db79c0c03a58d2ce6a3fc4a7077947797e5130a868baf4d792d22a7b13964164287ed4c9940e02e5706e13ff6f9acfd96bab71dfa5642ef72555975bc0b0aff485a75d8bc6544de5c050f8e9d41c4112e1973e855daa974af157a81af2e07a7ec8e844a9b6fe96ab760bbbf58fca67a5440a8975283aeeda6fdd7c0b9821f6130740351b6a01152096d7ab1daff1d95f780f9f6ae237c75f9aaa1f7d26fe11dacfbed91a10fdac37b3df729442e082e71b1a494bc4bafaa0aec4976affd5beba6f002607fe8d643ad3449d84289eea4903a0ec8e1d42389961f59fdedb23cfc244a3ebcc80e58ffaf02dcb896e8e70b6bd91a4e9c2e0bffe10e3a30d3430de2f51d2f84a01dfdd5a27575cd8ea807c04e0551f1dcce821e4a3954cab6b4211c55f5bafa2374d253dcbda9b459fadc6be33f9cd1674f1d75686d5fc23a77b28b753e3dfea25fe57d4f1ec95368fb0c0400c48c6d7b23c1286639b08628ebc5ac44fc793c07cfeeb6f650d098ce1a08d9955a2f309c40c7e3dc9d53ebb22c26059ac078cf0fbf7cd2c3d1d2851c63485864ebff99ef1cf3f37bea027c316fcdd93b93e3bc86ba05172889ac4f43459461e924721beb93c462a06ad59e1746320b9f376e4d7aafd7c62e5fddb109322feb790b3888dadbca9b6ee0d429c6e5e0c5a5c214ee0bcc9874d7485cb0c8e0fbfdc7e36927def27ec012647c1a654219e32b76b8622771c6f987548d472f5dcdb720a6cbc36cbffe9ccba48073d746566a18dac285178f90c460886d500f37c79544355", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cc-7114-8270-b4c645958df6", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "answered_at": "2026-11-29T05:43:49.228081+00:00", "commitments": "{\"address\":\"5ae7e0485f23ee37719c2705d8ab4b259456750d230a827576c75686a8aa277c\",\"device\":\"6e0446e4fcf68184842f221816fa011bdc0466409bbea9e1d859706b5db3802a\",\"statement\":\"61afe5f44a329b16b83163d5851cbfd085cb6a8e375dccfd937a04482fbbcd76\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(147, 843, '2026-11-29 05:43:49.248933+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'consent.answer', '01a225d4-befe-76c7-9303-39dfc9d89d75', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'consent', 'INSERT', '01a225d4-bf05-7085-8572-8b406d0b647c', '\x2445e278742c759891cc87303835726b6a47cae4fb1f993895be2a9db13f36ba', '\x91029f3b9a414b09b193111fae751e1fb4180cca63bf43c1bebadfc906881591', '{"id": "01a225d4-bf05-7085-8572-8b406d0b647c", "seq": 12, "item": "participation", "agreed": true, "sealed": "\\x000176f75d21d246a28422ae21815951562096113e02737223dba8e43a4627e31fd88a79b75fb86015c017b58d602730ff43074bf2c8367ee7d4b05658195d1f2f9e6bca8704ffb05db260f55e5e0ff8feb9eafc9a8532797311a937345f8ac49ea270394e208b23b268c23201e45e7900396bfe23591c1bb6a551960851fdfa7f8d131884ca4fd08a207c9bd8a1a5dcaaa81972a740455cb7bd07ec4acd581d6d80d472141a2f31cd6d6337ae7072a67923277983b5aeffa4f3a608be536c5c08966c62c6a19db4bdb417889cbbcf11eb4afccd13971f1e8fe57bd4eec87bc0f9eb0cc8a34ee46bde8606512b688b3857a56112a59c750c404df93879ffa004bd1ea0d409c567e336dd8ceacfdfe6dc0529a8c76633fb63a10cfa07f26531dfde5ccf97f0d1a3a8d8a933efebb177ecc5842038cf5b2b0c93fbd45b52514a44670bc5a80c65c16c540415f2216202ad6254f196208621496857d676622f103f6435d14ebb65d7cbcab243763b711396c09d9787b1c53d651c9ea30d1ce6e1bfa6fc19807a573436e192edee4a82826d88c9d476f8ed0ccb155362b868fb88cf687504a027989cec2c7de4017a59334d2770deb5351d8d56caa0e12b90619d0ce85272c23f5f1e1d1a89c8e564e4e4f1b3f98a47fe7e6ed730b03d1496ec48750edb64d2fe963787ca0c7a24cd61f5112ff8e56d8c580fd7e072e0ad998f693f325d66b73af49eab0b64eddadb11f0c692c93660e7b027bcefc07128f06e6f54c13ce50d26497fd4a68295605a103b306f06c23484d9afa5601cad90ab18475f6cfb8a66b8fa85071fc1670ecb25a3b3d477c1099ee8f49b5722414f01e2a13c", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4c5-7165-ae79-b0106f60393d", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "answered_at": "2026-11-29T05:43:49.248933+00:00", "commitments": "{\"address\":\"fd2388314ebfa6837c7bfd53a87476d131b5adbbc9b69257d51578598ec8671f\",\"device\":\"43c27a7d55f0b7b7c24aa23317ece0c004e35632c6832bcb049fb2374ab20655\",\"statement\":\"fa8540ddf38efd465cfe57dd86daf2d7fe2dfe2c322846fd896de715272028d3\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(148, 845, '2026-11-29 05:43:49.263475+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'consent.answer', '01a225d4-bf0c-760e-a7d7-a5cce2881a27', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'consent', 'INSERT', '01a225d4-bf18-7195-8512-84c80a0b8f96', '\xc640d279bf1d7d1ba2cdf996545a98196823c8c743841605783aee1ad1efc5d5', '\x14902edacc88495bad13c5568f0e40ca443698629d56497ca4e650873e1ecb29', '{"id": "01a225d4-bf18-7195-8512-84c80a0b8f96", "seq": 13, "item": "privacy_optional", "agreed": false, "sealed": "\\x0001ee23b7ea6d7597175068d0813756b4d7f81f3671c175104f1daf5db2420171b73850e41afe03c45bf505b224170032a4d640872e436aab13563b2f1283e362c2b24dda27734e5bc72e47343278c7c2f10f53a6c3939bb5b42fb9117be62377e624c7c80d38a1d59ff559f143ebdd1e42676898bb8cf7086b9fb5b2468c8054dd9bd49856f428ebdccfa101b2d5ec54ea58b806507da2e7af82a049ee836f594dbb4cc7fefd71b5497db7477a54f35a267d7cd7ff515cf521ef94eb802d35655a971b31fed209b9f522a1f4110ed6656d11d5a2df7e7063839daf20b9f7b4fdeee09549b475d6d130b5e6a90766a7ac877d0c99546ead495910b0a7e48c6f121b35a88e203d408700f13981f5518faf8bda75b895214b0657ce45e087988640a3e80473f2bf02f395e46a9623005bb1157cbbf4104c6890de3763f546b64e3bd5591e2db3ed81396c0fcba1bd3db228a647415114c8b1098e73fdcfd9b9494f43094962cbf00c90815f6c6f9c3135d8b2211340d732c0d29fb24c9014ce2ebfe6e2f36f2d8bdf8a7ae2e8e7858b5aa9f43d9f3ce470a67992cd183f34b73d020a98e945716e79dee72d71c9592cc7d203f92b06ab3a87c53fe226398f01fd54107e5bbed40e36f15172871691bd57b589bdd13df3620e56f4faaa0fad470a85a910b11d4c4a1bdbb857f1c94080f2607f1d26a599b1fc361b416c26fe6dc24b36ef6053df673132091ad6de2ce8738925ad0f23c3e1d701df5f125f4090bb768f9e771e0d5b334b577818121fb88b3845bad9475f069d2b865f43bc77e3e082b7b1ada09bf54b7cc778521e860a9ba589f1b066e0a6a230e5105e8d30a696332efa2f", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "answered_at": "2026-11-29T05:43:49.263475+00:00", "commitments": "{\"address\":\"e7767ed0d91e736571bb2f786f0b84614dac4d005b6adab9768a60b5d2fdf08a\",\"device\":\"483efc196d9f580ba2a3b4f271d4fc3a3c0127266a91846fd4b0efa599dfe9da\",\"statement\":\"d284ae0833577f665a6dc775871f34680663774a69291802fab04cf0f050d319\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(149, 846, '2026-11-29 05:43:49.280699+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'consent.answer', '01a225d4-bf1f-751e-84c0-ec9e42a59e4c', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'consent', 'INSERT', '01a225d4-bf25-73ec-9d3e-f854f13afbf6', '\x033c545a4b1aecf0bc9b1475cb2b86ccd88be8f4bbfb4ba3a438d32b4ac596fb', '\xbad23f6352fc43349a7ae6a8384d928f019b050b855e4d5493f074374fdb4aa7', '{"id": "01a225d4-bf25-73ec-9d3e-f854f13afbf6", "seq": 14, "item": "privacy_required", "agreed": true, "sealed": "\\x000117ef6aa41b5a35531c7f516ad14380f93decbfb3838511962d6d802bf0633114f2c0579fb51ba18ef8b0b8d1d1ec5c00cdce695c9f3b4b1794b4f1983609f1bc98f289f6f049e7daba4c5a8a1722e2ec9422486f6d6884b079516783a7e3a6a4399c76d25432a047f478ec826d5352a768038a71476fafca82f26290f05ce321db15d3823f8a0fee5c208f9736f3877fa99788af86784e970b3cb536cf2a288a70a5f79f17ecfc7ca9f455b15ae8f50a77882ba5ea59b1850afd63934a274b78fc692c33731ae0c26644733777ba08054ac981dc7453a5cd16f12dbfe90d0c77f0c7ef64d1ecfcca8266625f96af8b23d3f274dbfc61fd2ab636782e52f16117807d6c1ec4ce931a388fb512a88951069b9ed1675236eadd202e8d0cbfccc9ff422edf88ebb4ed3fe23df888d5940dd35d1a9037c3e83d220a037712968a1adf202cd98dcde91e09030e3a2c9dcc7a7922a1ba10043136e89848611ecc85b4126ccbe4261f945f2f189c1d15689dc031f83f611fcb4b5b793cac836753e3e8800e0359a2a184fff0e478bbc16d5c7193fe5dcc95ce0f4f00c7494c1a104f075cdb702a44d1faad9a702c055d6366ccc3381b76fcf57dd409e6f3b99c4211d28ab73191ff9176f39e4fd386f5e5b17bbd7e3c23192701b565bd2dca79465796379ce22c57d0da19552e962d7f5e8ccca142db6173fce57372d04e530fef4819ed4d4f4ac1cd78ca04d462d074963b064c0ec0d0b957fec1ca252a614c087ca96fa2d558a50a6617fcd2e823941d983a7a9467f9a60cad5203781830c9d3a35d020949bae81c7ccebee6f012c7e3004d437f4946b1e5e473d47494535dc639fe2b89", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4cf-7340-a025-de56cfc5bd3c", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "answered_at": "2026-11-29T05:43:49.280699+00:00", "commitments": "{\"address\":\"364a79790a6cadf6753d81cc8593f6ee7af334c64f55a55c9394badd0d1e277b\",\"device\":\"b6cc2a9e6f06945ab72a97a5053cbb61581b8ae6bea3926676b7977bcd86fec0\",\"statement\":\"081ba62012fcae71746b3f80275da1c7c0f7de9dfc6478c73d92fa0b4fcb0704\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}'),
	(150, 847, '2026-11-29 05:43:49.293557+00', '01a225d4-be94-709f-b032-b101e4ccb28c', 'claimant', 'consent.answer', '01a225d4-bf2b-772e-8311-489ecf3d0cad', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bebc-7111-9e96-9d50cdc43457', 'consent', 'INSERT', '01a225d4-bf33-7604-992a-c308e3f2f447', '\x513d44597dc420ecc3ad5b9756637e865e6c922df9c7818d4ff62a893901c873', '\x349f32a6d46f4f51bebf41b7175dec96fb1d81a8300441cb8f6d5b77b4032e98', '{"id": "01a225d4-bf33-7604-992a-c308e3f2f447", "seq": 15, "item": "third_party", "agreed": true, "sealed": "\\x0001bbcc5a7627d1d780f30f3bd4cbdd8b7cf7456379d92819c0bc8e17fb662e139154ab277df42fd11d719af019c9442e30b8770bdec0aeef43e343af8b8314f1eddcf17b0ef99efa9eefd02ea417821f578454ed61119d47ef96e55e292e8fcf4d3588fcdc0f5e9d2b94fe619de5447edd1e2acdb5248a50a250c66b4b053dc0cf367225a3fb8bce79e3d0af11e4170d683e7ff62324b9f75bc24f098b05a2a34992ac77a495f35a89a9181ec2de9afb0f41a402778194e00c396228c19a5e1fb90a02e2f0bfe59c6967a8ae9e96d670f12bb6580d6a9219aaefeafc3e222c869ab9ca95ad739abb16074d871c62f58b2fd0091e36330748c2f474e65f9d98ffe295282fd2924af0045bd7698db8173074280c47450ae03057af4fd7501fe2d6dc2401ae7f67c4097a91e8269e783b9559f82788712c4c1ce41bd52b8be37582369fabb7cc1a47e3bdfdaf9b55036f5a4532921d2d80b00e2bbd1317878de864bc7056f9324a62082bd20b7b2668c9e745c4de8ad2fcd8be5262e4d17c2dd9dcc2929658cbf3196603148aaf3decdfea2377ebca5366b3b1a0a7c90d14a9440d920dfde9b1179ea311159778fe8c711d56778608676cbe913890b2b6b102755ae4fbbec92b7fb314e0c06ac5aae93edb176299cd9797d0bd2277507e73f5483e37221ebddc1c69dbc227dc4d2ec6af89ddd0559ed93d6c4cec8ec31276323535a8e079a5067d56e6799d95eae595af97ac9ab7e706af46d7a59f576cdd87469b05d0f7365f8709d2682539dddfc7ec145c76a4af7668796289843c3223604dc398355c82054dea3ef4c60ce941e0354425ae4e00ac2b6900d41eb048ef", "case_id": "01a225d4-b45d-73d6-bab4-53a443b0f175", "text_id": "01a225d4-b4da-74fa-b93f-f7c76a713b7e", "claim_id": "01a225d4-bebc-7111-9e96-9d50cdc43457", "answered_at": "2026-11-29T05:43:49.293557+00:00", "commitments": "{\"address\":\"57a6d0b37f532ac98d024f979430abd0ef76b27a6f7df55676b5d1b75f5aad2f\",\"device\":\"43736852b0ac34acdbc70e6d85037138117fc9fe82354d047382b8a9761afc6b\",\"statement\":\"d80f17f9839bdecb9845a7d65f36718d839894f85011dffed32a71000606dd04\"}", "withdrawn_at": null, "signature_key": null, "signature_bytes": null, "signature_method": "typed_name"}');


--
-- Data for Name: claim; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.claim VALUES
	('01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b878-725c-aa6b-d6d4cf089f02', 'KKO-000001-T', 'accepted', 'person', 'joint_plaintiff', 'seoul', 'nail-hair', '\x0001dd3dd07457f0fe395dceca36e4e71630aeca81c5775f1340b64bbbfe31d5337357a2c6ae5aa4d18b20c1098a17f6e7613c8fe5b8f23a216d6e82176f95616d059ce7d85faf6bbce2634ffe82c490db57428b481646e59ceb3f215011c80dcd0ce9ea975494f8328399f64f1ecc4d3b358b61cde1ec3e6bb397a61fe0b3a6ead93ada7c45dfd3988f6fe508bace88bfbd4196aac5b3c955f78be3506843b235737c6789a8c62dc5acaedb9153f7aa5cbbc5815c592e9e9c2d7746aafb1235e634eef5bb10de1e9f636bd2399d59efd32a731076d905e140c5f876b530139b738610df83b5f6a8d40d3a19276989d9a1bab28a89316a611052ef1e6c4124b00828125056e3c064ee00d4f079797d055b3aa14c7a015bef71b79328aa0a9561c92329bc16623f6db588a04b696bd6a1607d5691358ecace348f7e6b704ce327408822b049c6041525f2a2a7f8763233b29969a7165b2455233d2b6e94b428a4d0e49e04f029cc004e7e369a3efc85f5a560d0046a5e6bebec9a6a2d25c7d87414a222c711e9578f0f6da74c89537bcfd1573b55ea5ed6b4f4f932c25488b793378550f82a54e62cebea6bf78006dfa0dda2c463b747ac9fcc5a0a3ed770d4559c2da5ffd4961030bf4cc76d5d7a86ae02f6c95d4589a08cb86ff4d198ea6165eadb68d28b90e61f730981ba3f2fceb1bc8ffe4a47996b10a4d13b3bc574c46bd0f34c53a8f424bc35e7d9861f28bfe6', '{"address":"a6742c16bcaf4b0e4e82917c833322075378d75ec6913f2a7f4b37061ce7e5b5","birth_date":"ecf46a18a7e650902e2c661435974bc145ebdbbc7219425e53f952098bbae938","business_name":"28aa96297a3eccef9f0c8a0c572d8af821e657c9f9c34dd05715dd5d2ac7760d","business_number":"b9a10c45234846c263945e7e2acae1e983d444df76b44669f9dbf776516e0b74","name":"cf1d3778c00343790742466609aa7b98af7118fc60dcd917c6f46d8700c404aa","phone":"c4f2bdad3499b1299efa683b9ae1d6cc711dbacd06e0e4252dbcd0280cdbcb83"}', '\x891cd883c305907b509fe16bc83799e460efaee6c464ee3088d6cd55481a7f5e', '\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51', '\x99c34bb04dd8409026f54ac9f58a3b1e3e2c4d15f00d7cd99df87ae9a11bf322', 5, '2026-11-29 05:43:47.646577+00', '2026-11-29 05:43:48.065948+00', '2026-11-29 05:43:47.763427+00', 1200000, '{small-merchant,business-registration,bank-book,refund-record,substitute-cost,ad-spend,compensation,signature-cert,other}', '{talk-channel,alimtalk}'),
	('01a225d4-bc1b-716d-88c3-75e0704287d3', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-bb87-7735-b017-256e50b8b486', NULL, 'draft', 'person', 'joint_plaintiff', NULL, NULL, '\x00015a6f01682aeaab14493f6643f45602757ada262117daac9263c5de289c9b95203e36b01539ad03b048ed22c6634e092e7dd0d070fc79439c50c3522cee5260113070e41294d1062c56a8ad4acc52f11208ae9fa993fe04c23ce10b8b97822cc7006a495a4861cc88236ef1a17f301d31d6b5ba0d777fbc2f56320d7c14c6f99477169e', '{"business_name":"1a25f8eaa3499ef0868432026914ddfc8c15899b7760f8bc01704d8ea1e49664"}', NULL, NULL, NULL, 1, '2026-11-29 05:43:48.50308+00', '2026-11-29 05:43:48.50308+00', NULL, 0, '{service-use,sales-loss,small-merchant,business-registration,bank-book,refund-record,substitute-cost,ad-spend,compensation,signature-cert,other}', '{}'),
	('01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', NULL, 'KKO-000002-R', 'submitted', 'person', 'joint_plaintiff', 'seoul', 'nail-hair', '\x', '{}', NULL, NULL, NULL, 4, '2026-11-29 05:43:48.669705+00', '2026-11-29 05:43:48.857382+00', '2026-11-29 05:43:48.772258+00', 1200000, '{small-merchant,business-registration,bank-book,refund-record,substitute-cost,ad-spend,compensation,signature-cert,other}', '{talk-channel,alimtalk}'),
	('01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-be94-709f-b032-b101e4ccb28c', NULL, 'draft', 'corporation', 'joint_plaintiff', 'seoul', 'nail-hair', '\x00018ff97bc82fe24db0dfeafd058c9dbec9a5ab40a6392fab53e484a3c556cfe78f1ce4eaad6317196938862c66c6cf01ad9ab3efdc0ba960e98f721631ee33ded46908102271e611cee315de9e7f3007c13262912a867079a04e505a78c3e073605db264071beaaabfd62ec19272fbd30be91db4c637f22d17ea1853349789250d72232b5a348961a6c0c3902aae26d6227f709d81a3f08c9fcac789a93f71ad77f134e93306253a4587a0a23ffe159b419502b3bd49309391e9ec0e73d3a6d622e5b402a2062f034149787b9029528931353c07c22bc49106cc77a0a34736e62aec44d4371ee9b4f0b0e15517335e4c926bbbe6d892798d0338dbd7e32c2dfa0198eef90c989ecab4eb8251ff63471467ab73cf0cb7a18376502147024e0f214926f55bf800d1f29ec58eff29f4e8b6993624959bb621e27de086fc96bba1d16d9c9bbad4fbb62bd5cbb963e2119c221b36683b95726958f86ad13f49f2f4876376a8e7dcb1b0a0cdafba537986f8538a3ca66f252b8ce1f939a7b7dccdab03e89de7e155cfdc1c437b5484acb36de1092f426fd6e3ea5b2e53e1efb92b9b9049e98ad0cdf34ab92d5a50fd6f34421e948abae068c9eeda0bde8070e8aa3c41e05861311c4a7acb917d8feaa2260e70aa', '{"address":"d4b09379ae95ecd13ffb7d7702cfdd8f5698b513952da82a96baf0e4d1ca25af","business_name":"9f811bd114b96a77420217558aa603b1540f0b5ca3b23ac7afe51c3f5245d8df","business_number":"87c737621994467bca4ec729d57926d636302dc2e23e28a52b15e66ee82fccc9","name":"efd1f6ff723f22d916a986743bb3d3bbdf74fc84cd984cb0aa36fa2a91594a65","phone":"49f4efc592b7c85c754b2ccef2ce4b1fc53a4e1a70e79b4426b7c39c7faffa6a"}', '\x3d76aba7ac4a2727a76c1c3f8ad0a30712bd684b662d27576fdc4785e3a3ba11', '\xf28b2b68608412554d10e5be3ff5f38d143bd938ea34891e6274c5c837476f51', '\xb0c4b99230110443ed8fed9b79a63e91db71ec41e7c818d2d002373e57a1dcc8', 2, '2026-11-29 05:43:49.178882+00', '2026-11-29 05:43:49.192268+00', NULL, 1200000, '{small-merchant,business-registration,bank-book,refund-record,substitute-cost,ad-spend,compensation,signature-cert,other}', '{talk-channel,alimtalk}');


--
-- Data for Name: claim_service; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.claim_service VALUES
	('01a225d4-b8cb-74cb-bb27-578f50cac6b7', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'talk-channel', true),
	('01a225d4-b8cb-74cb-bb27-5790efe5eede', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'alimtalk', false),
	('01a225d4-bcc6-72e3-ace2-87e82ef046f9', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'talk-channel', true),
	('01a225d4-bcc6-72e3-ace2-87e9a48abd7a', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'alimtalk', false),
	('01a225d4-bec1-741a-920b-ae7ae4f48bd4', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'talk-channel', true),
	('01a225d4-bec1-741a-920b-ae7b832b76b8', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'alimtalk', false);


--
-- Data for Name: consent; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consent OVERRIDING SYSTEM VALUE VALUES
	('01a225d4-b901-7030-a435-410f7cb7f174', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cc-7114-8270-b4c645958df6', 'mandate', true, 'typed_name', NULL, NULL, '\x0001c29ba873fd245cca10aa319449f26be74da6fd3ee7e82ea842dc7dab07a5fa076e243e776420738fcf5b55e63cea8a5e42cf937985c0657aff18a7d58d9b8077e45cbd5222d4a7c9a5be8e60b2e174c2db7bb1d55ee3aaa061077bb510b59099ca30c221593d846ff3d6b783d45349b208799094d22e220d93bca90faf3e2387854d1577ce47e6915f434fd9e35ad04627c15c7e5a40d2d3eb0d9f54b3792f06c9b9a89c3f66206e9384c247145904f45ed151084edb2781870e7d4bf5978cd793406209e45b17e633dc1d498da18ed5b5d583a21da2f8c3ae4179b8e06e665fa2dcc2124832da092900a56c417d2df39ef7a558a3c1c9b3abd110a2ecf2e1005232deb818d335c4c33d6300740166a401bddb0f39bb16f6b8c769b37ba35383693d20200eac3dd572ce52442ad1eae1fb9801cd30337e6fe3664ccb4584d3d9ade4a741ee231de3975beb5d662ca9972206ab24258ba7d074611d86eb7e57b520942f0d051e5627f447ce06f36290c0ed893367ef06108835c5cac0be096f704acddd74b2a20c1801dbd4face485d8d0f7a26f796a5a857dd22d8fc2e34a4e96ee7a067abb429ff91ddf9a1d770a489151646e2a8be8c892741adc6222fa3c5370a85cb41be154bdee0d825442bda82cd091cec0b2eefb5e2004cd21fdb3a46b9be62af28d99106d433a6a0709a4be71a9a83a4e01f1ffa6dcff4404e477f404de428ceaa553c01d82e9298b77170b7df3077b729f9dc1574be903f38a48a351ed0fdf4ca14f43e7b7780e0f7f72c802229b30ef1237ca8cf1d53b974bcce7516c40a18bcc4d48b', '{"address":"4b940bbd3376f43aea0db940e2e27d88ccb02fc5d09a24b8d9bae8218cd89550","device":"3faedaa136e7e86aa577f7876c254389fc94f29dbebaf46539b04b340c8c3ebd","statement":"b108bc63d282a5ebca2e22fd89885f3743f0e14bcb19cff692c1058e79b10a14"}', '2026-11-29 05:43:47.70962+00', NULL, 1),
	('01a225d4-b90c-73d1-9978-d9a15802be94', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4c5-7165-ae79-b0106f60393d', 'participation', true, 'typed_name', NULL, NULL, '\x0001a6d0905a5fe824a9481f8d91cbc31c2e21dfebd3dda4973c163b8c83fcb109b53b9abd0cf5e73bc4cd8c38c9268e62c747f2b7e52bfee752dd359226a0b54f3b2a469fcf50326b2ead72beb99a84aa34cde9e2b3d33d65d3cf9802793eebd22cd9a7596930f4acb0eb645629209068c547139025427956c3c8489b85319bed54299d5659a3265e675e6c64ddcaa65188ced526f925c576e48412ea8a243480e6d4b8c3196ab37243110f182da4e306436ac939aea4dd250e8d5460617b0f19048f9e52eabbcc14a767071b947717c86826b3955294572db2932862f880cec4e75b0384b09a0065ea98b500c697e9226db308006c0ad1d2cf48b2e36ea33b12f417f4f8294cdec2f129af0124ec8400730858ce1076a2a341f9a36e733c70fd481774d93872dad9c58c2b64db9b7e1b539921b27fe7f6afda4b222eb6ea764b0726ec28c46a24a0f969eb369e3a614a72c00a41772774db436634bc0fac0c671324bafb3506972d0d08e073af8773e0ae55d15a9ee5cb6d24721e92ef673acdb2a1ef088ba35175f9f21cd210a2b2c4b2c8e0d1b136ce2bea84d09f94d851dd69a217e74a41ff64ea07089ed1c22e0e3c9aca4d8d540ba3b92913043f62a301e3a328e2bc753e7939111c55afb3ac4ee972edec567bdc4934ebe9f99f3aee72da94c24d1ffd8397a27f05728b75d4e242a4a66eba80c6761c4d362e7fdc12ba2e5914d56d582e8ca872fee13234f2c1d85362d507abee942a4d976381733783fe74b5ffc3b731ce415389b79f2efb12a6b52726de7084cd8051495aa8634bd5ca812455a3f79d3a4c490d3112bf66', '{"address":"6bf1b471b5d8d5212aeaf6e58403b97537652b6fe5fcbab60f4515cd9a71fe82","device":"f04615e6c5b7fa930e1f4419b11ab44dd7abc3e74dfc05d2c34c45dd535fc7ee","statement":"24a81d1605b2c67803e7e5d4010be9e2c1671f26f76af793ca8bc186b47139ff"}', '2026-11-29 05:43:47.720879+00', NULL, 2),
	('01a225d4-b916-737d-9cc2-33bc55309efb', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4', 'privacy_optional', false, 'typed_name', NULL, NULL, '\x0001ed19287e9bc041347481591701f34e09e1e05653c8458d8e363bfc150bc5eed8921aa821122188d6deee55a66092317c977e212ee2c2aa86861621b08afab6922007934811e6605d8a305a44f20d597c1dd9733588508e9a4e78874fe862b17f22773e22f73ba8edfa0eb4ffef189940e89190336fbfd7e20ce5653d73cb8fd4064c3e16b619a86e0f2e4a4dcedb2b819b985fbe9c363e602a31a01c02150aa2af1a2bfaeb06fd73623b2c8552969b94dd4060f70349fa9324cf9e4d7672aef9a07efe09c98d8282ba89f811de1b4fc2ad6508ef99e3e1ab8a2951b0dda9f549b484b346726b951de56dba7b43d7fc62670c679de7c4bebf8960a620fddc803a011255dc3bc69b95ba7984a2496f09f3466f21653ed86675a03847ff4785a2650bf383bb90919954d7cbd03552b8bace66b0f71ce023c6a132e61bf6bcb99f8609a68a07979bf3cb9967f72187d8ca5dd01a6f16d3233f3cfc5b25f6b1a31860412ca93f98427b449b70fccc115e9cdffd5664d638e37b74d2441713eba59c526ded2c441564704afb5cbce08d669c9506da3a2d1ee83c41e675a131b719fc1d7390e4ebc65daec74ee657f7da1319763cf0afbe883f51b19e1c0972c54122a3f4e68ee69696b278b423bba36dff01f61e3229f3c6db01f3dbaa3b520f599f96034ee0236b9da4d2a43e58fa007ff2fb6951465965ea54821300597f13892c90d11a26a808b575299479b3bdfda48c8e0a387ef4b98d398ae297a01639468b3a63e2d381efa172910db8ed3eb69444310cd32a4aa58a006b825edca28c66f1eeb8a7f0e75a6825bf943c900cffda636d351f', '{"address":"3bf1d941e724842e973f2c712c4dfbf91f5c4cdabbf0efb48785b29c0330144c","device":"67844a3195ae4aa010ac8bdc4833ae1b7004b24d5bfbfb08bd9e2e34d1fdde85","statement":"10e76ff022d37643aeaf9337c4f1cb333c89c134b0e16cfa9cbe39e77cbe5141"}', '2026-11-29 05:43:47.729039+00', NULL, 3),
	('01a225d4-b91d-76c7-9df8-a61fee26231a', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cf-7340-a025-de56cfc5bd3c', 'privacy_required', true, 'typed_name', NULL, NULL, '\x0001416b6a1524d10f5d316a39be06defc843af8f0564ec1940666698b11c8b561e8eab4676cfa18f64a7e77e2a4853ce458bd6b885e4da89dacd7e3173224f34fa0547160c4206b3614a2e4c263ef52ac3744adae5ffe7255058ac1759ce31db4e6f91057a6f6a9df0e6abe2f7aa47a9984f7a7429b6060a2b5153cc2fade9953e80db5840763742b7906f357ad28770a1ddb5af6b6e169f74531c600ac58bea7de5a4e9afad5329a46e3f1bbe5eb820b9146aa84bd2fdf8bfec9fd1724e0ca64a450242a1989c93e57b49cffb09ebeeafb8ded3e2e54a551e2e05fabee098d89a28ce8f612253e2da5b37a1a4a48a6401aecac71f0d3a9b6dbff0fbd410f2fe0791db52c53f252755926aaefcdd647ec532423905450b06506fd372f31defb821d4d09ad6b212fe9fa6b5adbc578f5a5e7362a79f4b2661ac3c5048f607d1696b8c7e80e1136de128db340d622dc98cbd97977ecf5c85eb319e948bc995afd8fbb1eb8c351e7f661b1bb3dd800eb67ce1547c7ffa390c2f6dc47c59d937e904fc3a015f32dc49ecb8fc69fe604c2a4ffdcbf8d27e4b55600007274635f9ea09b164787dd3b98e0b24bf2ed4b5c2ee2e66757259fabdfec557dc2f07a2842222586faa95efe02f9136109e85e976756bf19f8a675d4609fb44adbcd757d6044bb13f86f94d7a8481b63c31dcbeb030ffc342ed34359f3ddf54958450a6792d802d57ffd222b28e9d173ee280c3f8abcf08173a92d3aa98199def7f417d2c3d002ed339b1ec652e6a360b60414f47443b697317eb8ba0da052d5bbc40062b3c8aac2db54cd6fa9ce99cefe6a51e7a6be447a52', '{"address":"0f1049196423878f45c865c6d798dc4d70fb3ff942dcc13a1ef0f78eae1e2e9a","device":"781370b58bcd446ffe106bac2e9ebf9810e1ca406013e20635b721e59edd11e2","statement":"10f1d92108b48137899fa296a6fcda5f61c871262548b236278aa154bc33d91c"}', '2026-11-29 05:43:47.73913+00', NULL, 4),
	('01a225d4-b928-76c5-9722-cdd0fdfa58d1', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4da-74fa-b93f-f7c76a713b7e', 'third_party', true, 'typed_name', NULL, NULL, '\x000130541db5dabd30d7d20d70b49d884ea19afd6c507f7a5a404166e37c831ecdebbc138d10b4c591c71dfb07ad0c122e6a9b0c765b52ce15c8e2115718ec560a22dab3cb1b7afdc572eee0c8c83b6eac7bc5ebafc92e2cb45818e729b656ff6e6daccd5ee8d99d3b08dd032459bceb6decfc01eb4e40a215c5a85af07249cbae348ce12cf6343c4751dd1b5eeb7cb4ea909edaf8351cbba3ce3a32369d3ddab9f7ff5f2ee555b37f0686258d643931ce267edb7ed57f68882139c4c192eca469b65b86d39ec8c8b622f32a7c5172f7ccb61cdcbb3dfb343ab0fd2180280954f536755084feaada87a01a4f519fea5c8911c8e23b4c813bd1e830cc3f7c16af4f7b0c62d5894d3c461f391c1f1014a1aad372786a30d2f9409fabc6777819dd572b40902bbdc25ee15fa96c62c1f5f4bf49a0671590f31dd7d4090371a6454e04dc4f41b329e2b4cfff63415e7cca87879634b37632acf4caffa3305d48acf012be049a2bf5da14b44c31124c61f0bc761c325588bbf1854886e48ffda0ec47cbb3fda1c25a7226e1d7dc572fde6741898a47d9a6b40f46fca718f23a2e18feb7205a32191c00a9efe9abf378529292e7f853b487f40c4c5c9e2280a1f1767234608ce39c4866771bd3c8f0104ce60e6c8404beeb53ec6fa0dcd27ba411748854a5e63620d9333017ae7ef0ac7d353c5940a5d8865fa710f326164510c27bd9ee75045448fef4779680522ddc6781d053ec21f1974c4aba1532753a208bbefd8f2fcacfc128016a16d8bae5a7d3b2cf260e8f1c6a92c5e9c88aab73212216368c035435a3f8b504bf3ce38450ef', '{"address":"c5b5ddcbd01095621c5b715ca24db725c1bd1e519a0b1a6390eec4691be59934","device":"988adee843caa229dc7dc35da200648ebaf27b555ce0720931171516f2424dfc","statement":"29a1f27f7cc5002e0f013c333d2ee25fe13fb624f8a047902dd469c4474e3729"}', '2026-11-29 05:43:47.749754+00', NULL, 5),
	('01a225d4-bcf0-763e-a64e-7568985affaa', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cc-7114-8270-b4c645958df6', 'mandate', true, 'typed_name', NULL, NULL, '\x', '{}', '2026-11-29 05:43:48.717662+00', NULL, 6),
	('01a225d4-bcfc-7092-9e9c-10995ed599cc', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4c5-7165-ae79-b0106f60393d', 'participation', true, 'typed_name', NULL, NULL, '\x', '{}', '2026-11-29 05:43:48.728465+00', NULL, 7),
	('01a225d4-bd05-757e-bcbd-1d5d574119d0', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4', 'privacy_optional', false, 'typed_name', NULL, NULL, '\x', '{}', '2026-11-29 05:43:48.739538+00', NULL, 8),
	('01a225d4-bd0b-776d-8914-d9a57e1a17c6', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cf-7340-a025-de56cfc5bd3c', 'privacy_required', true, 'typed_name', NULL, NULL, '\x', '{}', '2026-11-29 05:43:48.745434+00', NULL, 9),
	('01a225d4-bd19-75a1-86dd-ca3044814398', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4da-74fa-b93f-f7c76a713b7e', 'third_party', true, 'typed_name', NULL, NULL, '\x', '{}', '2026-11-29 05:43:48.756639+00', NULL, 10),
	('01a225d4-bef1-73d6-b3ae-7ae21c9f6439', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cc-7114-8270-b4c645958df6', 'mandate', true, 'typed_name', NULL, NULL, '\x00014a89336b691fcc4a17b8578f1324dee118efd3e1b586323bc39a254963d8c88f2a3b65114323db79c0c03a58d2ce6a3fc4a7077947797e5130a868baf4d792d22a7b13964164287ed4c9940e02e5706e13ff6f9acfd96bab71dfa5642ef72555975bc0b0aff485a75d8bc6544de5c050f8e9d41c4112e1973e855daa974af157a81af2e07a7ec8e844a9b6fe96ab760bbbf58fca67a5440a8975283aeeda6fdd7c0b9821f6130740351b6a01152096d7ab1daff1d95f780f9f6ae237c75f9aaa1f7d26fe11dacfbed91a10fdac37b3df729442e082e71b1a494bc4bafaa0aec4976affd5beba6f002607fe8d643ad3449d84289eea4903a0ec8e1d42389961f59fdedb23cfc244a3ebcc80e58ffaf02dcb896e8e70b6bd91a4e9c2e0bffe10e3a30d3430de2f51d2f84a01dfdd5a27575cd8ea807c04e0551f1dcce821e4a3954cab6b4211c55f5bafa2374d253dcbda9b459fadc6be33f9cd1674f1d75686d5fc23a77b28b753e3dfea25fe57d4f1ec95368fb0c0400c48c6d7b23c1286639b08628ebc5ac44fc793c07cfeeb6f650d098ce1a08d9955a2f309c40c7e3dc9d53ebb22c26059ac078cf0fbf7cd2c3d1d2851c63485864ebff99ef1cf3f37bea027c316fcdd93b93e3bc86ba05172889ac4f43459461e924721beb93c462a06ad59e1746320b9f376e4d7aafd7c62e5fddb109322feb790b3888dadbca9b6ee0d429c6e5e0c5a5c214ee0bcc9874d7485cb0c8e0fbfdc7e36927def27ec012647c1a654219e32b76b8622771c6f987548d472f5dcdb720a6cbc36cbffe9ccba48073d746566a18dac285178f90c460886d500f37c79544355', '{"address":"5ae7e0485f23ee37719c2705d8ab4b259456750d230a827576c75686a8aa277c","device":"6e0446e4fcf68184842f221816fa011bdc0466409bbea9e1d859706b5db3802a","statement":"61afe5f44a329b16b83163d5851cbfd085cb6a8e375dccfd937a04482fbbcd76"}', '2026-11-29 05:43:49.228081+00', NULL, 11),
	('01a225d4-bf05-7085-8572-8b406d0b647c', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4c5-7165-ae79-b0106f60393d', 'participation', true, 'typed_name', NULL, NULL, '\x000176f75d21d246a28422ae21815951562096113e02737223dba8e43a4627e31fd88a79b75fb86015c017b58d602730ff43074bf2c8367ee7d4b05658195d1f2f9e6bca8704ffb05db260f55e5e0ff8feb9eafc9a8532797311a937345f8ac49ea270394e208b23b268c23201e45e7900396bfe23591c1bb6a551960851fdfa7f8d131884ca4fd08a207c9bd8a1a5dcaaa81972a740455cb7bd07ec4acd581d6d80d472141a2f31cd6d6337ae7072a67923277983b5aeffa4f3a608be536c5c08966c62c6a19db4bdb417889cbbcf11eb4afccd13971f1e8fe57bd4eec87bc0f9eb0cc8a34ee46bde8606512b688b3857a56112a59c750c404df93879ffa004bd1ea0d409c567e336dd8ceacfdfe6dc0529a8c76633fb63a10cfa07f26531dfde5ccf97f0d1a3a8d8a933efebb177ecc5842038cf5b2b0c93fbd45b52514a44670bc5a80c65c16c540415f2216202ad6254f196208621496857d676622f103f6435d14ebb65d7cbcab243763b711396c09d9787b1c53d651c9ea30d1ce6e1bfa6fc19807a573436e192edee4a82826d88c9d476f8ed0ccb155362b868fb88cf687504a027989cec2c7de4017a59334d2770deb5351d8d56caa0e12b90619d0ce85272c23f5f1e1d1a89c8e564e4e4f1b3f98a47fe7e6ed730b03d1496ec48750edb64d2fe963787ca0c7a24cd61f5112ff8e56d8c580fd7e072e0ad998f693f325d66b73af49eab0b64eddadb11f0c692c93660e7b027bcefc07128f06e6f54c13ce50d26497fd4a68295605a103b306f06c23484d9afa5601cad90ab18475f6cfb8a66b8fa85071fc1670ecb25a3b3d477c1099ee8f49b5722414f01e2a13c', '{"address":"fd2388314ebfa6837c7bfd53a87476d131b5adbbc9b69257d51578598ec8671f","device":"43c27a7d55f0b7b7c24aa23317ece0c004e35632c6832bcb049fb2374ab20655","statement":"fa8540ddf38efd465cfe57dd86daf2d7fe2dfe2c322846fd896de715272028d3"}', '2026-11-29 05:43:49.248933+00', NULL, 12),
	('01a225d4-bf18-7195-8512-84c80a0b8f96', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4', 'privacy_optional', false, 'typed_name', NULL, NULL, '\x0001ee23b7ea6d7597175068d0813756b4d7f81f3671c175104f1daf5db2420171b73850e41afe03c45bf505b224170032a4d640872e436aab13563b2f1283e362c2b24dda27734e5bc72e47343278c7c2f10f53a6c3939bb5b42fb9117be62377e624c7c80d38a1d59ff559f143ebdd1e42676898bb8cf7086b9fb5b2468c8054dd9bd49856f428ebdccfa101b2d5ec54ea58b806507da2e7af82a049ee836f594dbb4cc7fefd71b5497db7477a54f35a267d7cd7ff515cf521ef94eb802d35655a971b31fed209b9f522a1f4110ed6656d11d5a2df7e7063839daf20b9f7b4fdeee09549b475d6d130b5e6a90766a7ac877d0c99546ead495910b0a7e48c6f121b35a88e203d408700f13981f5518faf8bda75b895214b0657ce45e087988640a3e80473f2bf02f395e46a9623005bb1157cbbf4104c6890de3763f546b64e3bd5591e2db3ed81396c0fcba1bd3db228a647415114c8b1098e73fdcfd9b9494f43094962cbf00c90815f6c6f9c3135d8b2211340d732c0d29fb24c9014ce2ebfe6e2f36f2d8bdf8a7ae2e8e7858b5aa9f43d9f3ce470a67992cd183f34b73d020a98e945716e79dee72d71c9592cc7d203f92b06ab3a87c53fe226398f01fd54107e5bbed40e36f15172871691bd57b589bdd13df3620e56f4faaa0fad470a85a910b11d4c4a1bdbb857f1c94080f2607f1d26a599b1fc361b416c26fe6dc24b36ef6053df673132091ad6de2ce8738925ad0f23c3e1d701df5f125f4090bb768f9e771e0d5b334b577818121fb88b3845bad9475f069d2b865f43bc77e3e082b7b1ada09bf54b7cc778521e860a9ba589f1b066e0a6a230e5105e8d30a696332efa2f', '{"address":"e7767ed0d91e736571bb2f786f0b84614dac4d005b6adab9768a60b5d2fdf08a","device":"483efc196d9f580ba2a3b4f271d4fc3a3c0127266a91846fd4b0efa599dfe9da","statement":"d284ae0833577f665a6dc775871f34680663774a69291802fab04cf0f050d319"}', '2026-11-29 05:43:49.263475+00', NULL, 13),
	('01a225d4-bf25-73ec-9d3e-f854f13afbf6', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4cf-7340-a025-de56cfc5bd3c', 'privacy_required', true, 'typed_name', NULL, NULL, '\x000117ef6aa41b5a35531c7f516ad14380f93decbfb3838511962d6d802bf0633114f2c0579fb51ba18ef8b0b8d1d1ec5c00cdce695c9f3b4b1794b4f1983609f1bc98f289f6f049e7daba4c5a8a1722e2ec9422486f6d6884b079516783a7e3a6a4399c76d25432a047f478ec826d5352a768038a71476fafca82f26290f05ce321db15d3823f8a0fee5c208f9736f3877fa99788af86784e970b3cb536cf2a288a70a5f79f17ecfc7ca9f455b15ae8f50a77882ba5ea59b1850afd63934a274b78fc692c33731ae0c26644733777ba08054ac981dc7453a5cd16f12dbfe90d0c77f0c7ef64d1ecfcca8266625f96af8b23d3f274dbfc61fd2ab636782e52f16117807d6c1ec4ce931a388fb512a88951069b9ed1675236eadd202e8d0cbfccc9ff422edf88ebb4ed3fe23df888d5940dd35d1a9037c3e83d220a037712968a1adf202cd98dcde91e09030e3a2c9dcc7a7922a1ba10043136e89848611ecc85b4126ccbe4261f945f2f189c1d15689dc031f83f611fcb4b5b793cac836753e3e8800e0359a2a184fff0e478bbc16d5c7193fe5dcc95ce0f4f00c7494c1a104f075cdb702a44d1faad9a702c055d6366ccc3381b76fcf57dd409e6f3b99c4211d28ab73191ff9176f39e4fd386f5e5b17bbd7e3c23192701b565bd2dca79465796379ce22c57d0da19552e962d7f5e8ccca142db6173fce57372d04e530fef4819ed4d4f4ac1cd78ca04d462d074963b064c0ec0d0b957fec1ca252a614c087ca96fa2d558a50a6617fcd2e823941d983a7a9467f9a60cad5203781830c9d3a35d020949bae81c7ccebee6f012c7e3004d437f4946b1e5e473d47494535dc639fe2b89', '{"address":"364a79790a6cadf6753d81cc8593f6ee7af334c64f55a55c9394badd0d1e277b","device":"b6cc2a9e6f06945ab72a97a5053cbb61581b8ae6bea3926676b7977bcd86fec0","statement":"081ba62012fcae71746b3f80275da1c7c0f7de9dfc6478c73d92fa0b4fcb0704"}', '2026-11-29 05:43:49.280699+00', NULL, 14),
	('01a225d4-bf33-7604-992a-c308e3f2f447', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b4da-74fa-b93f-f7c76a713b7e', 'third_party', true, 'typed_name', NULL, NULL, '\x0001bbcc5a7627d1d780f30f3bd4cbdd8b7cf7456379d92819c0bc8e17fb662e139154ab277df42fd11d719af019c9442e30b8770bdec0aeef43e343af8b8314f1eddcf17b0ef99efa9eefd02ea417821f578454ed61119d47ef96e55e292e8fcf4d3588fcdc0f5e9d2b94fe619de5447edd1e2acdb5248a50a250c66b4b053dc0cf367225a3fb8bce79e3d0af11e4170d683e7ff62324b9f75bc24f098b05a2a34992ac77a495f35a89a9181ec2de9afb0f41a402778194e00c396228c19a5e1fb90a02e2f0bfe59c6967a8ae9e96d670f12bb6580d6a9219aaefeafc3e222c869ab9ca95ad739abb16074d871c62f58b2fd0091e36330748c2f474e65f9d98ffe295282fd2924af0045bd7698db8173074280c47450ae03057af4fd7501fe2d6dc2401ae7f67c4097a91e8269e783b9559f82788712c4c1ce41bd52b8be37582369fabb7cc1a47e3bdfdaf9b55036f5a4532921d2d80b00e2bbd1317878de864bc7056f9324a62082bd20b7b2668c9e745c4de8ad2fcd8be5262e4d17c2dd9dcc2929658cbf3196603148aaf3decdfea2377ebca5366b3b1a0a7c90d14a9440d920dfde9b1179ea311159778fe8c711d56778608676cbe913890b2b6b102755ae4fbbec92b7fb314e0c06ac5aae93edb176299cd9797d0bd2277507e73f5483e37221ebddc1c69dbc227dc4d2ec6af89ddd0559ed93d6c4cec8ec31276323535a8e079a5067d56e6799d95eae595af97ac9ab7e706af46d7a59f576cdd87469b05d0f7365f8709d2682539dddfc7ec145c76a4af7668796289843c3223604dc398355c82054dea3ef4c60ce941e0354425ae4e00ac2b6900d41eb048ef', '{"address":"57a6d0b37f532ac98d024f979430abd0ef76b27a6f7df55676b5d1b75f5aad2f","device":"43736852b0ac34acdbc70e6d85037138117fc9fe82354d047382b8a9761afc6b","statement":"d80f17f9839bdecb9845a7d65f36718d839894f85011dffed32a71000606dd04"}', '2026-11-29 05:43:49.293557+00', NULL, 15);


--
-- Data for Name: consent_text; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.consent_text VALUES
	('01a225d4-b4c5-7165-ae79-b0106f60393d', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'participation', 1, 'ko', true, '공동소송 참여 동의', '공동소송 참여 동의서
※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.

사건: 2022년 10월 15일 카카오 서비스 장애로 인한 손해배상 청구
피고: 주식회사 카카오
진행: (데모) 한빛 법률사무소

1. 저는 이 사건에 공동원고로 참여하겠습니다. 이러한 사건에는 일반적인 집단소송 제도가 적용되지 않으므로, 원고가 되려는 사람이 각자 자기 이름으로 참여해야 한다는 점을 이해하였습니다.
2. 이 동의는 위 사건에만 효력이 있습니다. 선정당사자를 선정하는 뜻은 아니며, 소송위임과 개인정보 처리에는 따로 동의합니다.
3. 참여 신청만으로는 소가 제기되지 않고, 소멸시효도 중단되지 않습니다. 소는 법원에 소장을 제출한 때에 제기됩니다.
4. 소가 제기된 뒤에는 그 소송에 원고로 추가되기 어려우므로, 늦게 신청한 사람은 별도의 소로 청구하게 될 수 있습니다.
5. 서비스를 이용한 사실과 손해는 원고가 증명해야 하며, 자료가 부족하면 청구가 기각될 수 있습니다.
6. 이미 받은 보상(금전, 이용 기간 연장 등)은 손해액에서 빼므로 사실대로 알리겠습니다.
7. 패소하면 상대방의 소송비용 전부 또는 일부를 부담하게 될 수 있습니다.
8. 착수금, 성공보수와 비용 분담은 이 동의서에서 정하지 않으며, 법률사무소와 따로 맺는 위임계약에 따릅니다.
9. 만 19세 미만인 사람은 법정대리인을 통하여 참여합니다.
10. 주민등록번호는 수집하지 않습니다. 신청서와 자료에 적지 않겠습니다.
11. 제가 적은 내용과 제출한 자료는 사실과 같습니다.

【참여의 철회】 소 제기 전에는 언제든지 참여를 철회할 수 있습니다. 소 제기 후에는 소를 취하하는 절차가 필요하며, 피고가 본안에 관하여 다툰 뒤에는 피고의 동의를 받아야 합니다(민사소송법 제266조).
소의 취하, 소송위임의 해지, 개인정보 동의의 철회는 서로 다른 절차입니다.
【동의하지 않을 권리】 동의하지 않으실 수 있으며, 그 경우 이 소송에 참여하실 수 없습니다.

이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x3c206292b03a334665b0420d0aa09417a29449ff6aba72fb12e337d0eac0fc96', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4ca-7173-afd8-5f40fa5befcc', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'participation', 1, 'en', true, 'Consent to join the suit', 'Consent to join the suit
Note: this is a demonstration text. Counsel must review it before real use.

Case: claim for damages from the Kakao service outage of 15 October 2022
Defendant: Kakao Corp.
Conducted by: (Demo) Hanbit Law Office

1. I join this case as a joint plaintiff. I understand that no general class action applies to a case of this kind, so that everybody who wants to be a plaintiff must join in his or her own name.
2. This consent covers this case only. It does not appoint a selected party; the mandate to counsel and the processing of personal data are agreed to separately.
3. Applying to join does not bring an action and does not interrupt limitation. The action is brought when the complaint is filed with the court.
4. Once the action has been brought it is difficult to add plaintiffs to it, so a person who applies late may have to claim in a separate action.
5. The plaintiff must prove that he or she used the service and what was lost. If the material is not sufficient the claim may be dismissed.
6. Compensation already received (money, extended service and the like) is set against the loss, and I will state it truthfully.
7. If the claim fails I may have to bear all or part of the opposing party''s costs.
8. Retainers, success fees and the sharing of expenses are not settled here; they follow the contract made separately with the law office.
9. A person under 19 joins through a legal representative.
10. Resident registration numbers are not collected. I will not enter one in the form or in my documents.
11. What I have stated and the material I have submitted are true.

【Withdrawal】 Before the action is brought I may withdraw at any time. Afterwards the action itself has to be withdrawn, and once the defendant has argued the merits this needs the defendant''s consent (Civil Procedure Act, article 266).
Withdrawing the action, revoking the mandate and withdrawing consent to data processing are three different procedures.
【Right to refuse】 You may refuse; in that case you cannot join this suit. (If the two language versions differ, the Korean text prevails.)

The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\xddfd88731ea4ab7e3b0c2ee564e9120cd3bce88a5a02c8512faa03b38eb81801', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4cc-7114-8270-b4c645958df6', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'mandate', 1, 'ko', true, '소송위임 (제1심)', '소송위임장 (제1심)
※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.

위임하는 사람: 이 문서에 서명하는 본인
위임받는 사람: (데모) 한빛 법률사무소 담당변호사 홍길동(데모)
사건: 2022년 10월 15일 카카오 서비스 장애로 인한 손해배상 청구
상대방: 주식회사 카카오
【심급】 제1심에 한합니다. 항소심과 상고심에는 따로 위임해야 합니다.

1. 저는 위 변호사를 소송대리인으로 선임하고, 이 사건 제1심의 소 제기와 소송 수행에 필요한 권한(민사소송법 제90조 제1항)을 위임합니다.

【특별수권】 아래 사항은 민사소송법 제90조 제2항에 따라 따로 권한을 받아야 합니다. 각 항목별로 따로 권한을 주지 않는 한, 이 위임장으로는 어느 권한도 부여되지 않습니다.
 가. 반소의 제기: 부여하지 않음
 나. 소의 취하: 부여하지 않음
 다. 화해(조정 포함): 부여하지 않음
 라. 청구의 포기: 부여하지 않음
 마. 청구의 인낙: 부여하지 않음
 바. 민사소송법 제80조에 따른 소송 탈퇴: 부여하지 않음
 사. 상소의 제기: 부여하지 않음
 아. 상소의 취하: 부여하지 않음
 자. 대리인(복대리인)의 선임: 부여하지 않음

2. 이 위임장은 본인이 직접 읽고 서명합니다. 다른 사람이 도장을 새기거나 대신 서명하는 데에는 동의하지 않습니다.
3. 법원이 요구하면 인감증명서, 본인서명사실확인서 또는 공증으로 위임 사실을 확인하는 데 협조하겠습니다.
【위임의 해지】 위임은 언제든지 해지할 수 있습니다. 해지하여도 이미 제기된 소가 저절로 취하되지는 않습니다.
【동의하지 않을 권리】 위임하지 않으실 수 있으며, 그 경우 법률사무소가 소송을 대리할 수 없습니다.

이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x6f65cbcba97f39341b4673df578b2289f9c74b9cf4c1d849a4fb0d75faee3f85', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4ce-74ad-90e2-0b61bb03769a', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'mandate', 1, 'en', true, 'Mandate to counsel (first instance)', 'Mandate to counsel (first instance)
Note: this is a demonstration text. Counsel must review it before real use.

Principal: the person who signs this document
Counsel: Hong Gil-dong (demo), attorney in charge, (Demo) Hanbit Law Office
Case: claim for damages from the Kakao service outage of 15 October 2022
Opposing party: Kakao Corp.
【Instance】 First instance only. The appeal and the final appeal each need a mandate of their own.

1. I appoint the attorney named above as my counsel and confer the powers needed to bring this case and conduct it at first instance (Civil Procedure Act, article 90(1)).

【Special powers】 Under article 90(2) of the Civil Procedure Act each of the following needs its own grant. Unless I grant it separately, item by item, none of them is granted by this text.
 (a) Bringing a counterclaim: not granted
 (b) Withdrawing the action: not granted
 (c) Settlement (including mediation): not granted
 (d) Waiving the claim: not granted
 (e) Admitting the claim: not granted
 (f) Leaving the suit under article 80 of the Act: not granted
 (g) Bringing an appeal: not granted
 (h) Withdrawing an appeal: not granted
 (i) Appointing another representative (sub-counsel): not granted

2. I have read this mandate and sign it myself. I do not agree that anybody carve a seal or sign in my place.
3. If the court asks, I will help to confirm the mandate by a seal certificate, a certificate of personal signature or notarisation.
【Revocation】 I may revoke the mandate at any time. Revoking it does not by itself withdraw an action already brought.
【Right to refuse】 You may refuse; in that case the law office cannot represent you. (If the two language versions differ, the Korean text prevails.)

The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x9810421ec1aa9ff047aa3e5d36effaa92bbe955b04631651de858069a48dd726', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4de-75e0-ac40-9de7ec7e7e0d', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'third_party', 1, 'en', true, 'Provision of personal data to third parties (required)', 'Provision of personal data to third parties (required)
Note: this is a demonstration text. Counsel must review it before real use.

Provided by: (Demo) Hanbit Law Office

1. The court
 【Recipient】 The court that hears this case at first instance
 【Purpose】 Bringing and hearing the action; verifying plaintiffs and mandates
 【Items】 Name, address, contact details, trade name, business registration number; kind, amount and circumstances of the loss; evidence; signature and record of consent
 【Retention period】 As long as the court keeps its records
2. The opposing party
 【Recipient】 The defendant, Kakao Corp., and its counsel
 【Purpose】 Service of court papers and argument; checking that you used the service; talks on a settlement
 【Items】 Name, address, trade name, business registration number, services used; kind, amount and circumstances of the loss; evidence
 【Retention period】 Until the case is final and the judgment or settlement has been carried out
3. The expert
 【Recipient】 An expert appointed by the court
 【Purpose】 Assessing the amount of the loss
 【Items】 Name, trade name, industry, region; kind, amount and circumstances of the loss; sales records
 【Retention period】 Until the assessment is finished

【Resident registration numbers】 Not collected, and therefore never provided.
【Right to refuse and the consequence】 You may refuse. A suit cannot be conducted without sending papers to the court and the opposing party, however, so if you refuse you cannot join.
【Withdrawal】 You may withdraw at any time, but papers already given to the court and the opposing party may not be recoverable. (If the two language versions differ, the Korean text prevails.)

The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\xb04176db249a2511b7e16f6cb7a4ece1ab0c3bf56ee198fe3088c66c83725cb3', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4cf-7340-a025-de56cfc5bd3c', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'privacy_required', 1, 'ko', true, '개인정보 수집·이용 동의 (필수)', '개인정보 수집·이용 동의서 (필수)
※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.

개인정보처리자: (데모) 한빛 법률사무소

【수집·이용 목적】 본인 확인, 원고 자격과 손해 확인, 소장·원고 목록·증거 등 소송 서류 작성, 진행 안내와 보완 요청, 소송위임의 증명, 배상금 정산
【수집 항목】
 - 신원·연락처: 이름, 생년월일, 주소, 휴대전화 번호, 전자우편 주소
 - 사업: 상호, 사업자등록번호, 업종, 지역
 - 손해: 이용한 서비스와 유·무료 여부, 손해의 종류·금액·경위, 이미 받은 보상
 - 자료: 목록에 적으신 증거 파일의 이름, 종류, 크기, 해시값(SHA-256)과 설명. 파일 자체는 받지 않으며 본인이 보관합니다
 - 동의 기록: 서명, 동의하거나 거부한 내용과 일시, 접속 주소(IP), 기기 정보
 - 미성년자인 경우: 법정대리인의 이름, 연락처, 관계
【보유 기간】 이 사건의 위임 사무가 끝나고 정산을 마칠 때까지 보관하며, 그 뒤 지체 없이 복구할 수 없도록 파기합니다. 다른 법령에 따라 보존해야 하는 기록은 그 기간 동안 따로 분리하여 보관합니다.

【주민등록번호】 어떠한 경우에도 수집하지 않습니다. 신청서에 적지 마시고, 자료에 적혀 있으면 가려 주십시오.

【동의를 거부할 권리와 그 결과】 동의를 거부하실 수 있습니다. 다만 위 항목은 소송을 진행하는 데 꼭 필요하므로, 거부하시면 이 소송에 참여하실 수 없습니다.
【동의의 철회】 언제든지 철회하실 수 있습니다. 철회하시면 법령에 따라 보존할 기록을 제외하고 지체 없이 파기합니다. 소가 제기된 뒤에는 소의 취하나 소송위임의 해지를 따로 하셔야 합니다.
만 14세 미만 아동의 개인정보는 법정대리인이 동의해야 합니다.
언제든지 열람, 정정, 삭제, 처리정지를 요구하실 수 있습니다. 문의: privacy@example.com (데모)

이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x5e33165df8277839c1b95c0aa687b95844a2deb2b3567fdb2d8bdf99effda975', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4d4-74f4-800b-bf7b2b588903', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'privacy_required', 1, 'en', true, 'Collection and use of personal data (required)', 'Collection and use of personal data (required)
Note: this is a demonstration text. Counsel must review it before real use.

Controller: (Demo) Hanbit Law Office

【Purpose】 Identifying you; checking standing and loss; preparing the complaint, the list of plaintiffs, the evidence and other court papers; progress notices and requests to complete your claim; proving the mandate; paying out damages
【Items collected】
 - Identity and contact: name, date of birth, address, mobile number, e-mail address
 - Business: trade name, business registration number, industry, region
 - Loss: services used, paid or free; kind, amount and circumstances of the loss; compensation already received
 - Material: name, kind, size, hash (SHA-256) and description of the files you list. The files themselves are not taken in: you keep them
 - Record of consent: signature, what you agreed to or refused and when, network address (IP), device
 - For minors: name, contact and relationship of the legal representative
【Retention period】 Kept until the work under the mandate in this case is finished and accounts are settled, then destroyed without delay and beyond recovery. Records that another law requires to be kept are stored apart for the period of that law.

【Resident registration numbers】 Never collected in any circumstances. Do not enter one in the form; if one is printed on a document, cover it.

【Right to refuse and the consequence】 You may refuse. The items above are indispensable for conducting the suit, however, so if you refuse you cannot join it.
【Withdrawal】 You may withdraw this consent at any time. The data are then destroyed without delay, except for records that a law requires to be kept. Once the action has been brought, withdrawing the action and revoking the mandate are separate steps.
For a child under 14 the legal representative must consent.
You may ask at any time for access, correction, erasure or suspension of processing. Contact: privacy@example.com (demo)
If the two language versions differ, the Korean text prevails.

The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x509ade9b84c3916f2c4dcbd71c862170beb5a199bb2f0032125d0c816992c9e0', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4d7-75cb-b6a1-1fbc2a7626a4', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'privacy_optional', 1, 'ko', false, '후속 소송 안내를 위한 개인정보 이용 동의 (선택)', '후속 소송 안내를 위한 개인정보 이용 동의서 (선택)
※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.

개인정보처리자: (데모) 한빛 법률사무소

【이용 목적】 이 사건과 관련된 후속 소송, 비슷한 서비스 장애 사건, 피해 실태 조사에 관한 안내
【이용 항목】 이름, 휴대전화 번호, 전자우편 주소
【보유 기간】 동의하신 날부터 2년. 그 전에 철회하시면 철회하신 때까지이며, 그 뒤 지체 없이 파기합니다.
【안내 방법】 문자 메시지 또는 전자우편

【동의를 거부할 권리】 동의하지 않으셔도 됩니다. 거부하셔도 이 소송의 참여, 진행 안내, 배상금 정산에 아무런 불이익이 없습니다.
【동의의 철회】 언제든지 이 항목만 따로 철회하실 수 있습니다. 철회하셔도 다른 동의와 소송 참여에는 영향이 없습니다.

주민등록번호는 수집하지 않습니다.
이 사건의 진행에 꼭 필요한 연락은 이 동의와 관계없이 드립니다.
문의: privacy@example.com (데모)

이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x17d6a170b7bdbf0af85671b121bc02504b724aea5821b4ca1663b82e74529663', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4d9-7565-9100-4e8e7f47f967', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'privacy_optional', 1, 'en', false, 'Contact about follow-up suits (optional)', 'Contact about follow-up suits (optional)
Note: this is a demonstration text. Counsel must review it before real use.

Controller: (Demo) Hanbit Law Office

【Purpose】 Notices about follow-up suits connected with this case, about similar service outages and about surveys of the damage
【Items used】 Name, mobile number, e-mail address
【Retention period】 Two years from the day you agree, or until you withdraw if that is earlier; then destroyed without delay.
【How we contact you】 Text message or e-mail

【Right to refuse】 You need not agree. Refusing costs you nothing: it affects neither your part in this suit nor progress notices nor the payment of damages.
【Withdrawal】 You may withdraw this item alone at any time. Your other consents and your part in the suit are not affected.

Resident registration numbers are not collected.
Messages that are indispensable for conducting this case are sent whether or not you agree here.
Contact: privacy@example.com (demo)
If the two language versions differ, the Korean text prevails.

The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x0762f64b4e0706a2193e2850c5c0ee4e60eca190add78f5e8357cff9b8d79db5', '2026-11-29 05:43:46.522123+00'),
	('01a225d4-b4da-74fa-b93f-f7c76a713b7e', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'third_party', 1, 'ko', true, '개인정보 제3자 제공 동의 (필수)', '개인정보 제3자 제공 동의서 (필수)
※ 시연용 문안입니다. 실제로 사용하기 전에 반드시 담당 변호사가 검토해야 합니다.

제공하는 자: (데모) 한빛 법률사무소

1. 법원
 【제공받는 자】 이 사건의 제1심을 맡은 법원
 【제공 목적】 소의 제기와 심리, 원고와 소송위임의 확인
 【제공 항목】 이름, 주소, 연락처, 상호, 사업자등록번호, 손해의 종류·금액·경위, 증거 자료, 서명과 동의 기록
 【보유 기간】 법원의 기록 보존 기간
2. 상대방
 【제공받는 자】 피고 주식회사 카카오와 그 소송대리인
 【제공 목적】 소송 서류의 송달과 변론, 서비스 이용 사실의 확인, 화해 협의
 【제공 항목】 이름, 주소, 상호, 사업자등록번호, 이용한 서비스, 손해의 종류·금액·경위, 증거 자료
 【보유 기간】 이 사건이 확정되고 그에 따른 이행을 마칠 때까지
3. 감정인
 【제공받는 자】 법원이 지정한 감정인
 【제공 목적】 손해액의 감정
 【제공 항목】 이름, 상호, 업종, 지역, 손해의 종류·금액·경위, 매출 자료
 【보유 기간】 감정이 끝날 때까지

【주민등록번호】 수집하지 않으므로 제공하지도 않습니다.
【동의를 거부할 권리와 그 결과】 동의를 거부하실 수 있습니다. 다만 소송 서류를 법원과 상대방에게 보내지 않고는 소송을 진행할 수 없으므로, 거부하시면 참여하실 수 없습니다.
【동의의 철회】 언제든지 철회하실 수 있으나, 이미 법원과 상대방에게 제출된 서류는 되돌려 받지 못할 수 있습니다.

이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
6e114a0db58d5ddf9c8443bb085d3db90d69aaa30e36195a4f2e87cb8b5d28b3
', '\x0811967e0dc0ece15b6395f270b14c0320783e8bb67d0e4344d32accb5b9c56b', '2026-11-29 05:43:46.522123+00');


--
-- Data for Name: cosigned_checkpoint; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: court_case; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.court_case VALUES
	('01a225d4-b45d-73d6-bab4-53a443b0f175', 'kakao-2022', 'KKO', '카카오 서비스 장애 손해배상 청구 (2022년 10월)', 'Kakao service outage of October 2022: claim for damages', '2022년 10월 15일 오후 판교 데이터센터에서 난 화재로 카카오톡 채널, 알림톡, 카카오 T 등 카카오의 여러 서비스가 멈췄고, 모두 복구되기까지 약 127시간 30분이 걸렸습니다. 이 기간에 카카오 서비스를 영업에 이용하다가 손해를 본 소상공인과 사업자는 공동원고로 참여를 신청하실 수 있습니다. 서비스를 이용한 사실과 매출 손실을 보여 주는 자료가 꼭 필요하며, 소상공인확인서와 통장 사본도 함께 준비하시면 좋습니다. 이 사건은 시연용이며 실제로 원고를 모집하지 않습니다.', 'On the afternoon of 15 October 2022 a fire in a data centre in Pangyo took many Kakao services down, among them KakaoTalk Channel, Alimtalk and Kakao T; full restoration took about 127 hours and 30 minutes. Small merchants and other businesses that used a Kakao service for their trade and suffered a loss in that time can apply to join as joint plaintiffs. You need proof that you used the service and proof of your lost sales; a small-merchant certificate and a copy of your bank book are also useful. This case is a demonstration and does not recruit real plaintiffs.', '주식회사 카카오', 'Kakao Corp.', '2022-10-15 06:30:00+00', '2022-10-20 14:00:00+00', '2025-10-15', '2026-10-30 05:43:46.522123+00', '2027-01-28 05:43:46.522123+00', true, '2026-11-29 05:43:46.522123+00');


--
-- Data for Name: disclosure; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.disclosure OVERRIDING SYSTEM VALUE VALUES
	('01a225d4-ba73-7748-ae3c-ee20252af079', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', 'export', 'full', 'csv', '{"filter":{},"selection":"filter","standing":"in_force"}', 1, '\x0ce24875c5bcc746c2d8d9150b455b5ba771f88bd45e40052266a305f3dc21c6', 95, '\x00013c105be416a5717c2c66a4dc1c03a04deed71df2f735823d310f8302c4e14f8cb2f507a625ce0fed7687e338683988e600eb5a113bc6fc4ef9da7a85059ff28e7b81f5ba751bb9bc8b9b60a0eeec619ed4f0e979b717562c5c45594c2a045f0b6e23128d1d24f46bf3e169214ed683b70b1c252969342c5afdf50d112d141ef198298ee57f2ebf0002383793419219097505fd15', '{"reason":"4e7088283a0fb30ddc7c7eb1fc7c334fa490b568a59c87a019a11a26bf8108aa"}', '2026-11-29 05:43:48.082832+00', 1);


--
-- Data for Name: disclosure_member; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.disclosure_member VALUES
	('01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-ba73-7748-ae3c-ee20252af079');


--
-- Data for Name: download; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.download OVERRIDING SYSTEM VALUE VALUES
	('01a225d4-ba7d-763a-9902-9dcf2534c0f0', '01a225d4-ba73-7748-ae3c-ee20252af079', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', 'complete', 1, '\xf18e87ddea7e7e9355c2db9f07c21678113f6096927c4bc38a4ed1b303c0588b', '2026-11-29 05:43:48.092294+00', '2026-11-29 05:43:48.114638+00', 1);


--
-- Data for Name: erasure; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.erasure VALUES
	('01a225d4-bdac-7190-92b4-41696a60272d', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', 'claim', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'request', '01a225d4-bc81-70ef-8dba-7d453052146f', '2026-11-29 05:43:48.857382+00'),
	('01a225d4-bdc3-724b-8d95-053493dc813b', '01a225d4-bc81-70ef-8dba-7d453052146f', 'account', NULL, 'request', '01a225d4-bc81-70ef-8dba-7d453052146f', '2026-11-29 05:43:48.857382+00');


--
-- Data for Name: evidence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.evidence VALUES
	('01a225d4-b8e2-725c-94ae-cdcd4fdeca3a', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service-use', NULL, 'image/png', 48213, '\x8c7803cc084f18d7a82aff7b7adbc48f65e8f85512b4329a1c0b906e34d4e000', '2022-10-17', '\x000174474752ee9cfd5986ff1b27fa502f73d73e3bf0eef77b28ae7a5c2a67d462a7eb793057672e58ca7581eb4e4b4fec50c1b0b876bdb16b7a8232d7a516eb4eb8b12fc2667928bfb3e00d01a65080fe0e7bd0d8150318a2c4806d90b5cc348878dd0d93d4104f33b5347b150a436e629c4e775dc22017092eba3ad0a3ddd4a60232f08906a1ea', '{"file_name":"e8cb5227aa54a66e2c21c0208f24cf928e3a91f359f5477c8d7b88f1cb8220d3"}', NULL, '2026-11-29 05:43:47.679501+00', NULL),
	('01a225d4-b8ed-76b8-a6ec-3c88d8445aac', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'sales-loss', NULL, 'image/png', 48213, '\x94453f546285714e82f0e11357f64e35d4a84dd77243163a8f6463dd82b72f44', '2022-10-17', '\x000106823c6301442dc8c5769122379c8a7f8255355d5082fae03c9d316389508ea16c4054a501cdce93741d5a498196553d975e3ee3f0126c89375a9d83c6a02873758ef3214e5f135b6b24fbd3bfef37429f2c322839bbc974a44ced6a2f3c18060f396dbfdfd127f7b6407b0373d0fc055e6651105843e08ad803448bb8035a6df1a46f0909dc', '{"file_name":"5220c4f79d5f08c4ffce37931a1ee4fffdf64381ca7f2a8b542f96d7286c4d64"}', NULL, '2026-11-29 05:43:47.690215+00', NULL),
	('01a225d4-bed2-7528-bf19-67363345cae0', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'service-use', NULL, 'image/png', 48213, '\xb2dfcc59dfc3a576920867f98b6d08e95933f3ed3e49c9041ca0b1ab9bdcf6ff', '2022-10-17', '\x0001b146d6199ac139915ab80d684410283e1ba36cb9d6ea5e69a2e754a1c1e10a7e0757c53768a7e49ea150f79e4bb42bd431fc6dd319d2a3f58414dbd0f26d9ec8a3afc83014d81e72e9e5ecac2b71826e2172d8df897c2603fc81d72c963b63b15e832f6ecb66d1df7f9b6c9a6b1ae4b68635e2a20f482128df1839dcc7c9075fc1a74a7dec8b', '{"file_name":"ad44c76a16fecd8bb29a4b5a0e03d8c0b81f990a3bec33cc9647efe0f9514895"}', NULL, '2026-11-29 05:43:49.200653+00', NULL),
	('01a225d4-bedd-77d1-9a31-ee5da6766f3c', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'sales-loss', NULL, 'image/png', 48213, '\xca1527f8ae84f76ea1a164d7cee427a952b3c497c738f46047a87808277954a3', '2022-10-17', '\x0001e27f492cc71d2f24f6280a0576892876606c534f38458349796ede5c6c5e5ee554274c94676149ed7fcba3da7105b42e85cc333afd6615abad107df087ce79a736816265c01e6959c7ec939d848e7b110d46572e4be65d6d489cd2e982c2a0bc8f2e56f302bff31ba8b3cb875ce8d7ece0d43e6007b4772c04f95b2a20ac6788890d6aa389f8', '{"file_name":"e02031683d121f726f046ac85916d1af7b440950f662258ff327daebe3db15e9"}', NULL, '2026-11-29 05:43:49.211451+00', NULL);


--
-- Data for Name: idempotency; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.idempotency VALUES
	('/api/v1/accounts/confirmations', '\x248e674a1399775153b3128cb4c7faea4d2d1bd8879cb3b924d1ae512cdd1857', '\xce5f9f8bece61ebd1298d0b06beeb0212e7fc7e3b63acd73cac10b4075328ef7', 201, '/api/v1/account', '2026-11-29 05:43:47.571771+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x10d87ee7a6382cb0bf4106f83feed2d53b9ed43931910fcefd4635798d95b346', '\x72799f82155cf21eb010b573985a281f6582edad2aec54e0b152e49556156a47', 201, '/api/v1/claims/01a225d4-b8c7-762d-97d5-0b3831e8d735', '2026-11-29 05:43:47.646577+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\xd2fb7bd40e4ab4256261fc8842c4a2d09c332f5939604b199b3972d466da2fff', '\xbca1f728854848d0fe5aaeda614e14ac78f25130e0785b077fe7a0433fb6a7e9', 201, '/api/v1/losses/01a225d4-b8d6-7455-bee8-49eb0410ce25', '2026-11-29 05:43:47.666173+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\xdbdba25b96842a1a54843e422d11921fd0be9576fe746dbf3e3ed6ada85e2b4b', '\x2bd2844f9af8e2ba58949758e3c57e9c77e4a5ed9e0ab1198fe1a7bbf12335c9', 201, '/api/v1/evidence/01a225d4-b8e2-725c-94ae-cdcd4fdeca3a', '2026-11-29 05:43:47.679501+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\xe9adfe40efb333ff16572ace73d37c68cff5c2d4659e140aed31eb34e8a41322', '\x6f3e3b985aed659fab1a0b65716191b378ed7f856680c8de308fe9b6f2aa1dd7', 201, '/api/v1/evidence/01a225d4-b8ed-76b8-a6ec-3c88d8445aac', '2026-11-29 05:43:47.690215+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x0dbf66b0dd707a7a827fb68478765d5a88f42161587d3de744248429b92e7908', '\x211c29119e1e376e047cbec38898baa532cecd7adf480213be46b451d4d000bb', 201, '/api/v1/consents/01a225d4-b901-7030-a435-410f7cb7f174', '2026-11-29 05:43:47.70962+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x0f02cd15727b39e20ff510f659dc9259cbd05abf6ab742e7eff31ae54564949e', '\x955f495935f724f64a0b051e0106e11288022c72a243f19169a5473409782a03', 201, '/api/v1/consents/01a225d4-b90c-73d1-9978-d9a15802be94', '2026-11-29 05:43:47.720879+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x69a6330737c685d725734394eb164e3be02005309062cd07b3ce869c34bac7e7', '\x257bd05361cc960b2530563f801cfd2a1d92b325e6b2aa87d0212f8463e5dde7', 201, '/api/v1/consents/01a225d4-b916-737d-9cc2-33bc55309efb', '2026-11-29 05:43:47.729039+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x13c3924951f4cef669742e5819869798402e1f22f83cf67b04a43d37b8934709', '\x7bb7a31bdb7093551b3d5962fc9648c40bfccc6843ab5052e2e580740ec048e0', 201, '/api/v1/consents/01a225d4-b91d-76c7-9df8-a61fee26231a', '2026-11-29 05:43:47.73913+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x424d555d25f0ca888dc8009967ef7f99378678a3f0e0b2f91b36c4c638fb6b0e', '\xd3fdc2bf53d8ceafa78f431aec1ebb983c5273b8fac38123067c634209e47975', 201, '/api/v1/consents/01a225d4-b928-76c5-9722-cdd0fdfa58d1', '2026-11-29 05:43:47.749754+00', NULL),
	('01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x9d57e46a20664e315311a893ab9b8e324d26b6bdf26c7e75524648b9428c4ca3', '\xc0f859cabaf85907ecbae5d2c9642ad8da739d1cd2805a946d641e8c583c63f3', 204, NULL, '2026-11-29 05:43:47.763427+00', NULL),
	('01a225d4-b998-7290-ac46-918c6716e86d', '\xb2df33ca2e147b7ff087cc7ee9356590966ebcaca50e30afd12c90a347f33b67', '\xfed9b0b3a318003ab6ce6aa36cd85074f53068fdfa3788570785f3a215323803', 201, '/api/v1/claims/01a225d4-b8c7-762d-97d5-0b3831e8d735/reviews/01a225d4-ba54-74ff-be2e-548a9873b031', '2026-11-29 05:43:48.04921+00', NULL),
	('01a225d4-b998-7290-ac46-918c6716e86d', '\xf2f41cf5171a90615f7d4a745ee2832c600e23a08f52257e59e031354a173ae4', '\x170b199cac9d212662978dc858e64fed9e1daad56fff4d894c69ade38846eefc', 201, '/api/v1/claims/01a225d4-b8c7-762d-97d5-0b3831e8d735/reviews/01a225d4-ba66-73a8-95d1-5e038854892d', '2026-11-29 05:43:48.065948+00', NULL),
	('01a225d4-b998-7290-ac46-918c6716e86d', '\x37546409c6280f48c109ae928c5d3832c1db897f3f8118c983371dd42c9ce6f5', '\x439b9f93515e0165caa96991d3108f9d71749c90fae9294c244bf9c46cab09ab', 201, '/api/v1/exports/01a225d4-ba73-7748-ae3c-ee20252af079', '2026-11-29 05:43:48.082832+00', NULL),
	('/api/v1/accounts/confirmations', '\x7a9adf74aa6516147e883795dfb63f16f92001456abc1369d6faa92c51c20fcf', '\x3990d848005711b35c4c5d44952fb2cff9e9f1ee79ae264b79e5a72ebfaaa8a8', 201, '/api/v1/account', '2026-11-29 05:43:48.356998+00', NULL),
	('01a225d4-bb87-7735-b017-256e50b8b486', '\x8479fb2258b630f3c4f48ba3cefb164506aac55739b2743919840ab6ea092012', '\xdb2f0f0a28b7376d6a6cd753c02b65449807f5aa3b986f9b9fcac6ee212f0c9f', 201, '/api/v1/claims/01a225d4-bc1b-716d-88c3-75e0704287d3', '2026-11-29 05:43:48.50308+00', NULL),
	('/api/v1/accounts/confirmations', '\xb8de534325dce1a6bcf1c8c1a09ad4d7b9c11dd9128af1bb914871ffcdeab70b', '\x889ffd71a5d6ebb686175bf9e34eecc474d50d3b65de692190fb20a8844e147d', 201, '/api/v1/account', '2026-11-29 05:43:48.608658+00', NULL),
	('/api/v1/accounts/confirmations', '\xa7f6ec63ca6a5bb2db2056a34521c87bd70a6be568ea61edb04c5ab17d90e208', '\x9760bca5fbf041319b6e3ecd506102cd6031ea79e8d9992392d8b514c66c54e6', 201, '/api/v1/account', '2026-11-29 05:43:49.139869+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\x8a43e7274b69f0df837c299aba6d8b5cf19871c8980e587c7d8dbcbf79149195', '\xc6603b7e4b520d405815e5d6e9e0d7374534d956849214bc557f3b6182b22dbf', 201, '/api/v1/claims/01a225d4-bebc-7111-9e96-9d50cdc43457', '2026-11-29 05:43:49.178882+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\x0f21fa49608f72f009d9e070b0992e7be3aa6b72f5fac87f22fbd1a223352b49', '\x760643e64ff3449369f98fb670498a428cb5929f88a14a762457ff43873365ab', 201, '/api/v1/losses/01a225d4-beca-77b5-b306-fbba898c789e', '2026-11-29 05:43:49.192268+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\xd240bbcb2025afe91958c69de7fefbccbc592bb1ce770a3bf889e3b4f08ade51', '\x1cb44afe293dba78c2819d7359be9c4e3cfa1adfc47eebe146b4fbf1586b1fc3', 201, '/api/v1/evidence/01a225d4-bed2-7528-bf19-67363345cae0', '2026-11-29 05:43:49.200653+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\xf77d2ba141030b84b0d14c1de6cf882c74edd11f174141a3c5ef6924c4a6fb07', '\x623bb18c1a1458f35b763573ae711ab562ae0046ad432c0246537af3b1001f1f', 201, '/api/v1/evidence/01a225d4-bedd-77d1-9a31-ee5da6766f3c', '2026-11-29 05:43:49.211451+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\x992b9b0a5ddf5c2b813ea35aa7382984d6f1ec0ca93cd55d134faa126cbe01b4', '\xc252ce5bb441703bb1dfe1824dd2d1f3cd23cd49a0e966211bff9882a4944f93', 201, '/api/v1/consents/01a225d4-bef1-73d6-b3ae-7ae21c9f6439', '2026-11-29 05:43:49.228081+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\xfdcd856147dee8b589ddb108174c9712689d2ebe2733a2a7c4b05c81fec46a40', '\x0efc44cb9739e223b5516686f511b06695a07f6f55bf543aab18be0c2a1fb74b', 201, '/api/v1/consents/01a225d4-bf05-7085-8572-8b406d0b647c', '2026-11-29 05:43:49.248933+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\xe5ddefc366c28b5564d2c995c6ff98faeabe4bb4aab56ae6320678b5a932090d', '\x054960939a26fe9cc174ebd26549ba6ae19ff192a6c1e9311a4546771906a016', 201, '/api/v1/consents/01a225d4-bf18-7195-8512-84c80a0b8f96', '2026-11-29 05:43:49.263475+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\x40ee92df791a86aeb46a53cd7a7add851687f6c86b21a81a70ec4b3a940af182', '\x629af7e4e739ef21000c19c4049d85b0b58d6d0d705a95b794ba1db471deeb58', 201, '/api/v1/consents/01a225d4-bf25-73ec-9d3e-f854f13afbf6', '2026-11-29 05:43:49.280699+00', NULL),
	('01a225d4-be94-709f-b032-b101e4ccb28c', '\xdd026ae295ade391124febe9457edf407eba2bdbfaff2c056687efe5147aa9b1', '\x8911ae9ff111b6a7017c4698dc71603de39d6938c49f117e19d7884d7a31971c', 201, '/api/v1/consents/01a225d4-bf33-7604-992a-c308e3f2f447', '2026-11-29 05:43:49.293557+00', NULL);


--
-- Data for Name: key_fingerprint; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.key_fingerprint VALUES
	('sealing:1', '\x1c6d900a19de63d20976ebba61b3b6a23e16ed13a8359deaed10d1561572f303'),
	('index:1', '\xdeecb910fd3ccb7e33625eef71a2621da05be1b5d654c72a9c2a623a85391026'),
	('token:1', '\x8ffb5c4e499b2822fbe842b364318492e05456cb2e817596d72bb603e4524269'),
	('log:1', '\xf93e2591f3fb8978d3c0313ece4d52cbf5a7d7d6e6fc2660566b53f81cdb95a9');


--
-- Data for Name: legal_hold; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: log_identity; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.log_identity VALUES
	('01a225d4-b431-75ac-b90e-813c9391e303', 'localhost/claimant-registry+55eb5aa8+AddZeTu8E6KBmoJ8dq22+6ikmu4Af0ny0JktmbglrSxI', '', '2026-11-29 05:43:46.481376+00');


--
-- Data for Name: log_publication; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.log_publication VALUES
	('localhost/claimant-registry', '2026-11-29 05:43:47.119559+00');


--
-- Data for Name: loss; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.loss VALUES
	('01a225d4-b8d6-7455-bee8-49eb0410ce25', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'sales', 'special', 1200000, '2022-10-15', '2022-10-19', '\x0001213d302aec23aee95bef5c83ea72a98f86338ed2e6bfe16d406665332f5023e1c8e3dda4962e7d249fafe69b5f1afb9a2965140e49de9de104a85e5aa439dae7b416230ac3b0cac084cb06a65527379da058a7060dbc72d4e653167ab67ba7ef16ea59aaaa32f74542ef9829898bc06ba70ffe8a2d76075ae6e5ab6949f87cb069d4b950758fe6277d5aead76ecde0941efb647a09a82f212e56261eb471bc812f950dc157c7045a186df564bac75c1755c94fb3939ed859687ffbab81bb2cc302dd1606de9c3b0dfcafa1f1a173aef7b173f10e701bb1b778895e1667edf14f6c761ae0004b484fe08ff06a1d97c4ee9ec6850f035280c6e0f0f60a7dfd9bdfa6b3997d0185b334aaaa', '{"basis":"0512ef1811367eb1bfe070fd87756583eb21d39e90a4b3db0d060fcec38fd2ef","note":"be164a341a2ceb9f4c599fab1e3d1eae08c55705347e4324d2e52051fb7aa1c6"}', '2026-11-29 05:43:47.666173+00'),
	('01a225d4-bccf-72b7-9eaa-253976889034', '01a225d4-bcc0-74ec-961d-79d2ca3c49dd', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'sales', 'special', 1200000, '2022-10-15', '2022-10-19', '\x', '{}', '2026-11-29 05:43:48.685103+00'),
	('01a225d4-beca-77b5-b306-fbba898c789e', '01a225d4-bebc-7111-9e96-9d50cdc43457', '01a225d4-b45d-73d6-bab4-53a443b0f175', 'sales', 'special', 1200000, '2022-10-15', '2022-10-19', '\x000187bd4286bae53917ee66dfe2509d268f5d45e4683829ab85530b85fd83dd83e0141812708bddbc89cced28d8736276cb59ac1432c4e957c7d41701d577c8278cfe1269bf2c30dde5c64e25ae6f29b3897f07b0fdd1ed67a0119e2fe3f8afe0af4d09d5c8ccdc861a796e72785c0dc38498726e48c05f65acfb0e92599330ecd22fb253aa65fc50352d974a4ab2fd406c060ec3fcfd5ba6a105d2840f23f90277e62bc7a0375d7170d2322c71e1831b5347dd1d6d73e12301779e93c822451d32ecda669774272148cd206ca0e797ca1e29723a821a4a2b800354816dae6f81ffce09c546694e2fbc9505f5a355be024b1f6d504b752866c8f47110d2b06b1bc9b04665bfdc857faa7a43', '{"basis":"10e70883ef7daad9a737ed75168602c05e6658301ac5d55a243b04a657a449d9","note":"6fbe1cc32ddce8076ffda80166e92ee02dd64a650640caf69647cbbcfb2aca60"}', '2026-11-29 05:43:49.192268+00');


--
-- Data for Name: mail; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.mail VALUES
	('01a225d4-b75b-73a8-aae0-c8b563022627', '\x', '2026-11-29 05:43:47.282753+00', '2026-11-29 05:43:47.504348+00', '\xa48c97b10811adcd137dac020ddfd587cee6b0bcadd19b40e158dd8ac26099de', NULL, 0, '2026-11-29 05:43:47.282753+00', NULL, NULL, NULL, false),
	('01a225d4-b93c-70a5-addb-6cfe12e21ebb', '\x', '2026-11-29 05:43:47.763427+00', '2026-11-29 05:43:48.01634+00', '\xa48c97b10811adcd137dac020ddfd587cee6b0bcadd19b40e158dd8ac26099de', NULL, 0, '2026-11-29 05:43:47.763427+00', NULL, NULL, NULL, false),
	('01a225d4-ba48-7792-bfc1-a31c91343f25', '\x', '2026-11-29 05:43:48.039461+00', '2026-11-29 05:43:48.273857+00', '\xc428fcfd300b844ee49ea62d9f5a36d99d827d7d960ee4d4edf78cc55751ae3c', NULL, 0, '2026-11-29 05:43:48.039461+00', NULL, NULL, NULL, false),
	('01a225d4-ba6c-774c-8d82-964aac4fe9e0', '\x', '2026-11-29 05:43:48.065948+00', '2026-11-29 05:43:48.278108+00', '\xa48c97b10811adcd137dac020ddfd587cee6b0bcadd19b40e158dd8ac26099de', NULL, 0, '2026-11-29 05:43:48.065948+00', NULL, NULL, NULL, false),
	('01a225d4-bab5-73bb-8235-6fbbf32ad260', '\x', '2026-11-29 05:43:48.144417+00', '2026-11-29 05:43:48.285062+00', '\xbdaba464b0ccb3fd4517dc1d76ad4540e37696760527f74bf86355f997bec496', NULL, 0, '2026-11-29 05:43:48.144417+00', NULL, NULL, NULL, false),
	('01a225d4-bdc5-768d-994a-c341bcba122f', '\x', '2026-11-29 05:43:48.857382+00', '2026-11-29 05:43:49.077283+00', '\x', NULL, 0, '2026-11-29 05:43:48.857382+00', NULL, NULL, NULL, false),
	('01a225d4-bdd4-754a-b742-40e0e3aa986e', '\x', '2026-11-29 05:43:48.946834+00', '2026-11-29 05:43:49.081298+00', '\xba208777250a5b3b047d2f09e76fd4dcbe31c5184fa3ec539d56e84e943066fb', NULL, 0, '2026-11-29 05:43:48.946834+00', NULL, NULL, NULL, false);


--
-- Data for Name: message; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: message_member; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: migration; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.migration VALUES
	('2026-11-23-000001_audit/up.sql:82d913e80cdf2826e9901d24b9969865894a0d46bfbb079228beb1ad1c2039aa', '2026-11-29 05:43:46.026628+00'),
	('2026-11-23-000002_registry/up.sql:f4a371d474eefd54274ed46e9c9de317de97d932e805efdc02f25cdaf68590c1', '2026-11-29 05:43:46.085751+00'),
	('2026-11-24-000003_identity/up.sql:7adb89e1113c2b312274e5a584da3728455057465c774ec277f4d05347de57e6', '2026-11-29 05:43:46.233047+00'),
	('2026-11-24-000004_erasure/up.sql:1cdedb488957fc0b6fa6e1026441232318936459670c02fa9ed549aed43f3ed2', '2026-11-29 05:43:46.242741+00'),
	('2026-11-24-000005_witness/up.sql:5a4f9d3f02bd466fe8ffab92b7adb22b38e3df4c1323606a80d22c1c7ae3aa6e', '2026-11-29 05:43:46.259818+00'),
	('2026-11-24-000006_removed_loss/up.sql:53f5aa2cb82556748e3804f07ab2ba9fe14deb00b4835c4d091dae5b8efddb3b', '2026-11-29 05:43:46.280503+00'),
	('2026-11-25-000007_derived/up.sql:a038c2a4f71cdcfcf9c95f76b8bfa8a71d0762fc464c9e01c09ba1cf132c67df', '2026-11-29 05:43:46.281607+00'),
	('2026-11-28-000012_guessing/up.sql:ff256e1c9fbadd97367f75f67ea6879a8f1b3692262033e62fdb9e7545227f64', '2026-11-29 05:43:46.283351+00'),
	('2026-11-28-000013_mailboxes/up.sql:61f0ad068b42f6b30810ec05b91b3543f84569bbaeaa70bb5a17241cd34cd33a', '2026-11-29 05:43:46.286304+00'),
	('2026-11-28-000014_access_record/up.sql:159419cc8d03d25ce2696ab434ee7182d6c27238ad1869929ca8863d059fe26f', '2026-11-29 05:43:46.296339+00'),
	('2026-11-28-000015_order/up.sql:e4400eacebc81d9a3ec59196b91de2727ff3457ee9e54e4c14a6e4610af87532', '2026-11-29 05:43:46.302841+00'),
	('2026-11-28-000016_grammar/up.sql:dc6af72a41d90f1908a85b654e9fd0af7d32469fc7d0b1971e377a41edd30ac2', '2026-11-29 05:43:46.338624+00'),
	('2026-11-28-000018_mandated/up.sql:95e00adf998511227fd8567289ccc3bb65a7cf648e2b062b08ee6ae15ab23023', '2026-11-29 05:43:46.351941+00'),
	('2026-11-28-000019_numbers/up.sql:58bd2264d8253db139511effd65b53a3fd82ffedf2665aee2d7f589db2038ac4', '2026-11-29 05:43:46.354654+00'),
	('2026-11-28-000020_delivery/up.sql:41255cab403221a50ebf44be695e490632d61a48566593cc3f08326fa16fe666', '2026-11-29 05:43:46.356159+00'),
	('2026-11-28-000021_desk/up.sql:e07b30ce5955597c92a107fe52000ce9123fbd8e1672e1f965eafe56cbebfcd7', '2026-11-29 05:43:46.364227+00'),
	('2026-11-28-000022_notice/up.sql:d1bf7ba9c65beab873eb605284e72ffa6d75612d5f982821f23741b4283bef27', '2026-11-29 05:43:46.380971+00'),
	('2026-11-28-000023_message/up.sql:0bcc89b117d1a569ea751d701e036db779eff970bb5303067f8d7a4c1d4fd3f6', '2026-11-29 05:43:46.392053+00'),
	('2026-11-28-000025_counsel/up.sql:1bc066e371fc8c49e595767d8110234638fc4f33d1aa32fe603bb0d108d0a91a', '2026-11-29 05:43:46.410595+00'),
	('2026-11-28-000026_listed/up.sql:09efc0802103bb91c91b8fcf5bd4376e57fe486e37049f67cb73e180088007ee', '2026-11-29 05:43:46.415632+00');


--
-- Data for Name: notice; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: one_time_link; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: pending; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: review; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.review OVERRIDING SYSTEM VALUE VALUES
	('01a225d4-ba54-74ff-be2e-548a9873b031', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', 'start', '\x00010d7be2f4d5c51e6769d97140ca9d97d112789d93a78fdc41a4f2ab79656797ca299d3ca5741344ef65e6be624f1365861495044fbfa5ed62e1546bf14e12f5c2188423531e1085fac88d1a3c2cfca2649f2c369441fbd0c3bc076b942aefeae4cdc6a3b75c27fc95fe827108e2df6bc171523d00ab0b31b16d4d1dde57ec14ab10f0304bc257508df378', '{"note":"ebb5768c3e4b7a606a51ae6f82e0103835e086faf722825bebb86ca979c32fa9"}', '2026-11-29 05:43:48.04921+00', 1),
	('01a225d4-ba66-73a8-95d1-5e038854892d', '01a225d4-b8c7-762d-97d5-0b3831e8d735', '01a225d4-b45d-73d6-bab4-53a443b0f175', '01a225d4-b998-7290-ac46-918c6716e86d', 'accept', '\x0001659ee8e880b366fbfe93c0b9a32bed3d087edc31bed955cc2e3e7453f29fbd8cf4357127e4ee36529fa7daf0c32e79eafcb798a5321b413d32ad95b676786fcd7da206211f89a4e4520242ceba22d51891915f9559aa0ec6cfb70b0a73fbec0856b7d9b5a240f4fcec30e6dc048ada4ac5d0131a0cf94f9204711d366256151c1858eac1cd9895b95013', '{"note":"204ab8e479475fb8c5778e2b0c4b04e3a6716bf15e29b37c7136a582e64c22be"}', '2026-11-29 05:43:48.065948+00', 2);


--
-- Data for Name: session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.session VALUES
	('01a225d4-b8b3-71cc-b37a-0e13a1f4b898', '01a225d4-b878-725c-aa6b-d6d4cf089f02', '\x0001ed52c92e6848ed1bbd9d37149ac66f087728f18577758a137fb54408d7f2fe429a56e7bb3cbb51baaba6b03bf2f2f3b4393b5a6bd38f269427015c18a231fa7b7050465246603c6d570d57655a38bf6baf47a5b87db46b6d55d3f73bca5622ad5b5a84410ec2b452fda5312608ecdb0a375b0eee7e430b2ed7f7969483fb72df0f0730434566f357e8760294f1ad06c0a248f624025b1115b605e4cfacdc3b616a11d8b42736a2ae9e5b9812ecdf10dc90affc59014f8791b3d3d5e711', '2026-11-29 05:43:47.632692+00', '2026-11-29 05:43:47.632692+00', '2026-12-29 05:43:47.632692+00', NULL),
	('01a225d4-ba4a-7115-930a-7e6a26049768', '01a225d4-b998-7290-ac46-918c6716e86d', '\x00018601fb6c127313b075505953fbbd3bdbd1fb6d3fc4391864f7e8ffbe587239095af597d3e7002c233f96b4e1dc7a3cb8c2c8337d67f59fabf813502721bffe0b2dacbc2b5027a37e590cecb41163fd713c77d31e4a11c0746a3dc46168a08b4bba4899be69c4a28324de39f3d57b3860e2d34f2116c1f27dd16bbcef2466f329d74d2419e0072b9f0bf13f02ddc09b373e1c3b765bb00e4a937850f7c142fc88aec5cfa3114209142cf721fb44329715cb3a0288b71bca94e4b1903c17', '2026-11-29 05:43:48.039461+00', '2026-11-29 05:43:48.039461+00', '2026-11-29 17:43:48.039461+00', NULL),
	('01a225d4-bc01-72c4-b52e-063adfa35f0a', '01a225d4-bb87-7735-b017-256e50b8b486', '\x00016adadafbdb6cf68a3318998169d0b239836558c498bfaa913edfaddb4b313b9a441f201a1261cb0770937726c99c577bef99a1d5092aa89e62085d3d0c16f5f2eff3acf7f1dc3ff9c93fad64b0ee27f87bf1ea9e26e481b7ad94000ce735c04cc40cc62d4c135f22a83a46dc9e0aa5feafddab4f87d38a4a8176cbe634a06b24c5d727cde4dd319b9d7d39044bfdad6fbffe5bb36bb87c0d98b7a01a5f497eb6bb9f0aafac5869e0fddcee6ededfecf3613870d3597f464f619fc60ad6', '2026-11-29 05:43:48.468644+00', '2026-11-29 05:43:48.468644+00', '2026-12-29 05:43:48.468644+00', NULL),
	('01a225d4-beb5-7340-af29-66415bb62d64', '01a225d4-be94-709f-b032-b101e4ccb28c', '\x00014edd8aa6ea9162f8ea39bdef4095b4bd33a80ff6d152f1cb1382d9f818c72fd5d6741b0b506f46ddaceb08bc6fc078cf1029aa3c74523a3c6475103ccd8d31651dea8723cc5061e1db09509e5d48c48f4472cc89f2cea6b4e7d1c6aa061dc33a7fe3d0d476343e59ac63956f5ecc117aa08f6b53f442014e28e7d83b071ded4da6670e6bb6e34a85965f83b5677c84b3b1d6fbe04cbe75c72adccb6a05f9b434f9a18bfbc0ff31b54a3454ff4fe172a149109cf44d538e5774a65fdefb', '2026-11-29 05:43:49.173152+00', '2026-11-29 05:43:49.173152+00', '2026-12-29 05:43:49.173152+00', NULL);


--
-- Data for Name: sign_in_delay; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: time_stamp; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: verification; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: witness; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: witness_state; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Name: change_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.change_id_seq', 150, true);


--
-- Name: claim_number; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.claim_number', 2, true);


--
-- Name: consent_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.consent_seq_seq', 15, true);


--
-- Name: disclosure_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.disclosure_seq_seq', 1, true);


--
-- Name: download_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.download_seq_seq', 1, true);


--
-- Name: message_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.message_seq_seq', 1, false);


--
-- Name: review_seq_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.review_seq_seq', 2, true);


--
-- Name: __diesel_schema_migrations __diesel_schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.__diesel_schema_migrations
    ADD CONSTRAINT __diesel_schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: access_record access_record_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.access_record
    ADD CONSTRAINT access_record_pkey PRIMARY KEY (id);


--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (id);


--
-- Name: audit_column audit_column_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_column
    ADD CONSTRAINT audit_column_pkey PRIMARY KEY (table_name, column_name);


--
-- Name: audit_exempt audit_exempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_exempt
    ADD CONSTRAINT audit_exempt_pkey PRIMARY KEY (table_name);


--
-- Name: audit_head audit_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_head
    ADD CONSTRAINT audit_head_pkey PRIMARY KEY (id);


--
-- Name: audit_log audit_log_change_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_change_key UNIQUE (change);


--
-- Name: audit_log audit_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_log
    ADD CONSTRAINT audit_log_pkey PRIMARY KEY (seq);


--
-- Name: audit_table audit_table_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_table
    ADD CONSTRAINT audit_table_pkey PRIMARY KEY (table_name);


--
-- Name: case_option case_option_case_id_kind_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_option
    ADD CONSTRAINT case_option_case_id_kind_code_key UNIQUE (case_id, kind, code);


--
-- Name: case_option case_option_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_option
    ADD CONSTRAINT case_option_pkey PRIMARY KEY (id);


--
-- Name: case_staff case_staff_case_id_account_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_staff
    ADD CONSTRAINT case_staff_case_id_account_id_key UNIQUE (case_id, account_id);


--
-- Name: case_staff case_staff_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_staff
    ADD CONSTRAINT case_staff_pkey PRIMARY KEY (id);


--
-- Name: change change_at; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.change
    ADD CONSTRAINT change_at CHECK (((at >= '0001-01-01 00:00:00+00'::timestamp with time zone) AND (at < '10000-01-01 00:00:00+00'::timestamp with time zone))) NOT VALID;


--
-- Name: change change_commitment; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.change
    ADD CONSTRAINT change_commitment CHECK (
CASE
    WHEN (op = ANY (ARRAY['DELETE'::text, 'TRUNCATE'::text])) THEN (commitment IS NULL)
    ELSE (COALESCE(length(commitment), 0) = 32)
END) NOT VALID;


--
-- Name: change change_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.change
    ADD CONSTRAINT change_pkey PRIMARY KEY (id);


--
-- Name: change change_tx; Type: CHECK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE public.change
    ADD CONSTRAINT change_tx CHECK (((tx >= 0) AND (tx <= '9007199254740992'::bigint))) NOT VALID;


--
-- Name: claim claim_id_case_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_id_case_id_key UNIQUE (id, case_id);


--
-- Name: claim claim_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_number_key UNIQUE (number);


--
-- Name: claim claim_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (id);


--
-- Name: claim_service claim_service_claim_id_service_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_service
    ADD CONSTRAINT claim_service_claim_id_service_key UNIQUE (claim_id, service);


--
-- Name: claim_service claim_service_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_service
    ADD CONSTRAINT claim_service_pkey PRIMARY KEY (id);


--
-- Name: consent consent_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT consent_pkey PRIMARY KEY (id);


--
-- Name: consent_text consent_text_case_id_item_version_language_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent_text
    ADD CONSTRAINT consent_text_case_id_item_version_language_key UNIQUE (case_id, item, version, language);


--
-- Name: consent_text consent_text_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent_text
    ADD CONSTRAINT consent_text_pkey PRIMARY KEY (id);


--
-- Name: cosigned_checkpoint cosigned_checkpoint_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.cosigned_checkpoint
    ADD CONSTRAINT cosigned_checkpoint_pkey PRIMARY KEY (origin, size);


--
-- Name: court_case court_case_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.court_case
    ADD CONSTRAINT court_case_code_key UNIQUE (code);


--
-- Name: court_case court_case_number_prefix_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.court_case
    ADD CONSTRAINT court_case_number_prefix_key UNIQUE (number_prefix);


--
-- Name: court_case court_case_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.court_case
    ADD CONSTRAINT court_case_pkey PRIMARY KEY (id);


--
-- Name: disclosure_member disclosure_member_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure_member
    ADD CONSTRAINT disclosure_member_pkey PRIMARY KEY (claim_id, disclosure_id);


--
-- Name: disclosure disclosure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_pkey PRIMARY KEY (id);


--
-- Name: download download_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.download
    ADD CONSTRAINT download_pkey PRIMARY KEY (id);


--
-- Name: erasure erasure_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_pkey PRIMARY KEY (id);


--
-- Name: erasure erasure_subject_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_subject_key UNIQUE (subject);


--
-- Name: evidence evidence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_pkey PRIMARY KEY (id);


--
-- Name: idempotency idempotency_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (scope, key);


--
-- Name: key_fingerprint key_fingerprint_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.key_fingerprint
    ADD CONSTRAINT key_fingerprint_pkey PRIMARY KEY (id);


--
-- Name: legal_hold legal_hold_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_pkey PRIMARY KEY (id);


--
-- Name: log_identity log_identity_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.log_identity
    ADD CONSTRAINT log_identity_pkey PRIMARY KEY (id);


--
-- Name: log_identity log_identity_vkey_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.log_identity
    ADD CONSTRAINT log_identity_vkey_key UNIQUE (vkey);


--
-- Name: log_publication log_publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.log_publication
    ADD CONSTRAINT log_publication_pkey PRIMARY KEY (id);


--
-- Name: loss loss_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loss
    ADD CONSTRAINT loss_pkey PRIMARY KEY (id);


--
-- Name: mail mail_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mail
    ADD CONSTRAINT mail_pkey PRIMARY KEY (id);


--
-- Name: message_member message_member_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_member
    ADD CONSTRAINT message_member_pkey PRIMARY KEY (claim_id, message_id);


--
-- Name: message message_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_pkey PRIMARY KEY (id);


--
-- Name: migration migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.migration
    ADD CONSTRAINT migration_pkey PRIMARY KEY (id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);


--
-- Name: one_time_link one_time_link_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_pkey PRIMARY KEY (id);


--
-- Name: one_time_link one_time_link_token_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.one_time_link
    ADD CONSTRAINT one_time_link_token_hash_key UNIQUE (token_hash);


--
-- Name: pending pending_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pending
    ADD CONSTRAINT pending_pkey PRIMARY KEY (change);


--
-- Name: review review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_pkey PRIMARY KEY (id);


--
-- Name: session session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_pkey PRIMARY KEY (id);


--
-- Name: sign_in_delay sign_in_delay_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_delay
    ADD CONSTRAINT sign_in_delay_pkey PRIMARY KEY (email_index, lane);


--
-- Name: time_stamp time_stamp_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.time_stamp
    ADD CONSTRAINT time_stamp_pkey PRIMARY KEY (id);


--
-- Name: verification verification_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verification
    ADD CONSTRAINT verification_pkey PRIMARY KEY (id);


--
-- Name: witness witness_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witness
    ADD CONSTRAINT witness_pkey PRIMARY KEY (id);


--
-- Name: witness_state witness_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witness_state
    ADD CONSTRAINT witness_state_pkey PRIMARY KEY (witness_id);


--
-- Name: access_record_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_record_account ON public.access_record USING btree (account_id, subject, created_at);


--
-- Name: access_record_kept; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX access_record_kept ON public.access_record USING btree (created_at) WHERE (sealed <> '\x'::bytea);


--
-- Name: account_email_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX account_email_index ON public.account USING btree (email_index);


--
-- Name: change_subject; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX change_subject ON public.change USING btree (subject) WHERE (subject <> ''::text);


--
-- Name: claim_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_account ON public.claim USING btree (account_id);


--
-- Name: claim_amount; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_amount ON public.claim USING btree (case_id, total_krw DESC, (("substring"(number, '-([0-9]{1,18})-'::text))::bigint)) INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE ((number IS NOT NULL) AND (sealed <> '\x'::bytea));


--
-- Name: claim_business_number_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_business_number_index ON public.claim USING btree (business_number_index);


--
-- Name: claim_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_case ON public.claim USING btree (case_id, id);


--
-- Name: claim_listed; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_listed ON public.claim USING btree (case_id, (("substring"(number, '-([0-9]{1,18})-'::text))::bigint)) INCLUDE (id, number, status, region, industry, submitted_at, services, lacking) WHERE ((number IS NOT NULL) AND (sealed <> '\x'::bytea));


--
-- Name: claim_name_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_name_index ON public.claim USING btree (name_index);


--
-- Name: claim_one_live; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX claim_one_live ON public.claim USING btree (case_id, account_id) WHERE (status <> 'withdrawn'::text);


--
-- Name: claim_phone_index; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX claim_phone_index ON public.claim USING btree (phone_index);


--
-- Name: consent_claim; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX consent_claim ON public.consent USING btree (claim_id);


--
-- Name: consent_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX consent_seq ON public.consent USING btree (seq);


--
-- Name: disclosure_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disclosure_case ON public.disclosure USING btree (case_id, id);


--
-- Name: disclosure_member_disclosure; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX disclosure_member_disclosure ON public.disclosure_member USING btree (disclosure_id, claim_id);


--
-- Name: disclosure_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX disclosure_seq ON public.disclosure USING btree (seq);


--
-- Name: download_disclosure; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX download_disclosure ON public.download USING btree (disclosure_id);


--
-- Name: download_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX download_seq ON public.download USING btree (seq);


--
-- Name: evidence_claim; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX evidence_claim ON public.evidence USING btree (claim_id);


--
-- Name: evidence_sha256; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX evidence_sha256 ON public.evidence USING btree (case_id, sha256);


--
-- Name: idempotency_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_created_at ON public.idempotency USING btree (created_at);


--
-- Name: legal_hold_claim; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX legal_hold_claim ON public.legal_hold USING btree (claim_id);


--
-- Name: legal_hold_in_force; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX legal_hold_in_force ON public.legal_hold USING btree (case_id, claim_id) NULLS NOT DISTINCT WHERE (released_at IS NULL);


--
-- Name: loss_claim; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX loss_claim ON public.loss USING btree (claim_id);


--
-- Name: mail_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_due ON public.mail USING btree (to_many, next_at, id) WHERE ((sent_at IS NULL) AND (failed_at IS NULL) AND (recalled_at IS NULL));


--
-- Name: mail_recalled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_recalled ON public.mail USING btree (recalled_at) WHERE (recalled_at IS NOT NULL);


--
-- Name: mail_to; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_to ON public.mail USING btree (to_index);


--
-- Name: mail_unsent; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mail_unsent ON public.mail USING btree (id) WHERE (sent_at IS NULL);


--
-- Name: message_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX message_case ON public.message USING btree (case_id, seq);


--
-- Name: message_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX message_seq ON public.message USING btree (seq);


--
-- Name: notice_case; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notice_case ON public.notice USING btree (case_id, starts_on);


--
-- Name: one_time_link_email; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX one_time_link_email ON public.one_time_link USING btree (email_index);


--
-- Name: review_claim; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX review_claim ON public.review USING btree (claim_id);


--
-- Name: review_seq; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX review_seq ON public.review USING btree (seq);


--
-- Name: session_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX session_account ON public.session USING btree (account_id);


--
-- Name: verification_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX verification_waiting ON public.verification USING btree ((true)) WHERE (ended_at IS NULL);


--
-- Name: witness_name; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX witness_name ON public.witness USING btree (name) WHERE (removed_at IS NULL);


--
-- Name: witness_vkey; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX witness_vkey ON public.witness USING btree (vkey) WHERE (removed_at IS NULL);


--
-- Name: audit_log append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.audit_log ENABLE ALWAYS TRIGGER append_only;


--
-- Name: change append_only; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON public.change FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse();

ALTER TABLE public.change ENABLE ALWAYS TRIGGER append_only;


--
-- Name: change append_only_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER append_only_row BEFORE UPDATE ON public.change FOR EACH ROW EXECUTE FUNCTION public.audit_only_erase();

ALTER TABLE public.change ENABLE ALWAYS TRIGGER append_only_row;


--
-- Name: account audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('id', '', 'password_hash');

ALTER TABLE public.account ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: case_option audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.case_option FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.case_option ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: case_staff audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.case_staff FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('account_id', 'case_id');

ALTER TABLE public.case_staff ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: claim audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.claim FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('id', 'case_id');

ALTER TABLE public.claim ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: claim_service audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.claim_service FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.claim_service ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: consent audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.consent ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: consent_text audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.consent_text FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.consent_text ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: court_case audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.court_case FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'id');

ALTER TABLE public.court_case ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: disclosure audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.disclosure ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: download audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.download FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.download ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: erasure audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.erasure FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('subject', 'case_id');

ALTER TABLE public.erasure ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: evidence audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.evidence ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: key_fingerprint audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.key_fingerprint FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.key_fingerprint ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: legal_hold audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.legal_hold FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.legal_hold ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: log_identity audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.log_identity FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.log_identity ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: log_publication audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.log_publication FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.log_publication ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: loss audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.loss FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.loss ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: message audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.message FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.message ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: migration audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.migration FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.migration ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: notice audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.notice FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', 'case_id');

ALTER TABLE public.notice ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: review audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.review FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('claim_id', 'case_id');

ALTER TABLE public.review ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: time_stamp audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.time_stamp FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.time_stamp ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: verification audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.verification FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.verification ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: witness audit_row; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_row AFTER INSERT OR DELETE OR UPDATE ON public.witness FOR EACH ROW EXECUTE FUNCTION public.audit_capture_row('', '');

ALTER TABLE public.witness ENABLE ALWAYS TRIGGER audit_row;


--
-- Name: account audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.account FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.account ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: case_option audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.case_option FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.case_option ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: case_staff audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.case_staff FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.case_staff ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: claim audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.claim FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.claim ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: claim_service audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.claim_service FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.claim_service ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: consent audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.consent FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.consent ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: consent_text audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.consent_text FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.consent_text ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: court_case audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.court_case FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.court_case ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: disclosure audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.disclosure FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.disclosure ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: download audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.download FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.download ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: erasure audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.erasure FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.erasure ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: evidence audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.evidence FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.evidence ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: key_fingerprint audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.key_fingerprint FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.key_fingerprint ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: legal_hold audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.legal_hold FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.legal_hold ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: log_identity audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.log_identity FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.log_identity ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: log_publication audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.log_publication FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.log_publication ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: loss audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.loss FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.loss ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: message audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.message FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.message ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: migration audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.migration FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.migration ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: notice audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.notice FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.notice ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: review audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.review FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.review ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: time_stamp audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.time_stamp FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.time_stamp ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: verification audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.verification FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.verification ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: witness audit_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER audit_truncate AFTER TRUNCATE ON public.witness FOR EACH STATEMENT EXECUTE FUNCTION public.audit_capture_truncate();

ALTER TABLE public.witness ENABLE ALWAYS TRIGGER audit_truncate;


--
-- Name: case_option case_option_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_option
    ADD CONSTRAINT case_option_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: case_staff case_staff_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_staff
    ADD CONSTRAINT case_staff_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: case_staff case_staff_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.case_staff
    ADD CONSTRAINT case_staff_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: claim claim_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: claim claim_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: claim_service claim_service_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.claim_service
    ADD CONSTRAINT claim_service_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: consent consent_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT consent_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: consent_text consent_text_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent_text
    ADD CONSTRAINT consent_text_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: consent consent_text_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.consent
    ADD CONSTRAINT consent_text_id_fkey FOREIGN KEY (text_id) REFERENCES public.consent_text(id);


--
-- Name: disclosure disclosure_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: disclosure disclosure_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: disclosure_member disclosure_member_claim_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure_member
    ADD CONSTRAINT disclosure_member_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claim(id);


--
-- Name: disclosure_member disclosure_member_disclosure_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.disclosure_member
    ADD CONSTRAINT disclosure_member_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES public.disclosure(id);


--
-- Name: download download_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.download
    ADD CONSTRAINT download_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: download download_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.download
    ADD CONSTRAINT download_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: download download_disclosure_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.download
    ADD CONSTRAINT download_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES public.disclosure(id);


--
-- Name: erasure erasure_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: erasure erasure_requested_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT erasure_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES public.account(id);


--
-- Name: evidence evidence_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: evidence evidence_loss_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_loss_id_fkey FOREIGN KEY (loss_id) REFERENCES public.loss(id);


--
-- Name: evidence evidence_replaces_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT evidence_replaces_fkey FOREIGN KEY (replaces) REFERENCES public.evidence(id);


--
-- Name: legal_hold legal_hold_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: legal_hold legal_hold_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.legal_hold
    ADD CONSTRAINT legal_hold_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: loss loss_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.loss
    ADD CONSTRAINT loss_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: message message_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: message message_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message
    ADD CONSTRAINT message_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: message_member message_member_claim_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_member
    ADD CONSTRAINT message_member_claim_id_fkey FOREIGN KEY (claim_id) REFERENCES public.claim(id);


--
-- Name: message_member message_member_message_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.message_member
    ADD CONSTRAINT message_member_message_id_fkey FOREIGN KEY (message_id) REFERENCES public.message(id);


--
-- Name: notice notice_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: notice notice_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES public.court_case(id);


--
-- Name: notice notice_published_by_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notice
    ADD CONSTRAINT notice_published_by_fkey FOREIGN KEY (published_by) REFERENCES public.account(id);


--
-- Name: review review_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: review review_claim_id_case_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.review
    ADD CONSTRAINT review_claim_id_case_id_fkey FOREIGN KEY (claim_id, case_id) REFERENCES public.claim(id, case_id);


--
-- Name: session session_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.session
    ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: verification verification_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.verification
    ADD CONSTRAINT verification_account_id_fkey FOREIGN KEY (account_id) REFERENCES public.account(id);


--
-- Name: witness_state witness_state_witness_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.witness_state
    ADD CONSTRAINT witness_state_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES public.witness(id);


--
-- Name: TABLE claim; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.claim TO registry_app;


--
-- Name: TABLE consent; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.consent TO registry_app;


--
-- Name: COLUMN consent.signature_key; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(signature_key) ON TABLE public.consent TO registry_app;


--
-- Name: COLUMN consent.signature_bytes; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(signature_bytes) ON TABLE public.consent TO registry_app;


--
-- Name: COLUMN consent.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.consent TO registry_app;


--
-- Name: COLUMN consent.commitments; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(commitments) ON TABLE public.consent TO registry_app;


--
-- Name: COLUMN consent.withdrawn_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(withdrawn_at) ON TABLE public.consent TO registry_app;


--
-- Name: TABLE consent_text; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.consent_text TO registry_app;


--
-- Name: FUNCTION audit_arm(captured text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_arm(captured text) FROM PUBLIC;


--
-- Name: FUNCTION audit_capture_row(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_capture_row() FROM PUBLIC;


--
-- Name: FUNCTION audit_capture_truncate(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_capture_truncate() FROM PUBLIC;


--
-- Name: FUNCTION audit_check(captured text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_check(captured text) FROM PUBLIC;


--
-- Name: FUNCTION audit_context(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_context() FROM PUBLIC;


--
-- Name: FUNCTION audit_erase(subjects text[]); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_erase(subjects text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.audit_erase(subjects text[]) TO registry_app;


--
-- Name: FUNCTION audit_erasing(wanted text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_erasing(wanted text) FROM PUBLIC;


--
-- Name: FUNCTION audit_fits(word text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_fits(word text) FROM PUBLIC;


--
-- Name: FUNCTION audit_only_erase(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_only_erase() FROM PUBLIC;


--
-- Name: TABLE audit_column; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_column TO registry_app;


--
-- Name: FUNCTION audit_snapshot(captured text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.audit_snapshot(captured text) FROM PUBLIC;


--
-- Name: TABLE account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.role; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(role) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.state; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(state) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.email_index; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(email_index) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.commitments; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(commitments) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.password_hash; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(password_hash) ON TABLE public.account TO registry_app;


--
-- Name: COLUMN account.password_changed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(password_changed_at) ON TABLE public.account TO registry_app;


--
-- Name: TABLE mail; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.sent_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sent_at) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.to_index; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(to_index) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.recalled_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(recalled_at) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.tries; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(tries) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.next_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(next_at) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.taken_until; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(taken_until) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.failed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(failed_at) ON TABLE public.mail TO registry_app;


--
-- Name: COLUMN mail.reply; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(reply) ON TABLE public.mail TO registry_app;


--
-- Name: TABLE loss; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.loss TO registry_app;


--
-- Name: COLUMN loss.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.loss TO registry_app;


--
-- Name: COLUMN loss.commitments; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(commitments) ON TABLE public.loss TO registry_app;


--
-- Name: TABLE __diesel_schema_migrations; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.__diesel_schema_migrations TO registry_app;


--
-- Name: TABLE access_record; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.access_record TO registry_app;


--
-- Name: COLUMN access_record.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.access_record TO registry_app;


--
-- Name: TABLE audit_exempt; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_exempt TO registry_app;


--
-- Name: TABLE audit_head; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_head TO registry_app;
GRANT SELECT ON TABLE public.audit_head TO registry_sealer;


--
-- Name: COLUMN audit_head.size; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(size) ON TABLE public.audit_head TO registry_sealer;


--
-- Name: COLUMN audit_head.hash; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(hash) ON TABLE public.audit_head TO registry_sealer;


--
-- Name: TABLE audit_log; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_log TO registry_app;
GRANT SELECT,INSERT ON TABLE public.audit_log TO registry_sealer;


--
-- Name: TABLE audit_table; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.audit_table TO registry_app;


--
-- Name: TABLE case_option; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.case_option TO registry_app;


--
-- Name: TABLE case_staff; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.case_staff TO registry_app;


--
-- Name: TABLE change; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.change TO registry_app;
GRANT SELECT ON TABLE public.change TO registry_sealer;


--
-- Name: SEQUENCE claim_number; Type: ACL; Schema: public; Owner: -
--

GRANT USAGE ON SEQUENCE public.claim_number TO registry_app;


--
-- Name: TABLE claim_service; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.claim_service TO registry_app;


--
-- Name: COLUMN claim_service.paid; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(paid) ON TABLE public.claim_service TO registry_app;


--
-- Name: TABLE cosigned_checkpoint; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.cosigned_checkpoint TO registry_app;


--
-- Name: COLUMN cosigned_checkpoint.note; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(note) ON TABLE public.cosigned_checkpoint TO registry_app;


--
-- Name: COLUMN cosigned_checkpoint.updated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(updated_at) ON TABLE public.cosigned_checkpoint TO registry_app;


--
-- Name: TABLE court_case; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.court_case TO registry_app;


--
-- Name: TABLE disclosure; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.disclosure TO registry_app;


--
-- Name: TABLE disclosure_member; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.disclosure_member TO registry_app;


--
-- Name: TABLE download; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.download TO registry_app;


--
-- Name: COLUMN download.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.download TO registry_app;


--
-- Name: COLUMN download.row_count; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(row_count) ON TABLE public.download TO registry_app;


--
-- Name: COLUMN download.sha256; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sha256) ON TABLE public.download TO registry_app;


--
-- Name: COLUMN download.finished_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(finished_at) ON TABLE public.download TO registry_app;


--
-- Name: TABLE erasure; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.erasure TO registry_app;


--
-- Name: TABLE evidence; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.evidence TO registry_app;


--
-- Name: COLUMN evidence.loss_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(loss_id) ON TABLE public.evidence TO registry_app;


--
-- Name: COLUMN evidence.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.evidence TO registry_app;


--
-- Name: TABLE idempotency; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.idempotency TO registry_app;


--
-- Name: COLUMN idempotency.repeated_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(repeated_at) ON TABLE public.idempotency TO registry_app;


--
-- Name: TABLE key_fingerprint; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.key_fingerprint TO registry_app;


--
-- Name: TABLE legal_hold; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.legal_hold TO registry_app;


--
-- Name: COLUMN legal_hold.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.legal_hold TO registry_app;


--
-- Name: COLUMN legal_hold.commitments; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(commitments) ON TABLE public.legal_hold TO registry_app;


--
-- Name: COLUMN legal_hold.released_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(released_at) ON TABLE public.legal_hold TO registry_app;


--
-- Name: TABLE log_identity; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.log_identity TO registry_app;


--
-- Name: TABLE log_publication; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.log_publication TO registry_app;


--
-- Name: TABLE message; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.message TO registry_app;


--
-- Name: TABLE message_member; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.message_member TO registry_app;


--
-- Name: TABLE migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.migration TO registry_app;


--
-- Name: TABLE notice; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.title_ko; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title_ko) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.title_en; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(title_en) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.body_ko; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(body_ko) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.body_en; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(body_en) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.starts_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(starts_on) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.ends_on; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ends_on) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.published_by; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(published_by) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.published_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(published_at) ON TABLE public.notice TO registry_app;


--
-- Name: COLUMN notice.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.notice TO registry_app;


--
-- Name: TABLE one_time_link; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.one_time_link TO registry_app;


--
-- Name: TABLE pending; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.pending TO registry_app;
GRANT SELECT,DELETE ON TABLE public.pending TO registry_sealer;


--
-- Name: TABLE review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.review TO registry_app;


--
-- Name: COLUMN review.sealed; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(sealed) ON TABLE public.review TO registry_app;


--
-- Name: COLUMN review.commitments; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(commitments) ON TABLE public.review TO registry_app;


--
-- Name: TABLE session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.session TO registry_app;


--
-- Name: COLUMN session.last_seen_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_seen_at) ON TABLE public.session TO registry_app;


--
-- Name: COLUMN session.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.session TO registry_app;


--
-- Name: TABLE sign_in_delay; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_delay TO registry_app;


--
-- Name: TABLE time_stamp; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.time_stamp TO registry_app;


--
-- Name: TABLE verification; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.verification TO registry_app;


--
-- Name: COLUMN verification.begun_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(begun_at) ON TABLE public.verification TO registry_app;


--
-- Name: COLUMN verification.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.verification TO registry_app;


--
-- Name: COLUMN verification.verdict; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(verdict) ON TABLE public.verification TO registry_app;


--
-- Name: COLUMN verification.report; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(report) ON TABLE public.verification TO registry_app;


--
-- Name: TABLE witness; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.witness TO registry_app;


--
-- Name: COLUMN witness.removed_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(removed_at) ON TABLE public.witness TO registry_app;


--
-- Name: TABLE witness_state; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.witness_state TO registry_app;


--
-- Name: COLUMN witness_state.cosigned_size; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(cosigned_size) ON TABLE public.witness_state TO registry_app;


--
-- Name: COLUMN witness_state.cosigned_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(cosigned_at) ON TABLE public.witness_state TO registry_app;


--
-- Name: COLUMN witness_state.fault; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fault) ON TABLE public.witness_state TO registry_app;


--
-- Name: COLUMN witness_state.fault_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fault_at) ON TABLE public.witness_state TO registry_app;


--
-- Name: COLUMN witness_state.alarm; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(alarm) ON TABLE public.witness_state TO registry_app;


--
-- PostgreSQL database dump complete
--

\unrestrict JyfA86gHhhLBUivaGbTMguNML8mBA829I01u9gKSmDQZOvWJ2WB4Eii7ZPtYsKE

