//! Figures as facts (gösterge): what each asks of which tables, and whether citizens may see the answer. No number is
//! computed here, and nothing says how an answer looks.

mod column;
mod opening;
mod sources;

#[cfg(test)]
pub(crate) mod example;
#[cfg(test)]
mod tests;

pub use crate::model::registry::Outlines;
pub use crate::parse::figures::{ChartSyntax as Chart, ColumnSyntax, Estimate, EstimateSyntax, Extension, FigureSyntax, Times};
pub(crate) use crate::parse::nearest;
pub use column::{FigureColumn, Shape};
pub use opening::{Guard, Opening, Policy, Ratio};
pub use sources::{Field, Reach, Source, SourceKind, Sources};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics};

/// A declared figure, judged.
#[derive(Clone, Debug)]
pub struct Figure {
    /// As declared.
    pub syntax: Arc<FigureSyntax>,
    /// Whether and how citizens may see it.
    pub opening: Opening,
    /// Names of the datasets and registries it may read, in the order of their names in SQL.
    pub sources: Vec<Arc<str>>,
}

/// All figures by id.
#[derive(Clone, Debug, Default)]
pub struct Figures(BTreeMap<Arc<str>, Figure>);

impl Figures {
    /// The figures in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Figure> {
        self.0.values()
    }

    /// The figure with this id.
    pub fn get(&self, id: &str) -> Option<&Figure> {
        self.0.get(id)
    }

    /// The ids, each with whether citizens may see it: what pages may name.
    pub fn names(&self) -> BTreeMap<String, bool> {
        self.iter().map(|f| (f.syntax.id.to_string(), f.opening.is_public())).collect()
    }
}

/// Judges the declared figures. Two of one id are an error at the second; the first stays.
pub fn resolve(diag: &mut Diagnostics, declared: Vec<FigureSyntax>, sources: &Sources, policy: Policy) -> Figures {
    let mut figures: BTreeMap<Arc<str>, Figure> = BTreeMap::new();
    for syntax in declared {
        if let Some(other) = figures.get(&syntax.id) {
            let first = &other.syntax.place;
            let complaint = Diagnostic::new(Code::DUPLICATE_FIGURE, syntax.place.clone()).with("id", syntax.id.to_string());
            diag.push(complaint.with("other", format!("{}:{}", first.file, first.line)));
            continue;
        }
        let opening = opening::decide(diag, &syntax, sources, policy);
        let names = sources.touched(&syntax.sql).into_iter().map(|(source, _)| Arc::clone(&source.name)).collect();
        figures.insert(Arc::clone(&syntax.id), Figure { syntax: Arc::new(syntax), opening, sources: names });
    }
    Figures(figures)
}
