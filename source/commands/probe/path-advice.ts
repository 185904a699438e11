import type {HeldBack} from '../../analysis/held-back.js';

type Advice = {
	/** The sign in words. */
	readonly sign: string;
	/** The sign in the headers of the answer. */
	readonly isMeant: (headers: Headers, encoding: string) => boolean;
	readonly words: string;
};

/** What usually holds a stream back, by what shows in the headers of the answer, the most telling first. Sources: each program's manual. @internal */
export const advice: readonly Advice[] = [
	{
		sign: '`server: nginx`, and `content-encoding`',
		isMeant: (headers, encoding) => isNginx(headers) && encoding !== '' && encoding !== 'identity',
		words:
			'nginx buffers and compresses answers: set "proxy_buffering off" for this location. If that is not enough, leave text/event-stream out of gzip_types, or set "gzip off".',
	},
	{
		sign: '`server: nginx` or `openresty`',
		isMeant: isNginx,
		words:
			'nginx buffers answers: set "proxy_buffering off" for this location, or send the header "X-Accel-Buffering: no".',
	},
	{
		sign: '`server: Apache`',
		isMeant: headers => /apache/i.test(headers.get('server') ?? ''),
		words:
			'Apache may collect answers: set "flushpackets=on" at ProxyPass, and "SetEnv no-gzip 1" for this location.',
	},
	{
		sign: '`server: cloudflare`, or `cf-cache-status`',
		isMeant: headers => headers.has('cf-cache-status') || /cloudflare/i.test(headers.get('server') ?? ''),
		words: 'Cloudflare collects compressed answers: send "Cache-Control: no-cache, no-transform".',
	},
	{
		sign: '`via` or `x-varnish` of Varnish',
		isMeant: headers => /varnish/i.test(`${headers.get('via')} ${headers.get('x-varnish')}`),
		words: 'Varnish: set "beresp.do_stream = true" and leave compression out for text/event-stream.',
	},
	{
		sign: '`server: envoy`',
		isMeant: headers => /envoy/i.test(headers.get('server') ?? ''),
		words: 'Envoy: look for a buffer or compressor filter on this route.',
	},
	{
		sign: 'any other `content-encoding`',
		isMeant: (_, encoding) => encoding !== '' && encoding !== 'identity',
		words:
			'The answer is compressed. A compressor has to flush after each event, or leave text/event-stream out.',
	},
	{
		sign: '`content-length`',
		isMeant: headers => headers.has('content-length'),
		words: 'The answer has a content-length, so something read it whole before it passed it on.',
	},
];

/** What usually mends a path that holds a stream back, or `null` if it does not. */
export function pathAdvice({verdict}: HeldBack, headers: Headers): string | null {
	if (verdict === 'passes it on') {
		return null;
	}

	const encoding = headers.get('content-encoding') ?? '';
	return (
		advice.find(({isMeant}) => isMeant(headers, encoding))?.words ??
		'The headers do not say what is on the way. Look for response buffering in each proxy, and for "Cache-Control: no-transform".'
	);
}

function isNginx(headers: Headers): boolean {
	return /nginx|openresty/i.test(headers.get('server') ?? '');
}
