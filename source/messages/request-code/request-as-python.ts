import {isBetaUrl} from '../api-surface.js';
import {currentApiVersion} from '../request/check-request.js';
import {baseUrlOf, codeHeaders, type HttpRequest} from './http-request.js';
import {requestParameters} from './request-parameters.js';
import {enclose, type LiteralSyntax, sourceLiteral, stringLiteral} from './source-literal.js';

const syntax: LiteralSyntax = {null: 'None', true: 'True', false: 'False', key: stringLiteral};

/** The request as a Python program on the official SDK, which reads the key from the environment. */
export function requestAsPython(request: HttpRequest): string {
	const {known, others, isStreaming} = requestParameters(request.body);
	const messages = isBetaUrl(request.url) ? 'client.beta.messages' : 'client.messages';
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
	const client = clientArguments(request);
	return [
		...(client.some(argument => argument.includes('os.environ')) ? ['import os', ''] : []),
		'import anthropic',
		'',
		'# For anthropic 2.0 and later. The key comes from the environment: ANTHROPIC_API_KEY.',
		`client = anthropic.Anthropic${enclose(client, '(', ')', '')}`,
		'',
		...lines,
		'',
	].join('\n');
}

/** What the client is created with, so that it sends the same headers. By default it sends the current version and a bearer token. */
function clientArguments(request: HttpRequest): readonly string[] {
	const {version, betas, auth} = codeHeaders(request);
	const base = baseUrlOf(request.url);
	const headers = [
		...(version === null || version === currentApiVersion
			? []
			: [`"anthropic-version": ${stringLiteral(version)}`]),
		...(betas === null ? [] : [`"anthropic-beta": ${stringLiteral(betas)}`]),
		...(auth === 'x-api-key' ? ['"x-api-key": os.environ["ANTHROPIC_API_KEY"]'] : []),
		...(auth === 'bearer' ? [] : ['"Authorization": anthropic.Omit()']),
	];
	return [
		...(base === null ? [] : [`base_url=${stringLiteral(base)}`]),
		...(headers.length === 0 ? [] : [`default_headers=${enclose(headers, '{', '}', '    ')}`]),
	];
}
