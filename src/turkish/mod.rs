//! What a program must know about Turkish: case, order, folding, slugs, numbers, money, dates, suffixes, working days,
//! identity numbers and the damage Turkish text suffers on its way. The only door to `icu_*`.
//!
//! Pure text and arithmetic: no complaint is worded here (the rooms above know the place and the reader), nothing is
//! read from outside, and no other room is imported. What cannot be decided is an error, never a guess.

pub mod case;
pub mod collate;
pub mod date;
pub mod encoding_damage;
pub mod fold;
pub mod ids;
pub mod money;
pub mod number;
pub mod slug;
pub mod stem;
pub mod suffix;
pub mod workdays;

pub use fold::{fold, fold_into};
pub use slug::{slug, slug_into};
