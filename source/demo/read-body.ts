import {Buffer} from 'node:buffer';
import type {IncomingMessage} from 'node:http';

/** The API accepts bodies of up to 32 MB. */
const bodyLimit = 32 * 1024 * 1024;

/** Reads a request body as text, or returns `null` if it is larger than the API accepts. Rejects when the client disconnects. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		// The rest is still read, so that the client receives the response.
		if (size <= bodyLimit) {
			chunks.push(bytes);
		}
	}

	return size > bodyLimit ? null : Buffer.concat(chunks).toString('utf8');
}
