# Faults: what is wrong with a field, and what to do about it.
fault-account-exists = 이 이메일에는 이미 계정이 있습니다. 그 계정으로 로그인하거나 다른 이메일을 써 주십시오.
fault-already-assigned = 이미 이 사건에 배정되어 있으므로 더 하실 일이 없습니다.
fault-already-joined = 이 사건에 이미 참여하셨습니다. 기존 신청을 이어서 작성하시거나 철회한 뒤 다시 참여하십시오.
fault-amount-differs = 적으신 매출로 계산하면 { $amount }원입니다. 금액을 그렇게 고치거나 비워 두시고, 다른 금액을 청구하시려면 방법을 ‘어림잡은 금액’(estimate)으로 고르십시오.
fault-amount-implausible = 이 사건에서 보통 볼 수 있는 금액보다 훨씬 큽니다. 금액이 맞습니까? 틀렸으면 고쳐 주십시오. 맞으면 confirmed_amount를 true로 하여 다시 보내 주십시오.
fault-amount = 금액을 1원부터 1조 원까지 원 단위로 적어 주십시오. 1200000, 1,200,000원, 120만 원처럼 적으시면 됩니다.
fault-basis = 특별손해에는 상대방이 예견할 수 있었던 사정을 적어야 합니다.
fault-before-incident = 사건이 시작된 날 이후의 날짜를 적어 주십시오.
fault-birth-date = 생년월일은 1900년 1월 1일부터 오늘까지의 날짜로 적어 주십시오.
fault-bound = 1 이상의 정수로 적어 주십시오. 손해 하나는 1조 원, 신청 하나는 100조 원까지입니다.
fault-bound-order = 손해 하나의 한도가 신청 하나의 한도(claim_krw)보다 클 수 없습니다. 둘 가운데 하나를 고쳐 주십시오.
fault-body-broken = 전송이 중간에 끊겼습니다. 다시 보내 주십시오.
fault-body-json = { $line }번째 줄 { $column }번째 글자에서 JSON을 읽을 수 없습니다. 그곳을 고쳐 다시 보내 주십시오.
fault-body-large = 요청이 너무 큽니다. 내용을 줄여 { $kib } KiB 이하로 보내 주십시오.
fault-body-slow = 요청이 제때 도착하지 않았습니다. 연결을 확인하고 다시 보내 주십시오.
fault-body-utf8 = 요청은 UTF-8로 보내 주십시오.
fault-business-number = 사업자등록번호가 맞지 않습니다. 등록증의 숫자 10자리를 123-45-67891처럼 적어 주십시오.
fault-case-exists = 같은 코드나 번호 접두어를 쓰는 사건이 이미 있습니다. 다른 것을 고르십시오. 쓰인 것은 `case list`가 보여 줍니다.
fault-choice-missing = 필수 항목입니다. 사건의 목록에서 골라 주십시오.
fault-choose = 하나를 골라 주십시오.
fault-code = 소문자, 숫자, 하이픈으로 2~40자로 적어 주십시오.
fault-consent-missing = 필수 동의 항목입니다. 내용을 읽고 서명해 주십시오.
fault-consent-not-in-force = 지금 효력이 있는 동의가 아니므로 철회할 수 없습니다. 답변을 다시 불러와 주십시오. 항목마다 마지막 답변이 유효합니다.
fault-consent-once = 다섯 가지 동의 항목을 각각 한 번씩 적어 주십시오. 빠진 항목을 더하거나 겹친 항목을 빼 주십시오.
fault-consent-optional = 선택 동의는 거부할 수 있어야 합니다. required = false로 적어 주십시오.
fault-consent-required = 이 동의는 법에 따라 꼭 받아야 합니다. required = true로 적어 주십시오.
fault-consent-outdated = 동의서 내용이 바뀌었습니다. 새 내용을 읽고 다시 서명해 주십시오.
fault-content-type = Content-Type을 application/json으로 보내 주십시오.
fault-control-character = 보이지 않는 글자가 섞여 있습니다. 붙여 넣지 말고 직접 다시 입력해 주십시오.
fault-cursor = 앞 쪽의 next에 있던 값을 after에 그대로 적어 주십시오. 처음부터 보시려면 after를 빼 주십시오.
fault-damaged = 글자가 깨져 있습니다. 이 칸을 직접 다시 입력해 주십시오.
fault-date = 날짜를 연도부터 적어 주십시오. 2022-10-15, 20221015, 2022. 10. 15., 2022년 10월 15일처럼 적으시면 됩니다.
fault-date-early = 2000년 1월 1일이나 그 뒤의 날짜를 적어 주십시오.
fault-date-future = 미래의 날짜는 적을 수 없습니다. 오늘이나 그 전 날짜를 적어 주십시오.
fault-dates-order = 끝이 시작보다 앞섭니다. 날짜를 확인해 주십시오.
fault-email = 이메일 주소를 name@example.com처럼 주소 하나만 적어 주십시오.
fault-email-ascii = @ 앞에 영문, 숫자, 기호만 있는 이메일 주소를 적어 주십시오.
fault-empty = 비워 둘 수 없습니다. 내용을 적거나, 선택 항목이면 항목 자체를 빼 주십시오.
fault-entry-number = 항목 번호는 0부터입니다. 0 이상의 정수를 적어 주십시오.
fault-evidence-missing = 이 종류의 증거는 필수입니다. 파일을 하나 이상 목록에 적어 주십시오.
fault-file-name = 폴더 없이 파일 이름만 적어 주십시오.
fault-file-name-long = 파일 이름이 너무 깁니다. 255바이트(한글 약 85자, 영문 255자) 이하로 줄여 주십시오.
fault-id = 번호는 01a20848-2cc7-76fd-a102-600afcad4f7a와 같은 형식이어야 합니다. 목록이나 응답에 있는 값을 그대로 적어 주십시오.
fault-idempotency-key-form = Idempotency-Key는 공백 없는 ASCII 1~100자여야 합니다.
fault-idempotency-key-missing = 이 요청에는 Idempotency-Key 헤더가 필요합니다. 요청마다 새 값을 정하고, 다시 보낼 때는 같은 값을 쓰십시오.
fault-idempotency-key-reused = 이 Idempotency-Key는 다른 요청에 이미 쓰였습니다. 새 값을 쓰십시오.
fault-if-match = If-Match에는 읽으신 ETag를 "3"과 같이 따옴표째 적어 주십시오. 어느 버전이나 뜻하는 *는 받지 않습니다.
fault-if-match-missing = If-Match 헤더에 읽으신 ETag를 적어 주십시오.
fault-intake-closed = 지금은 이 사건의 참여 신청 기간이 아닙니다. 신청 기간은 사건 안내에 있으며, 기간이 지났으면 담당 사무소에 문의해 주십시오.
fault-intake-long = 신청 접수 기간은 10년을 넘을 수 없습니다. intake_closes의 연도를 확인해 주십시오.
fault-intake-early = 신청 접수는 사건이 시작된 뒤에 열 수 있습니다. intake_opens와 incident_from을 확인해 주십시오.
fault-legal-hold = 다음 사유로 법적 보존 중이어서 파기할 수 없습니다: “{ $reason }”. 보존이 해제되면 파기할 수 있으니 담당 사무소에 문의해 주십시오.
fault-limit = 한 번에 1개부터 { $most }개까지 가져올 수 있습니다. 그 안에서 정해 주십시오.
fault-limitation-early = 소멸시효가 사건이 시작되기 전에 끝날 수 없습니다. limitation_on을 확인해 주십시오.
fault-link = 링크가 이미 쓰였거나 만료되었습니다. 새 링크를 신청해 주십시오.
fault-list = 대괄호로 묶은 목록으로 적어 주십시오.
fault-loss-has-evidence = 이 손해를 뒷받침하는 증거가 있습니다. 그 증거를 먼저 빼거나 바꿔 주십시오.
fault-loss-outweighed = 이미 받은 보상이 손해액과 같거나 더 많아 청구할 금액이 없습니다. 금액을 확인해 주십시오.
fault-loss-missing = 손해를 하나 이상 적어 주십시오. 이미 받은 보상은 손해에 들지 않습니다.
fault-media-type = 파일의 미디어 유형을 image/png와 같은 형식으로 적어 주십시오.
fault-message-reaches-nobody = 이 조건에 맞는 신청인이 없어 보내지 않았습니다. 조건을 바꿔 주십시오.
fault-method = 이 경로에서는 쓸 수 없는 메서드입니다. 쓸 수 있는 메서드는 Allow 헤더에 있습니다.
fault-method-of-kind = 이 손해의 금액은 다음 방법 가운데 하나로 정합니다: { $known }.
fault-minor = 만 19세 미만은 법정대리인을 통해 참여하셔야 합니다. 담당 변호사에게 문의해 주십시오.
fault-missing = 필수 항목입니다. 입력해 주십시오.
fault-name-signs = 이름에는 글자, 숫자, 띄어쓰기와 ' - . , · & ( ) / + ㈜만 쓸 수 있습니다. 다른 기호는 빼 주십시오.
fault-name-letters = 이름에는 글자가 하나 이상 있어야 합니다.
fault-no-account = 이 이메일의 직원 계정이 없습니다. `account list`로 확인해 주십시오.
fault-no-case = 이 코드의 사건이 없습니다. `case list`로 확인해 주십시오.
fault-no-exporter = 신원 정보를 내보낼 수 있는 사람은 변호사뿐입니다. 이 사건 담당 변호사의 주소를 적어 주십시오.
fault-no-claim = 이 번호의 신청이 없거나 파기되었습니다. 마지막 글자까지 번호를 확인해 주십시오.
fault-no-hold = 따로 걸린 법적 보존이 없습니다. `hold list`로 확인해 주십시오.
fault-no-submitted-claim = 이 사건에 그 식별자로 제출된 신청이 없습니다. 신청 목록에서 식별자를 가져와 주십시오.
fault-no-words = 글자나 숫자를 하나 이상 적어 주십시오.
fault-no-claim-in-force = 이 신청은 승인되지 않았거나 위임이 유효하지 않습니다. 목록에서 빼거나, 범위를 ‘제출된 모든 신청’(standing: any)으로 정해 주십시오.
fault-not-of-case = 이 사건에 없는 값입니다. 사건의 목록에서 골라 주십시오.
fault-not-of-claim = 이 신청에는 그런 손해가 없습니다. 손해 목록에서 식별자를 가져와 주십시오.
fault-not-of-staff = 이 사건의 담당자가 아닙니다. `case assign`으로 먼저 배정하십시오.
fault-number-prefix = 영문 대문자 2~6자로 적어 주십시오.
fault-object = 중괄호로 묶고 항목마다 이름을 붙여 적어 주십시오.
fault-one-selection = claims, filter, search 가운데 하나만 적어 주십시오.
fault-period-empty = submitted_until은 submitted_from보다 뒤여야 합니다.
fault-standing-contradicts = ‘승인되어 위임이 유효한 신청’(standing: in_force)은 승인된 신청만 뜻합니다. 상태를 빼거나, 범위를 ‘제출된 모든 신청’(standing: any)으로 정해 주십시오.
fault-own-account = 자기 계정의 상태나 역할은 바꿀 수 없습니다. 다른 관리자에게 부탁해 주십시오.
fault-password-guessable = 쉽게 알아낼 수 있는 비밀번호입니다. 더 길게, 또는 남이 짐작하기 어려운 말로 정해 주십시오.
fault-password-short = 비밀번호를 { $least }자 이상으로 정해 주십시오.
fault-password-wrong = 현재 비밀번호가 맞지 않습니다. 다시 입력하거나 메일로 새 비밀번호를 신청해 주십시오.
fault-phone = 전화번호의 자릿수를 확인해 주십시오. 국내 번호는 010-1234-5678, 02-123-4567, 0507-1234-5678, 1588-1234처럼, 해외 번호는 +44 20 7946 0958처럼 국가 번호부터 적어 주십시오.
fault-query = 이 매개변수를 읽을 수 없습니다. 쓸 수 있는 형식과 값은 /api/docs/의 API 설명에 있습니다.
fault-one-case = 한 사건의 신청만 적어 주십시오.
fault-received-only = 이미 받은 보상에만 적는 항목입니다. 빼 주십시오.
fault-reason-short = 사유를 { $least }자 이상 적어 주십시오.
fault-reason-empty = 이 사유로는 뜻을 알 수 없습니다. 서로 다른 글자를 { $least }자 이상 써서 문장으로 적어 주십시오.
fault-receipt-erased = 이 접수증에 담길 내용이 파기되어 접수증을 더 이상 만들 수 없습니다. 로그에는 그 항목이 남아 있으며, 이미 보관하신 접수증은 여전히 유효합니다.
fault-registration-code = 확인 번호가 맞지 않거나 만료되었습니다. 가장 최근에 받으신 메일의 번호를 넣거나, 메일의 주소를 열어 주십시오.
fault-request = 요청을 읽을 수 없습니다. 무엇을 보내야 하는지는 /api/docs/의 API 설명에 있습니다.
fault-request-in-flight = 같은 요청을 처리하고 있습니다. 잠시 뒤 같은 Idempotency-Key로 다시 보내 주십시오.
fault-resident-number = 주민등록번호는 받지 않습니다. 지우고 다시 보내 주십시오.
fault-resident-number-like = 주민등록번호처럼 보이는 번호가 있습니다. 주민등록번호라면 지워 주십시오. 주문번호나 법인등록번호 같은 다른 번호라면 no_resident_number를 true로 하여 다시 보내 주십시오.
fault-seven-days = 일곱 날의 매출을 차례로 적어 주십시오. 팔지 않은 날은 비워 두시면 됩니다.
fault-sha256 = SHA-256 값은 16진수 64자리여야 합니다. 프로그램이 보여 준 값을 그대로 옮겨 주십시오.
fault-signed-name = 서명하신 이름이 신청서의 이름과 다릅니다. 신청서의 이름으로 다시 서명해 주십시오. 신청서의 이름이 틀렸다면 먼저 고쳐 주십시오.
fault-size = 파일 크기는 1바이트부터 10GiB까지입니다. 크기를 바이트로 적고, 더 크면 나누어 주십시오.
fault-staff-role = 직원의 역할(paralegal, lawyer, auditor, administrator)을 적어 주십시오.
fault-status = 지금 상태({ $status ->
        [draft] 작성 중
        [submitted] 제출됨
        [under_review] 검토 중
        [accepted] 승인됨
        [rejected] 반려됨
        [withdrawn] 철회됨
       *[other] { $status }
    })에서는 할 수 없습니다. 신청을 다시 불러와 현재 상태에서 이어 주십시오.
