import path from 'node:path';
import envPaths from 'env-paths';

/** The path of the config file: in `STREAMSCOPE_HOME` if that is set, else in the platform's folder for settings. */
export function configFile(environment: {readonly STREAMSCOPE_HOME?: string | undefined}): string {
	const {STREAMSCOPE_HOME: home} = environment;
	const folder = home ? path.resolve(home) : envPaths('streamscope', {suffix: ''}).config;
	return path.join(folder, 'config.json');
}
