// A reporter of node:test: one line of JSON for each test that was skipped, with its name and the reason.

export default async function* reportSkipped(events) {
	for await (const {type, data} of events) {
		if (type === 'test:pass' && data.skip !== undefined) {
			const reason = data.skip === true || data.skip === '' ? 'no reason given' : data.skip;
			yield `${JSON.stringify({name: data.name, reason})}\n`;
		}
	}
}
