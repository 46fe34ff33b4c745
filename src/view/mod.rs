//! What each document says and where it stands. Decides; renders nothing.
//!
//! `view::public` sees only the open record; `view::internal` sees exact figures too.

pub mod audience;
pub mod chart;
mod document;
mod figure;
pub mod figures;
mod frame;
pub mod internal;
pub mod open_data;
pub mod public;
pub mod regulation;
pub mod search;
mod site;
mod tongue;

pub use audience::{Audience, Internal, Public, Reports};
pub use document::*;
pub use figure::{CellDoc, ColumnDoc, ColumnKind, FigureDoc, TableDoc};
pub use frame::{ContactDoc, FooterDoc, SiteDoc, WordmarkDoc};
pub use open_data::{CatalogueDoc, DataFormat, DataListDoc};
pub use site::Setting;
pub use tongue::{AlternateDoc, KEYS, LanguageDoc, Tongue};
