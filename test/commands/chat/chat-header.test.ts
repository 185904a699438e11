import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type ChatHeader, chatHeader} from '../../../source/commands/chat/chat-header.js';
import {segment} from '../../../source/text/segment.js';
import {headerRow} from '../../../source/ui/screen/header-row.js';
import {filterOf} from '../../helpers/filter-of.js';

const facts: ChatHeader = {
	settings: {model: 'claude-haiku-5-5', maxTokens: 4096},
	usual: {maxTokens: 4096},
	ending: null,
	client: {},
	demo: {scenario: 'chat', speed: 1},
	isFallback: false,
	recording: [[segment('rec ● '), segment('2026-11-28-0325-cf79 ')], [segment('rec ● ')]],
};

const shown = (changed: Partial<ChatHeader>, width: number) =>
	headerRow(room => chatHeader({...facts, ...changed}, room), null, width)
		.map(({text}) => text)
		.join('');

const older = {apiVersion: '2023-06-01', auth: 'x-api-key'} as const;

test('the header names the model, where the messages go, and the recording', () => {
	assert.equal(
		shown({}, 80),
		' streamscope  claude-haiku-5-5 · demo: chat          rec ● 2026-11-28-0325-cf79 ',
	);
	assert.match(shown({demo: null}, 80), /^ streamscope {2}claude-haiku-5-5 · live /);
});

test('the older version and the header of the key are named before the recording, where they are in force', () => {
	assert.equal(
		shown({client: older}, 80),
		' streamscope  claude-haiku-5-5 · 2023-06-01 · x-api-key · demo: chat      rec ● ',
	);
	assert.match(shown({client: older}, 120), /x-api-key · demo: chat .* rec ● 2026-11-28-0325-cf79 $/);
});

test('with little room settings go before the version, the version before the target, and no part is cut', () => {
	const settings = {...facts.settings, effort: 'low', system: 'x', betas: ['a']};
	assert.equal(
		shown({settings, client: older}, 80),
		' claude-haiku-5-5 · effort low · 2023-06-01 · x-api-key · demo: chat      rec ● ',
	);
	assert.equal(shown({settings, client: older}, 40), ' claude-haiku-5-5 · demo: chat    rec ● ');
});

test('a model that ends says so, and a name that is longer than the row is cut', () => {
	assert.match(shown({ending: 'retires on 2027-01-22'}, 120), /5-5 · retires on 2027-01-22 · demo: chat/);
	assert.match(
		shown({settings: {...facts.settings, model: 'm'.repeat(200)}}, 80),
		/^ streamscope {2}m{39}… · demo: chat .* rec ● $/,
	);
});

test('what comes first is not separated from nothing', () => {
	assert.equal(
		shown({demo: {scenario: 'rate-limited', speed: 1}}, 40),
		' demo: rate-limited               rec ● ',
	);
});

test('at every width, and with a breakpoint, it says whether this is the demo or live', () => {
	for (let width = 40; width <= 130; width++) {
		for (const recording of [facts.recording, [[segment('not recorded ')], [segment('rec off ')]]]) {
			assert.match(shown({recording}, width), / · demo: chat/, String(width));
			assert.match(shown({recording, demo: null}, width), /(^| ·) live/, String(width));
			assert.match(
				shown({recording, demo: {scenario: 'hidden-thinking', speed: 0.25}}, width),
				/(^| ·) demo/,
			);
		}

		const stops = headerRow(room => chatHeader(facts, room), filterOf('type:content_block_delta'), width);
		assert.match(stops.map(({text}) => text).join(''), /(^| ·) demo/, String(width));
	}
});

test('a demo for want of a credential says how it becomes live, where there is room', () => {
	assert.match(shown({isFallback: true}, 110), /demo: chat · an API key makes it live .*cf79 $/);
	const recording = [[segment('not recorded ')]];
	assert.equal(
		shown({isFallback: true, recording}, 80),
		' streamscope  claude-haiku-5-5 · demo: chat · a key makes it live  not recorded ',
	);
	assert.doesNotMatch(shown({isFallback: true}, 80), /key/);
	assert.doesNotMatch(shown({isFallback: true, demo: null}, 110), /API key/);
});
