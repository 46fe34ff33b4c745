//! One column of a data file on its way into a frame: each cell is understood, checked and, where somebody wants it,
//! kept. Works on bytes; a cell is decoded only when its type needs letters, and each distinct word only once.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::at::At;
use super::index::{Index, hash_of, same};
use super::key::Keys;
use super::missing::Missing;
use crate::diag::Code;
use crate::model::registry::{Match, Names, Registries};
use crate::parse::schema::{Class, Field, FieldType};
use crate::table::{Kind, Values, Word};
use crate::turkish::date::Moment;
use crate::turkish::encoding_damage;
use crate::turkish::number::{self, NumberError, Separators};
use crate::turkish::{date, fold, money};

/// Stands in a complaint for a value that must not be shown.
pub(super) const HIDDEN: &str = "•••";

/// So many distinct spellings of a column are remembered; a column of keys has more and is not worth remembering.
const MOST_SPELLINGS: usize = 4_096;

/// What is known of a spelling.
#[derive(Clone, Copy)]
enum Spelling {
    Missing,
    Wrong,
    Known { word: Option<Word>, entry: u32 },
}

/// A column being read (okunan sütun).
pub(super) struct ColumnIntake<'s> {
    field: &'s Field,
    values: Option<Values>,
    /// Cells as their bytes stand in the file, so that each is decoded and looked up once.
    spellings: Vec<(Box<[u8]>, Spelling)>,
    index: Index,
    names: Option<Names>,
    /// The canonical values behind [`Spelling::Known`], in order of first appearance.
    entries: Vec<Arc<str>>,
    unique: Option<Keys>,
    least: Option<f64>,
    greatest: Option<f64>,
    /// The day of the current row, of a column of days.
    pub(super) day: Option<Date>,
    /// The registry code of the current row, of a column of references.
    pub(super) code: Option<Arc<str>>,
}

/// The kind of column a type becomes.
pub(super) fn kind_of(kind: &FieldType) -> Kind {
    match kind {
        FieldType::String | FieldType::Enum | FieldType::Reference(_) | FieldType::Text => Kind::Text,
        FieldType::Integer => Kind::Integer,
        FieldType::Decimal => Kind::Decimal,
        FieldType::Money => Kind::Money,
        FieldType::Date => Kind::Date,
        FieldType::DateTime => Kind::DateTime,
        FieldType::Boolean => Kind::Boolean,
    }
}

impl<'s> ColumnIntake<'s> {
    /// An empty column. `names` are the spellings of a reference's registry.
    pub(super) fn new(field: &'s Field, names: Option<Names>, keep: bool) -> Self {
        let bound = |text: &Option<String>| text.as_deref().and_then(|text| bound(&field.kind, text));
        let mut intake = ColumnIntake {
            values: keep.then(|| Values::new(kind_of(&field.kind))),
            spellings: Vec::new(),
            index: Index::default(),
            names,
            entries: Vec::new(),
            unique: field.constraints.unique.then(Keys::default),
            least: bound(&field.constraints.minimum),
            greatest: bound(&field.constraints.maximum),
            day: None,
            code: None,
            field,
        };
        if field.kind == FieldType::Enum {
            let mut names = Names::default();
            let own = field.constraints.values.iter().map(|value| (&**value, value));
            for (spelling, value) in own.chain(field.spellings.iter().map(|(spelling, value)| (&**spelling, value))) {
                names.add(spelling, value);
            }
            intake.names = Some(names);
        }
        intake
    }

