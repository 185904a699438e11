import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {pastedPaths} from '../../../source/ui/prompt/pasted-paths.js';

const readings: ReadonlyArray<readonly [pasted: string, ...readings: ReadonlyArray<readonly string[]>]> = [
	['/tmp/chart.png', ['/tmp/chart.png']],
	[' /tmp/chart.png \n', ['/tmp/chart.png']],
	['/tmp/a.png notes.txt', ['/tmp/a.png notes.txt'], ['/tmp/a.png', 'notes.txt']],
	['~/chart.png', ['~/chart.png']],
	['docs/notes', ['docs/notes']],
	['chart.PNG', ['chart.PNG']],
	["'/tmp/my chart.png'", ["'/tmp/my chart.png'"], ['/tmp/my chart.png']],
	['"/tmp/my \\"best\\" chart.png"', ['"/tmp/my \\"best\\" chart.png"'], ['/tmp/my "best" chart.png']],
	[String.raw`/tmp/my\ chart\ \(1\).png`, [String.raw`/tmp/my\ chart\ \(1\).png`], ['/tmp/my chart (1).png']],
	['/tmp/my chart.png', ['/tmp/my chart.png'], ['/tmp/my', 'chart.png']],
	['/tmp/a.png /tmp/b.pdf', ['/tmp/a.png /tmp/b.pdf'], ['/tmp/a.png', '/tmp/b.pdf']],
	["'/a b.png' /c\\ d.png", ["'/a b.png' /c\\ d.png"], ['/a b.png', '/c d.png']],
	['/tmp/a b.png\n/tmp/c.pdf', ['/tmp/a b.png', '/tmp/c.pdf'], ['/tmp/a', 'b.png', '/tmp/c.pdf']],
	['file:///tmp/my%20chart.png\r\nfile://localhost/b.png', ['/tmp/my chart.png', '/b.png']],
	['file:///tmp/100%.png', ['file:///tmp/100%.png']],
	['file://elsewhere/tmp/a.png', ['file://elsewhere/tmp/a.png']],
	["/tmp/don't.png", ["/tmp/don't.png"]],
];

for (const [pasted, ...expected] of readings) {
	test(`paths are found in ${JSON.stringify(pasted)}`, () => {
		assert.deepEqual(pastedPaths(pasted, 'linux'), expected);
	});
}

test('words are no paths', () => {
	for (const words of [
		'Hello',
		'What is it?',
		'',
		' ',
		'notes.txt',
		'a\n\nb',
		'x'.repeat(10_000),
		`/${'a'.repeat(9000)}`,
	]) {
		assert.deepEqual(pastedPaths(words, 'linux'), [], words);
	}

	assert.deepEqual(pastedPaths(Array.from({length: 21}, () => '/a').join('\n'), 'linux'), []);
	assert.deepEqual(pastedPaths('/a\0b', 'linux'), []);
});

test('on Windows, a backslash is part of a path', () => {
	assert.deepEqual(pastedPaths('C:\\Users\\me\\chart.png', 'win32'), [['C:\\Users\\me\\chart.png']]);
	assert.deepEqual(pastedPaths('"C:\\my files\\a.png" C:\\b.png', 'win32').at(-1), [
		'C:\\my files\\a.png',
		'C:\\b.png',
	]);
	assert.deepEqual(pastedPaths('\\\\host\\share\\a.png', 'win32'), []);
	assert.deepEqual(pastedPaths('//host/share/a.png', 'win32'), []);
	assert.deepEqual(pastedPaths('file:///C:/my%20files/a.png', 'win32'), [['C:/my files/a.png']]);
});

test('a path that is escaped or quoted is read as it was', () => {
	const path = fc
		.string({unit: 'grapheme', minLength: 1, maxLength: 20})
		.map(name => `/tmp/${name.replaceAll(/[\0\r\n]/g, '-')}`)
		// A URL knows no folder named with dots only.
		.filter(name => name.trim() === name && !/\/\.{1,2}(?:\/|$)/.test(name));
	const escaped = (name: string) => name.replaceAll(/[^\w/.-]/gsu, '\\$&');
	const quoted = (name: string) => `'${name.replaceAll("'", String.raw`'\''`)}'`;
	fc.assert(
		fc.property(fc.array(path, {minLength: 1, maxLength: 5}), paths => {
			assert.deepEqual(pastedPaths(paths.map(quoted).join(' '), 'linux').at(-1), paths);
			assert.deepEqual(pastedPaths(paths.map(escaped).join(' '), 'linux').at(-1), paths);
			const urls = paths.map(name => `file://${encodeURI(name).replaceAll(/[?#]/g, encodeURIComponent)}`);
			assert.deepEqual(pastedPaths(urls.join('\n'), 'linux')[0], paths);
		}),
	);
});

test('any text is read without failing', () => {
	fc.assert(
		fc.property(
			fc.string({unit: 'binary'}),
			fc.constantFrom('linux', 'win32', 'darwin'),
			(text, platform) => {
				assert.ok(pastedPaths(text, platform).length <= 2);
			},
		),
	);
});
