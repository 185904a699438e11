import assert from 'node:assert/strict';
import {arrived} from '../../source/analysis/arrived.js';
import {completesText} from '../../source/analysis/completes-text.js';
import {summarize} from '../../source/analysis/event-summary.js';
import {inspectTrace} from '../../source/analysis/inspect-trace.js';
import {everything, LogIndex} from '../../source/analysis/log-index.js';
import type {TraceReport} from '../../source/analysis/trace-report.js';
import {TraceTimeline} from '../../source/analysis/trace-timeline.js';
import {explainEvent} from '../../source/messages/explain-event.js';
import {messageOf} from '../../source/messages/message-snapshot.js';
import {exportFormats} from '../../source/recording/exports/export-formats.js';
import {exportTrace} from '../../source/recording/exports/export-trace.js';
import {redact} from '../../source/recording/exports/redact.js';
import {faultOf} from '../../source/trace/fence.js';
import {foldTrace, type TraceView} from '../../source/trace/fold-trace.js';
import {itemsOf} from '../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {blockRows} from '../../source/ui/conversation/block-rows.js';
import {endingRows} from '../../source/ui/conversation/ending-rows.js';
import {printJson} from '../../source/wire/json.js';
import {filterOf} from './filter-of.js';

/** A filter that looks at everything, and finds nearly nothing. */
const everyField = filterOf(
	'a type:delta block:0 gap>1ms | bytes>0 /b+/i !text:/c/i | json:delta.text~soil status>0',
);

/** Reads a trace in every possible way, and reports which events the last fence had to catch. */
export function readEverything(events: readonly TraceEvent[]): {
	readonly view: TraceView;
	readonly report: TraceReport;
	readonly faults: readonly string[];
} {
	const view = foldTrace(events);
	const report = inspectTrace(events);
	printJson(report);
	const timeline = new TraceTimeline(1000);
	timeline.extend(events);
	const log = new LogIndex({...everything, isFolded: true, passing: everyField});
	log.extend(events);
	const isComplete = completesText('constructor');
	for (const [position, event] of events.entries()) {
		const {name, sign, detail} = summarize(event);
		assert.ok(name !== '' && sign !== '' && typeof detail === 'string');
		isComplete(events, position);
		if (event.type === 'sse') {
			assert.notEqual(explainEvent(event).purpose, '');
			assert.notEqual(arrived(event)?.kind, 'unreadable');
		}
	}

	for (const exchange of itemsOf(view.exchanges)) {
		endingRows(exchange, 60);
		for (const block of exchange.message?.blocks ?? []) {
			blockRows(block, {width: 60, isOpen: true});
		}

		printJson(exchange.message === null ? null : messageOf(exchange.message));
	}

	// Exports are slow, and treat all exchanges alike.
	const some = events.filter(({exchange}) => exchange % 5 === 1);
	exportAll(some);
	exportAll(redact(some));
	const faults = events.flatMap((event, position) => {
		const fault = faultOf(event);
		return fault === null ? [] : [`#${position + 1}: ${fault}`];
	});
	return {view, report, faults};
}

function exportAll(events: readonly TraceEvent[]): void {
	const source = {header: null, title: null, events, others: []};
	for (const format of exportFormats) {
		for (const piece of exportTrace(source, format).pieces) {
			assert.equal(typeof piece, 'string');
		}
	}
}
