import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

/** In a new home, a program would compile all its code at each start and save it at each end. */
const compiled = fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url));

/** Variables of a child process. `undefined` removes a variable. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment of a program under test: none of the developer's settings and keys, every folder below `home`, and no `CI`, because Ink would
 * not draw interactively with it.
 */
export const cleanEnvironment = (home: string, extra: Environment = {}): Record<string, string> => {
	const variables: Environment = {
		PATH: process.env.PATH,
		LANG: 'C.UTF-8',
		TERM: 'xterm-256color',
		COLORTERM: 'truecolor',
		SHELL: '/bin/sh',
		HOME: home,
		XDG_CONFIG_HOME: path.join(home, 'config'),
		XDG_DATA_HOME: path.join(home, 'data'),
		XDG_STATE_HOME: path.join(home, 'state'),
		XDG_CACHE_HOME: path.join(home, 'cache'),
		NODE_COMPILE_CACHE: compiled,
		STREAMSCOPE_HOME: path.join(home, 'streamscope'),
		...extra,
	};
	return Object.fromEntries(
		Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
};
