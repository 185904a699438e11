import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import type {ChatSettings} from './chat-settings.js';

/** The model and the settings of the next request that differ from the usual ones. */
export function settingsRow(settings: ChatSettings, usual: Pick<ChatSettings, 'maxTokens'>): Row {
	const {model, maxTokens, system, temperature, thinking, stopSequences = []} = settings;
	const parts = [
		maxTokens === usual.maxTokens ? '' : `max tokens ${maxTokens}`,
		temperature === undefined ? '' : `temperature ${temperature}`,
		thinking === undefined ? '' : `thinking ${thinking}`,
		system ? 'system' : '',
		stopSequences.length === 0 ? '' : `stop ${stopSequences.length}`,
	];
	return [
		segment(sanitizeLine(model)),
		...parts.filter(part => part !== '').map(part => segment(` · ${part}`, 'accent')),
	];
}
