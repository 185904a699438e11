import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {Inspector} from '../../../source/ui/inspector/inspector.js';
import {tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {selectInspector} from '../../../source/ui/inspector/select-inspector.js';
import {selectInspectorRows} from '../../../source/ui/inspector/select-inspector-rows.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {agreedEnd, paneOf, rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {hiddenThinking, hiddenThinkingAnswer} from '../../helpers/hidden-thinking.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {
	blockStart,
	blockStop,
	json,
	message,
	messageDelta,
	messageStart,
	messageStop,
	text,
	toolStart,
} from '../../messages/conformance/sample-stream.js';

const events = tracedStream(message(blockStart(0), text(0, 'Cats'), blockStop(0)));
const ended = [...events, agreedEnd(events, 300)];

/** The text inside the frame, zoomed so that all of it is in sight. */
const drawn = (trace: readonly TraceEvent[], state: Partial<ScreenState> = {}): string => {
	const size = {width: 100, height: 50};
	const model = screenOf(trace, {focus: 'inspector', isZoomed: true, ...state}, {size});
	const rows = rowsOf(paneOf(Inspector, selectInspector(model.newest())));
	assert.equal(rows.length, 46);
	assert.ok(rows.every(row => row.length <= 100));
	return rows
		.slice(2)
		.map(row => row.slice(1).trimEnd())
		.filter(row => row !== '')
		.join('\n');
};

test('the message tab holds the accumulated message, and says that it is the SDK’s own', () => {
	const shown = drawn(ended);
	assert.match(shown, /equals the SDK/);
	for (const part of [
		/"id": "msg_01"/,
		/"text": "Cats"/,
		/"stop_reason": "end_turn"/,
		/"output_tokens": 3/,
	]) {
		assert.match(shown, part);
	}
});

test('it says when the SDK’s message is another one, and when there is none', () => {
	const end = agreedEnd(events, 300);
	assert.match(
		drawn([...events, {...end, message: {...(end.message as object), id: 'other'}}]),
		/differs from the SDK/,
	);
	assert.match(drawn([...events, complete(300)]), /no final message/);
	assert.match(drawn(events), /growing/);
	assert.match(drawn([]), /No message yet/);
});

test('a beta block that the SDK’s stable helper does not read explains the difference', () => {
	const compaction = [
		messageStart(),
		blockStart(0, {type: 'compaction', content: null}),
		{
			type: 'content_block_delta',
			index: 0,
			delta: {type: 'compaction_delta', content: 'They spoke of cats.', encrypted_content: null},
		},
		blockStop(0),
		messageDelta('end_turn'),
		messageStop,
	];
	const end = {...complete(300), message: {id: 'msg_01', content: [{type: 'compaction', content: null}]}};
	assert.match(drawn([...tracedStream(compaction), end]), /≠ final · finalMessage\(\) lacks .* beta helper/);
});

test('the event tab explains the selected event and shows its content, pretty or raw', () => {
	const selected = {tab: 'event', log: {isFollowing: false, selected: 4, top: 0}} as const;
	const pretty = drawn(ended, selected);
	assert.match(pretty, /#5/);
	assert.match(pretty, /"type": "text_delta"/);
	assert.match(pretty, /"text": "Cats"/);
	const raw = drawn(ended, {...selected, isRaw: true});
	assert.match(raw, /event: content_block_delta\ndata: \{"type":"content_block_delta"/);
});

test('the request tab shows no code if the capture has no request', () => {
	const capture = tracedStream([messageStart()], {body: null, status: 0});
	const shown = drawn(capture, {tab: 'request'});
	assert.match(shown, /status not known/);
	assert.match(shown, /The capture has no request/);
	assert.doesNotMatch(shown, /curl|import/);
});

test('broken data is shown as it came', () => {
	const broken = tracedStream([messageStart(), {event: 'content_block_delta', data: '{"text":"cut'}]);
	assert.match(drawn(broken, {tab: 'event', isRaw: true}), /data: \{"text":"cut/);
	// As the string that it is.
	assert.match(drawn(broken, {tab: 'event'}), /\{\\"text\\":\\"cut/);
});

test('every tab shows something for every kind of event, at any moment of an exchange', () => {
	for (const length of [0, 1, 2, 3, 5, ended.length]) {
		for (const tab of tabNames) {
			assert.notEqual(drawn(ended.slice(0, length), {tab}), '', `${tab} after ${length} events`);
		}
	}
});

test('no byte of an event is a command to the terminal, in any tab', () => {
	const attack = '\u001B]0;HACKED\u0007\u001B[2J\u009B31m\u202E';
	const hostile = tracedStream(
		[
			messageStart({model: attack, [attack]: attack}),
			blockStart(0, {type: attack, [attack]: [attack]}),
			text(0, attack),
			{event: attack, data: attack, id: attack, comment: attack},
		],
		{body: {[attack]: attack, messages: [{role: 'user', content: attack}]}},
	);
	for (let selected = 0; selected < hostile.length; selected++) {
		for (const tab of tabNames) {
			for (const isRaw of tab === 'event' ? [true, false] : [false]) {
				const shown = drawn(hostile, {tab, isRaw, log: {isFollowing: false, selected, top: 0}});
				assert.ok(
					!/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202E]/.test(shown),
					`${tab} of event ${selected}`,
				);
			}
		}
	}
});

test('the characters of a tool’s JSON are highlighted in the parsed input', () => {
	const call = tracedStream(
		message(toolStart(0), json(0, '{"place":'), json(0, '"Lis'), json(0, 'bon"}'), blockStop(0)),
	);
	const position = call.findIndex(event => event.type === 'sse' && event.data.includes('Lis'));
	const model = screenOf(call, {focus: 'inspector', log: {isFollowing: false, top: 0, selected: position}});
	const rows = selectInspectorRows(model.state);
	const highlight = rows
		.slice(0, rows.count)
		.flatMap(({row}) => row.filter(({role}) => role === 'highlight'));
	assert.deepEqual(
		highlight.map(({text}) => text),
		['Lis'],
	);
});

test('all highlighted rows are scrolled into view, in the middle if they fit', () => {
	const words = (from: number, to: number) =>
		Array.from({length: to - from}, (_, index) => `word${String(from + index).padStart(3, '0')} `).join('');
	const long = tracedStream(
		message(
			blockStart(0),
			text(0, words(0, 100)),
			text(0, words(100, 120)),
			text(0, words(120, 300)),
			text(0, words(300, 400)),
			blockStop(0),
		),
	);
	const shownAt = (selected: number) => {
		const model = screenOf(
			long,
			{focus: 'inspector', log: {isFollowing: false, top: 0, selected}},
			{size: {width: 60, height: 30}},
		);
		return rowsOf(paneOf(Inspector, selectInspector(model.newest()))).slice(2);
	};

	// Twenty words stand in five rows of the eight.
	const short = shownAt(5);
	const rowOf = (word: string) => short.findIndex(row => row.includes(word));
	assert.ok(rowOf('word100') >= 1 && rowOf('word119') <= short.length - 2, short.join('\n'));
	// More than fit: from the first one on.
	assert.match(shownAt(6).slice(0, 2).join('\n'), /word120/);
});

test('hidden thinking has its number, its clock and its part of the rule in the tabs', () => {
	const trace = [...tracedStream(hiddenThinkingAnswer), complete(2000)];
	const usage = drawn(trace, {tab: 'usage'});
	assert.match(usage, /119 tok\/s = \(output_tokens − thinking_tokens − 1\) ÷/);
	assert.match(usage, /3,000 thinking tokens, hidden · 50 ms/);
	const timeline = drawn(trace, {tab: 'timeline'});
	assert.match(timeline, /^thinking +170 ms/m);
	assert.match(timeline, /3,000 thinking tokens, hidden/);
});

test('the estimate of the tokens so far is shown beside its formula', () => {
	const usage = drawn(tracedStream(hiddenThinking), {tab: 'usage'});
	assert.match(usage, /out ~256 = 0 characters ÷ 4 \+ 256 estimated for hidden thinking/);
});

test('each number of the usage has its cost with the rule, and a model without a price has no sum', () => {
	const usage = drawn([...tracedStream(hiddenThinkingAnswer), complete(2000)], {tab: 'usage'});
	assert.match(usage, /^\$0\.0016 = 3,120 × \$0\.5\/M · output_tokens$/m);
	assert.match(usage, /^\$0\.0016 in all · list prices as of/m);
	const other = hiddenThinkingAnswer.map(event =>
		JSON.parse(JSON.stringify(event).replace('claude-haiku-5-5', 'm')),
	);
	assert.match(drawn(tracedStream(other), {tab: 'usage'}), /No cost: /);
});

test('the line beside the inspector begins with a corner where there is none above it', () => {
	const hasLineAbove = (width: number, state: Partial<ScreenState> = {}) =>
		selectInspector(screenOf(ended, state, {size: {width, height: 40}}).newest())?.hasLineAbove;
	assert.equal(hasLineAbove(80, {inspectorPlace: 'beside'}), false);
	assert.equal(hasLineAbove(120), true);
	assert.equal(hasLineAbove(200), false);
});
