//! One column of a data file on its way into a frame: each cell is understood, checked and, where somebody wants it,
//! kept. Works on bytes; a cell is decoded only when its type needs letters. Words are the business of `spelling`.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;

use super::at::{At, Rows};
use super::index::Index;
use super::key::Keys;
use super::missing::Missing;
use super::slip;
use super::spelling::Spelling;
use crate::diag::Code;
use crate::model::registry::{Names, Registries};
use crate::parse::schema::{Class, Field, FieldType};
use crate::table::{Kind, Values};
use crate::turkish::date::Moment;
use crate::turkish::number::{self, NumberError, Separators};
use crate::turkish::{date, fold, money};

/// A column being read (okunan sütun).
pub(super) struct ColumnIntake<'s> {
    pub(super) field: &'s Field,
    pub(super) values: Option<Values>,
    /// Cells as their bytes stand in the file, so that each is decoded and looked up once.
    pub(super) spellings: Vec<(Box<[u8]>, Spelling)>,
    pub(super) index: Index,
    pub(super) names: Option<Names>,
    /// The canonical values behind [`Spelling::Known`], in order of first appearance.
    pub(super) entries: Vec<Arc<str>>,
    unique: Option<Keys>,
    /// It is part of the primary key, which no row lacks.
    pub(super) is_key: bool,
    least: Option<f64>,
    greatest: Option<f64>,
    /// Another column asks on which days its entries must have been valid.
    pub(super) is_asked: bool,
    /// The days of the rows taken last, of a column that is asked.
    pub(super) days: Vec<Option<Date>>,
    /// The registry codes of the rows taken last, of a column whose entries must have been valid on a day.
    pub(super) codes: Vec<Option<Arc<str>>>,
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
            is_key: false,
            least: bound(&field.constraints.minimum),
            greatest: bound(&field.constraints.maximum),
            is_asked: false,
            days: Vec::new(),
            codes: Vec::new(),
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

    /// Rows of a file that lacks this column.
    pub(super) fn absent(&mut self, rows: usize) {
        self.forget(rows);
        (0..rows).for_each(|_| self.push_null());
    }

    /// Takes the cells of some rows, which follow each other, the first of them being the dataset's row `first`.
    pub(super) fn take(&mut self, rows: &mut Rows<'_, '_>, missing: &Missing<'_>) {
        self.forget(rows.rows.len());
        // A column at a time: what it is need not be asked of every cell.
        match self.field.kind {
            FieldType::String | FieldType::Text | FieldType::Enum | FieldType::Reference(_) => {
                self.each(rows, |column, at, cell| column.words(at, cell, missing));
            }
            FieldType::Integer => self.each_understood(rows, missing, Self::integer),
            FieldType::Decimal => self.each_understood(rows, missing, Self::decimal),
            FieldType::Money => self.each_understood(rows, missing, |column, at, _| column.money(at)),
            FieldType::Date | FieldType::DateTime => self.each_understood(rows, missing, Self::moment),
            FieldType::Boolean => self.each_understood(rows, missing, |column, at, _| column.boolean(at)),
        }
    }

    fn forget(&mut self, rows: usize) {
        if self.is_asked {
            self.days.clear();
            self.days.resize(rows, None);
        }
        if self.field.valid_on.is_some() {
            self.codes.clear();
            self.codes.resize(rows, None);
        }
    }

    #[inline]
    fn each(&mut self, rows: &mut Rows<'_, '_>, take: impl Fn(&mut Self, &mut At<'_, '_>, &[u8])) {
        for (place, row) in rows.rows.iter().enumerate() {
            let mut at = At { diag: rows.diag, capped: rows.capped, row, column: rows.column, place, first: rows.first };
            let cell = row.bytes(rows.column);
            if cell.is_empty() {
                self.empty(&mut at);
            } else {
                take(self, &mut at, cell);
            }
        }
    }

    #[inline]
    fn each_understood(
        &mut self,
        rows: &mut Rows<'_, '_>,
        missing: &Missing<'_>,
        understand: impl Fn(&mut Self, &At<'_, '_>, &[u8]) -> Result<(), Code>,
    ) {
        self.each(rows, |column, at, cell| {
            if let Err(code) = understand(column, at, cell) {
                if missing.contains(at.row, cell) {
                    return column.empty(at);
                }
                let code = if cell[0] == b'#' && slip::is_excel_error(&text(at)) { Code::CELL_ERROR } else { code };
                column.complain(at, code);
                column.push_null();
            }
            column.note_unique(at, cell);
        });
    }

    pub(super) fn push_null(&mut self) {
        if let Some(values) = &mut self.values {
            values.push_null();
        }
    }

    pub(super) fn empty(&mut self, at: &mut At<'_, '_>) {
        self.push_null();
        if self.is_key {
            at.complain(Code::EMPTY_CELL, self.field, |d| d.hint("key"));
        } else if self.field.constraints.required {
            at.complain(Code::EMPTY_CELL, self.field, |d| d);
        }
    }

    #[inline]
    pub(super) fn note_unique(&mut self, at: &mut At<'_, '_>, cell: &[u8]) {
        let Some(keys) = &mut self.unique else { return };
        keys.begin();
        keys.part(cell);
        if keys.remember(at.row_number()).is_some() {
            self.complain(at, Code::DUPLICATE_KEY);
        }
    }

    pub(super) fn complain(&self, at: &mut At<'_, '_>, code: Code) {
        let shown = slip::shown(self.field, &text(at));
        let limits =
            [&self.field.constraints.minimum, &self.field.constraints.maximum].map(|l| l.clone().unwrap_or_else(|| "…".into()));
        let words = text(at);
        let hint = match code {
            Code::BAD_DATE => slip::of_date(&words),
            Code::BAD_NUMBER => {
                let hint = slip::of_number(&words, self.separators(at));
                hint.filter(|hint| self.field.kind != FieldType::Money || *hint != "currency")
            }
            _ => None,
        };
        at.complain(code, self.field, |d| {
            let d = match code {
                Code::OUT_OF_RANGE => d.with("value", shown).with("limits", limits.join(" – ")),
                Code::DUPLICATE_KEY => d.with("key", shown).with("first", "unique"),
                Code::CELL_ERROR => d,
                _ => d.with("value", shown),
            };
            match hint {
                Some(hint) => d.hint(hint),
                None => d,
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
        if self.is_asked {
            self.days[at.place] = Some(moment.date());
        }
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
}

/// Whether complaints may show this column's values.
pub(super) fn shows(field: &Field) -> bool {
    matches!(field.class, Class::Public | Class::Internal)
}

pub(super) fn is_reference(field: &Field) -> bool {
    matches!(field.kind, FieldType::Reference(_))
}

pub(super) fn text<'c>(at: &At<'_, 'c>) -> Cow<'c, str> {
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
