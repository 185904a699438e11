import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {readFocusReport} from '../../../source/ui/terminal/focus-reports.js';
import {
	createInputAssembler,
	farPatience,
	nearPatience,
} from '../../../source/ui/terminal/input-assembler.js';

/** What Ink may read of pieces that arrive in time, and after the last one nothing more. */
const assembled = (...pieces: readonly string[]): string => {
	const assembler = createInputAssembler();
	const read = pieces.map(piece => assembler.push(piece)).join('');
	return read + (assembler.wait() === null ? '' : assembler.flush());
};

const keys: ReadonlyArray<readonly [about: string, report: string, key: string]> = [
	['Ctrl+A of a Cyrillic keyboard, with the Latin key', '\u001B[1092::97;5u', '\u0001'],
	['the same from a terminal that does not say the key', '\u001B[1092;5u', '\u0001'],
	['Ctrl+C of a Greek keyboard', '\u001B[968;5u', '\u0003'],
	['Alt+B of a Cyrillic keyboard', '\u001B[1080::98;3u', '\u001Bb'],
	['1 of the numpad', '\u001B[57400u', '1'],
	['+ of the numpad', '\u001B[57413u', '+'],
	['Enter of the numpad', '\u001B[57414u', '\r'],
	['a character that AltGr types', '\u001B[48;7;125u', '}'],
	['AltGr without its character, which Ink reads', '\u001B[48;7u', '\u001B[48;7u'],
	['Shift+Enter, which Ink reads', '\u001B[13;2u', '\u001B[13;2u'],
	['a released key', '\u001B[97;1:3u', ''],
	['a capital by its shifted key', '\u001B[97:65;2u', 'A'],
	['a capital of a report that does not say it', '\u001B[97;2u', 'A'],
	['a capital by Caps Lock', '\u001B[228;65u', 'Ä'],
	['a small letter by Shift and Caps Lock', '\u001B[97;66u', 'a'],
	['the sign above a digit', '\u001B[49:33;2u', '!'],
	['a digit with Num Lock on', '\u001B[49;129u', '1'],
	['the text that a report carries', '\u001B[97;2;65u', 'A'],
	['Super with a letter, which Ink reads', '\u001B[97;9u', '\u001B[97;9u'],
	['Ctrl with a letter, which Ink reads', '\u001B[97;5u', '\u001B[97;5u'],
	['a capital by modifyOtherKeys', '\u001B[27;2;65~', 'A'],
	['Ctrl+A by modifyOtherKeys', '\u001B[27;5;97~', '\u0001'],
	['Alt+B by modifyOtherKeys', '\u001B[27;3;98~', '\u001Bb'],
	['Shift+Enter by modifyOtherKeys', '\u001B[27;2;13~', '\u001B[13;2u'],
	['Alt+< by its shifted key', '\u001B[44:60;4u', '\u001B[60;3u'],
	['Ctrl+_ by its shifted key', '\u001B[45:95;6u', '\u001B[95;5u'],
	['Ctrl with a letter, whatever Shift does', '\u001B[97:65;6u', '\u001B[97:65;6u'],
	['Escape by Ctrl+[', '\u001B[91;5u', '\u001B[27u'],
	['Escape by Ctrl+[ with Num Lock on', '\u001B[91;133u', '\u001B[27u'],
	['Escape by Ctrl+[ and modifyOtherKeys', '\u001B[27;5;91~', '\u001B[27u'],
	['Shift+Enter of the numpad', '\u001B[57414;2u', '\u001B[13;2u'],
	['no character beyond Unicode', '\u001B[99999999u', ''],
	['no text beyond Unicode', '\u001B[97;1;99999999u', ''],
	['no half of a surrogate pair', '\u001B[27;2;55357~', ''],
	['no Enter in the text of a key', '\u001B[97;1;13u', 'a'],
	['5 of a numpad in application mode', '\u001BOu', '5'],
	['+ of a numpad in application mode', '\u001BOk', '+'],
];

const replies = [
	'\u001B]11;rgb:0000/0000/0000\u0007',
	'\u001B]11;rgb:ffff/ffff/ffff\u001B\\',
	'\u001B[?62;22c',
	'\u001B[>41;390;0c',
	'\u001B[12;40R',
	'\u001B[?2026;2$y',
	'\u001BP>|xterm(390)\u001B\\',
	'\u001B_Gi=1;OK\u001B\\',
	'\u001B[8;24;80t',
	'\u001B[4;1$y',
	'\u001B[?997;1n',
	'\u001B]52;c;aGVsbG8=\u0007',
	'\u001BP1$r0m\u001B\\',
	'\u001BP!|00000000\u001B\\',
	'\u001B[M !!',
];

