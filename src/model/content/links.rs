//! Every link of every page, looked up. A broken one is an error at its line, with the nearest address as the hint.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Book, Content, Folder, Names, Page, Picture, near, picture};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::alert::{self, Alert};
use crate::parse;
use crate::parse::markdown::{LinkSyntax, RawLink};
use crate::parse::picture::ENDINGS;
use crate::parse::site::{self, Site};

/// Where a link leads (çözülmüş bağlantı).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To an address of the same site, anchor included.
    Here(Arc<str>),
    /// To somewhere else: another site, mail, telephone.
    Elsewhere(Arc<str>),
    /// To a figure.
    Figure(Box<FigureMention>),
    /// To a picture: shown, or to be seen larger.
    Picture(Arc<Picture>),
    /// To an address that depends on a figure's rows; the view knows.
    PerRow(Arc<str>),
    /// Nowhere; the complaint has been made.
    Broken,
}

/// A mention of a figure (gösterge anması).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureMention {
    /// How it is shown.
    pub show: Show,
    /// Which figure.
    pub id: Box<str>,
    /// The slice: columns and the values wanted, placeholders included.
    pub slice: Box<[(Box<str>, Box<str>)]>,
    /// The column a number is taken from; the figure's first count when not given (`sutun=`).
    pub column: Option<Box<str>>,
    /// Where it is mentioned.
    pub line: u32,
    /// Where in the line.
    pub character: u32,
}

/// How a mention shows its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// `chart:`
    Chart,
    /// `table:`
    Table,
    /// `number:`
    Number,
    /// `top:` the group with the greatest amount, in words.
    Top,
    /// `change:` a month against the same month of the year before, in words.
    Change,
}

