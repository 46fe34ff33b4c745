//! What each document says and where it stands. Decides; renders nothing.
//!
//! `view::public` sees only the open record; `view::internal` sees exact figures too.

mod alert;
pub mod audience;
mod card;
pub mod chart;
mod document;
pub mod editing;
mod event;
pub mod fields;
mod figure;
pub mod figures;
mod frame;
pub mod internal;
mod machine;
pub mod open_data;
mod picture;
pub mod public;
pub mod regulation;
pub mod search;
mod services;
mod site;
mod tongue;

pub use alert::{AlertDoc, alerts};
pub use audience::{Audience, Internal, Public, Reports};
pub use card::{CARDS, CardDoc, CardLook};
pub use document::*;
pub use event::{DiaryDoc, DiaryEntry, DiaryTime, EventDoc};
pub use figure::{CellDoc, ColumnDoc, ColumnKind, FigureDoc, RangeDoc, TableDoc};
pub use frame::{ContactDoc, FooterDoc, OrganisationDoc, SiteDoc, WordmarkDoc};
pub use machine::{FeedDoc, FeedEntry, FinderDoc, ManifestDoc, SitemapEntry};
pub use open_data::{CatalogueDoc, DataFormat, DataGroupDoc, DataItemDoc, DataListDoc};
pub use picture::{PictureDoc, PictureFormat};
pub use services::ServiceDoc;
pub use site::Setting;
pub use tongue::{AlternateDoc, LanguageDoc, Tongue};
