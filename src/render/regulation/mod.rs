//! A regulation in the formats that machines and other programs read: Akoma Ntoso, JSON-LD, Markdown. Its page and its PDF
//! are written like any other page and report.

mod akn;
mod element;
mod iri;
mod json_ld;
mod markdown;
mod meta;

pub use akn::write as akn;
pub use json_ld::write as json_ld;
pub use markdown::write as markdown;
