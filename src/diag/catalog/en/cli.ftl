# The command line, and the frame around diagnostics.

severity-error = error
severity-warning = warning
severity-note = note
report-hint = help
report-column = column `{ $name }`
report-key = key `{ $name }`

cli = Turns a municipality's repository into three sites: for citizens, for staff and for reports.
cli-usage = Usage
cli-usage-command = COMMAND
cli-usage-options = OPTIONS
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options

cli-build = Builds the sites; the old ones stay until the new are whole
cli-check = Shows every error and warning, writes nothing
cli-explain = Explains what the code of a diagnostic means
cli-completions = Writes the completion script for a shell

cli-arg-lang = Language of messages: tr or en
cli-arg-help = Shows help
cli-arg-version = Shows the version
cli-arg-root = Folder of the repository (the current one unless given)
cli-arg-drafts = Includes drafts
cli-build-out = Folder for the sites (dist in the repository unless given)
cli-build-base-url = Address of the site (the one in site.yaml unless given)
cli-check-format = Form of the diagnostics: text, json, github or sarif
cli-explain-code = The code in the brackets of a diagnostic; all codes are listed unless given
cli-completions-shell = The shell: bash, zsh, fish, elvish or powershell
cli-value-lang = LANG
cli-value-dir = DIR
cli-value-url = URL
cli-value-format = FORMAT
cli-value-code = CODE
cli-value-shell = SHELL

cli-usage-unknown-command = unknown command: `{ $command }`
cli-usage-unknown-argument = unknown option: `{ $argument }`
cli-usage-missing-argument = missing: { $argument }
cli-usage-missing-command = no command given
cli-usage-no-value = `{ $argument }` needs a value
cli-usage-bad-value = value that will not do for `{ $argument }`: `{ $value }`
cli-usage-conflict = `{ $argument }` and `{ $other }` cannot be given together
cli-usage-wrong-count = wrong number of values for `{ $argument }`
cli-usage-not-utf8 = the command line is not UTF-8
cli-usage-suggestion = Try { $names }
cli-usage-valid = Write one of: { $values }
cli-usage-help = Run `{ $command }` for details
cli-no-site = no site.yaml in this folder: { $path }
    .hint = Name the repository's folder with --root or start a new one with `tellal init`
cli-unknown-code = no such code: `{ $code }`

cli-count-errors = errors: { $n }
cli-count-warnings = warnings: { $n }
cli-count-notes = notes: { $n }
cli-building = building
cli-checking = checking
cli-built = { $out } is ready; files written: { $written }, unchanged: { $kept }, removed: { $removed } ({ $seconds } s)
cli-not-built = not built; { $counts }; the last good site is still in its place
cli-unchanged = { $out } is up to date: the input has not changed ({ $seconds } s)
cli-unchanged-warnings = warnings: { $n }; run `tellal check` to see them
cli-checked = { $counts }
cli-checked-good = nothing to complain about

cli-audit = Looks at the pages of a finished site for accessibility and Turkish spelling
cli-audit-folder = The folder of the finished site (dist/public, for one)
cli-audit-report = The table of criteria the results are written into (data/erisilebilirlik/olcutler.csv)
cli-audit-format = How the findings are written: text, json, github or sarif
cli-audit-no-folder = no such folder: { $path }
    .hint = Build the site with `tellal build` first, then name the folder dist/public
cli-auditing = looking
cli-audited = { $pages } pages: { $counts }
cli-audited-good = { $pages } pages: nothing found

cli-serve = Shows the site on this machine and follows every edit
cli-serve-audience = Which site: public, internal or reports (public unless given)
cli-serve-port = Port; the first free one from 8080 unless given
cli-value-audience = SITE
cli-value-port = PORT
cli-serving = serving at { $address }; press Ctrl+C to stop
cli-serve-built = up to date ({ $seconds } s)
cli-serve-broken = not built; { $counts }; the last good pages are shown
cli-serve-cannot-listen = port { $path } could not be opened: { $cause }
    .hint = Name another port with --port
cli-serve-overlay = The last edit cannot be shown: the input has errors. Below is the last good page.
cli-serve-nothing = There is no page to show: the input has errors. This page reloads by itself once they are mended.

cli-new = Opens a new page with its front matter, in the right folder
cli-new-kind = Kind of the page: duyuru, haber, hizmet, kurumsal, mudurluk, mevzuat, meclis, ihale, istatistik, rapor, acik-veri, bilgi-edinme or el-kitabi
cli-new-title = Title of the page
cli-new-unit = Code of the unit that answers for the page
cli-value-kind = KIND
cli-value-title = TITLE
cli-value-unit = UNIT
cli-new-written = written: { $path }
cli-new-exists = the file is already there: { $path }
    .hint = Choose another name or edit the existing file
cli-new-no-slug = the title gives no address, it has no letter or digit: { $path }
    .hint = Write a title with letters in it
cli-new-comment-unit = code of the responsible unit
cli-new-comment-summary = one or two sentences for lists
cli-new-comment-draft = remove this line to publish

cli-init = Starts a new municipality that builds at once
cli-init-folder = The new folder
cli-init-name = Name of the municipality
cli-value-name = NAME
cli-init-not-empty = the folder is not empty: { $path }
    .hint = Name a new or empty folder
cli-init-done = repository ready: { $path }
cli-init-next = To see it: { $command }

cli-sample = Makes up sample data of any size
cli-sample-kind = Dataset: halk-masasi, demirbas, zimmet or satin-alma
cli-sample-rows = Number of rows (1000 unless given)
cli-sample-seed = Seed: the same number gives the same data (1 unless given)
cli-sample-out = Folder for the file
cli-sample-monthly = Writes one file a month for halk-masasi
cli-value-n = N
cli-sampling = making up sample data

cli-build-bad-url = not the address of a site: { $path }
    .hint = Write an address that begins with https://, such as https://www.ornek.bel.tr

cli-query = Looks at the data with SQL; answers are exact and for staff only
cli-query-sql = One SELECT statement; the tables and their columns are listed unless given
cli-query-format = Form of the answer: table, csv or json (table unless given)
cli-value-sql = SQL
cli-querying = reading the data
cli-query-failed = the query failed: { $cause }
    .hint = Correct the query; the tables are: { $tables }

# release
cli-release = Keeps the numbers published today in data/yayinlar; later tables are audited together with them
cli-release-period = Period of the release, the name of its folder: 2026-06
cli-value-period = PERIOD
cli-release-bad-period = a period is made of lower-case letters, digits and hyphens: { $path }
cli-release-exists = there is a record of this period already, and it is not written over: { $path }
cli-released = release recorded: { $folder }, { $n } figures
