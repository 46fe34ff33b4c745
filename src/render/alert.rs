//! The banner of alerts: a marked region of every citizens' page, made without a template, so that it can be exchanged in
//! pages that stand published already. Alerts are written in Turkish alone; the words around them are the page's.

use super::escape::escaped;
use super::words::Words;
use crate::view::AlertDoc;

/// What stands before the region; the words of the page follow where they are not [`TURKISH`].
const OPEN: &str = "<!--uyari";
/// Where what stands before the region ends.
const OPENED: &str = "-->";
/// What stands behind it.
const CLOSE: &str = "<!--/uyari-->";
/// Between two words in the mark.
const BETWEEN: char = '|';

/// The words around alerts (bandın sözleri), as HTML: the region's name, the three levels, the words of a link and of a
/// telephone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BannerWords([String; 6]);

const TURKISH: [&str; 6] = ["Uyarılar", "Acil duyuru", "Uyarı", "Bilgi", "Ayrıntılar", "Arayın"];

impl BannerWords {
    /// The words of a theme.
    pub fn of(words: &Words) -> BannerWords {
        let Words { banner, banner_emergency, banner_warning, banner_notice, banner_details, banner_call, .. } = words;
        BannerWords([banner, banner_emergency, banner_warning, banner_notice, banner_details, banner_call].map(Clone::clone))
    }

    fn turkish() -> BannerWords {
        BannerWords(TURKISH.map(str::to_owned))
    }

    /// The words that a published page keeps in its mark.
    fn kept(mark: &str) -> BannerWords {
        let words: Vec<String> = mark.trim_start().split(BETWEEN).map(str::to_owned).collect();
        words.try_into().map_or_else(|_| BannerWords::turkish(), BannerWords)
    }

    fn mark(&self) -> String {
        let kept = if *self == BannerWords::turkish() { String::new() } else { format!(" {}", self.0.join("|")) };
        format!("{OPEN}{kept}{OPENED}")
    }
}

/// The region with the banner; empty between its marks when there is nothing to tell.
pub fn banner(alerts: &[AlertDoc], words: &BannerWords) -> String {
    let mut out = words.mark();
    let [region, emergency, warning, notice, details, call] = &words.0;
    let foreign = *words != BannerWords::turkish();
    let (tongue, leads) = if foreign { (" lang=\"tr\"", " hreflang=\"tr\"") } else { ("", "") };
    if !alerts.is_empty() {
        out.push_str(&format!("<aside class=\"bantlar\" aria-label=\"{region}\">"));
        for alert in alerts {
            let AlertDoc { level, text, url, .. } = alert;
            let title = match *level {
                "acil" => emergency,
                "uyari" => warning,
                _ => notice,
            };
            let text = escaped(text);
            let text = if foreign { format!("<span{tongue}>{text}</span>") } else { text };
            out.push_str(&format!("<div class=\"bant bant-{level}\"><p class=\"kap\"><strong>{title}:</strong> {text}"));
            if let Some(url) = url {
                // The words of a link say where it leads, also when they are read alone.
                let (words, leads) = if url.starts_with("tel:") { (call, "") } else { (details, leads) };
                let href = escaped(url);
                out.push_str(&format!(" <a href=\"{href}\"{leads}>{words}<span class=\"gizli\">: {text}</span></a>"));
            }
            out.push_str("</p></div>");
        }
        out.push_str("</aside>");
    }
    out.push_str(CLOSE);
    out
}

/// The page with the banner of `alerts` in place of the one it has, in its own words; `None` when it has no place for one. All
/// else stays, byte for byte.
pub fn exchanged(page: &[u8], alerts: &[AlertDoc]) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let (before, rest) = page.split_once(OPEN)?;
    let (mark, rest) = rest.split_once(OPENED)?;
    let (_, after) = rest.split_once(CLOSE)?;
    Some([before, &banner(alerts, &BannerWords::kept(mark)), after].concat().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alert(text: &str) -> AlertDoc {
        AlertDoc { level: "acil", title: "Acil duyuru", text: text.to_owned(), url: Some("/duyurular/sel/".to_owned()) }
    }

    #[test]
    fn a_banner_takes_the_place_of_another_and_of_none() {
        let none = banner(&[], &BannerWords::turkish());
        let page = format!("<body>{none}<main>ş</main></body>");
        let first = exchanged(page.as_bytes(), &[alert("Sel")]).unwrap();
        let second = exchanged(&first, &[alert("Fırtına")]).unwrap();
        let text = String::from_utf8(second.clone()).unwrap();
        assert!(text.contains("Fırtına") && !text.contains("Sel") && text.ends_with("<main>ş</main></body>"), "{text}");
        assert_eq!(exchanged(&second, &[]).unwrap(), page.as_bytes());
    }

    #[test]
    fn an_alert_is_text_and_cannot_end_its_region() {
        let banner = banner(&[alert("<!--/uyari--><script>&")], &BannerWords::turkish());
        assert_eq!(banner.matches(CLOSE).count(), 1, "{banner}");
        assert!(!banner.contains("<script"), "{banner}");
    }

    #[test]
    fn a_page_without_a_place_for_it_is_left_alone() {
        assert_eq!(exchanged(b"<body></body>", &[]), None);
        assert_eq!(exchanged(b"<!--uyari-->", &[]), None);
        assert_eq!(exchanged(b"\xff<!--uyari--><!--/uyari-->", &[]), None);
    }

    #[test]
    fn a_page_keeps_the_words_of_its_language() {
        let english = BannerWords(["Alerts", "Emergency", "Warning", "Notice", "Details", "Call"].map(str::to_owned));
        let page = banner(&[], &english);
        let told = String::from_utf8(exchanged(page.as_bytes(), &[alert("Sel")]).unwrap()).unwrap();
        assert!(told.contains("<strong>Emergency:</strong> <span lang=\"tr\">Sel</span>"), "{told}");
        assert!(told.contains("hreflang=\"tr\">Details<"), "{told}");
        assert_eq!(exchanged(told.as_bytes(), &[]).unwrap(), page.as_bytes());
    }
}
