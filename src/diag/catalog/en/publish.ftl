# Publishing and the outside: the disk, the output folder.

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
