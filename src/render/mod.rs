//! Documents into bytes, pure: same document, same theme, same bytes.

pub mod escape;
mod figure;
pub mod html;
mod site;
pub mod theme;
mod words;

pub use site::{ContactDoc, FooterDoc, SiteDoc};
pub use words::Words;
