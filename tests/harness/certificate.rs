//! A certificate for whoever speaks TLS in a test, by an authority of its own.

use std::path::Path;
use std::process::Command;

/// Makes `tls.pem` and `tls.key` for this machine, and `ca.pem`, which its clients trust.
pub fn make(directory: &Path) {
    let script = "set -e
        openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem -days 30 -subj /CN=ca
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout tls.key -out tls.csr -subj /CN=here
        echo subjectAltName=IP:127.0.0.1 > tls.ext
        openssl x509 -req -in tls.csr -CA ca.pem -CAkey ca.key -set_serial 2 -days 30 -extfile tls.ext -out tls.pem";
    let made = Command::new("sh")
        .args(["-c", script])
        .current_dir(directory)
        .output()
        .expect("a shell");
    assert!(made.status.success(), "{made:?}");
}
