//! Filling columns, one value after another, and making a table of them. A column costs its values and no more:
//! repeated words are kept once. Not a reader of text: values come typed.

use indexmap::IndexSet;
use jiff::civil::{Date, DateTime};
use polars::prelude::{
    BooleanChunked, ChunkTake, ChunkedArray, Column as PolarsColumn, DataFrame, Float64Type, IdxCa, Int32Type, Int64Type,
    IntoSeries, NewChunkedArray, PlSmallStr, PolarsNumericType, Series, StringChunked, StringChunkedBuilder, TimeUnit,
};

use super::{Cell, Column, Kind, Table, calendar};

/// More distinct words than this and a text column stops looking for repetitions.
const MOST_DISTINCT: usize = 1 << 16;
const NO_WORD: u32 = u32::MAX;

/// A growing column (değerler). Every push method matches one constructor; another one is our own bug.
pub struct Values(Store);

/// A word of one text column, by number: cheaper to add again than its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word(u32);

#[allow(clippy::large_enum_variant, reason = "one a column: a box would save nothing")]
enum Store {
    Text(Texts),
    Whole { values: Vec<i64>, gaps: Gaps },
    Decimal { values: Vec<f64>, gaps: Gaps },
    Date { values: Vec<i32>, gaps: Gaps },
    DateTime { values: Vec<i64>, gaps: Gaps },
    Boolean { values: Vec<bool>, gaps: Gaps },
}

impl Values {
    /// An empty column for values of `kind`.
    pub fn new(kind: Kind) -> Values {
        Values(match kind {
            Kind::Text | Kind::Month => Store::Text(Texts::default()),
            Kind::Integer | Kind::Money => Store::Whole { values: Vec::new(), gaps: Gaps::default() },
            Kind::Decimal => Store::Decimal { values: Vec::new(), gaps: Gaps::default() },
            Kind::Date => Store::Date { values: Vec::new(), gaps: Gaps::default() },
            Kind::DateTime => Store::DateTime { values: Vec::new(), gaps: Gaps::default() },
            Kind::Boolean => Store::Boolean { values: Vec::new(), gaps: Gaps::default() },
        })
    }

    /// Makes room for so many more values.
    pub fn reserve(&mut self, more: usize) {
        match &mut self.0 {
            Store::Text(Texts::Repeating { codes, .. }) => codes.reserve(more),
            Store::Text(Texts::Plain { .. }) => {}
            Store::Whole { values, .. } | Store::DateTime { values, .. } => values.reserve(more),
            Store::Decimal { values, .. } => values.reserve(more),
            Store::Date { values, .. } => values.reserve(more),
            Store::Boolean { values, .. } => values.reserve(more),
        }
    }

    /// Adds words, a code or a month.
    pub fn push_text(&mut self, text: &str) {
        match &mut self.0 {
            Store::Text(texts) => texts.push(Some(text)),
            _ => panic!("words are pushed only into a text column"),
        }
    }

    /// Puts a word on the list of a text column's words, for [`Values::push_word`]; nothing is added to the column.
    pub fn word(&mut self, text: &str) -> Word {
        match &mut self.0 {
            Store::Text(texts) => Word(texts.word(text)),
            _ => panic!("words belong only to a text column"),
        }
    }

    /// Adds a word that [`Values::word`] gave for this very column.
    #[inline]
    pub fn push_word(&mut self, word: Word) {
        match &mut self.0 {
            Store::Text(texts) => texts.push_word(word.0),
            _ => panic!("words are pushed only into a text column"),
        }
    }

    /// Adds a whole number or whole kuruş.
    #[inline]
    pub fn push_integer(&mut self, number: i64) {
        match &mut self.0 {
            Store::Whole { values, .. } => values.push(number),
            _ => panic!("whole numbers are pushed only into an integer or money column"),
        }
    }

    /// Adds a number with a fraction.
    #[inline]
    pub fn push_decimal(&mut self, number: f64) {
        match &mut self.0 {
            Store::Decimal { values, .. } => values.push(number),
            _ => panic!("decimals are pushed only into a decimal column"),
        }
    }

    /// Adds a day.
    #[inline]
    pub fn push_date(&mut self, date: Date) {
        match &mut self.0 {
            Store::Date { values, .. } => values.push(calendar::days_of(date)),
            _ => panic!("days are pushed only into a date column"),
        }
    }

    /// Adds a day with its time.
    #[inline]
    pub fn push_date_time(&mut self, at: DateTime) {
        match &mut self.0 {
            Store::DateTime { values, .. } => values.push(calendar::millis_of(at)),
            _ => panic!("times are pushed only into a datetime column"),
        }
    }

    /// Adds yes or no.
    pub fn push_boolean(&mut self, yes: bool) {
        match &mut self.0 {
            Store::Boolean { values, .. } => values.push(yes),
            _ => panic!("yes and no are pushed only into a boolean column"),
        }
    }

