//! Names of people and corporations.

use unicode_normalization::UnicodeNormalization;

use crate::characters::{Class, class, is_apostrophe, is_dash, is_middle_dot};
use crate::error::Fault;
use crate::input::text::{Kind, personal};
use crate::input::{checked_text, limits};

checked_text! {
    /// What a person or a corporation is called, kept as typed: one line of 1 to 100 characters
    /// with a letter in it.
    PersonName
}

/// Forms of corporations, short and in full.
const FORMS: [(&str, &str); 16] = [
    ("(주)", "주식회사"),
    ("(株)", "주식회사"),
    ("株式會社", "주식회사"),
    ("株式会社", "주식회사"),
    ("(유)", "유한회사"),
    ("(유한)", "유한회사"),
    ("(합자)", "합자회사"),
    ("(합명)", "합명회사"),
    ("(유책)", "유한책임회사"),
    ("(재)", "재단법인"),
    ("(사)", "사단법인"),
    ("(의)", "의료법인"),
    ("(학)", "학교법인"),
    ("(복)", "사회복지법인"),
    ("(영)", "영농조합법인"),
    ("(농)", "농업회사법인"),
];

impl PersonName {
    pub fn parse(field: &str, typed: &str) -> Result<Self, Fault> {
        personal(field, typed, Kind::Name, limits::NAME).map(Self)
    }

    /// What is searched for: it is kept nowhere, so that any text will do in which something can be
    /// seen.
    pub fn sought(field: &str, typed: &str) -> Result<String, Fault> {
        let sought = Self(typed.into()).searched();
        if sought.is_empty() {
            return Err(Fault::new(field, "empty"));
        }
        Ok(sought)
    }

    /// As it is searched and compared: compatibility forms and case folded, forms of corporations
    /// in full, without spaces and the signs that people leave out or write in several ways.
    pub fn searched(&self) -> String {
        let unsigned = self.0.chars().filter(|c| !is_left_out(*c));
        // upper case first: ß is SS, and both are ss
        let folded = unsigned.nfkc().filter(|c| !is_left_out(*c));
        let folded: String = folded.flat_map(char::to_uppercase).collect();
        let mut name: String = folded.to_lowercase().nfkc().collect();
        for (short, full) in FORMS {
            name = name.replace(short, full);
        }
        name.replace(['(', ')'], "")
    }

    /// Whether both name the same person, as people compare names.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.searched() == other.searched()
    }
}

fn is_left_out(c: char) -> bool {
    matches!(class(c), Class::Space | Class::Hidden | Class::Damaged)
        || is_apostrophe(c)
        || is_dash(c)
        || is_middle_dot(c)
        || matches!(c, '.' | ',' | '．' | '，' | '"' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(typed: &str) -> PersonName {
        PersonName::parse("name", typed).unwrap_or_else(|fault| panic!("{typed}: {fault:?}"))
    }

    #[test]
    fn one_name_is_the_same_however_it_is_typed() {
        for same in [
            &["O'Brien", "O’Brien", "o`brien", "O´Brien", "OBrien"][..],
            &[
                "㈜하늘",
                "(주)하늘",
                "（주） 하늘",
                "주식회사 하늘",
                "( 주 )하늘",
                "㈱하늘",
            ],
            &["하늘(유)", "하늘 유한회사"],
            &["재단법인 하늘", "(재)하늘"],
            &["㈔하늘", "사단법인 하늘"],
            &[
                "Jean-Luc Picard",
                "jean luc picard",
                "JEAN–LUC PICARD",
                "Ｊean‐Luc Picard",
            ],
            &["하늘·바다", "하늘ㆍ바다", "하늘・바다", "하늘 바다"],
            &["Sky Co., Ltd.", "SKY CO LTD"],
            &["Straße", "STRASSE"],
            &["김하늘(합성)", "김하늘（합성）"],
            &["李純信", "李純信"],
        ] {
            for other in same {
                assert!(
                    name(same[0]).is_same_as(&name(other)),
                    "{} {other}",
                    same[0]
                );
            }
        }
        for (one, other) in [
            ("김하늘", "김하을"),
            ("주식회사 하늘", "하늘 주식회사"),
            ("(주)하늘", "(유)하늘"),
            ("주하늘", "(주)하늘"),
            ("A&B", "AB"),
        ] {
            assert!(!name(one).is_same_as(&name(other)), "{one} {other}");
        }
        assert_eq!(
            PersonName::sought("name", "김\u{e0041}\u{200b}하늘").unwrap(),
            name("김 하늘").searched()
        );
    }
}