fault-sum-implausible = 이 금액을 더하면 손해의 합계가 이 사건에서 보통 볼 수 있는 금액보다 훨씬 커집니다. 금액이 맞습니까? 틀렸으면 고쳐 주십시오. 맞으면 confirmed_amount를 true로 하여 다시 보내 주십시오.
fault-text = 따옴표로 묶은 글로 적어 주십시오.
fault-text-superseded = 동의서 내용이 바뀌었습니다. 함께 보내 드린 새 내용을 읽고 답해 주십시오.
fault-text-unknown = 이 사건의 동의서가 아닙니다. 현재 동의서를 다시 불러와 주십시오.
fault-time-range = 1년부터 9999년 사이의 시각을 적어 주십시오.
fault-timestamp = 시각을 2022-10-15T15:30:00+09:00과 같이 시간대를 붙인 형식으로 적어 주십시오.
fault-token-or-code = 메일에 있는 token을 적거나, email과 code를 함께 적어 주십시오.
fault-too-long = { $most }자 이하로 적어 주십시오.
fault-too-many = { $most }개까지 적을 수 있습니다.
fault-too-many-answers = 이 신청에는 동의 항목에 대한 답을 { $most }번까지 할 수 있으며 모두 쓰셨습니다. 동의는 철회하실 수 있고, 그 밖의 일은 담당 사무소에 문의해 주십시오.
fault-too-many-claims = 이 사건에서 신청을 { $most }번까지 시작할 수 있으며 모두 쓰셨습니다. 담당 사무소에 문의해 주십시오.
fault-too-many-ever = 이 신청에는 빼거나 바꾼 것까지 파일을 { $most }개까지 적을 수 있으며 모두 쓰셨습니다. 담당 사무소에 문의해 주십시오.
fault-twice = 같은 것이 두 번 있습니다. 하나만 남겨 주십시오.
fault-unknown-field = 알 수 없는 항목입니다. 빼고 다시 보내 주십시오. 받는 항목: { $known }.
fault-unknown-parameter = 알 수 없는 조건입니다. 빼고 다시 보내 주십시오. 받는 조건: { $known }.
fault-unknown-value = 다음 가운데 하나여야 합니다: { $known }.
fault-verification-waits = 앞서 요청된 검증이 아직 끝나지 않았습니다. 그 결과를 기다려 주십시오.
fault-version = 글의 버전은 1부터 세어 정수로 적어 주십시오.
fault-week-unknown = 이 방법으로 비교하는 주가 아닙니다. 주의 첫날을 다음 가운데에서 적어 주십시오: { $days }.
fault-weeks-not-asked = 두 주의 매출은 주를 비교하는 방법(outage_week, week_before)에만 적습니다. 빼거나 방법을 바꿔 주십시오.
fault-whole-number = 따옴표, 쉼표, 소수점 없이 정수로 적어 주십시오.
fault-wrong-type = 값의 종류가 맞지 않습니다. 어떤 값이어야 하는지는 /api/docs/의 API 설명에 있습니다.
fault-xlsx-too-many-rows = 엑셀 파일에는 1,048,575행까지 담을 수 있습니다. CSV를 고르거나 조건을 좁혀 주십시오.
fault-yes-or-no = 따옴표 없이 true 또는 false로 적어 주십시오.

