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
        let mut body = String::new();
        if !self.complaints.is_empty() {
            body.push_str(&format!("<section><h2>{}</h2>\n{}</section>\n", say("cli-desk-complaints"), self.complaints));
        }
        for (id, entries) in [
            ("cli-desk-review", &list.review),
            ("cli-desk-drafts", &list.drafts),
            ("cli-desk-scheduled", &list.scheduled),
            ("cli-desk-expired", &list.expired),
            ("cli-desk-orphans", &list.orphans),
        ] {
            body.push_str(&self.section(id, entries));
        }
        body.push_str(&self.broken());
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n</head>\n<body class=\"masa\">\n<header><h1>{title}</h1>\n\
             <p>{about}</p>\n<p><a href=\"/\">{home}</a></p></header>\n<main>\n{body}</main>\n\
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
        let rows = match count {
            0 => format!("<p class=\"bos\">{}</p>\n", escape(&self.words.say("cli-desk-nothing", &[]))),
            _ => format!("<ul>\n{rows}</ul>\n"),
        };
        format!("<section><h2>{head} <span>{count}</span></h2>\n{about}{rows}</section>\n")
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

    fn broken(&self) -> String {
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
        let id = if self.checked.is_empty() { "cli-desk-links-never" } else { "cli-desk-links" };
        self.framed(id, mentions.len(), &rows)
    }

    fn day(&self, day: Date) -> String {
        match self.words.lang() {
            Lang::Tr => date::long(day),
            Lang::En => day.to_string(),
        }
    }
}
