//! The files of a theme's `assets/` as they are published: styles and scripts in short, the colours in their places, each under
//! an address that changes with its bytes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{css, script};
use crate::parse::theme::{Colours, Measures, ThemeFiles};

/// A file of a theme that is published under an address that changes with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Path in the site's tree: `varlik/stil.0123456789.css`.
    pub path: String,
    /// What is in it.
    pub bytes: Arc<[u8]>,
}

/// The files in `assets/` with their addresses by name. The first of the style sheets holds the colours.
pub(super) fn assets(theme: &ThemeFiles) -> (Vec<Asset>, BTreeMap<String, String>) {
    let mut assets = Vec::new();
    let mut addresses = BTreeMap::new();
    for (inside, file) in &theme.files {
        let Some(name) = inside.strip_prefix("assets/") else { continue };
        let bytes = match std::str::from_utf8(&file.bytes) {
            Ok(sheet) if name.ends_with(".css") => {
                let style = if name == "stil.css" { theme.style.as_str() } else { "" };
                Some(css::shortened(&measured(sheet, &theme.measures)) + style)
            }
            Ok(drawing) if name.ends_with(".svg") && drawing.contains("var(--") => Some(coloured(drawing, &theme.colours)),
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

/// A sheet with the measures in place of their names: they never change on a page, and an old telephone need not look them up.
fn measured(sheet: &str, measures: &Measures) -> String {
    measures.iter().fold(sheet.to_owned(), |sheet, (name, value)| sheet.replace(&format!("var(--{name})"), value))
}

/// A drawing of its own, which knows no style sheet, with the light colours in place of their names: `var(--ust)`.
fn coloured(drawing: &str, colours: &Colours) -> String {
    let painted = |drawing: String, (name, both): (&String, &[String; 2])| drawing.replace(&format!("var(--{name})"), &both[0]);
    colours.iter().fold(drawing.to_owned(), painted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_hold_values_and_drawings_hold_colours() {
        let measures = Measures::from([("a4".to_owned(), "1rem".to_owned())]);
        assert_eq!(measured("a { margin: var(--a4) var(--b); }", &measures), "a { margin: 1rem var(--b); }");
        let colours = Colours::from([("ust".to_owned(), ["#0c4541".to_owned(), "#0a302d".to_owned()])]);
        assert_eq!(coloured("<rect fill=\"var(--ust)\"/>", &colours), "<rect fill=\"#0c4541\"/>");
    }
}
