//! The duty map on a page: for citizens what is published about each duty, below its clause; for the staff a table of what
//! fulfils which duty, and how fresh it is. Not which is which: that is the model's to say. The text of the regulation is
//! Turkish, and so are the words between its clauses.

use std::sync::Arc;

use super::Desk;
use super::instance::Instance;
use crate::model::duty::{FullDuty, Inner, Open, OpenDuty};
use crate::prose::{Align, Block, Heading, Inline, Item, LinkId, Prose, TextTable};
use crate::view::Shown;

/// The duties an audience may be told of.
#[derive(Clone, Copy)]
pub enum Duties<'v> {
    /// Citizens: what the site publishes.
    Open(&'v crate::model::duty::OpenDuties),
    /// Staff: all of it.
    Full(&'v crate::model::duty::FullDuties),
}

/// `prose` with the duties of the regulation that the page names; as it is where it names none.
pub(super) fn shown(desk: &Desk<'_>, instance: &Instance<'_>, prose: Prose<Shown>) -> Prose<Shown> {
    let Some(name) = instance.page.syntax.front.duties.as_deref() else { return prose };
    let mut writer = Writer { desk, links: prose.links.to_vec() };
    let mut blocks = prose.blocks.to_vec();
    match desk.input.duties {
        Duties::Open(all) => {
            let duties = all.get(name).map_or(&[][..], Vec::as_slice);
            writer.below_clauses(&mut blocks, duties);
            blocks.insert(0, summary(duties));
        }
        Duties::Full(all) => {
            let duties = all.get(name).map_or(&[][..], Vec::as_slice);
            blocks.extend(writer.coverage(duties));
        }
    }
    Prose { blocks: blocks.into(), links: writer.links.into() }
}

fn summary(duties: &[OpenDuty]) -> Block {
    let told = duties.iter().filter(|d| !d.evidence.is_empty()).count();
    let text = format!(
        "Görev haritasında {} hüküm var: {told} hüküm için bu sitede bilgi yayımlanıyor, {} hüküm için henüz veri yayımlanmıyor.",
        duties.len(),
        duties.len() - told
    );
    Block::Paragraph(words(&text))
}

struct Writer<'w> {
    desk: &'w Desk<'w>,
    links: Vec<Shown>,
}

