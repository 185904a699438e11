/** The operation that failed. `use` covers both reading and writing. */
type Operation = 'read' | 'write' | 'use';

/** The message for a system error code, with variants for reading and writing where they differ. */
type Words = Readonly<{[key in Operation]?: string}> & {readonly use: string};

const words: ReadonlyMap<string, Words> = new Map<string, Words>([
	['ENOSPC', {use: 'the disk is full'}],
	['EDQUOT', {use: 'the disk quota is used up'}],
	['EACCES', {use: 'not permitted', read: 'not permitted to read it', write: 'not permitted to write there'}],
	['EPERM', {use: 'not permitted', read: 'not permitted to read it', write: 'not permitted to write there'}],
	['EROFS', {use: 'the disk is read-only'}],
	['ENOENT', {use: 'it does not exist', write: 'there is no such folder'}],
	['ENOTDIR', {use: 'part of the path is not a folder'}],
	['EISDIR', {use: 'it is a folder'}],
	['EEXIST', {use: 'it already exists', write: 'part of the path is not a folder'}],
	['ENOTEMPTY', {use: 'the folder is not empty'}],
	['ELOOP', {use: 'its links form a loop'}],
	['ENAMETOOLONG', {use: 'the name is too long'}],
	['ENXIO', {use: 'there is no such device'}],
	['EBUSY', {use: 'another program has it open'}],
	['ETXTBSY', {use: 'another program has it open'}],
	['EMFILE', {use: 'too many files are open'}],
	['ENFILE', {use: 'too many files are open'}],
	['EIO', {use: 'the disk failed'}],
	['EFBIG', {use: 'the file would be too large'}],
	['ERR_FS_FILE_TOO_LARGE', {use: 'the file is too large'}],
	['ENOMEM', {use: 'there is not enough memory'}],
	['EPIPE', {use: 'its reader has closed it'}],
	['EADDRINUSE', {use: 'the port is already in use'}],
	['EADDRNOTAVAIL', {use: 'this machine has no such address'}],
	['ECONNREFUSED', {use: 'the connection was refused'}],
	['ECONNRESET', {use: 'the connection was lost'}],
	['ENOTFOUND', {use: 'there is no host with this name'}],
	['EAI_AGAIN', {use: 'the host name cannot be looked up right now'}],
	['ETIMEDOUT', {use: 'it did not answer in time'}],
	['EHOSTUNREACH', {use: 'the host cannot be reached'}],
	['ENETUNREACH', {use: 'the network cannot be reached'}],
]);

/** Says why a system call failed, in a few words that fit a status line. Falls back to the system's own words. */
export function describeFailure(error: unknown, operation: Operation = 'write'): string {
	const {code = '', message} = error as NodeJS.ErrnoException;
	const known = words.get(code);
	return known?.[operation] ?? known?.use ?? systemWords(message);
}

/** True for a system error, such as a missing file, for which a stack trace adds nothing. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return error instanceof Error && 'code' in error && 'syscall' in error;
}

/** Extracts `permission denied` from `EFOO: permission denied, open '/a'`. */
function systemWords(message: string): string {
	return /^[A-Z][A-Z0-9_]+: ([^,]+)/.exec(message)?.[1] ?? message;
}
