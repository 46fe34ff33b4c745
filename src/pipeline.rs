//! The river as one function: outside → source → parse → model → query → disclose → view → render → publish.

use crate::diag::{Diagnostics, Lang};
use crate::source::World;

pub use crate::publish::Sites;

/// What a build was asked for.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Pages marked as drafts are built too.
    pub drafts: bool,
    /// The site's address, in place of the one in site.yaml.
    pub base_url: Option<String>,
}

/// What came of a build.
pub struct Outcome {
    /// Everything to complain about, sorted.
    pub diagnostics: Diagnostics,
    /// The three trees; `None` when anything was an error.
    pub sites: Option<Sites>,
    /// The site's own language.
    pub lang: Lang,
}

/// What one build leaves for the next one in the same process.
#[derive(Default)]
pub struct Memo {}

/// Builds the three trees from what `world` holds.
pub fn build(world: &dyn World, _memo: &Memo, _options: &Options) -> Outcome {
    let mut diagnostics = Diagnostics::new();
    world.list(&mut diagnostics, "content");
    let sites = (!diagnostics.has_errors()).then(Sites::default);
    Outcome { diagnostics, sites, lang: Lang::Tr }
}
