//! Findings in words (ana bulgu): what a figure's own cells say, by rule, so that no sentence holds a typed number. What
//! is withheld in the figure is not said here either: the rules see the same cells that the reader sees.

use super::words::month_words;
use crate::turkish::number;
use crate::view::{CellDoc, ColumnKind, FigureDoc};

/// The group with the greatest amount: `Fen İşleri Müdürlüğü (2.725)`; two or three that share it are all named. `None`
/// where nothing may be said or nothing stands out.
pub(in crate::view) fn top(figure: &FigureDoc, column: Option<&str>) -> Option<String> {
    let (group, amount) = (group_of(figure)?, amount_of(figure, column)?);
    let rows: Vec<(&str, f64, &str)> =
        figure.table.rows.iter().filter_map(|row| Some((&*row[group].text, value(&row[amount])?, &*row[amount].text))).collect();
    let most = rows.iter().map(|(_, value, _)| *value).fold(f64::NEG_INFINITY, f64::max);
    let first: Vec<&(&str, f64, &str)> = rows.iter().filter(|(_, value, _)| *value == most).collect();
    match first.as_slice() {
        _ if most <= 0.0 || rows.len() < 2 => None,
        [one] => Some(format!("{} ({})", one.0, one.2)),
        [before @ .., last] if first.len() <= 3 => {
            let names: Vec<&str> = before.iter().map(|(name, _, _)| *name).collect();
            Some(format!("{} ve {} (her biri {})", names.join(", "), last.0, last.2))
        }
        _ => None,
    }
}

/// A month against the same month of the year before: `Haziran 2025 ayına göre yaklaşık %12 arttı (335 yerine 375)`. The
/// month is `month`, or the figure's last. A change as small as rounding could make it is none. `None` where one of the
/// two months is not shown.
pub(in crate::view) fn change(figure: &FigureDoc, month: Option<&str>, column: Option<&str>) -> Option<String> {
    let time = figure.table.columns.iter().position(|c| c.kind == ColumnKind::Month)?;
    let amount = amount_of(figure, column)?;
    let of = |month: &str| {
        let mut rows = figure.table.rows.iter().filter(|row| *row[time].value == *month);
        // Two rows of one month are parts of it, and no rule knows how they go together.
        rows.next().filter(|_| rows.next().is_none()).map(|row| &row[amount])
    };
    let last = figure.table.rows.iter().map(|row| &*row[time].value).max()?;
    let now = month.unwrap_or(last);
    let before = year_before(now)?;
    let (new, old) = (of(now)?, of(&before)?);
    let (after, base) = (value(new)?, value(old)?);
    let rounded = figure.disclosure.is_some();
    let share = number::decimal(((after - base) / base * 100.0).abs(), 0);
    let month = month_words(&before);
    // Counts rounded to fives may each be off by almost three.
    let same = if rounded { (after - base).abs() <= 5.0 } else { after == base };
    let about = if rounded { "yaklaşık " } else { "" };
    Some(match () {
        () if same => format!("{month} ayıyla hemen hemen aynı kaldı ({} yerine {})", old.text, new.text),
        // Of small rounded counts a share would be exact only in looks.
        () if rounded && base < 100.0 => {
            let way = if after > base { "arttı" } else { "azaldı" };
            format!("{month} ayına göre {way} ({} yerine {})", old.text, new.text)
        }
        () if base <= 0.0 => format!("{month} ayına göre arttı ({} yerine {})", old.text, new.text),
        () if after > base => format!("{month} ayına göre {about}%{share} arttı ({} yerine {})", old.text, new.text),
        () => format!("{month} ayına göre {about}%{share} azaldı ({} yerine {})", old.text, new.text),
    })
}

fn year_before(month: &str) -> Option<String> {
    let (year, month) = month.split_once('-')?;
    Some(format!("{:04}-{month}", year.parse::<u16>().ok()?.checked_sub(1)?))
}

fn group_of(figure: &FigureDoc) -> Option<usize> {
    figure.table.columns.iter().position(|c| !c.kind.is_amount())
}