# Errors without a field.
error-invalid = { $count }개 항목을 확인해 주십시오.
error-unauthenticated = 로그인이 필요하거나, 이메일 또는 비밀번호가 맞지 않습니다.
error-forbidden = 이 역할로는 할 수 없는 일입니다. 관리자에게 요청하거나 권한이 있는 계정으로 로그인해 주십시오.
error-not-found = 찾으시는 것이 없거나 이 계정으로는 볼 수 없습니다. 주소가 맞는지, 해당하는 계정으로 로그인했는지 확인해 주십시오.
error-stale = 그사이에 내용이 바뀌었습니다. 다시 불러와서 고쳐 주십시오.
error-too-many = 시도가 너무 잦습니다. { $seconds }초 뒤에 다시 시도해 주십시오.
error-internal = 예상하지 못한 문제가 생겼습니다. 아래 요청 번호를 알려 주시면 확인하겠습니다.
hint-resident-number-masked = 주민등록번호의 일부로 보이는 번호가 있습니다. 신청에는 필요하지 않으니 지우시기를 권합니다.

# What stays after an erasure.
erasure-note = 개인정보를 파기했습니다. 감사 기록 { $entries }건은 계속 검증할 수 있도록 내용 없이 남고, 신원을 알 수 없는 수치는 통계에 남습니다. 백업에는 늦어도 { $until }까지 남아 있습니다.
erasure-note-exports = 개인정보를 파기했습니다. 감사 기록 { $entries }건은 계속 검증할 수 있도록 내용 없이 남고, 신원을 알 수 없는 수치는 통계에 남습니다. 백업에는 늦어도 { $until }까지 남아 있습니다. 이 정보가 담긴 이전 내보내기: { $exports }건. 이미 내려받은 파일은 등록부가 지울 수 없으니 만든 사람에게 문의해 주십시오.
erasure-told = 삭제했습니다. 감사 기록의 항목 { $entries }개는 내용 없이 남아 기록을 계속 검증할 수 있고, 신원이 없는 수치는 통계에 남습니다. 백업에는 늦어도 { $until }까지 남으므로 그때까지 백업을 지우십시오.
erasure-told-exports = 삭제했습니다. 감사 기록의 항목 { $entries }개는 내용 없이 남아 기록을 계속 검증할 수 있고, 신원이 없는 수치는 통계에 남습니다. 백업에는 늦어도 { $until }까지 남으므로 그때까지 백업을 지우십시오. 이전에 만든 내보내기 { $exports }건에 들어 있었습니다. 이미 받아 간 파일에는 등록부의 손이 닿지 않으니 만든 사람에게 요청하십시오.
reset-link = { $email }, 한 번, 한 시간 안에: POST /api/v1/password-resets/confirmations 에 {"{"}"token": "{ $token }", "password": "…"{"}"} 를 보내십시오

