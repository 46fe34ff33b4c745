//! Prose into HTML. Not a page: the frame around it is the theme's (`theme`), figures are set by `figure`. Names made
//! here (`dipnot_1`) hold an underscore, which no heading's anchor does, so the two never collide.

mod clause;
mod footnote;
mod needs;
mod picture;
mod table;

use std::borrow::Cow;

pub use needs::Needs;

use super::escape::escape;
use super::figure;
use super::words::Words;
use crate::prose::{Alert, Block, Heading, Inline, Item, LinkId, Prose, plain_text};
use crate::view::{PictureDoc, Shown};

/// Appends `prose` as HTML, with `words` in its language, and says what it needs to look right; figures are Turkish, and so are
/// their words. The page's own title is its `<h1>` and not part of the prose.
pub fn prose(out: &mut String, words: &Words, turkish: &Words, prose: &Prose<Shown>) -> Needs {
    let mut writer = Writer {
        out,
        words,
        turkish,
        prose,
        heading: "",
        headings: String::new(),
        labels: Vec::new(),
        tables: 0,
        figures: Vec::new(),
        pictures: 0,
        references: Vec::new(),
        needs: Needs::default(),
    };
    writer.blocks(&prose.blocks);
    writer.needs
}

/// Appends to one `String`, because this runs once for each of ten thousand pages.
struct Writer<'a> {
    out: &'a mut String,
    words: &'a Words,
    turkish: &'a Words,
    prose: &'a Prose<Shown>,
    /// Id of the heading that the text being written stands under.
    heading: &'a str,
    /// The words of that heading, to name tables by.
    headings: String,
    /// The labels of the items around, from the outside in.
    labels: Vec<Cow<'a, str>>,
    /// How many tables there were.
    tables: u32,
    /// Ids of the figures already shown, because one figure may be shown twice.
    figures: Vec<&'a str>,
    /// How many pictures there were.
    pictures: u32,
    /// For each footnote, how often it was referred to.
    references: Vec<u32>,
    /// What was written that not every page has.
    needs: Needs,
}