    /// The field.
    pub(super) fn field(&self) -> &'s Field {
        self.field
    }

    /// The finished values, of a column that was kept.
    pub(super) fn into_values(self) -> Option<Values> {
        self.values
    }

    /// Makes room for so many more rows.
    pub(super) fn expects(&mut self, rows: usize) {
        if let Some(values) = &mut self.values {
            values.reserve(rows);
        }
        if let Some(keys) = &mut self.unique {
            keys.expects(rows);
        }
    }

    /// A new file begins: other bytes may spell the same word.
    pub(super) fn next_file(&mut self) {
        self.spellings.clear();
        self.index = Index::default();
    }

    /// A row in a file that lacks this column.
    pub(super) fn absent(&mut self) {
        (self.day, self.code) = (None, None);
        if let Some(values) = &mut self.values {
            values.push_null();
        }
    }

    /// Takes the cell of a row.
    pub(super) fn take(&mut self, at: &mut At<'_, '_>, missing: &Missing<'_>) {
        let cell = at.row.bytes(at.column);
        (self.day, self.code) = (None, None);
        if cell.is_empty() {
            return self.empty(at);
        }
        let understood = match self.field.kind {
            FieldType::String | FieldType::Text | FieldType::Enum | FieldType::Reference(_) => {
                return self.words(at, cell, missing);
            }
            FieldType::Integer => self.integer(at, cell),
            FieldType::Decimal => self.decimal(at, cell),
            FieldType::Money => self.money(at),
            FieldType::Date | FieldType::DateTime => self.moment(at, cell),
            FieldType::Boolean => self.boolean(at),
        };
        if let Err(code) = understood {
            if missing.contains(at.row, cell) {
                return self.empty(at);
            }
            self.complain(at, code);
            self.push_null();
        }
        self.note_unique(at, cell);
    }

    fn push_null(&mut self) {
        if let Some(values) = &mut self.values {
            values.push_null();
        }
    }

    fn empty(&mut self, at: &mut At<'_, '_>) {
        self.push_null();
        if self.field.constraints.required {
            at.complain(Code::EMPTY_CELL, self.field, |d| d);
        }
    }

    #[inline]
    fn note_unique(&mut self, at: &mut At<'_, '_>, cell: &[u8]) {
        let Some(keys) = &mut self.unique else { return };
        keys.begin();
        keys.part(cell);
        if keys.remember(at.row_number).is_some() {
            self.complain(at, Code::DUPLICATE_KEY);
        }
    }

    fn complain(&self, at: &mut At<'_, '_>, code: Code) {
        let shown = match self.field.class {
            Class::Public | Class::Internal => at.row.decode(at.row.bytes(at.column)).0.into_owned(),
            _ => HIDDEN.to_owned(),
        };
        let limits =
            [&self.field.constraints.minimum, &self.field.constraints.maximum].map(|l| l.clone().unwrap_or_else(|| "…".into()));
        at.complain(code, self.field, |d| {
            let d = d.with("value", shown);
            match code {
                Code::OUT_OF_RANGE => d.with("limits", limits.join(" – ")),
                Code::DUPLICATE_KEY => d.with("key", "").with("first", ""),
                _ => d,
            }
        });
    }

    fn in_range(&self, value: f64) -> Result<(), Code> {
        let good = self.least.is_none_or(|least| least <= value) && self.greatest.is_none_or(|greatest| value <= greatest);
        if good { Ok(()) } else { Err(Code::OUT_OF_RANGE) }
    }

    fn separators(&self, at: &At<'_, '_>) -> Separators {
        if at.row.is_exact(at.column) { Separators::Plain } else { self.field.separators }
    }

    fn integer(&mut self, at: &At<'_, '_>, cell: &[u8]) -> Result<(), Code> {
        let number = match number::parse_integer_bytes(cell) {
            Some(number) => number,
            None => {
                let parsed = number::parse(&text(at), self.separators(at)).map_err(code_of)?;
                parsed.to_integer().ok_or(Code::BAD_NUMBER)?
            }
        };
        self.in_range(number as f64)?;
        if let Some(values) = &mut self.values {
            values.push_integer(number);
        }
        Ok(())
    }

    fn decimal(&mut self, at: &At<'_, '_>, cell: &[u8]) -> Result<(), Code> {
        let separators = self.separators(at);
        let number = match number::parse_decimal_bytes(cell, separators) {
            Some(number) => number.to_f64(),
            None => number::parse(&text(at), separators).map_err(code_of)?.to_f64(),
        };
        self.in_range(number)?;
        if let Some(values) = &mut self.values {
            values.push_decimal(number);
        }
        Ok(())
    }

    fn money(&mut self, at: &At<'_, '_>) -> Result<(), Code> {
        let kurus = money::parse(&text(at), self.separators(at)).map_err(code_of)?;
        self.in_range(kurus as f64)?;
        if let Some(values) = &mut self.values {
            values.push_integer(kurus);
        }
        Ok(())
    }

    fn moment(&mut self, at: &At<'_, '_>, cell: &[u8]) -> Result<(), Code> {
        let moment = match date::parse_bytes(cell) {
            Some(moment) => moment,
            None => self.slow_moment(at).ok_or(Code::BAD_DATE)?,
        };
        self.day = Some(moment.date());
        if self.least.is_some() || self.greatest.is_some() {
            self.in_range(day_number(moment.date()))?;
        }
        if let Some(values) = &mut self.values {
            match self.field.kind {
                FieldType::Date => values.push_date(moment.date()),
                _ => values.push_date_time(moment.date_time()),
            }
        }
        Ok(())
    }

    fn slow_moment(&self, at: &At<'_, '_>) -> Option<Moment> {
        let text = text(at);
        if at.row.is_exact(at.column)
            && let Ok(serial) = text.parse()
        {
            return date::from_excel_serial(at.row.serial(serial)).ok();
        }
        date::parse(&text).ok()
    }

    fn boolean(&mut self, at: &At<'_, '_>) -> Result<(), Code> {
        let yes = match &*fold(&text(at)) {
            "evet" | "e" | "var" | "x" | "1" | "true" | "dogru" => true,
            "hayir" | "h" | "yok" | "0" | "false" | "yanlis" => false,
            _ => return Err(Code::BAD_BOOLEAN),
        };
        if let Some(values) = &mut self.values {
            values.push_boolean(yes);
        }
        Ok(())
    }

    /// Words: each distinct spelling is understood once.
    fn words(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) {
        let hash = hash_of(cell);
        if let Some(known) = self.index.find(hash, |i| same(&self.spellings[i as usize].0, cell)) {
            let spelling = self.spellings[known as usize].1;
            return self.spelled(at, cell, spelling);
        }
        let is_list = self.names.is_some();
        if !is_list && self.spellings.len() >= MOST_SPELLINGS {
            return self.plain_words(at, cell, missing);
        }
        let spelling = self.understand(at, cell, missing);
        // Wrong spellings are not worth remembering without end.
        if self.spellings.len() < 4 * MOST_SPELLINGS {
            self.index.find_or_add(hash, self.spellings.len() as u32, |_| false);
            self.spellings.push((cell.into(), spelling));
        }
        self.spelled(at, cell, spelling);
    }

    fn understand(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) -> Spelling {
        if missing.contains(at.row, cell) {
            return Spelling::Missing;
        }
        let words = self.checked_words(at);
        let value: Arc<str> = match &self.names {
            None => words.as_ref().into(),
            Some(names) => match names.find(&words) {
                Match::Code(code) => code,
                Match::Ambiguous | Match::Unknown(_) => return Spelling::Wrong,
            },
        };
        let word = self.values.as_mut().map(|values| values.word(&value));
        let entry = self.entries.iter().position(|known| *known == value && is_reference(self.field)).unwrap_or_else(|| {
            if is_reference(self.field) {
                self.entries.push(value);
            }
            self.entries.len().saturating_sub(1)
        });
        Spelling::Known { word, entry: entry as u32 }
    }

    #[inline]
    fn spelled(&mut self, at: &mut At<'_, '_>, cell: &[u8], spelling: Spelling) {
        match spelling {
            Spelling::Missing => return self.empty(at),
            Spelling::Wrong => {
                self.unknown(at);
                self.push_null();
            }
            Spelling::Known { word, entry } => {
                if let (Some(values), Some(word)) = (&mut self.values, word) {
                    values.push_word(word);
                }
                self.code = self.entries.get(entry as usize).filter(|_| self.field.valid_on.is_some()).cloned();
                self.check_pattern(at);
            }
        }
        self.note_unique(at, cell);
    }

    /// Words of a column with too many different ones to remember.
    fn plain_words(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) {
        if missing.contains(at.row, cell) {
            return self.empty(at);
        }
        if self.values.is_some() || !cell.is_ascii() {
            let words = self.checked_words(at);
            if let Some(values) = &mut self.values {
                values.push_text(&words);
            }
        }
        self.check_pattern(at);
        self.note_unique(at, cell);
    }

    #[inline]
    fn check_pattern(&self, at: &mut At<'_, '_>) {
        if let Some(pattern) = &self.field.constraints.pattern
            && !pattern.is_match(&text(at))
        {
            let written = pattern.as_str().to_owned();
            let shown = if shows(self.field) { text(at).into_owned() } else { HIDDEN.to_owned() };
            at.complain(Code::OUT_OF_RANGE, self.field, |d| d.with("value", shown).with("limits", written));
        }
    }

    /// The words of a cell; bytes and letters that show damage are complained about.
    fn checked_words<'r>(&self, at: &mut At<'_, 'r>) -> Cow<'r, str> {
        let (words, mixed) = at.row.decode(at.row.bytes(at.column));
        if mixed {
            at.complain(Code::MIXED_ENCODING, self.field, |d| d);
        }
        if let Some(finding) = encoding_damage::inspect(&words).first() {
            let shown = if shows(self.field) { words.clone().into_owned() } else { HIDDEN.to_owned() };
            let repaired = encoding_damage::repair(&words, finding.damage).filter(|_| shows(self.field));
            at.complain(Code::DAMAGED_TEXT, self.field, |d| {
                let d = d.with("value", shown);
                match repaired {
                    Some(repaired) => d.with("repaired", repaired).hint("repaired"),
                    None => d,
                }
            });
        }
        words
    }

    fn unknown(&self, at: &mut At<'_, '_>) {
        let code = match &self.field.kind {
            FieldType::Reference(to) if &**to == "birimler" => Code::UNKNOWN_UNIT,
            _ => Code::UNKNOWN_VALUE,
        };
        if at.capped.is_full(code, Some(&self.field.name), at.row.line) {
            return;
        }
        let words = text(at).into_owned();
        let near = match self.names.as_ref().map(|names| names.find(&words)) {
            Some(Match::Unknown(near)) => near,
            _ => None,
        };
        let shown = if shows(self.field) { words } else { HIDDEN.to_owned() };
        at.complain(code, self.field, |d| {
            let d = d.with("value", shown);
            match near {
                Some(near) => d.with("nearest", near.to_string()).hint("nearest"),
                None => d,
            }
        });
    }
}

