import {isObject, type Json, type JsonObject, parseJson} from '../../wire/json.js';
import type {CaptureFormat} from './capture-format.js';
import {exchangeOfObject} from './exchange-object.js';
import {importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';

const yamlKey = /^(?:http_)?interactions:/m;
const jsonKey = /^\{\s*"(?:http_)?interactions"\s*:|^\{[^{}[\]]{0,300}"(?:http_)?interactions"\s*:/;

/** Tapes of tests, in YAML or JSON. They hold whole bodies, some of them as binary values. */
export const cassetteFormat: CaptureFormat = {
	name: 'cassette',
	title: 'a cassette of recorded requests',
	shortTitle: 'cassette',
	writers: 'VCR for Python and Ruby, go-vcr, php-vcr, ExVCR',
	times: 'none',
	sign({text}) {
		const [key] = yamlKey.exec(text) ?? jsonKey.exec(text) ?? [];
		return key === undefined ? null : 'a list of "interactions"';
	},
	reader: {takes: 'text', read: importCassette},
};

async function importCassette(text: string): Promise<Imported> {
	const documents = text.startsWith('{') ? [parseJson(text)] : await readYaml(text);
	const interactions = documents.filter(isObject).flatMap(interactionsOf);
	const exchanges = interactions.map(exchangeOfObject).filter(exchange => exchange !== null);
	const imported = await importExchanges(exchanges);
	return documents.includes(undefined)
		? {...imported, refusal: 'Its YAML or JSON is broken or cut off.'}
		: imported;
}

function interactionsOf(cassette: JsonObject): readonly JsonObject[] {
	const list = cassette.interactions ?? cassette.http_interactions;
	return Array.isArray(list) ? list.filter(isObject) : [];
}

/** Few captures are YAML, so the parser is loaded only for those. */
async function readYaml(text: string): Promise<ReadonlyArray<Json | undefined>> {
	const {yamlDocuments} = await import('./yaml-documents.js');
	return yamlDocuments(text);
}
