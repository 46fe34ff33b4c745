//! Languages of pages: their tags, and the words of a theme in each of them. The door to Fluent for what citizens read.
//!
//! Not the words of the program's own messages, which are `diag`'s, and not what only Turkish asks for, which is
//! `turkish`'s. Nothing is read from outside, and no other room is imported.

mod book;
pub mod borrowed;
mod keys;
mod tag;
mod voice;
mod ways;
mod words;

pub use book::{Book, Fault, Part, Slip};
pub use keys::KEYS;
pub use tag::Language;
pub use voice::Voice;
pub use ways::Ways;
pub use words::{Said, Words};
