# Faults: what is wrong with a field, and what to do about it.
fault-account-exists = This e-mail address has an account already.
fault-already-assigned = They are assigned to this case already.
fault-already-joined = You have joined this case already. Go on with that claim, or withdraw it first.
fault-amount = Give the amount in whole KRW, from 1 to 1,000,000,000,000.
fault-basis = Special damage needs a basis: say why the other side could foresee it.
fault-before-incident = Give a date on or after the first day of the incident.
fault-birth-date = Give a birth date from 1 January 1900 to today.
fault-body-broken = The request broke off. Send it again.
fault-body-json = The body is not JSON at line { $line }, column { $column }.
fault-body-large = The body is too large: at most { $kib } KiB.
fault-body-slow = The body did not arrive in time. Check the connection and send it again.
fault-body-utf8 = Send the body in UTF-8.
fault-business-number = The business registration number is not right. Check its ten digits on the certificate.
fault-case-exists = A case with this code or number prefix exists already.
fault-choice-missing = This is required. Choose from the lists of the case.
fault-code = Use 2 to 40 of a-z, 0-9 and -.
fault-consent-missing = This consent is required. Read and sign it.
fault-consent-not-in-force = This answer is not an agreement in force, so there is nothing to take back.
fault-consent-once = Each of the five consent items must stand in the file once.
fault-consent-outdated = The text has changed since you signed. Read and sign the new one.
fault-content-type = Send the body with Content-Type application/json.
fault-control-character = There are hidden characters in it. Remove them.
fault-date = Write a date such as 2022-10-15.
fault-date-early = Give a date from 1 January 2000 on.
fault-date-future = The date cannot be in the future.
fault-dates-order = The end lies before the beginning. Check the dates.
fault-email = Write an e-mail address such as name@example.com.
fault-empty = This cannot be empty.
fault-entry-number = Entries are numbered from 0.
fault-evidence-missing = Evidence of this kind is required. List at least one file.
fault-file-name = Give the file's name without folders.
fault-file-name-long = The file name is too long: at most 255 bytes, about 85 Korean characters or 255 Latin ones. Give it a shorter one.
fault-idempotency-key-form = Idempotency-Key must be 1 to 100 visible ASCII characters.
fault-idempotency-key-missing = This request needs an Idempotency-Key header: a new value for each request, the same value when you send it again.
fault-idempotency-key-reused = This Idempotency-Key was used for another request. Use a new one.
fault-if-match = If-Match must be a version in quotes, such as "3".
fault-if-match-missing = Give the ETag that you read in the header If-Match.
fault-intake-closed = This case does not take claims now.
fault-legal-hold = A legal hold keeps this from being erased, for this reason: “{ $reason }”. It can be erased once the hold is released; ask the firm.
fault-limit = A page has 1 to { $most } items. Give a number in that range.
fault-link = The link was used or has expired. Ask for a new one.
fault-loss-has-evidence = Evidence supports this loss. Take that evidence off or replace it first.
fault-loss-missing = Describe at least one loss; compensation already received is none.
fault-media-type = Write a media type such as image/png.
fault-method = This path does not take this method.
fault-minor = Under 19, a legal representative has to join for you. Ask the firm.
fault-missing = This is required. Fill it in.
fault-no-account = No staff account has this e-mail address. `account list` shows them.
fault-no-case = No case has this code. `case list` shows them.
fault-no-claim = No claim has this number, or it was erased.
fault-no-hold = No hold of its own is in force for it. `hold list` shows those that are.
fault-no-submitted-claim = The case has no submitted claim with this id. Take the ids from the list of its claims.
fault-not-of-case = The case does not have this. Choose from the lists of the case.
fault-not-of-claim = This claim has no such loss.
fault-not-of-staff = They are not on the staff of this case. `case assign` adds them.
fault-number-prefix = Use 2 to 6 of A-Z.
fault-one-selection = Give exactly one of claims, filter and search.
fault-own-account = You cannot change your own state or role. Ask another administrator.
fault-password-guessable = This password is easily guessed. Make it longer or less usual.
fault-password-short = The password needs at least { $least } characters.
fault-password-wrong = The current password is not right.
fault-phone = Write a telephone number such as 010-1234-5678.
fault-query = The query cannot be read. See the description of the API.
fault-one-case = Name claims of one case.
fault-reason-short = Give the reason in at least { $least } characters.
fault-receipt-erased = What this receipt would show was erased, so there is no receipt any more. The log still holds its entry.
fault-request = The request cannot be read. See the description of the API.
fault-request-in-flight = The same request is under way. Send it again with the same Idempotency-Key in a moment.
fault-resident-number = Resident registration numbers are not accepted. Remove it.
fault-sha256 = A SHA-256 has 64 hexadecimal digits.
fault-signed-name = The signed name differs from the name in the claim. Sign again under the name in the claim; if that one is wrong, correct it first.
fault-size = A file has 1 byte to 10 GiB.
fault-staff-role = Give a staff role: paralegal, lawyer, auditor or administrator.
fault-status = This cannot be done while the claim is { $status ->
        [draft] a draft
        [under_review] under review
       *[other] { $status }
    }. Load the claim again and go on from where it stands.
