# Data: CSV and XLSX files, schemas, registries.

sep-line = the first line is a `sep=` line; it is not taken as the header
    .hint = Leave it, or delete the line if you like
    .explain =
        Excel writes `sep=;` at the top of a file to name the delimiter. The line is neither header nor data: the
        delimiter is taken from it, and it is passed over.

total-row = a row of totals was left out
    .hint = Delete the row of totals from the file
    .explain =
        Exported lists often end with a TOPLAM row. It is no record; counted as one, it would double every sum. Figures
        compute the totals.

repeated-header = the header stands here once more; not counted as a record
    .hint = Delete this header row
    .explain =
        Where two exports were put end to end, the header of the second one is left in the middle. It is no record and was
        left out. Check that the two parts do not hold the same records.

ragged-row = the row has { $found } cells, the header { $expected } columns
    .hint = Mend the missing or extra delimiter; put text that contains the delimiter into double quotes
    .hint-quote = Look for a double quote that is not closed: the row spans several lines
    .explain =
        Every row has as many cells as the header. In a shorter row, values may stand in the wrong column, so the row was
        not read. The usual cause is text with a semicolon in it that is not quoted.

unclosed-quote = the double quote opened here is never closed
    .hint = Close the double quote on this line, or delete it
    .explain =
        A cell that begins with a double quote lasts until the closing one, line ends included. If it is never closed, the
        rest of the file becomes one cell. A quote within a cell is written twice: "5"" pipe".

stray-quote = a single double quote stands within the cell
    .hint = Write the inner quote twice: "Atatürk ""Gazi"" Caddesi"
    .explain =
        Within a quoted cell a double quote is written twice. Written once, it leaves open where the cell ends, and the
        value changes silently.

record-too-long = a record is longer than { $limit }; the rest of the file was not read
    .hint = Close the open double quote, or check that the file really is a CSV
    .explain =
        No record is that long. Either a double quote is never closed, or the file is of another kind.

nul-byte = the file contains a NUL byte
    .hint = Export the file again and save it as CSV
    .explain =
        A text file has no bytes of value zero. The file may be half written, damaged, or UTF-16 without its mark.

file-cut-off = the file ends in the middle of a letter
    .hint = Take the file from its source again, as a whole
    .explain =
        Bytes of the file's last letter are missing: it may have been copied or downloaded in part. Nobody can tell whether
        rows at its end are missing, too; therefore the file is not used.

mixed-encoding = the cell is encoded differently from its file
    .hint = Save the file in one encoding; if you joined two files, convert both to UTF-8 first
    .explain =
        Part of the file is UTF-8, part of it Windows-1254, usually because two files from different programs were joined.
        The cell was read by its own bytes, but in such a file nobody can tell which letter is right.

damaged-text = the text looks damaged: `{ $value }`
    .hint = Export the file again in the right encoding
    .hint-repaired = Write `{ $repaired }`, or export the file again in the right encoding
    .explain =
        Spellings such as `ÞÝÞLÝ` or `Ä°lçe` show that the text was once read in the wrong encoding and saved like that.
        Unmended, one unit is counted under two names.

no-header = the file has no header row that is known
    .hint = Write the column names into the first row, or delete the empty file
    .hint-unknown = Add the row with the names of the columns (expected: { $expected }), or put the right file there
    .explain =
        Columns are known by their names; nothing is guessed from their order. Up to thirty rows of titles may stand above
        the header.

bad-workbook = the workbook cannot be read: { $cause }
    .hint = Open it in Excel and save it again as .xlsx without a password; if it is a CSV file, name it .csv
    .hint-sheet = Change `sheet: { $wanted }` in the schema to a sheet of the file: { $there }
    .explain =
        Only .xlsx is read, not the old .xls and no file with a password. Where the schema names a `sheet`, the workbook
        must have it.

cell-error = the cell holds an Excel error
    .hint = Mend the formula in Excel and save the file again
    .hint-uncomputed = Open the file in Excel and save it again: the cell has a formula, but the file does not hold its value
    .explain =
        #N/A, #REF! or #DIV/0! is no value. Taken as empty, missing information would go unnoticed.

merged-cells = cells are merged: the value of { $rows } rows stands in the first of them alone, the others were read as empty
    .hint = Unmerge the cells and write the value into every row
    .explain =
        Of merged cells only the one at the top left holds the value in the file. On the screen it seems to belong to all rows, but
        the other rows have none, and it is not guessed.

no-data-files = the dataset has no files: { $files }
    .hint = Add the files to the folder, or correct the `files` pattern
    .explain =
        No file fits the `files` pattern of the schema. Figures are computed from an empty table.

duplicate-dataset = two datasets are called `{ $name }` ({ $first })
    .hint = Change the `name` of one of them
    .explain =
        SQL calls tables by their names, so two folders cannot share one. `birimler` and `mahalleler` are the registries'.

bad-schema = { $why ->
        [twice] the field `{ $name }` is declared twice
        [public-text] `{ $name }` is free text and cannot be of class `public`
        [empty-enum] the field `{ $name }` has no list of values (`constraints: {"{"}enum: […]{"}"}`)
        [no-field] no field called `{ $name }` is read
        [personal-key] `{ $name }` is personal data and cannot be a primary key (`primaryKey`)
        [no-dataset] there is no dataset or registry called `{ $name }`
       *[key-length] the two sides of the key `{ $name }` have different numbers of fields
    }
    .hint = Correct the schema (`dataset.yaml`) on this line
    .explain =
        A schema agrees with itself: field names are unique, keys name fields that exist, enumerations list their values.
        Free text (`text`) may hold personal data and is therefore never published.

