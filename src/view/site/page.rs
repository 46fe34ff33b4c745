//! One page's documents: the page itself, the further pages of its list, and its report files.

use std::sync::Arc;

use super::instance::Instance;
use super::{
    Desk, diary, duties, error, file_of, home, language, list, map, meta, open_data, prose, regulation, release, report,
};
use crate::diag::Diagnostics;
use crate::model::calendar::Release;
use crate::parse::page::Format;
use crate::prose::Prose;
use crate::turkish;
use crate::view::{Audience, Body, Document, DownloadDoc, EventDoc, FindingDoc, LinkDoc, PageDoc, ServiceDoc, Shown, TaskDoc};

/// Everything that comes of one page.
pub(super) fn documents<A: Audience>(
    diag: &mut Diagnostics,
    desk: &Desk<'_>,
    instances: &[Instance<'_>],
    instance: &Instance<'_>,
) -> Vec<Document<A>> {
    let mut page = compose(diag, desk, instance);
    if instance.page.syntax.front.calendar {
        page.prose = release::listed(desk.input, instances, desk.audience, page.language.code, std::mem::take(&mut page.prose));
    }
    let front = &instance.page.syntax.front;
    let mut documents = release::earlier_editions(desk, instance, &page);
    // Paper is set in Turkish.
    if !front.formats.is_empty() && instance.page.language.is_turkish() {
        let report = report::of(desk, instance, &page);
        const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        for (format, name, mime, body) in [
            (Format::Pdf, "PDF", "application/pdf", Body::Pdf as fn(_) -> Body),
            (Format::Xlsx, "XLSX", XLSX, Body::Xlsx as fn(_) -> Body),
        ] {
            if front.formats.contains(&format) {
                let file = report::file_name(&instance.address, name);
                let url = format!("{}{file}", instance.address);
                page.downloads.push(DownloadDoc { format: name, mime, url, size: None });
                documents.push(Document::new(format!("{}{file}", super::inside(&instance.address)), body(Arc::clone(&report))));
            }
        }
    }
    documents.extend(regulation::files(desk, instance, &mut page));
    documents.extend(diary::file(desk, instance, &mut page));
    if let Some(file) = error::file_of(&instance.address) {
        page.template = "error";
        page.indexed = false;
        documents.push(Document::new(file, Body::Page(Box::new(page))));
        return documents;
    }
    documents.extend(list::further_pages(desk, instance, &page));
    documents.push(Document::new(file_of(&instance.address), Body::Page(Box::new(page))));
    documents
}

fn compose(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>) -> PageDoc {
    let source = instance.page;
    let front = &source.syntax.front;
    let prose = duties::shown(desk, instance, prose::shown(diag, desk, instance));
    let prose = map::shown(desk, instance, release::framed(desk, instance, prose));
    let sources = meta::sources(desk, source);
    let section = list::section_of(desk, instance);
    let release = instance.standing.and_then(|s| s.release);
    let first_out = release.map(Release::day);
    let corrected = release.and_then(|r| r.corrections_on(desk.input.today).last()).map(|c| c.date);
    let date = |day| desk.input.tongue.date(source.language, day);
    let (template, list, groups) = match section {
        Some(section) if desk.homes.iter().any(|(_, home)| **home == *section.url) => ("home", None, home::groups(desk, section)),
        Some(section) => ("section", list::first_page(desk, section), list::row_groups(desk, section)),
        None => ("page", None, Vec::new()),
    };
    let is_home = template == "home";
    PageDoc {
        template,
        title: instance.filled(&front.title),
        summary: front.summary.as_deref().map(|s| instance.filled(s)),
        url: instance.address.to_string(),
        language: language::of(desk, instance),
        audience: desk.audience,
        kind: source.kind.as_deref().map(|kind| desk.input.tongue.kind(source.language, kind)),
        breadcrumbs: meta::breadcrumbs(desk, source, instance.index),
        date: first_out.or(front.date.map(|d| d.0)).map(date),
        updated: corrected.or(front.updated.map(|d| d.0)).or(first_out).or(front.date.map(|d| d.0)).map(date),
        unit: meta::unit(desk, source),
        synthetic: sources.iter().any(|s| s.synthetic),
        sources,
        tags: tags(desk, instance),
        contents: match (
            section,
            front.regulation.as_ref().or(front.duties.as_ref()).or(front.expression.as_ref().map(|shown| &shown.0)),
        ) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(meta::depth_of_regulation(&prose)),
            (None, None) => meta::depth(&prose),
        },
        list,
        latest: if is_home { home::latest(&groups) } else { Vec::new() },
        upcoming: if is_home { home::upcoming(desk, source.language) } else { Vec::new() },
        groups,
        tasks: tasks(instance, &prose),
        downloads: Vec::new(),
        regulation: front.duties.is_some(),
        event: front.event.as_deref().and_then(|event| EventDoc::of(event, desk.input.tongue, source.language)).map(Box::new),
        diary: None,
        data: front.catalogue.then(|| Box::new(open_data::list(&desk.catalogue))),
        service: front
            .service
            .as_deref()
            .and_then(|code| desk.input.services.get(code))
            .and_then(|service| ServiceDoc::of(service, desk.input.tongue, source.language))
            .map(Box::new),
        feed: section.filter(|s| s.feed).map(|s| LinkDoc { title: front.title.clone(), url: format!("{}atom.xml", s.url) }),
        card: None,
        schema: schema(source.kind.as_deref(), front.date.is_some()),
        indexed: desk.audience == "public" && !front.unlisted,
        finding: FindingDoc {
            keywords: front.keywords.clone(),
            entry: front.entry || front.each.is_some(),
            by_title: front.sitemap,
            no_letter: front.letters == Some(false),
        },
        nav_active: meta::nav_active(
            desk,
            &source
                .original
                .and_then(|page| desk.page(page).address.fixed().cloned())
                .unwrap_or_else(|| Arc::clone(&instance.address)),
        ),
        prose,
    }
}

/// The links of the tasks are the last of the page's own.
fn tasks(instance: &Instance<'_>, prose: &Prose<Shown>) -> Vec<TaskDoc> {
    let tasks = &instance.page.syntax.front.tasks;
    let shown = tasks.iter().filter_map(|task| {
        let Shown::Href { url, external } = prose.link(task.link) else { return None };
        let (title, icon) = (instance.filled(&task.title), task.icon.value.clone());
        Some(TaskDoc { title, note: task.note.clone(), url: Arc::clone(url), external: *external, icon })
    });
    shown.collect()
}

/// The type of schema.org that a page is about; what has a page of its own kind says so by itself.
fn schema(kind: Option<&str>, dated: bool) -> Option<&'static str> {
    matches!(kind, Some("haber" | "duyuru") if dated).then_some("NewsArticle")
}

fn tags(desk: &Desk<'_>, instance: &Instance<'_>) -> Vec<LinkDoc> {
    let site = desk.input.site;
    let own = instance.page.language == site.language;
    let has_lists = own && site.taxonomies.contains(&crate::parse::site::Taxonomy::Etiket);
    let url = |tag: &str| if has_lists { format!("/etiket/{}/", turkish::slug(tag)) } else { String::new() };
    instance.page.syntax.front.tags.iter().map(|tag| LinkDoc { title: tag.clone(), url: url(tag) }).collect()
}
