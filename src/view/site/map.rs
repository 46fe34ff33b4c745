//! The whole site on one page for people (site haritası): sections within sections with how many pages each has, and the first
//! pages of each. A long section shows its first few and leads to its own list, so that the page stays small however many
//! pages there are. The one for machines is `sitemap.xml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use super::instance::Instance;
use crate::language::Language;
use crate::model::content::{Section, home};
use crate::prose::{Block, Heading, Inline, Item, LinkId, Prose};
use crate::turkish::{number, slug};
use crate::view::{Shown, search};

/// A section with at most so many pages of its own shows them all.
const WHOLE: usize = 12;
/// How many a longer one shows.
const FEW: usize = 5;

/// `prose` with the map of the site, on the page that asks for it.
pub(super) fn shown(desk: &Desk<'_>, instance: &Instance<'_>, prose: Prose<Shown>) -> Prose<Shown> {
    if !instance.page.syntax.front.sitemap {
        return prose;
    }
    let mut blocks = prose.blocks.to_vec();
    let mut writer = Writer::new(desk, instance, prose.links.to_vec());
    let sections = &desk.input.content.sections;
    // The sections of the page's own language: those of the others have a map of their own.
    let language = instance.page.language;
    let home_url = home(desk.input.site, language);
    let home = sections.iter().position(|section| *section.url == *home_url);
    let top = |section: &Section| *section.url != *home_url && section.parent == home;
    let (mut large, mut loose) = (Vec::new(), Vec::new());
    for (place, _) in sections.iter().enumerate().filter(|(_, section)| top(section)) {
        large.push(writer.section(place));
    }
    if let Some(home) = home {
        let pages: Vec<usize> = sections[home].members.iter().copied().filter(|index| writer.inner(*index).is_none()).collect();
        loose.extend(pages.into_iter().filter_map(|index| writer.page(index)));
    }
    loose.extend(writer.lists());
    if !loose.is_empty() {
        blocks.push(heading("diger_sayfalar", words(&writer.word("map_loose"))));
        blocks.push(list(loose));
    }
    blocks.extend(large.into_iter().flatten());
    Prose { blocks: blocks.into(), links: writer.links.into() }
}

struct Writer<'w> {
    desk: &'w Desk<'w>,
    /// The map's own page.
    own: usize,
    language: Language,
    /// Sections by their index page.
    by_page: BTreeMap<usize, usize>,
    /// The pages made from rows that lie right in each section.
    rows: Vec<Vec<&'w Instance<'w>>>,
    /// How many pages lie in each section and in those within it.
    totals: Vec<usize>,
    links: Vec<Shown>,
}

impl<'w> Writer<'w> {
    fn new(desk: &'w Desk<'w>, instance: &Instance<'_>, links: Vec<Shown>) -> Writer<'w> {
        let sections = &desk.input.content.sections;
        let mut rows: Vec<Vec<&Instance<'_>>> = vec![Vec::new(); sections.len()];
        for made in desk.made_from.values().flatten() {
            if let Some(section) = made.page.section {
                rows[section].push(*made);
            }
        }
        let mut totals = vec![0; sections.len()];
        for (place, section) in sections.iter().enumerate() {
            let mut around = Some(place);
            while let Some(at) = around {
                totals[at] += section.members.len() + rows[place].len();
                around = sections[at].parent;
            }
        }
        let by_page = sections.iter().enumerate().map(|(place, section)| (section.page, place)).collect();
        Writer { desk, own: instance.index, language: instance.page.language, by_page, rows, totals, links }
    }

    fn at(&self, section: usize) -> &'w Section {
        &self.desk.input.content.sections[section]
    }

    /// The section whose index page this is.
    fn inner(&self, page: usize) -> Option<usize> {
        self.by_page.get(&page).copied()
    }

    /// A section of the first level: its heading, and what lies in it.
    fn section(&mut self, section: usize) -> Vec<Block> {
        let id = format!("bolum_{}", slug(&self.at(section).url));
        let mut blocks = vec![heading(&id, self.titled(section))];
        let items = self.items(section);
        if !items.is_empty() {
            blocks.push(list(items));
        }
        blocks
    }

