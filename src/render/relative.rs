//! Pages that are opened from a folder instead of a server: addresses from the root become addresses from the page, and
//! folders become the page in them. For reports, which lie on a share or are sent away.

/// The HTML of the page at `path` with every `href="/…"` and `src="/…"` seen from that page. `home` is the folder that
/// holds everything the page needs and may be sent alone: what lies in `varlik/` is looked for there.
pub fn relative(html: &str, path: &str, home: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    // A quotation mark in text is escaped, so that these letters stand only where an attribute begins.
    while let Some(at) = next(rest) {
        let (before, after) = rest.split_at(at);
        let Some(end) = after.find('"') else { break };
        out.push_str(before);
        push_target(&mut out, &after[..end], path, home);
        rest = &after[end..];
    }
    out.push_str(rest);
    out
}

/// Where the next address from the root begins.
fn next(html: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let at = from + html[from..].find("=\"/")?;
        let start = at + 2;
        let name = &html[..at];
        if (name.ends_with(" href") || name.ends_with(" src")) && !html[start..].starts_with("//") {
            return Some(start);
        }
        from = start;
    }
}

fn push_target(out: &mut String, target: &str, path: &str, home: &str) {
    let (address, anchor) = target.find(['#', '?']).map_or((target, ""), |at| target.split_at(at));
    let inside = address.trim_start_matches('/');
    let mut file = match inside.strip_prefix("varlik/") {
        Some(asset) if !home.is_empty() => format!("{home}/varlik/{asset}"),
        _ => inside.to_owned(),
    };
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let here: Vec<&str> = path.split('/').collect();
    let there: Vec<&str> = file.split('/').collect();
    let folders = here.len() - 1;
    let common = here[..folders].iter().zip(&there[..there.len() - 1]).take_while(|(a, b)| a == b).count();
    for _ in common..folders {
        out.push_str("../");
    }
    out.push_str(&there[common..].join("/"));
    out.push_str(anchor);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(address: &str) -> String {
        let html = relative(&format!("<a href=\"{address}\">"), "fen-isleri/2026-06/halk-masasi/index.html", "fen-isleri");
        html["<a href=\"".len()..html.len() - 2].to_owned()
    }

    #[test]
    fn addresses_from_the_root_are_seen_from_the_page() {
        assert_eq!(seen("/"), "../../../index.html");
        assert_eq!(seen("/fen-isleri/2026-06/halk-masasi/"), "index.html");
        assert_eq!(seen("/fen-isleri/2026-06/halk-masasi/rapor.pdf"), "rapor.pdf");
        assert_eq!(seen("/fen-isleri/2026-05/halk-masasi/#ozet"), "../../2026-05/halk-masasi/index.html#ozet");
        assert_eq!(seen("/zabita/2026-06/"), "../../../zabita/2026-06/index.html");
        assert_eq!(seen("/varlik/stil.0123.css"), "../../varlik/stil.0123.css");
    }

    #[test]
    fn everything_else_stays() {
        for address in ["#ozet", "https://www.ornek.bel.tr/", "//baska.org/", "rapor.pdf", "mailto:a@b.tr"] {
            assert_eq!(seen(address), address);
        }
        let text = "<p data-x=\"/a\">href=&quot;/a/&quot; <img src=\"/b.png\"></p>";
        assert_eq!(relative(text, "a/index.html", ""), "<p data-x=\"/a\">href=&quot;/a/&quot; <img src=\"../b.png\"></p>");
    }
}
