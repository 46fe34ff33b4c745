//! Records that stand beside a row's own one and belong to other datasets: the events of a request.

use std::sync::Arc;

use super::{Part, Reader};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::import::cell::Kept;
use crate::model::import::header::{MOST_BESIDE, place_of};
use crate::parse::csv::Row;
use crate::parse::profile::{Also, Profile};

impl<'s> Reader<'_, 's> {
    /// The part of `book`, with as many records beside each other as the profile declared.
    pub(super) fn part(&self, book: usize, declared: Option<&Also>) -> Part<'s> {
        let width = self.books[book].width();
        let number = declared.and_then(|also| also.number.as_ref()).and_then(|name| self.books[book].place(name));
        let of_their_own = declared.map_or(0, |also| also.records.len());
        let is_wide = declared.is_some_and(Also::is_wide);
        let beside = if is_wide { MOST_BESIDE.max(of_their_own) } else { 1 };
        let (records, fixed) = (vec![vec![None; width]; beside], vec![Vec::new(); beside]);
        let mappers = (0..width).map(|_| None).collect();
        let is_dated = of_their_own > 0;
        Part { book, records, fixed, is_dated, is_wide, mappers, shared: vec![false; width], number, staged: Vec::new() }
    }

    /// The values that the records of a part always have. One that the field cannot have is complained about.
    pub(super) fn fix(&mut self, diag: &mut Diagnostics, part: &mut Part<'s>, declared: &'s Also, profile: &'s Profile) {
        for (record, of_record) in declared.records.iter().zip(&mut part.fixed) {
            for named in &record.fixed {
                let Some(place) = place_of(diag, profile, &self.books[part.book], named) else { continue };
                let mapper = self.mappers.of(diag, part.book, place, profile);
                let value = named.texts.first().map(String::as_str).unwrap_or_default();
                match mapper.constant(self.books[part.book].words(place), value) {
                    Ok(kept) => of_record.push((place, kept)),
                    Err(_) => {
                        let at = Place::at(Arc::clone(&profile.file), named.line, 0).field(Arc::clone(&named.name));
                        let complaint = Diagnostic::new(Code::UNKNOWN_VALUE, at).with("value", value.to_owned());
                        diag.push(match mapper.nearest(value) {
                            Some(near) => complaint.with("nearest", near.to_string()).hint("nearest"),
                            None => complaint,
                        });
                    }
                }
            }
        }
    }

    /// The records of the other datasets that stand beside the one of this row, numbered in their order.
    pub(super) fn also_of(&mut self, row: &Row<'_>) -> Vec<(usize, Vec<Kept>)> {
        let mut records = Vec::new();
        for part in 1..self.parts.len() {
            let mut own: Vec<Vec<Kept>> = Vec::new();
            for record in 0..self.parts[part].records.len() {
                self.map(row, part, record);
                let Part { shared, fixed, .. } = &self.parts[part];
                if self.cells.iter().zip(shared).any(|(cell, shared)| *cell != 0 && !shared) {
                    let mut cells = self.cells.clone();
                    fixed[record].iter().for_each(|(place, kept)| cells[*place] = *kept);
                    own.push(cells);
                }
            }
            let Part { book, number, is_dated, .. } = self.parts[part];
            let book = &mut self.books[book];
            if is_dated {
                let days: Vec<usize> = (0..book.width()).filter(|place| book.is_day(*place)).collect();
                own.sort_by(|a, b| days.iter().map(|day| a[*day]).cmp(days.iter().map(|day| b[*day])));
            }
            for (mut cells, nth) in own.into_iter().zip(1..) {
                if let Some(place) = number {
                    cells[place] = Kept::from(book.words(place).number(i32::to_string(&nth).as_bytes()));
                }
                records.push((part, cells));
            }
        }
        records
    }
}
