# Disclosure: the audit that looks at all published numbers together.

disclosure-gap = a number that figure `{ $id }` withholds can be worked out from what is published: { $cell }
    .hint = Take a column out of `by`, raise `min`, or leave the figure to the staff with `audience: internal`
    .hint-others = Make one of these figures coarser (`by`, `min`, `round`) or `audience: internal`: { $others }
    .explain =
        A withheld cell may be found by subtracting the other cells from their total; two figures, the table of a month
        and that of its year, or an earlier release serve as well. So a build writes down all numbers to be published
        as one system of sums, and computes the least and the greatest value each withheld cell can have. Where that
        interval is too narrow, other cells are withheld too; where even that does not help, the build stops. Here it
        did not: the cell named is known more exactly than the threshold allows. This message leaves out the numbers
        on purpose.
