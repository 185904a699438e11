import {gapBefore} from '../../../analysis/pauses.js';
import type {ExchangeReport} from '../../../analysis/trace-report.js';
import {decode} from '../../../messages/decode.js';
import {isContent} from '../../../messages/vocabulary/piece.js';
import type {TraceEvent} from '../../../trace/trace-event.js';
import type {WallClock} from '../../wall-clock.js';
import {type Attributes, type OtlpEvent, otlpAttributes, unixNano} from './otlp-json.js';

/** A longer pause between two events is an event of its own, in milliseconds. */
const minGap = 1000;

/** The limit of OpenTelemetry's own SDKs. */
const maxEvents = 128;

export type SpanEventOptions = {
	readonly report: ExchangeReport;
	/** The exchange's events are at these positions. */
	readonly events: readonly TraceEvent[];
	readonly positions: readonly number[];
	readonly clock: WallClock;
	readonly hasContent: boolean;
	/** Whether the times of the events are real. */
	readonly hasTimes: boolean;
};

/**
 * What happened in an exchange, in order of time: `message_start`, the first content of each kind, each pause of over a second, the error, and
 * the findings, of which the words quote the stream.
 */
export function spanEvents(options: SpanEventOptions): {
	readonly events: readonly OtlpEvent[];
	readonly dropped: number;
} {
	const {events, positions, clock} = options;
	const found = [...marks(options), ...findings(options)].sort((a, b) => a.position - b.position);
	const made = found.slice(0, maxEvents).map(({name, position, attributes}): OtlpEvent => {
		const at = events[position]?.at ?? events[positions[0] ?? 0]?.at ?? 0;
		return {name, timeUnixNano: unixNano(clock(at, position)), attributes: otlpAttributes(attributes)};
	});
	return {events: made, dropped: found.length - made.length};
}

type Mark = {readonly name: string; readonly position: number; readonly attributes: Attributes};

function* marks({events, positions, hasTimes, hasContent}: SpanEventOptions): Generator<Mark> {
	const seen = new Set<string>();
	for (const position of positions) {
		const event = events[position];
		const number = {'streamscope.event': position + 1};
		const gap = hasTimes ? gapBefore(events, position) : 0;
		if (gap > minGap) {
			yield {name: 'gap', position, attributes: {...number, 'streamscope.gap.duration': gap}};
		}

		const name = event === undefined ? null : markOf(event);
		if (name !== null && !seen.has(name)) {
			seen.add(name);
			yield {name, position, attributes: number};
		}

		if (event?.type === 'end' && event.error !== null) {
			const {kind, title, detail} = event.error;
			yield {
				name: 'exception',
				position,
				attributes: {
					...number,
					'exception.type': kind,
					'exception.message': hasContent && detail !== null ? `${title}: ${detail}` : title,
				},
			};
		}
	}
}

/** `message_start`, or the kind of content that an event brings. `null` for anything else. */
function markOf(event: TraceEvent): string | null {
	if (event.type !== 'sse' || event.unterminated) {
		return null;
	}

	const decoded = decode(event);
	if (decoded.kind === 'message_start' || decoded.kind === 'error') {
		return decoded.kind;
	}

	const {piece} = decoded;
	return isContent(piece) ? (firstNames.get(piece.kind) ?? `first_${piece.kind}`) : null;
}

const firstNames: ReadonlyMap<string, string> = new Map([['json', 'first_tool_json']]);

function* findings({report, positions, hasContent}: SpanEventOptions): Generator<Mark> {
	for (const {rule, severity, event, message} of report.findings) {
		yield {
			name: 'finding',
			position: event === null ? (positions.at(-1) ?? 0) : event - 1,
			attributes: {
				'streamscope.event': event,
				'streamscope.finding.rule': rule,
				'streamscope.finding.severity': severity,
				'streamscope.finding.message': hasContent ? message : null,
			},
		};
	}
}
