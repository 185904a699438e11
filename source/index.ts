// The library: the pure core of streamscope, and the tap. It needs neither the SDK nor a terminal.

export {createWireTap, type WireTapOptions} from './client/wire-tap.js';
export {checkStream, type StreamFacts} from './protocol/conformance/check-stream.js';
export {conformanceRules} from './protocol/conformance/conformance-rules.js';
export type {Finding, Rule, Severity} from './protocol/conformance/finding.js';
export type {ResponseFacts, StreamEnding, WireEvent} from './protocol/conformance/wire-event.js';
export {encodeSse} from './protocol/encode-sse.js';
export type {Json, JsonObject} from './protocol/json.js';
export {type BlockSnapshot, type MessageSnapshot, messageOf} from './protocol/message-snapshot.js';
export {createSseParser, parseSse, type SseEvent, type SseParser} from './protocol/parse-sse.js';
export type {UsageEntry, UsageLedger} from './protocol/usage-ledger.js';
export {readRecording, type TextSource} from './recording/read-recording.js';
export type {PlacedLine, Recording, SkippedLines} from './recording/recording.js';
export type {OtherLine, RecordingHeader} from './recording/recording-format.js';
export {type Clocks, clocksOf, type OutputRate, outputRateOf} from './trace/clocks.js';
export type {AttemptView, ExchangeView, Marks, Phase} from './trace/exchange-view.js';
export {foldTrace, type TraceView} from './trace/fold-trace.js';
export {type InspectOptions, inspectTrace} from './trace/inspect-trace.js';
export {itemsOf, type PersistentList} from './trace/persistent-list.js';
export type * from './trace/trace-event.js';
export type * from './trace/trace-report.js';
