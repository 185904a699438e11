import process from 'node:process';
import {cleanEnvironment, type Environment} from './clean-environment.js';
import {temporaryFolder} from './temporary-folder.js';

/** Runs a function in an environment without the developer's own settings, because the SDK reads the process's environment directly. */
export const inEnvironment = async <T>(
	variables: Environment,
	run: (home: string) => Promise<T>,
): Promise<T> => {
	using home = temporaryFolder();
	const own = process.env;
	process.env = cleanEnvironment(home.path, variables);
	try {
		return await run(home.path);
	} finally {
		process.env = own;
	}
};
