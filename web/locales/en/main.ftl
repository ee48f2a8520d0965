# Faults: what is wrong with a field, and what to do about it.
fault-account-exists = This e-mail address has an account already. Sign in to it, or use another address.
fault-already-assigned = They are assigned to this case already, so there is nothing to do.
fault-already-joined = You have joined this case already. Go on with that claim, or withdraw it first.
fault-amount-differs = The sales that you gave come to { $amount } KRW. Give that amount or leave it out; to claim another one, choose an estimate as the method (estimate).
fault-amount-implausible = This is far more than is usual in this case. Is the amount right? If not, correct it. If it is, send this again with confirmed_amount set to true.
fault-amount = Give the amount in whole KRW, from 1 to 1,000,000,000,000, such as 1200000, 1,200,000원 or 120만 원.
fault-basis = Special damage needs a basis: say why the other side could foresee it.
fault-before-incident = Give a date on or after the first day of the incident.
fault-birth-date = Give a birth date from 1 January 1900 to today.
fault-bound = Give a whole number of 1 or more: up to 10^12 for a position, up to 10^14 for a claim.
fault-bound-order = The bound of a position cannot lie above that of a claim (claim_krw). Change one of the two.
fault-body-broken = The request broke off. Send it again.
fault-body-json = The body is not JSON at line { $line }, column { $column }. Correct it there and send it again.
fault-body-large = The body is too large: at most { $kib } KiB. Shorten what it says.
fault-body-slow = The body did not arrive in time. Check the connection and send it again.
fault-body-utf8 = Send the body in UTF-8.
fault-business-number = The business registration number is not right. Give the ten digits on the certificate, such as 123-45-67891.
fault-case-exists = A case with this code or number prefix exists already. Choose others; `case list` shows those that are taken.
fault-choice-missing = This is required. Choose from the lists of the case.
fault-choose = Choose one of these.
fault-code = Use 2 to 40 of a-z, 0-9 and -.
fault-consent-missing = This consent is required. Read and sign it.
fault-consent-not-in-force = This answer is not an agreement in force, so there is nothing to take back. Load the answers again: the latest one to each item counts.
fault-consent-once = Each of the five consent items must stand in the file once. Add the one that is missing, or take off the second.
fault-consent-optional = An optional consent can be refused. Write required = false.
fault-consent-required = The law demands this consent. Write required = true.
fault-consent-outdated = The text has changed since you signed. Read and sign the new one.
fault-content-type = Send the body with Content-Type application/json.
fault-control-character = There are hidden characters in it. Type it anew instead of pasting it.
fault-cursor = Give as after what the page before has as next. To begin again, leave after out.
fault-damaged = This arrived damaged. Type it again.
fault-date = Write the date with the year first, such as 2022-10-15, 20221015, 2022. 10. 15. or 2022년 10월 15일.
fault-date-early = Give a date from 1 January 2000 on.
fault-date-future = The date cannot be in the future. Give today or an earlier day.
fault-dates-order = The end lies before the beginning. Check the dates.
fault-email = Write one e-mail address such as name@example.com, and nothing else.
fault-email-ascii = Give an e-mail address that has only Latin letters, digits and signs before the @.
fault-empty = This cannot be empty. Fill it in, or leave the field out where it is optional.
fault-entry-number = Entries are numbered from 0. Give a whole number from there on.
fault-evidence-missing = Evidence of this kind is required. List at least one file.
fault-file-name = Give the file's name without folders.
fault-file-name-long = The file name is too long: at most 255 bytes, about 85 Korean characters or 255 Latin ones. Give it a shorter one.
fault-id = An id looks like 01a20848-2cc7-76fd-a102-600afcad4f7a. Give one as a list or an answer shows it.
fault-idempotency-key-form = Idempotency-Key must be 1 to 100 visible ASCII characters.
fault-idempotency-key-missing = This request needs an Idempotency-Key header: a new value for each request, the same value when you send it again.
fault-idempotency-key-reused = This Idempotency-Key was used for another request. Use a new one.
fault-if-match = Give the ETag that you read in If-Match, with its quotation marks: "3". Any version, *, is not accepted.
fault-if-match-missing = Give the ETag that you read in the header If-Match.
fault-intake-closed = This case does not take claims now. Its page says when it does; ask the firm if you are late.
fault-intake-long = The intake can last ten years at most. Check the year of intake_closes.
fault-intake-early = The intake cannot open before the incident begins. Check intake_opens and incident_from.
fault-legal-hold = A legal hold keeps this from being erased, for this reason: “{ $reason }”. It can be erased once the hold is released; ask the firm.
fault-limit = A page has 1 to { $most } items. Give a number in that range.
fault-limitation-early = The limitation period cannot end before the incident begins. Check limitation_on.
fault-link = The link was used or has expired. Ask for a new one.
fault-list = Write this as a list in square brackets.
fault-loss-has-evidence = Evidence supports this loss. Take that evidence off or replace it first.
fault-loss-outweighed = The compensation received is as much as the losses or more, so that nothing is left to claim. Check the amounts.
fault-loss-missing = Describe at least one loss; compensation already received is none.
fault-media-type = Write a media type such as image/png.
fault-message-reaches-nobody = No claim fits, so that nothing was sent. Change the filter.
fault-method = This path does not take this method. The header Allow says which it takes.
fault-method-of-kind = The amount of this kind of loss is arrived at by one of these methods: { $known }.
fault-minor = Under 19, a legal representative has to join for you. Ask the firm.
fault-missing = This is required. Fill it in.
fault-name-signs = A name has letters, digits, spaces and the signs ' - . , · & ( ) / + ㈜. Take other signs out.
fault-name-letters = A name has at least one letter. Write it in full.
fault-no-account = No staff account has this e-mail address. `account list` shows them.
fault-no-case = No case has this code. `case list` shows them.
fault-no-exporter = Only a lawyer takes identities out of the registry. Give the address of a lawyer of the case.
fault-no-claim = No claim has this number, or it was erased. Check the number, with its last character.
fault-no-hold = No hold of its own is in force for it. `hold list` shows those that are.
fault-no-submitted-claim = The case has no submitted claim with this id. Take the ids from the list of its claims.
fault-no-words = Write at least one letter or digit.
fault-no-claim-in-force = This claim is not accepted, or its mandate is not in force. Leave it out, or choose the scope “every claim handed in” (standing: any).
fault-not-of-case = The case does not have this. Choose from the lists of the case.
fault-not-of-claim = This claim has no such loss. Take the id from the list of its losses.
fault-not-of-staff = They are not on the staff of this case. `case assign` adds them.
fault-number-prefix = Use 2 to 6 of A-Z.
fault-object = Write this in braces, each value with its name.
fault-one-selection = Give exactly one of claims, filter and search.
fault-period-empty = submitted_until must be later than submitted_from.
fault-standing-contradicts = The scope “accepted, with the mandate in force” (standing: in_force) means accepted claims. Leave out the status, or choose the scope “every claim handed in” (standing: any).
fault-own-account = You cannot change your own state or role. Ask another administrator.
fault-password-guessable = This password is easily guessed. Make it longer or less usual.
fault-password-short = The password needs at least { $least } characters.
fault-password-wrong = The current password is not right. Type it again, or ask for a new one by mail.
fault-phone = Check the digits of the telephone number. Write a Korean one such as 010-1234-5678, 02-123-4567, 0507-1234-5678 or 1588-1234, and any other with the code of its country, such as +44 20 7946 0958.
fault-query = This parameter cannot be read. The description of the API under /api/docs/ gives the form and the values it takes.
fault-one-case = Name claims of one case.
fault-received-only = Only compensation that was received has this. Leave it out.
fault-reason-short = Give the reason in at least { $least } characters.
fault-reason-empty = This explains nothing. Write a sentence, with at least { $least } different letters.
fault-receipt-erased = What this receipt would show was erased, so there is no receipt any more. The log still holds its entry; a receipt that you kept is still right.
fault-registration-code = The code is wrong, or too old. Take that of the newest mail, or open the address in the mail.
fault-request = The request cannot be read. The description of the API under /api/docs/ shows what it takes.
fault-request-in-flight = The same request is under way. Send it again with the same Idempotency-Key in a moment.
fault-resident-number = Resident registration numbers are not accepted. Take it out and send it again.
fault-resident-number-like = There is a number that looks like a resident registration number. If it is one, take it out. If it is another number, such as that of an order or a corporation, send this again with no_resident_number set to true.
fault-seven-days = Give the sales of seven days in their order. A day without sales is left empty.
fault-sha256 = A SHA-256 has 64 hexadecimal digits. Copy the value as the program shows it.
fault-signed-name = The signed name differs from the name in the claim. Sign again under the name in the claim; if that one is wrong, correct it first.
fault-size = A file has 1 byte to 10 GiB. Give its size in bytes; divide what is larger.
fault-staff-role = Give a staff role: paralegal, lawyer, auditor or administrator.
fault-status = This cannot be done while the claim is { $status ->
        [draft] a draft
        [under_review] under review
       *[other] { $status }
    }. Load the claim again and go on from where it stands.
