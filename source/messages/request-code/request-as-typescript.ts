import {baseUrlOf, type HttpRequest, isBeta} from './http-request.js';
import {requestParameters} from './request-parameters.js';
import {type LiteralSyntax, sourceLiteral, stringLiteral} from './source-literal.js';

const syntax: LiteralSyntax = {null: 'null', true: 'true', false: 'false', key: propertyKey};

/** The request as a TypeScript program on the official SDK, which reads the key from the environment. */
export function requestAsTypeScript({url, body}: HttpRequest): string {
	const {known, others, isStreaming} = requestParameters(body);
	const base = baseUrlOf(url);
	const messages = isBeta(url) ? 'client.beta.messages' : 'client.messages';
	const parameters = [
		...known.map(([name, value]) => `    ${name}: ${sourceLiteral(value, syntax, '    ')},`),
		// The compiler rejects an unknown property, but not a spread one.
		...(others.length === 0 ? [] : [`    ...${sourceLiteral(Object.fromEntries(others), syntax, '    ')},`]),
	];
	const call = (method: string) => [`${messages}.${method}({`, ...parameters, '});'].join('\n');
	const lines = isStreaming
		? [
				`const stream = ${call('stream')}`,
				'',
				'for await (const event of stream) {',
				'    console.log(event);',
				'}',
				'',
				'console.log(await stream.finalMessage());',
			]
		: [`const message = await ${call('create')}`, '', 'console.log(message);'];
	return [
		"import Anthropic from '@anthropic-ai/sdk';",
		'',
		'// The key comes from the environment: ANTHROPIC_API_KEY.',
		`const client = new Anthropic(${base === null ? '' : `{baseURL: ${stringLiteral(base)}}`});`,
		'',
		...lines,
		'',
	].join('\n');
}

function propertyKey(key: string): string {
	// Written plainly, this key would set the prototype.
	if (key === '__proto__') {
		return `["${key}"]`;
	}

	return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}
