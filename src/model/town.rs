//! Everything that is known about the municipality: what was written, joined with what was counted, and every link
//! resolved. One matter after the other; what a matter means is its own module's knowledge.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alert::{self, Alert};
use super::calendar::{self, Calendar};
use super::content::{self, Contents, Folder, Names};
use super::data::Data;
use super::diary::Diaries;
use super::duty::{self, Duties};
use super::figure::{self, Figures, Sources};
use super::regulation::{self, Regulations};
use super::service::{self, Services};
use super::{council, directory, event, publication};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::language::Words;
use crate::parse;
use crate::parse::content::SyntaxMemo;
use crate::parse::page::PageSyntax;
use crate::parse::picture::HeadMemo;
use crate::parse::site::Site;
use crate::source::{FileEntry, World};

/// What was written, as it lies in `content/` (yazılanlar).
pub struct Written {
    /// All files of `content/`.
    pub files: Vec<FileEntry>,
    /// Those that are pages.
    pub pages: Vec<Arc<PageSyntax>>,
}

impl Written {
    /// Reads all of it; with a memo, pages that did not change since are taken from there.
    pub fn load(diag: &mut Diagnostics, world: &dyn World, memo: Option<&SyntaxMemo>) -> Written {
        let files = world.list(diag, "content");
        for file in files.iter().filter(|file| Folder::of(&file.path).is_none()) {
            let place = Place::file(Arc::clone(&file.path));
            diag.push(Diagnostic::new(Code::NO_AUDIENCE, place).with("name", file.path.to_string()));
        }
        let pages = parse::content::pages(diag, world, &files, memo);
        Written { files, pages }
    }
}

/// What decides how the town is looked at, besides what lies in its repository.
pub struct Look<'l> {
    /// The site's settings.
    pub site: &'l Site,
    /// Names of the theme's drawings.
    pub icons: &'l [String],
    /// The words of the theme, in the languages that pages are in.
    pub words: &'l Words,
    /// Whether drafts count.
    pub drafts: bool,
    /// Whether someone will ask what editors have to look at, for which pages that do not count must be kept too.
    pub keeps_pages: bool,
    /// The pictures that were looked into before.
    pub pictures: &'l HeadMemo,
}

/// What is known (belediye).
pub struct Town {
    /// Names of the units by code.
    pub units: BTreeMap<String, String>,
    /// The texts of regulations.
    pub regulations: Regulations,
    /// The services.
    pub services: Services,
    /// When what comes out.
    pub calendar: Calendar,
    /// What pages offer for one's own calendar.
    pub diaries: Diaries,
    /// What every citizen is told first.
    pub alerts: Vec<Alert>,
    /// The figures.
    pub figures: Figures,
    /// The duties, with what fulfils them.
    pub duties: Duties,
    /// The pages of the three audiences, those that the program makes among them.
    pub contents: Contents,
    /// All pages, those that do not count today among them; where they are kept.
    pub pages: Option<Vec<Arc<PageSyntax>>>,
    /// All files of `content/`.
    pub files: Vec<FileEntry>,
}

impl Town {
    /// Joins what was written with what was counted. Everything that does not fit has been complained about.
    pub fn resolve(
        diag: &mut Diagnostics,
        world: &dyn World,
        look: &Look<'_>,
        Written { files, pages }: Written,
        data: &Data,
        sources: &Sources,
    ) -> Town {
        let (site, today, registries) = (look.site, world.today(), &data.registries);
        let regulations = regulation::load(diag, world, registries);
        let council = council::load(diag, world, registries);
        let calendar = calendar::load(diag, world, registries);
        let publications = publication::load(diag, world, registries);
        let mut services = service::load(diag, world, registries, &regulations);
        let mut alerts = alert::load(diag, world);

        let mut diaries = Diaries::default();
        let (pages, decisions) = council::with_pages(diag, &council, &regulations, pages, &files, &mut diaries);
        let pages = regulation::with_texts(diag, &regulations, &decisions, pages);
        let pages = service::with_pages(diag, &mut services, look.words, pages);
        let directory = directory::load(diag, world, &site.municipality, registries, &services);
        let pages = directory::with_pages(&directory, &services, look.words, pages);
        let pages = event::with_pages(diag, today, &mut diaries, pages);
        calendar::into_diaries(&calendar, &pages, &mut diaries);
        let evidence = publication::Sources { calendar: &calendar, council: &council, today };
        let pages = publication::with_pages(diag, &publications, evidence, registries, &mut diaries, pages);

        let figures = figure::resolve(diag, data.figures.clone(), sources, site.disclosure.into());
        let mut shown = figures.names();
        shown.extend(services.tables());
        let units = registries.titles_of_units();
        let names = Names { units: &units, figures: &shown, icons: look.icons, diaries: &diaries };
        let settings = content::Settings { site, today, drafts: look.drafts, calendar: &calendar };
        let pictures = parse::picture::heads(world, &files, look.pictures);
        let kept = look.keeps_pages.then(|| pages.clone());
        let contents = content::resolve(diag, &settings, &names, pages, &files, &pictures, &mut alerts);

        let known = duty::Known { regulations: &regulations, datasets: &data.datasets, figures: &figures, contents: &contents };
        let duties = duty::resolve(diag, world, &known);
        Town { units, regulations, services, calendar, diaries, alerts, figures, duties, contents, pages: kept, files }
    }
}
