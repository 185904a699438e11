/** A `user-agent` in short: the product and its version, such as `claude-cli/1.0.3` or `Anthropic/JS 0.70.1`. */
export function clientName(agent: string): string {
	const [first = '', second = ''] = agent
		.replace(/\s*\(.*$/s, '')
		.trim()
		.split(/\s+/);
	// Some name their language first: `OpenAI/Python 1.2.3`.
	return /\d/.test(first) || !/^v?\d/.test(second) ? first : `${first} ${second}`;
}
