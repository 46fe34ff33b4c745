//! Which word is on which page, and how strongly: BM25F (Robertson, Zaragoza 2009) with the words' rarity left to the reader.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;

use super::words::{self, Field};
use super::{Posting, RootDoc};
use crate::turkish::{fold, stem};
use crate::view::PageDoc;

/// How much a page is about a word, from 1 to 63.
pub type Strength = u8;

/// Saturation and length of BM25: the usual values.
const K: f64 = 4.0;
const B: f64 = 0.75;

/// How many times weaker a word is on an entry of a register: a register has very many short pages of the same words.
const ENTRY: Strength = 3;

/// The index, in the order of its keys.
pub(super) struct Index(Vec<RootDoc>);

/// How often a word stands on a page, by what it says there.
#[derive(Clone, Copy, Default)]
struct Uses {
    /// In the title, the summary, headings and the like, weighed.
    marked: u32,
    /// In the running text, where a long page uses every word more often.
    text: u32,
}

impl Uses {
    fn add(&mut self, other: Uses) {
        self.marked += other.marked;
        self.text += other.text;
    }
}

/// A page's words: how much each counts, what stands side by side, and the length of its text.
struct Counted {
    words: HashMap<String, Uses>,
    phrases: HashSet<(String, String)>,
    length: f64,
}

/// The index of `pages`.
pub(super) fn build(pages: &[&PageDoc]) -> Index {
    let counted: Vec<Counted> = pages.par_iter().with_max_len(crate::AT_ONCE).map(|page| count(&words::fields(page))).collect();
    let mean = counted.iter().map(|c| c.length).sum::<f64>() / counted.len().max(1) as f64;
    let roots = roots(&counted);

    // By folded form: the pages it is on. Two spellings of one folded form on one page add up.
    let mut forms: BTreeMap<&str, BTreeMap<u32, Uses>> = BTreeMap::new();
    let mut phrases: BTreeMap<String, BTreeMap<u32, Uses>> = BTreeMap::new();
    for (page, counted) in counted.iter().enumerate() {
        // Sums into sorted maps come out the same in whatever order they are made.
        #[allow(clippy::iter_over_hash_type, reason = "the order does not show")]
        for (word, uses) in &counted.words {
            if let Some(Meaning { form, .. }) = roots.get(word.as_str()) {
                forms.entry(form).or_default().entry(page as u32).or_default().add(*uses);
            }
        }
        #[allow(clippy::iter_over_hash_type, reason = "the order does not show")]
        for (first, second) in &counted.phrases {
            if let (Some(a), Some(b)) = (roots.get(first.as_str()), roots.get(second.as_str())) {
                phrases.entry(format!("{} {}", a.root, b.root)).or_default().insert(page as u32, Uses { marked: 12, text: 0 });
            }
        }
    }
    let postings = |found: &BTreeMap<u32, Uses>| -> Vec<Posting> {
        let strength = |page: u32, uses: Uses| {
            let whole = strength(uses, counted[page as usize].length / mean);
            if pages[page as usize].finding.entry { (whole / ENTRY).max(1) } else { whole }
        };
        found.iter().map(|(page, uses)| Posting { page: *page, strength: strength(*page, *uses) }).collect()
    };

    let root_of: BTreeMap<&str, &str> = best_roots(&roots, &counted);
    let mut docs: BTreeMap<String, RootDoc> = BTreeMap::new();
    let new = |key: &str| RootDoc { key: key.to_owned(), see: None, forms: Vec::new() };
    for (form, pages) in &forms {
        let root = root_of[form];
        docs.entry(root.to_owned()).or_insert_with(|| new(root)).forms.push(((*form).to_owned(), postings(pages)));
    }
    for form in forms.keys().filter(|form| !form.starts_with(root_of[**form])) {
        // A form may be a root as well (`adi`, of `ad` and of itself); then it is found as that.
        docs.entry((*form).to_owned()).or_insert_with(|| RootDoc { see: Some(root_of[form].to_owned()), ..new(form) });
    }
    for (phrase, pages) in &phrases {
        docs.entry(phrase.clone()).or_insert_with(|| new(phrase)).forms.push((phrase.clone(), postings(pages)));
    }
    Index(docs.into_values().collect())
}

impl Index {
    /// A name for exactly this index.
    pub(super) fn hash(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for root in &self.0 {
            hasher.update(root.key.as_bytes()).update(root.see.as_deref().unwrap_or_default().as_bytes());
            for (form, postings) in &root.forms {
                hasher.update(form.as_bytes());
                for posting in postings {
                    hasher.update(&posting.page.to_le_bytes()).update(&[posting.strength]);
                }
            }
        }
        hasher.finalize().to_hex().to_string()
    }

