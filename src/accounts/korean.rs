//! What people in Korea take for a password, as the keys of a keyboard: whoever guesses knows that
//! 비밀번호 is typed qlalfqjsgh with the other layout switched on. Frequency lists of other
//! countries know none of it.

use std::sync::LazyLock;

/// Keys of the two-set layout (KS X 5002), in Unicode's order of the letters of a syllable.
const INITIALS: [&str; 19] = [
    "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g",
];
const VOWELS: [&str; 21] = [
    "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b",
    "m", "ml", "l",
];
const FINALS: [&str; 28] = [
    "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
];
/// Of letters that stand alone, from ㄱ (U+3131) to ㅣ (U+3163).
const LETTERS: [&str; 51] = [
    "r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a",
    "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", "k", "o", "i", "O", "j", "p",
    "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
];

/// Words, names, and numbers that are words, as they are written.
const WORDS: &str = "
비밀번호 비번 패스워드 암호 비밀 열쇠 로그인 아이디 계정 회원가입 관리자 관리 운영자 사용자 테스트 시험 홍길동 임시 초기
안녕하세요 안녕 안뇽 하이 방가 반가워 감사합니다 감사 고마워 고맙습니다 미안해 죄송 화이팅 파이팅 아자 힘내 행복 행복해 행운
사랑 사랑해 사랑해요 사랑합니다 나는너를사랑해 너를사랑해 자기야 여보 여보야 내사랑 우리사랑 보고싶어 좋아해 영원히 천사 공주
왕자 우리집 우리가족 가족 엄마 아빠 어머니 아버지 할머니 할아버지 아들 딸 언니 오빠 누나 동생 형 남편 아내 마누라 친구 애인 아기
대한민국 한국 한글 코리아 서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 제주 제주도 독도 독도는우리땅 한강 남산 백두산 태극기
애국가 무궁화 통일 축구 야구 월드컵 붉은악마 카카오 카카오톡 카톡 네이버 다음 구글 삼성 엘지 현대 쿠팡 배달의민족 유튜브 인터넷
컴퓨터 핸드폰 휴대폰 전화 전화번호 은행 통장 돈 부자 대박 로또 복권 사장님 사장 대표 회사 가게 식당 치킨 피자 커피 김치 라면
떡볶이 삼겹살 소주 맥주 강아지 고양이 멍멍이 야옹이 호랑이 토끼 돼지 곰 나비 꽃 장미 해바라기 바다 하늘 구름 별 달 태양 나무
바람 봄 여름 가을 겨울 예수님 하나님 예수 주님 할렐루야 아멘 부처님 나무아미타불 관세음보살 축복 은혜 평화 희망 소망 믿음
학교 선생님 학생 공부 열공 합격 청춘 인생 세상 최고 짱 바보 멍청이 메롱 하하하 히히히 호호호 크크크 ㅋㅋㅋ ㅎㅎㅎ ㅇㅇ ㅠㅠ
가나다라 마바사아 자차카타 파하 가나다 라마바 사아자 차카타 가갸거겨 고교구규 아야어여 오요우유 동해물과 백두산이 아리랑 도레미파
김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 송 류 홍 민수 민준 지훈 현우 서연 지은 수진 미영 영희 철수 영수 길동 순이 민지
지영 은지 유진 수빈 예진 도윤 하준 서준 하윤 지우 준호 성민 동현 재현 태현 정훈 성호 영호 상훈 진우 영숙 정숙 미경 경희 은주
";
/// Korean in Latin letters, and numbers that are said as words.
const LATIN: &str = "
bimil bimilbunho birmilbeonho biminbunho amho annyeong anyoung annyong annyeonghaseyo sarang saranghae saranghaeyo kamsa gamsa hong
gildong honggildong hongkildong kim lee park choi jung jeong kang cho yoon jang lim han korea daehan daehanminguk hanguk seoul busan
incheon daegu daejeon gwangju jeju samsung naver kakao kakaotalk katalk daum coupang admin master minsu jihoon hyunwoo minjun jiyoung
minji youngsoo chulsoo younghee sujin haneul gangaji goyangi oppa unni noona hyung umma appa chingu hwaiting fighting aja dokdo
1004 8282 7942 0486 486 1588 2580 1472 0852 1379 2468 1357 0000 1111 7777 1212 1004486 0815 815 0070 5882
";

