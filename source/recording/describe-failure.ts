const words: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EACCES: 'not permitted to write there',
	EPERM: 'not permitted to write there',
	EROFS: 'the disk is read-only',
	ENOENT: 'there is no such folder',
	ENOTDIR: 'a part of the path is no folder',
	EISDIR: 'it is a folder',
	EEXIST: 'a part of the path is no folder',
	EMFILE: 'too many files are open',
	EIO: 'the disk failed',
	EFBIG: 'the file would be too large',
};

/** Why a recording cannot be written, in a few words that fit a status line. */
export function describeFailure(error: unknown): string {
	const {code, message} = error as NodeJS.ErrnoException;
	return words[code ?? ''] ?? message;
}
