# Figures: figures.yaml, SQL, disclosure and what pages ask.

duplicate-figure = there is another figure with this id: `{ $id }`, the first at { $other }
    .hint = Rename one of the two figures or remove one
    .explain =
        Pages mention a figure by its id, and an id belongs to one figure in the whole repository. With two of the same
        id nobody could say which one a page shows.

figure-touches-private = the figure `{ $id }` touches a column citizens must not see: { $dataset }.{ $column }
    .hint = Take the column out of the statement, or keep the figure to the staff with `audience: internal`
    .hint-disclose = Say with `disclose` what each column is, or remove `audience: public`
    .explain =
        Names of personnel, serial numbers, IP addresses and the like (`staff`, `secret`) and citizens' personal data
        (`personal`) enter no figure that citizens see, not even to filter or sort. Columns of class `internal` are
        opened only as numbers, under a `disclose` rule.

bad-sql =
    { $kind ->
        [table] the statement names a table that does not exist: `{ $name }`
        [column] the statement names a column that does not exist: `{ $name }`
        [read-only] statements can only read: one statement that begins with `SELECT` or `WITH`
        [list] column `{ $name }` gives a list in each row, not one value
        [syntax] the statement is not understood, near `{ $name }`
        [function] SQL has no such function: `{ $name }`
        [conversion] some values of column `{ $name }` cannot be converted to the type asked for
        [engine] the statement cannot be computed
       *[other] the statement cannot be run: { $name }
    }
    .hint = Correct the statement; `tellal query` lets you try it
    .hint-nearest = Try `{ $nearest }`
    .hint-list = Put the column into `GROUP BY` or use an aggregate function: `count`, `sum`, `avg`
    .explain =
        Figures are SQL statements that begin with `SELECT`. Tables are the datasets and registries below `data/`; a
        hyphen in a name becomes an underscore: `halk-masasi` → `halk_masasi`. Every date column also offers its month
        and year: `basvuru_tarihi_ay` (2026-07), `basvuru_tarihi_yil` (2026). Personal columns are in no table.

unknown-column = the figure `{ $id }` has no such column: `{ $column }`
    .hint = Write one of the columns of the statement's result: { $known }
    .hint-nearest = Write `{ $nearest }`
    .explain =
        `chart`, `disclose`, `columns` and the slices on pages (`chart:id?birim=…`) name columns of the statement's
        result: after `count(*) AS basvuru` the column is called `basvuru`.

undisclosed-column = the figure `{ $id }` is open to citizens, but nobody said what its column `{ $column }` is
    .hint = Write the column once in `disclose`, under `counts`, `by` or `stats`
    .explain =
        Of a figure for citizens it must be known what every column is: columns that count people (`counts`) are
        rounded and withheld where small, statistics (`stats`) are shown only where there are enough records, groups
        (`by`) stay as they are. A column nobody named could show a number that must be withheld.

no-such-row = the figure `{ $id }` has no row whose `{ $column }` is `{ $value }`
    .hint = Write the value as the data has it: a code for units and neighbourhoods, `2026-07` for months
    .explain =
        The page asks for a slice of the figure whose value never occurs in it; often a name was written where a code
        belongs. A code of the registry or a well-written month is accepted even where it has no row.

not-one-number = one number of the figure `{ $id }` was asked for, and there are { $rows } rows and { $columns } columns of numbers
    .hint = Narrow the slice to one row (`number:id?ay=2026-07`) and choose the column with `sutun=` if need be
    .explain =
        A number in running text is one cell. Where the slice leaves several rows, or the figure has no column of
        numbers, nobody could say which number is meant.

bad-geometry = the outlines cannot be read: { $cause }
    .hint = Export the file again as GeoJSON, each area with its `properties.kod`
    .hint-projected = Export the coordinates as degrees (WGS 84, EPSG:4326), not metres
    .hint-unknown = Write `kod` as it stands in data/mahalleler/mahalleler.yaml
    .explain =
        `data/mahalleler/sinirlar.geojson` holds the outlines of neighbourhoods, from which charts of kind `map` are
        drawn. Without the file the same numbers are shown as lying bars.

cause-json = the JSON is broken here
cause-geojson = a field that GeoJSON asks for is missing here, or of another type