    /// Adds a place without a value.
    #[inline]
    pub fn push_null(&mut self) {
        match &mut self.0 {
            Store::Text(texts) => texts.push(None),
            Store::Whole { values, gaps } => gaps.push(values),
            Store::Decimal { values, gaps } => gaps.push(values),
            Store::Date { values, gaps } => gaps.push(values),
            Store::DateTime { values, gaps } => gaps.push(values),
            Store::Boolean { values, gaps } => gaps.push(values),
        }
    }

    /// Adds a cell of a column of the same kind.
    pub fn push(&mut self, cell: &Cell) {
        match cell {
            Cell::Null => self.push_null(),
            Cell::Text(text) => self.push_text(text),
            Cell::Integer(number) | Cell::Money(number) => self.push_integer(*number),
            Cell::Decimal(number) => self.push_decimal(*number),
            Cell::Date(date) => self.push_date(*date),
            Cell::DateTime(at) => self.push_date_time(*at),
            Cell::Boolean(yes) => self.push_boolean(*yes),
        }
    }

    /// Adds all of `other`, a column of the same kind, after these.
    pub fn append(&mut self, other: Values) {
        match (&mut self.0, other.0) {
            (Store::Text(texts), Store::Text(more)) => texts.append(more),
            (Store::Whole { values, gaps }, Store::Whole { values: more, gaps: other }) => gaps.append(values, more, other),
            (Store::Decimal { values, gaps }, Store::Decimal { values: more, gaps: other }) => gaps.append(values, more, other),
            (Store::Date { values, gaps }, Store::Date { values: more, gaps: other }) => gaps.append(values, more, other),
            (Store::DateTime { values, gaps }, Store::DateTime { values: more, gaps: other }) => gaps.append(values, more, other),
            (Store::Boolean { values, gaps }, Store::Boolean { values: more, gaps: other }) => gaps.append(values, more, other),
            _ => panic!("only columns of one kind are joined"),
        }
    }

    /// How many values, those without one included.
    pub fn len(&self) -> usize {
        match &self.0 {
            Store::Text(texts) => texts.len(),
            Store::Whole { values, .. } | Store::DateTime { values, .. } => values.len(),
            Store::Decimal { values, .. } => values.len(),
            Store::Date { values, .. } => values.len(),
            Store::Boolean { values, .. } => values.len(),
        }
    }

    /// True when nothing was pushed.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn finish(self, name: &str) -> Series {
        let name = PlSmallStr::from_str(name);
        match self.0 {
            Store::Text(texts) => texts.finish(name).into_series(),
            Store::Whole { values, gaps } => gaps.between::<Int64Type>(name, values).into_series(),
            Store::Decimal { values, gaps } => gaps.between::<Float64Type>(name, values).into_series(),
            Store::Date { values, gaps } => gaps.between::<Int32Type>(name, values).into_date().into_series(),
            Store::DateTime { values, gaps } => {
                gaps.between::<Int64Type>(name, values).into_datetime(TimeUnit::Milliseconds, None).into_series()
            }
            Store::Boolean { values, gaps } => match gaps.present(values.len()) {
                None => BooleanChunked::from_iter_values(name, values.into_iter()).into_series(),
                Some(present) => {
                    let values = values.into_iter().zip(present).map(|(value, there)| there.then_some(value));
                    BooleanChunked::from_iter_options(name, values).into_series()
                }
            },
        }
    }
}

/// The places without a value, counted from 0, rising: most columns have few.
#[derive(Default)]
struct Gaps(Vec<u32>);

impl Gaps {
    fn push<T: Default>(&mut self, values: &mut Vec<T>) {
        self.0.push(place(values.len()));
        values.push(T::default());
    }

    fn append<T>(&mut self, values: &mut Vec<T>, more: Vec<T>, other: Gaps) {
        let offset = values.len();
        self.0.extend(other.0.into_iter().map(|gap| place(gap as usize + offset)));
        values.extend(more);
    }

    /// Which places hold a value; `None` when all do.
    fn present(&self, len: usize) -> Option<Vec<bool>> {
        (!self.0.is_empty()).then(|| {
            let mut present = vec![true; len];
            for gap in &self.0 {
                present[*gap as usize] = false;
            }
            present
        })
    }

    /// A column of `values`, which stay where they are.
    fn between<T: PolarsNumericType>(&self, name: PlSmallStr, values: Vec<T::Native>) -> ChunkedArray<T> {
        let present =
            self.present(values.len()).map(|present| BooleanChunked::from_iter_values(name.clone(), present.into_iter()));
        let bits = present.and_then(|present| present.downcast_iter().next().map(|array| array.values().clone()));
        ChunkedArray::from_vec_validity(name, values, bits)
    }
}

