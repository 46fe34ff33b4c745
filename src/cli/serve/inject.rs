//! What a preview page has beside its own text: a script that reloads it, and the diagnostics of a broken edit.
//! Built pages never see any of it.

use super::complaint::escape;
use crate::diag::Words;

/// Where a page asks whether it is old.
pub(super) const WAIT_PATH: &str = "/_onizleme/bekle";
/// Where the script stands.
pub(super) const SCRIPT_PATH: &str = "/_onizleme/yenile.js";
/// Where the style of the diagnostics stands.
pub(super) const STYLE_PATH: &str = "/_onizleme/hata.css";

/// The script of preview pages.
pub(super) const SCRIPT: &str = include_str!("yenile.js");
/// The style of the diagnostics.
pub(super) const STYLE: &str = include_str!("hata.css");

/// `html` as a preview of `version`, with the complaint on top where there is one.
pub(super) fn preview(html: &str, version: &str, complaint: Option<&str>, words: &Words) -> String {
    let html = allow_own_scripts(html);
    let added = format!(
        "{}<script src=\"{SCRIPT_PATH}\" data-version=\"{}\"></script>\n",
        complaint.map(|c| overlay(c, "cli-serve-overlay", words)).unwrap_or_default(),
        escape(version)
    );
    // The last one: an earlier one may stand in a text about HTML.
    match html.rfind("</body>") {
        Some(at) => format!("{}{added}{}", &html[..at], &html[at..]),
        None => html + &added,
    }
}

/// The page for a repository that has never been built well.
pub(super) fn blank(version: &str, complaint: &str, words: &Words) -> String {
    let lang = if words.lang() == crate::diag::Lang::Tr { "tr" } else { "en" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n<title>{}</title>\n<body>\n{}\
         <script src=\"{SCRIPT_PATH}\" data-version=\"{}\"></script>\n</body>\n</html>\n",
        escape(&words.say("severity-error", &[])),
        overlay(complaint, "cli-serve-nothing", words),
        escape(version)
    )
}

/// `complaint` is HTML. Whoever wants to see the page below folds it.
fn overlay(complaint: &str, message: &str, words: &Words) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"{STYLE_PATH}\">\n<details id=\"onizleme-hata\" role=\"alert\" open>\n\
         <summary>{}</summary>\n{complaint}</details>\n",
        escape(&words.say(message, &[])),
    )
}

/// Lets the page's content security policy, when it has one, load and ask this very server. The rest of it stays, so
/// that what it forbids is already seen in the preview.
fn allow_own_scripts(html: &str) -> String {
    const MARK: &str = "http-equiv=\"Content-Security-Policy\" content=\"";
    let Some(start) = html.find(MARK).map(|at| at + MARK.len()) else { return html.to_owned() };
    let Some(end) = html[start..].find('"').map(|at| start + at) else { return html.to_owned() };
    let mut directives: Vec<String> =
        html[start..end].split(';').map(|d| d.trim().to_owned()).filter(|d| !d.is_empty()).collect();
    for name in ["script-src", "connect-src", "style-src"] {
        match directives.iter_mut().find(|d| d.split(' ').next() == Some(name)) {
            Some(directive) if directive.contains("'self'") => {}
            Some(directive) => *directive = format!("{} 'self'", directive.replace(" 'none'", "")),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    format!("{}{}{}", &html[..start], directives.join("; "), &html[end..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Lang;

    #[test]
    fn a_page_gets_its_script_at_the_end() {
        let html = preview("<body><code>&lt;/body></code> </body> x</body></html>", "7-1", None, &Words::new(Lang::Tr));
        assert!(html.ends_with("x<script src=\"/_onizleme/yenile.js\" data-version=\"7-1\"></script>\n</body></html>"), "{html}");
        assert!(!html.contains("onizleme-hata"));
    }

    #[test]
    fn a_complaint_stands_above_the_page_and_can_be_folded() {
        let html = preview("<body></body>", "1", Some("<ol></ol>"), &Words::new(Lang::En));
        assert!(html.contains("<details id=\"onizleme-hata\" role=\"alert\" open>\n<summary>"), "{html}");
        assert!(blank("1", "<ol></ol>", &Words::new(Lang::En)).contains("<ol></ol>"));
    }

    #[test]
    fn the_policy_is_opened_just_as_far_as_the_preview_needs() {
        let with = |policy: &str| format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        assert_eq!(
            allow_own_scripts(&with("default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'")),
            with("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'")
        );
        assert_eq!(allow_own_scripts("<p>none</p>"), "<p>none</p>");
    }
}
