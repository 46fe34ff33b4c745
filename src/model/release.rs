//! Earlier releases as facts: what was published, when, and from which records. Whether it fits today's data is `query`'s
//! to find out.

pub use crate::parse::release::{FOLDER, Release, Released, load};
