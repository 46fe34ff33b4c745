//! The picture that a page is announced with where its address is shared: the title, its section and whose site it is, in the
//! colours of the sites' heads, as a PNG of 1200 × 630 pixels. The same words give the same bytes on every machine. Whoever
//! changes what decides the bytes changes `RECIPE` in `view::card` too.

use std::sync::LazyLock;

use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder};
use serde_json::json;
use typst::foundations::Bytes;
use typst::syntax::Source;
use typst_layout::PagedDocument;

use super::desk::{self, Desk};
use super::pdf::letters;
use crate::parse::theme::Icon;
use crate::view::CardDoc;

/// How many cards a result of Typst's own memo outlives.
const MEMO_AGE: usize = 8;

/// Titles longer than this are cut: a card is read in a list, at the width of a hand.
const LONGEST_TITLE: usize = 130;

static TEMPLATE: LazyLock<Source> = LazyLock::new(|| desk::template("/kart.typ", include_str!("card/kart.typ")));

/// The PNG of `card`. Err: what the typesetter says.
pub fn draw(card: &CardDoc) -> Result<Vec<u8>, String> {
    let mut letters = letters::Letters::default();
    let mut printable = |text: &str| letters.printable(text);
    let [ground, words, quiet, line, accent] = &card.look.colours;
    let data = json!({
        "colours": {"ground": ground, "words": words, "quiet": quiet, "line": line, "accent": accent},
        "letter": card.look.letter.as_deref().map(&mut printable),
        "has_mark": card.look.mark.is_some(),
        "site": printable(&card.site),
        "section": card.section.as_deref().map(&mut printable),
        "title": printable(&cut(&card.title)),
    });
    let json = serde_json::to_vec(&data).expect("strings are always JSON");
    let mark = card.look.mark.as_ref().map(|mark| drawing(mark, words, accent)).unwrap_or_default();
    let files = [("/veri.json", Bytes::new(json)), ("/simge.svg", Bytes::new(mark.into_bytes()))];
    let desk = Desk::new(&TEMPLATE, files.map(|(path, bytes)| (path.to_owned(), bytes)));
    let compiled = typst::compile::<PagedDocument>(&desk);
    let document = compiled.output.map_err(|errors| errors.iter().map(|e| e.message.to_string()).collect::<Vec<_>>().join("; "));
    typst::comemo::evict(MEMO_AGE);
    let document = document?;
    let page = document.pages().first().ok_or("no page")?;
    let pixels = typst_render::render(page, &typst_render::RenderOptions::default());
    // The ground covers everything, so that there is nothing to be seen through.
    let colours: Vec<u8> = pixels.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
    let mut out = Vec::new();
    PngEncoder::new_with_quality(&mut out, CompressionType::Best, FilterType::Adaptive)
        .write_image(&colours, pixels.width(), pixels.height(), ExtendedColorType::Rgb8)
        .map_err(|error| error.to_string())?;
    Ok(out)
}

/// The drawing as the style sheet of the pages shows it: lines in the colour of the words, discs in the one that stands out.
fn drawing(Icon { view_box, shapes }: &Icon, words: &str, accent: &str) -> String {
    let shapes = shapes.replace("<circle", &format!("<circle fill=\"{accent}\" stroke=\"none\""));
    let lines =
        format!("fill=\"none\" stroke=\"{words}\" stroke-width=\"2.5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{view_box}\" {lines}>{shapes}</svg>")
}

/// The title as far as a card shows it, cut between words.
fn cut(title: &str) -> String {
    if title.chars().count() <= LONGEST_TITLE {
        return title.to_owned();
    }
    let start: String = title.chars().take(LONGEST_TITLE).collect();
    let words = start.rsplit_once(' ').map_or(start.as_str(), |(words, _)| words);
    format!("{}…", words.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::CardLook;

    fn look(ground: &str) -> CardLook {
        let colours = [ground, "#ffffff", "#c6ddd6", "#38716b", "#f3c871"].map(str::to_owned);
        let mark = Icon { view_box: "0 0 48 48".into(), shapes: "<circle cx=\"34\" cy=\"11\" r=\"4.5\"/>".into() };
        CardLook { colours, mark: Some(mark), letter: None }
    }

    fn card(title: &str) -> CardDoc {
        CardDoc {
            look: look("#0c4541").into(),
            site: "Örnek Belediyesi".into(),
            section: Some("Duyurular".into()),
            title: title.into(),
        }
    }

    #[test]
    fn a_card_is_a_picture_of_the_size_that_others_expect_and_always_the_same() {
        let png = draw(&card("Çarşı’da içme suyu kesintisi: 22 Kasım 2026 Pazar")).unwrap();
        let picture = image::load_from_memory(&png).unwrap();
        assert_eq!((picture.width(), picture.height()), (1200, 630));
        assert_eq!(draw(&card("Çarşı’da içme suyu kesintisi: 22 Kasım 2026 Pazar")).unwrap(), png);
        assert_ne!(draw(&card("Carsi'da icme suyu kesintisi: 22 Kasim 2026 Pazar")).unwrap(), png, "its letters are drawn");
    }

    #[test]
    fn a_card_has_the_colours_of_the_theme_and_the_sign_of_the_municipality() {
        let pixel = |card: &CardDoc, x, y| image::load_from_memory(&draw(card).unwrap()).unwrap().to_rgb8().get_pixel(x, y).0;
        let plum = CardDoc { look: look("#4a1d3f").into(), ..card("Duyuru") };
        assert_eq!(pixel(&plum, 5, 5), [0x4a, 0x1d, 0x3f]);
        let lettered = CardLook { letter: Some("Ö".into()), ..look("#0c4541") };
        let lettered = CardDoc { look: lettered.into(), ..card("Duyuru") };
        assert_ne!(draw(&lettered).unwrap(), draw(&card("Duyuru")).unwrap());
        let bare = CardLook { mark: None, ..look("#0c4541") };
        assert!(draw(&CardDoc { look: bare.into(), ..card("Duyuru") }).is_ok(), "a theme without drawings has cards too");
    }

    #[test]
    fn what_looks_like_markup_is_only_words() {
        assert!(draw(&card("#panic() *a* $x$ \\ [ ] <b>")).is_ok());
    }

    #[test]
    fn a_title_too_long_for_a_card_is_cut_between_words() {
        let cut = cut(&"uzun başlık, ".repeat(20));
        assert!(cut.ends_with("başlık…") && cut.chars().count() <= LONGEST_TITLE, "{cut}");
        assert!(draw(&card(&"a".repeat(400))).is_ok());
    }
}
