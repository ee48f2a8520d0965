//! Trust policies (c2sp.org/tlog-policy): whose signatures make a checkpoint believed. Read,
//! written and evaluated here; pure.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use crate::audit::format::note::{Kind, Note, Vkey};

/// Name of the group in the policies that this program writes.
pub const GROUP: &str = "witnesses";
/// Lines of each kind that are read; the specification asks for 32.
const MOST: usize = 256;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Named {
    Witness(Vkey),
    Group { needs: usize, members: Vec<String> },
}

/// Whose signatures are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<Vkey>,
    names: BTreeMap<String, Named>,
    /// None where no cosignature is wanted.
    quorum: Option<String>,
}

/// What a policy is as far as it was read.
#[derive(Default)]
struct Reading {
    logs: Vec<Vkey>,
    names: BTreeMap<String, Named>,
    members: BTreeSet<String>,
    quorum: Option<Option<String>>,
}

impl Reading {
    fn log(&mut self, words: &[&str]) -> Result<(), String> {
        let ([vkey] | [vkey, _]) = words else {
            return Err("a log is `log <vkey> [<url>]`".into());
        };
        let vkey: Vkey = vkey.parse()?;
        if vkey.kind != Kind::Ed25519 {
            return Err("the vkey of a log signs checkpoints (type 1)".into());
        }
        if self.logs.iter().any(|other| other.same_key(&vkey)) {
            return Err("this log's key stands here twice".into());
        }
        self.logs.push(vkey);
        Ok(())
    }

    fn witness(&mut self, words: &[&str]) -> Result<(), String> {
        let ([name, vkey] | [name, vkey, _]) = words else {
            return Err("a witness is `witness <name> <vkey> [<url>]`".into());
        };
        let vkey: Vkey = vkey.parse()?;
        if vkey.kind != Kind::Cosignature {
            return Err("the vkey of a witness signs cosignatures (type 4)".into());
        }
        if self
            .names
            .values()
            .any(|named| matches!(named, Named::Witness(other) if other.same_key(&vkey)))
        {
            return Err("this witness's key stands here twice".into());
        }
        self.name(name, Named::Witness(vkey))
    }

    fn group(&mut self, words: &[&str]) -> Result<(), String> {
        let [name, needs, members @ ..] = words else {
            return Err("a group is `group <name> all|any|<k> <name>…`".into());
        };
        if members.is_empty() {
            return Err("a group has at least one member".into());
        }
        let needs = match *needs {
            "all" => members.len(),
            "any" => 1,
            number if number.bytes().all(|b| b.is_ascii_digit()) => {
                let number = number
                    .parse::<usize>()
                    .ok()
                    .filter(|number| (1..=members.len()).contains(number));
                number.ok_or_else(|| {
                    format!(
                        "the threshold is 1 to {}, the number of members",
                        members.len()
                    )
                })?
            }
            _ => return Err("the threshold of a group is `all`, `any` or a number".into()),
        };
        for member in members {
            if !self.names.contains_key(*member) {
                return Err(format!("{member} is not defined above"));
            }
            if !self.members.insert((*member).into()) {
                return Err(format!(
                    "{member} is a member already: each name counts once"
                ));
            }
        }
        self.name(
            name,
            Named::Group {
                needs,
                members: members.iter().map(|member| (*member).into()).collect(),
            },
        )
    }

    fn name(&mut self, name: &str, named: Named) -> Result<(), String> {
        if name == "none" {
            return Err("`none` is no name for a witness or a group".into());
        }
        if self.names.len() >= MOST {
            return Err(format!(
                "more than {MOST} witnesses and groups are not read"
            ));
        }
        match self.names.insert(name.into(), named) {
            None => Ok(()),
            Some(_) => Err(format!("{name} is defined twice")),
        }
    }

