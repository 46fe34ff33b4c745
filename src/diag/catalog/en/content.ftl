# Pages: front matter, YAML and Markdown.

bad-yaml = the YAML cannot be read: { $cause }
    .hint = Mend the indentation, the colons and the quotes at this line
    .hint-colon = Put the value in double quotation marks (`title: "Notice: water cut"`) or mend the indentation
    .hint-tab = Replace the tab at the beginning of the line by spaces
    .hint-close = Close the quotation mark or the bracket; if it is not at this line, look in the lines above
    .hint-mark = Put the value in double quotation marks (`title: "*important*"`); delete signs that cannot be seen
    .hint-space = Put a space after the colon: `title: Notice`
    .hint-escape = Use single quotation marks: `'C:\Files'`
    .hint-empty = Write the value or delete the line
    .explain =
        YAML depends on indentation: spaces, never tabs; a space after each colon; values that hold a colon, # or a
        quotation mark stand in quotes: `title: "Notice: water cut"`. Aliases (& and *) that contain themselves or grow
        without bound are refused.

unknown-key = unknown key: `{ $key }`
    .hint = Remove the key or correct its spelling
    .hint-nearest = Write `{ $nearest }` or remove the key
    .explain =
        This file has no such key; usually it is a slip of the pen. Unknown keys are not passed over in silence: a
        notice with `expries` would never leave the site.

missing-key = required key missing: `{ $key }`
    .hint = Add the key `{ $key }`
    .explain =
        This file must have this key. Every page, for example, has a `title`: lists, search and the browser's tab show
        the page by it.

bad-value = the value of `{ $key }` will not do: `{ $value }`, expected { $expected }
    .hint = Write the value as expected: { $expected }
    .explain =
        The key is right, its value is not. Dates are written `2026-07-01`; yes and no are `true` and `false`; lists
        stand in square brackets or one below the other with dashes.

alert-unclear = { $kind ->
        [level] the alert's level was not understood: `{ $value }`; it is shown as an emergency
        [no-start] the alert has no `baslangic`; it is shown from today on
        [start] the alert's first day was not understood: `{ $value }`; it is shown from today on
        [start-after] the alert begins ({ $day }) after its end ({ $value }); it is shown from today until its end
        [no-end] the alert has no `bitis`; { $day } is the last day it is shown
        [open-end] the alert has no `bitis`; it is shown until it is taken out of the file
        [end] the alert's last day was not understood: `{ $value }`; it is shown until it is taken out of the file
        [end-before] the alert ends ({ $value }) before it begins ({ $day }); it is shown until it is taken out of the file
        [link] the alert's link is no address: `{ $value }`; it is shown without it
        [lost-link] the page that the alert leads to is not published: `{ $value }`; it is shown without the link
       *[long] the alert's text is long: { $value } letters, { $most } at most; it is shown as it is
    }
    .hint = Mend the address, or publish the alert again once the page is there
    .hint-nearest = Write `{ $nearest }` or take the link away
    .hint-level = Write acil, uyari or bilgi for `duzey`
    .hint-start = Write the first day as `baslangic: 2026-11-22`
    .hint-end = Write the last day as `bitis: 2026-11-25`
    .hint-link = Write the address of a page that begins with / or one that begins with https://
    .hint-long = Shorten the text; write the details on a page and lead there with `baglanti`
    .explain =
        An alert does not wait: where its `metin` can be read it is published. Without its link where that is broken, as an
        emergency where its level is not understood, from today on where it has no first day. An alert with a first day alone
        is shown for seven days; without either, or with a last day that cannot be read, it is shown until it is taken out of
        the file. Every build says so again.

no-front-matter = { $kind ->
        [open] the page's front matter opens in the first line and never closes
       *[none] the page has no front matter
    }
    .hint = Write at least `title:` between two lines of `---` at the top of the file
    .hint-open = Write a line with nothing but `---` after the last line of the front matter
    .explain =
        Every page begins with front matter, YAML between two lines of `---`: title, date, responsible unit. The first
        `---` must be the first line of the file, and the second must not be forgotten. `tellal new` opens a page with
        the right front matter.

unknown-section = unknown section: `{ $section }`
    .hint = Move the page to a known section or add an `index.md` to the folder
    .explain =
        Pages stand in section folders (duyurular, haberler, hizmetler…) and every section has an opening page
        (`index.md`). Without it, the pages of a section could not be reached from anywhere.

unknown-unit = the unit is not registered: `{ $value }`
    .hint = Add the unit to the list in data/birimler or correct its name
    .hint-nearest = Write `{ $nearest }` or add an alias for this spelling
    .explain =
        Units are kept in one list; pages, data and reports use the name or code that stands there. Two spellings of one
        unit would split its numbers between two units. Old and short spellings are added as aliases.

