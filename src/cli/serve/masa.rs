//! The desk (masa): a page of the preview with what editors have to look at. Never part of a built site.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::complaint::escape;
use super::inject::{SCRIPT_PATH, STYLE_PATH};
use crate::cli::links::Checked;
use crate::diag::{Lang, Words};
use crate::model::worklist::{Entry, Worklist};
use crate::turkish::date;

/// Where the desk stands.
pub(super) const PATH: &str = "/_masa/";

/// The list of broken addresses elsewhere, before any was looked at.
const NEVER: &str = "cli-desk-links-never";

/// What the page is made from.
pub(super) struct Desk<'d> {
    /// The lists.
    pub worklist: &'d Worklist,
    /// The folder of the pages that the preview shows: `content/public/`.
    pub folder: &'d str,
    /// The complaints that stop nothing, as HTML.
    pub complaints: &'d str,
    /// What the last check of addresses elsewhere said.
    pub checked: &'d BTreeMap<String, Checked>,
    /// The day of the build.
    pub today: Date,
    /// The version of the preview.
    pub version: &'d str,
    pub words: &'d Words,
}

impl Desk<'_> {
    /// The page.
    pub fn html(&self) -> String {
        let words = self.words;
        let say = |id: &str| escape(&words.say(id, &[]));
        let lang = if words.lang() == Lang::Tr { "tr" } else { "en" };
        let list = self.worklist;
        // What there is, first, in one line; then the lists that hold something; then what stops nothing, folded.
        let (mut counts, mut body) = (String::new(), String::new());
        let mut part = |id: &str, count: usize, html: String| {
            let head = say(id);
            match count {
                0 => {
                    // That addresses elsewhere were never looked at is no good news.
                    let about = self.words.attribute(id, "about", &[]).filter(|_| id == NEVER).map(|about| escape(&about));
                    counts.push_str(&format!("<li>{head} <span>0</span> {}</li>\n", about.unwrap_or_default()));
                }
                _ => counts.push_str(&format!("<li><a href=\"#{id}\">{head}</a> <span>{count}</span></li>\n")),
            }
            body.push_str(if count == 0 { "" } else { &html });
        };
        for (id, entries) in [
            ("cli-desk-review", &list.review),
            ("cli-desk-drafts", &list.drafts),
            ("cli-desk-scheduled", &list.scheduled),
            ("cli-desk-expired", &list.expired),
            ("cli-desk-orphans", &list.orphans),
        ] {
            part(id, entries.len(), self.section(id, entries));
        }
        let (id, count, html) = self.broken();
        part(id, count, html);
        let notes = format!(
            "<details id=\"cli-desk-complaints\"><summary>{}</summary>\n{}</details>\n",
            say("cli-desk-complaints"),
            self.complaints
        );
        part("cli-desk-complaints", self.complaints.matches("<p class=\"yer\">").count(), notes);
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n<body class=\"masa\">\n<header><h1>{title}</h1>\n\
             <p>{about}</p>\n<p><a href=\"/\">{home}</a></p></header>\n<main>\n<ul class=\"sayilar\">\n{counts}</ul>\n{body}</main>\n\
             <script src=\"{SCRIPT_PATH}\" data-version=\"{version}\"></script>\n</body>\n</html>\n",
            title = say("cli-desk"),
            about = say("cli-desk-about"),
            home = say("cli-desk-home"),
            version = escape(self.version),
        )
    }

    fn section(&self, id: &str, entries: &[Entry]) -> String {
        let rows: String = entries.iter().map(|entry| self.row(entry, id == "cli-desk-review")).collect();
        self.framed(id, entries.len(), &rows)
    }

    fn framed(&self, id: &str, count: usize, rows: &str) -> String {
        let head = escape(&self.words.say(id, &[]));
        let about =
            self.words.attribute(id, "about", &[]).map(|about| format!("<p>{}</p>\n", escape(&about))).unwrap_or_default();
        format!("<section id=\"{id}\"><h2>{head} <span>{count}</span></h2>\n{about}<ul>\n{rows}</ul>\n</section>\n")
    }

    fn row(&self, entry: &Entry, due: bool) -> String {
        let title = escape(&entry.title);
        // The preview shows one site, and only its pages can be opened here.
        let title = match entry.url.as_ref().filter(|_| entry.file.starts_with(self.folder)) {
            Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
            None => title,
        };
        let late = due && entry.day.is_some_and(|day| day < self.today);
        let day = entry.day.map(|day| {
            let late = if late { format!(" · <b>{}</b>", escape(&self.words.say("cli-desk-late", &[]))) } else { String::new() };
            format!(" <time datetime=\"{day}\">{}</time>{late}", escape(&self.day(day)))
        });
        format!("<li>{title}{}<br><code>{}</code></li>\n", day.unwrap_or_default(), escape(&entry.file))
    }

    fn broken(&self) -> (&'static str, usize, String) {
        let broken = |url: &str| self.checked.get(url).filter(|checked| checked.is_broken());
        let mentions: Vec<_> = self.worklist.elsewhere.iter().filter_map(|m| Some((m, broken(&m.url)?))).collect();
        let rows: String = mentions
            .iter()
            .map(|(mention, checked)| {
                format!(
                    "<li><span class=\"adres\">{}</span> · {} <time datetime=\"{}\">{}</time><br><code>{}:{}</code></li>\n",
                    escape(&mention.url),
                    escape(&checked.words(self.words)),
                    checked.day,
                    escape(&self.day(checked.day)),
                    escape(&mention.file),
                    mention.line
                )
            })
            .collect();
        let id = if self.checked.is_empty() { NEVER } else { "cli-desk-links" };
        (id, mentions.len(), self.framed(id, mentions.len(), &rows))
    }

    fn day(&self, day: Date) -> String {
        match self.words.lang() {
            Lang::Tr => date::long(day),
            Lang::En => day.to_string(),
        }
    }
}
