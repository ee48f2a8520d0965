//! Days.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::characters::plain;
use crate::error::Fault;

/// A day as people write it, the year first and in four digits: 1980-05-05, 19800505, 1980. 5. 5.,
/// 1980년 5월 5일, also with its weekday behind it: 2022. 10. 15.(토), 2022-10-15 (Sat). Whatever could
/// be read in two ways is refused, as is a weekday that was another one.
pub fn date(field: &str, typed: &str) -> Result<NaiveDate, Fault> {
    read(&plain(typed)).ok_or_else(|| Fault::new(field, "date"))
}

fn read(text: &str) -> Option<NaiveDate> {
    let (text, weekday) = apart(text.trim())?;
    let [year, month, day] = parts(text.strip_suffix('.').unwrap_or(text))?;
    let number = |digits: &str, most: usize| -> Option<u32> {
        let plain = digits.bytes().all(|b| b.is_ascii_digit());
        let fits = plain && (1..=most).contains(&digits.len());
        fits.then(|| digits.parse().ok()).flatten()
    };
    let year = number(year, 4).filter(|_| year.len() == 4)?;
    let day = NaiveDate::from_ymd_opt(year.cast_signed(), number(month, 2)?, number(day, 2)?)?;
    weekday
        .is_none_or(|named| named == day.weekday())
        .then_some(day)
}

/// A day, and the weekday behind it if there is one.
fn apart(text: &str) -> Option<(&str, Option<Weekday>)> {
    let (day, named) = if let Some(open) = text.strip_suffix(')') {
        open.rsplit_once('(')?
    } else if text.ends_with("요일") {
        let (at, _) = text.char_indices().rev().nth(2)?;
        text.split_at(at)
    } else {
        return Some((text, None));
    };
    Some((day.trim_end(), Some(weekday(named.trim())?)))
}

fn weekday(named: &str) -> Option<Weekday> {
    let korean = ["월", "화", "수", "목", "금", "토", "일"];
    let short = named.strip_suffix("요일").unwrap_or(named);
    let at = korean.iter().position(|name| *name == short);
    let of_week = at.and_then(|at| u8::try_from(at).ok()?.try_into().ok());
    of_week.or_else(|| named.trim_end_matches('.').parse().ok())
}

fn parts(text: &str) -> Option<[&str; 3]> {
    if text.len() == 8 && text.is_ascii() && !text.contains(['-', '.', '/', ' ']) {
        return Some([&text[..4], &text[4..6], &text[6..]]);
    }
    if let Some((year, rest)) = text.split_once(['년', '年']) {
        let (month, rest) = rest.split_once(['월', '月'])?;
        let day = rest.trim().strip_suffix(['일', '日'])?;
        return Some([year.trim(), month.trim(), day.trim()]);
    }
    let sign = ['-', '.', '/']
        .into_iter()
        .find(|sign| text.contains(*sign));
    let parts: Vec<&str> = text.split(sign.unwrap_or(' ')).map(str::trim).collect();
    parts.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_can_be_read_in_two_ways_is_no_date() {
        for wrong in [
            "",
            "05/06/1980",
            "05/06/80",
            "80-05-05",
            "800505",
            "1980",
            "1980-05",
            "1980-13-01",
            "1980-02-30",
            "1980--05-05",
            "1980-05-05-01",
            "19800505T00",
            "1980-05-05T00:00:00Z",
            "5월 5일 1980년",
            "1980월 5년 5일",
            "1980-5월-5",
            "+1980-05-05",
            "１９80년",
            "198005051",
            "a9800505",
            "1980-005-05",
            "2022-10-15(일)",
            "2022-10-15(Sun)",
            "2022-10-15()",
            "2022-10-15(?)",
            "(토)",
            "토요일",
            "2022-10-15 토",
        ] {
            assert_eq!(date("day", wrong).unwrap_err().code, "date", "{wrong}");
        }
    }

    #[test]
    fn a_weekday_may_stand_behind_its_day() {
        let day = NaiveDate::from_ymd_opt(2022, 10, 15);
        for form in [
            "2022-10-15(토)",
            "2022. 10. 15.(토)",
            "2022. 10. 15. (토)",
            "2022년 10월 15일(토요일)",
            "2022년 10월 15일 토요일",
            "2022년10월15일토요일",
            "2022-10-15 (Sat)",
            "2022/10/15 (saturday)",
            "20221015（토）",
        ] {
            assert_eq!(date("day", form).ok(), day, "{form}");
        }
    }

    proptest! {
        #[test]
        fn every_form_of_a_day_is_the_same_day(y in 1900i32..2100, m in 1u32..13, d in 1u32..29) {
            let day = NaiveDate::from_ymd_opt(y, m, d).unwrap();
            for form in [
                format!("{y}-{m:02}-{d:02}"), format!("{y}{m:02}{d:02}"), format!("{y}.{m:02}.{d:02}"),
                format!("{y}. {m}. {d}."), format!("{y}. {m}. {d}"), format!("{y}/{m}/{d}"),
                format!("{y}년 {m}월 {d}일"), format!("{y}년{m:02}월{d:02}일"), format!("{y}年{m}月{d}日"),
                format!(" {y} – {m} – {d} "), format!("{y}ㅡ{m}ㅡ{d}"), format!("{y} {m} {d}"),
                format!("\u{200b}{y}−{m:02}\u{ad}−{d:02}"), format!("{y}-{m}-{d}"), format!("{y}．{m}．{d}"),
            ] {
                let wide: String = form.chars().map(|c| match c.to_digit(10) {
                    Some(value) => char::from_u32('０' as u32 + value).unwrap(),
                    None => c,
                }).collect();
                prop_assert_eq!(date("day", &form).ok(), Some(day), "{}", form);
                prop_assert_eq!(date("day", &wide).ok(), Some(day), "{}", wide);
            }
        }
    }
}
