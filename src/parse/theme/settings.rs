//! `theme:` of `site.yaml`: the name of a theme, or its name with what the municipality makes its own. What the theme knows of
//! it is checked where the theme is read.

use std::fmt;

use indexmap::IndexMap;
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};

use crate::parse::yaml::Spanned;

/// What a municipality says of its theme (tema ayarları).
#[derive(Clone, Debug, Default)]
pub struct ThemeSettings {
    /// Folder under `themes/`.
    pub name: String,
    /// Name of the drawing beside the municipality's name: `irmak`, `deniz`, `dag`, `orman`, `ova`, `kopru`.
    pub mark: Option<Spanned<String>>,
    /// A letter in place of the drawing.
    pub letter: Option<String>,
    /// The two lines of the name; the site's title, parted before its last word, when not given.
    pub wordmark: Vec<String>,
    /// One sentence at the foot of every page.
    pub motto: Option<String>,
    /// Whether corners are round.
    pub corners: Corners,
    /// Other colours than the theme's, by the name of their use.
    pub colours: IndexMap<String, ColourSetting>,
}

/// A colour in light and in dark; the theme's own where it is not given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColourSetting {
    /// `#rrggbb` on a light screen.
    pub light: Option<Spanned<String>>,
    /// `#rrggbb` on a dark one.
    pub dark: Option<Spanned<String>>,
}

/// The corners of boxes, buttons and cards (köşe).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Corners {
    /// Rounded a little.
    #[default]
    Round,
    /// Not at all.
    Square,
}

impl Corners {
    /// True for corners that are not rounded.
    pub fn is_square(self) -> bool {
        self == Corners::Square
    }
}

impl ThemeSettings {
    /// A theme as it is.
    pub fn named(name: &str) -> ThemeSettings {
        ThemeSettings { name: name.to_owned(), ..ThemeSettings::default() }
    }
}

/// The map form, which the derive macro can read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    #[serde(default = "default_name")]
    name: String,
    mark: Option<Spanned<String>>,
    letter: Option<String>,
    #[serde(default)]
    wordmark: Vec<String>,
    motto: Option<String>,
    #[serde(default)]
    corners: Corners,
    #[serde(default)]
    colours: IndexMap<String, ColourSetting>,
}

fn default_name() -> String {
    super::DEFAULT.to_owned()
}

impl<'de> Deserialize<'de> for ThemeSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NameOrMap)
    }
}

struct NameOrMap;

impl<'de> Visitor<'de> for NameOrMap {
    type Value = ThemeSettings;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("varsayilan, {name: varsayilan, …}")
    }

    fn visit_str<E>(self, name: &str) -> Result<ThemeSettings, E> {
        Ok(ThemeSettings::named(name))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ThemeSettings, A::Error> {
        let Full { name, mark, letter, wordmark, motto, corners, colours } = Full::deserialize(MapAccessDeserializer::new(map))?;
        Ok(ThemeSettings { name, mark, letter, wordmark, motto, corners, colours })
    }
}