fn place(index: usize) -> u32 {
    u32::try_from(index).expect("Polars counts rows in 32 bits, and the reader of files stops before")
}

/// Words: as numbers into a list of distinct words, until there are too many of them.
#[allow(clippy::large_enum_variant, reason = "one a column: a box would save nothing")]
enum Texts {
    Repeating { words: IndexSet<Box<str>>, codes: Vec<u32> },
    Plain { done: StringChunked, growing: StringChunkedBuilder, grown: usize, words: IndexSet<Box<str>> },
}

impl Default for Texts {
    fn default() -> Self {
        Texts::Repeating { words: IndexSet::new(), codes: Vec::new() }
    }
}

impl Texts {
    fn push(&mut self, text: Option<&str>) {
        match self {
            Texts::Repeating { words, codes } => {
                let code = match text {
                    None => NO_WORD,
                    Some(text) => words.get_index_of(text).unwrap_or_else(|| words.insert_full(text.into()).0) as u32,
                };
                codes.push(code);
                if words.len() > MOST_DISTINCT {
                    self.make_plain();
                }
            }
            Texts::Plain { growing, grown, .. } => {
                growing.append_option(text);
                *grown += 1;
            }
        }
    }

    fn word(&mut self, text: &str) -> u32 {
        let (Texts::Repeating { words, .. } | Texts::Plain { words, .. }) = self;
        words.get_index_of(text).unwrap_or_else(|| words.insert_full(text.into()).0) as u32
    }

    fn push_word(&mut self, word: u32) {
        match self {
            Texts::Repeating { codes, .. } => codes.push(word),
            Texts::Plain { growing, grown, words, .. } => {
                growing.append_value(&words[word as usize]);
                *grown += 1;
            }
        }
    }

    fn make_plain(&mut self) {
        let (Texts::Repeating { words, .. } | Texts::Plain { words, .. }) = &*self;
        let words = words.clone();
        let done = std::mem::take(self).finish(PlSmallStr::EMPTY);
        *self = Texts::Plain { done, growing: StringChunkedBuilder::new(PlSmallStr::EMPTY, 0), grown: 0, words };
    }

    fn append(&mut self, more: Texts) {
        match (&mut *self, more) {
            (Texts::Repeating { words, codes }, Texts::Repeating { words: new, codes: more })
                if words.len() + new.len() <= MOST_DISTINCT =>
            {
                let map: Vec<u32> = new.into_iter().map(|word| words.insert_full(word).0 as u32).collect();
                codes.extend(more.into_iter().map(|code| if code == NO_WORD { NO_WORD } else { map[code as usize] }));
            }
            (Texts::Plain { done, growing, grown, .. }, more) => {
                let pause = std::mem::replace(growing, StringChunkedBuilder::new(PlSmallStr::EMPTY, 0));
                *grown = 0;
                for part in [pause.finish(), more.finish(PlSmallStr::EMPTY)] {
                    done.append_owned(part).expect("parts of one column are all text");
                }
            }
            (Texts::Repeating { .. }, more) => {
                self.make_plain();
                self.append(more);
            }
        }
    }

    fn len(&self) -> usize {
        match self {
            Texts::Repeating { codes, .. } => codes.len(),
            Texts::Plain { done, grown, .. } => done.len() + grown,
        }
    }

    fn finish(self, name: PlSmallStr) -> StringChunked {
        match self {
            Texts::Repeating { words, codes } => {
                let words = StringChunked::from_iter_values(name, words.iter());
                let places = match codes.contains(&NO_WORD) {
                    false => IdxCa::from_vec(PlSmallStr::EMPTY, codes),
                    true => IdxCa::from_iter_options(PlSmallStr::EMPTY, codes.into_iter().map(|c| (c != NO_WORD).then_some(c))),
                };
                words.take(&places).expect("every number was given to a word of the list")
            }
            Texts::Plain { mut done, growing, .. } => {
                done.append_owned(growing.finish()).expect("parts of one column are all text");
                done.rename(name);
                done
            }
        }
    }
}

/// Puts finished columns together (tablo kurucu).
#[derive(Default)]
pub struct TableBuilder {
    columns: Vec<Column>,
    series: Vec<PolarsColumn>,
}

impl TableBuilder {
    /// A table without columns yet.
    pub fn new() -> TableBuilder {
        TableBuilder::default()
    }

    /// Adds a column. All columns of a table have the same length, and no two have one name.
    pub fn column(&mut self, column: Column, values: Values) -> &mut Self {
        self.series.push(values.finish(&column.name).into());
        self.columns.push(column);
        self
    }

    /// The table. Columns of different length or with one name are our own bug.
    pub fn finish(self) -> Table {
        let height = self.series.first().map_or(0, |c| c.len());
        let frame = DataFrame::new(height, self.series).expect("columns are equally long and differ in name");
        Table { frame, columns: self.columns.into() }
    }
}
