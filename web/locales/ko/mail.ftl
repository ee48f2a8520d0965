# Mails: subject, text, and what the link is called. A paragraph ends at an empty line.
mail-registration-subject = 이메일 주소를 확인해 주십시오
mail-registration =
    이 이메일로 참여 계정을 신청하셨습니다. { $hours }시간 안에 확인해 주십시오.

    가입하던 화면이 열려 있으면 그 화면에 이 확인 번호를 넣어 주십시오: { $code }

    화면을 닫으셨으면 아래 주소를 열어 비밀번호를 정해 주십시오.

    신청하신 적이 없다면 이 메일을 지우시면 됩니다. 계정은 만들어지지 않습니다. 확인 번호는 누구에게도 알려 주지 마십시오.
mail-registration-link = 이메일 주소 확인하기
mail-address-subject = 이메일 주소를 확인해 주십시오
mail-address =
    열어 두신 화면에 이 번호를 넣으시면 이 이메일이 회원님의 계정에 등록됩니다: { $code }

    번호는 { $hours }시간 동안 쓸 수 있습니다.

    신청하신 적이 없다면 이 메일을 지우시면 됩니다. 번호는 아무에게도 알리지 마십시오.
mail-known-subject = 이미 계정이 있습니다
mail-known =
    이 이메일로 가입 신청이 있었지만 이미 계정이 있습니다. 로그인하시거나 비밀번호를 새로 정해 주십시오.

    신청하신 적이 없다면 이 메일을 지우시면 됩니다.
mail-known-link = 로그인하러 가기
mail-reset-subject = 비밀번호를 새로 정해 주십시오
mail-reset =
    새 비밀번호를 정하시려면 { $hours }시간 안에 아래 주소를 열어 주십시오. 가장 최근에 받으신 주소만 쓸 수 있고, 한 번만 쓸 수 있습니다.

    신청하신 적이 없다면 이 메일을 지우시면 됩니다. 비밀번호는 그대로입니다.
mail-reset-link = 새 비밀번호 정하기
mail-unknown-subject = 계정이 없습니다
mail-unknown =
    이 이메일로 비밀번호를 새로 정하려는 신청이 있었지만 계정이 없습니다. 다른 이메일로 가입하지 않으셨는지 확인해 주십시오.

    신청하신 적이 없다면 이 메일을 지우시면 됩니다. 이 안내는 하루에 한 번까지만 보냅니다.
mail-unknown-link = 첫 화면 열기
mail-invitation-subject = 직원 계정이 만들어졌습니다
mail-invitation =
    직원 계정이 만들어졌습니다. { $hours }시간 안에 아래 주소를 열어 비밀번호를 정해 주십시오.

    시간이 지났다면 로그인 화면에서 이 이메일로 새 비밀번호를 신청해 주십시오.
mail-invitation-link = 비밀번호 정하기
mail-signature-subject = 서명을 부탁드립니다
mail-signature =
    공동소송 참여 신청에 함께 서명해 달라는 부탁입니다. 아래 주소를 { $days }일 안에 열어 글을 읽고 답해 주십시오.

    모르는 일이면 이 전자우편을 지워 주십시오. 아무에게도 전달하지 마십시오. 이 주소를 아는 사람은 누구나 서명할 수 있습니다.
mail-signature-link = 읽고 서명하기
mail-identified-subject = 본인 확인 기록이 더해졌습니다
mail-identified =
    참여 신청 { $number }에 법률사무소가 본인을 확인했다는 기록을 더했습니다.

    사실과 다르면 로그인하여 이의를 제기해 주십시오.
mail-identified-link = 기록 보기
mail-evidence_differs-subject = 목록의 파일과 다른 파일이 왔습니다
mail-evidence_differs =
    참여 신청 { $number }에서, 법률사무소가 받아 본 파일의 지문(SHA-256)이 증거 목록에 적으신 것과 다릅니다.

    어느 파일인지는 아래 화면에 있습니다. 원본을 고치지 말고 그대로 두시고, 그 원본을 다시 보내시거나 법률사무소에 문의해 주십시오.
mail-evidence_differs-link = 증거 목록 보기
mail-submitted-subject = 참여 신청이 접수되었습니다
mail-submitted =
    참여 신청을 잘 받았습니다. 신청 번호는 { $number }입니다.

    아래 화면에서 접수증을 내려받고, 다음에 무슨 일이 있는지 보실 수 있습니다. 접수증에는 개인정보가 들어 있어 메일로 보내지 않습니다.

    신청하신 적이 없다면 바로 로그인해서 비밀번호를 바꾸고 담당 사무소에 알려 주십시오.
mail-submitted-link = 내 신청 보기
mail-decided-subject = 참여 신청에 대한 결정이 있습니다
mail-decided =
    참여 신청({ $number })에 대해 담당 변호사가 결정했습니다.

    결정 내용과 이유는 로그인한 뒤 아래 화면에서 보실 수 있습니다.
