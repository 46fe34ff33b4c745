//! Finished documents to bytes: pure, without files, clock or queries.

pub mod pdf;
mod report;
#[cfg(test)]
mod sample;
