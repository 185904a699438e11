import type {TraceEvent} from '../../trace/trace-event.js';
import {utf8Length} from '../../wire/utf8-length.js';
import {summarize} from '../event-summary.js';
import {gapBefore} from '../pauses.js';
import {compares} from './compares.js';
import type {Condition, Filter, NameField, NumberField, Term} from './filter.js';
import type {FilterContext} from './filter-context.js';
import {jsonTest} from './match-json.js';
import {anyTest, textTest} from './match-pattern.js';

/** Whether the event at a position passes. `later` means that more must be checked first: ask again. */
export type FilterTest = (position: number) => boolean | 'later';

/** Makes the test of a filter. It is quickest for ascending positions. */
export function filterTest(filter: Filter, context: FilterContext): FilterTest {
	const alternatives = filter.alternatives.map(terms => terms.map(term => termTest(term, context)));
	return position => anyOf(alternatives.map(terms => () => allOf(terms, position)));
}

function anyOf(tests: ReadonlyArray<() => boolean | 'later'>): boolean | 'later' {
	let answer: boolean | 'later' = false;
	for (const test of tests) {
		const one = test();
		if (one === true) {
			return true;
		}

		answer = one === 'later' ? one : answer;
	}

	return answer;
}

function allOf(terms: readonly FilterTest[], position: number): boolean | 'later' {
	let answer: boolean | 'later' = true;
	for (const test of terms) {
		const one = test(position);
		if (one === false) {
			return false;
		}

		answer = one === 'later' ? one : answer;
	}

	return answer;
}

function termTest({isNot, condition}: Term, context: FilterContext): FilterTest {
	const test = conditionTest(condition, context);
	return position => {
		const one = test(position);
		return one === 'later' ? one : one !== isNot;
	};
}

function conditionTest(condition: Condition, context: FilterContext): FilterTest {
	switch (condition.on) {
		case 'any': {
			return anyTest(condition.pattern, context.events);
		}

		case 'text': {
			return textTest(condition.pattern, context.events);
		}

		case 'names': {
			return namesTest(condition.field, condition.values, context);
		}

		case 'number': {
			const {field, comparison, values} = condition;
			const numberOf = numberReaders[field];
			return position => {
				const event = context.events[position];
				const number = event === undefined ? null : numberOf(event, position, context.events);
				return number !== null && compares(number, comparison, values);
			};
		}

		case 'json': {
			const test = jsonTest(condition);
			return position => {
				const event = context.events[position];
				return event !== undefined && test(event);
			};
		}
	}
}

function namesTest(field: NameField, values: readonly string[], context: FilterContext): FilterTest {
	const wanted: ReadonlySet<string> = new Set(values.map(value => value.toLowerCase()));
	switch (field) {
		case 'type': {
			return position => typesOf(context.events[position]).some(type => wanted.has(type.toLowerCase()));
		}

		case 'sdk': {
			return position => context.events[position]?.type === 'sse' && wanted.has(context.verdictAt(position));
		}

		case 'finding': {
			return position => {
				const findings = context.findingsAt(position);
				return findings === 'later'
					? findings
					: findings.some(
							({rule, severity}) => wanted.has('any') || wanted.has(severity) || wanted.has(rule),
						);
			};
		}
	}
}

/** The names by which `type:` finds an event. */
function typesOf(event: TraceEvent | undefined): readonly string[] {
	if (event === undefined) {
		return [];
	}

	const {kind, shortName, deltaType, shortDelta} = summarize(event);
	return deltaType === null ? [kind, shortName] : [kind, shortName, deltaType, shortDelta ?? deltaType];
}

type NumberReader = (event: TraceEvent, position: number, events: readonly TraceEvent[]) => number | null;

const numberReaders: Readonly<Record<NumberField, NumberReader>> = {
	block: event => summarize(event).block,
	exchange: event => event.exchange,
	attempt: event => ('attempt' in event ? event.attempt : null),
	read: event => (event.type === 'sse' && event.chunk > 0 ? event.chunk : null),
	gap: (_, position, events) => gapBefore(events, position),
	bytes: event => (event.type === 'sse' || event.type === 'body' ? utf8Length(event.data) : null),
	status: event => (event.type === 'response' ? event.status || null : null),
};
