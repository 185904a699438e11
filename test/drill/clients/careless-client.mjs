// Adds the usage up, and takes every end for a good one.
import {eventsOf, request} from './read-stream.mjs';

let tokens = 0;
try {
	for await (const event of eventsOf(await request())) {
		process.stdout.write(event.delta?.text ?? '');
		tokens += event.usage?.output_tokens ?? event.message?.usage.output_tokens ?? 0;
	}
} catch {}

console.log(`\n${tokens} tokens`);
