//! Finished documents become bytes. Decides nothing, reads nothing.

pub mod svg;
