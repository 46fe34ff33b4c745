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
# Publishing and the outside: the disk, the output folder.

publish-nothing-there = no site was ever published here: { $path }
    .hint = Build the site once with `tellal build`
publish-not-ours = the output folder is not empty and tellal did not make it: { $path }
    .hint = Name an empty folder or move what is in it elsewhere
publish-foreign-file = the published tree holds a file that tellal did not make: { $path }
    .hint = Move the file elsewhere; put it under content/ if it belongs to the site
publish-over-root = the output folder cannot be the repository or a folder above it: { $path }
    .hint = Name a folder of its own for --out, such as dist
publish-into-input = the output folder cannot lie inside the input: { $path }
    .hint = Name a folder outside content, data and themes for --out
publish-busy = another build is writing to this folder: { $path }
    .hint = Wait until that build has finished
publish-cannot-write = could not be written: { $path }: { $cause }
    .hint = Check the free space and the permissions; readers still see the last good site
publish-cannot-read = could not be read: { $path }: { $cause }
    .hint = Check the permissions and the disk
cause-storage-full = no space left on the disk
cause-permission-denied = permission denied
cause-not-found = no such file or folder
cause-read-only = the disk is read-only
cause-address-in-use = another program uses this port
cause-is-a-folder = this is a folder, not a file
cause-cut-off = the file ends halfway
cause-gone = no permission, or it was removed during the build