protected-key = the field `{ $name }` of the primary key is of a protected class (`secret` or `staff`)
    .hint = Make a record number the key, if there is one that names neither a person nor a machine
    .explain =
        A key alone points to one row. Where it is a protected field, a file that holds a row twice cannot be told which
        record that is, and other datasets must carry the field along. No published figure may look at it.

personal-column = a column of personal data is in the repository: `{ $name }`
    .hint = Delete the column (`tellal import` leaves it out) and have it removed from the git history
    .explain =
        Citizens' names, identity numbers, telephone numbers, addresses and free text do not enter this repository (Law
        6698). The column was not read, but its being there is a breach and stays in the git history. Tell the data
        controller.

undeclared-column = the schema does not know the column `{ $name }`; it was taken as personal and not read
    .hint = Declare the column with its `class` in the schema, or delete it from the file
    .hint-nearest = Add the header to `headers` of `{ $nearest }` if that is what it is; else delete the column
    .explain =
        A column nobody described counts as personal data. A column that the source program adds one day can thus never
        reach the site by itself.

missing-column = the file has no column `{ $name }` (expected header: `{ $header }`)
    .hint = Add the column, or add the file's header to the field's `headers`
    .explain =
        A field of the schema was not found in this file. For required fields and keys this is an error; for others the
        cells count as empty.

duplicate-column = the column `{ $name }` also means the field `{ $field }`
    .hint = Delete one of the columns, or take one header out of `headers`
    .explain =
        Two columns mean the same field, and nobody can tell which is right. The first one was read.

empty-cell = a required cell is empty
    .hint = Fill in the cell, or drop `required` from the schema
    .hint-key = Fill the cell: a record without its primary key cannot be told from the others
    .explain =
        The field is required but has no value in this row.

bad-number = not a number: `{ $value }`
    .hint = Write nothing but the number: 1.234,50
    .hint-scientific = Format the column as number or text in Excel and save again: scientific notation loses digits
    .hint-currency = Remove the currency, or declare the column of amounts as `type: money` in the schema
    .hint-separators = Dots part groups of three, a comma begins the decimals (1.234,50); if the file writes otherwise, say so with `format` in the schema
    .explain =
        Numbers are read in Turkish notation (1.234,50) or in the one the schema names with `format`. Scientific notation
        (1E+05) has lost digits and is refused.

ambiguous-number = ambiguous number: `{ $value }`
    .hint = Name the column's notation in the schema: `format: tr` (1.234 is over a thousand) or `format: plain`
    .explain =
        `1.234` may be over a thousand or a little more than one. Nothing is guessed: the schema says once which notation
        the column uses.

bad-date = not a date: `{ $value }`
    .hint = Write the date as day.month.year: 31.01.2026
    .hint-day = Correct the day: that month has no such day
    .hint-month = Correct the month: it is between 1 and 12; day and month may have changed places
    .hint-year = Write the year with four digits: 2026
    .hint-whole = Write the whole date, day, month and year: 31.01.2026
    .hint-time = Correct the time: it is between 00:00 and 23:59
    .hint-serial = Format the column as date in Excel and save again: the cell holds Excel's number of a day, not a date
    .explain =
        Dates are read day first. Days the calendar does not have (31.02), years of two digits and dates without a day are
        refused.

bad-boolean = neither yes nor no: `{ $value }`
    .hint = Write Evet or Hayır
    .explain =
        Accepted are Evet/Hayır, E/H, Var/Yok, 1/0, true/false, and X for yes.

unknown-value = not one of the known values: `{ $value }`
    .hint = Correct the value, or add it to the list in the schema
    .hint-nearest = Write `{ $nearest }`, or add this spelling as an alias
    .explain =
        The schema or a registry says which values the field takes. Case and Turkish letters do not matter; other
        spellings are made known with `values` or an alias file.

out-of-range = outside the limits or the pattern: `{ $value }` ({ $limits })
    .hint = Correct the value, or change the constraint in the schema
    .explain =
        The schema gives this field a least or greatest value or a `pattern`, and the cell does not keep to it.

duplicate-key = { $first ->
        [unique] a value that must not repeat stands twice: `{ $key }`
       *[other] the key stands twice: `{ $key }` (first at { $first })
    }
    .hint = Delete one of the records; if a month is in two files, remove one of the files
    .hint-entry = Delete one of the entries or change its code
    .explain =
        A key tells one record from the others and stands once in all files of a dataset. Records that are there twice
        inflate the counts.

broken-reference = `{ $resource }` has no such record: `{ $value }`
    .hint = Correct the value, or add the missing record to the files of `{ $resource }`
    .explain =
        This column names a key of another dataset; the record it names must be there.

not-valid-then = `{ $value }` was not valid on the record's day ({ $day })
    .hint = Correct the record's date, or the first and last day in the registry
    .explain =
        Units are founded and closed, neighbourhoods join the municipality. The record's day lies outside the days on which
        the unit or neighbourhood it names was valid.

more-of-the-same = { $count } more rows with the same complaint ({ $code })
    .hint = Mend the examples above first, then check again
    .explain =
        Of one kind of mistake in one column of a file, the first twenty are shown one by one; of the rest only the number
        is given.

cause-workbook-empty = the file is empty
cause-workbook-old = an old .xls file, or one with a password
cause-workbook-damaged = the file is damaged or cut off
cause-workbook-none = what is in it is no .xlsx
cause-workbook-sheet = the sheet that is looked for is not in it
