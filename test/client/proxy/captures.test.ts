// Captured streams through the tap, both ways. `npm run test:properties` tries each capture in reads of each size and in each compression.

import assert from 'node:assert/strict';
import type {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {type IncomingMessage, request as send} from 'node:http';
import process from 'node:process';
import type {Writable} from 'node:stream';
import {buffer} from 'node:stream/consumers';
import {test} from 'node:test';
import zlib from 'node:zlib';
import fc from 'fast-check';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {captures} from '../../helpers/captures.js';
import {proxied} from '../../helpers/proxied.js';

const bodies = captures.map(({name, path}) => ({name, bytes: readFileSync(path)}));

const encodings: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
	identity: bytes => bytes,
	gzip: bytes => zlib.gzipSync(bytes),
	br: bytes => zlib.brotliCompressSync(bytes),
	...(zlib.zstdCompressSync ? {zstd: (bytes: Buffer) => zlib.zstdCompressSync(bytes)} : {}),
};
const sizes = [1, 37, 1400, Number.POSITIVE_INFINITY];
const isWhole = process.env.FUZZ_SECONDS !== undefined;

/** Thousands of reads of one byte take seconds. */
const maxSingle = isWhole ? 2000 : 600;

async function inPieces(target: Writable, bytes: Buffer, size: number) {
	const step = Math.min(size, bytes.length || 1);
	for (let start = 0; start < bytes.length; start += step) {
		await new Promise<void>(resolve => {
			target.write(bytes.subarray(start, start + step), () => setImmediate(resolve));
		});
	}

	target.end();
}

test('a captured stream passes both ways without a change to a byte, and is told decoded', async () => {
	await using tap = await proxied(async (request, response) => {
		const {'content-encoding': encoding = '', 'x-size': size} = request.headers;
		const body = await buffer(request);
		response.writeHead(200, {'content-type': 'text/event-stream', 'content-encoding': encoding});
		await inPieces(response, body, Number(size));
	});
	let count = 0;
	const passes = async ({name, bytes}: (typeof bodies)[number], size: number, encoding: string) => {
		const original = size === 1 ? bytes.subarray(0, maxSingle) : bytes;
		const sent = encodings[encoding]?.(original) ?? original;
		const asking = send(`${tap.url}/v1/messages`, {
			method: 'POST',
			headers: {'content-encoding': encoding, 'x-size': String(size)},
		});
		const answer: Promise<[IncomingMessage]> = once(asking, 'response') as Promise<[IncomingMessage]>;
		await inPieces(asking, sent, size);
		const [response] = await answer;
		assert.deepEqual(await buffer(response), sent, name);
		count++;
		await tap.ended(count);
		const told = tap.events.flatMap(event =>
			event.type === 'sse' && event.exchange === count ? [{event: event.event, data: event.data}] : [],
		);
		const text = new TextDecoder().decode(original);
		assert.deepEqual(
			told,
			parseSse(text).map(({event, data}) => ({event, data})),
			name,
		);
		tap.events.splice(0, tap.events.length, ...tap.events.filter(({type}) => type === 'end'));
	};

	if (isWhole) {
		for (const body of bodies) {
			for (const size of sizes) {
				for (const encoding of Object.keys(encodings)) {
					await passes(body, size, encoding);
				}
			}
		}
		return;
	}

	const choice = [
		fc.constantFrom(...bodies),
		fc.constantFrom(...sizes),
		fc.constantFrom(...Object.keys(encodings)),
	] as const;
	await fc.assert(fc.asyncProperty(...choice, passes), {numRuns: 40, endOnFailure: true});
});
