# publish

report-not-rendered = the report's file could not be made: { $cause }
    .hint = Undo the last change to the report and try again; if it stays, take out its text and figures one by one to find the cause.
    .explain = While the report's text and figures were turned into a PDF or XLSX file, the writing library refused. Mostly a table exceeds the limits of Excel, or a drawing cannot be read. Nothing is published before the file can be made.

report-layout = the typesetter remarked on the report: { $cause }
    .hint = Look at that page of the PDF; where a table or drawing runs over, make the figure narrower.
    .explain = The PDF was made, but the typesetting library found something worth saying. The page should be looked at.

report-letters = characters that the report's fonts do not have: { $letters }
    .hint = Remove these characters from the text or the data; the PDF shows an empty box in their place.
    .explain = An accessible and archival PDF (PDF/UA-1, PDF/A-2a) needs a shape for every letter. The reports' fonts hold every letter of Turkish, but no emoji and the like.
