//! Everything that was counted, as it lies in the repository: registries, datasets, declared figures and earlier releases.
//! Not what the figures say: that is `query`'s work.

use jiff::civil::Date;

use super::dataset::{self, Datasets, Wanted};
use super::figure::{FigureSyntax, Sources};
use super::registry::{self, Registries};
use super::release::{self, Release};
use super::sources;
use crate::diag::Diagnostics;
use crate::parse;
use crate::source::World;

/// What was counted (sayılanlar).
pub struct Data {
    /// Units, neighbourhoods, holidays and the other registries.
    pub registries: Registries,
    /// The datasets, with the columns that a statement reads.
    pub datasets: Datasets,
    /// The figures as they are declared.
    pub figures: Vec<FigureSyntax>,
    /// What was published before.
    pub releases: Vec<Release>,
}

impl Data {
    /// Reads all of it; with a memo, datasets that did not change since are taken from there.
    pub fn load(diag: &mut Diagnostics, world: &dyn World, memo: Option<&dataset::Memo>) -> Data {
        let registries = registry::load(diag, world);
        let figures = parse::figures::load(diag, world);
        let releases = release::load(diag, world);
        let released = releases.iter().flat_map(|release| release.figures.values()).map(|figure| figure.sql.as_str());
        let wanted = Wanted::by(figures.iter().map(|figure| figure.sql.as_str()).chain(released));
        let datasets = match memo {
            Some(memo) => dataset::load_changed(diag, world, &registries, &wanted, memo),
            None => dataset::load(diag, world, &registries, &wanted),
        };
        Data { registries, datasets, figures, releases }
    }

    /// The tables that figures are made from.
    pub fn sources(&self, today: Date) -> Sources {
        sources::of(&self.datasets, &self.registries, today)
    }
}
