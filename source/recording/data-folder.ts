import path from 'node:path';
import envPaths from 'env-paths';

/** The folder of the program's data: `STREAMSCOPE_HOME`, else the platform's data folder. */
export function dataFolder(environment: {readonly STREAMSCOPE_HOME?: string | undefined}): string {
	const {STREAMSCOPE_HOME: home} = environment;
	return home ? path.resolve(home) : envPaths('streamscope', {suffix: ''}).data;
}

/** The folder of saved sessions, with one recording per file. */
export function sessionsFolder(data: string): string {
	return path.join(data, 'sessions');
}