fault-text = Write this as text in quotation marks.
fault-text-superseded = The text has changed. Read the current one, which comes with this answer, and answer that.
fault-text-unknown = This is not a text of this case. Load the current texts again.
fault-timestamp = Write a time with its zone, such as 2022-10-15T15:30:00+09:00.
fault-too-long = Use at most { $most } characters.
fault-too-many = There can be at most { $most } of these.
fault-too-many-answers = This claim has had { $most } answers to consent items, as many as it takes. To take an agreement back, withdraw it; for anything else ask the firm.
fault-too-many-claims = You have begun { $most } claims in this case, as many as there can be. Ask the firm.
fault-too-many-ever = This claim has listed { $most } files, as many as there can be; those that were taken off or replaced count. Ask the firm.
fault-twice = This is there twice. Leave one.
fault-unknown-field = This field is not known. Leave it out.
fault-unknown-value = This must be one of: { $known }.
fault-version = Count the versions of a text from 1.
fault-whole-number = Write a whole number, without quotation marks and decimals, no larger than 9,007,199,254,740,991.
fault-wrong-type = The value is of the wrong type. See the description of the API.
fault-xlsx-too-many-rows = A workbook holds at most 1,048,575 rows. Choose CSV or narrow the filter.

# Errors without a field.
error-invalid = { $count } fields need your attention.
error-unauthenticated = Sign in, or check e-mail address and password.
error-forbidden = Your role may not do this.
error-not-found = There is nothing here.
error-stale = It has changed meanwhile. Load it again and repeat your change.
error-too-many = Too many attempts. Try again in { $seconds } s.
error-internal = Something unforeseen went wrong. Tell us the request's id and we will look into it.

# What stays after an erasure.
erasure-note = Your data was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without your identity stay in the statistics. Backups hold the data until { $until } at the latest.
erasure-note-exports = Your data was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without your identity stay in the statistics. Backups hold the data until { $until } at the latest. Exports made before that had it in them: { $exports }. The registry does not reach files that were taken: ask those who made them.

# Why the registry cannot answer now.
unavailable-aborted = The export was broken off. Try again.
unavailable-busy = The registry is busy. Try again in a moment.
unavailable-database = The database does not answer. Try again in a moment; nothing was saved.
unavailable-hashing = Many people are signing in just now. Try again in a moment.
unavailable-outcome-unknown = Whether it was saved is not known. Send it again with the same Idempotency-Key.
unavailable-unpublished = The record of this change is not published yet. Try again in a moment.

# Titles of problem documents.
status-400 = The request cannot be read
status-401 = Sign in first
status-403 = Not allowed
status-404 = Not found
status-405 = Method not allowed
status-408 = Too slow
status-409 = Not possible as things stand
status-412 = Changed meanwhile
status-413 = Too large
status-415 = Wrong media type
status-422 = Check what was entered
status-428 = A condition is missing
status-429 = Too many attempts
status-500 = Unforeseen problem
status-503 = Not available just now