    /// A section's title with how many pages it has.
    fn titled(&mut self, section: usize) -> Vec<Inline> {
        let Section { page, url, .. } = self.at(section);
        let mut line = vec![self.link(&self.desk.page(*page).syntax.front.title, url)];
        let pages = self.totals[section];
        let tongue = self.desk.input.tongue;
        let said = |pages: &str| tongue.fill(self.language, "map_pages", &[("number", pages.into())]);
        line.extend((pages > 0).then(|| Inline::Text(said(&self.number(pages)).into())));
        line
    }

    /// What lies in a section: its own pages, those made from rows, and the sections within it.
    fn items(&mut self, section: usize) -> Vec<Item> {
        let members = &self.at(section).members;
        let pages: Vec<usize> = members.iter().copied().filter(|index| self.inner(*index).is_none()).collect();
        let shown = |all: usize| if all <= WHOLE { all } else { FEW };
        let mut items: Vec<Item> = pages.iter().take(shown(pages.len())).filter_map(|index| self.page(*index)).collect();
        let rows: Vec<(String, Arc<str>)> = self.rows[section]
            .iter()
            .take(shown(self.rows[section].len()))
            .map(|made| (made.filled(&made.page.syntax.front.title), Arc::clone(&made.address)))
            .collect();
        for (title, url) in &rows {
            let link = self.link(title, url);
            items.push(vec![Block::Plain(vec![link])].into());
        }
        let hidden = pages.len() - shown(pages.len()) + self.rows[section].len() - rows.len();
        if hidden > 0 {
            items.push(self.further(section, hidden));
        }
        for inner in members.iter().filter_map(|index| self.inner(*index)).collect::<Vec<_>>() {
            let mut blocks = vec![Block::Plain(self.titled(inner))];
            let inside = self.items(inner);
            if !inside.is_empty() {
                blocks.push(list(inside));
            }
            items.push(blocks.into());
        }
        items
    }

    fn page(&mut self, index: usize) -> Option<Item> {
        let page = self.desk.page(index);
        let url = page.address.fixed()?;
        if index == self.own || super::error::file_of(url).is_some() {
            return None;
        }
        let link = self.link(&page.syntax.front.title, url);
        Some(vec![Block::Plain(vec![link])].into())
    }

    /// The way to the rest of a long list.
    fn further(&mut self, section: usize, pages: usize) -> Item {
        let Section { page, url, .. } = self.at(section);
        let title = &self.desk.page(*page).syntax.front.title;
        let number = self.number(pages);
        let parts = [("title", title.as_str().into()), ("number", number.as_str().into())];
        let words = self.desk.input.tongue.fill(self.language, "map_more", &parts);
        let link = self.link(&words, url);
        vec![Block::Plain(vec![link])].into()
    }

    /// The lists that no file was written for.
    fn lists(&mut self) -> Vec<Item> {
        let mut lists: Vec<(String, String)> = Vec::new();
        if self.desk.input.site.search {
            let base = home(self.desk.input.site, self.language);
            let url = |page: &str| format!("{}{page}", base.trim_end_matches('/'));
            lists.push((self.word("search"), url(search::PAGE)));
            lists.push((self.word("a_to_z"), url(search::LETTERS)));
        }
        // Lists of terms have the pages of the site's own language.
        let own = self.language == self.desk.input.site.language;
        for of_kind in self.desk.input.content.terms.chunk_by(|a, b| a.kind == b.kind).filter(|_| own) {
            lists.push((super::list::kind_words(self.desk, of_kind[0].kind), of_kind[0].index_url()));
        }
        let item = |writer: &mut Self, (title, url): &(String, String)| {
            let link = writer.link(title, url);
            Item::from(vec![Block::Plain(vec![link])])
        };
        lists.iter().map(|entry| item(self, entry)).collect()
    }

    fn word(&self, key: &'static str) -> String {
        self.desk.input.tongue.say(self.language, key)
    }

    /// So many pages, as the language writes numbers.
    fn number(&self, pages: usize) -> String {
        let pages = pages as i64;
        self.desk.input.tongue.number(self.language, &number::integer(pages), &pages.to_string())
    }

    fn link(&mut self, title: &str, url: &str) -> Inline {
        self.links.push(Shown::Href { url: url.into(), external: false });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: words(title) }
    }
}

fn heading(id: &str, content: Vec<Inline>) -> Block {
    Block::Heading(Heading { level: 2, id: id.into(), content, line: 0 })
}

fn list(items: Vec<Item>) -> Block {
    Block::List { start: None, items }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}