/// Whether complaints may show this column's values.
pub(super) fn shows(field: &Field) -> bool {
    matches!(field.class, Class::Public | Class::Internal)
}

fn is_reference(field: &Field) -> bool {
    matches!(field.kind, FieldType::Reference(_))
}

fn text<'c>(at: &At<'_, 'c>) -> Cow<'c, str> {
    at.row.decode(at.row.bytes(at.column)).0
}

fn code_of(error: NumberError) -> Code {
    match error {
        NumberError::Ambiguous => Code::AMBIGUOUS_NUMBER,
        _ => Code::BAD_NUMBER,
    }
}

/// A limit of the schema in the unit the cells are compared in: kuruş for money, days for days.
fn bound(kind: &FieldType, text: &str) -> Option<f64> {
    match kind {
        FieldType::Date | FieldType::DateTime => text.parse().ok().map(day_number),
        FieldType::Money => text.parse::<f64>().ok().map(|lira| lira * 100.0),
        _ => text.parse().ok(),
    }
}

fn day_number(date: Date) -> f64 {
    f64::from(date.year()) * 372.0 + f64::from(date.month()) * 31.0 + f64::from(date.day())
}

/// Complains about an entry of a registry that was not valid on the day of its record.
pub(super) fn check_validity(at: &mut At<'_, '_>, registries: &Registries, field: &Field, code: &str, day: Date) {
    let FieldType::Reference(to) = &field.kind else { return };
    if !registries.validity(to, code).holds_on(day) {
        let code = code.to_owned();
        at.complain(Code::NOT_VALID_THEN, field, |d| d.with("value", code).with("day", date::short(day)));
    }
}
