// What the toy clients share: the request, and the events of its answer.

export async function request() {
	return fetch(`${process.env.ANTHROPIC_BASE_URL}/v1/messages`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			'x-api-key': process.env.ANTHROPIC_API_KEY ?? '',
			'anthropic-version': '2023-06-01',
		},
		body: JSON.stringify({
			model: 'claude-haiku-5-5',
			max_tokens: 1000,
			stream: true,
			messages: [{role: 'user', content: process.argv[2] ?? 'Hi'}],
		}),
	});
}

export async function* eventsOf(response) {
	let text = '';
	for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
		text += piece;
		const events = text.split('\n\n');
		text = events.pop() ?? '';
		for (const event of events) {
			yield JSON.parse(/^data: (.*)$/m.exec(event)?.[1] ?? '{}');
		}
	}
}
