import type {RequestListener} from 'node:http';
import type {Alteration} from '../../analysis/alteration/alteration.js';
import type {Filter} from '../../analysis/filter/filter.js';
import type {AlterOptions} from '../../client/proxy/altered-body.js';
import {createHolds} from '../../client/proxy/holds.js';
import {releasePath} from '../../recording/growing/release-path.js';
import type {ReleaseHold} from '../../ui/screen/perform-effect.js';
import {UsageError} from '../usage-error.js';
import type {TapAlteration} from './tap-options.js';

/** What a person does to the streams of a tap while they pass. */
export type TapControl = AlterOptions & {
	/** The breakpoint of the screen, which holds streams if that was asked for. */
	setBreakpoint(filter: Filter | null): void;
	/** Lets the stream of an exchange go on. */
	readonly release: ReleaseHold;
	/** Answers a request of `follow` to let a stream go on, and returns whether it did. */
	answer(path: string, ...call: Parameters<RequestListener>): boolean;
};

/** How long a stream is held where nobody may be looking, in milliseconds. */
const unattended = 5000;

/** `null` where nothing is altered. `isUnattended`: there is no screen. */
export function createTapControl(alter: TapAlteration | null, isUnattended: boolean): TapControl | null {
	if (alter === null) {
		return null;
	}

	if (alter.holdsAtBreakpoint && isUnattended) {
		throw new UsageError(
			'--hold without a filter holds at the breakpoint of the screen, and there is no screen.',
			"Add a filter, such as --hold 'type:message_stop'.",
		);
	}

	const holds = createHolds(alter.limit ?? (isUnattended ? unattended : null));
	let alterations: readonly Alteration[] = alter.alterations;
	let breakpoint: Filter | null = null;
	return {
		holds,
		alterations: () => alterations,
		setBreakpoint(filter) {
			if (!alter.holdsAtBreakpoint || filter === breakpoint) {
				return;
			}

			breakpoint = filter;
			alterations = [...alter.alterations, ...(filter === null ? [] : [{does: 'hold', filter} as const])];
		},
		release: async exchange => (holds.release(exchange) === null ? 'the stream is no longer held' : null),
		answer(path, request, response) {
			const [name, query] = path.split('?');
			if (name !== releasePath || request.method !== 'POST') {
				return false;
			}

			const asked = new URLSearchParams(query).get('exchange');
			const released = asked === null ? holds.release() : holds.release(Number(asked));
			response
				.writeHead(released === null ? 409 : 200, {'content-type': 'application/json'})
				.end(`${JSON.stringify({released})}\n`);
			return true;
		},
	};
}
