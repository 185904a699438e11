/** The documents and files that the rules rest on. SDK paths refer to `@anthropic-ai/sdk` 1.12. */
export const sources = {
	streaming: 'API docs: build-with-claude/streaming',
	stopReasons: 'API docs: build-with-claude/handling-stop-reasons',
	fineGrainedTools: 'API docs: agents-and-tools/tool-use/fine-grained-tool-streaming',
	versioning: 'API docs: api/versioning',
	errors: 'API docs: api/errors',
	messages: 'API docs: api/messages',
	sdkStream: 'SDK: src/core/streaming.ts',
	sdkMessageStream: 'SDK: src/lib/MessageStream.ts',
	sdkBetaMessageStream: 'SDK: src/lib/BetaMessageStream.ts',
	sdkTypes: 'SDK: resources/messages/messages.d.ts',
	sdkBetaTypes: 'SDK: resources/beta/messages/messages.d.ts',
	encoding: 'HTML standard: 9.2.6 Interpreting an event stream',
	sse: 'HTML standard: 9.2 Server-sent events',
};
