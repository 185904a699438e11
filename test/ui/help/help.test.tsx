import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {rowWidth} from '../../../source/text/segment.js';
import {Help} from '../../../source/ui/help/help.js';
import {helpRows} from '../../../source/ui/help/help-rows.js';
import {selectHelp} from '../../../source/ui/help/select-help.js';
import {keymap} from '../../../source/ui/screen/keymap.js';
import type {ScreenStore} from '../../../source/ui/screen/screen-store.js';
import {keysOf, paneOf, pointAt, rowsOf, screenOf} from '../../helpers/drawn-pane.js';

const textsOf = (isReplay: boolean, width: number) =>
	helpRows({keymap, isReplay, focus: 'events', helpSearch: ''}, width).map(row => {
		assert.ok(rowWidth(row) <= width);
		return row.map(({text}) => text).join('');
	});

const openHelp = () => screenOf([], {overlay: 'help'});

const drawn = (model: ScreenStore) => rowsOf(paneOf(Help, selectHelp(model.state)));

describe('the help', () => {
	it('shows all its texts at every width, aligned in a column', () => {
		for (const width of [38, 58, 78, 98]) {
			const words = textsOf(false, width).join(' ').replaceAll(/\s+/g, ' ');
			for (const {help, keys} of keymap.filter(
				binding => binding.context !== 'prompt' && binding.only !== 'replay',
			)) {
				assert.ok(words.includes(help) || width < 78, `${help} at ${width}`);
				assert.ok(
					keys.every(key => words.includes(key)),
					keys.join(' '),
				);
			}
		}

		const wrapped = textsOf(false, 58);
		const index = wrapped.findIndex(row => row.startsWith('    space'));
		assert.match(wrapped[index] ?? '', /^ {4}space {17}pause or play; the stream$/);
		assert.match(wrapped[index + 1] ?? '', /^ {26}continues while the screen is$/);
		assert.ok(wrapped.some(row => /^ {4}ctrl\+left alt\+left {3} Word left$/.test(row)));
	});

	it('begins with the keys of the focused pane, and gives commands with their arguments', () => {
		for (const [focus, heading] of [
			['prompt', 'Prompt'],
			['history', 'Conversation'],
			['events', 'Events'],
			['inspector', 'Inspector'],
		] as const) {
			const rows = helpRows({keymap, isReplay: false, focus, helpSearch: ''}, 98).map(row =>
				row.map(({text}) => text).join(''),
			);
			assert.equal(rows[0], `  ${heading}`);
			assert.equal(rows.filter(row => row === `  ${heading}`).length, 1);
		}

		assert.ok(textsOf(false, 98).some(row => /^ {4}\/title \[text\] +the title of the session$/.test(row)));
	});

	it('lists in the player only what works there', () => {
		const words = textsOf(true, 78).join('\n');
		assert.doesNotMatch(words, /to the prompt|Commands to type|Word left|stop the answer|live/);
		assert.match(words, /quit the player/);
		assert.doesNotMatch(textsOf(false, 78).join('\n'), /quit the player/);
	});

	it('goes to its end and no further, by keys and by the wheel', () => {
		const model = openHelp();
		const {helpEnd, helpDown, helpUp, helpPageDown} = keysOf(model);
		helpEnd();
		const end = drawn(model);
		const {helpTop} = model.state;
		assert.ok(helpTop > 0);
		helpDown();
		helpPageDown();
		for (let times = 0; times < 5; times++) {
			pointAt(model, {kind: 'wheel-down', x: 5, y: 5});
		}

		assert.equal(model.state.helpTop, helpTop);
		helpUp();
		assert.equal(model.state.helpTop, helpTop - 1);
		assert.notDeepEqual(drawn(model), end);
		assert.match(end[0] ?? '', new RegExp(` ${helpTop + 1}–(\\d+) of \\1 · type to search · Esc closes `));
	});

	it('is searched by typing: what is found keeps its heading, and the hits are counted', () => {
		const model = openHelp();
		for (const text of ['mo', 'd', 'el']) {
			model.dispatch({name: 'typeInHelp', text});
		}

		const [title = '', ...rows] = drawn(model);
		assert.match(title, /^━ Keys \/ model▏ ━+ \d+ hits ━$/);
		assert.ok(rows.includes('  Commands to type into the prompt'));
		assert.ok(rows.some(row => /^ {4}\/model \[name\] {2,}\S/.test(row)));
		assert.ok(rows.every(row => !/Word left/.test(row)));
	});

	it('finds a row by a word of other programs, and a command that is no command without its slash', () => {
		const found = (text: string) => {
			const model = openHelp();
			model.dispatch({name: 'typeInHelp', text});
			return drawn(model).join('\n');
		};
		for (const [word, row] of [
			['rewind', /^ {4}, +step one event back$/m],
			['/past', /^ {4}, +step one event back$/m],
			['earlier', /^ {4}ctrl\+r +Search earlier prompts$/m],
			['back', /^ {4}, +step one event back$/m],
			['history', /^ {4}ctrl\+r +Search earlier prompts$/m],
			['copy', /^ {4}y +copy the answer/m],
			['save', /^ {4}ctrl\+s +keep the setting changed/m],
			['share', /^ {4}\/export/m],
			['EXIT', /^ {4}\/quit +quit$/m],
			['color', /^ {4}\/theme/m],
		] as const) {
			assert.match(found(word), row, word);
		}

		assert.match(found('/theme'), /━ 1 hit ━/);
	});

	it('finds a key by its one character, upper and lower case apart', () => {
		const model = openHelp();
		model.dispatch({name: 'typeInHelp', text: 'P'});
		assert.deepEqual(
			drawn(model)
				.slice(1)
				.filter(row => row.trim() !== '')
				.slice(0, 4),
			[
				'  Conversation',
				'    P                   event log: previous gap',
				'  Events',
				'    P                   previous gap',
			],
		);
		assert.match(drawn(model)[0] ?? '', /^━ Keys \/ P▏ ━+ 2 hits ━$/);
	});

	it('says so if nothing is found, and Esc, Backspace and Ctrl+U go back', () => {
		const model = openHelp();
		const {eraseInHelp, clearHelp, escape: pressEscape} = keysOf(model);
		model.dispatch({name: 'typeInHelp', text: 'xyzzy\u001B[31m👍🏽'});
		assert.match(drawn(model)[0] ?? '', / 0 hits /);
		assert.match(
			drawn(model).join(' ').replaceAll(/\s+/g, ' '),
			/No key, command or sign is described by “xyzzy␛\[31m👍🏽”\. Fewer letters find more\./,
		);
		eraseInHelp();
		assert.equal(model.state.helpSearch, 'xyzzy\u001B[31m');
		clearHelp();
		model.dispatch({name: 'typeInHelp', text: 'k'});
		pressEscape();
		assert.deepEqual([model.state.overlay, model.state.helpSearch], ['help', '']);
		pressEscape();
		assert.equal(model.state.overlay, null);
	});

	it('keeps a long search within bounds, and forgets it when closed', () => {
		const model = openHelp();
		model.dispatch({name: 'typeInHelp', text: 'a'.repeat(500)});
		assert.ok(drawn(model).every(row => row.length <= 100));
		keysOf(model).toggleHelp();
		keysOf(model).toggleHelp();
		assert.deepEqual([model.state.overlay, model.state.helpSearch], ['help', '']);
	});
});
