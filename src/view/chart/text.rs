//! How wide words are likely to be. An estimate on the wide side, because the reader's font is not known here.

/// Distance between two baselines, in font sizes.
pub const LEADING: f64 = 1.25;

/// Estimated width of one line of text in px at font size `size`.
pub fn width(text: &str, size: f64) -> f64 {
    f64::from(text.chars().map(milli_em).sum::<u32>()) / 1000.0 * size
}

fn milli_em(c: char) -> u32 {
    match c {
        'i' | 'ı' | 'l' | 'j' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 300,
        'I' | 'İ' | ' ' => 330,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 400,
        '–' => 550,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 920,
        '—' | '…' => 1000,
        c if c.is_uppercase() => 710,
        _ => 600,
    }
}

/// `text` broken between words into at most `most` lines of at most `limit` px; `None` when it does not fit.
pub fn wrap(text: &str, size: f64, limit: f64, most: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if width(word, size) > limit {
            return None;
        }
        match lines.last_mut() {
            Some(line) if width(line, size) + width(" ", size) + width(word, size) <= limit => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    (lines.len() <= most).then_some(lines)
}

/// `text`, cut with `…` when it is wider than `limit` px.
pub fn cut(text: &str, size: f64, limit: f64) -> String {
    if width(text, size) <= limit {
        return text.to_owned();
    }
    let room = limit - width("…", size);
    let mut used = 0.0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += f64::from(milli_em(*c)) / 1000.0 * size;
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// `text` in at most `most` lines of `limit` px, the last one cut when there is more.
pub fn wrap_or_cut(text: &str, size: f64, limit: f64, most: usize) -> Vec<String> {
    if let Some(lines) = wrap(text, size, limit, most) {
        return lines;
    }
    let mut lines = Vec::new();
    let mut rest = text.trim();
    while lines.len() + 1 < most {
        let fitting = rest.match_indices(' ').map(|(at, _)| at).take_while(|at| width(&rest[..*at], size) <= limit).last();
        let Some(at) = fitting else { break };
        lines.push(rest[..at].to_owned());
        rest = rest[at..].trim_start();
    }
    lines.push(cut(rest, size, limit));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_break_between_words_only() {
        assert_eq!(wrap("Fen İşleri Müdürlüğü", 10.0, 80.0, 2), Some(vec!["Fen İşleri".into(), "Müdürlüğü".into()]));
        assert_eq!(wrap("Fen İşleri Müdürlüğü", 10.0, 40.0, 3), None);
        assert_eq!(wrap("Fen İşleri Müdürlüğü", 10.0, 80.0, 1), None);
    }

    #[test]
    fn what_does_not_fit_is_cut_within_the_limit() {
        let lines = wrap_or_cut("Basın Yayın ve Halkla İlişkiler Müdürlüğü", 14.0, 110.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| width(line, 14.0) <= 110.0));
    }
}
