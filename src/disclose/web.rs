//! All that is published, as one system (ağ): an unknown for every count, a sum for every link, and the cells that must
//! stay uncertain. Says what the attacker knows; what is done about it, `protect` decides.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::draft::{Draft, Spot};
use super::links::{self, Link};
use super::population::{self, Division, Published};
use super::system::{System, Unknown};
use super::{Earlier, OpenCell, Policy, identity, measures, named, parts};
use crate::model::release::FOLDER;

/// A cell that must stay uncertain.
#[derive(Clone, Debug)]
pub(super) struct Secret {
    pub unknown: Unknown,
    /// By how many people at least.
    pub width: f64,
    /// Where it is withheld; for people between two published counts the counts they lie between.
    pub spots: Vec<Spot>,
}

/// Everything published, as sums.
pub(super) struct Web {
    pub system: System,
    /// What every unknown is in truth.
    pub truth: Vec<f64>,
    counts: Vec<Option<Published>>,
    between: Vec<Secret>,
}

impl Web {
    /// The sums of all drafts and of what was published before.
    pub(super) fn of(drafts: &[Draft], earlier: &[Earlier]) -> Web {
        let mut tallies = population::tallies(drafts);
        tallies.extend(population::released(earlier));
        let divisions = population::divisions(tallies);
        let mut links = links::by_records(&divisions, most_kept(drafts));
        links.extend(named::by_names(&divisions));
        links.extend(identity::within_rows(drafts, &divisions));
        links.extend(parts::of_counts(drafts, &divisions));
        let mut web = Web::tied(drafts, divisions, links);
        web.keep_between(drafts);
        web
    }

    /// The sums and means of all drafts; `None` where there are none.
    pub(super) fn of_measures(drafts: &[Draft]) -> Option<Web> {
        let tallies = measures::tallies(drafts);
        if tallies.is_empty() {
            return None;
        }
        let divisions = population::divisions(tallies);
        let links = links::by_records(&divisions, most_kept(drafts));
        Some(Web::tied(drafts, divisions, links))
    }

    fn tied(drafts: &[Draft], divisions: Vec<Division>, links: Vec<Link>) -> Web {
        // People between two counts are unknowns, too, at most one a link.
        let room = links.len() + divisions.iter().map(|division| division.cells.len()).sum::<usize>();
        let (truth, counts) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut web = Web { system: System::with_room(room), truth, counts, between: Vec::new() };
        let mut starts = Vec::new();
        for division in divisions {
            starts.push(web.counts.len());
            for published in division.cells {
                web.unknown(published.truth as f64, Some(published));
            }
        }
        for link in links {
            web.tie(drafts, &link, &starts);
        }
        web
    }

    fn unknown(&mut self, truth: f64, published: Option<Published>) -> Unknown {
        self.truth.push(truth);
        self.counts.push(published);
        self.system.unknown(0.0, f64::INFINITY)
    }

    fn tie(&mut self, drafts: &[Draft], link: &Link, starts: &[usize]) {
        let term = |factor: f64| move |(division, cell): &(usize, usize)| (starts[*division] + cell, factor);
        let mut terms: Vec<(Unknown, f64)> = link.left.iter().map(term(1.0)).collect();
        terms.extend(link.right.iter().map(term(-1.0)));
        let spots = |terms: &[(Unknown, f64)]| -> Vec<Spot> {
            terms.iter().filter_map(|(u, _)| self.counts[*u].as_ref()).filter_map(|c| c.spots.first().copied()).collect()
        };
        let spots = spots(&terms);
        let min = spots.iter().map(|s| drafts[s.draft].policy.min).max().unwrap_or_default();
        if link.rest == 0 {
            self.system.row(terms, 0.0, 0.0);
        } else if link.rest < u64::from(min) {
            // People whom nobody published and whom anybody can find by subtracting.
            let unknown = self.unknown(link.rest as f64, None);
            terms.push((unknown, -1.0));
            self.system.row(terms, 0.0, 0.0);
            let exact = spots.iter().any(|s| drafts[s.draft].is_exact_at(*s));
            let width = if exact { f64::from(min) } else { f64::from(Policy::FLOOR) };
            self.between.push(Secret { unknown, width, spots });
        } else {
            self.system.row(terms, 0.0, f64::INFINITY);
        }
    }

    /// Who is counted in one row and not in the next is found by subtracting, too.
    fn keep_between(&mut self, drafts: &[Draft]) {
        let mut known: BTreeMap<(usize, usize), BTreeMap<usize, [usize; 2]>> = BTreeMap::new();
        for (unknown, published) in self.counts.iter().enumerate() {
            let Some(published) = published.as_ref().filter(|p| p.spots.is_empty() && p.earlier.is_empty()) else { continue };
            let mut spots = Vec::new();
            for (draft, column, part) in &published.parts_of {
                let between = known.entry((*draft, *column)).or_insert_with(|| parts::between_rows(drafts, *draft, *column));
                let rows = between.get(part).into_iter().flatten();
                spots.extend(rows.map(|row| Spot { draft: *draft, cell: Some((*row, *column)) }));
            }
            let min = spots.iter().map(|s| drafts[s.draft].policy.min).max().unwrap_or_default();
            if (1..u64::from(min)).contains(&published.truth) {
                let exact = spots.iter().any(|s| drafts[s.draft].is_exact_at(*s));
                let width = if exact { f64::from(min) } else { f64::from(Policy::FLOOR) };
                self.between.push(Secret { unknown, width, spots });
            }
        }
    }