    /// The index cut into stretches of about `size` postings, each with at least one root.
    pub(super) fn into_stretches(self, size: usize) -> Vec<Vec<RootDoc>> {
        let mut stretches: Vec<Vec<RootDoc>> = Vec::new();
        let mut room = 0;
        for root in self.0 {
            // A form costs about as much as its letters.
            let cost: usize = root.forms.iter().map(|(form, postings)| postings.len() + form.len() / 2).sum::<usize>() + 4;
            if stretches.is_empty() || cost > room {
                stretches.push(Vec::new());
                room = size;
            }
            room = room.saturating_sub(cost);
            stretches.last_mut().expect("one was just put there").push(root);
        }
        stretches
    }
}

fn count(fields: &[Field]) -> Counted {
    let mut counted = Counted { words: HashMap::new(), phrases: HashSet::new(), length: 1.0 };
    for field in fields {
        let uses = match field.is_text {
            true => Uses { marked: 0, text: field.weight },
            false => Uses { marked: field.weight, text: 0 },
        };
        if field.is_text {
            counted.length += field.words.len() as f64;
        }
        for word in &field.words {
            counted.words.entry(word.clone()).or_default().add(uses);
        }
        if field.phrases {
            counted.phrases.extend(field.words.windows(2).map(|pair| (pair[0].clone(), pair[1].clone())));
        }
    }
    counted
}

/// What a written word stands for in the index.
struct Meaning {
    form: String,
    root: String,
}

/// The folded form and the folded root of every word but the ignored.
fn roots(counted: &[Counted]) -> HashMap<&str, Meaning> {
    let used: HashSet<&str> = counted.iter().flat_map(|c| c.words.keys().map(String::as_str)).collect();
    // A noun may be met only in other forms (`kararı`, `kararlar`): what the long ones come down to is known as well.
    let long: HashSet<String> = used.par_iter().map(|word| stem::root(word, &|w| used.contains(w))).collect();
    let known = |word: &str| used.contains(word) || long.contains(word);
    let meanings = used.par_iter().filter_map(|word| {
        let form = fold(word);
        let ignored = form.is_empty() || words::IGNORED.contains(&form.as_str());
        (!ignored).then(|| (*word, Meaning { form, root: fold(&stem::root(word, &known)) }))
    });
    meanings.collect()
}

/// The root of each folded form: where several words fold to one (`kar`, `kâr`), that of the one used more.
fn best_roots<'r>(meanings: &'r HashMap<&str, Meaning>, counted: &[Counted]) -> BTreeMap<&'r str, &'r str> {
    let mut uses: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for counted in counted {
        #[allow(clippy::iter_over_hash_type, reason = "sums come out the same in every order")]
        for word in counted.words.keys() {
            if let Some(meaning) = meanings.get(word.as_str()) {
                *uses.entry((&meaning.form, &meaning.root)).or_default() += 1;
            }
        }
    }
    let mut best: BTreeMap<&str, (u32, &str)> = BTreeMap::new();
    for ((form, root), uses) in uses {
        let known = best.entry(form).or_insert((0, root));
        if uses > known.0 {
            *known = (uses, root);
        }
    }
    best.into_iter().map(|(form, (_, root))| (form, root)).collect()
}

/// Only what the running text says is weighed by its length: a title says as much above a long text as above a short one.
fn strength(uses: Uses, relative_length: f64) -> Strength {
    let count = f64::from(uses.marked) + f64::from(uses.text) / (1.0 - B + B * relative_length);
    let saturated = count / (count + K);
    (saturated * 63.0).round().clamp(1.0, 63.0) as Strength
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_more_than_a_text_and_a_short_text_more_than_a_long_one() {
        let (titled, said) = (Uses { marked: 12, text: 0 }, Uses { marked: 0, text: 1 });
        assert!(strength(titled, 1.0) > strength(said, 1.0));
        assert!(strength(said, 0.5) > strength(said, 2.0));
        assert_eq!(strength(titled, 0.5), strength(titled, 2.0));
        assert_eq!(strength(Uses { marked: 1_000_000, text: 0 }, 1.0), 63);
        assert_eq!(strength(said, 1e9), 1);
    }

    #[test]
    fn a_stretch_holds_at_least_one_root_and_at_most_its_size() {
        let root = |key: &str, postings: usize| RootDoc {
            key: key.to_owned(),
            see: None,
            forms: vec![(key.to_owned(), vec![Posting { page: 1, strength: 1 }; postings])],
        };
        let index = Index(vec![root("a", 3), root("b", 100), root("c", 1), root("d", 1)]);
        let keys: Vec<Vec<String>> =
            index.into_stretches(12).into_iter().map(|s| s.into_iter().map(|r| r.key).collect()).collect();
        assert_eq!(keys, [vec!["a"], vec!["b"], vec!["c", "d"]]);
    }
}
