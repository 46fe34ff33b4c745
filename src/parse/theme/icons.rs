//! A sheet of drawings (SVG sprite) → each drawing by its name. Not an XML reader: a drawing is what stands between
//! `<symbol id="…" viewBox="…">` and `</symbol>`, and the sheet is a file of the theme, as trusted as its templates.

use std::collections::BTreeMap;

/// One drawing (simge).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Icon {
    /// The rectangle it is drawn in: `0 0 24 24`.
    pub view_box: String,
    /// The shapes, as SVG.
    pub shapes: String,
}

/// The drawings of a sheet. What is not a whole symbol with a name and a rectangle is not a drawing.
pub(super) fn read(sheet: &str) -> BTreeMap<String, Icon> {
    let symbols = sheet.split("<symbol").skip(1).filter_map(|rest| {
        let (head, rest) = rest.split_once('>')?;
        let (shapes, _) = rest.split_once("</symbol>")?;
        let icon = Icon { view_box: attribute(head, "viewBox")?.to_owned(), shapes: shapes.trim().to_owned() };
        Some((attribute(head, "id")?.to_owned(), icon))
    });
    symbols.collect()
}

fn attribute<'t>(head: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = head.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_known_by_its_name() {
        let sheet = "<svg><!-- not a <b> --><symbol id=\"su\" viewBox=\"0 0 24 24\"><path d=\"M0 0\"/></symbol>\n\
                     <symbol viewBox=\"0 0 1 1\"><path/></symbol><symbol id=\"yarim\" viewBox=\"0 0 1 1\"><path/>";
        let icon = Icon { view_box: "0 0 24 24".to_owned(), shapes: "<path d=\"M0 0\"/>".to_owned() };
        assert_eq!(read(sheet), BTreeMap::from([("su".to_owned(), icon)]));
    }
}
