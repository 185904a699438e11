import {isObject, parseJson} from '../../wire/json.js';
import type {SkippedLines} from '../recording.js';
import {createLineSplitter} from '../split-lines.js';
import type {CaptureFormat} from './capture-format.js';
import {exchangeOfObject, isExchangeObject} from './exchange-object.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Importer} from './imported.js';

/** A line that is longer than the examined text. */
const longLine = /^\{(?:"timestamp":[^{}]*)?"request":\{"(?:timestamp|method|url|path)"/;

/** Lines of JSON, each with a request and its response. */
export const exchangeLogFormat: CaptureFormat = {
	name: 'exchange-log',
	title: 'a log of requests and responses, as JSON lines',
	shortTitle: 'request log',
	writers: 'claude-trace, claude-tap, and proxies that log the same way',
	times: 'of the request and the response',
	sign({text, objects}) {
		return objects.some(isExchangeObject) || longLine.test(text)
			? 'lines of JSON with "request" and "response"'
			: null;
	},
	reader: {takes: 'pieces', create: createExchangeLogImporter},
};

function createExchangeLogImporter(): Importer {
	const exchanges: CapturedExchange[] = [];
	const skipped: SkippedLines[] = [];
	let isTorn = false;
	const splitter = createLineSplitter((line, number) => {
		const value = line === null ? undefined : parseJson(line);
		const exchange = isObject(value) ? exchangeOfObject(value) : null;
		if (exchange !== null) {
			exchanges.push(exchange);
		} else if (line?.trim() !== '') {
			skipped.push({line: number, last: number, reason: 'no request with its response'});
		}

		isTorn = value === undefined && line?.trim() !== '';
	});
	return {
		feed: splitter.feed,
		async end() {
			splitter.end();
			const imported = await importExchanges(exchanges, {skipped});
			return isTorn ? {...imported, loss: 'The last line of the log is incomplete.'} : imported;
		},
	};
}
