// Every key of the key map as every kind of terminal sends it, whole and in pieces.

import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {useInput} from 'ink';
import {keyPresses} from '../../../source/ui/prompt/key-press.js';
import {promptCommand} from '../../../source/ui/prompt/prompt-keys.js';
import {keymap} from '../../../source/ui/screen/keymap.js';
import {useRawKeys} from '../../../source/ui/screen/use-raw-keys.js';
import {createInputAssembler, nearPatience} from '../../../source/ui/terminal/input-assembler.js';
import {eventually} from '../../helpers/eventually.js';
import {keyEncodings} from '../../helpers/key-encodings.js';
import {renderHook} from '../../helpers/render-hook.js';

const keys = [...new Set(keymap.flatMap(binding => binding.keys))].sort();

/** What may be read of pieces that arrive in time, and after the last one nothing more. */
const assembled = (...pieces: readonly string[]): string => {
	const assembler = createInputAssembler();
	const read = pieces.map(piece => assembler.push(piece)).join('');
	return read + (assembler.wait() === null ? '' : assembler.flush());
};

/** Two names for what a terminal may send as one key. */
const sameKeys: ReadonlyMap<string, string> = new Map([
	['ctrl+h', 'backspace'],
	['ctrl+j', 'shift+enter'],
]);

/** What a key means: the command of the prompt, and its name for all else. */
const meaning = (name: string) => promptCommand({key: name})?.name ?? sameKeys.get(name) ?? name;

describe('every key of the key map', () => {
	for (const [about, encode] of keyEncodings) {
		it(`is itself in the encoding ${about}`, async t => {
			const heard: string[] = [];
			const {stdin} = await renderHook(
				t,
				() => {
					useInput((input, key) => {
						for (const press of keyPresses(input, key)) {
							heard.push('text' in press ? (press.text === ' ' ? 'space' : press.text) : press.key);
						}
					});
					useRawKeys(name => heard.push(name));
				},
				undefined,
			);
			await eventually(() => stdin.listenerCount('readable'), 1);
			const sent = keys.filter(key => encode(key) !== null);
			for (const key of sent) {
				const before = heard.length;
				stdin.write(assembled(encode(key) ?? ''));
				await eventually(() => heard.length > before, true);
				const list = heard.slice(before);
				assert.deepEqual(list.map(meaning), [meaning(key)], `${key}: ${JSON.stringify([encode(key), list])}`);
			}

			assert.ok(sent.length > 100);
		});

		it(`is itself wherever it is cut, in the encoding ${about}`, () => {
			for (const key of keys) {
				const sequence = encode(key) ?? '';
				for (let cut = 1; cut < sequence.length; cut++) {
					const pieces = [`a${sequence.slice(0, cut)}`, `${sequence.slice(cut)}b`];
					assert.equal(assembled(...pieces), `a${assembled(sequence)}b`, `${key} cut at ${cut}`);
				}
			}
		});
	}

	it('waits at every cut, for longer once more than ESC has arrived', () => {
		for (const [, encode] of keyEncodings) {
			for (const key of keys) {
				const sequence = encode(key) ?? '';
				for (let cut = 1; cut < sequence.length; cut++) {
					const assembler = createInputAssembler();
					assert.equal(assembler.push(sequence.slice(0, cut)), '');
					assert.equal(assembler.wait(), cut === 1 ? nearPatience.escape : nearPatience.sequence);
				}
			}
		}
	});
});
