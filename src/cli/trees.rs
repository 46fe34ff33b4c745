//! Where a repository is and where its finished trees stand: what every command asks that touches both. Writes nothing.

use std::path::PathBuf;

use super::session::Session;
use crate::publish;
use crate::source::INPUT_FOLDERS;

/// The two folders, as arguments.
#[derive(Debug, clap::Args)]
pub(super) struct Trees {
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub root: PathBuf,
    /// Where the trees go; `dist` in the repository unless given.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

impl Trees {
    /// Where the trees stand. Refuses a repository without a site file, and a place where trees would bury the input.
    pub fn place(&self, session: &Session) -> anyhow::Result<PathBuf> {
        session.require_site(&self.root)?;
        let out = self.out.clone().unwrap_or_else(|| self.root.join("dist"));
        publish::check_destination(&self.root, &out, &INPUT_FOLDERS)?;
        Ok(out)
    }
}
