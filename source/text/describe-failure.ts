/** What was being done when the system refused. `use` where it may have been either. */
type Deed = 'read' | 'write' | 'use';

/** The words for a code of the system, and those for one deed where they differ. */
type Words = Readonly<{[key in Deed]?: string}> & {readonly use: string};

const words: ReadonlyMap<string, Words> = new Map<string, Words>([
	['ENOSPC', {use: 'the disk is full'}],
	['EDQUOT', {use: 'the disk quota is used up'}],
	['EACCES', {use: 'not permitted', read: 'not permitted to read it', write: 'not permitted to write there'}],
	['EPERM', {use: 'not permitted', read: 'not permitted to read it', write: 'not permitted to write there'}],
	['EROFS', {use: 'the disk is read-only'}],
	['ENOENT', {use: 'it is not there', write: 'there is no such folder'}],
	['ENOTDIR', {use: 'a part of the path is no folder'}],
	['EISDIR', {use: 'it is a folder'}],
	['EEXIST', {use: 'it is there already', write: 'a part of the path is no folder'}],
	['ENOTEMPTY', {use: 'the folder is not empty'}],
	['ELOOP', {use: 'its links lead in a circle'}],
	['ENAMETOOLONG', {use: 'the name is too long'}],
	['ENXIO', {use: 'there is nothing behind this name'}],
	['EBUSY', {use: 'another program has it open'}],
	['ETXTBSY', {use: 'another program has it open'}],
	['EMFILE', {use: 'too many files are open'}],
	['ENFILE', {use: 'too many files are open'}],
	['EIO', {use: 'the disk failed'}],
	['EFBIG', {use: 'the file would be too large'}],
	['ERR_FS_FILE_TOO_LARGE', {use: 'the file is too large'}],
	['ENOMEM', {use: 'the memory is used up'}],
	['EPIPE', {use: 'nobody reads it any more'}],
	['EADDRINUSE', {use: 'the port is taken'}],
	['EADDRNOTAVAIL', {use: 'this machine has no such address'}],
	['ECONNREFUSED', {use: 'the connection was refused'}],
	['ECONNRESET', {use: 'the connection was lost'}],
	['ENOTFOUND', {use: 'there is no host of this name'}],
	['EAI_AGAIN', {use: 'the name of the host cannot be looked up now'}],
	['ETIMEDOUT', {use: 'no answer came in time'}],
	['EHOSTUNREACH', {use: 'the host cannot be reached'}],
	['ENETUNREACH', {use: 'the network cannot be reached'}],
]);

/** Why the system would not do something, in a few words that fit a status line. Without words of ours, those of the system. */
export function describeFailure(error: unknown, deed: Deed = 'write'): string {
	const {code = '', message} = error as NodeJS.ErrnoException;
	const known = words.get(code);
	return known?.[deed] ?? known?.use ?? systemWords(message);
}

/** True for an error of the system, such as of a file that is not there: no stack tells more of it. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** `permission denied` of `EFOO: permission denied, open '/a'`. */
function systemWords(message: string): string {
	return /^[A-Z][A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
