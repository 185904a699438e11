import {decode} from '../../messages/decode.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {isObject, ownAt, parseJson, printJson} from '../../wire/json.js';
import {compares} from './compares.js';
import type {Condition} from './filter.js';

type JsonCondition = Extract<Condition, {readonly on: 'json'}>;

/** Makes the test of a value in the JSON of an event: its payload, or the whole event if it has none. */
export function jsonTest({path, comparison, value}: JsonCondition): (event: TraceEvent) => boolean {
	const wanted = value.toLowerCase();
	return event => {
		const found = valueAt(jsonOf(event), path);
		if (found === undefined) {
			return comparison === '!=';
		}

		switch (comparison) {
			case 'exists': {
				return true;
			}

			case '~': {
				return textOf(found).toLowerCase().includes(wanted);
			}

			case '=':
			case '!=': {
				return (textOf(found).toLowerCase() === wanted) === (comparison === '=');
			}

			default: {
				return typeof found === 'number' && compares(found, comparison, [Number(value)]);
			}
		}
	};
}

function jsonOf(event: TraceEvent): unknown {
	switch (event.type) {
		case 'sse': {
			return decode(event).json;
		}

		case 'body': {
			return parseJson(event.data);
		}

		default: {
			return event;
		}
	}
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	let inner = value;
	for (const key of path) {
		if (Array.isArray(inner)) {
			inner = /^\d{1,9}$/.test(key) ? inner[Number(key)] : undefined;
		} else {
			inner = isObject(inner) ? ownAt(inner, key) : undefined;
		}
	}

	return inner;
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : printJson(value);
}