/// Every word as keys, in lower case, with those that are digits.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let words = WORDS.split_whitespace().chain(LATIN.split_whitespace());
    let mut keys: Vec<String> = words.map(|word| keys(word).to_lowercase()).collect();
    // one key alone says nothing of a password
    keys.retain(|word| word.len() > 1);
    keys.sort();
    keys.dedup();
    keys
});

/// The keys that type a text, where it holds Korean; everything else stays as it is.
pub fn keys(text: &str) -> String {
    let mut keys = String::with_capacity(text.len());
    for c in text.chars() {
        let place = c as usize;
        match place {
            0xac00..=0xd7a3 => {
                let syllable = place - 0xac00;
                keys.push_str(INITIALS[syllable / (21 * 28)]);
                keys.push_str(VOWELS[syllable / 28 % 21]);
                keys.push_str(FINALS[syllable % 28]);
            }
            0x3131..=0x3163 => keys.push_str(LETTERS[place - 0x3131]),
            // parts of syllables, as which NFKC writes letters that stand alone
            0x1100..=0x1112 => keys.push_str(INITIALS[place - 0x1100]),
            0x1161..=0x1175 => keys.push_str(VOWELS[place - 0x1161]),
            0x11a8..=0x11c2 => keys.push_str(FINALS[place - 0x11a7]),
            _ => keys.push(c),
        }
    }
    keys
}

/// The common words in what was typed, as keys in lower case; the longest first, since they are
/// what somebody had in mind.
pub fn words_in(keys: &str) -> Vec<&'static str> {
    let mut found: Vec<&str> = KEYS
        .iter()
        .map(String::as_str)
        .filter(|word| keys.contains(word))
        .collect();
    found.sort_by_key(|word| std::cmp::Reverse(word.len()));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::password::acceptable;
    use unicode_normalization::UnicodeNormalization;

    #[test]
    fn korean_is_typed_with_these_keys() {
        for (text, typed) in [
            ("비밀번호", "qlalfqjsgh"),
            ("안녕하세요", "dkssudgktpdy"),
            ("사랑해1004", "tkfkdgo1004"),
            ("카카오톡", "zkzkdhxhr"),
            ("가나다라마바사아", "rkskekfkakqktkdk"),
            ("ㅂㅈㄷㄱㅅㅛㅕㅑ", "qwertyui"),
            ("떡볶이", "EjrqhRdl"),
            ("값없이 읽다", "rkqtdjqtdl dlfrek"),
            ("왜 의원", "dho dmldnjs"),
            ("ㅔㅁㄴㄴ잭ㅇ", "password"),
            ("plain 12!", "plain 12!"),
        ] {
            assert_eq!(keys(text), typed, "{text}");
            let apart: String = text.nfkd().collect();
            assert_eq!(keys(&apart), typed, "{text} in parts");
        }
    }

    #[test]
    fn no_common_word_will_do_however_it_is_dressed() {
        let judged = |typed: &str| acceptable("password", typed, false, "somebody@example.com");
        for word in WORDS.split_whitespace().step_by(17) {
            for typed in [word.into(), keys(word), keys(word).to_uppercase()] {
                for (before, after) in [
                    ("", ""),
                    ("", "1"),
                    ("", "12!"),
                    ("", "1234"),
                    ("!", "2026"),
                    ("1", "!@#$"),
                    ("", " 7391 !"),
                ] {
                    let dressed = format!("{before}{typed}{after}");
                    assert!(judged(&dressed).is_err(), "{dressed}");
                }
            }
        }
    }

    #[test]
    fn every_syllable_has_keys_of_its_own() {
        let all: Vec<String> = ('가'..='힣').map(|c| keys(&c.to_string())).collect();
        let mut different = all.clone();
        different.sort();
        different.dedup();
        assert_eq!((all.len(), different.len()), (11_172, 11_172));
        assert!(
            all.iter()
                .flat_map(|keys| keys.bytes())
                .all(|key| key.is_ascii_alphabetic())
        );
    }
}