# What commands tell the operator.
told-erased = 삭제: { $kind } { $subject } ({ $id })
told-erased-due = 신청 { $erased }건 삭제. 기한이 되었으나 보존 조치 중인 것 { $kept }건
told-held = { $what }: 보존 조치함 ({ $id })
told-released = { $what }: 보존 조치를 풂
told-account = { $email }: { $state ->
    [active] 사용할 수 있음
   *[disabled] 사용 중지됨
}
told-case = 사건 { $code } 만듦 ({ $id })
told-assigned = { $email }: { $code } 사건에 배정함
told-unassigned = { $email }: { $code } 사건 배정을 풂
told-version = { $item }: 이제 제{ $version }판
told-wrote = { $file } 파일을 씀
told-rotated = `serve`를 다시 시작하면 이 키로 서명합니다. 그때까지 키 파일의 이전 줄을 남겨 두십시오
told-incarnation = 이제부터 이 키로 서명합니다. 이전 키를 가진 모두에게 알리십시오
told-witness-added = { $name } 추가. 운영자에게 이 기록의 vkey를 알려 주십시오:
told-witness-removed = { $name } 제거
told-guard = { $file } 파일을 시작함
told-sealed = 항목 { $entries }개를 봉인함
told-roles = registry_app 역할과 registry_sealer 역할이 있음
told-down = { $name } 되돌림
told-nothing-down = 되돌릴 것이 없음
told-ran = { $name } 실행함
told-up-to-date = 스키마가 최신임

