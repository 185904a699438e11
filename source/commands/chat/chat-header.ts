import type {ClientOptions} from '../../client/create-client.js';
import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {fitParts, type Part, type RankedPart} from '../../text/fit-parts.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {fitRow, type Row, rowWidth, type Segment, segment} from '../../text/segment.js';
import {settingsRow} from '../../ui/slash/settings-row.js';
import type {DemoControl} from '../../ui/slash/slash-context.js';

export type ChatHeader = {
	readonly settings: ChatSettings;
	readonly usual: Pick<ChatSettings, 'maxTokens'>;
	/** Whether and when the model retires. */
	readonly ending: string | null;
	readonly client: Pick<ClientOptions, 'apiVersion' | 'auth'>;
	readonly demo: ReturnType<DemoControl['present']>;
	/** Whether the demo plays only for want of a credential. */
	readonly isFallback: boolean;
	/** The text about the recording. */
	readonly recording: Part;
};

/**
 * The header of the chat in `width` cells. With little room, the name of the recording goes first, then the name of the program, then settings.
 * Where the messages go stays longest, and then the model.
 */
export function chatHeader(facts: ChatHeader, width: number): {readonly left: Row; readonly right: Row} {
	const parts = partsOf(facts);
	const whole = parts.reduce((sum, {part}) => sum + rowWidth(part[0] ?? []), 0);
	const fitting = facts.recording.find(row => whole + 1 + rowWidth(row) <= width);
	const right = fitting ?? facts.recording.at(-1) ?? [];
	// A long reason why nothing is recorded leaves the other half of the row.
	const room = Math.max(Math.floor(width / 2), width - rowWidth(right) - 1);
	const left = withoutFirstDot(fitParts(parts, room));
	const rest = width - rowWidth(left) - 1 - rowWidth(right);
	const isFallback = facts.demo !== null && facts.isFallback;
	const hint = isFallback ? liveHints.find(row => rowWidth(row) <= rest) : undefined;
	return {left: hint === undefined ? left : [...left, ...hint], right};
}

/** What comes first is separated from nothing. */
function withoutFirstDot(row: Row): Row {
	const shown = row.filter(({text}) => text.trim() !== '');
	const [first, ...rest] = shown;
	return first?.text.startsWith(' · ') ? [{...first, text: first.text.slice(2)}, ...rest] : row;
}

/** How the demo becomes live, where there is room. */
const liveHints: readonly Row[] = [
	[segment(' · an API key makes it live', 'dim')],
	[segment(' · a key makes it live', 'dim')],
];

function partsOf({settings, usual, ending, client, demo}: ChatHeader): readonly RankedPart[] {
	const [model, ...changed] = settingsRow(settings, usual);
	return [
		{part: [[segment(' streamscope  ', 'title')], [segment(' ')]], rank: 20},
		{part: modelPart(model), rank: 1},
		...changed.map((setting, index) => ({part: [[setting]], rank: 4 + index})),
		// In the colour of a warning.
		...(ending === null ? [] : [{part: [[segment(` · ${sanitizeLine(ending)}`, 'warning')]], rank: 3}]),
		// What an older gateway needs, where it is in force.
		...[client.apiVersion, client.auth].flatMap(way =>
			way === undefined ? [] : [{part: [[segment(` · ${way}`, 'dim')]], rank: 2}],
		),
		{part: targetPart(demo), rank: 0},
	];
}

/** The name of a gateway's model may be longer than the row. */
function modelPart(model: Segment | undefined): Part {
	const row = model === undefined ? [] : [model];
	return [row, fitRow(row, 40), fitRow(row, 16)];
}

/** Tells where the messages go. */
function targetPart(demo: ChatHeader['demo']): Part {
	if (demo === null) {
		return [[segment(' · live', 'good')]];
	}

	const speed = demo.speed === 1 ? '' : ` ×${demo.speed}`;
	return [[segment(` · demo: ${demo.scenario}${speed}`, 'accent')], [segment(' · demo', 'accent')]];
}