/// The links of all pages of `content`, in the order of its pages.
pub(super) fn resolve(
    diag: &mut Diagnostics,
    content: &Content,
    books: &[Book<'_>; 3],
    site: &Site,
    names: &Names<'_>,
) -> Vec<Arc<[Link]>> {
    let desk = Desk { folder: content.folder, books, site, names };
    let resolved: Vec<(Arc<[Link]>, Diagnostics)> = content
        .pages
        .par_iter()
        .with_max_len(crate::AT_ONCE)
        .map(|page| {
            let mut diag = Diagnostics::new();
            let links = page.syntax.body.links.iter().map(|raw| desk.resolve(&mut diag, page, raw)).collect();
            (links, diag)
        })
        .collect();
    resolved
        .into_iter()
        .map(|(links, complaints)| {
            diag.extend(complaints);
            links
        })
        .collect()
}

/// The menus of `site.yaml` lead somewhere, too. A site without pages has no menu to check.
pub(super) fn check_menus(diag: &mut Diagnostics, books: &[Book<'_>; 3], site: &Site, names: &Names<'_>) {
    let nav = &site.nav;
    let menus = [
        (Folder::Public, &nav.public),
        (Folder::Public, &nav.footer),
        (Folder::Internal, &nav.internal),
        (Folder::Reports, &nav.reports),
    ];
    for (folder, menu) in menus {
        let desk = Desk { folder, books, site, names };
        let has_pages = !desk.book(folder).content.pages.is_empty();
        for link in menu.iter().filter(|link| has_pages && !link.url.contains(':')) {
            let place = || Place::at(site::FILE, link.line, u32::from(link.line > 0)).field("nav");
            let path = link.url.split('#').next().unwrap_or_default();
            desk.by_address(diag, place, path, None, &link.url, false);
        }
    }
}

/// Pages of citizens cannot be made from the rows of a figure of the staff's.
pub(super) fn check_rows(diag: &mut Diagnostics, content: &Content, names: &Names<'_>) {
    for page in &content.pages {
        let Some(each) = &page.syntax.front.each else { continue };
        if names.figures.get(&each.figure) == Some(&false) {
            let complaint = Diagnostic::new(Code::INTERNAL_MENTION, page.syntax.key_place("each"));
            diag.push(complaint.with("target", each.figure.clone()).hint("figure"));
        }
    }
}

/// An alert that leads nowhere is shown without its link.
pub(super) fn check_alerts(diag: &mut Diagnostics, books: &[Book<'_>; 3], site: &Site, names: &Names<'_>, alerts: &mut [Alert]) {
    let desk = Desk { folder: Folder::Public, books, site, names };
    for alert in alerts {
        let Some(path) = alert.page() else { continue };
        let mut found = Diagnostics::new();
        desk.by_address(&mut found, || alert.place.clone(), path, None, path, false);
        if !found.is_empty() {
            let near = found.iter().find_map(|complaint| complaint.args.iter().find(|(name, _)| *name == "nearest"));
            let near = near.map(|(_, near)| near.clone());
            alert::lose_link(diag, alert, near);
        }
    }
}

/// What is needed to look a link up.
struct Desk<'a> {
    folder: Folder,
    books: &'a [Book<'a>; 3],
    site: &'a Site,
    names: &'a Names<'a>,
}

impl Desk<'_> {
    fn book(&self, folder: Folder) -> &Book<'_> {
        &self.books[folder as usize]
    }

    fn resolve(&self, diag: &mut Diagnostics, page: &Page, raw: &RawLink) -> Link {
        let link = self.look_up(diag, page, raw);
        if raw.syntax == LinkSyntax::Image && matches!(link, Link::Here(_) | Link::Elsewhere(_)) {
            let place = Place::at(Arc::clone(&page.syntax.file), raw.line, raw.column);
            let complaint = Diagnostic::new(Code::BAD_PICTURE, place).with("target", raw.target.to_string());
            diag.push(complaint.with("cause", ENDINGS.map(|ending| format!(".{ending}")).join(", ")).hint("link"));
            return Link::Broken;
        }
        link
    }

    fn look_up(&self, diag: &mut Diagnostics, page: &Page, raw: &RawLink) -> Link {
        let target = &*raw.target;
        let place = || Place::at(Arc::clone(raw.file.as_ref().unwrap_or(&page.syntax.file)), raw.line, raw.column);
        match target.split_once(':') {
            Some(("chart", rest)) => return self.figure(diag, place, Show::Chart, rest, raw),
            Some(("table", rest)) => return self.figure(diag, place, Show::Table, rest, raw),
            Some(("number", rest)) => return self.figure(diag, place, Show::Number, rest, raw),
            Some(("top", rest)) => return self.figure(diag, place, Show::Top, rest, raw),
            Some(("change", rest)) => return self.figure(diag, place, Show::Change, rest, raw),
            Some(("https" | "http", _)) => return self.absolute(diag, page, raw, place),
            Some(("mailto" | "tel", _)) if raw.syntax != LinkSyntax::Image => return Link::Elsewhere(target.into()),
            Some((scheme, _))
                if scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b)) && !scheme.is_empty() =>
            {
                diag.push(Diagnostic::new(Code::BAD_ADDRESS, place()).with("address", target.to_owned()).hint("scheme"));
                return Link::Broken;
            }
            _ => {}
        }
        if page.syntax.front.each.is_some() && target.contains('{') {
            return Link::PerRow(target.into());
        }
        let (path, anchor) = target.split_once('#').map_or((target, None), |(p, a)| (p, Some(a)));
        if path.is_empty() {
            return self.with_anchor(diag, place, self.folder, page, "", anchor, target);
        }
        if path.starts_with('/') {
            self.by_address(diag, place, path, anchor, target, raw.syntax == LinkSyntax::Image)
        } else {
            self.by_file(diag, place, page, path, raw)
        }
    }

    fn absolute(&self, diag: &mut Diagnostics, page: &Page, raw: &RawLink, place: impl Fn() -> Place) -> Link {
        let target = &*raw.target;
        if raw.syntax == LinkSyntax::Image {
            // A picture from elsewhere would tell that server who reads the page.
            diag.push(Diagnostic::new(Code::BAD_ADDRESS, place()).with("address", target.to_owned()).hint("foreign"));
            return Link::Broken;
        }
        match target.strip_prefix(self.site.base_url.as_str()) {
            Some(rest) if self.folder == Folder::Public && (rest.is_empty() || rest.starts_with('/')) => {
                let own = RawLink { target: if rest.is_empty() { "/".into() } else { rest.into() }, ..raw.clone() };
                self.resolve(diag, page, &own)
            }
            _ => Link::Elsewhere(target.into()),
        }
    }

    fn by_address(
        &self,
        diag: &mut Diagnostics,
        place: impl Fn() -> Place,
        path: &str,
        anchor: Option<&str>,
        target: &str,
        shown: bool,
    ) -> Link {
        let book = self.book(self.folder);
        if let Some((address, &i)) = book.pages.get_key_value(path) {
            if anchor.is_none() {
                return Link::Here(Arc::clone(address));
            }
            return self.with_anchor(diag, place, self.folder, &book.content.pages[i], path, anchor, target);
        }
        if book.others.contains(path) {
            return Link::Here(target.into());
        }
        if let Some(found) = book.content.pictures.get(path) {
            return picture::link(diag, place(), target, found);
        }
        if path.contains("/sayfa/") || book.content.pages.iter().any(|page| page.address.could_be(path)) {
            return Link::PerRow(target.into());
        }
        let elsewhere = |f: Folder| {
            let book = self.book(f);
            book.pages.contains_key(path) || book.others.contains(path) || book.content.pictures.contains_key(path)
        };
        if self.folder == Folder::Public && (elsewhere(Folder::Internal) || elsewhere(Folder::Reports)) {
            diag.push(Diagnostic::new(Code::INTERNAL_MENTION, place()).with("target", target.to_owned()));
            return Link::Broken;
        }
        diag.push(self.broken(place(), target, None, path, shown));
        Link::Broken
    }

    fn by_file(&self, diag: &mut Diagnostics, place: impl Fn() -> Place, page: &Page, path: &str, raw: &RawLink) -> Link {
        let (target, anchor) = (&*raw.target, raw.target.split_once('#').map(|(_, anchor)| anchor));
        let Some(file) = join(&page.syntax.file, path) else {
            diag.push(Diagnostic::new(Code::BAD_ADDRESS, place()).with("address", target.to_owned()));
            return Link::Broken;
        };
        let folder = Folder::of(&file);
        if self.folder == Folder::Public && folder != Some(Folder::Public) {
            diag.push(Diagnostic::new(Code::INTERNAL_MENTION, place()).with("target", file));
            return Link::Broken;
        }
        if let Some(folder) = folder {
            let book = self.book(folder);
            if let Some(&i) = book.files.get(file.as_str())
                && let Some(address) = book.content.pages[i].address.fixed()
            {
                let found = match anchor {
                    None => Link::Here(Arc::clone(address)),
                    Some(_) => self.with_anchor(diag, place, folder, &book.content.pages[i], address, anchor, target),
                };
                return self.across(found, folder);
            }
            let url = &file[folder.path().len()..];
            // A copy stands in the tree of whoever shows it.
            if let Some(found) = book.content.pictures.get(url) {
                return picture::link(diag, place(), target, found);
            }
            if book.others.contains(url) {
                return self.across(Link::Here(url.into()), folder);
            }
        }
        diag.push(self.broken(place(), target, Some(&page.syntax.file), &file, raw.syntax == LinkSyntax::Image));
        Link::Broken
    }

    /// A link into another audience's site leads to its absolute address; only the public site has one.
    fn across(&self, link: Link, folder: Folder) -> Link {
        match link {
            Link::Here(url) if folder != self.folder && folder == Folder::Public => {
                Link::Elsewhere(format!("{}{url}", self.site.base_url).into())
            }
            Link::Here(_) if folder != self.folder => Link::Broken,
            other => other,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one link's parts; a struct of them would be used once")]
    fn with_anchor(
        &self,
        diag: &mut Diagnostics,
        place: impl Fn() -> Place,
        _folder: Folder,
        page: &Page,
        url: &str,
        anchor: Option<&str>,
        target: &str,
    ) -> Link {
        let Some(anchor) = anchor else { return Link::Here(url.into()) };
        let anchors = page.syntax.body.anchors();
        if anchors.contains(&anchor) {
            return Link::Here(format!("{url}#{anchor}").into());
        }
        let complaint = Diagnostic::new(Code::BROKEN_ANCHOR, place()).with("target", target.to_owned());
        diag.push(match parse::nearest(anchor, anchors.into_iter()) {
            Some(near) => complaint.with("nearest", format!("#{near}")).hint("nearest"),
            None => complaint,
        });
        Link::Broken
    }

    /// Where a picture is shown, only a picture can be meant.
    fn broken(&self, place: Place, target: &str, from: Option<&str>, looked_for: &str, shown: bool) -> Diagnostic {
        let content = self.book(self.folder).content;
        let near = match from {
            None => {
                let others = self.book(self.folder).others.iter().filter(|_| !shown);
                let pages = content.pages.iter().filter(|_| !shown).filter_map(|p| p.address.fixed());
                let addresses = pages.chain(others).chain(content.pictures.keys()).map(|a| &**a);
                parse::nearest(looked_for, addresses).map(str::to_owned)
            }
            Some(from) => {
                let pictures = content.pictures.values().flatten().map(|p| &*p.file);
                let pages = content.pages.iter().filter(|_| !shown).map(|p| &*p.syntax.file);
                near::file(from, looked_for, pages.chain(pictures))
            }
        };
        let complaint = Diagnostic::new(Code::BROKEN_LINK, place).with("target", target.to_owned());
        match near {
            Some(near) => complaint.with("nearest", near).hint("nearest"),
            None if shown => complaint.hint("picture"),
            None => complaint,
        }
    }

    fn figure(&self, diag: &mut Diagnostics, place: impl Fn() -> Place, show: Show, rest: &str, raw: &RawLink) -> Link {
        let (id, query) = rest.split_once('?').unwrap_or((rest, ""));
        match self.names.figures.get(id) {
            Some(true) => {}
            Some(false) if self.folder != Folder::Public => {}
            Some(false) => {
                diag.push(Diagnostic::new(Code::INTERNAL_MENTION, place()).with("target", raw.target.to_string()).hint("figure"));
                return Link::Broken;
            }
            None => {
                let complaint = Diagnostic::new(Code::UNKNOWN_FIGURE, place()).with("id", id.to_owned());
                diag.push(match parse::nearest(id, self.names.figures.keys().map(String::as_str)) {
                    Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                    None => complaint,
                });
                return Link::Broken;
            }
        }
        let mut slice = Vec::new();
        let mut column = None;
        for pair in query.split('&').filter(|p| !p.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if name == "sutun" {
                column = Some(value.into());
            } else {
                slice.push((name.into(), value.into()));
            }
        }
        let slice = slice.into();
        Link::Figure(Box::new(FigureMention { show, id: id.into(), slice, column, line: raw.line, character: raw.column }))
    }
}

/// `path` seen from the folder of `file`; `None` when it leads out of the repository.
fn join(file: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}
