//! Numbers as Turkish offices write them, in both directions: `1.234,50`, `%45,3`.
//!
//! Parsing asks which separators the column uses and never guesses: what has two readings is an error. Exact decimals
//! throughout; a float appears only where the caller asks for one. Amounts of money are [`super::money`]'s.

mod read;
mod write;

pub use read::{NumberError, Parsed, Separators, parse, parse_decimal_bytes, parse_integer_bytes};
pub(super) use read::{signed, strip_sign, unsigned};
pub(super) use write::grouped_into;
pub use write::{decimal, decimal_into, integer, integer_into, percent};
