import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {Box} from 'ink';
import {everything} from '../../../source/analysis/log-index.js';
import {knownPrices} from '../../../source/messages/prices.js';
import {textWidth} from '../../../source/text/text-width.js';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {columnNames} from '../../../source/ui/events/column-names.js';
import {tabNames} from '../../../source/ui/inspector/inspector-state.js';
import {selectLatest} from '../../../source/ui/player/select-view.js';
import {Body} from '../../../source/ui/screen/body.js';
import type {ScreenState} from '../../../source/ui/screen/screen-state.js';
import {StatusBar} from '../../../source/ui/screen/status-bar.js';
import {arbitraryEvents} from '../../helpers/arbitrary-trace.js';
import {rowsOf, screenOf} from '../../helpers/drawn-pane.js';
import {tracedStream} from '../../helpers/traced-stream.js';
import {surprisingStream} from '../../helpers/valid-stream.js';

const traces: fc.Arbitrary<readonly TraceEvent[]> = fc.oneof(
	arbitraryEvents,
	surprisingStream.map(payloads => tracedStream(payloads)),
);

const states = fc.record({
	focus: fc.constantFrom('prompt' as const, 'history' as const, 'events' as const, 'inspector' as const),
	isZoomed: fc.boolean(),
	hasEvents: fc.boolean(),
	isMarkdown: fc.boolean(),
	isThinkingOpen: fc.boolean(),
	isRaw: fc.boolean(),
	columns: fc.oneof(fc.constant('auto' as const), fc.subarray([...columnNames])),
	isPresenting: fc.boolean(),
	tab: fc.constantFrom(...tabNames),
	filter: fc.boolean().map(isFolded => ({...everything, isFolded})),
	log: fc.record({isFollowing: fc.boolean(), selected: fc.nat(30), top: fc.nat(30)}),
	playhead: fc.option(fc.nat(30)),
});

const sizes = fc.record({width: fc.integer({min: 40, max: 100}), height: fc.integer({min: 15, max: 50})});

test('whatever came, whatever is looked at and however big the screen is, it is drawn in its bounds', () => {
	fc.assert(
		fc.property(traces, states, sizes, (events, state, {width, height}) => {
			const playhead = state.playhead === null ? null : Math.min(events.length, state.playhead);
			const chosen: Partial<ScreenState> = {...state, playhead};
			const {state: screen} = screenOf(events, chosen, {size: {width, height}, welcome: ['Welcome']});
			const rows = rowsOf(
				<Box width={width} height={height - 4}>
					<Body now={0} screen={screen} />
				</Box>,
			);
			assert.equal(rows.length, height - 4);
			for (const row of rows) {
				assert.ok(textWidth(row) <= width, row);
				assert.doesNotMatch(row, /[\u0000-\u001F\u007F-\u009F]/);
			}
		}),
		{numRuns: 40},
	);
});

test('whatever came, the status line is one line', () => {
	fc.assert(
		fc.property(traces, fc.integer({min: 40, max: 100}), fc.nat(10 ** 6), (events, width, now) => {
			const model = screenOf(events);
			const rows = rowsOf(
				<StatusBar
					exchange={selectLatest(model.state)}
					now={now}
					prices={knownPrices}
					queued={0}
					notice={null}
					hints={['F1 help']}
					width={width}
					theme={model.state.theme}
				/>,
			);
			assert.equal(rows.length, 1);
			assert.ok(textWidth(rows[0] ?? '') <= width);
		}),
		{numRuns: 40},
	);
});