fault-sum-implausible = With this amount the losses come to far more than is usual in this case. Is the amount right? If not, correct it. If it is, send this again with confirmed_amount set to true.
fault-text = Write this as text in quotation marks.
fault-text-superseded = The text has changed. Read the current one, which comes with this answer, and answer that.
fault-text-unknown = This is not a text of this case. Load the current texts again.
fault-time-range = Give a time in the years 1 to 9999.
fault-timestamp = Write a time with its zone, such as 2022-10-15T15:30:00+09:00.
fault-token-or-code = Give the token in the mail, or else both email and code.
fault-too-long = Use at most { $most } characters.
fault-too-many = There can be at most { $most } of these.
fault-too-many-answers = This claim has had { $most } answers to consent items, as many as it takes. To take an agreement back, withdraw it; for anything else ask the firm.
fault-too-many-claims = You have begun { $most } claims in this case, as many as there can be. Ask the firm.
fault-too-many-ever = This claim has listed { $most } files, as many as there can be; those that were taken off or replaced count. Ask the firm.
fault-twice = This is there twice. Leave one.
fault-unknown-field = This field is not known. Leave it out. Known are: { $known }.
fault-unknown-parameter = This parameter is not known. Leave it out. Known are: { $known }.
fault-unknown-value = This must be one of: { $known }.
fault-verification-waits = The verification that was asked for before has not ended. Wait for its verdict.
fault-version = Count the versions of a text from 1.
fault-week-unknown = This method compares no such week. Give the first day of the week, one of these: { $days }.
fault-weeks-not-asked = Sales of two weeks belong only to the methods that compare weeks (outage_week, week_before). Leave them out, or choose another method.
fault-whole-number = Write a whole number, without quotation marks, commas and decimals.
fault-wrong-type = The value is of the wrong type. The description of the API under /api/docs/ shows which it has to be.
fault-xlsx-too-many-rows = A workbook holds at most 1,048,575 rows. Choose CSV or narrow the filter.
fault-yes-or-no = Write true or false, without quotation marks.

