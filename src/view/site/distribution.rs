//! Which report goes to whom. A report names its units by code in its front matter; what is in its folder follows from
//! its formats.

use std::sync::Arc;

use super::instance::Instance;
use super::{Desk, report};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::calendar::Release;
use crate::parse::nearest;
use crate::parse::page::Format;
use crate::view::{Audience, Body, Document, ParcelDoc};

/// The two lists, where any report goes anywhere.
pub(super) fn lists<A: Audience>(diag: &mut Diagnostics, desk: &Desk<'_>, instances: &[Instance<'_>]) -> Vec<Document<A>> {
    let mut parcels: Vec<ParcelDoc> = instances.iter().filter_map(|instance| parcel(diag, desk, instance)).collect();
    if parcels.is_empty() {
        return Vec::new();
    }
    parcels.sort_by(|a, b| a.url.cmp(&b.url));
    let parcels: Arc<[ParcelDoc]> = parcels.into();
    [("dagitim.yaml", false), ("dagitim.json", true)]
        .map(|(path, json)| Document::new(path, Body::Distribution { parcels: Arc::clone(&parcels), json }))
        .into()
}

fn parcel(diag: &mut Diagnostics, desk: &Desk<'_>, instance: &Instance<'_>) -> Option<ParcelDoc> {
    let front = &instance.page.syntax.front;
    let recipients: Vec<String> = front.recipients.iter().map(|code| instance.filled(code)).collect();
    if recipients.is_empty() {
        return None;
    }
    for code in recipients.iter().filter(|code| !desk.input.units.contains_key(*code)) {
        let complaint =
            Diagnostic::new(Code::UNKNOWN_UNIT, instance.page.syntax.key_place("recipients")).with("value", code.clone());
        diag.push(match nearest(code, desk.input.units.keys().map(String::as_str)) {
            Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
            None => complaint,
        });
    }
    let mut files = vec!["index.html".to_owned()];
    for (format, name) in [(Format::Pdf, "PDF"), (Format::Xlsx, "XLSX")] {
        files.extend(front.formats.contains(&format).then(|| report::file_name(&instance.address, name)));
    }
    let mut parts = instance.address.split('/').filter(|part| !part.is_empty());
    Some(ParcelDoc {
        url: instance.address.to_string(),
        title: instance.filled(&front.title),
        unit: parts.next().unwrap_or_default().to_owned(),
        period: parts.next().unwrap_or_default().to_owned(),
        recipients,
        files,
        released: instance.standing.and_then(|s| s.release).map(Release::day).map(|day| day.to_string()),
        // The page knows it from its figures; here the figures' sources say it.
        synthetic: super::meta::sources(desk, instance.page).iter().any(|s| s.synthetic),
    })
}
