//! What the release calendar does to pages: holds them back until their day, says when the next one comes, why one was
//! late, what was corrected; and keeps the edition before a correction at its address, with a dated notice.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::instance::Instance;
use super::{Desk, Input, file_of, inside, language, list};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::language::{Language, Part};
use crate::model::calendar::{Correction, Gate, Release, Series};
use crate::model::content::Page;
use crate::parse::nearest;
use crate::prose::{Alert, Align, Block, Inline, Item, LinkId, Prose, TextTable};
use crate::view::{Audience, Body, Document, PageDoc, Shown, Tongue};

/// Where a page stands in the calendar (yayın yeri).
#[derive(Clone, Copy)]
pub(super) struct Standing<'v> {
    pub series: &'v Series,
    /// `None` where the page is older than the calendar.
    pub release: Option<&'v Release>,
}

/// What the calendar says to a page of `period`.
pub(super) enum Word<'v> {
    /// It may be read; with its standing where it is a release.
    Out(Option<Standing<'v>>),
    /// Its day has not come, or it has none, which has been said.
    Held,
}

/// Asks the calendar about `page`, whose period is `period` with all placeholders filled.
pub(super) fn ask<'v>(diag: &mut Diagnostics, input: &Input<'v>, page: &Page, period: &str) -> Word<'v> {
    let Some(wanted) = &page.syntax.front.release else { return Word::Out(None) };
    let gate = input.calendar.gate(&wanted.series, period, input.today);
    let series = input.calendar.series.get(wanted.series.as_str());
    match (gate, series) {
        (Gate::Out(release), Some(series)) => Word::Out(Some(Standing { series, release: Some(release) })),
        (Gate::BeforeCalendar | Gate::Follows, Some(series)) => Word::Out(Some(Standing { series, release: None })),
        (Gate::Early(release), Some(series)) if input.drafts => Word::Out(Some(Standing { series, release: Some(release) })),
        (Gate::Early(_), _) => Word::Held,
        _ => {
            let complaint = Diagnostic::new(Code::UNKNOWN_RELEASE, page.syntax.key_place("release"))
                .with("series", wanted.series.clone())
                .with("period", period.to_owned());
            let known = input.calendar.series.keys().map(|code| &**code);
            diag.push(match nearest(&wanted.series, known).filter(|_| series.is_none()) {
                Some(near) => complaint.with("nearest", near.to_owned()).hint("series"),
                None => complaint,
            });
            Word::Held
        }
    }
}

/// The address of the edition after `corrections` corrections: the first one's is the page's own and stays so for ever.
pub(super) fn edition(address: &str, corrections: usize) -> String {
    if corrections == 0 { address.to_owned() } else { format!("{address}duzeltme-{corrections}/") }
}

/// Complains about releases whose day has passed and that no page of this site is.
pub(super) fn complain_about_late(diag: &mut Diagnostics, input: &Input<'_>, instances: &[Instance<'_>]) {
    let out = out(instances);
    for (code, periods) in &out {
        let Some(series) = input.calendar.series.get(*code) else { continue };
        for release in series.releases.iter().filter(|r| r.day() <= input.today && !periods.contains_key(r.period.as_str())) {
            let complaint = Diagnostic::new(Code::LATE_RELEASE, release.place.clone());
            diag.push(complaint.with("period", release.period.clone()).with("planned", release.planned.to_string()));
        }
    }
}

