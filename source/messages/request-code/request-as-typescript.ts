import {isBetaUrl} from '../api-surface.js';
import {currentApiVersion} from '../request/check-request.js';
import {baseUrlOf, codeHeaders, type HttpRequest} from './http-request.js';
import {requestParameters} from './request-parameters.js';
import {enclose, type LiteralSyntax, sourceLiteral, stringLiteral} from './source-literal.js';

const syntax: LiteralSyntax = {null: 'null', true: 'true', false: 'false', key: propertyKey};

/** The request as a TypeScript program on the official SDK, which reads the key from the environment. */
export function requestAsTypeScript(request: HttpRequest): string {
	const {known, others, isStreaming} = requestParameters(request.body);
	const messages = isBetaUrl(request.url) ? 'client.beta.messages' : 'client.messages';
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
	const options = clientOptions(request);
	return [
		"import Anthropic from '@anthropic-ai/sdk';",
		'',
		'// For @anthropic-ai/sdk 1.0 and later. The key comes from the environment: ANTHROPIC_API_KEY.',
		`const client = new Anthropic(${options.length === 0 ? '' : enclose(options, '{', '}', '')});`,
		'',
		...lines,
		'',
	].join('\n');
}

/** What the client is created with, so that it sends the same headers. By default it sends the current version and a bearer token. */
function clientOptions(request: HttpRequest): readonly string[] {
	const {version, betas, auth} = codeHeaders(request);
	const base = baseUrlOf(request.url);
	const headers = [
		...(version === null || version === currentApiVersion
			? []
			: [`"anthropic-version": ${stringLiteral(version)}`]),
		...(betas === null ? [] : [`"anthropic-beta": ${stringLiteral(betas)}`]),
		...(auth === 'x-api-key' ? ['"x-api-key": process.env.ANTHROPIC_API_KEY'] : []),
		...(auth === 'bearer' ? [] : ['authorization: null']),
	];
	return [
		...(base === null ? [] : [`baseURL: ${stringLiteral(base)}`]),
		...(headers.length === 0 ? [] : [`defaultHeaders: ${enclose(headers, '{', '}', '    ')}`]),
	];
}

function propertyKey(key: string): string {
	// Written plainly, this key would set the prototype.
	if (key === '__proto__') {
		return `["${key}"]`;
	}

	return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}
