import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {loadHighlighter} from '../../../source/text/markdown/load-highlighter.js';
import {renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {taggedCodeRule, taggedStyle} from './plain-style.js';

const highlight = await loadHighlighter();
const view = {width: 60, style: taggedStyle, highlight};
const shown = (text: string) => renderMarkdown(text, view).map(line => line.text);

test('code in a known language is split by scope, even under an alias', () => {
	assert.deepEqual(highlight('let a = "<&>";', 'js'), [
		{text: 'let', scope: 'keyword'},
		{text: ' a = ', scope: null},
		{text: '"<&>"', scope: 'string'},
		{text: ';', scope: null},
	]);
});

test('code in an unknown language is not split', () => {
	assert.equal(highlight('a', 'klingon'), null);
	assert.deepEqual(shown('```klingon\na\n```'), [taggedCodeRule('klingon · 1', 60), '  <block>a</block>']);
});

test('the spans of any code join up to the code', () => {
	const piece = fc.oneof(
		fc.constantFrom('<', '>', '&', '"', "'", '&lt;', '`${', '/*', '\n', '<script>', 'class A {'),
		fc.string(),
	);
	fc.assert(
		fc.property(
			fc.array(piece),
			fc.constantFrom('js', 'ts', 'html', 'py', 'json', 'css', 'sh', 'diff', 'yaml'),
			(parts, language) => {
				const code = parts.join('');
				assert.equal(
					highlight(code, language)
						?.map(span => span.text)
						.join(''),
					code,
				);
			},
		),
	);
});

test('closed fences are highlighted, even in a list, but open ones are not', () => {
	assert.deepEqual(shown('```json\n{"a": 1}\n```'), [
		taggedCodeRule('json · 1', 60),
		'  <punctuation>{</punctuation><attr>"a"</attr><punctuation>:</punctuation><block> </block><number>1</number><punctuation>}</punctuation>',
	]);
	assert.deepEqual(shown('- ```json\n  1\n  ```'), [
		`<marker>• </marker>${taggedCodeRule('json · 1', 58)}`,
		'    <number>1</number>',
	]);
	assert.deepEqual(shown('```json\n1'), [taggedCodeRule('json · 1', 60), '  <block>1</block>']);
});

test('a scope that spans several lines is on each of them', () => {
	assert.deepEqual(shown('```js\n/* a\nb */\n```'), [
		taggedCodeRule('js · 1', 60),
		'  <comment>/* a</comment>',
		'  <comment>b */</comment>',
	]);
});
