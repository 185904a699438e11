import type {SessionChange} from '../../recording/change-session.js';
import {describeFailure} from '../../text/describe-failure.js';
import {UsageError} from '../usage-error.js';

/** Changes a session's file. Throws a `UsageError` where that cannot be. */
export function change(file: string, act: () => SessionChange): void {
	const outcome = attempt(file, act);
	if (outcome === 'no recording') {
		throw new UsageError(`${file} is no session of streamscope.`, 'It stays as it is.');
	}

	if (outcome === 'in use') {
		throw new UsageError(`${file} is open in another process.`, 'Leave the chat there first.');
	}
}

function attempt(file: string, act: () => SessionChange): SessionChange {
	try {
		return act();
	} catch (error) {
		throw new UsageError(`${file} cannot be changed: ${describeFailure(error)}.`, 'It is as it was.');
	}
}