    /// Writes down what the drafts show now.
    pub(super) fn read(&mut self, drafts: &[Draft]) {
        for (unknown, published) in self.counts.iter().enumerate() {
            let Some(published) = published else { continue };
            let (least, most) = self.known_of(drafts, published);
            // What is no whole number of people: nothing is taken as known of it.
            let whole = (least..=most).contains(&(published.truth as f64));
            let (least, most) = if whole { (least, most) } else { (0.0, f64::INFINITY) };
            self.system.set_bounds(unknown, least, most);
        }
    }

    /// Between which numbers a count lies, for who reads all its places, those of earlier releases too.
    fn known_of(&self, drafts: &[Draft], published: &Published) -> (f64, f64) {
        let meet = |(a, b): (f64, f64), (c, d): (f64, f64)| (a.max(c), b.min(d));
        let earlier = published.earlier.iter().map(|said| (said.least, said.most)).fold((0.0, f64::INFINITY), meet);
        meet(earlier, self.known_today(drafts, published))
    }

    fn known_today(&self, drafts: &[Draft], published: &Published) -> (f64, f64) {
        let spots = || published.spots.iter().copied().filter(|s| !drafts[s.draft].hides(*s));
        let at = |spot: Spot| drafts[spot.draft].published(spot, published.truth);
        if spots().next().is_some() && spots().all(|s| *drafts[s.draft].at(s) == OpenCell::Withheld) {
            // The sign of a table that could hold any number says nothing; of several rules the widest is the reason.
            if spots().any(|s| drafts[s.draft].is_exact_at(s)) {
                return (1.0, f64::INFINITY);
            }
            let own = spots().filter(|s| drafts[s.draft].is_secret(*s)).max_by_key(|s| drafts[s.draft].policy.min);
            if let Some(spot) = own {
                return at(spot);
            }
        }
        spots().map(at).fold((0.0, f64::INFINITY), |(a, b): (f64, f64), (c, d)| (a.max(c), b.min(d)))
    }

    /// How far a count can be uncertain at best: what earlier releases said of it stays said.
    pub(super) fn said_before(&self, unknown: Unknown) -> f64 {
        let said = self.counts[unknown].iter().flat_map(|c| &c.earlier).map(|said| said.most - said.least);
        said.fold(f64::INFINITY, f64::min)
    }

    /// The cells that must stay uncertain, as the drafts stand.
    pub(super) fn secrets(&self, drafts: &[Draft]) -> Vec<Secret> {
        let mut secrets = Vec::new();
        for (unknown, published) in self.counts.iter().enumerate() {
            let Some(published) = published else { continue };
            let spots: Vec<Spot> = published.spots.iter().copied().filter(|s| drafts[s.draft].is_secret(*s)).collect();
            let exact: Vec<Spot> = published.spots.iter().copied().filter(|s| drafts[s.draft].is_exact_at(*s)).collect();
            let withheld = self.is_withheld(drafts, unknown);
            // Of unrounded counts nobody knows which was withheld for itself; a measure of many is nobody's secret.
            let counted = exact.iter().any(|s| !drafts[s.draft].is_measure(*s));
            if spots.is_empty() && !(counted && withheld) {
                continue;
            }
            let min = published.spots.iter().map(|s| drafts[s.draft].policy.min).max().unwrap_or_default();
            let width = match exact.is_empty() {
                false => f64::from(min),
                true => rounded_width(min),
            };
            secrets.push(Secret { unknown, width, spots: published.spots.clone() });
        }
        secrets.extend(self.between.iter().cloned());
        secrets
    }

    /// The places of a count; none for people between two counts.
    pub(super) fn spots(&self, unknown: Unknown) -> &[Spot] {
        self.counts[unknown].as_ref().map_or(&[], |c| &c.spots)
    }

    /// True when it is withheld wherever it could stand.
    pub(super) fn is_withheld(&self, drafts: &[Draft], unknown: Unknown) -> bool {
        let spots = self.spots(unknown);
        !spots.is_empty() && spots.iter().all(|s| *drafts[s.draft].at(*s) == OpenCell::Withheld)
    }

    /// The figures and earlier releases whose numbers stand in the sums of an unknown.
    pub(super) fn figures_around(&self, drafts: &[Draft], unknown: Unknown) -> Vec<Arc<str>> {
        let rows = self.system.rows_of(unknown).iter().map(|row| self.system.row_at(*row));
        let unknowns: Vec<Unknown> = rows.flat_map(|row| row.terms.iter().map(|(u, _)| *u)).chain([unknown]).collect();
        let spots = unknowns.iter().flat_map(|u| self.spots(*u).iter());
        let mut ids: Vec<Arc<str>> = spots.map(|s| Arc::clone(&drafts[s.draft].answer.facts.id)).collect();
        ids.sort();
        ids.dedup();
        let published = unknowns.iter().filter_map(|u| self.counts[*u].as_ref());
        let said = published.flat_map(|c| &c.earlier).map(|said| format!("{FOLDER}/{}", said.release).into());
        let mut releases: Vec<Arc<str>> = said.collect();
        releases.sort();
        releases.dedup();
        ids.extend(releases);
        ids
    }
}

/// The greatest number of people that some rule calls few.
fn most_kept(drafts: &[Draft]) -> u64 {
    drafts.iter().map(|draft| u64::from(draft.policy.min)).max().unwrap_or_default()
}

/// By how many people a count withheld as "1 to min − 1" must stay uncertain: three, the number of 5429 art. 13; where
/// the rule leaves less to choose from, all of it.
fn rounded_width(min: u32) -> f64 {
    f64::from(Policy::FLOOR.min(min.saturating_sub(2)))
}
