//! The citizens' site. Sees the open record and the named facts of the model; never a table, never an exact answer.

use super::figures::PublicFigures;
use super::services::WithTables;
use super::site::{self, Duties, Setting};
use super::{Document, Public};
use crate::diag::Diagnostics;
use crate::disclose::OpenRecord;
use crate::model::content::Content;
use crate::model::duty::OpenDuties;

/// All documents for citizens.
pub fn documents(
    diag: &mut Diagnostics,
    setting: &Setting<'_>,
    content: &Content,
    duties: &OpenDuties,
    record: &OpenRecord,
) -> Vec<Document<Public>> {
    let figures = PublicFigures::new(record);
    let figures = WithTables::new(&figures, setting.services, true);
    site::compose(diag, &setting.input(content, &setting.site.nav.public, &figures, Duties::Open(duties)))
}
