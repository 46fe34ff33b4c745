//! What the pages below the council's own have in common: their front matter, their attachments, the words of a sitting.

use super::super::{Attachment, Sitting};
use crate::model::writer::Writer;
use crate::parse::page::{FrontMatter, PageSyntax};

/// The front matter of a page made below `page`.
pub(super) fn front(page: &PageSyntax, title: String, summary: String, source: &str, name: &str) -> FrontMatter {
    FrontMatter {
        title,
        summary: Some(summary),
        unit: page.front.unit.clone(),
        draft: page.front.draft,
        publish: page.front.publish,
        expires: page.front.expires,
        path: page.front.path.as_ref().map(|base| format!("{base}{name}/")),
        source: Some(format!("Meclis kaydı: {source}")),
        entry: true,
        ..FrontMatter::default()
    }
}

/// The files to take away.
pub(super) fn attach(writer: &mut Writer, files: &[Attachment]) {
    if files.is_empty() {
        return;
    }
    writer.heading("ekler", "Ekler");
    let items = files.iter().map(|file| {
        let name = file.url.rsplit('/').next().unwrap_or_default().to_owned();
        vec![writer.link(&name, file.url.to_string())]
    });
    let items = items.collect();
    writer.bullets(items);
}

/// `2. birleşim, 1. oturum`
pub(super) fn sitting(sitting: Sitting) -> Option<String> {
    let session = sitting.session.map(|n| format!("{n}. birleşim"));
    let number = sitting.sitting.map(|n| format!("{n}. oturum"));
    let parts: Vec<String> = session.into_iter().chain(number).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
