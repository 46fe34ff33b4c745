//! What every page of one site shares: name, navigation, footer. Not what a single page says: that is a `PageDoc`.

use serde::Serialize;

use crate::view::LinkDoc;

/// The frame of a site (site çerçevesi), which templates see as `site`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SiteDoc {
    /// Whose site it is: `Çaycuma Belediyesi`.
    pub name: String,
    /// One sentence below the name, where the municipality has one.
    pub motto: Option<String>,
    /// `public`, `internal` or `reports`.
    pub audience: &'static str,
    /// BCP 47 tag of its language: `tr`.
    pub lang: String,
    /// Absolute address without a slash at the end: `https://www.example.bel.tr`.
    pub base_url: String,
    /// The main navigation; `PageDoc::nav_active` counts these.
    pub nav: Vec<LinkDoc>,
    /// The footer's columns of links.
    pub footer: Vec<FooterDoc>,
    /// How to reach the municipality: only what it has confirmed.
    pub contact: Vec<ContactDoc>,
}

/// A column of the footer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct FooterDoc {
    /// Its heading.
    pub title: String,
    /// Its links.
    pub links: Vec<LinkDoc>,
}

/// A way to reach the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ContactDoc {
    /// `Telefon`, `Adres`.
    pub label: String,
    /// `153`, as read.
    pub text: String,
    /// `tel:153`, where it can be followed.
    pub url: Option<String>,
}
