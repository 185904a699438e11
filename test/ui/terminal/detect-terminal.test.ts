import assert from 'node:assert/strict';
import {PassThrough} from 'node:stream';
import {test} from 'node:test';
import {backgroundQuery, kindQuery} from '../../../source/text/background.js';
import {colourQuery} from '../../../source/text/colour-query.js';
import {clusterKinds} from '../../../source/text/odd-clusters.js';
import {widthQuery} from '../../../source/text/width-query.js';
import {detectTerminal} from '../../../source/ui/terminal/detect-terminal.js';
import {createInputAssembler} from '../../../source/ui/terminal/input-assembler.js';

/** A terminal that answers the query with `reply`, and notes what was done to it. */
function fakeTerminal(reply: string, isRaw = false) {
	const raw: boolean[] = [];
	const written: string[] = [];
	const stdin = Object.assign(new PassThrough(), {isRaw, setRawMode: (mode: boolean) => raw.push(mode)});
	return {
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: {
			write(text: string) {
				written.push(text);
				stdin.write(reply);
			},
		},
		raw,
		written,
		unread: () => (stdin.read() as Buffer | null)?.toString() ?? '',
	};
}

const kind = '\u001B[?1;2c';

test('the terminal’s answer decides, and raw mode is left again', async () => {
	const terminal = fakeTerminal(`\u001B]11;rgb:ffff/ffff/ffff\u0007${kind}`);
	assert.equal((await detectTerminal({...terminal, env: {COLORFGBG: '15;0'}})).background, 'light');
	assert.deepEqual(terminal.raw, [true, false]);
	assert.equal(terminal.unread(), '');
});

test('a terminal that was raw before stays so', async () => {
	const terminal = fakeTerminal(kind, true);
	await detectTerminal({...terminal, env: {}});
	assert.deepEqual(terminal.raw, [true, true]);
});

test('without a colour COLORFGBG decides, and without that it is not known', async () => {
	assert.equal((await detectTerminal({...fakeTerminal(kind), env: {COLORFGBG: '0;15'}})).background, 'light');
	assert.equal((await detectTerminal({...fakeTerminal(kind), env: {}})).background, 'unknown');
});

test('a terminal that answers nothing is given up', async () => {
	const terminal = fakeTerminal('');
	assert.equal((await detectTerminal({...terminal, env: {}})).background, 'unknown');
	assert.deepEqual(terminal.raw, [true, false]);
});

test('text typed in the meantime stays in the input', async () => {
	const terminal = fakeTerminal(`h\u001B]11;rgb:00/00/00\u0007äl${kind}lo\r`);
	assert.equal((await detectTerminal({...terminal, env: {}})).background, 'dark');
	assert.equal(terminal.unread(), 'hällo\r');
});

test('text typed at a terminal that does not reply stays too', async () => {
	const terminal = fakeTerminal('hello');
	await detectTerminal({...terminal, env: {}});
	assert.equal(terminal.unread(), 'hello');
});

test('a terminal known not to reply is not asked', async () => {
	for (const TERM of ['dumb', 'linux']) {
		const terminal = fakeTerminal('');
		assert.equal((await detectTerminal({...terminal, env: {TERM, COLORFGBG: '0;7'}})).background, 'light');
		assert.deepEqual([terminal.written, terminal.raw], [[], []]);
	}
});

test('a reply that is late types nothing, wherever the end of the wait cuts it', async () => {
	const reply = `\u001B]11;rgb:ffff/ffff/ffff\u001B\\${positions(3, 3)}\u001B[?2027;1$y\u001BP>|xterm(390)\u001B\\${kind}`;
	for (let cut = 1; cut < reply.length - 2; cut += 3) {
		const terminal = fakeTerminal(`a${reply.slice(0, cut)}`);
		await detectTerminal({...terminal, env: {}});
		const assembler = createInputAssembler();
		const read = [terminal.unread(), `${reply.slice(cut)}b`].map(text => assembler.push(text));
		assert.equal(read.join(''), 'ab', JSON.stringify(reply.slice(0, cut)));
	}
});

const positions = (...columns: readonly number[]) => columns.map(column => `\u001B[7;${column}R`).join('');

test('the emoji that the terminal does not draw in two cells are known, and no reply is left in the input', async () => {
	const xterm = fakeTerminal(`h${positions(7, 5, 3, 2, 2, 2)}${kind}i`);
	assert.deepEqual(
		[...(await detectTerminal({...xterm, env: {}})).oddClusters],
		['family', 'skin tone', 'emoji style', 'keycap'],
	);
	assert.equal(xterm.unread(), 'hi');
	const modern = fakeTerminal(positions(3, 3, 3, 3, 3, 2) + kind);
	assert.deepEqual([...(await detectTerminal({...modern, env: {}})).oddClusters], []);
});