mail-decided-link = 결정 내용 보기
mail-withdrawn-subject = 참여 신청이 철회되었습니다
mail-withdrawn =
    { $number ->
        [draft] 작성 중이던 참여 신청이
       *[other] 참여 신청({ $number })이
    } 철회되었습니다. 직접 철회하셨거나, 신청에 꼭 필요한 동의를 거두셨기 때문입니다.

    신청 기간이 끝나지 않았다면 다시 참여하실 수 있습니다. 철회하신 적이 없다면 바로 로그인해서 비밀번호를 바꾸고 담당 사무소에 알려 주십시오.
mail-withdrawn-link = 내 신청 보기
mail-consent_text-subject = 동의서의 내용이 바뀌었습니다
mail-consent_text =
    { $number ->
        [draft] 작성 중이신 참여 신청에서
       *[other] 참여 신청({ $number })에서
    } 답하신 동의서의 내용이 바뀌었습니다.

    아래 화면에서 바뀐 내용을 읽고 다시 답해 주십시오. 이전에 하신 답도 기록에 그대로 남아 있습니다.
mail-consent_text-link = 바뀐 동의서 보기
mail-message-subject = 담당 사무소에서 메시지를 보냈습니다
mail-message =
    참여 신청({ $number })과 관련해 담당 사무소에서 메시지를 보냈습니다.

    내용은 로그인한 뒤 아래 화면에서 읽으실 수 있습니다. 이 메일에는 답장하지 마십시오.
mail-message-link = 메시지 읽기
mail-claim_erased-subject = 참여 신청의 개인정보를 파기했습니다
mail-claim_erased =
    { $number ->
        [draft] 제출하지 않으신 참여 신청의
       *[other] 참여 신청({ $number })의
    } 개인정보를 파기했습니다. 되돌릴 수 없습니다.

    요청하신 적이 없다면 담당 사무소에 문의해 주십시오. 보관 기간이 지난 신청은 요청이 없어도 파기합니다.
mail-claim_erased-link = 첫 화면 열기
mail-account_erased-subject = 계정과 개인정보를 파기했습니다
mail-account_erased =
    요청하신 대로 계정과 모든 참여 신청의 개인정보를 파기했습니다. 되돌릴 수 없습니다.

    이 메일이 이 주소로 보내는 마지막 메일입니다. 주소도 이제 보관하지 않습니다. 요청하신 적이 없다면 담당 사무소에 바로 알려 주십시오.
mail-new_device-subject = 새 기기에서 로그인했습니다
mail-new_device =
    이 이메일의 직원 계정으로, 전에 쓴 적이 없는 기기에서 로그인했습니다.

    본인이시면 아무것도 하지 않으셔도 됩니다. 본인이 아니라면 바로 비밀번호를 새로 정하고 관리자에게 알려 주십시오.
mail-new_device-link = 로그인 기록 보기
mail-recovery_begun-subject = 참여 신청의 이메일 주소가 바뀔 예정입니다
mail-recovery_begun =
    { $number ->
        [draft] 함께 서명하시는 참여 신청의
       *[other] 참여 신청({ $number })의
    } 메일함을 잃어버렸다는 연락을 받고 법률사무소가 신청인 본인을 다시 확인했습니다. { $at }에 계정의 이메일 주소가 바뀝니다. 참여 신청은 그대로입니다.

    신청인이 부탁한 일이 아니라면 아래 주소를 열어 멈춰 주십시오. 로그인하지 않으셔도 됩니다. 이 주소를 다른 사람에게 전달하지 마십시오.
mail-recovery_begun-link = 읽어 보고 멈추기
mail-recovery_awaited-subject = 이 주소가 참여 신청의 이메일 주소가 될 예정입니다
mail-recovery_awaited =
    법률사무소가 참여 신청({ $number })의 이메일 주소를 이 주소로 바꾸고 있습니다. { $at }에 새 비밀번호를 정하는 메일을 보내 드립니다.

    모르는 일이면 담당 사무소에 알려 주십시오.
mail-recovery_awaited-link = 첫 화면 열기
mail-recovery_unusable-subject = 이 주소는 참여 신청에 쓸 수 없습니다
mail-recovery_unusable =
    법률사무소가 참여 신청({ $number })의 이메일 주소를 이 주소로 바꾸려고 하지만 바꿀 수 없습니다. 이 주소에는 이미 계정이 있거나, 이 주소로 같은 신청에 서명하고 있기 때문입니다.

    담당 사무소에 다른 주소를 알려 주십시오. 모르는 일이면 이 메일을 지우시면 됩니다.
mail-recovery_unusable-link = 첫 화면 열기
mail-recovery_done-subject = 참여 신청의 이메일 주소가 바뀌었습니다
mail-recovery_done =
    아무도 멈추지 않아 참여 신청({ $number }) 계정의 이메일 주소가 바뀌었습니다. 이 일로 이 주소에 보내는 마지막 메일입니다.

    부탁하신 일이 아니라면 바로 담당 사무소에 전화해 주십시오.
mail-recovery_done-link = 첫 화면 열기
mail-recovered-subject = 새 비밀번호를 정해 주십시오
mail-recovered =
    계정의 이메일 주소가 이 주소로 바뀌었고, 참여 신청은 그대로입니다. { $hours }시간 안에 아래 주소를 열어 비밀번호를 정해 주십시오.

    시간이 지났다면 로그인 화면에서 이 이메일로 새 비밀번호를 신청해 주십시오.
mail-recovered-link = 비밀번호 정하기
