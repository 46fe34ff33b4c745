//! `theme:` of `site.yaml`: the name of a theme, or its name with what the municipality makes its own. What the theme knows of
//! it is checked where the theme is read.

use std::fmt;

use indexmap::IndexMap;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
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
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ColourSetting {
    /// `#rrggbb` on a light screen.
    #[schemars(with = "Option<String>")]
    pub light: Option<Spanned<String>>,
    /// `#rrggbb` on a dark one.
    #[schemars(with = "Option<String>")]
    pub dark: Option<Spanned<String>>,
}

/// The corners of boxes, buttons and cards (köşe).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
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
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Full {
    /// Folder under `themes/`.
    #[serde(default = "default_name")]
    name: String,
    /// Name of the drawing beside the municipality's name.
    #[schemars(with = "Option<String>")]
    mark: Option<Spanned<String>>,
    /// A letter in place of the drawing.
    letter: Option<String>,
    /// The two lines of the name.
    #[serde(default)]
    wordmark: Vec<String>,
    /// One sentence at the foot of every page.
    motto: Option<String>,
    /// Whether corners are round.
    #[serde(default)]
    corners: Corners,
    /// Other colours than the theme's, by the name of their use.
    #[serde(default)]
    #[schemars(with = "std::collections::BTreeMap<String, ColourSetting>")]
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

impl JsonSchema for ThemeSettings {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ThemeSettings".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let full = generator.subschema_for::<Full>();
        json_schema!({"anyOf": [{"type": "string"}, full]})
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
