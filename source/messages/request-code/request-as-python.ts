import {baseUrlOf, type HttpRequest, isBeta} from './http-request.js';
import {requestParameters} from './request-parameters.js';
import {type LiteralSyntax, sourceLiteral, stringLiteral} from './source-literal.js';

const syntax: LiteralSyntax = {null: 'None', true: 'True', false: 'False', key: stringLiteral};

/** The request as a Python program on the official SDK, which reads the key from the environment. */
export function requestAsPython({url, body}: HttpRequest): string {
	const {known, others, isStreaming} = requestParameters(body);
	const base = baseUrlOf(url);
	const messages = isBeta(url) ? 'client.beta.messages' : 'client.messages';
	const named = [
		...known,
		...(others.length === 0 ? [] : [['extra_body', Object.fromEntries(others)] as const]),
	];
	const parameters = named.map(([name, value]) => `    ${name}=${sourceLiteral(value, syntax, '    ')},`);
	const lines = isStreaming
		? [
				`with ${messages}.stream(`,
				...parameters,
				') as stream:',
				'    for event in stream:',
				'        print(event)',
				'    print(stream.get_final_message())',
			]
		: [`message = ${messages}.create(`, ...parameters, ')', '', 'print(message)'];
	return [
		'import anthropic',
		'',
		'# The key comes from the environment: ANTHROPIC_API_KEY.',
		`client = anthropic.Anthropic(${base === null ? '' : `base_url=${stringLiteral(base)}`})`,
		'',
		...lines,
		'',
	].join('\n');
}
