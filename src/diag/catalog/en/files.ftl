# Files: unreadable, wrongly encoded, leading outside, too large.

unreadable-file = the file could not be read: { $cause }
    .hint = Check the permissions and the disk, then try again
    .hint-absent = Add the file under this name, or correct the name where it is mentioned
    .explain =
        A file or folder of the repository could not be opened. Usually a permission is missing, another program holds
        the file, or the disk is failing. Nothing is published with a file missing: if an unreadable file were skipped
        in silence, its page would fall off the site unnoticed.

not-utf8 = the file is not UTF-8
    .hint = Save the file as UTF-8
    .explain =
        Text files (.md, .yaml, .txt) must be UTF-8. Old editors save Windows-1254, which breaks “ş, ğ, ı, İ”. Choose
        “Save as” in your editor and UTF-8 as the encoding. This rule is for text only: CSV files may be Windows-1254.

bad-symlink = symbolic links are not followed
    .hint = Put the file itself in place of the link
    .explain =
        Symbolic links in the repository are not followed. A link may show a file outside the repository (then nobody
        could tell from the repository what was published) or may run in a circle. Copy the file into the repository.

file-too-large = the file is too large: { $size }, the limit is { $limit }
    .hint = Shrink or split the file
    .explain =
        Every kind of file has an upper limit; a file beyond it usually lies in the wrong place or is damaged. Data
        files are read row by row and have no limit: keep large tables under data/ as CSV.

security-expires = the file for finders of weak spots is about to expire: { $day } ({ $days } days)
    .hint = Move the day `expires` under `security` in site.yaml on, or delete it; without it every build renews it
    .explain =
        `/.well-known/security.txt` tells those who find a weak spot of the site whom to write to (RFC 9116). Nobody trusts
        one that has expired. Where `expires` is not written, it is seven months after the first of the month of the build.
