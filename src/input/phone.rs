//! Telephone numbers, by the Korean numbering plan and, abroad, by E.164.

use std::ops::RangeInclusive;

use crate::characters::plain;
use crate::error::Fault;
use crate::input::checked_text;
use crate::law;

checked_text! {
    /// A telephone number: a Korean one with its hyphens, `010-1234-5678`, another one with the
    /// code of its country, `+442079460958`.
    Phone
}

/// Beginnings of Korean numbers, with how many digits follow them. What begins with 03 and with 05
/// to 06 are areas; 030 and 050 are numbers for life and for shops.
const PLAN: [(&[&str], RangeInclusive<usize>); 6] = [
    (&["010", "070"], 8..=8),
    (&["011", "016", "017", "018", "019"], 7..=8),
    (&["02"], 7..=8),
    (
        &[
            "031", "032", "033", "041", "042", "043", "044", "051", "052", "053", "054", "055",
            "061", "062", "063", "064", "060", "080",
        ],
        7..=8,
    ),
    (
        &[
            "0302", "0303", "0304", "0305", "0502", "0503", "0504", "0505", "0506", "0507", "0508",
        ],
        7..=8,
    ),
    // of firms, without an area
    (&["15", "16", "18"], 6..=6),
];

/// Countries with a code of two digits; those that begin with 1 or 7 have one (ITU-T E.164).
const TWO_DIGITS: [&str; 42] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "84", "86", "90", "91", "92", "93", "94", "95",
];

/// How the codes of three digits begin; with others none does.
const THREE_DIGITS: [&str; 23] = [
    "21", "22", "23", "24", "25", "26", "29", "35", "37", "38", "42", "50", "59", "67", "68", "69",
    "80", "85", "87", "88", "96", "97", "99",
];

/// Italy, San Marino and the Vatican, whose numbers keep the 0 that others drop abroad.
const KEEP_ZERO: [&str; 3] = ["39", "378", "379"];

impl Phone {
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        let typed = plain(typed);
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Fault::new(field, "empty"));
        }
        let number = Dialled::read(typed).and_then(|dialled| dialled.number());
        // 001231-4123456 can be dialled as well
        let resident = match number {
            Some(_) => law::resident_number(typed).is_some(),
            None => !typed.starts_with('+') && law::contains_resident_number(typed),
        };
        if resident {
            return Err(Fault::new(field, "resident-number"));
        }
        number.map(Self).ok_or_else(|| Fault::new(field, "phone"))
    }

    /// As it is searched: without hyphens.
    pub fn searched(&self) -> String {
        self.0.replace('-', "")
    }
}

/// Digits as they were typed.
struct Dialled {
    international: bool,
    digits: String,
    /// How many digits stand before each separator.
    cuts: Vec<usize>,
}

impl Dialled {
    fn read(typed: &str) -> Option<Self> {
        let typed = typed.trim_start_matches(['(', ' ', '-']);
        let international = typed.starts_with(['+']) || typed.starts_with("00");
        // the 0 that is dialled at home alone
        let typed = match typed.strip_prefix('+') {
            Some(rest) => rest.replace("(0)", " "),
            None if international => typed.replace("(0)", " "),
            None => typed.into(),
        };
        let (mut digits, mut cuts) = (String::new(), Vec::new());
        for c in typed.chars() {
            match c {
                '0'..='9' => digits.push(c),
                ' ' | '-' | '.' | ',' | '/' | '_' | '(' | ')' => cuts.push(digits.len()),
                _ => return None,
            }
        }
        Some(Self {
            international,
            digits,
            cuts,
        })
    }

    fn number(&self) -> Option<String> {
        let digits = self.digits.as_str();
        if !self.international {
            // +82 is often written without its plus; with a 0 after it and nothing between, it
            // could be a birth date
            return self.korean(0, "").or_else(|| {
                let home = digits.strip_prefix("82")?;
                let apart = self.cuts.contains(&2) || !home.starts_with('0');
                apart.then(|| self.korean_from_abroad(2))?
            });
        }
        let number = digits.strip_prefix("00").unwrap_or(digits);
        let prefix = digits.len() - number.len();
        if number.starts_with("82") {
            return self.korean_from_abroad(prefix + 2);
        }
        // Korean carriers have codes of their own between 00 and the country: 001, 00700
        let carried = [1, 3].into_iter().filter(|_| prefix == 2).find_map(|code| {
            let home = number.get(code..)?.strip_prefix("82")?;
            let mobile = home.trim_start_matches('0');
            let mobile = mobile.len() == 10 && mobile.starts_with("10");
            let around = [prefix + code, prefix + code + 2];
            let apart = around.iter().all(|cut| self.cuts.contains(cut));
            (mobile || apart).then(|| self.korean_from_abroad(prefix + code + 2))?
        });
        carried.or_else(|| abroad(number))
    }

