//! Languages of pages: their tags, and the words of a theme in each of them. The door to Fluent for what citizens read.
//!
//! Not the words of the program's own messages, which are `diag`'s, and not what only Turkish asks for, which is
//! `turkish`'s. Nothing is read from outside, and no other room is imported.

mod book;
pub mod borrowed;
mod tag;
mod words;

pub use book::{Book, Fault, Slip};
pub use tag::Language;
pub use words::{Said, Words};
