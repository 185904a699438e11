import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {type LocalTool, parseToolFile} from '../../config/tool-file.js';
import {describeFailure} from '../../text/describe-failure.js';
import type {AskedRequest} from '../read-request.js';
import {UsageError} from '../usage-error.js';

/** Reads a file of tools that was named. Throws a `UsageError` or a `ConfigError` if that is not possible. */
export async function readTools(file: string): Promise<readonly LocalTool[]> {
	return parseToolFile(file, await readText(file));
}

/** Reads the named file of tools, or else `tools.json` beside the config file, which need not exist. */
export async function readUsualTools(
	named: string | undefined,
	configFile: string,
): Promise<readonly LocalTool[]> {
	const usual = path.join(path.dirname(configFile), 'tools.json');
	try {
		return await readTools(named ?? usual);
	} catch (error) {
		if (named === undefined && error instanceof UsageError && isMissing(error.cause)) {
			return [];
		}

		throw error;
	}
}

/** The request with the tools of a file. A named file counts also where a session goes on; tools set by their path go first. */
export function withTools(
	request: AskedRequest,
	tools: readonly LocalTool[],
	isNamed: boolean,
): AskedRequest {
	if (tools.length === 0 || request.settings.tools !== undefined) {
		return request;
	}

	const given = {tools: tools.map(({definition}) => definition)};
	return {
		...request,
		settings: {...request.settings, ...given},
		flagged: isNamed ? {...request.flagged, ...given} : request.flagged,
	};
}

async function readText(file: string): Promise<string> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		throw new UsageError(
			`The file of tools ${file} cannot be read: ${describeFailure(error, 'read')}.`,
			'--tools names another file.',
			{cause: error},
		);
	}
}

function isMissing(error: unknown): boolean {
	const {code} = error as NodeJS.ErrnoException;
	return code === 'ENOENT' || code === 'ENOTDIR';
}
