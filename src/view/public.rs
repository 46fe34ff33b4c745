//! The citizens' site. Sees the open record and the named facts of the model; never a table, never an exact answer.

use std::collections::BTreeMap;

use super::figures::PublicFigures;
use super::site::{self, Duties, Input};
use super::{Document, Public};
use crate::diag::Diagnostics;
use crate::disclose::OpenRecord;
use crate::model::content::Content;
use crate::model::duty::OpenDuties;
use crate::model::regulation::Regulations;
use crate::parse::site::Site;

/// All documents for citizens.
pub fn documents(
    diag: &mut Diagnostics,
    site: &Site,
    units: &BTreeMap<String, String>,
    content: &Content,
    regulations: &Regulations,
    duties: &OpenDuties,
    record: &OpenRecord,
) -> Vec<Document<Public>> {
    let figures = PublicFigures::new(record);
    site::compose(
        diag,
        &Input { site, content, units, nav: &site.nav.public, figures: &figures, regulations, duties: Duties::Open(duties) },
    )
}