# Why the registry cannot answer now.
unavailable-aborted = 내보내기가 중단되었습니다. 다시 시도해 주십시오.
unavailable-busy = 지금 이용이 많습니다. 잠시 뒤 다시 시도해 주십시오.
unavailable-database = 잠시 연결이 어렵습니다. 조금 뒤 다시 시도해 주십시오. 입력하신 내용은 저장되지 않았습니다.
unavailable-hashing = 지금 로그인과 가입이 많습니다. 잠시 뒤 다시 시도해 주십시오.
unavailable-outcome-unknown = 저장되었는지 확인하지 못했습니다. 같은 Idempotency-Key로 다시 보내 주십시오.
unavailable-unpublished = 이 변경의 기록이 아직 공개되지 않았습니다. 잠시 뒤 다시 시도해 주십시오.

# Titles of problem documents.
status-400 = 요청을 읽을 수 없습니다
status-401 = 로그인이 필요합니다
status-403 = 권한이 없습니다
status-404 = 찾을 수 없습니다
status-405 = 쓸 수 없는 메서드입니다
status-408 = 시간이 초과되었습니다
status-409 = 지금 상태로는 할 수 없습니다
status-412 = 그사이에 바뀌었습니다
status-413 = 요청이 너무 큽니다
status-415 = 형식이 맞지 않습니다
status-422 = 입력을 확인해 주십시오
status-428 = 조건이 빠졌습니다
status-429 = 시도가 너무 잦습니다
status-500 = 예상하지 못한 문제
status-503 = 잠시 이용할 수 없습니다

