//! The municipality's services (hizmetler) as facts: who may ask, with which papers, what it costs, how long it takes, where
//! one asks and where one complains. From them come the service pages, the table of service standards (Ek-2) and the
//! inventory of services (Ek-1) of the regulation on the presentation of public services (BKK 2009/15169, RG 31/7/2009-27035).
//!
//! What nobody confirmed is `None` and is shown as such: nothing here is guessed.

mod column;
mod duration;
mod fee;
mod page;
mod read;
mod say;

use std::sync::Arc;

use column::STANDARDS_FOOT;
pub use column::{Column, Table, cell};
pub use duration::{Duration, Meaning, Unit};
pub use fee::{Amount, Fee};
pub use page::with_pages;
pub use read::{SHARED, load, shape, shape_of_shared};

use super::contact::Phone;
use crate::diag::Place;

/// Where the registry lies: a file for each unit, and `kurum.yaml` for what they share.
pub const FOLDER: &str = "data/hizmetler";

/// All services (hizmetler), in the order of their units and files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Services {
    /// The services.
    pub all: Vec<Service>,
    /// The institution's number in the state's register (DETSİS), where it is known.
    pub institution: Option<String>,
    /// Where one complains first, where a table is not of one unit.
    pub first: Option<Appeal>,
    /// Where one complains next.
    pub second: Option<Appeal>,
}

impl Services {
    /// The service of this code.
    pub fn get(&self, code: &str) -> Option<&Service> {
        self.all.iter().find(|service| &*service.code == code)
    }

    /// Ids of the legal tables, each with whether citizens may see it, as pages name figures.
    pub fn tables(&self) -> impl Iterator<Item = (String, bool)> {
        let tables = if self.all.is_empty() { &[][..] } else { &Table::ALL };
        tables.iter().map(|table| (table.id().to_owned(), true))
    }
}

/// A service (hizmet).
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// Its code: ASCII, never changes.
    pub code: Arc<str>,
    /// Its name.
    pub name: String,
    /// What it is, in a sentence (hizmetin tanımı).
    pub description: Option<String>,
    /// Code of the unit that answers for it.
    pub unit: Arc<str>,
    /// Name of that unit.
    pub unit_name: String,
    /// Who may ask for it (yararlananlar).
    pub who: Option<String>,
    /// The papers asked for; an empty list where none is.
    pub papers: Option<Vec<Paper>>,
    /// What it costs.
    pub fee: Option<Fee>,
    /// The longest it takes, as the municipality promises.
    pub time: Option<Duration>,
    /// The longest it may take by law.
    pub legal_time: Option<Duration>,
    /// How long it takes on average.
    pub usual_time: Option<Duration>,
    /// How one asks.
    pub channels: Vec<Channel>,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// Where one complains first (ilk müracaat yeri).
    pub first: Option<Appeal>,
    /// Where one complains next (ikinci müracaat yeri).
    pub second: Option<Appeal>,
    /// Whether it is given electronically.
    pub online: Option<bool>,
    /// Code of the standard file plan (standart dosya planı).
    pub file_plan: Option<String>,
    /// The authority one applies to first (ilk başvuru makamı).
    pub office: Option<String>,
    /// Bodies of the central state that give it, too.
    pub central: Option<String>,
    /// Their branches.
    pub branches: Option<String>,
    /// Others who give it.
    pub others: Option<String>,
    /// Who initials the papers (paraf listesi).
    pub initials: Option<String>,
    /// Letters within the municipality.
    pub inner_letters: Option<String>,
    /// Letters to others.
    pub outer_letters: Option<String>,
    /// How often a year.
    pub yearly: Option<u32>,
    /// Address of the page that tells of it, from the root of the citizens' site; known when the pages are.
    pub url: Option<Arc<str>>,
    /// True where it is made up to show something (örnek).
    pub sample: bool,
    /// Where it is written.
    pub place: Place,
}

/// A paper that is asked for (belge).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What it is.
    pub name: String,
    /// Address of the form to fill in.
    pub form: Option<Link>,
}

/// An address with the place where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub url: String,
    /// Where it is written.
    pub place: Place,
}

/// A way to ask (başvuru yolu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Which.
    pub kind: ChannelKind,
    /// Its address: `https:`, `tel:`, `mailto:`, or of this site.
    pub link: Option<Link>,
    /// The address as read.
    pub words: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
}

/// The ways to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    /// Coming (şahsen).
    InPerson,
    /// By petition (dilekçe).
    Petition,
    /// By post.
    Post,
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// By registered e-mail (KEP).
    Kep,
    /// On a website.
    Web,
    /// On the state's portal (e-Devlet).
    EDevlet,
    /// Through the presidency's desk (CİMER).
    Cimer,
    /// Through the citizens' desk (Halk Masası).
    Desk,
}

impl ChannelKind {
    /// Every way, with its name in the registry and the name of its words in the theme.
    pub const ALL: [(ChannelKind, &'static str, &'static str); 10] = [
        (ChannelKind::InPerson, "sahsen", "channel_in_person"),
        (ChannelKind::Petition, "dilekce", "channel_petition"),
        (ChannelKind::Post, "posta", "channel_post"),
        (ChannelKind::Phone, "telefon", "channel_phone"),
        (ChannelKind::Email, "eposta", "channel_email"),
        (ChannelKind::Kep, "kep", "channel_kep"),
        (ChannelKind::Web, "internet", "channel_web"),
        (ChannelKind::EDevlet, "e-devlet", "channel_e_devlet"),
        (ChannelKind::Cimer, "cimer", "channel_cimer"),
        (ChannelKind::Desk, "halk-masasi", "channel_desk"),
    ];

    /// The name of its words for citizens.
    pub fn key(self) -> &'static str {
        ChannelKind::ALL.iter().find(|(kind, ..)| *kind == self).map_or("", |(.., key)| key)
    }
}

/// What a service rests on (dayanak).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// In words: `5393 sayılı Belediye Kanunu, madde 15/a`.
    pub words: String,
    /// Where its text is.
    pub url: Option<String>,
}

/// Where one complains (müracaat yeri), with what the law wants to be known of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Appeal {
    /// The office.
    pub office: String,
    /// Who holds it; published because the regulation asks for it.
    pub person: Option<String>,
    /// What they are called (unvan).
    pub title: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// Its telephone.
    pub phone: Option<Phone>,
    /// Its fax.
    pub fax: Option<Phone>,
    /// Its e-mail.
    pub email: Option<String>,
}
