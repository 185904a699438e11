import {pingEvent, type TimedEvent} from '../stream-event.js';
import type {LineReading} from './line-reading.js';
import {readBlock, readEvent, readNothing, readText, readTime, readTool} from './read-values.js';
import type {ReplyStep, TextPart} from './scenario-file.js';
import type {ScenarioLine} from './scenario-line.js';

/** Reads the steps of a reply in their order. What comes between a text and its `more` is kept with the text. */
export function readSteps(lines: readonly ScenarioLine[], {read, report}: LineReading): readonly ReplyStep[] {
	const steps: ReplyStep[] = [];
	let besides: TimedEvent[] = [];
	const takeBesides = () => {
		const taken = besides;
		besides = [];
		return taken;
	};
	const add = (step: ReplyStep | null) => {
		const before = takeBesides();
		steps.push(...(before.length === 0 ? [] : [{kind: 'besides', events: before} as const]));
		steps.push(...(step === null ? [] : [step]));
	};
	for (const line of lines) {
		switch (line.word) {
			case 'text':
			case 'thinking':
				add({kind: line.word, parts: [{before: [], text: read(line, readText) ?? ''}]});
				break;
			case 'more': {
				const last = steps.at(-1);
				const part: TextPart = {before: takeBesides(), text: read(line, readText) ?? ''};
				if (last?.kind === 'text' || last?.kind === 'thinking') {
					steps[steps.length - 1] = {...last, parts: [...last.parts, part]};
				} else {
					report(line.line, 'more continues a text or a thinking before it. Write text here.');
				}

				break;
			}
			case 'tool': {
				const tool = read(line, readTool);
				add(tool && {kind: 'tool', ...tool});
				break;
			}
			case 'block': {
				const block = read(line, readBlock);
				add(block && {kind: 'block', block});
				break;
			}
			default:
				besides.push(...eventsOf(line, read));
		}
	}

	add(null);
	return steps;
}

function eventsOf(line: ScenarioLine, read: LineReading['read']): readonly TimedEvent[] {
	switch (line.word) {
		case 'ping':
			read(line, readNothing);
			return [pingEvent];
		case 'wait':
			return [{wait: read(line, readTime) ?? 0}];
		case 'event': {
			const event = read(line, readEvent);
			return event === null ? [] : [event];
		}
		case 'raw':
			return [{event: '', data: read(line, readText) ?? '', isRaw: true}];
		default:
			return [];
	}
}
