import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createAnswerText} from '../../../source/commands/ask/answer-text.js';

type Block = {readonly type: string; readonly text?: string};

function printed(...blocks: readonly Block[]) {
	const runs = [false, true].map(isStreaming => {
		let out = '';
		const answer = createAnswerText({
			write(text) {
				out += text;
			},
			end() {},
		});
		if (isStreaming) {
			for (const {type, text = ''} of blocks) {
				answer.event({type: 'content_block_start', content_block: {type, text: ''}});
				for (const part of text) {
					answer.event({type: 'content_block_delta', delta: {type: `${type}_delta`, text: part}});
				}

				answer.event({type: 'content_block_stop'});
			}
		} else {
			answer.blocks(blocks);
		}

		answer.end();
		return out;
	});
	assert.equal(runs[0], runs[1]);
	return runs[0];
}

const text = (words: string): Block => ({type: 'text', text: words});
const search = [{type: 'server_tool_use'}, {type: 'web_search_tool_result'}];

test('the text of successive blocks is one text, with a line feed at its end', () => {
	assert.equal(printed(text('Cats '), text('meow')), 'Cats meow\n');
	assert.equal(printed(text('Cats\n')), 'Cats\n');
	assert.equal(printed(text('Cats\n'), text('\n\n')), 'Cats\n\n\n');
});

test('a blank line stands where something else stood between', () => {
	assert.equal(printed(text('I look.'), ...search, text('Found.')), 'I look.\n\nFound.\n');
	assert.equal(printed(text('I look.\n'), ...search, text(''), text('Found.')), 'I look.\n\nFound.\n');
	assert.equal(printed(text('I look.\n\n'), ...search, text('Found.')), 'I look.\n\nFound.\n');
	assert.equal(printed({type: 'thinking'}, text('Found.')), 'Found.\n');
});

test('an answer without text prints nothing', () => {
	assert.equal(printed(), '');
	assert.equal(printed({type: 'tool_use'}, text('')), '');
});

test('an answer after a tool call begins after one blank line, though the line before it was ended', () => {
	let out = '';
	const answer = createAnswerText({
		write(text) {
			out += text;
		},
		end() {},
	});
	answer.blocks([{type: 'text', text: 'I look.'}, {type: 'tool_use'}]);
	answer.end();
	assert.equal(out, 'I look.\n');
	answer.blocks([{type: 'text', text: 'Seen.'}]);
	answer.end();
	assert.equal(out, 'I look.\n\nSeen.\n');
});
