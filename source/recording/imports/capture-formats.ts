import type {CaptureFormat} from './capture-format.js';
import {bedrockFormat} from './import-bedrock.js';
import {bodyFormat} from './import-body.js';
import {cassetteFormat} from './import-cassette.js';
import {claudeCodeFormat} from './import-claude-code.js';
import {curlTraceFormat} from './import-curl-trace.js';
import {curlVerboseFormat} from './import-curl-verbose.js';
import {eventLinesFormat, jsonFormat} from './import-event-lines.js';
import {exchangeLogFormat} from './import-exchange-log.js';
import {exportFormat} from './import-export.js';
import {harFormat} from './import-har.js';
import {httpFormat} from './import-http.js';
import {mitmproxyFormat} from './import-mitmproxy.js';
import {nodePrintFormat, pythonPrintFormat} from './import-printed.js';
import {recordingFormat} from './import-recording.js';

/** The formats that can be opened, in the order in which their signs are looked for: the first that is found decides. */
export const captureFormats: readonly CaptureFormat[] = [
	mitmproxyFormat,
	httpFormat,
	curlTraceFormat,
	curlVerboseFormat,
	bodyFormat,
	recordingFormat,
	harFormat,
	cassetteFormat,
	claudeCodeFormat,
	exchangeLogFormat,
	bedrockFormat,
	pythonPrintFormat,
	eventLinesFormat,
	jsonFormat,
	nodePrintFormat,
	exportFormat,
];