impl Writer<'_> {
    /// Puts what is published about a duty right below the words of its clause.
    fn below_clauses(&mut self, blocks: &mut Vec<Block>, duties: &[OpenDuty]) {
        let mut at = 0;
        while at < blocks.len() {
            match &mut blocks[at] {
                Block::List { items, .. } => {
                    for item in items {
                        self.below_item(item, duties);
                    }
                }
                Block::Heading(heading) => {
                    if let Some(duty) = duties.iter().find(|d| d.clause == heading.id) {
                        let words = usize::from(matches!(blocks.get(at + 1), Some(Block::Paragraph(_))));
                        blocks.insert(at + 1 + words, self.published(duty));
                        at += 1 + words;
                    }
                }
                _ => {}
            }
            at += 1;
        }
    }

    fn below_item(&mut self, item: &mut Item, duties: &[OpenDuty]) {
        if let Some(duty) = duties.iter().find(|d| Some(&d.clause) == item.anchor.as_ref()) {
            let words = item.blocks.iter().position(|b| matches!(b, Block::Plain(_))).map_or(0, |at| at + 1);
            item.blocks.insert(words, self.published(duty));
        }
        self.below_clauses(&mut item.blocks, duties);
    }

    fn published(&mut self, duty: &OpenDuty) -> Block {
        if duty.evidence.is_empty() {
            return Block::Paragraph(vec![Inline::Emphasis(words("Henüz veri yayımlanmıyor."))]);
        }
        let mut content = vec![Inline::Strong(words("Yayımlanan: "))];
        for (place, open) in duty.evidence.iter().enumerate() {
            if place > 0 {
                content.push(Inline::Text("; ".into()));
            }
            self.open(&mut content, open, "");
        }
        Block::Paragraph(content)
    }

    /// One thing of the citizens' site; `base` stands before its address where this is another site.
    fn open(&mut self, content: &mut Vec<Inline>, open: &Open, base: &str) {
        match open {
            // The name of the other site's home page is also the name of this one's.
            Open::Page { title, url } if **url == *"/" && !base.is_empty() => {
                content.push(self.linked(&format!("{title}, yurttaş sitesi"), Some(url), base));
            }
            Open::Page { title, url } => content.push(self.linked(title, Some(url), base)),
            Open::Figure { id, title, url } => {
                content.push(self.linked(title, url.as_deref(), base));
                content.extend(self.example(id));
            }
        }
    }

    /// The word that a figure is made of made-up data.
    fn example(&self, id: &str) -> Option<Inline> {
        let figure = self.desk.input.figures.figure(id, &[]).ok()?;
        figure.synthetic.then(|| Inline::Text(" (örnek veri)".into()))
    }

    fn linked(&mut self, text: &str, url: Option<&str>, base: &str) -> Inline {
        let Some(url) = url else { return Inline::Text(text.into()) };
        self.links.push(Shown::Href { url: Arc::from(format!("{base}{url}")), external: !base.is_empty() });
        Inline::Link { link: LinkId(self.links.len() as u32 - 1), content: words(text) }
    }

    /// How many duties stand where, and a row for each.
    fn coverage(&mut self, duties: &[FullDuty]) -> Vec<Block> {
        let count = |wanted: State| duties.iter().filter(|d| state(d) == wanted).count().to_string();
        let counts = [State::Open, State::Inner, State::Nothing, State::Missing]
            .map(|state| vec![words(state.title()), words(&count(state))]);
        let numbers = Block::Table(Box::new(TextTable {
            align: vec![Align::Start, Align::End],
            head: vec![words("Durum"), words("Görev")],
            rows: counts.into_iter().collect(),
            stacked: false,
        }));
        let rows = duties.iter().map(|duty| self.row(duty)).collect();
        let head = ["Hüküm", "Görev", "Durum", "Dayanak", "Kapsadığı dönem"].map(words);
        let table = Block::Table(Box::new(TextTable {
            align: vec![Align::Start; 5],
            head: head.into_iter().collect(),
            rows,
            stacked: true,
        }));
        vec![heading("ozet", "Özet"), numbers, heading("gorevler", "Görevler"), table]
    }

    fn row(&mut self, duty: &FullDuty) -> Vec<Vec<Inline>> {
        let site = self.desk.input.site;
        let clause = self.linked(&duty.clause, duty.url.as_deref(), &site.base_url);
        let mut evidence = Vec::new();
        let mut periods: Vec<String> = Vec::new();
        for open in &duty.open {
            separate(&mut evidence);
            self.open(&mut evidence, open, &site.base_url);
            if let Open::Figure { id, .. } = open {
                self.period(&mut periods, id);
            }
        }
        for inner in &duty.inner {
            separate(&mut evidence);
            match inner {
                Inner::Dataset { title, rows } => {
                    let rows = crate::turkish::number::integer(*rows as i64);
                    evidence.push(Inline::Text(format!("{title} ({rows} kayıt)").into()));
                }
                Inner::Figure { id, title, url } => {
                    evidence.push(self.linked(title, url.as_deref(), ""));
                    evidence.extend(self.example(id));
                    self.period(&mut periods, id);
                }
                Inner::Page { title, url } => evidence.push(self.linked(title, Some(url), "")),
                Inner::Report { title } => evidence.push(Inline::Text(format!("{title} (rapor)").into())),
            }
        }
        if let Some(note) = &duty.note {
            separate(&mut evidence);
            evidence.push(Inline::Emphasis(words(note)));
        }
        let topic = duty.topic.as_deref().unwrap_or_default();
        vec![vec![clause], words(topic), words(state(duty).title()), evidence, words(&periods.join("; "))]
    }

    fn period(&self, periods: &mut Vec<String>, id: &str) {
        let period = self.desk.input.figures.figure(id, &[]).ok().and_then(|figure| figure.period.clone());
        periods.extend(period.filter(|p| !periods.contains(p)));
    }
}

/// How far a duty is fulfilled with data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Inner,
    Nothing,
    Missing,
}

impl State {
    fn title(self) -> &'static str {
        match self {
            State::Open => "Yurttaşa açık",
            State::Inner => "Yalnız iç sitede",
            State::Nothing => "Veri yok",
            State::Missing => "Haritada yok",
        }
    }
}

fn state(duty: &FullDuty) -> State {
    match duty {
        FullDuty { listed: false, .. } => State::Missing,
        FullDuty { open, .. } if !open.is_empty() => State::Open,
        FullDuty { inner, .. } if !inner.is_empty() => State::Inner,
        _ => State::Nothing,
    }
}

fn heading(id: &str, text: &str) -> Block {
    Block::Heading(Heading { level: 2, id: id.into(), content: words(text), line: 0 })
}

fn separate(content: &mut Vec<Inline>) {
    if !content.is_empty() {
        content.push(Inline::Text("; ".into()));
    }
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}
