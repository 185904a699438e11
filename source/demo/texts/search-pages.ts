/** Pages of a fictional site, so that no real site is misquoted. */
export const searchPages = [
	{
		title: 'The event stream format, line by line',
		url: 'https://docs.example.org/server-sent-events/format',
		pageAge: 'March 3, 2026',
		cited:
			'An event stream is UTF-8 text of the type text/event-stream. Each event is a few lines of the form name: value, and a blank line ends it.',
	},
	{
		title: 'Staying connected: retry and Last-Event-ID',
		url: 'https://docs.example.org/server-sent-events/reconnecting',
		pageAge: 'January 19, 2026',
		cited:
			'A browser that loses the connection opens it again by itself and sends the id of the last event it has seen in the Last-Event-ID header.',
	},
	{
		title: 'Streaming from a POST request',
		url: 'https://blog.example.com/streaming-from-post',
		pageAge: null,
		cited:
			'EventSource can only send GET requests, so clients of APIs that take a body read the response of fetch and parse the events themselves.',
	},
] as const;

/** An answer from those pages. Each statement cites one of them by index. */
export const searchStatements = [
	{
		before: 'Here is what I found:\n\n- ',
		text: 'A stream of server-sent events is plain UTF-8 text, in which a blank line ends each event.',
		page: 0,
	},
	{
		before: '\n- ',
		text: 'A browser reconnects by itself and tells the server which event it saw last.',
		page: 1,
	},
	{
		before: '\n- ',
		text: 'That only works for GET requests; a chat API takes a POST, so its clients parse the events themselves.',
		page: 2,
	},
] as const;