    fn quorum(&mut self, words: &[&str]) -> Result<(), String> {
        let [name] = words else {
            return Err("a quorum is `quorum <name>`".into());
        };
        if self.quorum.is_some() {
            return Err("there is a second quorum".into());
        }
        if *name != "none" && !self.names.contains_key(*name) {
            return Err(format!("{name} is not defined above"));
        }
        self.quorum = Some((*name != "none").then(|| (*name).into()));
        Ok(())
    }
}

impl FromStr for Policy {
    type Err = String;

    /// Reads a policy file. Beyond ASCII it is read as UTF-8, as the specification recommends.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut reading = Reading::default();
        if !text.is_empty() && !text.ends_with('\n') {
            return Err("the last line of a policy ends with a line feed".into());
        }
        for (n, line) in text.lines().enumerate() {
            let at = |fault: String| format!("line {}: {fault}", n + 1);
            if line.chars().any(|c| c.is_ascii_control() && c != '\t') || text.contains('\r') {
                return Err(at(
                    "a policy has no control characters but tab and line feed".into(),
                ));
            }
            let words: Vec<&str> = line
                .split([' ', '\t'])
                .filter(|word| !word.is_empty())
                .collect();
            match words.split_first() {
                None => Ok(()),
                Some((first, _)) if first.starts_with('#') => Ok(()),
                Some((&"log", rest)) => reading.log(rest),
                Some((&"witness", rest)) => reading.witness(rest),
                Some((&"group", rest)) => reading.group(rest),
                Some((&"quorum", rest)) => reading.quorum(rest),
                Some((other, _)) => Err(format!(
                    "a line begins with log, witness, group or quorum, not with {other}"
                )),
            }
            .map_err(at)?;
        }
        let quorum = reading.quorum.ok_or("a policy has a quorum line")?;
        Ok(Self {
            logs: reading.logs,
            names: reading.names,
            quorum,
        })
    }
}

impl Policy {
    /// Whether a checkpoint is believed; returns which witnesses signed it, and when (seconds since
    /// 1970).
    ///
    /// # Errors
    /// Says whose signature is missing, or is not valid.
    pub fn satisfied(&self, note: &Note) -> Result<Vec<(String, u64)>, String> {
        let origin = note.text.lines().next().unwrap_or_default();
        let mut signed = self.logs.is_empty();
        for log in self.logs.iter().filter(|log| log.name == origin) {
            signed |= note.signed_by(log)?.is_some();
        }
        if !signed {
            return Err(format!(
                "no log of the policy signed this checkpoint of {origin}"
            ));
        }
        let mut signers = Vec::new();
        for (name, named) in &self.names {
            if let Named::Witness(vkey) = named {
                signers.extend(note.signed_by(vkey)?.map(|time| (name.clone(), time)));
            }
        }
        match &self.quorum {
            Some(quorum) if !self.witnessed(quorum, &signers) => {
                let names: Vec<&str> = signers.iter().map(|(name, _)| name.as_str()).collect();
                let by = if names.is_empty() {
                    "nobody".into()
                } else {
                    names.join(", ")
                };
                Err(format!(
                    "the quorum {quorum} is not reached: of the policy's witnesses {by} signed"
                ))
            }
            _ => Ok(signers),
        }
    }

    /// Names are defined before they are used, so this ends.
    fn witnessed(&self, name: &str, signers: &[(String, u64)]) -> bool {
        match self.names.get(name) {
            Some(Named::Witness(_)) => signers.iter().any(|(signer, _)| signer == name),
            Some(Named::Group { needs, members }) => {
                members
                    .iter()
                    .filter(|member| self.witnessed(member, signers))
                    .count()
                    >= *needs
            }
            None => false,
        }
    }
}