missing-alt = the image has no text alternative
    .hint = Say what the image shows between the square brackets: ![Town hall](bina.jpg)
    .hint-front = Say with `alt` what the image shows: {"{"}file: bina.jpg, alt: "Town hall"{"}"}
    .explain =
        Readers who cannot see the image hear its text alternative (WCAG 2.2, 1.1.1). Do not write “image” or the file's
        name; say in one sentence what the image tells on this page. Where an image tells nothing and only decorates, say
        so: `![-](line.png)`.

bad-picture = the image cannot be read: { $target } ({ $cause })
    .hint = Open the image in a picture program and save it again as JPEG or PNG
    .hint-link = Link to a file that is no image: take away the exclamation mark and write [words](file)
    .explain =
        The file to be shown could not be understood as an image. JPEG, PNG, WebP and GIF are read; the HEIC files of
        telephones, TIFF and RAW are not. Files above 32 MB are not opened. Exporting the image as JPEG usually does it.

picture-ending = the image has the wrong ending: { $target } is a .{ $is } file
    .hint = Change the file's ending to .{ $is }, and its name on the page too
    .explain =
        The file holds another kind of image than its name says. Changing a name does not change the kind. Putting the name
        right is enough; the file stays as it is.

picture-too-large = the image is too large: { $target }, { $width } × { $height } pixels
    .hint = Make the image smaller: at most { $side } pixels on its longer side, { $millions } million pixels in all
    .explain =
        What is read is limited: a file of a few kilobytes may declare an image that fills the memory. Pages show images at
        most 1440 pixels wide; a copy of more than 2000 pixels is of no use.

picture-cut-off = the image is cut off: { $target }
    .hint = Copy the file again from where it came
    .explain =
        The file ends before the image does: copying or saving was interrupted. Half an image is not published.

picture-unsafe = the drawing does more than draw: { $target } ({ $what })
    .hint = Save the drawing again without scripts, links, movement and other files (“plain SVG”), or export it as PNG
    .explain =
        An SVG is a document more than a picture: it can run scripts, ask other hosts and move. Only files that draw are
        published. Saving it as “Plain SVG” in Inkscape usually does it.

picture-moves = the image moves: { $target }; only its first moment is shown
    .hint = Take an image that stands still, or tell the movement with a video
    .explain =
        An image that moves by itself and cannot be stopped makes reading hard (WCAG 2.2, 2.2.2). Of moving GIF, WebP and
        PNG files only the first moment is published therefore.

picture-not-shown = no page shows the image { $file }; it was not published
    .hint = Write ![what it shows]({ $name }) on a page, or delete the file
    .explain =
        Images are published only when a page shows them: smaller copies, without the place and the persons that cameras
        note, are put beside the page. The file itself is never published.

html-removed = HTML in Markdown was taken out: { $what }
    .hint = Write the same in Markdown
    .explain =
        HTML in pages is sanitised for safety: scripts, frames, event attributes and style attributes are taken out.
        Markdown has links, tables, footnotes and emphasis; the looks are the theme's business.

