//! The pages that servers send in place of another one: it is not there (404), no longer there (410), or the server failed
//! (500). The municipality may write them itself; a site always has all three. A server knows one file for each number, so
//! that they are in the site's language alone.

use super::{Desk, list};
use crate::view::{Audience, Body, Document};

/// Number, title and first sentence of each.
const ERRORS: [(u16, &str, &str); 3] = [
    (404, "Sayfa bulunamadı", "Adreste bir yazım yanlışı olabilir ya da sayfa taşınmış olabilir."),
    (410, "Bu sayfa yayından kalktı", "Süresi dolan duyurular ve ilanlar yayından kalkar."),
    (500, "Site şu anda yanıt veremiyor", "Yanlışlık sizde değil. Birkaç dakika sonra yeniden deneyin."),
];

/// The file that servers look for in place of a page at `address`: `/404/` is `404.html`.
pub(super) fn file_of(address: &str) -> Option<String> {
    let number = address.trim_matches('/').parse::<u16>().ok()?;
    let is_one = ERRORS.iter().any(|(known, ..)| *known == number) && address == format!("/{number}/");
    is_one.then(|| format!("{number}.html"))
}

/// Those that nobody wrote.
pub(super) fn unwritten<A: Audience>(desk: &Desk<'_>) -> Vec<Document<A>> {
    if A::NAME == "reports" {
        return Vec::new();
    }
    let missing = ERRORS.iter().filter(|(number, ..)| !desk.addresses.contains(format!("/{number}/").as_str()));
    let made = missing.map(|(number, title, summary)| {
        let mut page = list::bare("error", (*title).to_owned(), format!("/{number}/"), desk, None);
        page.summary = Some((*summary).to_owned());
        Document::new(format!("{number}.html"), Body::Page(Box::new(page)))
    });
    made.collect()
}