# Mails.
mail-registration-subject = Confirm your e-mail address
mail-registration = To make your account, go to the address below within { $hours } h and give this code with a password of your choice. If you did not ask for it, delete this mail: without the code there is no account.

    { $token }

    { $url }/api/docs/
mail-known-subject = You have an account already
mail-known = Somebody asked for an account with this address, which has one already. Sign in, or set a new password. If it was not you, delete this mail.

    { $url }/api/docs/
mail-reset-subject = Set a new password
mail-reset = To set a new password, go to the address below within { $hours } h and give this code with the new password. Only the newest code counts. If you did not ask for it, delete this mail: your password stays as it is.

    { $token }

    { $url }/api/docs/
mail-unknown-subject = There is no account
mail-unknown = Somebody asked to reset the password of this address, which has no account. If it was not you, delete this mail; we write so at most once a day.

    { $url }/api/docs/
mail-invitation-subject = Your account is ready
mail-invitation = An account was made for you. Go to the address below within { $hours } h and give this code with a password of your choice. If it is too late, ask for a new password with this e-mail address.

    { $token }

    { $url }/api/docs/

consent-log-key = The record of this registry is signed by the key with this fingerprint. Keep it: with it you can check your receipt yourself.
    { $fingerprint }

# A receipt in words: what `claimant-registry verify receipt` prints.
receipt-holds = This receipt holds: the log { $log } contains this record as entry { $index }, one of the { $size } entries (from 0) that its key signed.
receipt-key = The key has this fingerprint: { $fingerprint }. Compare it with the one in the text that you signed.
receipt-refused = This receipt does not hold: { $reason }
receipt-unverified = This receipt could not be verified: { $reason }
receipt-check-form = the file does not have the form of a receipt, or it is damaged. Fetch it again.
receipt-check-succession = a statement that one key of the log follows another is not signed by the key before.
receipt-check-signature = the checkpoint is not signed by this key of the log. Check the key, or give the log's first one.
receipt-check-entry = the entry was altered, or the proof is for another one.
receipt-check-inclusion = the entry is not in the log that was signed, or the proof was altered.
receipt-check-row = the record shown is not the one that the log holds.
receipt-check-field = a value shown is not the one that was sealed.
receipt-detail = Detail: { $what }
receipt-done = What was done: { $what }
receipt-when = When: { $utc } UTC, that is { $korea } Korea time (KST), by the registry's clock
receipt-whom = By whom: { $role }, account { $account }
receipt-name = Signed name: { $name }
receipt-name-none = Signed name: not in this receipt
receipt-number = Claim number: { $number }
receipt-number-none = Claim number: not in this record
receipt-claim = Claim: { $claim }
receipt-opened = Values that were sealed, and are shown by this receipt:
receipt-opened-none = This receipt shows no sealed values.
receipt-value = { $name }: { $value }
receipt-closed = Sealed values that it does not show: { $names }
receipt-not-proven = Not proven:
receipt-not-true = that what was entered is true, and who sat at the keyboard
receipt-not-later = that nothing was done later that changes it, such as a withdrawal
receipt-not-clock = the exact time: it is that of the registry's own clock. Time stamps in the receipt, not checked: { $stamps }
receipt-not-witnessed = that others saw the same log. Further signatures below the checkpoint, not checked: { $signatures }
receipt-action-claim-submit = a claim was submitted
receipt-action-claim-withdraw = a claim was withdrawn
receipt-action-consent-agreed = consent was given to the item { $item }
receipt-action-consent-refused = consent to the item { $item } was refused
receipt-action-consent-withdraw = consent to the item { $item } was taken back
receipt-action-other = { $action } ({ $op } in { $table })
receipt-role-claimant = claimant
receipt-item-participation = participation in the suit
receipt-item-mandate = mandate for counsel
receipt-item-privacy_required = processing of necessary personal data
receipt-item-privacy_optional = processing of optional personal data
receipt-item-third_party = provision of data to court, opponent and experts
