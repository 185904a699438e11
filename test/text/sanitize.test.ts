import assert from 'node:assert/strict';
import {test} from 'node:test';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import {sanitize, sanitizeLine} from '../../source/text/sanitize.js';

const hostile = fc.constantFrom(
	...[
		'\u001B',
		'\u009B',
		'\u009D',
		'\u0007',
		'\r',
		'\n',
		'\r\n',
		'\t',
		'\u007F',
		'\u200D',
		'\u200C',
		'\uFE0F',
	],
	...[
		'\u202E',
		'\u2066',
		'\uFEFF',
		'\u2028',
		'\u{E0041}',
		'\u{E0100}',
		'\u0301',
		'\u0338',
		'\u20E3',
		'\u00AD',
	],
	...['👩', '❤', '🏴', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇩', '1', ' ', 'क', '語', '\uD83D', '\uDC69', '\u3164'],
);
/** The relevant characters, mixed with all of Unicode, including lone surrogates. */
const anyText = fc
	.array(fc.oneof(hostile, fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'})))
	.map(parts => parts.join(''));

test('plain text of several lines is unchanged', () => {
	for (const text of [
		'',
		'a\nb',
		'Grüße, 世界! ¿Qué?',
		'नमस्ते',
		'e\u0301',
		'👩‍👩‍👧 ❤️‍🔥 1️⃣ 🇩🇪 👍🏽 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
		'می‌خواهم',
		'क्‍ष',
	]) {
		assert.equal(sanitize(text), text);
	}
});

test('control characters are shown as their pictures and C1 controls by number', () => {
	assert.equal(sanitize('\u001B[31mred\u001B[0m\u0000\u007F'), '␛[31mred␛[0m␀␡');
	assert.equal(sanitize('\u009B2J\u0085'), '⟨9B⟩2J⟨85⟩');
	assert.equal(sanitize('\u001B]52;c;aGk=\u0007'), '␛]52;c;aGk=␇');
});

test('line endings and tabs keep lines and columns aligned', () => {
	assert.equal(sanitize('a\r\nb\rc\r\r\nd\te'), 'a\nb␍c␍\nd    e');
	assert.equal(sanitizeLine('a\r\nb\rc\td\n'), 'a⏎b␍c⇥d⏎');
});

test('characters that reorder or hide text are shown by number', () => {
	assert.equal(sanitize('a\u202Eb\u2066c\u200Fd\u061Ce'), 'a⟨U+202E⟩b⟨U+2066⟩c⟨U+200F⟩d⟨U+061C⟩e');
	assert.equal(sanitize('\uFEFFa\u2028b\u2029\u200Bc\u00AD'), '⟨U+FEFF⟩a⟨U+2028⟩b⟨U+2029⟩⟨U+200B⟩c⟨U+00AD⟩');
	assert.equal(sanitize('\u{E0068}\u{E0069}\uD800x\uDC00'), '⟨U+E0068⟩⟨U+E0069⟩⟨U+D800⟩x⟨U+DC00⟩');
	assert.equal(sanitize('🏴\u{E0068}\u{E007F}'), '🏴⟨U+E0068⟩⟨U+E007F⟩');
	assert.equal(sanitize('a\u200Db\uFE0F\uFE00👩\u200D\u200D'), 'a⟨U+200D⟩b⟨U+FE0F⟩⟨U+FE00⟩👩\u200D⟨U+200D⟩');
});

test('combining marks stay on their character, and an excess of them is shown by number', () => {
	assert.equal(sanitize('\u0301a \u0301'), '◌\u0301a ◌\u0301');
	assert.equal(sanitize(`e${'\u0301'.repeat(10)}x`), `e${'\u0301'.repeat(8)}⟨U+0301⟩⟨U+0301⟩x`);
});

test('no control, format or hidden character is left, except joiners and selectors in valid positions', () => {
	const forbidden =
		/[[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\n\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]]--[\u{E0020}-\u{E007F}]]/v;
	fc.assert(
		fc.property(anyText, text => {
			assert.doesNotMatch(sanitize(text), forbidden);
			assert.doesNotMatch(
				sanitize(text).replaceAll(/\p{RGI_Emoji_Tag_Sequence}/gv, ''),
				/[\u{E0020}-\u{E007F}]/v,
			);
			assert.doesNotMatch(sanitizeLine(text), /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/v);
			assert.doesNotMatch(sanitize(text), /[\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]{3}|\p{M}{17}/v);
		}),
		{numRuns: 2000},
	);
});

test('sanitising twice changes nothing', () => {
	fc.assert(
		fc.property(anyText, text => {
			assert.equal(sanitize(sanitize(text)), sanitize(text));
			assert.equal(sanitizeLine(sanitizeLine(text)), sanitizeLine(text));
			assert.equal(sanitizeLine(sanitize(text)).replaceAll('⏎', ''), sanitize(text).replaceAll(/[\n⏎]/g, ''));
		}),
		{numRuns: 2000},
	);
});

test('the shown form of a growing text grows at its end, unless a cut splits CRLF, a surrogate pair or a flag', () => {
	const undecided = /\r$|[\uD800-\uDBFF]$|🏴[\u{E0020}-\u{E007F}]*$/u;
	fc.assert(
		fc.property(anyText, fc.nat(), (text, cut) => {
			const prefix = text.slice(0, cut % (text.length + 1));
			fc.pre(!undecided.test(prefix));
			assert.ok(sanitize(text).startsWith(sanitize(prefix)));
			assert.ok(sanitizeLine(text).startsWith(sanitizeLine(prefix)));
		}),
		{numRuns: 2000},
	);
});

test('no visible text is lost or reordered', () => {
	const visible = (text: string) => text.replaceAll(/[^\p{L}\p{N}\p{P}\p{S}]/gv, '');
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom('a', '語', '\u001B', '\u202E', '\u0301', '👩', '\u200D', '5')}),
			text => {
				assert.equal(visible(sanitize(text).replaceAll(/⟨[^⟩]*⟩|␛|◌/g, '')), visible(text));
			},
		),
	);
});

test('a terminal obeys none of the sanitised text', async () => {
	const terminal = new xterm.Terminal({cols: 200, rows: 3, allowProposedApi: true});
	const titles: string[] = [];
	terminal.onTitleChange(title => titles.push(title));
	const text =
		'\u001B]0;owned\u0007\u001B[2J\u001B[10;10H\u009B31m\u009D0;owned\u009C\u001BPq\u001B\\\u001Bcend';
	await new Promise<void>(resolve => {
		terminal.write(sanitizeLine(text), resolve);
	});
	assert.deepEqual(titles, []);
	assert.equal(terminal.buffer.active.getLine(0)?.translateToString(true), sanitizeLine(text));
	terminal.dispose();
});
