import type {EndEvent} from '../trace/trace-event.js';

/** Which side ended an exchange, in two words, as far as a proxy between them can tell. */
export function whoEnded({outcome, error}: Pick<EndEvent, 'outcome' | 'error'>): string {
	if (outcome === 'complete') {
		return 'server ended';
	}

	if (outcome === 'aborted') {
		return 'client left';
	}

	switch (error?.kind) {
		case 'connection_lost': {
			return 'server broke';
		}

		case 'ended_early': {
			return 'cut off';
		}

		case 'input_ended': {
			return 'input ended';
		}

		default: {
			// The system's own words, such as ECONNREFUSED, are about a connection that was never made.
			return error !== null && /^E[A-Z]+$|^connection$/.test(error.kind) ? 'not reached' : 'server error';
		}
	}
}
