//! What every page of one site shares: name, navigation, footer. Not what a single page says: that is a `PageDoc`.

use jiff::civil::Date;
use serde::Serialize;

use super::{AlertDoc, Audience, LinkDoc};
use crate::language::Language;
use crate::model::alert::Alert;
use crate::parse::site::{NavLink, Site};
use crate::parse::theme::ThemeSettings;

/// The frame of a site (site çerçevesi), which templates see as `site`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct SiteDoc {
    /// Whose site it is: `Çaycuma Belediyesi`.
    pub name: String,
    /// The name as it stands at the head of every page.
    pub wordmark: WordmarkDoc,
    /// One sentence at the foot of every page, where the municipality has one.
    pub motto: Option<String>,
    /// `public`, `internal` or `reports`.
    pub audience: &'static str,
    /// Its language.
    pub lang: Language,
    /// Absolute address without a slash at the end: `https://www.example.bel.tr`.
    pub base_url: String,
    /// The main navigation; `PageDoc::nav_active` counts these.
    pub nav: Vec<LinkDoc>,
    /// The footer's columns of links.
    pub footer: Vec<FooterDoc>,
    /// Address of the page that searches, where there is one.
    pub search: Option<&'static str>,
    /// How to reach the municipality: only what it has confirmed.
    pub contact: Vec<ContactDoc>,
    /// What every page says first; citizens' pages only.
    pub alerts: Vec<AlertDoc>,
}

/// The name as a sign (yazı logo): a drawing and two lines. Not the municipality's emblem.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct WordmarkDoc {
    /// Name of the drawing in the theme.
    pub mark: String,
    /// A letter in place of the drawing.
    pub letter: Option<String>,
    /// The first line: `Çaycuma`.
    pub text: String,
    /// The second line: `Belediyesi`.
    pub below: Option<String>,
}

impl WordmarkDoc {
    /// The sign of a site that says nothing about it.
    pub fn of(name: &str) -> WordmarkDoc {
        let lines = name.rsplit_once(' ').filter(|(_, kind)| kind.starts_with("Belediye"));
        let (text, below) = lines.map_or((name, None), |(text, kind)| (text, Some(kind.to_owned())));
        WordmarkDoc { mark: "arma-irmak".to_owned(), letter: None, text: text.to_owned(), below }
    }

    /// The sign with what the municipality says about it.
    fn with(mut self, settings: &ThemeSettings) -> WordmarkDoc {
        if let Some(mark) = &settings.mark {
            self.mark = format!("arma-{}", mark.value);
        }
        if let Some((text, below)) = settings.wordmark.split_first() {
            (self.text, self.below) = (text.clone(), (!below.is_empty()).then(|| below.join(" ")));
        }
        WordmarkDoc { letter: settings.letter.clone(), ..self }
    }
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

impl SiteDoc {
    /// The frame of audience `A`'s site with the menu `nav`.
    pub fn of<A: Audience>(site: &Site, nav: &[NavLink]) -> SiteDoc {
        let footer = (A::NAME == "public" && !site.nav.footer.is_empty())
            .then(|| FooterDoc { title: "Kurumsal".to_owned(), links: links(&site.nav.footer) });
        SiteDoc {
            name: site.title.clone(),
            wordmark: WordmarkDoc::of(&site.title).with(&site.theme),
            motto: site.theme.motto.clone(),
            audience: A::NAME,
            lang: site.language,
            base_url: site.base_url.clone(),
            nav: links(nav),
            search: (site.search && A::NAME != "reports").then_some(super::search::PAGE),
            footer: footer.into_iter().collect(),
            contact: contact(site),
            alerts: Vec::new(),
        }
    }

    /// The frame with the alerts of `today`.
    pub fn with_alerts(self, alerts: &[Alert], today: Date) -> SiteDoc {
        SiteDoc { alerts: super::alerts(alerts, today), ..self }
    }
}

fn links(nav: &[NavLink]) -> Vec<LinkDoc> {
    nav.iter().map(|n| LinkDoc { title: n.title.clone(), url: n.url.clone() }).collect()
}

fn contact(site: &Site) -> Vec<ContactDoc> {
    let municipality = &site.municipality;
    let phone = |text: &str| format!("tel:{}", text.chars().filter(char::is_ascii_digit).collect::<String>());
    let ways = [
        ("Adres", &municipality.address, None),
        ("Telefon", &municipality.phone, municipality.phone.as_deref().map(phone)),
        ("E-posta", &municipality.email, municipality.email.as_deref().map(|e| format!("mailto:{e}"))),
    ];
    let known = ways.into_iter().filter_map(|(label, text, url)| {
        text.as_ref().map(|text| ContactDoc { label: label.to_owned(), text: text.clone(), url })
    });
    known.collect()
}
