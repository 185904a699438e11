import assert from 'node:assert/strict';
import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {openFilledSource} from '../../../source/commands/open-named-source.js';
import {readRecordedSource} from '../../../source/commands/serve/recorded-source.js';
import {UsageError} from '../../../source/commands/usage-error.js';
import {createSseParser} from '../../../source/wire/parse-sse.js';

const {stdin, stdout, stderr} = process;
const context = {stdin, stdout, stderr, env: {}};

const fixtures = ['captures', 'streams', 'recordings'].flatMap(folder => {
	const url = fileURLToPath(new URL(`../../fixtures/${folder}/`, import.meta.url));
	return readdirSync(url)
		.map(name => path.join(url, name))
		.filter(file => statSync(file).isFile() && !/\.(ts|tsv|md)$/.test(file));
});

/** The events in some bytes, as JSON, in the order of their text, because the streams of a capture may have come side by side. */
function eventsIn(bytes: readonly Uint8Array[]): readonly string[] {
	const events: string[] = [];
	const parser = createSseParser(({event, data}) => events.push(JSON.stringify([event, data])));
	parser.feed(Buffer.concat(bytes).toString());
	parser.end();
	return events;
}

test('every event of every capture comes back when the capture is served, or there is nothing to play in it', async () => {
	const empty: string[] = [];
	for (const file of fixtures) {
		const source = await readRecordedSource(file, context, false).catch((error: unknown) => {
			assert.ok(error instanceof UsageError, String(error));
			assert.match(error.message, /nothing to play in/);
			return null;
		});
		if (source === null) {
			empty.push(path.basename(file));
			continue;
		}

		const sent = source.answers
			.filter(({isStream}) => isStream)
			.flatMap(({plan}) => eventsIn(plan.steps.map(({bytes}) => bytes)));
		const {events} = (await openFilledSource(file, 'play', context)).source;
		const recorded = events.flatMap(event =>
			event.type === 'sse' ? [JSON.stringify([event.event, event.data])] : [],
		);
		assert.deepEqual(sent.toSorted(), recorded.toSorted(), file);
	}

	assert.deepEqual(empty, ['gzip-decoded-as-text.bin', 'no-content.har']);
});
