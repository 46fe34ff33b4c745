//! Documents become bytes: HTML, feeds, PDF, XLSX. Pure: no clock, no files, no queries.

pub mod alert;
pub mod asset;
pub mod card;
mod css;
pub mod csv_out;
mod desk;
mod editing;
pub mod escape;
mod figure;
pub mod html;
mod ics;
mod linked;
pub mod open_data;
pub mod pdf;
pub mod picture;
pub mod press;
pub mod regulation;
mod relative;
mod report;
#[cfg(test)]
mod sample;
mod script;
pub mod search;
pub mod small;
pub mod svg;
pub mod theme;
mod tongue;
mod words;
pub mod xlsx;
pub mod xml;

pub use words::Words;

use std::marker::PhantomData;
use std::sync::Arc;

use crate::view::Audience;

/// A finished file for audience `A` (dosya), not yet anywhere.
#[derive(Clone, Debug)]
pub struct Artifact<A: Audience> {
    /// Path in the audience's tree, with `/`.
    pub path: Arc<str>,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    audience: PhantomData<A>,
}

impl<A: Audience> Artifact<A> {
    /// A file for `A` at `path`.
    pub fn new(path: impl Into<Arc<str>>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Artifact { path: path.into(), bytes: bytes.into(), audience: PhantomData }
    }
}
