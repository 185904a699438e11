import {type ChildProcess, fork} from 'node:child_process';
import {EventEmitter, once} from 'node:events';
import {fileURLToPath} from 'node:url';
import type {ServerNews, ServerRequest, StreamPlan, StreamSent} from './stream-plan.js';

/** The server process as the bench sees it. */
export type BenchServer = Disposable & {
	readonly url: string;
	/** Sets how to answer the next request, and returns promises of what will happen then. */
	readonly expect: (plan: StreamPlan) => {
		readonly requested: Promise<void>;
		readonly sent: Promise<StreamSent>;
	};
	/** Lets the server end a body that it holds open. */
	readonly release: () => void;
};

/** Milliseconds. No answer in the bench takes longer. */
const longest = 60_000;

const nextNews = async <Type extends ServerNews['type']>(
	emitter: EventEmitter,
	type: Type,
): Promise<Extract<ServerNews, {type: Type}>> => {
	const [news] = await once(emitter, type, {signal: AbortSignal.timeout(longest)});
	return news;
};

export const startBenchServer = async (): Promise<BenchServer> => {
	const child: ChildProcess = fork(fileURLToPath(new URL('server-process.ts', import.meta.url)));
	const emitter = new EventEmitter();
	child.on('message', (news: ServerNews) => emitter.emit(news.type, news));
	const tell = (request: ServerRequest): void => {
		child.send(request);
	};

	const {url} = await nextNews(emitter, 'listening');
	return {
		url,
		expect(plan) {
			tell({type: 'plan', plan});
			const requested = nextNews(emitter, 'request').then(() => undefined);
			const sent = nextNews(emitter, 'sent').then(news => news.sent);
			// A failed measurement leaves the other promise unused.
			for (const promise of [requested, sent]) {
				promise.catch(() => {});
			}

			return {requested, sent};
		},
		release: () => tell({type: 'release'}),
		[Symbol.dispose]: () => child.disconnect(),
	};
};
