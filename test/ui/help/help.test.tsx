import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rowWidth} from '../../../source/text/segment.js';
import {Help} from '../../../source/ui/help/help.js';
import {helpRows} from '../../../source/ui/help/help-rows.js';
import {keymap} from '../../../source/ui/screen/keymap.js';
import {actOnMouse} from '../../../source/ui/screen/mouse-actions.js';
import {paneActions} from '../../../source/ui/screen/pane-actions.js';
import {rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const textsOf = (isReplay: boolean, width: number) =>
	helpRows(keymap, isReplay, width).map(row => {
		assert.ok(rowWidth(row) <= width);
		return row.map(({text}) => text).join('');
	});

const openHelp = (isReplay = false) => {
	const model = screenOf([], {overlay: 'help'});
	model.isReplay = isReplay;
	return model;
};

const drawn = (model: ReturnType<typeof openHelp>) => rowsOf(<Help model={model} width={100} height={25} />);

describe('the help', () => {
	it('says all that it has to say at every width, its words below one another', () => {
		for (const width of [38, 58, 78, 98]) {
			const words = textsOf(false, width).join(' ').replaceAll(/\s+/g, ' ');
			for (const {help, keys} of keymap.filter(
				({context, action}) => context !== 'help' && context !== 'prompt' && action !== 'leaveReplay',
			)) {
				assert.ok(words.includes(help) || width < 78, `${help} at ${width}`);
				assert.ok(
					keys.every(key => words.includes(key)),
					keys.join(' '),
				);
			}
		}

		const wrapped = textsOf(false, 58);
		const index = wrapped.findIndex(row => row.startsWith('  space'));
		assert.match(wrapped[index] ?? '', /^ {2}space {16} pause and play: the screen stands,$/);
		assert.match(wrapped[index + 1] ?? '', /^ {24}the stream goes on$/);
		assert.ok(wrapped.some(row => /^ {2}ctrl\+left alt\+left {3} Word left$/.test(row)));
	});

	it('has in the player only what works there', () => {
		const words = textsOf(true, 78).join('\n');
		assert.doesNotMatch(words, /to the prompt|Commands, typed|Word left|stop the answer|live/);
		assert.match(words, /leave the player/);
		assert.doesNotMatch(textsOf(false, 78).join('\n'), /leave the player/);
	});

	it('goes to its end and no further, by keys and by the wheel', () => {
		const model = openHelp();
		const {helpEnd, helpDown, helpUp, helpPageDown} = paneActions(model);
		helpEnd();
		const end = drawn(model);
		const {helpTop} = model.state;
		assert.ok(helpTop > 0);
		helpDown();
		helpPageDown();
		for (let times = 0; times < 5; times++) {
			actOnMouse(model, {kind: 'wheel-down', x: 5, y: 5});
		}

		assert.equal(model.state.helpTop, helpTop);
		helpUp();
		assert.equal(model.state.helpTop, helpTop - 1);
		assert.notDeepEqual(drawn(model), end);
		assert.match(end[0] ?? '', new RegExp(` ${helpTop + 1}–(\\d+) of \\1 · Esc closes `));
	});
});
