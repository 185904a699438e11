import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {TabName} from '../../../source/ui/inspector/inspector-state.js';
import {
	selectInspectorList,
	selectInspectorRows,
} from '../../../source/ui/inspector/select-inspector-rows.js';
import type {Size} from '../../../source/ui/screen/layout.js';
import {listWindow} from '../../../source/ui/screen/list-state.js';
import {performEffect} from '../../../source/ui/screen/perform-effect.js';
import {selectInside} from '../../../source/ui/screen/select-layout.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const messages = Array.from({length: 9}, (_, index) => ({
	role: index % 2 === 0 ? 'user' : 'assistant',
	content: `turn ${index + 1}`,
}));

const screen = (tab: TabName = 'request', size: Size = {width: 100, height: 30}) =>
	screenOf(
		[
			...tracedStream(message(...textBlock(0)), {body: {model: 'm', max_tokens: 9, stream: true, messages}}),
			complete(300),
		],
		{tab, focus: 'inspector'},
		{size},
	);

const shown = (model: ReturnType<typeof screen>): readonly string[] => {
	const source = selectInspectorRows(model.state);
	return source.slice(0, source.count).map(({row}) => row.map(({text}) => text).join(''));
};

test('the code is that of the whole request, in each language', () => {
	const rows = shown(screen()).join('\n');
	for (const {content} of messages) {
		assert.equal(rows.split(`"${content}"`).length - 1, 3, content);
	}
});

test('a field that no setting stands for is marked as set, and so is a part of a field', () => {
	const body = {
		model: 'm',
		max_tokens: 9,
		stream: true,
		speed: 'fast',
		output_config: {effort: 'low', format: null},
		messages: messages.slice(0, 1),
	};
	const [request, ...rest] = tracedStream(message(...textBlock(0)), {body});
	assert.ok(request?.type === 'request');
	const headers = {'anthropic-version': '2023-06-01', 'anthropic-beta': 'a,b'};
	const model = screenOf(
		[{...request, headers, auth: 'x-api-key'}, ...rest, complete(300)],
		{tab: 'request', focus: 'inspector', isZoomed: true},
		{size: {width: 200, height: 30}},
	);
	assert.deepEqual(shown(model).slice(0, 11), [
		'Parameters',
		'  model m',
		'  max_tokens 9',
		'  stream true',
		'  speed fast · set',
		'  output_config {"effort":"low","format":null} · set: output_config.format',
		'  messages 1',
		'Request headers',
		'  anthropic-version 2023-06-01',
		'  anthropic-beta a,b',
		'  credential x-api-key',
	]);
});

test('y copies the code in one language after the other, and the tab says in which', async () => {
	const model = screen();
	const copied: string[] = [];
	const copy = async (text: string) => {
		copied.push(text);
		return 'clipboard';
	};

	const others = {
		editTurn() {},
		forkTurn() {},
		start() {},
		tell() {},
		interrupt() {},
		leave() {},
		suspend() {},
		redraw() {},
		runTool() {},
		stopCommands() {},
		continueTurn() {},
		keepBookmark: () => null,
		keepFilter() {},
		releaseHold: async () => null,
		keepSettings: () => Promise.resolve(''),
	};
	model.onEffect(effect => performEffect(effect, {copy, ...others}, model));
	const {copyTab} = keysOf(model);
	const marked = () => shown(model).filter(row => row.includes('y copies'));
	assert.deepEqual(marked(), ['curl · y copies it']);
	for (const next of ['TypeScript', 'Python', 'curl']) {
		copyTab();
		await nextTurn();
		assert.match(model.state.notice ?? '', new RegExp(`copied \\(clipboard\\); y again copies ${next}$`));
		assert.deepEqual(marked(), [`${next} · y copies it`]);
	}

	assert.match(copied[0] ?? '', /^curl -N/);
	assert.match(copied[1] ?? '', /^import Anthropic from/);
	assert.match(copied[2] ?? '', /^import anthropic$/m);
	assert.ok(copied.every(text => text.includes('turn 1"')));
});

test('if nothing can be folded, Down scrolls by one line', () => {
	for (const tab of ['request', 'usage', 'timeline', 'findings', 'message'] as const) {
		const model = screen(tab, {width: 100, height: 18});
		const top = () => {
			const {count} = selectInspectorRows(model.state);
			return listWindow(
				selectInspectorList(model.state),
				count,
				selectInside(model.state, 'inspector').height,
			).top;
		};

		const isScrolled =
			selectInspectorRows(model.state).count > selectInside(model.state, 'inspector').height &&
			tab !== 'message';
		keysOf(model).inspectorDown();
		assert.equal(top(), isScrolled ? 1 : 0, tab);
		keysOf(model).inspectorUp();
		assert.equal(top(), 0, tab);
	}
});