fn amount_of(figure: &FigureDoc, column: Option<&str>) -> Option<usize> {
    let columns = &figure.table.columns;
    columns.iter().position(|c| c.kind.is_amount() && column.is_none_or(|name| c.name == name))
}

fn value(cell: &CellDoc) -> Option<f64> {
    cell.value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{ColumnDoc, TableDoc};

    fn figure(rounded: bool, kind: ColumnKind, rows: &[(&str, &str)]) -> FigureDoc {
        let column = |name: &str, kind| ColumnDoc { name: name.to_owned(), title: name.to_owned(), kind };
        let cell = |words: &str| {
            let value = if words.starts_with('[') { "" } else { words };
            CellDoc { text: words.into(), value: value.into(), url: None, marks: "", range: None }
        };
        FigureDoc {
            id: "f".into(),
            title: "F".to_owned(),
            chart: None,
            table: TableDoc::new(
                vec![column("g", kind), column("n", ColumnKind::Integer)],
                rows.iter().map(|(group, n)| vec![cell(group), cell(n)]).collect(),
            ),
            method: String::new(),
            period: None,
            n: None,
            disclosure: rounded.then(|| "kural".to_owned()),
            legend: Vec::new(),
            marks: Vec::new(),
            sources: Vec::new(),
            data: None,
            synthetic: false,
        }
    }

    fn top_of(rows: &[(&str, &str)]) -> Option<String> {
        top(&figure(true, ColumnKind::Text, rows), None)
    }

    fn change_of(rounded: bool, rows: &[(&str, &str)]) -> Option<String> {
        change(&figure(rounded, ColumnKind::Month, rows), None, None)
    }

    #[test]
    fn the_greatest_is_named_and_a_tie_is_a_tie() {
        assert_eq!(top_of(&[("Su", "15"), ("Yol", "90"), ("İmar", "[c]")]).as_deref(), Some("Yol (90)"));
        assert_eq!(top_of(&[("Su", "90"), ("Yol", "90"), ("İmar", "15")]).as_deref(), Some("Su ve Yol (her biri 90)"));
        assert_eq!(top_of(&[("A", "5"), ("B", "5"), ("C", "5"), ("D", "5")]), None, "four alike do not stand out");
        assert_eq!(top_of(&[("Su", "[c]"), ("Yol", "[c]")]), None, "what is withheld is not said");
        assert_eq!(top_of(&[("Su", "0"), ("Yol", "0")]), None);
        assert_eq!(top_of(&[("Su", "7")]), None, "one group stands out from nothing");
    }

    #[test]
    fn a_month_is_compared_with_the_same_month_a_year_before() {
        let months = |old, new| [("2025-06", old), ("2026-05", "500"), ("2026-06", new)];
        let said = |rounded, old, new| change_of(rounded, &months(old, new));
        assert_eq!(said(true, "335", "375").as_deref(), Some("Haziran 2025 ayına göre yaklaşık %12 arttı (335 yerine 375)"));
        assert_eq!(said(false, "400", "300").as_deref(), Some("Haziran 2025 ayına göre %25 azaldı (400 yerine 300)"));
        let same = "Haziran 2025 ayıyla hemen hemen aynı kaldı (335 yerine 340)";
        assert_eq!(said(true, "335", "340").as_deref(), Some(same), "rounding alone could be this change");
        assert_eq!(said(false, "0", "3").as_deref(), Some("Haziran 2025 ayına göre arttı (0 yerine 3)"), "nothing has no share");
        assert_eq!(said(true, "65", "80").as_deref(), Some("Haziran 2025 ayına göre arttı (65 yerine 80)"));
        assert_eq!(said(true, "[c]", "375"), None);
        assert_eq!(change_of(true, &[("2026-06", "375")]), None, "there is no month to compare with");
        assert_eq!(change_of(true, &[("2025-06", "5"), ("2026-06", "9"), ("2026-06", "8")]), None, "parts are no whole");
    }
}
