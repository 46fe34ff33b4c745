# Import: exports of other systems, profiles.

unknown-dataset = no such dataset: `{ $name }`
    .hint = Write one that is there: { $names }
    .hint-nearest = Did you mean `{ $nearest }`?
    .hint-none = Make the dataset first: write its name and columns into data/{ $name }/dataset.yaml
    .explain =
        A dataset is a folder below `data/` with a `dataset.yaml`; its name is the `name` line of that file.

unknown-profile = no such profile: `{ $name }`
    .hint = Write one that is there, or the path of a profile's file: { $names }
    .hint-nearest = Did you mean `{ $nearest }`?
    .explain =
        A profile is a YAML file in the dataset's `profiller/` folder that tells how one system writes its exports. Without
        `--profile` the one that fits the headers best is chosen, and named.

profile-lacks-field = the export has no column for the field `{ $name }`
    .hint = Check that it is the right file, or add the column's header to the `headers` of the profile
    .hint-nearest = Is `{ $nearest }` this field? If so, add the header to the `headers` of the profile
    .explain =
        Every record needs this field. No profile found it among the headers of the file, and a column nobody knows is taken
        for personal and is not read.

profile-uncovers = the profile makes a field of `{ $header }`, which is a citizen's column
    .hint = Take the header out of the `headers` of the profile
    .explain =
        `dataset.yaml` says that this column is personal. A profile only tells the other names of headers; it cannot make a
        personal column readable.

unmapped = { $why ->
        [unknown] word not known: `{ $value }`
        [ambiguous] word fits two entries: `{ $value }`
        [damaged] letters of a text are lost: `{ $value }`
        [lost-digits] a spreadsheet has shortened a number: `{ $value }`
        [day-for-number] a spreadsheet has made a day of the number: `{ $value }`
        [personal] the cell holds something that looks like personal data
        [date] date not understood: `{ $value }`
        [number] number not understood: `{ $value }`
        [ambiguous-number] number with two readings: `{ $value }`
        [boolean] neither yes nor no: `{ $value }`
        [range] value outside its limits or its pattern: `{ $value }`
        [required] a required cell is empty
        [shifted] many cells of the row are not understood at once; it must be shifted
        [ragged] the row has more or fewer cells than the header
       *[repeated] two rows with one number contradict each other: `{ $value }`
    } ({ $count } rows)
    .hint = Add what it means to the `values` of the profile: { $profile }
    .hint-nearest = Did it mean `{ $nearest }`? If so, add it to the `values` of the profile: { $profile }
    .hint-date = Check `dates` (day or month first) and `century` of the profile, or mend the date at its source
    .hint-number = Write `numbers: tr`, `en` or `plain` into the profile, or mend the number at its source
    .hint-source = Export again from the source; make the column a text column in the spreadsheet
    .hint-personal = Clean the cell at its source, or add the column to the `personal` of the profile
    .hint-required = Complete the record at its source
    .hint-shifted = Export again with texts in quotation marks where they hold the separator
    .hint-repeated = If a request stands in several rows, write `also` into the profile; else check the export
    .explain =
        An import drops no row in silence. While a cell is not understood nothing is written: add what it means to the profile,
        or mend the source. To write the other rows all the same give `--refused LIST.csv`; every refused row is named there.
        Values are shown only of columns whose class allows it.

days-swapped = a spreadsheet has changed day and month about in this column: all cells it made days of lie in the first twelve days of a month, all it left as words after them
    .hint = Take the export from its source again, and do not open and save it in a spreadsheet on the way
    .explain =
        Dates in the form of another country (`7/3/2023`) that are opened in a spreadsheet become wrong days where they can be
        read (7 March) and stay words where they cannot (`7/14/2023`). Once the file is saved nobody can tell which days were
        meant; therefore no row is written.