consent-log-key = 이 등록부의 기록은 다음 지문의 열쇠로 서명됩니다. 이 지문을 보관해 두시면 접수증을 직접 확인하실 수 있습니다.
    { $fingerprint }

# A receipt in words: what `claimant-registry verify receipt` prints.
receipt-holds = 접수증이 맞습니다. 기록 { $log }의 { $index }번 항목이며, 기록의 열쇠가 서명한 { $size }개 항목(0번부터) 가운데 하나입니다.
receipt-key = 열쇠의 지문: { $fingerprint }. 서명하신 동의서에 적힌 지문과 비교해 보십시오.
receipt-refused = 접수증이 맞지 않습니다. { $reason }
receipt-unverified = 접수증을 확인하지 못했습니다. { $reason }
receipt-check-form = 파일이 접수증의 형식이 아니거나 손상되었습니다. 다시 내려받아 주십시오.
receipt-check-succession = 기록의 열쇠가 바뀌었다는 문서에 이전 열쇠의 서명이 없습니다.
receipt-check-signature = 체크포인트에 이 열쇠의 서명이 없습니다. 열쇠를 확인하시거나 기록의 첫 열쇠를 적어 주십시오.
receipt-check-entry = 항목이 바뀌었거나 다른 항목의 증명입니다.
receipt-check-inclusion = 서명된 기록에 이 항목이 없거나 증명이 바뀌었습니다.
receipt-check-row = 보여 주는 내용이 기록에 남은 내용과 다릅니다.
receipt-check-field = 보여 주는 값이 봉인된 값과 다릅니다.
receipt-detail = 자세히: { $what }
receipt-done = 한 일: { $what }
receipt-when = 때: 한국 시각(KST) { $korea }, 협정 세계시(UTC) { $utc }. 등록부 시계 기준입니다.
receipt-whom = 한 사람: { $role }, 계정 { $account }
receipt-name = 서명한 이름: { $name }
receipt-name-none = 서명한 이름: 이 접수증에 없음
receipt-number = 신청 번호: { $number }
receipt-number-none = 신청 번호: 이 내용에 없음
receipt-claim = 신청: { $claim }
receipt-opened = 봉인되었다가 이 접수증이 보여 주는 값:
receipt-opened-none = 이 접수증은 봉인된 값을 보여 주지 않습니다.
receipt-value = { $name }: { $value }
receipt-closed = 봉인되어 보여 주지 않는 값: { $names }
receipt-not-proven = 증명되지 않은 것:
receipt-not-true = 입력한 내용이 사실인지, 자판 앞에 누가 있었는지
receipt-not-later = 나중에 철회처럼 이를 바꾸는 일이 없었는지
receipt-not-clock = 정확한 시각. 등록부 자체의 시계입니다. 접수증에 든 시점확인 토큰(확인하지 않음): { $stamps }개
receipt-not-witnessed = 다른 사람도 같은 기록을 보았는지. 체크포인트에 더 있는 서명(확인하지 않음): { $signatures }개
receipt-action-claim-submit = 참여 신청서를 제출했습니다
receipt-action-claim-withdraw = 참여 신청을 철회했습니다
receipt-action-consent-agreed = '{ $item }' 항목에 동의했습니다
receipt-action-consent-refused = '{ $item }' 항목의 동의를 거부했습니다
receipt-action-consent-withdraw = '{ $item }' 항목의 동의를 철회했습니다
receipt-action-other = { $action } ({ $table }의 { $op })
receipt-role-claimant = 신청인
receipt-item-participation = 소송 참여
receipt-item-mandate = 소송 위임
receipt-item-privacy_required = 개인정보 수집·이용(필수)
receipt-item-privacy_optional = 개인정보 수집·이용(선택)
receipt-item-third_party = 개인정보 제3자 제공
