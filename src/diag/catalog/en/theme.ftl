# Themes: templates and words.
bad-template = the template cannot be read: { $cause }
    .hint = mend the template at this place: check its syntax and the names it uses
    .explain = A file in the theme's templates/ folder does not follow the template language, or uses a filter, component or parent that does not exist. Templates are written in Tera 2. No page is made until all templates can be read.
template-error = the template stopped while making the page { $page }: { $cause }
    .hint = check that the variable is in `page`, `site`, `words`, `asset` or `content`; ask with `if` before using a value that may be absent
    .hint-many = check: the same place stopped { $more } more pages; is the variable in `page`, `site`, `words`, `asset` or `content`; ask with `if` before using a value that may be absent
    .explain = The template is well formed but asked for something this page does not have. A template sees only the finished page: `page` is what is known about it, `content` its text, `site` what the site's pages share, `words` the words of tr.ftl, en.ftl and so on in the page's language, `asset` the addresses of the files in assets/.
unknown-field = the template uses the field `{ $field }`, which no page has
    .hint = check the field's name, or take this line out; known are: { $known }
    .hint-nearest = did you mean `{ $nearest }`?
    .explain = A template names a field that is not among what it is given. Asked for with `if`, such a field is no error, it is merely not there: what the template wanted to show silently vanishes from the pages. The name may be misspelt, or a newer version of the program may call it otherwise. Pages are made all the same.
missing-template = the theme has no template `{ $template }`
    .hint = add this file, or copy it from the default theme
    .explain = Every theme has the templates error, home, list, page, redirect, section and terms; each makes one kind of page. Pages of a kind whose template is missing cannot be made.
missing-word = the theme's words lack `{ $key }`
    .hint = add a line `{ $key } = …` to this file
    .explain = The words of tables, footnotes, alerts and notes on figures come from the theme's tr.ftl. A missing word would show its own name on the page; therefore it is an error.
bad-words = the theme's words cannot be read: { $cause }
    .hint = mend this place: a word is a line `name = text`, braces are closed, and a word that is mentioned is there
    .explain = A theme's words are in one file a language (tr.ftl, en.ftl), written in Fluent. A line that cannot be read would be missing from the pages; therefore it is an error.
untranslated-words = { $number } words of the theme are not in `{ $language }`: { $keys }
    .hint = translate them: write them in this file under the same names; until then pages in this language show the Turkish
    .explain = Some of the theme's words (menus, labels of dates, the search) are not yet in one of the site's languages. The page is made all the same; a missing word is written in Turkish and marked as Turkish for screen readers.

cause-template-name = { $found } stands here, a name was expected
cause-template-text = { $found } stands here, a text in quotation marks was expected
cause-template-sign = { $found } stands here, expected: { $wanted }
cause-template-value = { $found } stands here, a name, a number or a text in quotation marks was expected
cause-template-found = { $found } was not expected here
cause-template-field = there is no field `{ $name }`
cause-template-filter = there is no filter `{ $name }`
cause-template-function = there is no function `{ $name }`
cause-template-component = there is no component `{ $name }`
cause-template-file = there is no template `{ $name }`
cause-template-argument = the component is given a value that it does not know
cause-template-tag = an unknown tag
cause-template-block = the parent templates have no block `{ $name }`
cause-template-end = the file ends before an open block or brace is closed
cause-template-quote = the quotation mark is never closed
cause-template-escape = an unknown letter follows the backslash
cause-template-raw = the raw block is never closed
cause-template-comment = the remark is never closed
cause-template-character = a sign stands here that templates do not have
cause-words-sign = `{ $found }` was expected here
cause-words-value = no text follows the `=`
cause-words-brace = a brace is closed that was never opened
cause-words-quote = the quotation mark is never closed
cause-words-name = a name was expected here: names are written in English letters, digits, - and _
cause-words-default = one of the variants must be marked as the default with *
cause-words-expression = a name, a number or a text in quotation marks was expected in the braces
cause-words-escape = an unknown letter follows the backslash
cause-words-field = the word `{ $found }` has no text
cause-words-reference = there is no word `{ $found }`
cause-words-circle = the word mentions itself
