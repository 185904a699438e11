import {existsSync, statSync} from 'node:fs';
import {fileOf} from '../open-named-source.js';
import {UsageError} from '../usage-error.js';

/** Flags that only make sense for a question. */
const asking = ['model', 'runs', 'sequential', 'csv', 'against'] as const;

type Flags = Readonly<Partial<Record<(typeof asking)[number], unknown>>> & {readonly exchange?: string};

/**
 * The files that the arguments name, or `null` if they are a question. Two arguments of which one is a file are two files, so that a mistyped
 * name is not sent as a question. Throws a `UsageError` if one of them does not exist, or for a flag that does not apply to files.
 */
export function comparedFiles(
	args: readonly string[],
	flags: Flags,
	env: NodeJS.ProcessEnv,
): readonly string[] | null {
	const areFiles = flags.exchange !== undefined || (args.length === 2 && args.some(isFile));
	if (!areFiles) {
		return null;
	}

	if (args.length === 0 || args.length > 2) {
		throw new UsageError(
			'--exchange needs one or two files.',
			'Write: streamscope compare --exchange 2,5 a.ndjson',
		);
	}

	const flag = asking.find(name => flags[name] !== undefined);
	if (flag !== undefined) {
		throw new UsageError(`--${flag} does not apply to files.`, 'Two files are compared as they are.');
	}

	for (const name of args) {
		fileOf(name, env);
	}

	return args;
}

function isFile(name: string): boolean {
	return existsSync(name) && statSync(name).isFile();
}
