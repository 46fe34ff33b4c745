# The command line, and the frame around diagnostics.

severity-error = error
severity-warning = warning
severity-note = note
report-hint = help
report-column = column `{ $name }`
report-key = key `{ $name }`
