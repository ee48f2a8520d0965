//! Where the keys come from, and how development makes its own.

use std::path::{Path, PathBuf};

use clap::Args;

use super::forms::file;
use crate::files::write_private;
use crate::vault::{KeyRing, Keys};

/// Where the keys come from: a file each, or the value itself.
#[derive(Args, Clone)]
pub struct KeySettings {
    /// File with the keys that seal personal data: lines `version hex64`, the highest version seals
    #[arg(long, env = "SEALING_KEY_FILE", value_parser = file())]
    pub sealing_key_file: Option<PathBuf>,
    /// The same, given directly
    #[arg(long, env = "SEALING_KEY", hide_env_values = true)]
    pub sealing_key: Option<String>,
    /// File with the key of the blind indexes: `1 hex64`
    #[arg(long, env = "INDEX_KEY_FILE", value_parser = file())]
    pub index_key_file: Option<PathBuf>,
    /// The same, given directly
    #[arg(long, env = "INDEX_KEY", hide_env_values = true)]
    pub index_key: Option<String>,
    /// File with the key that signs session tokens: `1 hex64` (an Ed25519 seed)
    #[arg(long, env = "TOKEN_KEY_FILE", value_parser = file())]
    pub token_key_file: Option<PathBuf>,
    /// The same, given directly
    #[arg(long, env = "TOKEN_KEY", hide_env_values = true)]
    pub token_key: Option<String>,
    /// File with the key that signs the log's checkpoints: lines `version hex64` (Ed25519 seeds);
    /// `key rotate` adds one
    #[arg(long, env = "LOG_KEY_FILE", value_parser = file())]
    pub log_key_file: Option<PathBuf>,
    /// The same, given directly
    #[arg(long, env = "LOG_KEY", hide_env_values = true)]
    pub log_key: Option<String>,
}

impl KeySettings {
    /// Reads the keys.
    ///
    /// # Errors
    /// Names the setting where a key is missing, unreadable or not of its form.
    pub fn load(&self) -> Result<Keys, String> {
        Ok(Keys {
            sealing: Self::ring("SEALING_KEY", &self.sealing_key, &self.sealing_key_file)?,
            index: Self::ring("INDEX_KEY", &self.index_key, &self.index_key_file)?,
            token: Self::ring("TOKEN_KEY", &self.token_key, &self.token_key_file)?,
            log: Self::ring("LOG_KEY", &self.log_key, &self.log_key_file)?,
        })
    }

    fn ring(name: &str, value: &Option<String>, file: &Option<PathBuf>) -> Result<KeyRing, String> {
        let text = match (value, file) {
            (Some(value), None) => value.clone(),
            (None, Some(file)) => std::fs::read_to_string(file)
                .map_err(|e| format!("{name}_FILE: {}: {e}", file.display()))?,
            (Some(_), Some(_)) => {
                return Err(format!("{name} and {name}_FILE are both set: give one"));
            }
            (None, None) => {
                return Err(format!(
                    "{name} is missing: set {name}_FILE to a file, or {name}, with a line `1 <64 hexadecimal digits>`; `openssl rand -hex 32` makes the digits"
                ));
            }
        };
        KeyRing::parse(&text).map_err(|fault| format!("{name}: {fault}"))
    }

    /// For development: keys in files below that directory, made where they do not exist yet.
    ///
    /// # Errors
    /// A directory or file that cannot be written.
    pub fn or_made_in(mut self, directory: &Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(directory)?;
        let settings = [
            (&self.sealing_key, &mut self.sealing_key_file, "sealing.key"),
            (&self.index_key, &mut self.index_key_file, "index.key"),
            (&self.token_key, &mut self.token_key_file, "token.key"),
            (&self.log_key, &mut self.log_key_file, "log.key"),
        ];
        for (value, file, name) in settings {
            if value.is_some() || file.is_some() {
                continue;
            }
            let path = directory.join(name);
            if !path.exists() {
                write_private(&path, &KeyRing::fresh_line(1))?;
            }
            *file = Some(path);
        }
        Ok(self)
    }
}