/// A policy file: the keys of one log, its witnesses by name, key and address, and how many of them
/// are wanted.
///
/// # Errors
/// Where more are wanted than there are.
pub fn write<'w>(
    logs: &[&Vkey],
    witnesses: impl Iterator<Item = (&'w str, &'w Vkey, &'w str)>,
    wanted: usize,
) -> Result<String, String> {
    let mut text = logs
        .iter()
        .map(|log| format!("log {log}\n"))
        .collect::<String>()
        + "\n";
    let mut names = Vec::new();
    for (name, vkey, url) in witnesses {
        text += &format!("witness {name} {vkey} {url}\n");
        names.push(name);
    }
    if wanted > names.len() {
        return Err(format!(
            "a quorum of {wanted} is wanted and there are {} witnesses",
            names.len()
        ));
    }
    if wanted == 0 {
        return Ok(text + "quorum none\n");
    }
    Ok(text
        + &format!(
            "group {GROUP} {wanted} {}\n\nquorum {GROUP}\n",
            names.join(" ")
        ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::format::note::Signer;

    const TEXT: &str = "example.kr/log\n5\nCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=\n";

    fn log() -> Signer {
        Signer::new("example.kr/log", Kind::Ed25519, &[1; 32]).unwrap()
    }

    fn witness(name: &str) -> Signer {
        let seed = std::array::from_fn(|n| *name.as_bytes().get(n).unwrap_or(&0));
        Signer::new(&format!("{name}.example"), Kind::Cosignature, &seed).unwrap()
    }

    fn line(name: &str) -> String {
        format!("witness {name} {}\n", witness(name).vkey())
    }

    /// The example of the specification, with tabs, comments, and addresses.
    fn example() -> String {
        let mut text = format!(
            "# who is believed\n  # indented\n\nlog {} https://log.example\n\n",
            log().vkey()
        );
        text += &["X1", "X2", "X3"].map(line).concat();
        text += "group X-witnesses 2 X1 X2 X3\n \t\n";
        text += &["Y1", "Y2", "Y3"]
            .map(|name| {
                line(name)
                    .replace(' ', "\t")
                    .replace('\n', " https://y.example\n")
            })
            .concat();
        text + "group  Y-witnesses any Y1 Y2\tY3 \n\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n"
    }

    fn note(witnesses: &[&str]) -> Note {
        let lines: String = witnesses
            .iter()
            .map(|name| witness(name).sign(TEXT, 1_700_000_000))
            .collect();
        Note::parse(&format!("{}{lines}", log().note(TEXT))).unwrap()
    }

    #[test]
    fn the_example_of_the_specification_counts_as_it_says() {
        let policy: Policy = example().parse().unwrap();
        for (signers, enough) in [
            (&["X1", "X3", "Y2"][..], true),
            (&["X1", "X2", "X3", "Y1", "Y2", "Y3"], true),
            (&["X1", "Y1", "Y2", "Y3"], false),
            (&["X1", "X2", "X3"], false),
            (&["Z1", "Z2", "Z3"], false),
            (&[], false),
        ] {
            assert_eq!(
                policy.satisfied(&note(signers)).is_ok(),
                enough,
                "{signers:?}"
            );
        }
        assert_eq!(
            policy.satisfied(&note(&["X1", "X2", "Y1"])).unwrap()[0],
            ("X1".to_string(), 1_700_000_000)
        );
    }

    #[test]
    fn a_note_of_another_log_or_with_a_bad_signature_is_not_believed() {
        let policy: Policy = example().parse().unwrap();
        let good = note(&["X1", "X2", "Y1"]);
        let other = Signer::new("example.kr/log", Kind::Ed25519, &[2; 32]).unwrap();
        assert!(
            policy
                .satisfied(&Note::parse(&other.note(TEXT)).unwrap())
                .is_err_and(|e| e.starts_with("no log of the policy"))
        );
        let renamed = Note {
            text: good.text.replace("example.kr/log", "example.kr/lag"),
            ..good.clone()
        };
        assert!(policy.satisfied(&renamed).is_err());
        let changed = Note {
            text: good.text.replace("\n5\n", "\n6\n"),
            ..good
        };
        assert!(
            policy
                .satisfied(&changed)
                .is_err_and(|e| e.contains("not valid"))
        );
        let none: Policy = "quorum none\n".parse().unwrap();
        assert_eq!(
            none.satisfied(&Note::parse(&other.note(TEXT)).unwrap()),
            Ok(vec![]),
            "no log and no witness is asked for"
        );
        let one: Policy = format!("{}quorum X1\n", line("X1")).parse().unwrap();
        assert!(one.satisfied(&note(&["X1"])).is_ok() && one.satisfied(&note(&["X2"])).is_err());
    }

    fn refused(cases: &[(String, &str)]) {
        for (wrong, why) in cases {
            let fault = wrong.parse::<Policy>().expect_err(wrong);
            assert!(fault.contains(why), "{wrong}: {fault}");
        }
    }

    #[test]
    fn a_line_that_the_specification_forbids_is_refused_with_its_number() {
        let (own, x1) = (log().vkey().to_string(), witness("X1").vkey().to_string());
        let cut = &own[..own.len() - 4];
        refused(&[
            (String::new(), "has a quorum"),
            ("quorum none".into(), "line feed"),
            (
                "quorum none\nquorum none\n".into(),
                "line 2: there is a second quorum",
            ),
            ("quorum\n".into(), "a quorum is"),
            ("quorum none\r\n".into(), "control characters"),
            ("quorum \u{b}none\n".into(), "control characters"),
            ("witnesses X1\nquorum none\n".into(), "begins with"),
            (format!("log {own}\nlog {own}\nquorum none\n"), "twice"),
            (format!("log {x1}\nquorum none\n"), "type 1"),
            (format!("log {own} https://a.example more\n"), "a log is"),
            (format!("log {cut}\nquorum none\n"), "a vkey is"),
            (format!("witness X1 {own}\nquorum none\n"), "type 4"),
            (
                format!("witness X1 {x1}\nwitness again {x1}\nquorum none\n"),
                "line 2: this witness's key stands here twice",
            ),
        ]);
    }

    #[test]
    fn a_name_is_defined_once_before_it_is_used_and_counts_once() {
        let (x1, x2) = (line("X1"), line("X2"));
        let after = |text: &str| format!("{x1}{text}");
        refused(&[
            ("quorum X1\n".into(), "X1 is not defined above"),
            (
                format!("quorum X1\n{x1}"),
                "line 1: X1 is not defined above",
            ),
            (
                after(&x2.replace("witness X2", "witness X1")),
                "X1 is defined twice",
            ),
            (x1.replace("witness X1", "witness none"), "no name"),
            (after("group none any X1\n"), "no name"),
            (after("group X1 any X1\n"), "X1 is defined twice"),
            (after("group g any\n"), "at least one member"),
            (after("group g 0 X1\n"), "threshold is 1 to 1"),
            (after("group g 2 X1\n"), "threshold is 1 to 1"),
            (after("group g most X1\n"), "`all`, `any` or a number"),
            (after("group g +1 X1\n"), "`all`, `any` or a number"),
            (
                format!("group g any X1\n{x1}"),
                "line 1: X1 is not defined above",
            ),
            (after("group g any none\n"), "none is not defined above"),
            (after("group g any g\n"), "g is not defined above"),
            (
                after(&format!("{x2}group g any X1 X1\n")),
                "each name counts once",
            ),
            (
                after(&format!("{x2}group g any X1\ngroup h any X1 X2\n")),
                "each name counts once",
            ),
        ]);
    }

    #[test]
    fn what_is_written_reads_back() {
        let (log, x1, x2) = (log(), witness("X1"), witness("X2"));
        let witnesses = || {
            [
                ("X1", x1.vkey(), "https://x1.example"),
                ("X2", x2.vkey(), "https://x2.example"),
            ]
            .into_iter()
        };
        let policy: Policy = write(&[log.vkey()], witnesses(), 1)
            .unwrap()
            .parse()
            .unwrap();
        assert!(policy.satisfied(&note(&["X2"])).is_ok() && policy.satisfied(&note(&[])).is_err());
        let none: Policy = write(&[log.vkey()], witnesses(), 0)
            .unwrap()
            .parse()
            .unwrap();
        assert!(none.satisfied(&note(&[])).is_ok());
        assert!(write(&[log.vkey()], witnesses(), 3).is_err());
    }
}
