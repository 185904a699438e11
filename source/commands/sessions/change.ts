import type {SessionChange} from '../../recording/change-session.js';
import {describeFailure} from '../../text/describe-failure.js';
import {UsageError} from '../usage-error.js';

/** Changes a session's file. Throws a `UsageError` if that is not possible. */
export function change(file: string, act: () => SessionChange): void {
	const outcome = attempt(file, act);
	if (outcome === 'no recording') {
		throw new UsageError(`${file} is not a streamscope session.`, 'It was not changed.');
	}

	if (outcome === 'in use') {
		throw new UsageError(`${file} is open in another process.`, 'Close the chat there first.');
	}
}

function attempt(file: string, act: () => SessionChange): SessionChange {
	try {
		return act();
	} catch (error) {
		throw new UsageError(`Cannot change ${file}: ${describeFailure(error)}.`, 'It was not changed.');
	}
}
