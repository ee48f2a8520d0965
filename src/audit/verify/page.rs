//! The page that verifies receipts in a browser, beside the program and docs/verify.py: what stands
//! on it, its script and its style; and all of it as one file, which works without network and
//! without the registry. The sources lie in web/verify, the words in web/locales. Pure.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::text::{Language, say};

/// The modules of the script, each after those that it imports.
const MODULES: [&str; 9] = [
    include_str!("../../../web/verify/json.js"),
    include_str!("../../../web/verify/note.js"),
    include_str!("../../../web/verify/extra.js"),
    include_str!("../../../web/verify/parts.js"),
    include_str!("../../../web/verify/receipt.js"),
    include_str!("../../../web/verify/words.js"),
    include_str!("../../../web/verify/signed.js"),
    include_str!("../../../web/verify/statement.js"),
    include_str!("../../../web/verify/page.js"),
];
const FRAGMENT: &str = include_str!("../../../web/verify/fragment.html");
const OFFLINE: &str = include_str!("../../../web/verify/offline.html");
/// Where the page is saved from.
const SAVE: &str = "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/log/verify.html\" data-words=\"verify-save\"></a></p>\n";
const KOREAN: [&str; 2] = [
    include_str!("../../../web/locales/ko/main.ftl"),
    include_str!("../../../web/locales/ko/verify.ftl"),
];
const ENGLISH: [&str; 2] = [
    include_str!("../../../web/locales/en/main.ftl"),
    include_str!("../../../web/locales/en/verify.ftl"),
];

/// What the page adds to the style of the one around it.
const STYLE: &str = include_str!("../../../web/verify/page.css");

/// One classic script: a file that is opened from a disk can load no modules.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let modules = MODULES.map(without_imports).concat();
    format!("\"use strict\";\n(() => {{\n{modules}}})();\n")
});

/// The words of receipts and of the page, by language and key.
pub fn words(languages: &[Language]) -> Value {
    languages
        .iter()
        .map(|language| (language.as_str().to_string(), sentences(*language).into()))
        .collect::<Map<_, _>>()
        .into()
}

fn sentences(language: Language) -> Map<String, Value> {
    let sources = match language {
        Language::Korean => KOREAN,
        Language::English => ENGLISH,
    };
    let lines = sources.iter().flat_map(|source| source.lines());
    lines
        .filter(|line| line.starts_with("receipt-") || line.starts_with("verify-"))
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, sentence)| (key.into(), sentence.into()))
        .collect()
}

/// A module as a part of one scope: what it imports stands before it.
fn without_imports(module: &str) -> String {
    let (mut script, mut importing) = (String::new(), false);
    for line in module.lines() {
        importing |= line.starts_with("import ");
        if !importing {
            script.push_str(line.strip_prefix("export ").unwrap_or(line));
            script.push('\n');
        }
        importing &= !line.ends_with(';');
    }
    script
}

/// The words of that language in each element that names one.
fn worded(html: &str, language: Language) -> String {
    let words = sentences(language);
    let mut parts = html.split("data-words=\"");
    let mut worded = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let key = part.split('"').next().unwrap_or_default();
        let sentence = words.get(key).and_then(Value::as_str).unwrap_or_default();
        let (tag, rest) = part.split_once('>').unwrap_or_default();
        worded.extend(["data-words=\"", tag, ">", &escaped(sentence), rest]);
    }
    worded
}

/// As it stands between two tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// What stands below the heading of the registry's own page, which brings `verify.css` and
/// `verify.js`. `vkey` is the log's first key: receipts lead on from it.
pub fn fragment(language: Language, vkey: &str) -> String {
    let words = words(&[language]).to_string();
    worded(&format!("{FRAGMENT}{SAVE}"), language)
        .replace("{words}", &escaped(&words))
        .replace("{vkey}", &escaped(vkey))
}

/// The whole page as one file, in both languages, which loads nothing: the policy in its head lets
/// a browser run this script and no other, and call nobody.
pub fn offline(vkey: &str) -> String {
    let style = format!("{}{STYLE}", include_str!("../../../web/verify/offline.css"));
    let unable = ["verify-unable", "verify-unable-why"]
        .map(|key| say(Language::English, key, &[]))
        .join(" ");
    let sum = |text: &str| BASE64.encode(Sha256::digest(text));
    worded(&OFFLINE.replace("{fragment}", FRAGMENT), Language::Korean)
        .replace("{words}", &escaped(&words(Language::ALL).to_string()))
        .replace("{unable-in-english}", &escaped(&unable))
        .replace("{script-sum}", &sum(&SCRIPT))
        .replace("{style-sum}", &sum(&style))
        .replace("{style}", &style)
        .replace("{vkey}", &escaped(vkey))
        .replace("{script}", &SCRIPT)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The page fills in values by itself: it says what Fluent says.
    #[test]
    fn the_page_reads_the_words_as_fluent_does() {
        for language in Language::ALL.iter().copied() {
            let words = sentences(language);
            assert!(words.len() > 70, "{}", words.len());
            for (key, sentence) in &words {
                let mut expected = sentence.as_str().expect("a text").to_string();
                let mut args = Vec::new();
                // every `{ $name }` in it
                while let Some((before, rest)) = expected.split_once("{ $") {
                    let (name, after) = rest.split_once(" }").expect("it is closed");
                    let name: &'static str = name.to_string().leak();
                    args.push((name, format!("<{name}>")));
                    expected = format!("{before}<{name}>{after}");
                }
                assert_eq!(say(language, key, &args), expected, "{key}");
            }
        }
    }

    #[test]
    fn every_word_that_is_named_is_there_and_nothing_is_left_to_fill_in() {
        let words = sentences(Language::Korean);
        let page = offline("example.kr/log+00000000+\"<&");
        let named = page
            .split("data-words=\"")
            .skip(1)
            .chain(SCRIPT.split("\"verify-").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .map(|key| format!("verify-{}", key.trim_start_matches("verify-")));
        for key in named {
            let is_prefix = ["verify-over", "verify-value", "verify-code"].contains(&key.as_str());
            assert!(is_prefix || words.contains_key(&key), "{key}");
        }
        for left in [
            "{vkey}",
            "{style}",
            "{script}",
            "{fragment}",
            "{words}",
            "-sum}'",
        ] {
            assert!(!page.contains(left), "{left}");
        }
        assert!(page.contains("example.kr/log+00000000+\"&lt;&amp;</textarea>"));
        assert_eq!(page.matches("<script").count(), 1);
        assert!(!SCRIPT.contains("</script") && !SCRIPT.contains("<!--"));
        assert!(!SCRIPT.contains("import ") && !SCRIPT.contains("\nexport "));
    }
}
