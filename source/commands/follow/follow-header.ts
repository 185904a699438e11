import type {GrowingState} from '../../recording/growing/grow-trace.js';
import {captureFormats} from '../../recording/imports/capture-formats.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';

/** A command that shows its trace in the same screen. */
export type ShownAs = {
	readonly verb: 'follow' | 'serve' | 'tap';
	/** What stands behind the name at the moment. */
	readonly details: () => readonly string[];
};

export type FollowFacts = {
	readonly name: string;
	readonly state: GrowingState;
	/** How many events there are. */
	readonly events: number;
	/** `follow` without details, if it is absent. */
	readonly shownAs?: ShownAs;
	/** The exchanges that a tap holds, the oldest first. */
	readonly held?: readonly number[];
	/** Milliseconds on the clock of the state. */
	readonly now: number;
};

/** The header: what is read, how many events and bytes came, and how long ago the last byte did. */
export function followHeader({name, state, events, now, shownAs, held = []}: FollowFacts): {
	readonly left: Row;
	readonly right: Row;
} {
	const {format, header, bytes} = state;
	const about = [
		captureFormats.find(({name}) => name === format)?.shortTitle ?? '',
		header?.mode === 'import' ? '' : (header?.mode ?? ''),
		...(shownAs?.details() ?? []),
	].filter(Boolean);
	const count = `${formatTokens(events)} ${events === 1 ? 'event' : 'events'} · ${formatBytes(bytes)}`;
	return {
		left: [
			segment(' streamscope  ', 'title'),
			segment(`${shownAs?.verb ?? 'follow'} ${sanitizeLine(header?.title ?? name)}`),
			...about.map(part => segment(` · ${sanitizeLine(part)}`, 'dim')),
		],
		right: [
			...heldRow(held),
			...(bytes === 0 ? [] : [segment(`${count} · `, 'dim')]),
			...phaseRow(state, now),
		],
	};
}

function heldRow(held: readonly number[]): Row {
	const [first] = held;
	return first === undefined
		? []
		: [
				segment(
					`■ held #${first}${held.length > 1 ? ` and ${held.length - 1} more` : ''}: H goes on `,
					'warning',
				),
				segment('· ', 'dim'),
			];
}

function phaseRow({phase, isWhole, lastByteAt}: GrowingState, now: number): Row {
	const ago = lastByteAt === null ? null : now - lastByteAt;
	switch (phase) {
		case 'waiting': {
			return [segment('waiting for the first byte ', 'warning')];
		}

		case 'open': {
			const words = ago === null || ago < 1000 ? 'growing' : `last byte ${agoWords(ago)} ago`;
			return [
				...(isWhole ? [segment('read at its end · ', 'warning')] : []),
				segment(`${words} `, ago === null || ago < 1000 ? 'good' : 'warning'),
			];
		}

		case 'ended': {
			return [segment('the input has ended ', 'dim')];
		}
	}
}

/** A duration as the status line has it, to a tenth of a second below a minute. */
function agoWords(ms: number): string {
	return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : formatMilliseconds(ms);
}
