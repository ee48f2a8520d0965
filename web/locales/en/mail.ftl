# Mails: subject, text, and what the link is called. A paragraph ends at an empty line.
mail-registration-subject = Please confirm your e-mail address
mail-registration =
    You asked for an account with this e-mail address. Please confirm it within { $hours } h.

    If the page where you registered is still open, enter this code there: { $code }

    If you closed it, open the address below and choose a password.

    If you did not ask for it, delete this mail: there will be no account. Tell nobody the code.
mail-registration-link = Confirm the e-mail address
mail-address-subject = Please confirm your e-mail address
mail-address =
    Enter this code on the page that you left open, and your account gets this address: { $code }

    The code can be used for { $hours } h.

    If you did not ask for it, delete this mail. Tell nobody the code.
mail-known-subject = You have an account already
mail-known =
    Somebody asked for an account with this address, which has one already. Sign in, or set a new password.

    If it was not you, delete this mail.
mail-known-link = Go to sign in
mail-reset-subject = Set a new password
mail-reset =
    To set a new password, open the address below within { $hours } h. Only the newest address counts, and it works once.

    If you did not ask for it, delete this mail: your password stays as it is.
mail-reset-link = Set a new password
mail-unknown-subject = There is no account
mail-unknown =
    Somebody asked to reset the password of this address, which has no account. Did you register with another address?

    If it was not you, delete this mail; we write so at most once a day.
mail-unknown-link = Open the first page
mail-invitation-subject = Your account is ready
mail-invitation =
    A staff account was made for you. Open the address below within { $hours } h and choose a password.

    If it is too late, ask for a new password with this e-mail address where you sign in.
mail-invitation-link = Choose a password
mail-signature-subject = You are asked to sign
mail-signature =
    You are asked to sign for a claim in a joint suit. Please open the address below within { $days } days, read the texts and answer them.

    If you know nothing of it, delete this mail. Do not hand it on: whoever has the address can sign.
mail-signature-link = Read and sign
mail-identified-subject = An identification was put on record
mail-identified =
    The law firm has put on record how you were identified for claim { $number }.

    If that is not so, sign in and object to it.
mail-identified-link = See the record
mail-evidence_differs-subject = A file is another than the one in your list
mail-evidence_differs =
    For claim { $number } the law firm had a file at hand whose fingerprint (SHA-256) is another than the one in your list of evidence.

    The page below says which file it is. Keep the original unchanged, and send that one, or ask the law firm.
mail-evidence_differs-link = See the list of evidence
mail-submitted-subject = Your claim was received
mail-submitted =
    Your claim was received. Its number is { $number }.

    On the page below you find the receipt and what happens next. The receipt holds personal data, so it is not sent by mail.

    If you did not hand in a claim, sign in at once, change the password and tell the law firm.
mail-submitted-link = See my claim
mail-decided-subject = Your claim was decided
mail-decided =
    The lawyer in charge has decided about your claim { $number }.

    Sign in to read the decision and its reason on the page below.
mail-decided-link = Read the decision
mail-withdrawn-subject = Your claim was withdrawn
mail-withdrawn =
    { $number ->
        [draft] The claim that you had begun
       *[other] Your claim { $number }
    } was withdrawn: you withdrew it, or took back a consent that it needs.

    You can join again while the intake is open. If you did not withdraw it, sign in at once, change the password and tell the law firm.
mail-withdrawn-link = See my claim
mail-consent_text-subject = A consent text has changed
mail-consent_text =
    A consent text that you answered { $number ->
        [draft] for the claim that you have begun
       *[other] for your claim { $number }
    } has changed.

    Please read the new text on the page below and answer again. Your earlier answer stays on record.
mail-consent_text-link = Read the new text
mail-message-subject = The law firm has sent you a message
mail-message =
    The law firm has sent you a message about your claim { $number }.

    Sign in to read it on the page below. Please do not answer this mail.
mail-message-link = Read the message
mail-claim_erased-subject = The personal data of your claim was erased
mail-claim_erased =
    The personal data of { $number ->
        [draft] the claim that you never handed in
       *[other] your claim { $number }
    } was erased. It cannot be brought back.

    If you did not ask for it, tell the law firm. Claims whose retention period is over are erased without being asked.
mail-claim_erased-link = Open the first page
mail-account_erased-subject = Your account and personal data were erased
mail-account_erased =
    As you asked, your account and the personal data of all your claims were erased. It cannot be undone.

    This is the last mail to this address; the address is no longer kept either. If you did not ask for it, tell the law firm at once.
mail-new_device-subject = Sign-in from a new device
mail-new_device =
    Somebody signed in to the staff account of this address from a device that was never used before.

    If it was you, there is nothing to do. If not, set a new password at once and tell an administrator.
mail-new_device-link = See where you are signed in
mail-recovery_begun-subject = The e-mail address of a claim is to be changed
mail-recovery_begun =
    The law firm was told that the mailbox of { $number ->
        [draft] a claim that you sign for
       *[other] claim { $number }
    } was lost, and identified the claimant anew. On { $at } the account gets another e-mail address. The claim stays as it is.

    If the claimant did not ask for this, open the address below and stop it. You need not sign in. Do not hand the address on.
mail-recovery_begun-link = Read, and stop it
mail-recovery_awaited-subject = This address is to be the one of your claim
mail-recovery_awaited =
    The law firm is changing the e-mail address of claim { $number } to this one. On { $at } you get another mail, with which you choose a new password.

    If you know nothing of it, tell the law firm.
mail-recovery_awaited-link = Open the first page
mail-recovery_unusable-subject = This address cannot be the one of your claim
mail-recovery_unusable =
    The law firm wants to change the e-mail address of claim { $number } to this one. That cannot be: this address has an account already, or signs for the claim.

    Please tell the law firm another address. If you know nothing of it, delete this mail.
mail-recovery_unusable-link = Open the first page
mail-recovery_done-subject = The e-mail address of your claim was changed
mail-recovery_done =
    Since nobody stopped it, the account of claim { $number } has another e-mail address now. This is the last mail about it to this address.

    If you did not ask for it, call the law firm at once.
mail-recovery_done-link = Open the first page
mail-recovered-subject = Choose a new password for your claim
mail-recovered =
    Your account has this e-mail address now, and your claim is as it was. Open the address below within { $hours } h and choose a password.

    If it is too late, ask for a new password with this e-mail address where you sign in.
mail-recovered-link = Choose a password
