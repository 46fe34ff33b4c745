# Texts of regulations and laws.

unknown-regulation = there is no such regulation: `{ $name }`
    .hint = Write the name of a YAML file in `data/mevzuat` without its ending
    .hint-nearest = Write `{ $nearest }`
    .explain = The key `regulation` of the front matter names the regulation whose text is shown below the page. The name is that of a YAML file in `data/mevzuat` without its ending; the text is in the `.txt` file beside it.
regulation-without-record = the text has no record: { $record }; it is not published
    .hint = Add the file `{ $record }` beside it, with a line `baslik: …` at least
    .explain = Beside each regulation text stands a YAML file of the same name that says what it is: its title, kind, adoption, force. A text without a record is on no page. A record of another name may name its text with `metin: file.txt`.
regulation-without-clauses = no article, chapter, number or point was found in the text
    .hint = Check that this is the right file and that the numbers at the starts of its lines are there
    .explain = A regulation consists of articles, numbered headings or points. None was seen in this file; it is shown as plain paragraphs. The numbers may have been lost when the text was copied: look at the original and write them back at the starts of the lines.
regulation-numbering = `{ $label }` comes after `{ $before }`
    .hint = Look at the original: a point may be missing or numbered twice
    .explain = Points and paragraphs go on in order. Where they do not, either a line was lost in copying or the slip is in the text itself. Labels are never mended; the text is published as it is. If the slip is in the original, nothing needs to be done.
regulation-loose-text = words that belong to no clause: “{ $text }”
    .hint = Check that the number at the start of the line is there, if the words belong to an article or a point
    .explain = These lines stand before the first clause or outside all clauses: signatures, publication data, lists of annexes. They are not lost, they are shown as paragraphs. If they should be part of a clause, the number at the start of the line may have been lost.
regulation-dangling = a citation of something the text does not have: “{ $text }”
    .hint = Compare the number of article, paragraph and point in the citation with the original
    .hint-other = Compare the number in the citation with the text of `{ $name }` as it is today
    .explain = The text refers to a clause of its own or of another regulation of the repository, but that article, paragraph or point is not there. Its number may have changed, it may have been taken out, or the citation may belong to a law that is not named. If the slip is in the original, leave the text as it is; the citation is shown without a link.
regulation-repaired = damaged letters of the text were read as what they were: { $count } letters, the first in `{ $sample }` ({ $kind })
    .hint = Replace the file with the original text if you can find it
    .explain = Old PDF files and texts opened in the wrong encoding change some Turkish letters: `BĠLGĠ`, `ÞÝÞLÝ`, `Ä°ÅŸlem`. Where every letter has one possible origin, the text is read as it was; the file is not touched.
regulation-pages = { $count } lines taken for page headers and page numbers were not read
    .hint = If one of them belongs to the text, delete the repeated page lines from the file
    .explain = In texts taken from printed documents page headers and numbers (`Sayfa 2 / 10`, `PR-36.0`, `952-64`) fall between the sentences. Such lines, where they repeat, are kept out of the clauses; in the file they stay as they are.
regulation-repeated = the label `{ $label }` stands in the text a second time; in links it is called `{ $name }` (there are { $count } such clauses)
    .hint = Look at the original: a number may be wrong, or an older wording may have been copied too
    .explain = Every clause has one name in links. Where a label stands twice, the later ones get `_2`, `_3` in order and the first keeps its name. Labels are not corrected. These names shift when a clause with the same label is put in before them; have the number corrected at its source if it is wrong.
regulation-damaged = the text has damage that cannot be repaired: `{ $sample }` ({ $kind })
    .hint = Copy the text again from the original; it is published as it is
    .explain = Some damage does not show which letter was lost: `yap ğını`, `HimnetIerİ`, `MMliye`. Such texts are not mended by guessing. Until the original is found, the text stays as it is.

# The duty map: data/gorevler.yaml.

unknown-clause = the regulation has no such clause: `{ $clause }`
    .hint = Write the address of the # beside the clause on its page: `2-ff`
    .hint-nearest = Write `{ $nearest }`
    .explain = The duty map names every duty by its clause in the text. The name is what stands after the # in the link of the clause on its page. If the text has changed and the clause is gone, take the duty out of the map.
repeated-duty = clause `{ $clause }` is in the map twice
    .hint = Join the two entries
    .explain = Every clause is written once in the duty map; its data, figures and pages are collected in one entry.
internal-evidence = `{ $name }` is named for citizens and belongs to the internal site
    .hint = Take the name from under `acik` and write it under `ic`
    .explain = Under `acik` the duty map names only pages of the citizens' site and figures opened to citizens. Not even the name of an internal page or figure goes out to the citizens' site.
lost-evidence = what fulfilled the duty is gone: `{ $name }`
    .hint = Write its new name or take it out of the map
    .explain = The duty map says that this duty is fulfilled with a page, figure, dataset or report that is no longer there. It may have been renamed or removed. Until the map is mended, the duty is shown without it.

# The command line.

cli-regulation = Reads the text of a regulation or law and shows what was understood
cli-regulation-file = A plain text file, which may lie outside a repository, or a record of `data/mevzuat` (.yaml)
cli-regulation-to = Form of the output: json, akn, md, text or anchors (the names of its clauses); text by default
cli-value-file = FILE