/// The addresses of the releases that are out, by series and period. A series that pages name is there even when none is.
fn out<'i>(instances: &'i [Instance<'_>]) -> BTreeMap<&'i str, BTreeMap<&'i str, &'i str>> {
    let mut out: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    for instance in instances {
        if let Some(standing) = &instance.standing {
            let periods = out.entry(&*standing.series.code).or_default();
            if let Some(release) = standing.release {
                periods.insert(&release.period, &instance.address);
            }
        }
    }
    out
}

/// The text of a page with what the calendar has to say about it.
pub(super) fn framed(desk: &Desk<'_>, instance: &Instance<'_>, prose: Prose<Shown>) -> Prose<Shown> {
    let Some(standing) = &instance.standing else { return prose };
    let mut text = Text::of(&prose);
    let say = Say { tongue: desk.input.tongue, language: instance.page.language };
    let mut notices = Vec::new();
    if let Some(release) = standing.release {
        let corrections: Vec<&Correction> = release.corrections_on(desk.input.today).collect();
        for (number, correction) in corrections.iter().enumerate().rev() {
            let before = text.link(&edition(&instance.first_address(), number), &say.word("release_before"));
            let said = say.filled("release_correction", &[("date", &say.long(correction.date))]);
            let words = format!("{said} {} ", say.turkish(correction.reason.trim()));
            notices.push(notice(Alert::Important, vec![Inline::Text(words.into()), before, Inline::Text(".".into())]));
        }
        if let (Some(moved), Some(reason)) = (release.moved.filter(|day| *day > release.planned), &release.reason) {
            let days = [("planned", &*say.long(release.planned)), ("moved", &*say.long(moved))];
            let words = format!("{} {}", say.filled("release_late", &days), say.turkish(reason.trim()));
            notices.push(notice(Alert::Note, vec![Inline::Text(words.into())]));
        }
    }
    let follows = instance.page.syntax.front.release.as_ref().is_some_and(|r| r.period.is_empty());
    let revisions = follows.then(|| Block::Paragraph(vec![Inline::Text(revisions(say, desk.input, standing.series).into())]));
    let next = standing.series.next(desk.input.today).map(|next| {
        let parts = [("period", &*say.period(&next.period)), ("date", &*say.long(next.day()))];
        let mut words = vec![Inline::Text(say.filled("release_next", &parts).into())];
        if let Some(page) = desk.calendar_page.as_deref() {
            words.push(Inline::Text(" ".into()));
            words.push(text.link(page, &say.word("release_calendar")));
        }
        Block::Paragraph(words)
    });
    let body = std::mem::take(&mut text.blocks);
    // Footnotes stay at the end.
    let notes = body.iter().position(|b| matches!(b, Block::Footnotes(_))).unwrap_or(body.len());
    let (body, notes) = body.split_at(notes);
    text.blocks =
        notices.into_iter().chain(body.iter().cloned()).chain(revisions).chain(next).chain(notes.iter().cloned()).collect();
    text.finish()
}

/// What was corrected in a series so far.
fn revisions(say: Say<'_>, input: &Input<'_>, series: &Series) -> String {
    let corrected = series.releases.iter().flat_map(|r| r.corrections_on(input.today).map(move |c| (r, c)));
    let said: Vec<String> = corrected
        .map(|(r, c)| format!("{}, {}: {}", say.long(c.date), say.period(&r.period), say.turkish(c.reason.trim())))
        .collect();
    if said.is_empty() {
        say.word("release_no_corrections")
    } else {
        format!("{} {}", say.word("release_corrections"), said.join(" "))
    }
}

/// The editions before the last one, each at its address: a dated notice, and the files as they were published.
pub(super) fn earlier_editions<A: Audience>(desk: &Desk<'_>, instance: &Instance<'_>, page: &PageDoc) -> Vec<Document<A>> {
    let Some(release) = instance.standing.and_then(|s| s.release) else { return Vec::new() };
    let corrections: Vec<&Correction> = release.corrections_on(desk.input.today).collect();
    let say = Say { tongue: desk.input.tongue, language: instance.page.language };
    let mut documents = Vec::new();
    for (number, correction) in corrections.iter().enumerate() {
        let address = edition(&instance.first_address(), number);
        let mut text = Text::default();
        let new = text.link(&instance.address, &say.word("release_new"));
        let said = say.filled("release_old", &[("date", &say.long(correction.date))]);
        let words = format!("{said} {} ", say.turkish(correction.reason.trim()));
        text.blocks.push(notice(Alert::Warning, vec![Inline::Text(words.into()), new, Inline::Text(".".into())]));
        text.blocks.push(Block::Paragraph(vec![Inline::Text(say.word("release_old_files").into())]));
        let mut items: Vec<Item> = Vec::new();
        for file in &correction.kept {
            let name = file.rsplit('/').next().unwrap_or_default();
            documents.push(Document::new(inside(&format!("{address}{name}")), Body::Asset(Arc::clone(file))));
            items.push(vec![Block::Plain(vec![text.link(&format!("{address}{name}"), name)])].into());
        }
        text.blocks.push(Block::List { start: None, items });
        let first = number.checked_sub(1).map_or(release.day(), |before| corrections[before].date);
        let title = say.filled("release_old_title", &[("title", &page.title)]);
        // Neither listed nor indexed: who searches should find the corrected numbers.
        let old = PageDoc {
            summary: page.summary.clone(),
            language: language::without_siblings(desk, page.language.code),
            kind: page.kind.clone(),
            breadcrumbs: page.breadcrumbs.clone(),
            date: Some(desk.input.tongue.date(say.language, first)),
            updated: Some(desk.input.tongue.date(say.language, correction.date)),
            unit: page.unit.clone(),
            sources: page.sources.clone(),
            synthetic: page.synthetic,
            nav_active: page.nav_active,
            prose: text.finish(),
            ..list::bare("page", title, address.clone(), desk, None)
        };
        documents.push(Document::new(file_of(&address), Body::Page(Box::new(old))));
    }
    documents
}

/// The calendar as a text: what is to come, then what came.
pub(super) fn listed(
    input: &Input<'_>,
    instances: &[Instance<'_>],
    audience: &str,
    language: Language,
    prose: Prose<Shown>,
) -> Prose<Shown> {
    let say = Say { tongue: input.tongue, language };
    let out = out(instances);
    let shown = |series: &&Series| audience != "public" || !series.internal;
    let mut all: Vec<(&Series, &Release)> =
        input.calendar.series.values().filter(shown).flat_map(|s| s.releases.iter().map(move |r| (s, r))).collect();
    all.sort_by_key(|(s, r)| (r.day(), Arc::clone(&s.code)));
    let (mut past, next): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, r)| r.day() <= input.today);
    past.reverse();
    let mut text = Text::of(&prose);
    for (id, title, releases) in [("gelecek-yayinlar", "release_coming", next), ("cikan-yayinlar", "release_past", past)] {
        text.heading(id, &say.word(title));
        if releases.is_empty() {
            text.blocks.push(Block::Paragraph(vec![Inline::Text(say.word("release_none").into())]));
            continue;
        }
        let rows = releases.into_iter().map(|(series, release)| {
            let standing = out.get(&*series.code).map(|periods| periods.get(release.period.as_str()).copied());
            row(&mut text, say, input, series, release, standing)
        });
        let rows: Vec<Vec<Vec<Inline>>> = rows.collect();
        let head = ["release_day", "release_what", "release_period", "release_state"]
            .map(|key| vec![Inline::Text(say.word(key).into())])
            .to_vec();
        text.blocks.push(Block::Table(Box::new(TextTable { align: vec![Align::Start; 4], head, rows, stacked: false })));
    }
    text.finish()
}

