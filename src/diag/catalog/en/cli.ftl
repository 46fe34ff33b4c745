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
cli-alert = Exchanges the alert banner of the published site, even while other content is in error
cli-check = Shows every error and warning, writes nothing
cli-explain = Explains what the code of a diagnostic means
cli-completions = Writes the completion script for a shell

cli-arg-lang = Language of messages: tr or en
cli-arg-help = Shows help
cli-arg-version = Shows the version
cli-arg-root = Folder of the repository (the current one unless given)
cli-arg-drafts = Includes drafts
cli-build-out = Folder for the sites (dist in the repository unless given)
cli-alert-out = Where the sites are (`dist` in the repository unless given)
cli-build-base-url = Address of the site (the one in site.yaml unless given)
cli-check-format = Form of the diagnostics: text, json, github, gitlab or sarif
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
    .hint = Run `tellal explain` for the list of all codes

cli-count-errors = errors: { $n }
cli-count-warnings = warnings: { $n }
cli-count-notes = notes: { $n }
cli-alert-shown = alerts shown: { $alerts }; { $changed } of { $pages } pages changed
cli-alert-none = no alerts today; { $changed } of { $pages } pages changed
cli-alert-no-place = the published pages have no place for a banner: the theme's base.html must hold {"{{ alert }}"}
cli-alert-not-shown = no alert was published: { $counts }; the published site stays as it is
cli-building = building
cli-checking = checking
cli-notes-in-full = the notes in full, with their hints: tellal check
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
cli-new-kind = Kind of the page: duyuru, haber, etkinlik, ihale, hizmet, kurumsal, mudurluk, mevzuat, meclis, istatistik, rapor, acik-veri, bilgi-edinme or el-kitabi
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
cli-new-next = Write the text and look at it with `tellal serve --drafts`; delete the draft line to publish
cli-new-of-unit = responsible unit: { $name }
cli-new-of-unit-settings = responsible unit: { $name } (from the git setting tellal.birim)
cli-new-of-unit-neighbour = responsible unit: { $name } (as on the newest page of the section; give another with --unit)
cli-new-unknown-unit = no such unit: `{ $path }`
    .hint = Write this, or add the unit to data/birimler: { $known }
cli-new-comment-expires = not published after this day
cli-new-comment-review = someone looks at it again by this day

cli-init = Starts a new municipality that builds at once
cli-init-folder = The new folder
cli-init-name = Name of the municipality
cli-value-name = NAME
cli-init-not-empty = the folder is not empty: { $path }
    .hint = Name a new or empty folder
cli-init-done = repository ready: { $path }
cli-init-next = To see it: { $command }

cli-sample = Makes up sample data of any size
cli-sample-kind = Dataset: halk-masasi, halk-masasi-sevk, halk-masasi-olay, demirbas, zimmet or satin-alma
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

cli-schema = Writes JSON Schemas of the files that editors write; text editors complete and check by them
cli-schema-name = The kind of file: page, site, dataset…; all are listed without it
cli-schema-out = The folder for all schemas
cli-value-file-kind = FILE_KIND
cli-schema-written = schemas written: { $path }
cli-unknown-schema = there is no such schema: `{ $path }`
    .hint = Run `tellal schema` to see the list

# diff
cli-diff = Sums up what changed between two built sites: pages, numbers, files
cli-diff-old = The site as it was: dist, or one tree of it
cli-diff-new = The site as it is
cli-diff-audience = The site to compare: public, internal or reports (public unless given)
cli-diff-format = How the summary is written: text, markdown or json (text unless given)
cli-value-old = OLD
cli-value-new = NEW
cli-diff-no-tree = there is no built site: { $path }
    .hint = Run `tellal build` first, or name a folder that exists
cli-diff-added = New pages ({ $n })
cli-diff-changed = Changed pages ({ $n })
cli-diff-gone = Pages gone ({ $n })
cli-diff-files-added = New files ({ $n })
cli-diff-files-changed = Changed files ({ $n })
cli-diff-files-gone = Files gone ({ $n })
cli-diff-figure-added = New figure: { $title }
cli-diff-figure-gone = Figure gone: { $title }
cli-diff-figure-changed = Figure whose numbers moved: { $title }
cli-diff-row-added = new row: { $row }
cli-diff-row-gone = row gone: { $row }
cli-diff-reframed = On { $n } pages only what surrounds the text changed (menus, styles).
cli-diff-more = … and { $n } more
cli-diff-nothing = Nothing changed in the pages, numbers and files that are published.

# desk and addresses of other sites
cli-serving-desk = desk: { $address }
cli-desk = Desk
cli-desk-about = Pages to look at. Only in this preview, never part of a site.
cli-desk-home = Back to the preview
cli-desk-late = overdue
cli-desk-complaints = Diagnostics
cli-desk-review = To be reviewed
    .about = Pages whose review (review_by) is overdue or due within a month.
cli-desk-drafts = Drafts
    .about = Delete the draft line to publish.
cli-desk-scheduled = Waiting for their day
cli-desk-expired = Expired
    .about = Pages no longer published. Delete them if nobody needs them.
cli-desk-orphans = Orphans
    .about = Pages that no menu, no list of a section and no other page's text leads to.
cli-desk-links = Broken external links
    .about = Addresses that did not answer or were not found at the last check. They stop nothing.
cli-desk-links-never = Broken external links
    .about = External links were never checked on this machine; see: tellal links --help
cli-links = Lists the external addresses of pages, or takes in what a check said of them; opens no connection itself
cli-links-results = What a check said: an HTTP status and an address a line; - for standard input
cli-links-no-answer = no answer
cli-links-status = HTTP { $status }
cli-links-checked = results for { $n } addresses, { $broken } broken links
