//! The files of a theme's `assets/` as they are published: styles and scripts in short, each under an address that changes with
//! its bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{css, script};
use crate::parse::theme::ThemeFile;

/// A file of a theme that is published under an address that changes with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path in the site's tree: `varlik/stil.0123456789.css`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// The files in `assets/` with their addresses by name.
pub(super) fn assets(files: &BTreeMap<String, ThemeFile>) -> (Vec<Asset>, BTreeMap<String, String>) {
    let mut assets = Vec::new();
    let mut addresses = BTreeMap::new();
    for (inside, file) in files {
        let Some(name) = inside.strip_prefix("assets/") else { continue };
        let bytes = match std::str::from_utf8(&file.bytes) {
            Ok(sheet) if name.ends_with(".css") => Some(css::shortened(sheet)),
            Ok(text) if name.ends_with(".js") => script::shortened(text),
            _ => None,
        };
        let bytes = bytes.map_or_else(|| Arc::clone(&file.bytes), |short| short.into_bytes().into());
        let digest = blake3::hash(&bytes).to_hex();
        let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "bin"));
        let path = format!("varlik/{stem}.{}.{extension}", &digest[..10]);
        addresses.insert(name.to_owned(), format!("/{path}"));
        assets.push(Asset { path, bytes });
    }
    (assets, addresses)
}
