import process from 'node:process';
import type {Command} from 'commander';
import {catchEnding} from '../catch-ending.js';
import type {CommandModule} from '../command-module.js';
import {endBySignal} from '../end-by-signal.js';
import {outputFlushed} from '../guard-output.js';
import {readRequest} from '../read-request.js';
import {readTools, withTools} from '../tools/read-tools.js';
import {UsageError} from '../usage-error.js';
import {askPrompt} from './ask-prompt.js';
import {type AskFlags, runAsk} from './run-ask.js';

/** One exchange without the screen: the answer on stdout, everything about it on stderr. */
export const command: CommandModule<AskFlags> = {
	takes: [
		'model',
		'maxTokens',
		'system',
		'thinking',
		'effort',
		'set',
		'body',
		'tools',
		'beta',
		'apiVersion',
		'auth',
		'baseUrl',
		'timeout',
		'ca',
		'maxAnswerEvents',
		'maxAnswerBytes',
		'demo',
		'demoSpeed',
		'demoSeed',
		'record',
	],
	helps: {
		'--tools <file>': 'the tools that the model may call; commands with "run": "always" answer it',
		'--record <file>': 'record the exchange in this file; by default a single question is not recorded',
		'--no-record': 'do not add the exchange to the resumed session',
	},
	declare(command: Command) {
		const collect = (file: string, files: readonly string[]) => [...files, file];
		command
			.argument('[prompt...]', 'the question; standard input is put before it')
			.option('--file <file>', 'attach an image, a PDF or a text file; can be repeated', collect, [])
			.option('--events', 'print the recording’s lines as they are written')
			.option('--raw', 'print the bytes of the stream as they arrive')
			.option('--json', 'print the final message')
			.option('--no-stream', 'ask without streaming')
			.option('--continue', 'resume the last saved session and add to it')
			.option('--resume <id>', 'resume a saved session or a recording and add to it')
			.option('--otel-content', 'with OTEL_EXPORTER_OTLP_ENDPOINT set: send prompt and answer with the spans')
			.option('--quiet', 'print nothing on stderr');
	},
	examples: [
		['streamscope ask Why is the sky blue', 'print the answer as it arrives'],
		['git diff | streamscope ask "Write the commit message"', 'ask about the input of a pipe'],
		['streamscope ask --file chart.png "What does it show?"', 'ask about a picture'],
		['streamscope ask --tools tools.json "What time is it?"', 'let commands answer the model’s calls'],
		['streamscope ask --raw "Hi" | tee hi.sse', 'save the stream to inspect it later'],
		['streamscope ask --json --quiet "Hi" | jq .usage', 'print JSON for a script'],
	],
	async run({args, own, options, context}) {
		const {tools: file} = options.values;
		const tools = file === undefined ? null : await readTools(file);
		const request = withTools(await readRequest(options), tools ?? [], true);
		const isResumed = own.continue === true || own.resume !== undefined;
		if (request.messages.length > 0 && isResumed) {
			throw new UsageError(
				'The file of --body holds a conversation, and a session that goes on has its own.',
				'Leave out "messages" in the file, or --continue and --resume.',
			);
		}

		const content = await askPrompt({
			isOptional: request.messages.length > 0,
			words: args.filter(word => word !== '-').join(' '),
			input: context.stdin.isTTY ? null : context.stdin,
			files: own.file ?? [],
			onSilence: () => {
				if (!own.quiet) {
					context.stderr.write(
						'Waiting for standard input to end. To ask without it: streamscope ask … < /dev/null\n',
					);
				}
			},
		});
		const stop = catchEnding(process);
		try {
			return await runAsk({content, request, tools, own, options, context, interrupted: stop.signal});
		} finally {
			const received = stop.end();
			if (received !== null && received !== 'SIGINT') {
				await outputFlushed(context);
				endBySignal(process, received);
			}
		}
	},
};
