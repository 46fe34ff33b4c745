# Looking at finished pages (tellal audit).
wrong-language = the text is said to be in `{ $language }` but looks like `{ $seems }`: { $text }
    .hint = give the page or this part the `lang` of its text; in Markdown, `[text]{"{"}lang=en{"}"}`
    .explain =
        A screen reader speaks with the voice of the language in `lang`; with the wrong one nothing is understood (WCAG 2.2,
        3.1.1 and 3.1.2). The page's language stands in <html lang>, parts in another one have a `lang` of their own.
page-without-title = the page has no `{ $element }`, an empty one, or several
    .hint = give every page a <title> and exactly one first-level heading
    .explain =
        The name of the tab and the first heading are what tells people where they are (WCAG 2.2, 2.4.2 and 1.3.1).
skipped-heading = a level of headings is skipped, { $to } after { $from }: { $text }
    .hint = raise the heading a level, or write the one between
    .explain =
        Who goes from heading to heading looks for the part that the skipped level promises (WCAG 2.2, 1.3.1 and 2.4.6).
same-link-words = two links say the same and lead to different places: `{ $text }` → { $target }, { $other }
    .hint = add words that tell the places apart, if need be for screen readers alone
    .explain =
        Links are often heard as a list. Who hears “PDF” five times cannot tell which is which (WCAG 2.2, 2.4.4). Write “PDF:
        annual report 2026”.
nameless-control = a { $element } without a name
    .hint = write text in it, give its picture an alternative, or the element an aria-label
    .explain =
        For a link or button without a name a screen reader says “link” or “button” and no more (WCAG 2.2, 2.4.4 and 4.1.2).
graphic-without-alternative = the { $element } has no text alternative, or one that says nothing: `{ $text }`
    .hint = say in a sentence what it shows; give decoration aria-hidden or an empty alt
    .explain =
        Who cannot see a picture hears its alternative instead (WCAG 2.2, 1.1.1). “Chart” or a file's name says nothing;
        “requests by month, highest in March with 412” does. A chart also needs its table beside it.
table-without-headers = the table has no header cells: { $text }
    .hint = make its header cells <th scope>
    .explain =
        Heard cell by cell, a table has each cell read with its header. Without headers there are only numbers (WCAG 2.2, 1.3.1).
table-without-caption = the table has no name: { $text }
    .hint = give it a <caption>, or a name with aria-labelledby
    .explain =
        The tables of a page are listed by their names; without one nobody knows what it is a table of (WCAG 2.2, 1.3.1).
wrong-case = a Turkish word in the wrong case: `{ $word }`
    .hint = write İ for a capital i and I for a capital ı; mark the language of an English word
    .explain =
        Programs that know no Turkish make ISTANBUL of “istanbul”, and “i̇zmi̇r” with combining dots of “İZMİR”. Searching does not
        find these, and a screen reader reads another word (WCAG 2.2, 3.1.1).
unexplained-sign = the page does not explain this sign: `{ $sign }`
    .hint = write what it means below the table, as in `{ $sign } …`
    .explain =
        An asterisk, a dagger or [c] means nothing until it is explained, and screen readers leave most of them out (WCAG 2.2,
        1.3.3 and 3.3.2).
repeated-id = one id twice on the page: `{ $id }`
    .hint = change one: an id stands once on a page
    .explain =
        Labels, descriptions and links within the page go by ids; where two elements share one, all of them reach the first
        (WCAG 2.2, 1.3.1 and 4.1.2).
