import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as nextTurn} from 'node:timers/promises';
import {inspectorActions} from '../../../source/ui/inspector/inspector-actions.js';
import {inspectorList, inspectorRows} from '../../../source/ui/inspector/inspector-rows.js';
import {copyActions} from '../../../source/ui/screen/copy-actions.js';
import {listWindow} from '../../../source/ui/screen/list-state.js';
import type {TabName} from '../../../source/ui/screen/screen-state.js';
import {screenOf} from '../../helpers/drawn-pane.js';
import {complete, tracedStream} from '../../helpers/traced-stream.js';
import {message, textBlock} from '../../messages/conformance/sample-stream.js';

const messages = Array.from({length: 9}, (_, index) => ({
	role: index % 2 === 0 ? 'user' : 'assistant',
	content: `turn ${index + 1}`,
}));

const screen = (tab: TabName = 'request') =>
	screenOf(
		[
			...tracedStream(message(...textBlock(0)), {body: {model: 'm', max_tokens: 9, stream: true, messages}}),
			complete(300),
		],
		{tab, focus: 'inspector'},
	);

const shown = (model: ReturnType<typeof screen>): readonly string[] => {
	const source = inspectorRows(model);
	return source.slice(0, source.count).map(({row}) => row.map(({text}) => text).join(''));
};

test('the code is that of the whole request, in each language', () => {
	const rows = shown(screen()).join('\n');
	for (const {content} of messages) {
		assert.equal(rows.split(`"${content}"`).length - 1, 3, content);
	}
});

test('y copies the code in one language after the other, and the tab says in which', async () => {
	const model = screen();
	const copied: string[] = [];
	const {copyTab} = copyActions(model, async text => {
		copied.push(text);
		return 'clipboard';
	});
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

test('where there is nothing to fold, a line down is a line down', () => {
	for (const tab of ['request', 'usage', 'timeline', 'findings', 'message'] as const) {
		const model = screen(tab);
		model.geometry = {width: 100, height: 18, promptHeight: 3};
		const top = () => {
			const source = inspectorRows(model);
			return listWindow(inspectorList(model, source), source.count, model.inside('inspector').height).top;
		};

		const isScrolled = inspectorRows(model).count > model.inside('inspector').height && tab !== 'message';
		inspectorActions(model).inspectorDown();
		assert.equal(top(), isScrolled ? 1 : 0, tab);
		inspectorActions(model).inspectorUp();
		assert.equal(top(), 0, tab);
	}
});
