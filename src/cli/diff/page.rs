//! What of a built page its readers come for. Reads only what this program's themes write: no parser of HTML.

/// The address of the page at `path`; `None` when it is no page.
pub(super) fn address(path: &str) -> Option<String> {
    let inside = path.strip_suffix(".html")?;
    Some(match inside.strip_suffix("index") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => format!("/{folder}"),
        _ => format!("/{path}"),
    })
}

/// The page's title: its first heading, else the title of the document.
pub(super) fn title(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    let found = ["h1", "title"].iter().find_map(|name| element(&html, name)).unwrap_or_default();
    let plain = plain(found);
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in `<main>`: the rest is the theme's, the same on every page. All of it where there is no `<main>`.
pub(super) fn text(html: &[u8]) -> String {
    let html = String::from_utf8_lossy(html);
    element(&html, "main").unwrap_or(&html).to_owned()
}

fn element<'h>(html: &'h str, name: &str) -> Option<&'h str> {
    let open = format!("<{name}");
    let rest =
        html.match_indices(&open).map(|(at, _)| &html[at + open.len()..]).find(|rest| rest.starts_with([' ', '>', '\n']))?;
    let (_, inside) = rest.split_once('>')?;
    inside.split_once(&format!("</{name}>")).map(|(inside, _)| inside)
}

/// The words without their marks.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((words, after)) = rest.split_once('<') {
        out.push_str(words);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    let known =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    known.iter().fold(out, |text, (written, meant)| text.replace(written, meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_an_address_and_a_title() {
        assert_eq!(address("index.html").as_deref(), Some("/"));
        assert_eq!(address("duyurular/su/index.html").as_deref(), Some("/duyurular/su/"));
        assert_eq!(address("404.html").as_deref(), Some("/404.html"));
        assert_eq!(address("veri/a.json"), None);
        assert_eq!(title(b"<title>A - Site</title><h1 class=x>Su &amp; <em>yol</em>\n kesintisi</h1>"), "Su & yol kesintisi");
        assert_eq!(title(b"<title>Su</title>"), "Su");
        assert_eq!(text(b"<nav>1</nav><main id=m>a</main>"), text(b"<nav>2</nav><main id=m>a</main>"));
    }
}
