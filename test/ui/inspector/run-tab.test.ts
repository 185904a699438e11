import assert from 'node:assert/strict';
import {test} from 'node:test';
import {everything} from '../../../source/analysis/log-index.js';
import {goToPosition} from '../../../source/ui/events/select-event.js';
import {selectEventLog} from '../../../source/ui/events/select-event-log.js';
import {selectInspector} from '../../../source/ui/inspector/select-inspector.js';
import {selectTabHeight} from '../../../source/ui/screen/select-layout.js';
import {keysOf, screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {messageStart, ping, text} from '../../messages/conformance/sample-stream.js';

const events = tracedStream(
	[messageStart(), text(0, 'The soil '), text(0, 'is\u001B[2J dark, '), text(0, 'and damp.'), ping],
	{pace: 250},
);

const folded = (facts = {}) => {
	const model = screenOf(
		events,
		{
			focus: 'events',
			tab: 'event',
			isZoomed: false,
			inspectorPlace: 'beside',
			filter: {...everything, isFolded: true},
		},
		{size: {width: 200, height: 40}, ...facts},
	);
	keysOf(model).logTop();
	for (let row = 0; row < 3; row++) {
		keysOf(model).logDown();
	}

	return model;
};

const tabOf = (model: ReturnType<typeof folded>) =>
	(selectInspector(model.newest())?.lines ?? [])
		.slice(selectTabHeight(model.newest()))
		.map(line => line.trim());

test('a folded run says in its row how many deltas, how long, how much and what', () => {
	const row = (selectEventLog(folded().newest())?.lines ?? []).find(line => line.includes('× 3'));
	assert.match(row ?? '', /× 3 · 500 ms · 31 ch/);
	const model = folded({size: {width: 300, height: 40}});
	assert.match(
		(selectEventLog(model.newest())?.lines ?? []).join('\n'),
		/× 3 · 500 ms · 31 ch · "The soil is\\u001b\[2J dark, and damp\."/,
	);
});

test('the Event tab of a run shows its times, its gaps and its text', () => {
	const rows = tabOf(folded());
	assert.equal(rows[0], '#4–#6 text_delta × 3 · block 0');
	assert.equal(rows[1], '31 characters · 360 ms to 860 ms · 500 ms');
	assert.equal(rows[2], 'gaps: median 250 ms · p90 250 ms · max 250 ms');
	assert.equal(rows[3], '██');
	assert.equal(rows[5], 'The soil is␛[2J dark, and damp.');
});

test('without times, a run has no times and no gaps', () => {
	const rows = tabOf(folded({hasTimes: false}));
	assert.equal(rows[1], '31 characters');
	assert.equal(rows[3], 'The soil is␛[2J dark, and damp.');
});

test('an event of a run that was gone to is shown itself', () => {
	const model = folded();
	const gone = goToPosition(model.newest(), 4);
	assert.match(
		(selectInspector(gone)?.lines ?? []).join('\n'),
		/#5 Content block delta|#5 content_block_delta|#5 /,
	);
	assert.doesNotMatch((selectInspector(gone)?.lines ?? []).join('\n'), /× 3/);
});
