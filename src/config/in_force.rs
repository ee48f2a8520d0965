//! What is set: the settings of a command with their values and where these come from. No secret is
//! in it, so that it may be printed and shown.

use std::fmt;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};

use crate::codes::codes;

codes! {
    /// Where the value of a setting comes from.
    Source {
        /// Nobody set it.
        Default = "default",
        /// A variable of the environment.
        Environment = "environment",
        /// A flag on the command line.
        CommandLine = "command_line",
        /// The private PostgreSQL of development, and what lies beside it.
        Private = "private",
    }
}

/// What a setting is set to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Unset,
    /// It is set, and holds a key or may hold a password.
    Hidden,
    Shown(String),
}

/// A setting, by the name of its variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    pub name: String,
    pub value: Value,
    pub source: Source,
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.value {
            Value::Unset => write!(f, "# {} is not set", self.name),
            Value::Hidden => write!(f, "{}=(hidden)  # {}", self.name, self.source.as_str()),
            Value::Shown(value) => {
                write!(f, "{}={value}  # {}", self.name, self.source.as_str())
            }
        }
    }
}

impl Setting {
    fn of(arg: &Arg, matches: &ArgMatches) -> Option<Self> {
        let name = arg.get_env()?.to_string_lossy().into_owned();
        let id = arg.get_id().as_str();
        let given = matches.get_raw(id).map(|values| {
            let values = values.map(|value| value.to_string_lossy().trim().to_owned());
            values.collect::<Vec<_>>().join(",")
        });
        let value = match given {
            None => Value::Unset,
            // what help does not show of the environment is shown nowhere
            Some(_) if arg.is_hide_env_values_set() => Value::Hidden,
            Some(given) => Value::Shown(given),
        };
        let source = match matches.value_source(id) {
            Some(ValueSource::CommandLine) => Source::CommandLine,
            Some(ValueSource::EnvVariable) => Source::Environment,
            _ => Source::Default,
        };
        Some(Self {
            name,
            value,
            source,
        })
    }

    /// Takes a value that development chose.
    pub fn choose(&mut self, value: String) {
        if self.value != Value::Hidden {
            self.value = Value::Shown(value);
        }
        self.source = Source::Private;
    }
}

/// The settings of the command that was called, in the order of its help.
pub fn in_force(program: &Command, matches: &ArgMatches) -> Vec<Setting> {
    let (mut command, mut at) = (program, matches);
    while let Some((name, below)) = at.subcommand() {
        command = command.find_subcommand(name).unwrap_or(command);
        at = below;
    }
    let own = command.get_arguments().chain(program.get_arguments());
    own.filter_map(|arg| Setting::of(arg, at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(args: &[&str]) -> Vec<String> {
        let secret = Arg::new("key").long("key").env("A_KEY_OF_TESTS");
        let place = Arg::new("place").long("place").env("A_PLACE_OF_TESTS");
        let serve = Command::new("serve")
            .arg(secret.hide_env_values(true))
            .arg(place.default_value("here"))
            .arg(Arg::new("name").long("name").env("A_NAME_OF_TESTS"))
            .arg(Arg::new("once").long("once"));
        let program = Command::new("program").subcommand(serve);
        let matches = program.clone().try_get_matches_from(args).unwrap();
        let settings = in_force(&program, &matches);
        settings.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_setting_says_its_value_and_its_source_but_for_a_secret() {
        assert_eq!(
            settings(&["program", "serve", "--key", "1 abc", "--once", "x"]),
            [
                "A_KEY_OF_TESTS=(hidden)  # command_line",
                "A_PLACE_OF_TESTS=here  # default",
                "# A_NAME_OF_TESTS is not set",
            ]
        );
        let elsewhere = settings(&["program", "serve", "--place", " there "]);
        assert_eq!(elsewhere[0], "# A_KEY_OF_TESTS is not set");
        assert_eq!(elsewhere[1], "A_PLACE_OF_TESTS=there  # command_line");
    }
}