test('a terminal that answers for some of the samples only is trusted', async () => {
	const terminal = fakeTerminal(positions(7, 5) + kind);
	assert.deepEqual([...(await detectTerminal({...terminal, env: {}})).oddClusters], []);
	assert.equal(terminal.unread(), '');
});

test('in tmux and screen no emoji is trusted, because they answer for themselves and not for the terminal around them', async () => {
	for (const env of [{TMUX: '/tmp/tmux-0/default,1,0'}, {STY: '1.tty'}, {TERM: 'tmux-256color'}]) {
		const terminal = fakeTerminal(positions(3, 3, 3, 3, 3, 2) + kind);
		assert.deepEqual([...(await detectTerminal({...terminal, env})).oddClusters], [...clusterKinds]);
		assert.equal(terminal.unread(), '');
	}
});

test('a terminal asked only for its background draws nothing', async () => {
	const terminal = fakeTerminal(kind);
	await detectTerminal({...terminal, env: {}}, ['background']);
	assert.deepEqual(terminal.written, [backgroundQuery + kindQuery]);
});

test('a terminal that tells its keyboard’s flags knows the kitty protocol, and no reply is left in the input', async () => {
	const kitty = fakeTerminal(`h\u001B[?0u${kind}i`);
	assert.equal((await detectTerminal({...kitty, env: {}})).knowsKitty, true);
	assert.equal(kitty.unread(), 'hi');
	assert.equal((await detectTerminal({...fakeTerminal(kind), env: {}})).knowsKitty, false);
});

test('the question about the terminal’s kind comes last, because its answer ends the wait', async () => {
	const terminal = fakeTerminal(kind);
	await detectTerminal({...terminal, env: {}});
	assert.deepEqual(terminal.written, [`${widthQuery}\u001B[?u\u001B]11;?\u0007\u001B[c`]);
});

test('a mode for clusters that was off is switched on for the question alone', async () => {
	const terminal = fakeTerminal(`\u001B[?2027;2$y${positions(3, 3, 3, 3, 3, 2)}${kind}`);
	const {canSwitchGraphemes, oddClusters} = await detectTerminal({...terminal, env: {}});
	assert.deepEqual([canSwitchGraphemes, [...oddClusters]], [true, []]);
	assert.match(terminal.written[0] ?? '', /\u001B\[\?2027h/);
	assert.equal(terminal.written[1], '\u001B[?2027l');
	const on = fakeTerminal(`\u001B[?2027;1$y${kind}`);
	assert.equal((await detectTerminal({...on, env: {}})).canSwitchGraphemes, false);
	assert.equal(on.written.length, 1);
});

test('a terminal that answers for the last of 256 colours has them, and no reply is left in the input', async () => {
	for (const end of ['\u0007', '\u001B\\']) {
		const terminal = fakeTerminal(
			`h\u001B]4;255;rgb:eeee/eeee/eeee${end}\u001B]11;rgb:ffff/ffff/ffff${end}${kind}i`,
		);
		const facts = await detectTerminal({...terminal, env: {}}, ['colours', 'background']);
		assert.deepEqual([facts.has256Colours, facts.background], [true, 'light']);
		assert.equal(terminal.unread(), 'hi');
		assert.deepEqual(terminal.written, [colourQuery + backgroundQuery + kindQuery]);
	}

	const basic = fakeTerminal(`\u001B]4;255;rgb:${kind}`);
	assert.equal((await detectTerminal({...basic, env: {}}, ['colours'])).has256Colours, false);
});

test('a terminal that was asked tells its name, and no reply is left in the input', async () => {
	const kitty = fakeTerminal(`h\u001BP>|kitty(0.32.2)\u001B\\${kind}i`);
	assert.equal((await detectTerminal({...kitty, env: {}}, ['name'])).name, 'kitty(0.32.2)');
	assert.equal(kitty.unread(), 'hi');
	assert.deepEqual(kitty.written, ['\u001B[>q\u001B[c']);
	const other = fakeTerminal(`${kind}a\u001BP>|kit`);
	assert.equal((await detectTerminal({...other, env: {}}, ['name'])).name, null);
	assert.equal(other.unread(), 'a\u001BP>|kit', 'the start of a reply waits for its rest');
});
