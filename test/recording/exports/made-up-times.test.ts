import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clockRows} from '../../../source/page/clock-rows.js';
import {exportTrace} from '../../../source/recording/exports/export-trace.js';
import {openTraceSource} from '../../../source/recording/open-trace-source.js';
import {exchangeIn, foldTrace} from '../../../source/trace/fold-trace.js';
import {streamFixtures} from '../../helpers/stream-fixtures.js';

const [{body} = {body: ''}] = streamFixtures;
const capture = await openTraceSource([body]);

test('a recording that is made of a capture without times says so, also redacted, and is read as such', async () => {
	for (const options of [{}, {redact: {ids: 'mask'}}] as const) {
		const {pieces, notes} = exportTrace(capture, 'recording', options);
		const text = [...pieces].join('');
		assert.equal((await openTraceSource([text])).pacing, 'synthetic');
		assert.ok(notes.some(note => note.includes('had no times')));
	}
});

test('a recording of real times does not, nor one whose header holds another word', async () => {
	const text = [...exportTrace({...capture, pacing: 'recorded'}, 'recording').pieces].join('');
	assert.equal((await openTraceSource([text])).pacing, 'recorded');
	assert.equal((await openTraceSource([text.replace('{', '{"pacing":{},')])).pacing, 'recorded');
});

test('the page of a capture without times knows it, and shows no clocks', () => {
	const html = [...exportTrace(capture, 'html').pieces].join('');
	assert.match(html, /"hasTimes":false/);
	assert.match(html, /had no times/);
	const view = exchangeIn(foldTrace(capture.events), 1);
	assert.ok(view);
	const names = [...clockRows(view, view, false)].map(([name]) => name);
	assert.deepEqual(
		names
			.filter(name => !view.usage.some(entry => entry.name === name))
			.map(name => name.replace(/ \(.*/, '')),
		['thinking tokens', 'cost', 'context'],
	);
	assert.ok([...clockRows(view, view)].length > names.length + 4);
});