# Errors without a field.
error-invalid = { $count } fields need your attention.
error-unauthenticated = Sign in, or check e-mail address and password.
error-forbidden = Your role may not do this. Ask an administrator, or sign in with the account that may.
error-not-found = There is nothing here, or it is not yours to see. Check the address, and whether you are signed in with the account it belongs to.
error-stale = It has changed meanwhile. Load it again and repeat your change.
error-too-many = Too many attempts. Try again in { $seconds } s.
error-internal = Something unforeseen went wrong. Tell us the request's id and we will look into it.
hint-resident-number-masked = There is a number that looks like part of a resident registration number. A claim does not need it: better take it out.

# What stays after an erasure.
erasure-note = Your data was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without your identity stay in the statistics. Backups hold the data until { $until } at the latest.
erasure-note-exports = Your data was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without your identity stay in the statistics. Backups hold the data until { $until } at the latest. Exports made before that had it in them: { $exports }. The registry does not reach files that were taken: ask those who made them.
erasure-told = It was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without an identity stay in the statistics. Backups hold the data until { $until } at the latest: delete them by then.
erasure-told-exports = It was erased. { $entries } entries of the audit log stay without their contents, so that the log can still be verified, and figures without an identity stay in the statistics. Backups hold the data until { $until } at the latest: delete them by then. Exports made before that had it in them: { $exports }. The registry does not reach files that were taken: ask those who made them.
reset-link = For { $email }, once, within an hour: POST /api/v1/password-resets/confirmations with {"{"}"token": "{ $token }", "password": "…"{"}"}

# What commands tell the operator.
told-erased = erased { $kind } { $subject } ({ $id })
told-erased-due = erased { $erased } claims; { $kept } are due and under a legal hold
told-held = { $what } is held ({ $id })
told-released = released the hold of { $what }
told-account = { $email } is { $state ->
    [active] active
   *[disabled] disabled
}
told-case = made case { $code } ({ $id })
told-assigned = { $email } is assigned to { $code }
told-unassigned = { $email } is no longer assigned to { $code }
told-version = { $item } is now version { $version }
told-wrote = wrote { $file }
told-rotated = signs when `serve` is started again; keep the old line in the key file until then
told-incarnation = signs from now on; tell everybody who holds the old key
told-witness-added = added { $name }; give its operator this log's vkey:
told-witness-removed = removed { $name }
told-guard = began { $file }
told-sealed = sealed { $entries } entries
told-roles = roles registry_app and registry_sealer are there
told-down = took back { $name }
told-nothing-down = nothing to take back
told-ran = ran { $name }
told-up-to-date = the schema is up to date

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
