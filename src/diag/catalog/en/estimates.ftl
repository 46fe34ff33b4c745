# Estimates: `estimate:` in figures.yaml.

figure-chooses-rows = figure `{ $id }` chooses which rows are seen by exact counts: { $word }
    .hint = Write `top: 10` in the figure instead of `{ $word }`; rows are then chosen by what is shown
    .explain =
        In a figure for citizens, which row is seen tells something too: with `HAVING count(*) >= 10` every group that is
        absent has fewer than 10, with `LIMIT 10` the order of withheld numbers shows. Ask for all rows; the disclosure
        rule withholds small counts. To show the greatest, write `top: 10` together with `ORDER BY`: rows are sorted and
        cut after withholding and rounding.

estimate-left-out = { $count } records were not used in figure `{ $id }`
    .hint = Correct the dates of the records: those without a beginning, or with an end before it, are not used
    .explain =
        Times are computed from the dates of beginning and end. Of a record without a beginning, or with an end before it,
        no time is known; it is not used, and how many there are is said here. The page on data quality or
        `tellal query` shows which they are.

extension-of-no-time = in figure `{ $id }` { $count } records have a notice of a longer time, but their time cannot be extended
    .hint = Correct the kind of the record, or remove the day of the notice at its source; where column `extended` is empty no extension counts
    .explain =
        Only the time of an information request can be extended (Law 4982 art. 11: 30 instead of 15 working days where another
        unit or institution is asked). That of a petition (Law 3071 art. 7: 30 days) cannot. For records that have a day of
        notice and no longer time the usual time holds; how many there are is said here.

unknown-holidays = figure `{ $id }` needs the working days of { $year }, whose holidays are not listed
    .hint = Add the holidays of { $year } to data/tatiller.yaml
    .explain =
        Periods in working days (Law 4982: 15 and 30 working days) depend on public holidays. In a year whose holidays are
        not listed no working day is counted, and none is guessed. Half days such as the eves of feasts are working days.

ledger-broken =
    { $kind ->
        [flow] `{ $id }` does not add up ({ $where }): what came and went disagrees with what stayed in { $count } records: { $cases }
        [state] `{ $id }` does not add up ({ $where }): by their events and by their own status { $count } records differ: { $cases }
       *[more] `{ $id }` does not add up in { $count } more places
    }
    .hint = Correct the dates and statuses of these records at their source
    .explain =
        For every unit and month `carried + received + reopened − closed − withdrawn = open` must hold. Flows are counted
        from events; the open are found by following every record, and at the end from the record's own status. Where the
        two differ, a date or a status is wrong: closed before it was opened, closed twice, said to be closed without a
        closing date, or moved to another unit. The build stops so that no wrong total is published. Record numbers stand
        in this log only and on no page; where the column of numbers is `staff` or `secret`, not even here.
