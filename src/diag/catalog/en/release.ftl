# The release calendar: data/yayin-takvimi.yaml and the pages' key `release`.

early-release = the release of { $period } cannot come before { $planned }: { $date }
    .hint = Remove `yayim`, or write a day after `tarih`
    .hint-correction = Make the correction's day one after the release it corrects
    .explain =
        No number comes out before the day announced: everyone sees it at the same time. `yayim` is only for writing
        down a delay; nor can a correction come before what it corrects.

late-without-reason = the release of { $period } was not out on { $planned } ({ $date }), and no reason is given
    .hint = Write the reason of the delay as `neden`, in one sentence
    .explain = The calendar tells readers why a release was not out on the day announced.

missing-edition = the edition of { $period } before its correction was not kept: { $folder }
    .hint = Put the PDF and XLSX files of that edition into { $folder }
    .explain =
        What a correction replaces stays at its address with a notice. For this the published files are kept in the
        repository: `data/surumler/<series>/<period>/<edition>/`; the first edition is number 1.

unknown-release = the calendar has no such release: `{ $series }`, period { $period }
    .hint = Add the release with its day to data/yayin-takvimi.yaml
    .hint-series = Try writing `{ $nearest }`
    .explain = A page with the key `release` does not come out before its day in the calendar; a period without one never does.

late-release = the day of the release of { $period } has passed ({ $planned }), and there is no page to publish
    .hint = Add its data, or write the new day as `yayim` and the reason as `neden`
    .explain = A release whose day has passed without a page of its period is late. The calendar tells readers so.

late-publication = `{ $title }` is not on this site, and its last day has passed: { $day } ({ $basis })
    .hint = Add its page; if it came out elsewhere, let the page say so
    .explain =
        Publications that the law sets a day for stand in data/yayin-odevleri.yaml. One whose last day has passed and that
        nothing on this site shows is told of here. This says that it is not seen here, and not that it was never done.

event-ends-early = the event ends before it begins
    .hint = Make `end` a day or an hour after `start`
    .explain =
        `event: {"{"}start: 2026-12-05 19:00, end: 2026-12-05 21:00{"}"}`: an event ends after it begins. A last day written
        without an hour is part of it.
too-many-findings = { $count } main findings; there should be at most { $most }
    .hint = Keep what a reader should know first, and move the others to the sections they belong to
    .explain = A release begins with at most six findings, one sentence each. Definitions and caveats belong to the methods.
