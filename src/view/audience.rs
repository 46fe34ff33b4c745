//! Whom a document is for, as a type, so that mixing them up does not compile.
//!
//! ```
//! use tellal::view::{Body, Document, Public};
//! fn publish(_: Document<Public>) {}
//! publish(Document::<Public>::new("robots.txt", Body::Text(String::new())));
//! ```
//!
//! ```compile_fail,E0308
//! use tellal::view::{Body, Document, Internal, Public};
//! fn publish(_: Document<Public>) {}
//! publish(Document::<Internal>::new("robots.txt", Body::Text(String::new())));
//! ```

/// One of [`Public`], [`Internal`], [`Reports`] (hedef kitle).
pub trait Audience: sealed::Sealed + Copy + Send + Sync + 'static {
    /// The folder of its tree in `dist/`, which is also its folder in `content/`.
    const NAME: &'static str;
}

/// Citizens (yurttaş): the website.
#[derive(Clone, Copy, Debug)]
pub enum Public {}

/// Staff (personel): exact statistics and inventories.
#[derive(Clone, Copy, Debug)]
pub enum Internal {}

/// Directorates (müdürlük): reports laid out for distribution.
#[derive(Clone, Copy, Debug)]
pub enum Reports {}

impl Audience for Public {
    const NAME: &'static str = "public";
}
impl Audience for Internal {
    const NAME: &'static str = "internal";
}
impl Audience for Reports {
    const NAME: &'static str = "reports";
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Public {}
    impl Sealed for super::Internal {}
    impl Sealed for super::Reports {}
}
