import type {CaptureFormat} from './capture-format.js';
import {httpMessages, parseHeaders, urlOf} from './http-messages.js';
import {type CapturedExchange, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';

const headLine =
	/^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[[^\]]*\] )?(?:< HTTP\/[\d.]+ \d{3}|> [A-Z]{3,7} \S+ HTTP\/[\d.]+)/;
const meterLine = /% Total\s+% Received/;

/** A line of the body behind a time of day: something wrote a time before every line, and not curl before its own. */
const timedBody = /^\d\d:\d\d:\d\d(?:\.\d+)? (?:event|data):/m;

/** Headers that `curl -v` marks, its progress meter, and the body, mixed as on a terminal. */
export const curlVerboseFormat: CaptureFormat = {
	name: 'curl-verbose',
	title: 'the output of curl -v',
	shortTitle: 'curl -v',
	writers: '`curl -v … 2>&1`, also with its progress meter, and without the body (`-o`)',
	times: 'none',
	sign({text, lines}) {
		const line = lines.find(some => headLine.test(some)) ?? lines.find(some => meterLine.test(some));
		return line === undefined || timedBody.test(text)
			? null
			: `curl's own lines, such as "${line.trim().slice(0, 12)}"`;
	},
	reader: {takes: 'bytes', read: bytes => importVerbose(Buffer.from(bytes).toString('latin1'))},
};

/** What `--trace-time` and `--trace-ids` write before curl's own lines. */
const stamp = '(?:\\d\\d:\\d\\d:\\d\\d\\.\\d+ )?(?:\\[[^\\]]*\\] )?';

/** Curl reports data on stderr while the body goes to stdout, so these stand anywhere in a line. */
const dataReport = new RegExp(`${stamp}[{}] \\[\\d+ bytes data\\]\\r*\\n`, 'g');
const goodbye = new RegExp(
	`${stamp}\\* (?:Connection #\\d+ to host \\S+(?: port \\d+)? left intact|Closing connection[^\\r\\n]*|[Ss]hutting down connection[^\\r\\n]*|Connection #\\d+ [^\\r\\n]*)\\r*\\n?`,
	'g',
);
const failure = /curl: \(\d+\) [^\r\n]*\r?\n?/g;
const meterHead = /[^\S\n]*% Total[^\n]*\n[^\n]*Dload[^\n]*\n/g;
/** Its columns have their widths, for what follows the last one may be a digit of the body or a time. */
const meter =
	/\r?[^\S\n]*\d{1,3}\s+[\d.]+[kMG]?\s+\d{1,3}\s+[\d.]+[kMG]?\s+\d{1,3}\s+[\d.]+[kMG]?\s+[\d.]+[kMG]?\s+[\d.]+[kMG]?\s+(?:(?:[-\d:]{7,8}\s+){2}[-\d:]{7,8} [ \d.]{4}[\dkMGT]|(?:[-\d:]{7,9}\s+){3}[\d.]+[kMG]?(?!\d*:))(\r?\n)?/g;

/** `> ` and `< ` stand before the headers that were sent and received, `* ` before curl's remarks. */
export const markedLine = new RegExp(`^${stamp}([<>*])(?: (.*?))?\\r*$`);
const remark = /^(?:Note|Warning): /;

/** A text without what curl reports between the lines of the body. */
export function withoutReports(text: string): string {
	return [dataReport, goodbye, failure, meterHead].reduce(
		(rest, pattern) => rest.replaceAll(pattern, ''),
		withoutMeter(text),
	);
}

/** Only the last state of a transfer's meter has a line end of its own. Behind the others it is the body's. */
function withoutMeter(text: string): string {
	const states = [...text.matchAll(meter)];
	const pieces = states.map((state, index) => {
		const end = state.index + state[0].length;
		const next = states[index + 1]?.index ?? text.length;
		const between = text.slice(end, next);
		const isLast = index === states.length - 1 || meterLine.test(between);
		return `${isLast ? '' : (state[1] ?? '')}${between}`;
	});
	return states[0] === undefined ? text : text.slice(0, states[0].index) + pieces.join('');
}

type Draft = {
	readonly sent: string[];
	received: string[];
	body: string;
};

function importVerbose(text: string): Promise<Imported> {
	const cleaned = withoutReports(text);
	const drafts: Draft[] = [];
	const current = () => drafts.at(-1) ?? newDraft(drafts);
	for (const line of cleaned.split(/(?<=\n)/)) {
		const [, mark, content = ''] = markedLine.exec(line.replace(/\n$/, '')) ?? [];
		if (mark === '>') {
			const isFirst = / HTTP\/[\d.]+$/.test(content);
			(isFirst ? newDraft(drafts) : current()).sent.push(content);
		} else if (mark === '<') {
			// After `100 Continue` and the like, another status line follows. The last one counts.
			const draft = isNext(content, drafts.at(-1)) ? newDraft(drafts) : current();
			draft.received = content.startsWith('HTTP/') ? [content] : [...draft.received, content];
		} else if (mark === undefined && !remark.test(line)) {
			current().body += line;
		}
	}

	return importExchanges(drafts.map(exchangeOf), {
		notes: [`curl's own lines were taken off. ${timesNote(text)}`],
	});
}

const timedLine = /^\d\d:\d\d:\d\d\.\d+ (?:\[[^\]]*\] )?[<>] /m;

function timesNote(text: string): string {
	return timedLine.test(text)
		? 'The times are made up, because curl -v gives none for the body, even with --trace-time. Use --trace FILE --trace-time to get the times of the reads.'
		: 'The times are made up, because curl -v does not give any.';
}

function newDraft(drafts: Draft[]): Draft {
	const draft = {sent: [], received: [], body: ''};
	drafts.push(draft);
	return draft;
}

/** Whether a status line starts another exchange, whose request is not shown. */
function isNext(line: string, draft: Draft | undefined): boolean {
	const [, status = '100'] = /^HTTP\/[\d.]+ (\d{3})/.exec(draft?.received[0] ?? '') ?? [];
	return line.startsWith('HTTP/') && draft !== undefined && Number(status) >= 200;
}

function exchangeOf({sent, received, body}: Draft): CapturedExchange {
	const [, method = null, target = '/'] = /^(\S+) (\S+)/.exec(sent[0] ?? '') ?? [];
	const headers = parseHeaders(received.slice(1).join('\n'));
	// With -i, the headers stand in the body as well.
	const bare = /^HTTP\/[\d.]+ \d{3}/.test(body) ? (httpMessages(body).at(-1)?.body ?? '') : body;
	return {
		method,
		url: method === null ? null : urlOf(target, parseHeaders(sent.slice(1).join('\n'))),
		requestBody: null,
		status: Number(/^HTTP\/[\d.]+ (\d{3})/.exec(received[0] ?? '')?.[1] ?? 0),
		headers,
		body: bare.trim() === '' ? null : Buffer.from(bare, 'latin1'),
		times: null,
	};
}
