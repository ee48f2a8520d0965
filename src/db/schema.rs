// @generated automatically by Diesel CLI.

diesel::table! {
    /// From where and in which session somebody signed in, looked at a claim, or did what weighs heavily.
    access_record (id) {
        id -> Uuid,
        /// As in the entries of the log.
        action -> Text,
        /// Null where nobody had signed in.
        account_id -> Nullable<Uuid>,
        /// What was looked at; null where the entries of the request say it.
        subject -> Nullable<Uuid>,
        /// Stands in every entry of the same request.
        request -> Uuid,
        /// Sealed document: address and session; emptied after two years, or with the erasure of the account.
        sealed -> Bytea,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    account (id) {
        id -> Uuid,
        role -> Text,
        state -> Text,
        /// Keyed blind index; not unique on purpose: a unique index would let a stranger probe who is registered.
        email_index -> Bytea,
        /// Sealed document: email, and for staff the name that claimants see.
        sealed -> Bytea,
        /// One SHA-256(salt || value) a field of the sealed document, as JSON text.
        commitments -> Text,
        password_hash -> Text,
        password_changed_at -> Timestamptz,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    /// What the firm takes a loss to amount to; of several the latest counts.
    assessment (id) {
        id -> Uuid,
        loss_id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        amount_krw -> Int8,
        /// Sealed document: reason.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Its place among all assessments.
        seq -> Int8,
    }
}

diesel::table! {
    /// What a captured row text shows of each column: plain as it is; sealed only ever as ciphertext or keyed index; secret never.
    audit_column (table_name, column_name) {
        table_name -> Text,
        column_name -> Text,
        policy -> Text,
    }
}

diesel::table! {
    /// The tables that are not captured, each with its reason.
    audit_exempt (table_name) {
        table_name -> Text,
        reason -> Text,
    }
}

diesel::table! {
    /// The head of the chain, one row. Locking it is what makes a sealer the only one.
    audit_head (id) {
        id -> Bool,
        /// Origin of this log, frozen at genesis; stands in every entry.
        log -> Text,
        size -> Int8,
        /// Hash of the entry size - 1; 32 zero bytes while the log is empty.
        hash -> Bytea,
    }
}

diesel::table! {
    /// The chain: one canonical JSON line a change, dense from 0; docs/audit-log.md gives the format.
    audit_log (seq) {
        seq -> Int8,
        change -> Int8,
        entry -> Text,
        /// SHA-256(0x00 || entry), the leaf hash of RFC 6962.
        hash -> Bytea,
    }
}

diesel::table! {
    /// The captured tables, and which of their columns name the subject and the case of an entry.
    audit_table (table_name) {
        table_name -> Text,
        subject_column -> Nullable<Text>,
        case_column -> Nullable<Text>,
    }
}

diesel::table! {
    /// The businesses of a claim.
    business (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// Where it is.
        region -> Nullable<Text>,
        /// Code of its line of business, of the case.
        industry -> Nullable<Text>,
        /// Sealed document: name, number.
        sealed -> Bytea,
        commitments -> Text,
        number_index -> Nullable<Bytea>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    /// The lists of a case: services that failed, industries, kinds of evidence (required or not), counsel, costs, consent items, processors of data.
    case_option (id) {
        id -> Uuid,
        case_id -> Uuid,
        kind -> Text,
        code -> Text,
        name_ko -> Text,
        name_en -> Text,
        hint_ko -> Text,
        hint_en -> Text,
        /// Of a kind of evidence and a consent item: no submission without it, whatever the claim.
        required -> Bool,
        position -> Int4,
        /// Of counsel: the number under which the bar association lists them; else empty.
        registration -> Text,
        /// Of a kind of evidence: demanded of these parties only; empty where any will do.
        parties -> Array<Nullable<Text>>,
        /// Of a kind of evidence: demanded for these kinds of loss only; empty where any will do.
        heads -> Array<Nullable<Text>>,
        /// Of a kind of evidence: demanded in these industries only; empty where any will do.
        industries -> Array<Nullable<Text>>,
        /// Of a kind of evidence: demanded where one of these services was used only; empty where any will do.
        services -> Array<Nullable<Text>>,
        /// Of a kind of evidence: its group; of the kinds of a group that are demanded one suffices. Empty for none.
        any_of -> Text,
    }
}

diesel::table! {
    case_staff (id) {
        id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    /// What changed, written by the capture triggers in the transaction of the change; ids are causal per row, because the trigger draws them while the row is locked.
    change (id) {
        id -> Int8,
        tx -> Int8,
        at -> Timestamptz,
        actor -> Text,
        role -> Text,
        action -> Text,
        request -> Text,
        case_id -> Text,
        subject -> Text,
        table_name -> Text,
        op -> Text,
        key -> Text,
        /// SHA-256(salt || row_text); null for DELETE and TRUNCATE, which keep no text that erasure would have to remove again.
        commitment -> Nullable<Bytea>,
        salt -> Nullable<Bytea>,
        row_text -> Nullable<Text>,
    }
}

diesel::table! {
    claim (id) {
        id -> Uuid,
        case_id -> Uuid,
        /// Null once the claim was erased.
        account_id -> Nullable<Uuid>,
        number -> Nullable<Text>,
        status -> Text,
        party -> Text,
        /// Sealed document: name, birth_date, phone, address, corporation_number.
        sealed -> Bytea,
        commitments -> Text,
        name_index -> Nullable<Bytea>,
        phone_index -> Nullable<Bytea>,
        /// Counts the changes of the row; the ETag.
        version -> Int4,
        created_at -> Timestamptz,
        updated_at -> Timestamptz,
        submitted_at -> Nullable<Timestamptz>,
        /// Losses less compensation received, summed up with each change of them.
        total_krw -> Int8,
        /// Kinds of evidence of the case of which it lists no file, kept with each change of the files.
        lacking -> Array<Nullable<Text>>,
        /// Codes of the services that it names, as in claim_service.
        services -> Array<Nullable<Text>>,
        /// As total_krw, without the positions that are implausible.
        plausible_krw -> Int8,
        /// How many positions are implausible.
        implausible -> Int4,
        /// When it was rejected or withdrawn, while it is.
        ended_at -> Nullable<Timestamptz>,
        /// Whether the defendant is not to learn the address.
        address_hidden -> Bool,
        /// Regions of its businesses, each once.
        regions -> Array<Nullable<Text>>,
        /// Industries of its businesses, each once.
        industries -> Array<Nullable<Text>>,
        /// Blind index of the party: an account brings one live claim of a case for each.
        party_index -> Nullable<Bytea>,
    }
}

diesel::table! {
    claim_service (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        service -> Text,
        paid -> Bool,
    }
}

diesel::table! {
    consent (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        text_id -> Uuid,
        item -> Text,
        agreed -> Bool,
        signature_method -> Text,
        /// For methods that sign with a key: the public key; null for a typed name.
        signature_key -> Nullable<Bytea>,
        signature_bytes -> Nullable<Bytea>,
        /// Sealed document: statement (the exact bytes that were signed, or what was put on record of a signed paper), and of what was signed here the address and device it came from.
        sealed -> Bytea,
        commitments -> Text,
        answered_at -> Timestamptz,
        withdrawn_at -> Nullable<Timestamptz>,
        /// Its place among all answers: of two to one item the later counts.
        seq -> Int8,
        /// Special powers that the signed mandate gives; what is given or taken back later stands in power_statement.
        powers -> Array<Nullable<Text>>,
        /// Who signed for the party; null where the party signed itself.
        signatory_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    consent_text (id) {
        id -> Uuid,
        case_id -> Uuid,
        item -> Text,
        version -> Int4,
        language -> Text,
        required -> Bool,
        title -> Text,
        body -> Text,
        /// SHA-256 of body in UTF-8: what a signed statement names.
        sha256 -> Bytea,
        published_at -> Timestamptz,
        kind -> Text,
        /// Legal ground: consent, contract or law.
        basis -> Text,
        /// For what data are processed; stands in the body too, as recipient and retention do.
        purpose -> Text,
        recipient -> Text,
        retention -> Text,
        /// Oldest version whose signatures suffice beside this one's, as counsel decided.
        suffices_from -> Int4,
        /// Why counsel decided so; empty for a first version.
        reason -> Text,
    }
}

diesel::table! {
    /// Checkpoints with the signatures of the log and of its witnesses; thinned out with time.
    cosigned_checkpoint (origin, size) {
        origin -> Text,
        size -> Int8,
        note -> Text,
        updated_at -> Timestamptz,
    }
}

diesel::table! {
    court_case (id) {
        id -> Uuid,
        code -> Text,
        number_prefix -> Text,
        title_ko -> Text,
        title_en -> Text,
        summary_ko -> Text,
        summary_en -> Text,
        defendant_ko -> Text,
        defendant_en -> Text,
        incident_from -> Timestamptz,
        incident_until -> Timestamptz,
        /// Last day on which an action is in time (Civil Act art. 766), as counsel sets it.
        limitation_on -> Date,
        intake_opens -> Timestamptz,
        intake_closes -> Timestamptz,
        demo -> Bool,
        created_at -> Timestamptz,
        /// For which instance the mandate is given.
        instance -> Text,
        /// Special powers without which the firm does not act.
        needed_powers -> Array<Nullable<Text>>,
        /// What suffices to identify a signatory: any of these, each a method or several joined by +.
        identification -> Array<Nullable<Text>>,
    }
}

diesel::table! {
    /// Who was given which claims' identities, why, and how many; its members stand in disclosure_member.
    disclosure (id) {
        id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        purpose -> Text,
        profile -> Nullable<Text>,
        format -> Nullable<Text>,
        filter -> Text,
        members -> Int4,
        /// SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.
        members_sha256 -> Bytea,
        /// Entries in the log when it was made: a lower bound of what the reader could have seen.
        log_size -> Int8,
        /// Sealed document: reason.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Its place among all disclosures.
        seq -> Int8,
    }
}

diesel::table! {
    disclosure_member (claim_id, disclosure_id) {
        claim_id -> Uuid,
        disclosure_id -> Uuid,
    }
}

diesel::table! {
    /// Every time an export left the building: begun before its first byte, complete or aborted after its last.
    download (id) {
        id -> Uuid,
        disclosure_id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        status -> Text,
        row_count -> Nullable<Int8>,
        sha256 -> Nullable<Bytea>,
        started_at -> Timestamptz,
        finished_at -> Nullable<Timestamptz>,
        /// Its place among all downloads.
        seq -> Int8,
    }
}

diesel::table! {
    /// Whose data was erased, and why; the same lines stand in a file outside the database.
    erasure (id) {
        id -> Uuid,
        /// The claim or account; once only, so that nothing of it is captured again after its payloads went.
        subject -> Uuid,
        kind -> Text,
        case_id -> Nullable<Uuid>,
        /// On request, after the retention period, or applied again to a restored database.
        cause -> Text,
        /// The account that asked; null for the command line and the program.
        requested_by -> Nullable<Uuid>,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    evidence (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        kind -> Text,
        loss_id -> Nullable<Uuid>,
        media_type -> Text,
        size_bytes -> Int8,
        sha256 -> Bytea,
        taken_on -> Nullable<Date>,
        /// Sealed document: file_name, note.
        sealed -> Bytea,
        commitments -> Text,
        replaces -> Nullable<Uuid>,
        created_at -> Timestamptz,
        /// When it was removed or replaced; the row stays.
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// What the firm found of a listed file: that it was received, that it was seen, that another file was at hand.
    evidence_check (id) {
        id -> Uuid,
        evidence_id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        finding -> Text,
        /// By which way a received file came.
        channel -> Nullable<Text>,
        /// Hash of the file at hand; null where it was not compared.
        sha256 -> Nullable<Bytea>,
        /// Sealed document: note.
        sealed -> Bytea,
        commitments -> Text,
        /// Day in Korea on which it was received or seen.
        checked_on -> Date,
        created_at -> Timestamptz,
        seq -> Int8,
    }
}

diesel::table! {
    /// Answers to be repeated: status and location only, never a body.
    idempotency (scope, key) {
        scope -> Text,
        /// Keyed index of the Idempotency-Key.
        key -> Bytea,
        request_hash -> Bytea,
        status -> Int2,
        location -> Nullable<Text>,
        created_at -> Timestamptz,
        repeated_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// How somebody who signs was identified; several add up.
    identification (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// Null where the party signs itself.
        signatory_id -> Nullable<Uuid>,
        method -> Text,
        /// The member of staff who saw to it; null where the registry did.
        account_id -> Nullable<Uuid>,
        /// Sealed document: detail (the number that was called, the number and date of a certificate, the transaction).
        sealed -> Bytea,
        commitments -> Text,
        /// Day in Korea on which it took place.
        identified_on -> Date,
        created_at -> Timestamptz,
        /// When the claimant said that it never took place; it counts no longer.
        objected_at -> Nullable<Timestamptz>,
        seq -> Int8,
    }
}

diesel::table! {
    /// What identity providers said of somebody who signs.
    identity_check (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// Null where the party signs itself.
        signatory_id -> Nullable<Uuid>,
        /// The identification that it is; null where it was refused.
        identification_id -> Nullable<Uuid>,
        name_differs -> Bool,
        birth_date_differs -> Bool,
        /// Keyed index of provider and transaction: each is taken once.
        transaction_index -> Nullable<Bytea>,
        /// Sealed document of what was refused: provider, transaction, name, birth_date.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        seq -> Int8,
    }
}

diesel::table! {
    /// With what browsers were sent to an identity provider, as the hash of its secret; used once.
    identity_state (id) {
        id -> Uuid,
        token_hash -> Bytea,
        claim_id -> Uuid,
        signatory_id -> Nullable<Uuid>,
        check_id -> Nullable<Uuid>,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    /// Which keys this registry was begun with (purpose:version); a server with another key refuses to start.
    key_fingerprint (id) {
        id -> Text,
        fingerprint -> Bytea,
    }
}

diesel::table! {
    legal_hold (id) {
        id -> Uuid,
        case_id -> Uuid,
        /// Null where the whole case is held.
        claim_id -> Nullable<Uuid>,
        /// Sealed document: reason.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        released_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// Public keys of the log in their order; the last signs. The private key never lies in the database.
    log_identity (id) {
        id -> Uuid,
        /// Name, key id and Ed25519 public key, as signed notes give them.
        vkey -> Text,
        /// Signed note by the key before, which names this one; empty for the first.
        succession -> Text,
        created_at -> Timestamptz,
    }
}

diesel::table! {
    /// Under which names the log was published, and since when: then a guard file that is missing is no first start.
    log_publication (id) {
        /// Origin of the log or of one of its incarnations.
        id -> Text,
        begun_at -> Timestamptz,
    }
}

diesel::table! {
    loss (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        kind -> Text,
        /// Ordinary or special damage (Civil Act art. 393); special needs a basis for foreseeability.
        class -> Text,
        amount_krw -> Int8,
        from_on -> Date,
        until_on -> Date,
        /// Sealed document: note, basis, weeks (sales that were compared), release_terms.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Code of the service of the case through which it was lost; null where none is named.
        service -> Nullable<Text>,
        /// How the amount was arrived at; null for what was stated before that was asked.
        method -> Nullable<Text>,
        /// Compensation received: in money or in kind.
        form -> Nullable<Text>,
        /// Compensation received: which part of the claim was given up for it.
        release -> Nullable<Text>,
        /// The amount lay above a bound of the case and was confirmed.
        implausible -> Bool,
        /// The business of the claim that had it; null where the claim has one at most, or none had it.
        business_id -> Nullable<Uuid>,
    }
}

diesel::table! {
    /// Amounts of a case above which a loss is asked back.
    loss_bound (id) {
        id -> Uuid,
        case_id -> Uuid,
        /// Kind of the position; null for the sum of a claim.
        kind -> Nullable<Text>,
        most_krw -> Int8,
    }
}

diesel::table! {
    mail (id) {
        id -> Uuid,
        /// Sealed document: to, kind, language, path of the link, values of the text; emptied once the mail is sent.
        sealed -> Bytea,
        created_at -> Timestamptz,
        sent_at -> Nullable<Timestamptz>,
        /// Keyed blind index of the address it goes to; empty for a last word to somebody erased.
        to_index -> Bytea,
        /// When whom it goes to was erased; its file goes next, then the row.
        recalled_at -> Nullable<Timestamptz>,
        /// How often a server refused it or put it off.
        tries -> Int4,
        /// Not to be tried before.
        next_at -> Timestamptz,
        /// Until when whoever delivers it has it to themselves.
        taken_until -> Nullable<Timestamptz>,
        /// When it was given up.
        failed_at -> Nullable<Timestamptz>,
        /// Code of the last reply that refused it or put it off.
        reply -> Nullable<Int2>,
        /// One of many with the same words: those that somebody waits for go before it.
        to_many -> Bool,
    }
}

diesel::table! {
    /// Everything that was handed in with a claim, one row each time.
    manifest (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        number -> Text,
        /// The version of the claim once it was handed in.
        claim_version -> Int4,
        /// Sealed document: manifest, canonical JSON.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Its place among all manifests.
        seq -> Int8,
    }
}

diesel::table! {
    /// What a firm told claimants of a case; whom it reached stands in message_member.
    message (id) {
        id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        /// How the claims were chosen: JSON of codes.
        filter -> Text,
        /// How many claims it reached.
        members -> Int4,
        /// SHA-256 over the sorted claim ids, each as text with a line feed: binds the member list to the log.
        members_sha256 -> Bytea,
        /// Sealed document: title_ko, title_en, body_ko, body_en.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Its place among all messages.
        seq -> Int8,
    }
}

diesel::table! {
    message_member (claim_id, message_id) {
        claim_id -> Uuid,
        message_id -> Uuid,
    }
}

diesel::table! {
    /// Every migration file that ran; the id is path and SHA-256 of the file, so that its entry in the log names the bytes.
    migration (id) {
        id -> Text,
        applied_at -> Timestamptz,
    }
}

diesel::table! {
    /// What a firm tells everybody about a case, for the days from starts_on to ends_on.
    notice (id) {
        id -> Uuid,
        case_id -> Uuid,
        /// Counts the changes: a lawyer publishes what was read.
        version -> Int4,
        title_ko -> Text,
        title_en -> Text,
        body_ko -> Text,
        body_en -> Text,
        /// First day in Korea on which it is shown.
        starts_on -> Date,
        /// Last day in Korea on which it is shown.
        ends_on -> Date,
        /// Who wrote it first.
        account_id -> Uuid,
        created_at -> Timestamptz,
        /// The lawyer who published it; null while it is a draft.
        published_by -> Nullable<Uuid>,
        published_at -> Nullable<Timestamptz>,
        /// When a lawyer took it back; null where it vanishes by itself.
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// What a link in a mail stands for; the row goes when the link is used or too old.
    one_time_link (id) {
        id -> Uuid,
        purpose -> Text,
        token_hash -> Bytea,
        email_index -> Bytea,
        sealed -> Bytea,
        expires_at -> Timestamptz,
        /// Keyed hash of address and six-digit code, for a registration.
        code_hash -> Nullable<Bytea>,
    }
}

diesel::table! {
    /// Changes that no entry seals yet.
    pending (change) {
        change -> Int8,
    }
}

diesel::table! {
    /// The code that was last sent to the telephone of a claim, as a keyed hash; used once.
    phone_code (claim_id) {
        claim_id -> Uuid,
        /// Null where the party signs itself.
        signatory_id -> Nullable<Uuid>,
        /// Keyed index of the number it was sent to: for another number it is void.
        phone_index -> Bytea,
        code_hash -> Bytea,
        /// Wrong codes that were typed.
        guesses -> Int2,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    /// Special powers that were given or taken back after the mandate was signed.
    power_statement (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// The signed mandate that it changes.
        consent_id -> Uuid,
        power -> Text,
        granted -> Bool,
        /// Sealed document: statement (the exact bytes that were signed), address and device they came from.
        sealed -> Bytea,
        commitments -> Text,
        stated_at -> Timestamptz,
        /// Its place among all of them: of two to one power the later counts.
        seq -> Int8,
    }
}

diesel::table! {
    /// Signed statements that what was signed before still holds.
    reaffirmation (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// Who signed for the party; null where the party signed itself.
        signatory_id -> Nullable<Uuid>,
        /// Sealed document: statement (the exact bytes that were signed), address and device they came from.
        sealed -> Bytea,
        commitments -> Text,
        reaffirmed_at -> Timestamptz,
        seq -> Int8,
    }
}

diesel::table! {
    /// Recoveries of accounts whose mailbox was lost: another address after fresh identification, two of staff and 72 hours.
    recovery (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// How the claimant was identified anew.
        identification_id -> Uuid,
        asked_by -> Uuid,
        /// The second member of staff; the 72 hours begin with confirmed_at.
        confirmed_by -> Nullable<Uuid>,
        /// The member of staff who took it back.
        ended_by -> Nullable<Uuid>,
        outcome -> Nullable<Text>,
        /// Sealed document: email that the account is to get, reason.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        confirmed_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        seq -> Int8,
    }
}

diesel::table! {
    /// The link in the notices of a recovery, as the hash of its secret: whoever has it can stop it.
    recovery_link (recovery_id) {
        recovery_id -> Uuid,
        token_hash -> Bytea,
    }
}

diesel::table! {
    review (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        account_id -> Uuid,
        decision -> Text,
        /// Sealed document: note.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// Its place among all decisions.
        seq -> Int8,
    }
}

diesel::table! {
    session (id) {
        id -> Uuid,
        account_id -> Uuid,
        /// Sealed document: address and device, for the owner's list of sessions.
        sealed -> Bytea,
        created_at -> Timestamptz,
        last_seen_at -> Timestamptz,
        expires_at -> Timestamptz,
        ended_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// Failed sign-ins an e-mail address, known or not, and lane; delays, never locks out.
    sign_in_delay (email_index, lane) {
        email_index -> Bytea,
        failures -> Int4,
        day_started -> Timestamptz,
        failed_at -> Timestamptz,
        /// Keyed index of the source, device or session that guessed; empty for all strangers together.
        lane -> Bytea,
    }
}

diesel::table! {
    /// Who signs for a party that does not sign itself, and in which capacity.
    signatory (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        capacity -> Text,
        /// Whether they sign in the account of the claim; everybody else signs by a link.
        own -> Bool,
        /// Sealed document: name, office of a representative, share of an heir, email that their link goes to.
        sealed -> Bytea,
        commitments -> Text,
        created_at -> Timestamptz,
        /// When the link was last sent.
        asked_at -> Nullable<Timestamptz>,
        /// When they were taken off; the row stays.
        ended_at -> Nullable<Timestamptz>,
        seq -> Int8,
    }
}

diesel::table! {
    /// The link by which a signatory signs, as the hash of its secret; the newest counts.
    signing_link (signatory_id) {
        signatory_id -> Uuid,
        token_hash -> Bytea,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    /// The code of the slip that was printed last for a claim, as a keyed hash; the row goes when it is used.
    slip (claim_id) {
        claim_id -> Uuid,
        code_hash -> Bytea,
        expires_at -> Timestamptz,
    }
}

diesel::table! {
    /// Claims that staff entered for somebody on the telephone, at the desk or on paper.
    staffed_claim (id) {
        id -> Uuid,
        claim_id -> Uuid,
        case_id -> Uuid,
        /// The member of staff who filed it.
        account_id -> Uuid,
        channel -> Text,
        /// Day in Korea on which the claimant turned to the firm.
        received_on -> Date,
        created_at -> Timestamptz,
        /// When a slip was last printed.
        slip_at -> Nullable<Timestamptz>,
        /// When the claimant last showed the code of a slip; from then on staff do not write in the draft.
        taken_at -> Nullable<Timestamptz>,
        /// When the claimant showed that they read the mailbox that the account has since.
        addressed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// What time stamp authorities said of the log; each row is an entry, so that later entries are later than its time.
    time_stamp (id) {
        id -> Uuid,
        /// Where the stamp was asked for.
        authority -> Text,
        origin -> Text,
        size -> Int8,
        /// The three lines that were stamped: origin, size, root.
        checkpoint -> Text,
        /// The whole answer (RFC 3161 TimeStampResp, DER), as `openssl ts -verify -in` reads it.
        token -> Bytea,
        /// The time in the token, not the clock of this registry.
        stamped_at -> Timestamptz,
    }
}

diesel::table! {
    /// Verifications of the live database that auditors asked for.
    verification (id) {
        id -> Uuid,
        account_id -> Uuid,
        asked_at -> Timestamptz,
        /// When another process took it up; anew where that process ended before it was done.
        begun_at -> Nullable<Timestamptz>,
        ended_at -> Nullable<Timestamptz>,
        /// As the command gives it; `could_not_verify` where it could not read something.
        verdict -> Nullable<Text>,
        /// The whole report as the command prints it with --json, or why there is none.
        report -> Nullable<Text>,
    }
}

diesel::table! {
    /// Witnesses of the log: their keys, and where checkpoints are sent.
    witness (id) {
        id -> Uuid,
        name -> Text,
        /// Name, key id and Ed25519 public key for cosignatures (type 4).
        vkey -> Text,
        /// Submission prefix; add-checkpoint is below it.
        url -> Text,
        created_at -> Timestamptz,
        removed_at -> Nullable<Timestamptz>,
    }
}

diesel::table! {
    /// How each witness answered last, for the operator; proves nothing.
    witness_state (witness_id) {
        witness_id -> Uuid,
        cosigned_size -> Nullable<Int8>,
        cosigned_at -> Nullable<Timestamptz>,
        /// Why the last call gave no cosignature; null after one that did.
        fault -> Nullable<Text>,
        fault_at -> Nullable<Timestamptz>,
        /// The witness has seen a log that this one does not continue.
        alarm -> Bool,
    }
}

diesel::joinable!(assessment -> account (account_id));
diesel::joinable!(assessment -> loss (loss_id));
diesel::joinable!(case_option -> court_case (case_id));
diesel::joinable!(case_staff -> account (account_id));
diesel::joinable!(case_staff -> court_case (case_id));
diesel::joinable!(claim -> account (account_id));
diesel::joinable!(claim -> court_case (case_id));
diesel::joinable!(consent -> consent_text (text_id));
diesel::joinable!(consent -> signatory (signatory_id));
diesel::joinable!(consent_text -> court_case (case_id));
diesel::joinable!(disclosure -> account (account_id));
diesel::joinable!(disclosure -> court_case (case_id));
diesel::joinable!(disclosure_member -> claim (claim_id));
diesel::joinable!(disclosure_member -> disclosure (disclosure_id));
diesel::joinable!(download -> account (account_id));
diesel::joinable!(download -> court_case (case_id));
diesel::joinable!(download -> disclosure (disclosure_id));
diesel::joinable!(erasure -> account (requested_by));
diesel::joinable!(erasure -> court_case (case_id));
diesel::joinable!(evidence -> loss (loss_id));
diesel::joinable!(evidence_check -> account (account_id));
diesel::joinable!(evidence_check -> evidence (evidence_id));
diesel::joinable!(identification -> account (account_id));
diesel::joinable!(identification -> signatory (signatory_id));
diesel::joinable!(identity_check -> identification (identification_id));
diesel::joinable!(identity_check -> signatory (signatory_id));
diesel::joinable!(identity_state -> claim (claim_id));
diesel::joinable!(identity_state -> identity_check (check_id));
diesel::joinable!(identity_state -> signatory (signatory_id));
diesel::joinable!(legal_hold -> court_case (case_id));
diesel::joinable!(loss_bound -> court_case (case_id));
diesel::joinable!(manifest -> claim (claim_id));
diesel::joinable!(manifest -> court_case (case_id));
diesel::joinable!(message -> account (account_id));
diesel::joinable!(message -> court_case (case_id));
diesel::joinable!(message_member -> claim (claim_id));
diesel::joinable!(message_member -> message (message_id));
diesel::joinable!(notice -> court_case (case_id));
diesel::joinable!(phone_code -> claim (claim_id));
diesel::joinable!(phone_code -> signatory (signatory_id));
diesel::joinable!(power_statement -> consent (consent_id));
diesel::joinable!(reaffirmation -> signatory (signatory_id));
diesel::joinable!(recovery -> identification (identification_id));
diesel::joinable!(recovery_link -> recovery (recovery_id));
diesel::joinable!(review -> account (account_id));
diesel::joinable!(session -> account (account_id));
diesel::joinable!(signing_link -> signatory (signatory_id));
diesel::joinable!(staffed_claim -> account (account_id));
diesel::joinable!(verification -> account (account_id));
diesel::joinable!(witness_state -> witness (witness_id));

diesel::allow_tables_to_appear_in_same_query!(
    access_record,
    account,
    assessment,
    audit_column,
    audit_exempt,
    audit_head,
    audit_log,
    audit_table,
    business,
    case_option,
    case_staff,
    change,
    claim,
    claim_service,
    consent,
    consent_text,
    cosigned_checkpoint,
    court_case,
    disclosure,
    disclosure_member,
    download,
    erasure,
    evidence,
    evidence_check,
    idempotency,
    identification,
    identity_check,
    identity_state,
    key_fingerprint,
    legal_hold,
    log_identity,
    log_publication,
    loss,
    loss_bound,
    mail,
    manifest,
    message,
    message_member,
    migration,
    notice,
    one_time_link,
    pending,
    phone_code,
    power_statement,
    reaffirmation,
    recovery,
    recovery_link,
    review,
    session,
    sign_in_delay,
    signatory,
    signing_link,
    slip,
    staffed_claim,
    time_stamp,
    verification,
    witness,
    witness_state,
);