heading-level = { $kind ->
        [first] the text holds a heading of the first level (#)
       *[other] a heading level is skipped: after level { $previous } comes level { $level }
    }
    .hint = Raise heading levels one at a time and begin the text at the second level (##)
    .hint-first = Put one more # before it: headings of the text begin at the second level (##), the first is the page's title
    .hint-skipped = Raise levels one at a time: move the heading one level up
    .explain =
        People with screen readers move through a page by its headings; a skipped level sounds like a missing part. The
        first-level heading of a page is the `title` of its front matter; the text begins with ##.

vague-link = the text of the link says nothing: `{ $text }`
    .hint = Name in the link the place it leads to
    .explain =
        Links like “click here” tell nothing when a list of links is read aloud (WCAG 2.2, 2.4.4). Instead of “click
        here for the application form”, write “application form” and make that the link.

repeated-key = the key `{ $key }` is written twice
    .hint = Remove one of them
    .explain =
        Where one key stands twice in one place it is not clear which one counts. The build stops rather than
        silently take the last.

unknown-icon = the theme has no icon called `{ $name }`
    .hint = Write one of the names in the theme's `simgeler.svg`
    .hint-nearest = Write `{ $nearest }`, or add an icon of this name to the theme's `simgeler.svg`
    .explain =
        The icons of the tasks on the home page come from the theme's file `simgeler.svg`; an icon's name is its `id` there.
        The handbook's page on themes lists the names.

low-contrast = the colour `{ $text }` cannot be read on `{ $ground }` ({ $scheme }): contrast { $ratio }, at least { $least } needed
    .hint = Make the text darker or its ground lighter; in the dark scheme the other way round
    .explain =
        The contrast between a text and its ground must be enough for weak eyes and for a telephone in the sun (WCAG 2.2,
        criterion 1.4.3: at least 4.5; 1.4.11, edges of form fields and the keyboard's focus: at least 3). Which colour stands
        on which ground is said in the theme's `renkler.yaml`.

unknown-theme = there is no theme called `{ $name }`
    .hint = Add the folder `themes/{ $name }/`, or correct `theme:` in `site.yaml`
    .explain =
        The look of the site comes from a folder below `themes/`. The key `theme:` in `site.yaml` is that folder's
        name; there is no such folder, or it is empty.
unknown-language = `{ $language }` is not among the site's languages: { $known }
    .hint = add `{ $language }` to `languages` in site.yaml, or take the language out of the file's name
    .explain =
        Two or three small letters between the last two dots of a file's name are the page's language: su.en.md is the English
        of su.md and is published below /en/. Without the language in `languages` of site.yaml there are no menus and no words
        for such a page.
sibling-without-original = the page has no original: there is no `{ $original }`
    .hint = write the page in the site's own language beside it, or give the file the name of that page
    .explain =
        A page in another language stands beside its original under the same name: su.md and su.en.md. One without an original
        is published, but nothing leads from one language to the other, and it cannot take its date, unit and section from there.

review-due = the page should have been reviewed by { $date }
    .hint = Look at the page again, then set a later day at `review_by`
    .explain =
        Everything that is written ages: fees, addresses, ways to apply. Someone has to look again at a page whose `review_by`
        has passed. The page stays published, and citizens do not see the day. The desk page of `tellal serve` lists them.

missing-footnote = the text mentions a footnote that is not there: `[^{ $name }]`
    .hint = Write the footnote at the end of the page, `[^{ $name }]: …`, or remove the mention
    .explain =
        A footnote stands in two places: `[^1]` in the text, `[^1]: its words` at the end of the page. A mention without
        words is shown as it is written, brackets and all.

unused-footnote = nothing refers to the footnote `[^{ $name }]`; it is not shown
    .hint = Write `[^{ $name }]` where it belongs in the text, or remove the footnote
    .explain =
        Footnotes are shown at the end of the page in the order in which the text mentions them. One that is not mentioned
        is not shown.

table-row = this row of the table has { $cells } cells, its header has { $columns }
    .hint = Separate the row's cells by | until there are as many as in the header; leave an empty line where the table ends
    .hint-more = Take the extra cell away; write \| for a | within a cell
    .explain =
        Rows have as many cells as their header. Missing ones stay empty, and what is too many is not shown at all: readers
        miss a part of what you wrote. A text right below a table, without an empty line, becomes a row of it, too.

unclosed-fence = the block of code that begins here never ends
    .hint = Write a line with nothing but { $name } where the code ends
    .explain =
        Within a block that three backticks open no Markdown is read. Left open, it shows the rest of the page, headings and
        links, as code.

personal-number = a number of eleven digits in the text looks like a personal identity number
    .hint = Take the number out of the text; if it is one, have it removed from the git history, too
    .explain =
        An identity number is personal data and is not published on the citizens' site (Law 6698). The number itself is left
        out of this message on purpose. One in a hundred numbers of eleven digits looks like one by chance; if it is the
        number of a file or a subscriber, nothing needs to be done.

no-audience = `{ $name }` is in the folder of no site; not published
    .hint = Move the file below content/public, content/internal or content/reports
    .explain =
        The folder decides who sees a page: content/public is the citizens', content/internal the staff's, content/reports
        the reports'. Files elsewhere are not read.

cause-yaml-colon = there is a colon within the value, or the indentation does not match the line above
cause-yaml-key = `key: value` was expected, there is no colon
cause-yaml-tab = there is a tab in the indentation
cause-yaml-quote = a quotation mark is opened and never closed
cause-yaml-after-quote = there are more words after the closing quotation mark
cause-yaml-escape = there is a backslash (\) within double quotation marks, where it means something to YAML
cause-yaml-bracket = a bracket is opened and never closed
cause-yaml-brackets = the brackets do not match, or a comma is missing between them
cause-yaml-mark = the value begins with a sign that means something to YAML (such as * & @ % ` ! ,), or holds one that cannot be seen
cause-yaml-space = there is no space after the colon
cause-yaml-empty = the key has no value
cause-yaml-indentation = the indentation does not match the lines above
cause-yaml-recursive = an alias contains itself
cause-yaml-deep = too many levels within each other
cause-yaml-too-much = the file is too large, or grows without bound through aliases
cause-yaml-end = the file ends unexpectedly
cause-yaml-documents = there are several documents in the file: a line `---` stands in the middle
cause-yaml-text = a single text is expected here
cause-yaml-list = a list is expected here
cause-yaml-map = lines `key: value` are expected here
cause-yaml-number = a number is expected here
expected-text = text
expected-number = a number
expected-list = a list such as [a, b]
expected-date = a day of the calendar such as 2026-11-22
expected-moment = a day of the calendar with its time such as 2026-12-05 19:00
expected-map = keys below it, such as {"{"}a: b{"}"}
