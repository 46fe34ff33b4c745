//! Citations → what the repository knows of them: laws by number or name, regulations by name or by the decision that
//! adopted them. Citations within a text are `parse`'s; addresses of pages are not known here.

use std::sync::Arc;

use super::{Law, Regulation, Regulations};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::regulation::{Provision, Target, find_provision, references};
use crate::turkish;

/// What a citation leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited<'r> {
    /// A law of the state with its number.
    Law(u32, &'r Law),
    /// A regulation of the repository by its name there, and the clause that is meant if the text has it.
    Regulation(&'r str, Option<Box<str>>),
    /// A clause of the same text.
    Here(&'r str),
}

impl Regulations {
    /// What `target` leads to; `None` for what the repository does not know.
    pub fn cited<'r>(&'r self, target: &'r Target) -> Option<Cited<'r>> {
        match target {
            Target::Here(id) => Some(Cited::Here(id)),
            Target::Law { law, .. } => self.laws.get_key_value(law).map(|(number, law)| Cited::Law(*number, law)),
            Target::Named { title, provision } => self.named(title, provision.as_ref()),
            Target::Decision { date: Some(date), number, .. } => {
                let adopted = |r: &Regulation| {
                    r.adoption.as_ref().is_some_and(|a| a.date == Some(*date) && a.number.as_deref() == Some(number))
                };
                self.by_name.iter().find(|(_, r)| adopted(r)).map(|(name, _)| Cited::Regulation(name, None))
            }
            Target::Decree { .. } | Target::Decision { .. } | Target::Gazette { .. } | Target::Nowhere(_) => None,
        }
    }

    /// The act whose name is `title`, or what `title` ends with: a sentence may have begun with a capital before it.
    fn named(&self, title: &str, provision: Option<&Provision>) -> Option<Cited<'_>> {
        let title = turkish::slug(title);
        let is_named = |name: &str| {
            let name = turkish::slug(name);
            !name.is_empty() && (title == name || title.strip_suffix(name.as_str()).is_some_and(|before| before.ends_with('-')))
        };
        // Of two names that fit, the longer says more: `Büyükşehir Belediyesi Kanunu`, `Belediyesi Kanunu`.
        let law = self.laws.iter().filter(|(_, law)| is_named(&law.title)).max_by_key(|(_, law)| law.title.len());
        if let Some((number, law)) = law {
            return Some(Cited::Law(*number, law));
        }
        let (name, regulation) = self.by_name.iter().filter(|(_, r)| is_named(&r.title)).max_by_key(|(_, r)| r.title.len())?;
        Some(Cited::Regulation(name, provision.and_then(|p| clause(regulation, p))))
    }
}

/// The clause that a provision names, when the regulation has it.
fn clause(regulation: &Regulation, provision: &Provision) -> Option<Box<str>> {
    match find_provision(&regulation.text, provision)? {
        Target::Here(id) => Some(id),
        _ => None,
    }
}

/// Complains about citations of clauses that another regulation of the repository does not have.
pub(super) fn check(diag: &mut Diagnostics, regulations: &Regulations) {
    // An amending decision names clauses as they were before it, and those that it makes.
    for regulation in regulations.by_name.values().filter(|r| r.amends.is_none()) {
        // Lines are those of the file, which has the adopted text.
        let adopted = &regulation.expressions[0].text;
        let references = if regulation.text == *adopted { regulation.references.clone() } else { references(adopted) };
        for reference in references {
            let Target::Named { provision: Some(provision), .. } = &reference.target else { continue };
            let Some(Cited::Regulation(name, None)) = regulations.cited(&reference.target) else { continue };
            let other = &regulations.by_name[name];
            if let Some(Target::Nowhere(_)) = find_provision(&other.text, provision) {
                let place = Place::at(Arc::clone(&regulation.file), reference.line, 0);
                let complaint = Diagnostic::new(Code::REGULATION_DANGLING, place).hint("other");
                diag.push(complaint.with("text", reference.text.to_string()).with("name", other.title.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::model::registry::Registries;
    use crate::model::regulation::load;
    use crate::source::Memory;

    #[test]
    fn acts_are_found_by_name_number_and_decision() {
        let laws = "- {sayi: 5393, ad: Belediye Kanunu, adres: 'https://ornek.tr/5393'}\n\
                    - {sayi: 5216, ad: Büyükşehir Belediye Kanunu, adres: 'https://ornek.tr/5216'}\n";
        let record = "baslik: Zabıta Yönetmeliği\nkabul: {organ: Belediye Meclisi, tarih: 2021-04-03, sayi: 38}\n";
        let text = "MADDE 1- Ayrıca Belediye Kanununun 14 üncü maddesi, Büyükşehir Belediye Kanunu, Zabıta Yönetmeliğinin 1 inci \
                    maddesi, 03/04/2021 tarih ve 38 sayılı meclis kararı, Su Yönetmeliği, 1 inci madde.\n";
        let world = Memory::new()
            .with("data/kanunlar.yaml", laws)
            .with("data/mevzuat/zabita.yaml", record)
            .with("data/mevzuat/zabita.txt", text);
        let regulations = load(&mut Diagnostics::new(), &world, &Registries::default());
        let found: Vec<String> = regulations.by_name["zabita"]
            .references
            .iter()
            .map(|reference| match regulations.cited(&reference.target) {
                Some(Cited::Law(number, _)) => number.to_string(),
                Some(Cited::Regulation(name, clause)) => format!("{name}#{}", clause.as_deref().unwrap_or_default()),
                Some(Cited::Here(id)) => format!("#{id}"),
                None => "-".to_owned(),
            })
            .collect();
        assert_eq!(found, ["5393", "5216", "zabita#madde-1", "zabita#", "-", "#madde-1"]);
    }
}
