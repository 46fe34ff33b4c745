//! The banner of alerts: a marked region of every citizens' page, made without a template, so that it can be exchanged in
//! pages that stand published already.

use super::escape::escaped;
use crate::view::AlertDoc;

/// What stands before the region.
const OPEN: &str = "<!--uyari-->";
/// What stands behind it.
const CLOSE: &str = "<!--/uyari-->";

/// The region with the banner; empty between its marks when there is nothing to tell.
pub fn banner(alerts: &[AlertDoc]) -> String {
    let mut out = OPEN.to_owned();
    if !alerts.is_empty() {
        out.push_str("<aside class=\"bantlar\" lang=\"tr\" aria-label=\"Uyarılar\">");
        for alert in alerts {
            let AlertDoc { level, title, text, url } = alert;
            out.push_str(&format!(
                "<div class=\"bant bant-{level}\"><p class=\"kap\"><strong>{title}:</strong> {}",
                escaped(text)
            ));
            if let Some(url) = url {
                // The words of a link say where it leads, also when they are read alone.
                let words = if url.starts_with("tel:") { "Arayın" } else { "Ayrıntılar" };
                let hidden = escaped(text);
                out.push_str(&format!(" <a href=\"{}\">{words}<span class=\"gizli\">: {hidden}</span></a>", escaped(url)));
            }
            out.push_str("</p></div>");
        }
        out.push_str("</aside>");
    }
    out.push_str(CLOSE);
    out
}

/// The page with `banner` in place of the one it has; `None` when it has no place for one. All else stays, byte for byte.
pub fn exchanged(page: &[u8], banner: &str) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let (before, rest) = page.split_once(OPEN)?;
    let (_, after) = rest.split_once(CLOSE)?;
    Some([before, banner, after].concat().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(text: &str) -> AlertDoc {
        AlertDoc { level: "acil", title: "Acil duyuru", text: text.to_owned(), url: Some("/duyurular/sel/".to_owned()) }
    }

    #[test]
    fn a_banner_takes_the_place_of_another_and_of_none() {
        let none = banner(&[]);
        let page = format!("<body>{none}<main>ş</main></body>");
        let first = exchanged(page.as_bytes(), &banner(&[alert("Sel")])).unwrap();
        let second = exchanged(&first, &banner(&[alert("Fırtına")])).unwrap();
        let text = String::from_utf8(second.clone()).unwrap();
        assert!(text.contains("Fırtına") && !text.contains("Sel") && text.ends_with("<main>ş</main></body>"), "{text}");
        assert_eq!(exchanged(&second, &none).unwrap(), page.as_bytes());
    }

    #[test]
    fn an_alert_is_text_and_cannot_end_its_region() {
        let banner = banner(&[alert("<!--/uyari--><script>&")]);
        assert_eq!(banner.matches(CLOSE).count(), 1, "{banner}");
        assert!(!banner.contains("<script"), "{banner}");
    }

    #[test]
    fn a_page_without_a_place_for_it_is_left_alone() {
        assert_eq!(exchanged(b"<body></body>", "x"), None);
        assert_eq!(exchanged(b"<!--uyari-->", "x"), None);
        assert_eq!(exchanged(b"\xff<!--uyari--><!--/uyari-->", "x"), None);
    }
}
