//! The calendar file that a page offers beside itself.

use super::instance::Instance;
use super::{Desk, inside};
use crate::model::diary::ENDING;
use crate::model::regulation::file_address;
use crate::view::{Audience, Body, DiaryDoc, Document, LinkDoc, PageDoc};

/// The calendar file of `page`, which from here on offers it; none where it has no days.
pub(super) fn file<A: Audience>(desk: &Desk<'_>, instance: &Instance<'_>, page: &mut PageDoc) -> Option<Document<A>> {
    let diary = desk.input.diaries.of(&instance.page.syntax.file)?;
    let site = desk.input.site;
    // Only the citizens' site has an address that a calendar could follow.
    let address = |file: &str| {
        let page = desk.input.content.pages.iter().find(|page| *page.syntax.file == *file)?;
        Some(format!("{}{}", site.base_url, page.address.fixed()?))
    };
    let url = |file: &str| if desk.audience == "public" { address(file) } else { None };
    let path = file_address(&instance.address, ENDING);
    page.diary = Some(LinkDoc { title: diary.title.clone(), url: path.clone() });
    Some(Document::new(inside(&path), Body::Diary(Box::new(DiaryDoc::of(diary, site, &url)))))
}
