import type {ChatSettings} from '../../messages/request/chat-settings.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';

/** The model and the settings of the next request that differ from the usual ones. */
export function settingsRow(settings: ChatSettings, usual: Pick<ChatSettings, 'maxTokens'>): Row {
	const {model, maxTokens, system, thinking, effort, stopSequences = [], set = [], betas = []} = settings;
	const parts = [
		maxTokens === usual.maxTokens ? '' : `max tokens ${maxTokens}`,
		thinking === undefined ? '' : `thinking ${thinking}`,
		effort === undefined ? '' : `effort ${effort}`,
		system ? 'system' : '',
		stopSequences.length === 0 ? '' : `stop ${stopSequences.length}`,
		set.length === 0 ? '' : `set ${set.map(({path}) => sanitizeLine(path)).join(' ')}`,
		betas.length === 0 ? '' : `beta ${betas.length}`,
	];
	return [
		segment(sanitizeLine(model)),
		...parts.filter(part => part !== '').map(part => segment(` · ${part}`, 'accent')),
	];
}
