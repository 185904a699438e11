import assert from 'node:assert/strict';
import type {spawn} from 'node:child_process';
import {EventEmitter} from 'node:events';
import {PassThrough} from 'node:stream';
import {describe, it} from 'node:test';
import {sendNotification} from '../../../source/ui/terminal/send-notification.js';
import {readPassage} from '../../../source/ui/terminal/tmux-passage.js';

type Environment = Readonly<Record<string, string>>;

/** What is written in an environment, and what is said of it. `tmux` is what tmux says; `null` if it fails. */
async function sentIn(
	env: Environment,
	way: 'auto' | 'desktop' | 'bell' = 'auto',
	tmux: string | null = null,
	terminal: string | null = null,
) {
	const written: string[] = [];
	const started: string[] = [];
	const start = (command: string, args: readonly string[]) => {
		started.push([command, ...args.slice(0, 4)].join(' '));
		const child = Object.assign(new EventEmitter(), {stdout: new PassThrough()});
		setImmediate(() => {
			child.stdout.end(tmux ?? '');
			child.stdout.once('end', () => child.emit('close', tmux === null ? 1 : 0));
			child.stdout.resume();
		});
		return child;
	};
	const words = await sendNotification({title: 'T', body: 'B'}, way, {
		write: sequence => written.push(sequence),
		spawn: start as unknown as typeof spawn,
		env,
		terminal,
	});
	return {sequence: written.join(''), words, started};
}

const bell = '\u0007';
const osc9 = '\u001B]9;T: B\u0007';
const osc99 = '\u001B]99;i=streamscope:d=0;T\u0007\u001B]99;i=streamscope:d=1:p=body;B\u0007';
const osc777 = '\u001B]777;notify;T;B\u0007';

const cases: ReadonlyArray<readonly [about: string, env: Environment, sequence: string]> = [
	['kitty', {TERM: 'xterm-kitty'}, osc99],
	['Ghostty', {TERM: 'xterm-ghostty', TERM_PROGRAM: 'ghostty'}, osc777],
	['WezTerm', {TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm'}, osc777],
	['foot', {TERM: 'foot-extra'}, osc777],
	['urxvt', {TERM: 'rxvt-unicode-256color'}, osc777],
	['iTerm2', {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'}, osc9],
	['iTerm2 over ssh', {TERM: 'xterm-256color', LC_TERMINAL: 'iTerm2'}, osc9],
	['Warp', {TERM: 'xterm-256color', TERM_PROGRAM: 'WarpTerminal'}, osc9],
	['xterm', {TERM: 'xterm'}, bell],
	['Terminal.app', {TERM: 'xterm-256color', TERM_PROGRAM: 'Apple_Terminal'}, bell],
	['VS Code', {TERM: 'xterm-256color', TERM_PROGRAM: 'vscode'}, bell],
	['GNU screen in iTerm2', {TERM: 'screen', STY: '1.pts', TERM_PROGRAM: 'iTerm.app'}, bell],
	['Zellij in kitty', {TERM: 'xterm-kitty', ZELLIJ: '0'}, bell],
	['the console of Linux', {TERM: 'linux', TERM_PROGRAM: 'iTerm.app'}, bell],
	['no terminal', {}, bell],
];

describe('how a person is notified', () => {
	for (const [about, env, sequence] of cases) {
		it(`is what is known to work in ${about}`, async () => {
			assert.deepEqual((await sentIn(env)).sequence, sequence);
			assert.deepEqual((await sentIn(env, 'bell')).sequence, bell);
		});
	}

	it('follows the name that the terminal gives itself, also over ssh, and not a variable of another one', async () => {
		const named = async (terminal: string, env: Environment = {TERM: 'xterm-256color'}) =>
			(await sentIn(env, 'auto', null, terminal)).sequence;
		assert.equal(await named('ghostty 1.1.0'), osc777);
		assert.equal(await named('WezTerm 20240203-110809'), osc777);
		assert.equal(await named('iTerm2 3.5.0'), osc9);
		assert.equal(await named('kitty(0.32.2)'), osc99);
		assert.equal(await named('foot(1.16.2)'), osc777);
		assert.equal(await named('XTerm(390)', {TERM: 'xterm', TERM_PROGRAM: 'iTerm.app'}), bell);
	});

	it('is OSC 9 where a notification was asked for and nothing is known, except where it would be printed', async () => {
		assert.deepEqual(await sentIn({TERM: 'xterm'}, 'desktop'), {sequence: osc9, words: 'OSC 9', started: []});
		assert.equal((await sentIn({TERM: 'linux'}, 'desktop')).sequence, bell);
	});

	const inTmux = {TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', TMUX: '/tmp/x,1,0', TMUX_PANE: '%3'};

	it('goes through tmux, which knows its own terminal, if tmux lets it', async () => {
		const {sequence, words, started} = await sentIn(inTmux, 'auto', 'all,1,0,0,1,kitty(0.32.2)\n');
		assert.equal(sequence, `\u001BPtmux;${osc99.replaceAll('\u001B', '\u001B\u001B')}\u001B\\`);
		assert.equal(words, 'OSC 99 through tmux');
		assert.deepEqual(started, ['tmux display-message -p -t %3']);
	});

	it('is the bell, which marks the window, if tmux passes nothing on or its terminal shows nothing', async () => {
		assert.deepEqual(await sentIn(inTmux, 'auto', 'off,1,1,0,1,kitty(0.32.2)\n'), {
			sequence: bell,
			words: 'the bell, as tmux passes nothing on (its option allow-passthrough)',
			started: ['tmux display-message -p -t %3'],
		});
		assert.equal((await sentIn(inTmux, 'auto', 'all,1,1,0,1,XTerm(390)\n')).sequence, bell);
		assert.equal((await sentIn(inTmux, 'auto', null)).sequence, bell);
		assert.deepEqual((await sentIn(inTmux, 'bell')).started, []);
	});

	it('asks no tmux in which another terminal was started', async () => {
		const env = {TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app', TMUX: '/tmp/x,1,0'};
		assert.deepEqual(await sentIn(env), {sequence: osc9, words: 'OSC 9', started: []});
	});

	it('passes tmux with "on" only from a pane that can be seen', () => {
		const isOpen = (said: string) => readPassage(`${said},foot(1.16.2)\n`).isOpen;
		assert.deepEqual(
			[
				'on,1,1,0,1',
				'on,1,0,0,1',
				'on,1,1,1,0',
				'on,1,1,0,0',
				'1,1,1,0,1',
				'0,1,1,0,1',
				'on,0,1,0,1',
				'all,1,0,0,0',
				'all,0,1,0,1',
				',1,1,0,1',
			].map(isOpen),
			[true, false, false, true, true, false, false, true, false, true],
		);
		assert.equal(readPassage('all,1,1,0,1,a, b\n').terminal, 'a, b');
	});
});
