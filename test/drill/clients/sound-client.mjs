// Keeps what came, says what happened, and takes the last usage.
import {eventsOf, request} from './read-stream.mjs';

try {
	const response = await request();
	if (!response.ok) {
		throw new Error(`status ${response.status}: ${await response.text()}`);
	}

	let tokens = 0;
	let isOver = false;
	for await (const event of eventsOf(response)) {
		process.stdout.write(event.delta?.text ?? '');
		tokens = event.usage?.output_tokens ?? tokens;
		isOver ||= event.type === 'message_stop';
		if (event.type === 'error') {
			throw new Error(event.error.message);
		}
	}

	if (!isOver) {
		throw new Error('the stream ended before message_stop');
	}

	console.log(`\n${tokens} tokens`);
} catch (error) {
	console.error(String(error.cause ?? error));
	process.exitCode = 1;
}
