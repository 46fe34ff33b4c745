//! tellal: one git repository of a municipality becomes three static sites.
//!
//! The river, one direction, one room a stage ([`pipeline`] is this line as one function):
//!
//! ```text
//! outside ─► source ─► parse ─► model ─► query ─► disclose ─► view ─► render ─► publish ─► disk
//!            bytes     syntax   facts    exact     open        documents bytes    files
//! ```
//!
//! What this crate is not: a server, a database, a content management system.

pub mod audit;
pub mod cli;
pub mod diag;
pub mod disclose;
pub mod language;
pub mod model;
pub mod parse;
pub mod pipeline;
pub mod prose;
pub mod publish;
pub mod query;
pub mod render;
pub mod source;
pub mod table;
pub mod turkish;
pub mod view;

/// How many pages or files a thread takes at a time, at most. Left to itself, a list is parted in four between two threads,
/// and whoever is done first waits for the last quarter.
const AT_ONCE: usize = 16;
