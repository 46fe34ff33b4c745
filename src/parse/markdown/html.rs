//! HTML inside Markdown: blocks are sanitised, tags inside a line are not taken (Markdown can say what they say).

use std::sync::LazyLock;

use ammonia::Builder;

/// What is left of a block of HTML.
pub(super) struct Clean {
    /// The sanitised HTML.
    pub html: String,
    /// True when something was taken out.
    pub removed: bool,
}

/// Blocks may hold text, lists, tables, details and links; no style, script, frame, form, event or foreign picture.
static SANITISER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    builder
        .link_rel(Some("noopener external"))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .add_tags(["details", "summary", "section", "figure", "figcaption"])
        .rm_tags(["img", "center", "strike", "tt", "acronym", "big"])
        .strip_comments(true);
    builder
});

/// Sanitises a block. Comments go silently: they are the author's notes.
pub(super) fn clean(raw: &str) -> Clean {
    let html = SANITISER.clean(raw).to_string();
    let removed = tags(raw) != tags(&html);
    Clean { html, removed }
}

/// The names and lengths of the tags, comments left out: enough to see that something is missing.
fn tags(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let end = rest.find('>').unwrap_or(rest.len());
        let tag = rest[..end].trim_end_matches('/').trim();
        let attributes = tag.matches('=').count() - tag.matches("rel=").count();
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect();
        // Closing tags may be added or dropped by the sanitiser without any loss.
        if !name.is_empty() {
            found.push(format!("{name}:{attributes}"));
        }
        rest = &rest[end..];
    }
    // A parser inserts `tbody`; that is no loss either.
    found.retain(|t| !t.starts_with("tbody"));
    found
}

/// What a tag inside a line means.
pub(super) enum InlineTag {
    /// A wanted line end.
    Break,
    /// A comment.
    Nothing,
    /// Anything else: taken out, its words stay.
    Removed,
}

/// Reads a tag inside a line.
pub(super) fn inline(tag: &str) -> InlineTag {
    let name: String = tag.trim_start_matches('<').chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
    if tag.starts_with("<!--") {
        InlineTag::Nothing
    } else if name.eq_ignore_ascii_case("br") {
        InlineTag::Break
    } else {
        InlineTag::Removed
    }
}
