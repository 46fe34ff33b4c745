# Disclosure: the audit that looks at all published numbers together.

disclosure-gap = a number that figure `{ $id }` withholds can be worked out from what is published: { $cell }
    .hint = Take a column out of `by`, raise `min`, or leave the figure to the staff with `audience: internal`
    .hint-others = Make one of these figures coarser (`by`, `min`, `round`) or `audience: internal`: { $others }
    .hint-released = This number was published before and cannot be taken back ({ $others }): keep the threshold of that day, or leave the figure to the staff with `audience: internal`
    .explain =
        A withheld cell may be found by subtracting the other cells from their total; two figures, the table of a month
        and that of its year, or an earlier release serve as well. So a build writes down all numbers to be published
        as one system of sums, and computes the least and the greatest value each withheld cell can have. Where that
        interval is too narrow, other cells are withheld too; where even that does not help, the build stops. Here it
        did not: the cell named is known more exactly than the threshold allows. This message leaves out the numbers
        on purpose.

statistic-of-one = column `{ $column }` of figure `{ $id }` shows the value of a single record: `{ $function }(…)`
    .hint = Write a measure made from all records (`median`, `avg`, `sum`), or leave the figure to the staff with `audience: internal`
    .explain =
        The greatest, least, first or last value is one person's own; however many records stand beside it, they do not
        protect it. How long the longest request took says just that to whoever knows who made it.

column-not-understood =
    { $kind ->
        [share] column `{ $column }` of figure `{ $id }` is a number of records or a share of them: as a statistic it would be published unrounded
        [count] column `{ $column }` of figure `{ $id }` stands under `counts`, but it does not count records
        [group] column `{ $column }` of figure `{ $id }` stands under `by`, but no group is told by it
        [weight] what column `{ $column }` of figure `{ $id }` measures cannot be followed record by record
       *[other] nobody can see what column `{ $column }` of figure `{ $id }` is made of: `{ $function }`
    }
    .hint = Write one `SELECT` over the dataset (`SELECT birim, avg(x) AS … FROM kume GROUP BY birim`), or leave the figure to the staff with `audience: internal`
    .hint-share = Write the numbers under `counts` and the share under `ratios` (`oran: [acik, basvuru]`): it is then computed from the numbers as they are shown
    .hint-count = Write `count(*)` or `sum(CASE WHEN … THEN 1 ELSE 0 END)`, put a measure under `stats`, or leave the figure to the staff with `audience: internal`
    .hint-group = Write the column behind `GROUP BY`, put a measure under `stats`, or leave the figure to the staff with `audience: internal`
    .explain =
        A column for citizens is only published where it can be proven how it is made: a number of records, a group's name,
        or a measure of all records of a group. The proof reads the plan the statement is carried out by, through `WITH`,
        tables in brackets and joins. A step that it does not know could hide the value of a single person, so the build
        stops there. Of a measure (`avg`, `median`, `sum`, …) it is also asked which records carry it: where too few do,
        or one or two bring nearly everything, the number is withheld.

figure-not-followed = figure `{ $id }` has counts that cannot be followed record by record: { $counts }
    .hint = Let the statement count the records of one dataset (`count(*)`, `sum(CASE …)`, `GROUP BY`), or leave the figure to the staff with `audience: internal`
    .hint-estimate = Where another table read beside it gives a small number, make it coarser with `by` or `round`; a ledger is followed where its `case` column is the key of a dataset and has its name
    .explain =
        The disclosure audit finds the records behind every published count, and from them the sums that tie tables
        together. The records of these counts could not be found: the audit ties them only to tables whose columns have the same
        names and whose sums agree, and to the sums within their own rows (carried + received − closed = open). Their own
        threshold and rounding apply as everywhere.

pages-not-made = no page is made of the rows of figure `{ $id }`: they are withheld
    .hint = There is nothing to do: the pages appear with the build in which there are enough records. Or take a column out of `by`
    .explain =
        A page for every row says which rows there are. Where so few people stand behind a table that its rows are withheld
        altogether, their pages would give them away, so none is made. Links to such pages are shown as plain words; in
        lists and tables they are absent. The first weeks of a new dataset look like this.

bad-release = the record of a release cannot be read, or its columns do not agree with `yayin.yaml`
    .hint = Bring the file back from the history; records of releases are not edited
    .explain =
        `data/yayinlar/` keeps the tables of every period as they were published. The audit looks at today's tables
        together with them; with a record that cannot be read the comparison would be incomplete.

release-not-followed = some figures of this release cannot be compared with today's records: { $ids }
    .hint = Compare the old and the new tables of these figures yourself; where subtracting gives a small number, make the new one coarser
    .explain =
        The numbers of an earlier release are followed by asking its statement again over today's records up to the
        day of the release. Where the statement does not simply count the records of one dataset (estimates, nested
        statements), or the dataset has no date column, that cannot be done; those numbers stay out of the audit.
