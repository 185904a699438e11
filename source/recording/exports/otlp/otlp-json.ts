import {createHash} from 'node:crypto';

// OTLP as JSON, written by hand: `@opentelemetry/otlp-transformer` brings 210 kB of other packages for these few shapes, and takes them only as
// objects of OpenTelemetry's own SDK.
// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding

export type AttributeValue = string | number | boolean | readonly string[];

/** Attributes by name. `null` and `undefined` are left out. */
export type Attributes = {readonly [name: string]: AttributeValue | null | undefined};

type OtlpValue =
	| {readonly stringValue: string}
	| {readonly intValue: string}
	| {readonly doubleValue: number}
	| {readonly boolValue: boolean}
	| {readonly arrayValue: {readonly values: readonly OtlpValue[]}};

export type OtlpAttribute = {readonly key: string; readonly value: OtlpValue};

export type OtlpEvent = {
	readonly name: string;
	readonly timeUnixNano: string;
	readonly attributes: readonly OtlpAttribute[];
};

/** A span. Times are nanoseconds since 1970, in decimal; ids are in hexadecimal. */
export type OtlpSpan = {
	readonly traceId: string;
	readonly spanId: string;
	readonly parentSpanId?: string;
	readonly name: string;
	readonly kind: number;
	readonly startTimeUnixNano: string;
	readonly endTimeUnixNano: string;
	readonly attributes: readonly OtlpAttribute[];
	readonly events: readonly OtlpEvent[];
	readonly droppedEventsCount?: number;
	readonly status: {readonly code?: number; readonly message?: string};
};

/** A span that calls another service. */
export const clientKind = 3;

/** The status of a span that failed. */
export const errorStatus = 2;

/** 64-bit integers are strings in this encoding. */
function otlpValue(value: AttributeValue): OtlpValue {
	switch (typeof value) {
		case 'string': {
			return {stringValue: value};
		}

		case 'number': {
			return Number.isSafeInteger(value) ? {intValue: String(value)} : {doubleValue: value};
		}

		case 'boolean': {
			return {boolValue: value};
		}

		default: {
			return {arrayValue: {values: value.map(otlpValue)}};
		}
	}
}

export function otlpAttributes(attributes: Attributes): readonly OtlpAttribute[] {
	return Object.entries(attributes).flatMap(([key, value]) =>
		value === null || value === undefined ? [] : [{key, value: otlpValue(value)}],
	);
}

/** Milliseconds since 1970 as nanoseconds. A double cannot hold them exactly, so the milliseconds and the rest are converted apart. */
export function unixNano(milliseconds: number): string {
	const whole = Math.floor(milliseconds);
	return String(BigInt(whole) * 1_000_000n + BigInt(Math.round((milliseconds - whole) * 1e6)));
}

/** An id of so many bytes, the same for the same words: an export that is sent twice does not count twice. */
export function otlpId(words: string, bytes: 8 | 16): string {
	return createHash('sha256')
		.update(words)
		.digest('hex')
		.slice(0, bytes * 2);
}