    /// A Korean number after the country's code; its 0 may be there or not.
    fn korean_from_abroad(&self, code: usize) -> Option<String> {
        match self.digits[code..].strip_prefix('0') {
            Some(_) => self.korean(code, ""),
            None => self.korean(code, "0").or_else(|| self.korean(code, "")),
        }
    }

    /// The Korean number that begins after so many digits, with `zero` in front. A separator where
    /// the plan has none, and none where it has one, tells that a digit was lost or gained.
    fn korean(&self, skipped: usize, zero: &str) -> Option<String> {
        let digits = format!("{zero}{}", &self.digits[skipped..]);
        let known = |(prefixes, rest): &(&[&str], RangeInclusive<usize>)| {
            let prefix = prefixes
                .iter()
                .find(|prefix| digits.starts_with(**prefix))?;
            rest.contains(&(digits.len() - prefix.len()))
                .then_some(prefix.len())
        };
        let area = PLAN.iter().find_map(known)?;
        let last = digits.len() - 4;
        let plan = if digits.starts_with('0') {
            vec![area, last]
        } else {
            vec![last]
        };
        let cuts: Vec<usize> = self
            .cuts
            .iter()
            .filter(|cut| **cut > skipped && **cut < self.digits.len())
            .map(|cut| cut - skipped + zero.len())
            .collect();
        let fits = cuts.iter().all(|cut| plan.contains(cut));
        if !fits && !plan.iter().all(|cut| cuts.contains(cut)) {
            return None;
        }
        let mut number = digits;
        for cut in plan.into_iter().rev() {
            number.insert(cut, '-');
        }
        Some(number)
    }
}