describe('the input of a terminal', () => {
	for (const [about, report, key] of keys) {
		it(`has ${about}`, () => {
			assert.equal(assembled(report), key);
		});
	}

	it('has no reply of the terminal, wherever it is cut', () => {
		for (const reply of replies) {
			for (let cut = 0; cut <= reply.length; cut++) {
				assert.equal(
					assembled(`a${reply.slice(0, cut)}`, `${reply.slice(cut)}b`),
					'ab',
					JSON.stringify(reply),
				);
			}
		}
	});

	it('has no focus report, wherever it is cut, and hears each once', () => {
		for (let cut = 0; cut <= 5; cut++) {
			const text = '\u001B[O\u001B[I';
			const heard: boolean[] = [];
			const assembler = createInputAssembler(nearPatience, sequence => {
				const isFocused = readFocusReport(sequence);
				heard.push(...(isFocused === null ? [] : [isFocused]));
				return isFocused !== null;
			});
			const read = [`a${text.slice(0, cut)}`, `${text.slice(cut)}b`].map(piece => assembler.push(piece));
			assert.equal(read.join(''), 'ab');
			assert.deepEqual(heard, [false, true]);
			assert.equal(assembler.wait(), null);
		}
	});

	it('has the Escape key before what is no key, and not Alt', () => {
		for (const next of ['\u001B[O', '\u001B[<0;3;4M', '\u001B[12;40R', '\u001B]11;rgb:0/0/0\u0007']) {
			for (let cut = 0; cut <= next.length; cut++) {
				const assembler = createInputAssembler(nearPatience, sequence => sequence === next);
				const read = [`\u001B${next.slice(0, cut)}`, `${next.slice(cut)}b`].map(piece =>
					assembler.push(piece),
				);
				assert.equal(read.join(''), '\u001B[27ub');
			}
		}

		const pasted = '\u001B[200~a\u001B[Ob\u001B[201~';
		assert.equal(assembled(`\u001B${pasted}`), `\u001B[27u${pasted}`);
	});

	it('joins the pieces of a sequence', () => {
		assert.equal(assembled('ab\u001B', '[D'), 'ab\u001B[D');
		assert.equal(assembled('ab\u001B[', 'D'), 'ab\u001B[D');
		assert.equal(assembled('ab\u001B', '\r'), 'ab\u001B\r');
		assert.equal(assembled('\u001B\u001B', '[D'), '\u001B\u001B[D');
		assert.equal(assembled('\u001BO', 'P'), '\u001BOP');
	});

	it('has the Escape key, and Alt with characters that could begin a sequence, once nothing follows', () => {
		assert.equal(assembled('\u001B'), '\u001B[27u');
		assert.equal(assembled('\u001B\u001B'), '\u001B[27u\u001B[27u');
		for (const key of ['\u001B[', '\u001BO', '\u001B]', '\u001BP']) {
			assert.equal(assembled(key), key);
		}

		assert.equal(assembled('a\u001B[12;'), 'a');
		assert.equal(assembled('a\u001B]11;rgb'), 'a');
	});

	it('has Escape apart from what follows it at once, but Alt with an arrow as Terminal.app sends it', () => {
		for (const key of ['\u001B\u001B[D', '\u001B\u001BOD', '\u001B\u001B[5~', '\u001B\u001B[1;5D']) {
			assert.equal(assembled(key), key);
			assert.equal(assembled(key.slice(0, 2), key.slice(2)), key);
			assert.equal(assembled(key.slice(0, 3), key.slice(3)), key);
		}

		assert.equal(assembled('\u001B\u001Bb'), '\u001B[27u\u001Bb');
		assert.equal(assembled('\u001B\u001B[I'), '\u001B[27u\u001B[I');
		assert.equal(assembled('\u001B\u001B[200~pasted\u001B[201~'), '\u001B[27u\u001B[200~pasted\u001B[201~');
		for (const reply of replies) {
			assert.equal(assembled(`\u001B${reply}`), '\u001B[27u', JSON.stringify(reply));
		}
	});

	it('has all that is typed after Alt with a character that could begin a sequence', () => {
		for (const key of ['\u001B]', '\u001BP', '\u001B_', '\u001B^', '\u001BX']) {
			assert.equal(assembled(key, 'h', 'ello'), `${key}hello`);
		}
	});

	it('waits no longer for Alt+_ than for Escape', () => {
		const assembler = createInputAssembler();
		assembler.push('\u001B_');
		assert.equal(assembler.wait(), nearPatience.escape);
	});

	it('types no rest of a sequence that came too late, and all that does not look like one', () => {
		const late = (begun: string, rest: string) => {
			const assembler = createInputAssembler();
			assembler.push(begun);
			return [assembler.flush(), assembler.push(rest)];
		};
		for (const reply of replies) {
			for (let cut = 1; cut < reply.length; cut++) {
				const [given, read] = late(reply.slice(0, cut), `${reply.slice(cut)}a`);
				const key = cut === 1 ? '\u001B[27u' : cut === 2 ? reply.slice(0, 2) : '';
				assert.deepEqual([given, read], [key, 'a'], JSON.stringify([reply, cut]));
			}
		}

		assert.deepEqual(late('\u001B[1;5', 'D'), ['', '']);
		for (const rest of ['[D', 'OP', '[1;5D', '[1092::97;5u']) {
			assert.deepEqual(late('\u001B', rest), ['\u001B[27u', ''], rest);
		}

		assert.deepEqual(late('\u001B[', 'c'), ['\u001B[', 'c']);
		for (const rest of ['a', '[', 'O', '[link]', 'Of course', '[D]', 'hello\r']) {
			assert.deepEqual(late('\u001B', rest), ['\u001B[27u', rest]);
		}

		assert.deepEqual(late('\u001B]11;rgb:00', 'hello\r'), ['', 'hello\r']);
		assert.deepEqual(late('\u001B]', 'D'), ['\u001B]', 'D']);
	});

	it('ends a sequence that broke off at the next control character, which counts', () => {
		for (const begun of ['\u001B]11;rgb:00', '\u001BP>|xterm', '\u001B[12;', '\u001B[?62;']) {
			assert.equal(assembled(`a${begun}`, '\u0003', 'b'), 'a\u0003b', JSON.stringify(begun));
			assert.equal(assembled(`a${begun}`, '\u001B[A', 'b'), 'a\u001B[Ab', JSON.stringify(begun));
		}
	});

	it('ends a paste whose end was lost at a Ctrl+C by itself', () => {
		for (const interrupt of ['\u0003', '\u001B[99;5u', '\u001B[1089::99;5u', '\u001B[27;5;99~']) {
			assert.equal(assembled('\u001B[200~text', interrupt, 'a'), '\u001B[200~text\u001B[201~a');
		}

		const whole = '\u001B[200~a\u0003b\u001B[201~';
		assert.equal(assembled(whole), whole);
	});

	it('has keys with Shift as rxvt sends them', () => {
		assert.equal(assembled('\u001B[3$', 'a'), '\u001B[3$a');
	});

	it('takes the wheel for the wheel wherever its read is cut inside an arrow', () => {
		const turned = '\u001BOA'.repeat(4);
		for (let cut = 1; cut < turned.length; cut++) {
			if (cut % 3 !== 0) {
				assert.equal(
					assembled(turned.slice(0, cut), turned.slice(cut)),
					'\u001B[1;2A'.repeat(4),
					`cut ${cut}`,
				);
			}
		}
	});

	it('takes arrows before the start of something else for the key', () => {
		assert.equal(assembled('\u001B[A\u001B[', '12;40R'), '\u001B[A');
		assert.equal(assembled('\u001B[A\u001B'), '\u001B[A\u001B[27u');
	});

	it('takes a wheel that turns back in one read for the wheel', () => {
		const turned = `${'\u001BOA'.repeat(3)}${'\u001BOB'.repeat(4)}`;
		assert.equal(assembled(turned), `${'\u001B[1;2A'.repeat(3)}${'\u001B[1;2B'.repeat(4)}`);
	});

	it('takes an arrow after the wheel, or after Escape, for the key', () => {
		assert.equal(assembled('\u001BOA'.repeat(3), '\u001BOA'), `${'\u001B[1;2A'.repeat(3)}\u001BOA`);
		const assembler = createInputAssembler();
		assert.equal(assembler.push('\u001BOA\u001BOA\u001B'), '');
		assert.equal(assembler.flush(), '\u001BOA\u001BOA\u001B[27u');
		assert.equal(assembler.push('\u001BOA'), '\u001BOA');
	});

	it('takes several arrows at once as the wheel, a single one as the key', () => {
		assert.equal(assembled('\u001BOA\u001BOA\u001BOA'), '\u001B[1;2A\u001B[1;2A\u001B[1;2A');
		assert.equal(assembled('\u001B[B\u001B[B\u001B[B'), '\u001B[1;2B\u001B[1;2B\u001B[1;2B');
		assert.equal(assembled('\u001BOA'), '\u001BOA');
	});

	it('leaves what is pasted between markers as it is, wherever it is cut', () => {
		const pasted = '\u001B[200~one\r\u001B[31mtwo\u001B]11;x\u0007\u001B[12;5R\u001B[201~';
		for (let cut = 0; cut <= pasted.length; cut++) {
			assert.equal(assembled(pasted.slice(0, cut), `${pasted.slice(cut)}after`), `${pasted}after`);
		}
	});

	it('gives the same keys wherever a stream of them is cut', () => {
		const one = fc.constantFrom(
			'a',
			'é',
			'漢',
			'\u001B[A',
			'\u001BOP',
			'\u001Bb',
			'\u001B[13;2u',
			'\u0003',
			'\u001B[1092;5u',
			'\u001B[I',
			'\u001B[O',
			...replies,
		);
		fc.assert(
			fc.property(
				fc.array(one, {minLength: 1, maxLength: 8}),
				fc.array(fc.nat(200), {maxLength: 4}),
				(list, cuts) => {
					const text = list.join('');
					const whole = assembled(text);
					const places = [...new Set(cuts.map(cut => cut % (text.length + 1)))].sort((a, b) => a - b);
					const pieces = [...places, text.length].map((end, index) =>
						text.slice(places[index - 1] ?? 0, end),
					);
					const single = pieces.some(piece => /^(?:\u001B[[O][AB]){3,}$/.test(piece));
					assert.ok(single || /(?:\u001B\[A){3,}/.test(text) || assembled(...pieces) === whole);
				},
			),
		);
	});

	it('types what was typed and no reply, at any delay around the time-outs', () => {
		const text = fc.constantFrom('a', 'é', '漢', '👍🏽', '9', ' ');
		fc.assert(
			fc.property(
				fc.array(fc.oneof(text, fc.constantFrom(...replies)), {minLength: 1, maxLength: 6}),
				fc.array(fc.nat(300), {minLength: 1, maxLength: 3}),
				(list, cuts) => {
					const whole = list.join('');
					const assembler = createInputAssembler();
					const ends = cuts.map(cut => cut % (whole.length + 1)).sort((one, other) => one - other);
					let read = '';
					let start = 0;
					for (const end of ends) {
						read += assembler.push(whole.slice(start, end));
						start = end;
					}

					// The last piece comes after the time-out, the others before it.
					read += assembler.wait() === null ? '' : assembler.flush();
					read += assembler.push(whole.slice(start));
					read += assembler.wait() === null ? '' : assembler.flush();
					const typed = list.filter(one => !replies.includes(one)).join('');
					assert.equal(read.replaceAll(/\u001B(?:\[27u|[[\]P_])/g, ''), typed);
				},
			),
		);
	});

	it('loses no text and never fails, whatever comes', () => {
		fc.assert(
			fc.property(fc.array(fc.string({unit: 'binary', maxLength: 6}), {maxLength: 8}), pieces => {
				const assembler = createInputAssembler();
				for (const piece of pieces) {
					assert.equal(typeof assembler.push(piece), 'string');
				}

				assembler.flush();
				assert.equal(assembler.wait(), null);
			}),
		);
	});

	it('waits for less than a tenth of a second after a single ESC, longer for a sequence and over a network', () => {
		const wait = (text: string, patience = nearPatience) => {
			const assembler = createInputAssembler(patience);
			assembler.push(text);
			return assembler.wait();
		};
		assert.equal(wait('\u001B'), nearPatience.escape);
		assert.equal(wait('\u001B['), nearPatience.sequence);
		assert.equal(wait('\u001B', farPatience), farPatience.escape);
		assert.equal(wait('a'), null);
	});
});
