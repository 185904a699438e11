import type {EventText} from '../planned-response.js';
import type {FaultRule} from './fault.js';

type Texts = readonly EventText[];

const rule = (name: string, summary: string, change: (texts: Texts) => Texts): FaultRule => ({
	name,
	unit: 'none',
	usual: 0,
	summary,
	stage: 'texts',
	change,
});

const each =
	(change: (text: string, index: number) => string) =>
	(texts: Texts): Texts =>
		texts.map((event, index) => ({...event, text: change(event.text, index)}));

/** Faults in how events are written: the names, the lines and the ends of server-sent events. */
export const textFaults: readonly FaultRule[] = [
	rule(
		'no-names',
		'The events have no event: line, as from some gateways.',
		each(text => text.replace(/^event: .*\n/, '')),
	),
	rule(
		'comments',
		'A comment before every event, as proxies send to keep a connection open.',
		each(text => `: keep-alive\n\n${text}`),
	),
	rule(
		'crlf',
		'Lines end with CR and LF.',
		each(text => text.replaceAll('\n', '\r\n')),
	),
	rule(
		'no-space',
		'No space after the colon of a field.',
		each(text => text.replace(/^(event|data): /gm, '$1:')),
	),
	rule(
		'bom',
		'A byte-order mark before the first event.',
		each((text, index) => (index === 0 ? `\uFEFF${text}` : text)),
	),
	rule('no-last-blank-line', 'The blank line behind the last event is missing.', texts =>
		texts.map((event, index) =>
			index === texts.length - 1 ? {...event, text: event.text.replace(/(?:\r?\n)+$/, '\n')} : event,
		),
	),
];
