import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {chosenTerminal} from '../../source/commands/chosen-terminal.js';
import {colourQuery} from '../../source/text/colour-query.js';
import {nameQuery} from '../../source/text/name-query.js';
import {widthQuery} from '../../source/text/width-query.js';

type Options = Parameters<typeof chosenTerminal>[0];

const options: Options = {
	theme: 'auto',
	widthModel: 'auto',
	screenReader: false,
	kittyKeyboard: true,
	notify: 'auto',
};

/** What a terminal that answers only the last question is asked, and what is then known of it. */
async function ask(env: Readonly<Record<string, string>>, changed: Partial<Options> = {}) {
	let written = '';
	const stdin = Object.assign(new PassThrough(), {isRaw: false, setRawMode() {}});
	const facts = await chosenTerminal(
		{...options, ...changed},
		{
			stdin: stdin as unknown as NodeJS.ReadStream,
			stdout: {
				write(text) {
					written += text;
					stdin.write('\u001B[?1;2c');
				},
			},
			env,
		},
	);
	return {facts, asks: (query: string) => written.includes(query)};
}

test('a terminal whose name promises few colours is asked for more', async () => {
	for (const TERM of ['xterm', 'rxvt', 'foot', 'alacritty']) {
		assert.ok((await ask({TERM})).asks(colourQuery), TERM);
	}
});

test('a terminal is not asked for more colours where its name, its environment or the theme decides', async () => {
	for (const env of [
		{TERM: 'xterm-256color'},
		{TERM: 'xterm-16color'},
		{TERM: 'xterm-kitty'},
		{TERM: 'screen'},
		{TERM: 'tmux'},
		{TERM: 'xterm', COLORTERM: 'truecolor'},
		{TERM: 'xterm', FORCE_COLOR: '1'},
	]) {
		assert.ok(!(await ask(env)).asks(colourQuery), JSON.stringify(env));
	}

	assert.ok(!(await ask({TERM: 'xterm'}, {theme: 'plain'})).asks(colourQuery));
});

test('a width model decides without a question what is drawn in another form', async () => {
	const oddIn = async (widthModel: Options['widthModel']) => {
		const {facts, asks} = await ask({TERM: 'xterm'}, {widthModel});
		assert.ok(!asks(widthQuery));
		return [...facts.oddClusters];
	};
	assert.deepEqual(await oddIn('grapheme'), []);
	const clusters = await oddIn('wcwidth');
	assert.equal(clusters.length, 5);
	assert.deepEqual(await oddIn('cjk'), [...clusters, 'ambiguous']);
	assert.ok((await ask({TERM: 'xterm'})).asks(widthQuery));
});

test('a terminal is asked for its name, unless its kind is known, another program answers for it, or nothing depends on it', async () => {
	assert.ok((await ask({TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'})).asks(nameQuery));
	for (const env of [
		{TERM: 'xterm-kitty'},
		{TERM: 'tmux-256color', TMUX: '/tmp/x,1,0'},
		{TERM: 'xterm-256color', TERM_PROGRAM: 'tmux', TMUX: '/tmp/x,1,0'},
		{TERM: 'screen', STY: '1.tty'},
		{TERM: 'xterm-256color', ZELLIJ: '0'},
	]) {
		assert.ok(!(await ask(env)).asks(nameQuery), JSON.stringify(env));
	}

	assert.ok(!(await ask({TERM: 'xterm'}, {notify: 'off'})).asks(nameQuery));
	assert.ok(!(await ask({TERM: 'xterm'}, {screenReader: true})).asks(nameQuery));
});
