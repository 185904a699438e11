import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bookmarkLine} from '../../source/recording/bookmark-lines.js';
import {exportTrace} from '../../source/recording/exports/export-trace.js';
import {chromium} from '../helpers/chromium.js';
import {complaints, openExportedPage} from '../helpers/exported-page.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, textBlock} from '../messages/conformance/sample-stream.js';

const {skip} = chromium;

const events = [...tracedStream(message(...textBlock(0))), complete(900)];

test('the page lists every bookmark with its note, and a click shows the event with the note as caption', {
	skip,
}, async () => {
	const notes = ['<b onclick="x">bold</b>', '', 'the last “one”'];
	const others = notes.map((note, index) => ({
		before: events.length,
		line: {...bookmarkLine({position: 2 * index + 1, note})},
	}));
	const html = [...exportTrace({header: null, title: null, events, others}, 'html').pieces].join('');
	await using opened = await openExportedPage(html);
	const shown = await opened.evaluate(`[...document.querySelectorAll('#bookmarks button')].map(button => {
		button.click();
		return [button.textContent, document.getElementById('caption').textContent, document.getElementById('scrubber').value];
	})`);
	assert.deepEqual(
		shown,
		notes.map((note, index) => {
			const number = 2 * index + 2;
			return [`◈ #${number}${note === '' ? '' : ` ${note}`}`, note, String(number)];
		}),
	);
	assert.deepEqual(complaints(opened.told), []);
});
