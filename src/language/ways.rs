//! Ways from a page in another language to pages in Turkish, on the finished page: whoever follows one is told so before, in
//! the link's own words, and so are browsers. Wherever the link comes from (menu, text, list), it is marked here alone.

use super::Language;

/// The ways of one page (dile giden yol).
#[derive(Clone, Copy, Debug)]
pub struct Ways<'w> {
    /// The home page in the page's language: `/en/`.
    pub home: &'w str,
    /// The site's languages besides Turkish.
    pub known: &'w [Language],
    /// `in Turkish`, as HTML.
    pub words: &'w str,
}

impl Ways<'_> {
    /// The finished page `html`, each link to a page in Turkish with a mark that is seen and words that are read out.
    pub fn marked(self, html: &str) -> String {
        let mut out = String::with_capacity(html.len() + 2048);
        let mut rest = html;
        while let Some((before, tag_on)) = rest.split_once("<a ") {
            out.push_str(before);
            out.push_str("<a ");
            rest = tag_on;
            let Some((tag, after)) = tag_on.split_once('>') else { break };
            let Some((words, behind)) = after.split_once("</a>").filter(|_| self.leads_to_turkish(tag)) else { continue };
            let said = self.words;
            out.extend([tag, " hreflang=\"tr\">", words, "\u{a0}<small class=\"dilde\"><span aria-hidden=\"true\">TR</span>"]);
            out.extend(["<span class=\"gizli\">(", said, ")</span></small></a>"]);
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    /// Whether the link with these attributes leads to a page of this site in Turkish. Files are in no language.
    fn leads_to_turkish(self, attributes: &str) -> bool {
        let Some((_, rest)) = attributes.split_once("href=\"") else { return false };
        let address = rest.split(['"', '#', '?']).next().unwrap_or_default();
        let is_page = address.starts_with('/') && address.ends_with('/');
        if !is_page || ["hreflang=", "download"].iter().any(|word| attributes.contains(word)) {
            return false;
        }
        let under = |tag: &str| address.strip_prefix('/').is_some_and(|rest| rest.split('/').next() == Some(tag));
        // Pages of the site's first language have no tag before them.
        if self.home == "/" { under("tr") } else { !self.known.iter().any(|language| under(language.as_str())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(html: &str) -> String {
        let english = Language::parse("en").unwrap();
        Ways { home: "/en/", known: &[english], words: "in Turkish" }.marked(html)
    }

    #[test]
    fn a_way_to_a_page_in_turkish_says_so() {
        assert_eq!(
            marked("<p><a class=\"x\" href=\"/kesintiler/#su\">Cuts</a> and</p>"),
            "<p><a class=\"x\" href=\"/kesintiler/#su\" hreflang=\"tr\">Cuts\u{a0}<small class=\"dilde\"><span aria-hidden=\"true\">TR</span>\
             <span class=\"gizli\">(in Turkish)</span></small></a> and</p>"
        );
    }

    #[test]
    fn other_ways_stay_as_they_are() {
        for html in [
            "<a href=\"/en/iletisim/\">Contact</a>",
            "<a href=\"#ana_icerik\">Skip</a>",
            "<a href=\"/veri/a.csv\" download>CSV</a>",
            "<a href=\"https://ornek.gov.tr/\">Elsewhere</a>",
            "<a href=\"/hizmetler/su/\" lang=\"tr\" hreflang=\"tr\">Türkçe</a>",
            "<a href=\"tel:112\">112</a>",
        ] {
            assert_eq!(marked(html), html);
        }
    }
}
