//! Signs in the place of numbers, and what is said below a table about them. The shorthand is that of the UK's
//! Government Statistical Service: `[c]`, `[x]`, `[z]` in the place of a number, `[u]`, `[p]`, `[r]` beside one, each
//! explained where it stands.

use crate::disclose::{Marks, Policy};
use crate::turkish::{number, suffix};

/// A sign in the place of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Known, but not said.
    Withheld,
    /// Not known.
    Missing,
    /// Nothing to measure.
    NotApplicable,
}

impl Sign {
    pub(super) const ALL: [Sign; 3] = [Sign::Withheld, Sign::Missing, Sign::NotApplicable];

    /// The sign as read.
    pub(super) fn text(self) -> &'static str {
        match self {
            Sign::Withheld => "[c]",
            Sign::Missing => "[x]",
            Sign::NotApplicable => "[z]",
        }
    }

    /// What it means.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Sign::Withheld => "gizlilik nedeniyle gösterilmiyor",
            Sign::Missing => "veri yok",
            Sign::NotApplicable => "uygulanamaz, ölçülecek kayıt yok",
        }
    }
}

/// The marks beside a number, as read.
pub(super) fn beside(marks: Marks) -> &'static str {
    match (marks.uncertain, marks.provisional, marks.revised) {
        (false, false, false) => "",
        (true, false, false) => "[u]",
        (false, true, false) => "[p]",
        (false, false, true) => "[r]",
        (true, true, false) => "[u] [p]",
        (true, false, true) => "[u] [r]",
        (false, true, true) => "[p] [r]",
        (true, true, true) => "[u] [p] [r]",
    }
}

/// What the marks that stand in a table mean.
pub(super) fn explained(marks: impl Iterator<Item = Marks>, ranged: bool) -> Vec<(String, String)> {
    let all = marks.fold(Marks::default(), |all, one| Marks {
        uncertain: all.uncertain || one.uncertain,
        provisional: all.provisional || one.provisional,
        revised: all.revised || one.revised,
    });
    let uncertain = match ranged {
        true => {
            "30’dan az kayda dayanır, az güvenilir; parantez içinde %95 güven aralığı (paylarda Wilson, nüfusa oranlarda Poisson)"
        }
        false => "30’dan az kayda dayanır, az güvenilir",
    };
    let known = [
        (all.uncertain, "[u]", uncertain),
        (all.provisional, "[p]", "geçici, kayıtlar tamamlandıkça değişebilir"),
        (all.revised, "[r]", "önceki yayından sonra düzeltildi"),
    ];
    known.into_iter().filter(|(is_there, ..)| *is_there).map(|(_, sign, meaning)| (sign.into(), meaning.into())).collect()
}

/// What is said of a table that gives no rows.
pub(super) const CLOSED: &str = "kayıt çok az olduğundan satırların kendisi de gösterilmiyor";

/// The rule in a sentence or two, statistics mentioned where there are any.
pub(super) fn rule_in_words(policy: Policy, statistics: bool) -> String {
    let (min, round) = (i64::from(policy.min), i64::from(policy.round));
    let mut words = format!("{} küçük sayılar gösterilmez", suffix::ablative(min));
    if round > 1 {
        words.push_str(&format!("; öbürleri {} katına yuvarlanır", suffix::genitive(round)));
    }
    words.push('.');
    words.push_str(match round > 1 {
        true => " Her sayı ayrı yuvarlanır; bir toplam satırlarının toplamından birkaç sayı farklı olabilir.",
        false => " Bunlar bulunamasın diye başka sayılar da gizlenebilir; gösterilenler yuvarlanmamıştır.",
    });
    if statistics {
        words.push_str(&format!(" Ortanca, oran gibi ölçüler en az {} kayıt varsa gösterilir.", number::integer(min)));
    }
    words
}