/// `standing`: `None` where no page here belongs to the series, `Some(None)` where none is of the period.
fn row(
    text: &mut Text,
    say: Say<'_>,
    input: &Input<'_>,
    series: &Series,
    release: &Release,
    standing: Option<Option<&str>>,
) -> Vec<Vec<Inline>> {
    let words = |words: String| Inline::Text(words.into());
    let title = match standing.flatten() {
        // The period is in the link's words too: read in a list of links, each leads to a place of its own.
        Some(address) => text.link(address, &format!("{}, {}", say.turkish(&series.title), say.period(&release.period))),
        None => words(say.turkish(&series.title)),
    };
    let late = release.moved.is_some_and(|day| day > release.planned);
    let mut state = match (release.day() <= input.today, standing) {
        (false, _) if late => say.word("release_postponed"),
        (false, _) => say.word("release_waited"),
        (true, Some(None)) => say.word("release_overdue"),
        (true, _) if late => say.word("release_out_late"),
        (true, Some(Some(_))) => say.word("release_out"),
        (true, None) => say.word("release_came"),
    };
    if late {
        state.push_str(&say.filled("release_announced", &[("date", &say.short(release.planned))]));
    }
    let without_end = |reason: &str| say.turkish(reason.trim().trim_end_matches('.'));
    state.extend(release.reason.iter().map(|reason| say.filled("release_reason", &[("reason", &without_end(reason))])));
    for correction in release.corrections_on(input.today) {
        let parts = [("date", &*say.short(correction.date)), ("reason", &*without_end(&correction.reason))];
        state.push_str(&say.filled("release_corrected", &parts));
    }
    state.push('.');
    let mut about = vec![title];
    if let Some(unit) = series.unit.as_ref().and_then(|unit| input.units.get(unit)) {
        about.push(words(format!(" ({})", say.turkish(unit))));
    }
    vec![vec![words(say.short(release.day()))], about, vec![words(say.period(&release.period))], vec![words(state)]]
}