import-conflict = { $kind ->
        [kept] `{ $key }`: the repository's record is later than the export; the repository's stays
       *[day-gone] `{ $key }`: a date of the repository is not in the export; the export's was taken
    }
    .hint = { $kind ->
        [kept] Give the export's day if it really is later: --exported 2026-07-31
       *[day-gone] Right if the request was reopened; if the export is old, do not import it, or give its day with --exported
    }
    .explain =
        Of two versions of one record the later holds. A date after the day of the export shows that the repository's version is
        later; without such a date the export is. Records whose dates go back are told, because there are two causes: the
        request was reopened, or the export is old.

misplaced-rows = some rows of this file belong to `{ $name }`
    .hint = Take the file out of the folder and import it with `tellal import` too
    .explain =
        An import writes every month to a file of its own. Rows of that month in a file of another name would be counted twice.

cli-import = Reads another system's export, drops personal columns, writes clean files into the dataset's folder
cli-import-dataset = Name of the dataset, for example halk-masasi
cli-import-files = The exports: CSV or XLSX
cli-import-profile = Name or file of the profile (else the one that fits the headers best)
cli-import-exported = Day of the export, for example 2026-07-31 (else the latest date in it)
cli-import-refused = Lists rows that cannot be mapped in this file, and writes the rest
cli-import-dry-run = Says what would be done, and writes nothing
cli-value-dataset = DATASET
cli-value-profile = PROFILE
cli-value-date = DAY
cli-importing = reading the export
cli-import-bad-date = not a day: { $path }
    .hint = Write the day as 2026-07-31

import-label-profile = profile
import-label-read = read
import-label-dropped = dropped
import-label-repaired = repaired
import-label-refused = not mapped
import-label-merged = merged
import-label-written = written
import-label-planned = to write
import-profile-named = { $name }: { $matched } of { $columns } columns became fields
import-profile-schema = the schema's own headers: { $matched } of { $columns } columns became fields
import-rows = { $n } rows
import-totals = { $n } TOTAL rows passed over
import-footers = { $n } rows below the table passed over
import-as-of = day of the export { $day }
import-dropped-personal = personal
import-dropped-freetext = free text
import-dropped-unknown = unknown, taken for personal
import-dropped-ignored = not needed, says the profile
import-repaired-letters = damaged letters { $n }
import-repaired-spaces = spaces { $n }
import-repaired-spelling = spelling { $n }
import-repaired-float = the form `1234.0` { $n }
import-repaired-serial = Excel's day numbers { $n }
import-repaired-encoding = encoding { $n }
import-merged-new = { $n } new
import-merged-same = { $n } the same
import-merged-updated = { $n } updated
import-merged-kept = { $n } kept as in the repository
import-merged-repeated = { $n } repeated rows
import-written = { $path } ({ $n } rows)
import-written-many = { $count } files in { $folder }: { $first } … { $last } ({ $n } rows)
import-unchanged = { $path } ({ $n } rows, unchanged)
import-nothing-new = The files of the repository are up to date; nothing changed
import-refused-list = { $n } refused rows are listed in { $path }
import-blocked = Nothing was written: { $counts }
import-blocked-rows = To list rows that cannot be mapped and write the rest: --refused LIST.csv
import-list-header = file;line;record;field;reason;value
import-why-unknown = word not known
import-why-ambiguous = word fits two entries
import-why-damaged = letters lost
import-why-lost-digits = shortened number
import-why-day-for-number = number made a day
import-why-personal = looks personal
import-why-date = date not understood
import-why-number = number not understood
import-why-ambiguous-number = number with two readings
import-why-boolean = neither yes nor no
import-why-range = outside its limits
import-why-required = required cell empty
import-why-shifted = shifted row
import-why-ragged = too many or too few cells
import-why-repeated = one number twice
import-why-kept = the repository's record is later
import-why-day-gone = a date went back

cli-sample-raw = Layout of a raw export, for halk-masasi: sistem-masa, sistem-cozum or sistem-cagri
cli-sample-personal = Adds made-up personal columns to a raw export
cli-sample-damage = What a raw export suffered; may be given again (the handbook has the names)
cli-value-system = SYSTEM
cli-value-damage = DAMAGE
