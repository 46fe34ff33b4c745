# Addresses and links.

duplicate-address = two pages have the same address: { $address } (the other: { $other })
    .hint = Change the file name or the `path` of one of them
    .hint-made = Choose another name: the build makes a list, a feed or a data file of its own at this address
    .explain =
        Every page needs an address of its own; if two wanted one, the second would overwrite the first. Redirects from
        old addresses (`redirects`) are addresses too: what is one page's address now cannot be another's old one.

broken-link = the link leads nowhere: `{ $target }`
    .hint = Correct the address or remove the link
    .hint-nearest = Write `{ $nearest }` or remove the link
    .hint-picture = Put the picture into this folder or mend its name
    .explain =
        Links within the site are checked at every build. If the page has moved, write its new address; if it is gone,
        remove the link. Add the old address of a moved page to its front matter under `redirects`, so that people who
        come from outside find it too.

broken-anchor = the page has no such heading: `{ $target }`
    .hint = Correct the anchor after a heading of the page
    .hint-nearest = Write `{ $nearest }`
    .explain =
        What follows the # of a link is the anchor of a heading: the heading “Başvuru koşulları” has the anchor
        `#basvuru-kosullari`. When a heading changes, so does its anchor.

internal-mention = a citizens' page mentions something internal: `{ $target }`
    .hint = Remove the link or move the page under content/internal
    .hint-figure = Use a figure that is open to citizens or write a `disclose` for this one in `figures.yaml`
    .explain =
        Pages under content/public are open to everyone; they can neither show nor link to staff pages, staff files and
        exact numbers. Where the number has an open form, use its name.

bad-address = the address cannot be used: `{ $address }`
    .hint = Use lower-case letters (a-z), digits, hyphens and / only, at most 200 characters between two /
    .hint-asset = Write the name in lower-case letters, digits and hyphens; these kinds can be published: { $endings }
    .hint-foreign = Put the picture beside this page and show it from there: one from another server tells it who reads the page
    .hint-rename = Rename the file: `{ $better }`
    .hint-row = Give the figure a column of short names (`slug`) in lower-case letters, digits and hyphens
    .hint-scheme = Write the link with https:, mailto: or tel:
    .explain =
        Addresses are made of lower-case letters, digits and hyphens and start at the root of the site. Turkish letters
        are written in ASCII (ş → s, ı → i). Addresses with `..`, spaces or backslashes are refused, because they could
        lead out of the site. Names such as `con`, `aux` and `com1` can be no file's on Windows.

unknown-figure = there is no figure called `{ $id }`
    .hint = look into the `figures.yaml` files under `data/`: figures are declared there
    .hint-nearest = did you mean `{ $nearest }`? Correct the figure's name
    .explain = A page mentions a figure that no `figures.yaml` declares. The name at the mention (`chart:`, `table:`, `number:`) must be the declared name, letter by letter.

unknown-placeholder = the placeholder `{ "{" }{ $name }{ "}" }` cannot be filled
    .hint = use one of: { $known }
    .explain = On pages made from rows (`each:`), placeholders name the row's columns. The row has no such name.
