import type {JsonObject} from '../../wire/json.js';

/** The two counts that fit into a row of the log. */
export function usageDetail(usage: JsonObject): string {
	const {input_tokens: input, output_tokens: output} = usage;
	return [typeof input === 'number' ? `in ${input}` : '', typeof output === 'number' ? `out ${output}` : '']
		.filter(part => part !== '')
		.join(' ');
}