/// A number with the code of its country: 8 to 15 digits in all.
fn abroad(number: &str) -> Option<String> {
    let code = match number.as_bytes().first()? {
        b'0' => return None,
        b'1' | b'7' => 1,
        _ if TWO_DIGITS.contains(&number.get(..2)?) => 2,
        _ if THREE_DIGITS.contains(&number.get(..2)?) => 3,
        _ => return None,
    };
    let (code, national) = (number.get(..code)?, number.get(code..)?);
    let national = match national.strip_prefix('0') {
        Some(rest) if !KEEP_ZERO.contains(&code) => rest,
        _ => national,
    };
    let fits = if code == "1" {
        // North America: area and exchange begin with 2 to 9
        let begins = |at: usize| national.as_bytes()[at] >= b'2';
        national.len() == 10 && begins(0) && begins(3)
    } else {
        (8..=15).contains(&(code.len() + national.len())) && !national.starts_with("00")
    };
    fits.then(|| format!("+{code}{national}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const RIGHT: &[(&str, &str)] = &[
        ("01012345678", "010-1234-5678"),
        ("010 1234 5678", "010-1234-5678"),
        ("010.1234.5678", "010-1234-5678"),
        ("０１０－１２３４－５６７８", "010-1234-5678"),
        ("010–1234–5678", "010-1234-5678"),
        ("010ㅡ1234ー5678", "010-1234-5678"),
        ("\u{202a}010-1234-5678\u{202c}", "010-1234-5678"),
        ("010-12\u{200b}34-5678", "010-1234-5678"),
        ("٠١٠-١٢٣٤-٥٦٧٨", "010-1234-5678"),
        ("010 12 34 56 78", "010-1234-5678"),
        ("010-12345678", "010-1234-5678"),
        ("+82 10-1234-5678", "010-1234-5678"),
        ("+82 (0)10-1234-5678", "010-1234-5678"),
        ("+82 010 1234 5678", "010-1234-5678"),
        ("0082 10 1234 5678", "010-1234-5678"),
        ("00182 10 1234 5678", "010-1234-5678"),
        ("00982-10-1234-5678", "010-1234-5678"),
        ("00700 82 10 1234 5678", "010-1234-5678"),
        ("002-82-2-2345-6789", "02-2345-6789"),
        ("(+82) 10-1234-5678", "010-1234-5678"),
        ("82-10-1234-5678", "010-1234-5678"),
        ("011-234-5678", "011-234-5678"),
        ("02-123-4567", "02-123-4567"),
        ("(02) 1234-5678", "02-1234-5678"),
        ("+82 2 123 4567", "02-123-4567"),
        ("0641234567", "064-123-4567"),
        ("070-1234-5678", "070-1234-5678"),
        ("0505-123-4567", "0505-123-4567"),
        ("0507-1333-1234", "0507-1333-1234"),
        ("080-123-4567", "080-123-4567"),
        ("1588-1234", "1588-1234"),
        ("15881234", "1588-1234"),
        ("+82 1588 1234", "1588-1234"),
        ("+44 20 7946 0958", "+442079460958"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("0044 20 7946 0958", "+442079460958"),
        ("+44 020 7946 0958", "+442079460958"),
        ("+1 212 555 0100", "+12125550100"),
        ("001 (212) 555-0100", "+12125550100"),
        ("+39 06 6982 1234", "+390669821234"),
        ("+81-3-1234-5678", "+81312345678"),
        ("＋８６ 138 1234 5678", "+8613812345678"),
    ];

    const WRONG: &[&str] = &[
        "1234",
        "전화 없음",
        "10-1234-5678",
        "010-123-4567",
        "0101234123",
        "010-1234-56789",
        "010-123-45678",
        "010-1234-567a",
        "010-1234-5678 / 010-1234-5679",
        "02-123-4567/8",
        "02-12-34567",
        "070-123-4567",
        "050-7133-31234",
        "1588-123",
        "1588-12345",
        "159-81234",
        "+82 10 123 4567",
        "+82 10 1234 56789",
        "+1 212 555 010",
        "+1 212 555 01000",
        "+0 123 456 7890",
        "+999",
        "+28 2212 34567",
        "++82 10 1234 5678",
        "010-1234-5678 내선 2",
        "112",
    ];

    #[test]
    fn a_phone_number_takes_one_form() {
        for (typed, form) in RIGHT {
            let read = Phone::parse("phone", typed).map(|phone| phone.as_str().to_string());
            assert_eq!(read.as_deref(), Ok(*form), "{typed}");
        }
        for wrong in WRONG {
            assert_eq!(
                Phone::parse("phone", wrong).err().map(|f| f.code),
                Some("phone"),
                "{wrong}"
            );
        }
        for resident in [
            "900101-1234568",
            "820101-1234567",
            "8201011234567",
            "001231-4123456",
        ] {
            let fault = Phone::parse("phone", resident).err();
            assert_eq!(fault.map(|f| f.code), Some("resident-number"), "{resident}");
        }
    }

    proptest! {
        /// Wherever it is separated, however its digits and its country are written.
        #[test]
        fn every_spelling_of_a_number_has_one_form(
            prefix in prop::sample::select(vec!["010", "02", "031", "0507", "070"]),
            middle in 2000u32..10_000, last in 0u32..10_000,
            sign in prop::sample::select(vec!["", "-", " ", ".", "－", "–", "ㅡ", "・", " - ", "\u{200b}", "/"]),
            home in prop::sample::select(vec!["", "+82 ", "+82-", "0082 ", "+82(0)", "+82 0"]),
            wide in any::<bool>(),
        ) {
            let form = format!("{prefix}-{middle}-{last:04}");
            let area = if home.is_empty() { prefix } else { &prefix[1..] };
            let typed = format!("{home}{area}{sign}{middle}{sign}{last:04}");
            let typed: String = typed.chars().map(|c| match c.to_digit(10) {
                Some(value) if wide => char::from_u32('０' as u32 + value).unwrap(),
                _ => c,
            }).collect();
            let read = Phone::parse("phone", &typed).map(|phone| phone.as_str().to_string());
            prop_assert_eq!(read, Ok(form), "{}", typed);
        }

        #[test]
        fn a_stored_number_reads_as_itself(typed in "[+]?[0-9 ()-]{6,20}") {
            if let Ok(phone) = Phone::parse("phone", &typed) {
                let again = Phone::parse("phone", phone.as_str());
                prop_assert_eq!(again.map(|phone| phone.as_str().to_string()), Ok(phone.as_str().to_string()));
            }
        }

        #[test]
        fn a_mobile_number_that_lost_or_gained_digits_is_refused(digits in "010([0-9]{5,7}|[0-9]{9,10})") {
            prop_assert!(Phone::parse("phone", &digits).is_err());
        }
    }
}
