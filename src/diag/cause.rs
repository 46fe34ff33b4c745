//! Why something outside failed, as a message of the catalogues: the system speaks English only. Not a diagnostic.

use std::io;

use super::{Code, Diagnostic, Place};

/// Whether the argument `name` is not said itself, but a message of the catalogues: `cause-…` as `cause`, `expected-…` as
/// `expected`.
pub(super) fn is_message(name: &str, value: &str) -> bool {
    matches!(name, "cause" | "expected") && value.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
}

impl Diagnostic {
    /// The complaint that what is at `place` could not be read.
    pub fn unreadable(place: Place, error: &io::Error) -> Diagnostic {
        let complaint = Diagnostic::new(Code::UNREADABLE_FILE, place).with("cause", of(error));
        if error.kind() == io::ErrorKind::NotFound { complaint.hint("absent") } else { complaint }
    }
}

/// The message for `error`, or the system's own words where the catalogues have none.
fn of(error: &io::Error) -> String {
    let id = match error.kind() {
        io::ErrorKind::PermissionDenied => "permission-denied",
        io::ErrorKind::NotFound => "not-found",
        io::ErrorKind::IsADirectory => "is-a-folder",
        io::ErrorKind::UnexpectedEof => "cut-off",
        _ => return error.to_string(),
    };
    format!("cause-{id}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Lang, Words};

    #[test]
    fn what_the_system_says_is_said_in_the_language_of_the_reader() {
        let said = |kind: io::ErrorKind, lang| {
            let complaint = Diagnostic::unreadable(Place::file("data/x.csv"), &io::Error::from(kind));
            Words::new(lang).message(&complaint)
        };
        assert_eq!(said(io::ErrorKind::PermissionDenied, Lang::Tr), "dosya okunamadı: izin yok");
        assert_eq!(said(io::ErrorKind::PermissionDenied, Lang::En), "the file could not be read: permission denied");
        for kind in [io::ErrorKind::NotFound, io::ErrorKind::IsADirectory, io::ErrorKind::UnexpectedEof] {
            for lang in Lang::ALL {
                assert!(!said(kind, lang).contains("cause-"), "{kind:?} has no words in {lang:?}");
            }
        }
    }
}
