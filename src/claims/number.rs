//! Claim numbers that people read out: `KKO-000123-X`, the case's prefix, a number drawn at
//! submission (gaps are allowed), and a check character that catches a wrong one and nearly every
//! swapped pair.

/// The number with its check character.
pub fn claim_number(prefix: &str, drawn: i64) -> String {
    let body = format!("{prefix}-{drawn:06}");
    let check = check_character(&body);
    format!("{body}-{check}")
}

/// Whether a number as typed, in upper or lower case, has the check character that belongs to it.
pub fn is_claim_number(typed: &str) -> bool {
    let typed = typed.trim().to_ascii_uppercase();
    typed.rsplit_once('-').is_some_and(|(body, check)| {
        body.contains('-') && check.len() == 1 && check.starts_with(check_character(body))
    })
}

/// ISO/IEC 7064 MOD 37,36 (hybrid system, 0-9A-Z) over the letters and digits; hyphens do not
/// count.
fn check_character(body: &str) -> char {
    const ALPHABET: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let product = body
        .bytes()
        .filter_map(|byte| ALPHABET.iter().position(|known| *known == byte))
        .fold(36, |product, value| {
            let sum = (product + value) % 36;
            (if sum == 0 { 36 } else { sum }) * 2 % 37
        });
    char::from(ALPHABET[(37 - product) % 36])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The worked example of the Global Release Identifier (GRid), which uses the same system.
    #[test]
    fn the_published_example() {
        assert_eq!(check_character("A12425GABC1234002"), 'M');
    }

    #[test]
    fn a_number_is_readable() {
        assert!(claim_number("KKO", 123).starts_with("KKO-000123-"));
        assert!(is_claim_number(&claim_number("KKO", 123).to_lowercase()));
        assert!(!is_claim_number("KKO-000123") && !is_claim_number("") && !is_claim_number("-A"));
    }

    /// The hybrid systems of ISO/IEC 7064 find every wrong character and nearly every swapped pair.
    #[test]
    fn nearly_every_swapped_pair_is_caught() {
        let (mut swaps, mut caught) = (0, 0);
        for drawn in 1..5_000 {
            let number = claim_number("KKO", drawn).into_bytes();
            for place in (4..9).filter(|place| number[*place] != number[*place + 1]) {
                let mut swapped = number.clone();
                swapped.swap(place, place + 1);
                swaps += 1;
                caught += u32::from(!is_claim_number(std::str::from_utf8(&swapped).unwrap()));
            }
        }
        assert!(caught * 100 >= swaps * 97, "{caught} of {swaps}");
    }

    proptest! {
        #[test]
        fn any_wrong_character_is_caught(drawn in 1i64..1_000_000, place in 0usize..6, by in 1u8..10) {
            let number = claim_number("KKO", drawn);
            prop_assert!(is_claim_number(&number));
            let mut wrong = number.into_bytes();
            let digit = &mut wrong[4 + place];
            *digit = b'0' + (*digit - b'0' + by) % 10;
            prop_assert!(!is_claim_number(std::str::from_utf8(&wrong).unwrap()));
        }
    }
}
