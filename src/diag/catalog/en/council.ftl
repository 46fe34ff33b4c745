# The council: data/meclis/*.yaml and the legal periods.

council-agenda-late = the agenda of the meeting of { $meeting } was announced on { $announced }, { $days } days before it; at least { $wanted } are wanted ({ $basis })
    .hint = Compare the days with the documents; if they are right, write the reason as `gecikme`
    .explain = Law 5393, article 21: an agenda is told to the members and announced to the public at least three days before the meeting. The period is read from data/meclis/sureler.yaml. Where the days are right, `gecikme: …` says why: readers are told on the agenda's page, and the warning goes.

council-agenda-due = the meeting of { $meeting } is { $days } days away and its agenda is not announced; at least { $wanted } are wanted ({ $basis })
    .hint = Write the agenda as `gundem` and the day of its announcement as `ilan`
    .explain = Law 5393, article 21: an agenda is announced to the public at least three days before the meeting.

council-summary-late = the summary of decision { $number } of { $date } was published { $days } days after it became final; at most { $wanted } are allowed ({ $basis })
    .hint = Compare the days with the documents; if they are right, write the reason as `gecikme`
    .explain = Law 5393, article 23: summaries of final decisions are announced to the public within seven days. The period is read from data/meclis/sureler.yaml. With `gecikme: …` readers are told why on the decision's page, and the warning goes.

council-summary-due = decision { $number } of { $date } became final { $days } days ago, and no day of publication is written; { $wanted } days are allowed ({ $basis })
    .hint = Write the day its summary came out as `yayim`
    .explain = Law 5393, article 23: summaries of final decisions are announced to the public within seven days. Without the day nobody can tell whether that was kept.

council-sent-late = decision { $number } of { $date } was sent to the governor { $days } days after it became final; at most { $wanted } are allowed ({ $basis })
    .hint = Compare the days with the documents; if they are right, write the reason as `gecikme`
    .explain = Law 5393, article 23: decisions are sent to the highest state authority of the place within seven days of becoming final.

council-unsent = decision { $number } of { $date } became final { $days } days ago, and no sending to the governor is written; a decision that is not sent does not come into force ({ $basis })
    .hint = If it was sent, write the day as `mulki_amir: {"{"}tarih: …, sayi: …{"}"}`
    .explain = Law 5393, article 23: decisions that are not sent to the governor do not come into force. Until the sending is written, the decision's page tells readers so.

council-report-late = the report of { $commission } came { $days } working days after the matter was referred; { $wanted } are allowed ({ $basis })
    .hint = Compare the days with the documents; if they are right, write the reason as `gecikme`
    .explain = Law 5393, article 24 gives commissions a period: ten working days to the one of plans, five to the others. Working days are counted by data/tatiller.yaml; of a year without its holidays nothing is said.

council-weekend = { $date } is a { $weekday }
    .hint = Compare the day with the document; if it is right, leave it
    .explain = Councils mostly meet on weekdays. A day on a weekend may be a slip; where the document says so, too, it is left as it is.

council-date-order = the days of decision { $number } cannot be in this order: `{ $earlier }` { $earlier_date }, `{ $later }` { $later_date }
    .hint = Compare the days with the documents and mend the wrong one
    .explain = A decision is taken, then becomes final; it is sent and published after that.

council-vote = the vote contradicts itself: unanimous, with { $no } votes against
    .hint = Write `sekil: oycoklugu`, or mend the counts
    .explain = With votes for and against, a decision was taken by a majority.

council-named-vote = the text tells the vote of a member by name
    .hint = Take the name out; write only the counts, as `oy: {"{"}sekil: oycoklugu, kabul: 12, ret: 3{"}"}`
    .hint-counts = Delete the members' names, and write how many voted so
    .explain = A decision is the council's, and counts are enough in its summary. Who voted how is not published on this site. The program knows no names and looks at forms: words such as `Ali VELİ` or `üye Ali Veli` in a sentence that tells of votes. Where it errs, put the sentence differently.
