//! Why publishing could not go on, as a message of the catalogues. Not a diagnostic: the input is not at fault.

use std::fmt;
use std::io;
use std::path::Path;

/// The outside failed, or an output folder was refused (aksilik). Its words are in `publish.ftl`.
#[derive(Debug)]
pub struct Trouble {
    /// The message's name in the catalogues.
    pub id: &'static str,
    /// Its arguments.
    pub args: Vec<(&'static str, String)>,
    /// The message for `cause`, where the catalogues have one; else the system's own words stand in `args`.
    pub cause: Option<&'static str>,
    /// True when the person asked for something that is refused; false when the outside failed.
    pub refused: bool,
}

impl Trouble {
    /// A folder or argument that is refused.
    pub fn refused(id: &'static str, path: &Path) -> Trouble {
        Trouble { id, args: vec![("path", path.display().to_string())], cause: None, refused: true }
    }

    /// A failure of the disk, the network or another program.
    pub fn outside(id: &'static str, path: &Path, cause: &io::Error) -> Trouble {
        let args = vec![("path", path.display().to_string()), ("cause", cause.to_string())];
        Trouble { id, args, cause: cause_id(cause.kind()), refused: false }
    }
}

fn cause_id(kind: io::ErrorKind) -> Option<&'static str> {
    match kind {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some("cause-storage-full"),
        io::ErrorKind::PermissionDenied => Some("cause-permission-denied"),
        io::ErrorKind::NotFound => Some("cause-not-found"),
        io::ErrorKind::IsADirectory => Some("cause-is-a-folder"),
        io::ErrorKind::ReadOnlyFilesystem => Some("cause-read-only"),
        io::ErrorKind::AddrInUse => Some("cause-address-in-use"),
        _ => None,
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)?;
        for (name, value) in &self.args {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Trouble {}
