// The library: the pure core of streamscope, and the tap. It needs neither the SDK nor a terminal.

export {type Clocks, clocksOf, type OutputRate, outputRateOf} from './analysis/clocks.js';
export {type InspectOptions, inspectTrace} from './analysis/inspect-trace.js';
export type * from './analysis/trace-report.js';
export {createWireTap, type WireTapOptions} from './client/wire-tap.js';
export {checkStream, type StreamFacts} from './messages/conformance/check-stream.js';
export {conformanceRules} from './messages/conformance/conformance-rules.js';
export type {Finding, Rule, Severity} from './messages/conformance/finding.js';
export type {ResponseFacts} from './messages/conformance/response-facts.js';
export type {StreamEnding} from './messages/conformance/stream-ending.js';
export {decode, type WireEvent} from './messages/decode.js';
export {type BlockSnapshot, type MessageSnapshot, messageOf} from './messages/message-snapshot.js';
export type {UsageEntry, UsageLedger} from './messages/usage-ledger.js';
export {readRecording, type TextSource} from './recording/read-recording.js';
export type {PlacedLine, Recording, SkippedLines} from './recording/recording.js';
export type {OtherLine, RecordingHeader} from './recording/recording-format.js';
export type {AttemptView, ExchangeView, Phase, Timestamps} from './trace/exchange-view.js';
export {foldTrace, type TraceView} from './trace/fold-trace.js';
export {itemsOf, type PersistentList} from './trace/persistent-list.js';
export type * from './trace/trace-event.js';
export {encodeSse} from './wire/encode-sse.js';
export type {Json, JsonObject} from './wire/json.js';
export {createSseParser, parseSse, type SseParser} from './wire/parse-sse.js';
export type {SseEvent} from './wire/sse-event.js';