impl<'a> Writer<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block) {
        self.needs.see(block);
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(content) => self.wrapped("<p>", content, "</p>\n"),
            Block::Plain(content) => self.inlines(content),
            Block::List { start, items } => self.list(*start, items),
            Block::Quote { alert: None, blocks } => {
                self.push("<blockquote>\n");
                self.blocks(blocks);
                self.push("</blockquote>\n");
            }
            Block::Quote { alert: Some(alert), blocks } => self.alert(*alert, blocks),
            Block::Code { language, text } => self.code(language, text),
            Block::Table(table) => self.table(table),
            Block::Rule => self.push("<hr>\n"),
            Block::Figure { link, caption } => self.figure(*link, caption),
            Block::Picture { link, alt, caption } => self.picture_block(*link, alt, caption.as_deref()),
            Block::Definitions(entries) => self.definitions(entries),
            Block::Footnotes(notes) => self.footnotes(notes),
            Block::Anchor(id) => {
                self.push("<span id=\"");
                self.escaped(id);
                self.push("\"></span>");
            }
            Block::Html(html) => {
                self.push(html);
                self.push("\n");
            }
        }
    }

    /// The link stands beside the heading, not in it, so that the heading's own name is only its words.
    fn heading(&mut self, heading: &'a Heading) {
        const OPEN: [&str; 6] = ["<h1 id=\"", "<h2 id=\"", "<h3 id=\"", "<h4 id=\"", "<h5 id=\"", "<h6 id=\""];
        const CLOSE: [&str; 6] = ["</h1>", "</h2>", "</h3>", "</h4>", "</h5>", "</h6>"];
        let level = usize::from(heading.level.clamp(1, 6)) - 1;
        self.headings = plain_text(&heading.content);
        self.heading = &heading.id;
        self.push("<div class=\"bas\">");
        self.push(OPEN[level]);
        self.escaped(&heading.id);
        self.push("\">");
        self.inlines(&heading.content);
        self.push(CLOSE[level]);
        self.push("<a class=\"capa\" href=\"#");
        self.escaped(&heading.id);
        self.push("\" aria-label=\"");
        self.push(&self.words.heading_link);
        self.push(": ");
        escape(self.out, &self.headings);
        self.push("\">#</a></div>\n");
    }

    fn list(&mut self, start: Option<u64>, items: &'a [Item]) {
        let tasks = has_tasks(items);
        match start {
            None if items.iter().any(|item| item.anchor.is_some()) => self.push("<ul class=\"hukumler\">\n"),
            None if tasks => self.push("<ul class=\"gorevler\">\n"),
            None => self.push("<ul>\n"),
            Some(1) => self.push("<ol>\n"),
            Some(first) => {
                self.push("<ol start=\"");
                self.number(first);
                self.push("\">\n");
            }
        }
        for item in items {
            self.item(item);
        }
        self.push(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    /// An item with its printed label. Where it has an anchor its label is the link to it; where nothing is printed, a sign at
    /// the end of its own words is, before what is within it.
    fn item(&mut self, item: &'a Item) {
        let spoken = || item.anchor.as_deref().map_or(Cow::Borrowed(""), clause::spoken);
        self.labels.push(item.label.as_deref().map_or_else(spoken, Cow::Borrowed));
        match &item.anchor {
            Some(anchor) => {
                self.push("<li id=\"");
                self.escaped(anchor);
                self.push("\">");
            }
            None => self.push("<li>"),
        }
        match (&item.label, &item.anchor) {
            (Some(label), Some(anchor)) => {
                self.clause_link("etiket", anchor, label);
                self.push(" ");
            }
            (Some(label), None) => {
                self.push("<span class=\"etiket\">");
                self.escaped(label);
                self.push("</span> ");
            }
            (None, _) => {}
        }
        let own = item.blocks.iter().position(|b| matches!(b, Block::Plain(_))).map_or(0, |at| at + 1);
        self.blocks(&item.blocks[..own]);
        if let (None, Some(anchor)) = (&item.label, &item.anchor) {
            self.clause_link("capa", anchor, "#");
        }
        self.blocks(&item.blocks[own..]);
        self.push("</li>\n");
        self.labels.pop();
    }

    /// A link to the clause being written: `words` are seen, its article and all labels down to it are heard. The label alone
    /// stands on a page many times: `a)` of this article, `a)` of the next.
    fn clause_link(&mut self, class: &str, anchor: &str, words: &str) {
        self.push("<a class=\"");
        self.push(class);
        self.push("\" href=\"#");
        self.escaped(anchor);
        self.push("\" aria-label=\"");
        self.push(&self.words.heading_link);
        self.push(":");
        if !self.headings.is_empty() {
            self.push(" ");
            escape(self.out, &self.headings);
        }
        for depth in 0..self.labels.len() {
            self.push(" ");
            escape(self.out, &self.labels[depth]);
        }
        self.push("\">");
        self.escaped(words);
        self.push("</a>");
    }

    fn alert(&mut self, alert: Alert, blocks: &'a [Block]) {
        let words = self.words;
        let (class, title) = match alert {
            Alert::Note => ("bilgi", &words.alert_note),
            Alert::Tip => ("oneri", &words.alert_tip),
            Alert::Important => ("onemli", &words.alert_important),
            Alert::Warning => ("uyari", &words.alert_warning),
            Alert::Caution => ("dikkat", &words.alert_caution),
        };
        self.push("<div class=\"kutu kutu-");
        self.push(class);
        self.push("\" role=\"note\"><p class=\"kutu-bas\">");
        self.push(title);
        self.push("</p>\n");
        self.blocks(blocks);
        self.push("</div>\n");
    }

    /// Focusable, because a long line scrolls and a keyboard must reach it.
    fn code(&mut self, language: &str, text: &str) {
        self.push("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.push(" class=\"dil-");
            self.escaped(language);
            self.push("\"");
        }
        self.push(">");
        self.escaped(text);
        self.push("</code></pre>\n");
    }

    fn figure(&mut self, link: LinkId, caption: &'a [Inline]) {
        let prose: &'a Prose<Shown> = self.prose;
        match prose.link(link) {
            Shown::Figure(mention, doc) => {
                let id: &'a str = &doc.id;
                let nth = self.figures.iter().filter(|seen| **seen == id).count() + 1;
                self.figures.push(id);
                let title = (!caption.is_empty()).then(|| plain_text(caption));
                self.needs.regulation |= doc.table.wordy;
                let foreign = !std::ptr::eq(self.words, self.turkish);
                self.push(if foreign { "<div lang=\"tr\">\n" } else { "" });
                figure::write(self.out, self.turkish, doc, *mention, nth, title.as_deref());
                self.push(if foreign { "</div>\n" } else { "" });
            }
            Shown::Href { url, .. } => {
                self.push("<p><a href=\"");
                self.escaped(url);
                self.wrapped("\">", caption, "</a></p>\n");
            }
            Shown::Words => self.wrapped("<p>", caption, "</p>\n"),
            Shown::Picture(doc) => self.picture(doc, &plain_text(caption)),
            Shown::Number(number) => {
                self.push("<p>");
                self.datum(&number.text, &number.value);
                self.push("</p>\n");
            }
        }
    }

    fn definitions(&mut self, entries: &'a [(Vec<Inline>, Vec<Vec<Block>>)]) {
        self.push("<dl>\n");
        for (term, definitions) in entries {
            self.wrapped("<dt>", term, "</dt>\n");
            for definition in definitions {
                self.push("<dd>");
                self.blocks(definition);
                self.push("</dd>\n");
            }
        }
        self.push("</dl>\n");
    }

    fn inlines(&mut self, content: &'a [Inline]) {
        for inline in content {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &'a Inline) {
        match inline {
            Inline::Text(text) => self.escaped(text),
            Inline::Code(text) => {
                self.needs.rich = true;
                self.push("<code>");
                self.escaped(text);
                self.push("</code>");
            }
            Inline::Emphasis(content) => self.wrapped("<em>", content, "</em>"),
            Inline::Strong(content) => self.wrapped("<strong>", content, "</strong>"),
            Inline::Strike(content) => self.wrapped("<s>", content, "</s>"),
            Inline::Inserted(content) => self.change("<ins>", &self.words.inserted, content, "</ins>"),
            Inline::Deleted(content) => self.change("<del>", &self.words.deleted, content, "</del>"),
            Inline::Foreign { language, content } => {
                self.push("<span lang=\"");
                self.push(language.as_str());
                self.wrapped("\">", content, "</span>");
            }
            Inline::Link { link, content } => self.link(*link, content),
            Inline::Image { link, alt } => match self.prose.link(*link) {
                Shown::Picture(doc) => self.picture(doc, alt),
                // Only of a page with mistakes, which nobody sees.
                Shown::Href { .. } | Shown::Words => self.escaped(alt),
                Shown::Number(number) => self.datum(&number.text, &number.value),
                // A figure stands between paragraphs, never within a line; the words stay.
                Shown::Figure(..) => self.escaped(alt),
            },
            Inline::Footnote { number, nth } => self.footnote(*number, *nth),
            Inline::Task(done) => {
                let (class, name) = match done {
                    true => ("gorev tamam", &self.words.task_done),
                    false => ("gorev", &self.words.task_open),
                };
                self.push("<span class=\"");
                self.push(class);
                self.push("\" role=\"img\" aria-label=\"");
                self.push(name);
                self.push("\"></span> ");
            }
            Inline::SoftBreak => self.push("\n"),
            Inline::HardBreak => self.push("<br>\n"),
            Inline::Html(html) => self.push(html),
        }
    }

    /// Words of one version only. Few screen readers say so by themselves.
    fn change(&mut self, open: &str, name: &str, content: &'a [Inline], close: &str) {
        self.needs.regulation = true;
        self.push(open);
        self.push("<span class=\"gizli\">");
        self.push(name);
        self.push(" </span>");
        self.inlines(content);
        self.push(close);
    }

    fn link(&mut self, link: LinkId, content: &'a [Inline]) {
        match self.prose.link(link) {
            Shown::Href { url, external } => {
                self.push("<a href=\"");
                self.escaped(url);
                if *external {
                    self.push("\" rel=\"noopener external");
                }
                self.wrapped("\">", content, "</a>");
            }
            Shown::Words => self.inlines(content),
            Shown::Number(number) => self.datum(&number.text, &number.value),
            Shown::Picture(doc) => {
                self.push("<a href=\"/");
                self.escaped(&doc.plain());
                self.wrapped("\">", content, "</a>");
            }
            Shown::Figure(_, doc) => {
                self.push("<a href=\"#");
                figure::push_id(self.out, &doc.id, 1);
                self.wrapped("\">", content, "</a>");
            }
        }
    }

    fn picture_block(&mut self, link: LinkId, alt: &str, caption: Option<&str>) {
        let prose: &'a Prose<Shown> = self.prose;
        let Shown::Picture(doc) = prose.link(link) else { return self.escaped(alt) };
        self.push("<figure class=\"resim\">");
        self.picture(doc, alt);
        if let Some(caption) = caption {
            self.push("<figcaption>");
            self.escaped(caption);
            self.push("</figcaption>");
        }
        self.push("</figure>\n");
    }

    fn picture(&mut self, doc: &PictureDoc, alt: &str) {
        picture::write(self.out, doc, alt, self.pictures == 0);
        self.pictures += 1;
    }

    fn datum(&mut self, text: &str, value: &str) {
        if value.is_empty() {
            return self.escaped(text);
        }
        self.push("<data value=\"");
        self.escaped(value);
        self.push("\">");
        self.escaped(text);
        self.push("</data>");
    }

    fn wrapped(&mut self, open: &str, content: &'a [Inline], close: &str) {
        self.push(open);
        self.inlines(content);
        self.push(close);
    }

    fn push(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn escaped(&mut self, text: &str) {
        escape(self.out, text);
    }

    fn number(&mut self, number: u64) {
        use std::fmt::Write;
        write!(self.out, "{number}").expect("a String takes whatever is written");
    }
}

/// True for a list with things to tick off.
fn has_tasks(items: &[Item]) -> bool {
    items.iter().any(|item| begins_with_task(&item.blocks))
}

fn begins_with_task(item: &[Block]) -> bool {
    matches!(item.first(), Some(Block::Plain(content) | Block::Paragraph(content)) if matches!(content.first(), Some(Inline::Task(_))))
}

#[cfg(test)]
mod tests;