/// What is said on a page in one language. Reasons, titles and units are the editors' and stay in Turkish, marked as such.
#[derive(Clone, Copy)]
struct Say<'v> {
    tongue: Tongue<'v>,
    language: Language,
}

impl Say<'_> {
    fn word(self, key: &'static str) -> String {
        self.tongue.say(self.language, key)
    }

    fn filled(self, key: &'static str, parts: &[(&str, &str)]) -> String {
        let parts: Vec<(&str, Part<'_>)> = parts.iter().map(|(name, text)| (*name, (*text).into())).collect();
        self.tongue.fill(self.language, key, &parts)
    }

    fn turkish(self, text: &str) -> String {
        self.tongue.turkish(self.language, text)
    }

    fn long(self, day: Date) -> String {
        self.tongue.date(self.language, day).long
    }

    fn short(self, day: Date) -> String {
        self.tongue.date(self.language, day).short
    }

    fn period(self, period: &str) -> String {
        self.tongue.period(self.language, period)
    }
}

fn notice(alert: Alert, words: Vec<Inline>) -> Block {
    Block::Quote { alert: Some(alert), blocks: vec![Block::Paragraph(words)] }
}

/// A text that is being put together.
#[derive(Default)]
struct Text {
    blocks: Vec<Block>,
    links: Vec<Shown>,
    anchors: BTreeSet<String>,
}

impl Text {
    fn of(prose: &Prose<Shown>) -> Text {
        let anchors = prose.anchors().into_iter().map(str::to_owned).collect();
        Text { blocks: prose.blocks.to_vec(), links: prose.links.to_vec(), anchors }
    }

    fn link(&mut self, url: &str, words: &str) -> Inline {
        self.links.push(Shown::Href { url: url.into(), external: false });
        let link = LinkId(self.links.len() as u32 - 1);
        Inline::Link { link, content: vec![Inline::Text(words.into())] }
    }

    /// A heading, whose anchor gets a number where the author has one of that name.
    fn heading(&mut self, id: &str, title: &str) {
        let mut own = id.to_owned();
        while !self.anchors.insert(own.clone()) {
            own.push_str("-2");
        }
        let content = vec![Inline::Text(title.into())];
        self.blocks.push(Block::Heading(crate::prose::Heading { level: 2, id: own.into(), content, line: 0 }));
    }

    fn finish(self) -> Prose<Shown> {
        Prose { blocks: self.blocks.into(), links: self.links.into() }
    }
}
