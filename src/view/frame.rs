//! What every page of one site shares: name, navigation, footer. Not what a single page says: that is a `PageDoc`.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{AlertDoc, Audience, Internal, LinkDoc, Public, Reports, Tongue, search};
use crate::language::Language;
use crate::model::alert::Alert;
use crate::model::content::{Content, Contents, home};
use crate::parse::site::{Municipality, NavLink, Site};
use crate::parse::theme::ThemeSettings;

/// The frame of a site (site çerçevesi), which templates see as `site`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
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
    #[schemars(with = "String")]
    pub lang: Language,
    /// Absolute address without a slash at the end: `https://www.example.bel.tr`.
    pub base_url: String,
    /// The main navigation; `PageDoc::nav_active` counts these.
    pub nav: Vec<LinkDoc>,
    /// The footer's columns of links.
    pub footer: Vec<FooterDoc>,
    /// Address of its home page.
    pub home: String,
    /// Address of the page that searches, where there is one.
    pub search: Option<String>,
    /// Address of the list of all pages from A to Z, where there is one.
    pub letters: Option<String>,
    /// How to reach the municipality: only what it has confirmed.
    pub contact: Vec<ContactDoc>,
    /// The same for programs.
    pub organisation: OrganisationDoc,
    /// What every page says first; citizens' pages only.
    pub alerts: Vec<AlertDoc>,
}

/// The name as a sign (yazı logo): a drawing and two lines. Not the municipality's emblem.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct FooterDoc {
    /// Its heading.
    pub title: String,
    /// Its links.
    pub links: Vec<LinkDoc>,
}

/// A way to reach the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct ContactDoc {
    /// `Telefon`, `Adres`.
    pub label: String,
    /// `153`, as read.
    pub text: String,
    /// `tel:153`, where it can be followed.
    pub url: Option<String>,
}

/// Who publishes, as programs are told it: only what the municipality has confirmed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, JsonSchema, Serialize)]
pub struct OrganisationDoc {
    /// The place it serves: `Çaycuma, Zonguldak`.
    pub place: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone of the switchboard.
    pub phone: Option<String>,
    /// E-mail of the institution.
    pub email: Option<String>,
}

impl OrganisationDoc {
    fn of(municipality: &Municipality) -> OrganisationDoc {
        OrganisationDoc {
            place: municipality.place(),
            address: municipality.address.clone(),
            phone: municipality.phone.clone(),
            email: municipality.email.clone(),
        }
    }
}

impl SiteDoc {
    /// The frames of the three sites: of citizens, who are told the alerts of `today` first, of the staff, of the reports.
    pub fn of_all_sites(
        site: &Site,
        contents: &Contents,
        tongue: Tongue<'_>,
        alerts: &[Alert],
        today: Date,
    ) -> [Vec<SiteDoc>; 3] {
        let public = SiteDoc::in_all_languages::<Public>(site, &site.nav.public, &contents.public, tongue);
        let internal = SiteDoc::in_all_languages::<Internal>(site, &site.nav.internal, &contents.internal, tongue);
        let reports = SiteDoc::in_all_languages::<Reports>(site, &site.nav.reports, &contents.reports, tongue);
        [public.into_iter().map(|frame| frame.with_alerts(alerts, today)).collect(), internal, reports]
    }

    /// The frames of audience `A`'s site with the menu `nav`: one for each language that has a home page among the `content`,
    /// the site's own language first.
    fn in_all_languages<A: Audience>(site: &Site, nav: &[NavLink], content: &Content, tongue: Tongue<'_>) -> Vec<SiteDoc> {
        let has = |url: &str| content.sections.iter().any(|section| *section.url == *url);
        let languages = site.languages().into_iter().filter(|l| *l == site.language || has(&home(site, *l)));
        languages.map(|language| Frame { site, content, tongue, language }.of::<A>(nav)).collect()
    }

    /// The frame with the alerts of `today`.
    fn with_alerts(self, alerts: &[Alert], today: Date) -> SiteDoc {
        SiteDoc { alerts: super::alerts(alerts, today), ..self }
    }
}

/// What a frame in one language is made of.
struct Frame<'f> {
    site: &'f Site,
    content: &'f Content,
    tongue: Tongue<'f>,
    language: Language,
}

impl Frame<'_> {
    fn of<A: Audience>(&self, nav: &[NavLink]) -> SiteDoc {
        let Frame { site, tongue, language, .. } = *self;
        let footer = (A::NAME == "public" && !site.nav.footer.is_empty())
            .then(|| FooterDoc { title: tongue.say(language, "footer_title"), links: self.links(&site.nav.footer) });
        let home = home(site, language);
        let finder = |url: &str| (site.search && A::NAME != "reports").then(|| format!("{}{url}", home.trim_end_matches('/')));
        SiteDoc {
            name: tongue.turkish(language, &site.title),
            wordmark: WordmarkDoc::of(&site.title).with(&site.theme),
            motto: site.theme.motto.clone(),
            audience: A::NAME,
            lang: language,
            base_url: site.base_url.clone(),
            nav: self.links(nav),
            search: finder(search::PAGE),
            letters: finder(search::LETTERS),
            footer: footer.into_iter().collect(),
            contact: self.contact(),
            organisation: OrganisationDoc::of(&site.municipality),
            alerts: Vec::new(),
            home,
        }
    }

    fn links(&self, nav: &[NavLink]) -> Vec<LinkDoc> {
        nav.iter().map(|link| self.link(link)).collect()
    }

    /// A way of the menu: to the page in this language, or with Turkish words that say they are.
    fn link(&self, link: &NavLink) -> LinkDoc {
        if self.language == self.site.language {
            return LinkDoc { title: link.title.clone(), url: link.url.clone() };
        }
        let pages = &self.content.pages;
        let page = pages.iter().find(|page| page.address.fixed().is_some_and(|url| **url == *link.url));
        let sibling = page.and_then(|page| page.siblings.iter().find(|(language, _)| *language == self.language));
        let found = sibling.and_then(|(_, index)| Some((&pages[*index].syntax.front.title, pages[*index].address.fixed()?)));
        match found {
            Some((title, url)) => LinkDoc { title: title.clone(), url: url.to_string() },
            None => LinkDoc { title: self.tongue.turkish(self.language, &link.title), url: link.url.clone() },
        }
    }

    fn contact(&self) -> Vec<ContactDoc> {
        let municipality = &self.site.municipality;
        let phone = |text: &str| format!("tel:{}", text.chars().filter(char::is_ascii_digit).collect::<String>());
        let ways = [
            ("address", &municipality.address, None),
            ("phone", &municipality.phone, municipality.phone.as_deref().map(phone)),
            ("email", &municipality.email, municipality.email.as_deref().map(|e| format!("mailto:{e}"))),
        ];
        let known = ways.into_iter().filter_map(|(label, text, url)| {
            let label = self.tongue.say(self.language, label);
            text.as_ref().map(|text| ContactDoc { label, text: self.tongue.turkish(self.language, text), url })
        });
        known.collect()
    }
}
