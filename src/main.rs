//! `claimant-registry`: reads the command line, starts the log of the process, and hands over.

use std::io::IsTerminal;
use std::process::ExitCode;

use claimant_registry::cli::{self, Cli};
use claimant_registry::config::LogFormat;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(told) => {
            // help that cannot be written was not given
            let code = told.print().map_or(1, |()| told.exit_code());
            return ExitCode::from(u8::try_from(code).unwrap_or(2));
        }
    };
    let filter = EnvFilter::builder()
        .with_default_directive(tracing::Level::INFO.into())
        // what strangers send that is no HTTP is no fault of ours: it rings no alarm
        .parse_lossy(format!("actix_http=off,{}", cli.log_filter()));
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let text = cli.log_format().map_or_else(
        || std::io::stderr().is_terminal(),
        |format| format == LogFormat::Text,
    );
    if text {
        subscriber.init();
    } else {
        subscriber.json().init();
    }
    cli::run(cli)
}
