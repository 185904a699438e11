import type {Screen} from './screen.js';

/** The settings that keys change on the screen, by their fields in the config file, with the values that it would hold. */
export const keySettings = {
	theme: ({theme}: Screen): unknown => theme.choice,
	markdown: ({isMarkdown}: Screen): unknown => isMarkdown,
	log: ({logSize}: Screen): unknown => logSize,
	inspector: ({inspectorPlace}: Screen): unknown => inspectorPlace,
	split: ({split}: Screen): unknown => rounded(split),
	logShare: ({logShare}: Screen): unknown => rounded(logShare),
	columns: ({columns}: Screen): unknown => columns,
} as const;

/** The same with those that only commands change, and what a key opens for a while. */
export const screenSettings = {
	...keySettings,
	step: ({isStepping}: Screen): unknown => isStepping,
	notify: ({notify}: Screen): unknown => notify,
	mouse: ({hasMouse}: Screen): unknown => hasMouse,
	events: ({hasEvents}: Screen): unknown => hasEvents,
} as const;

/** Steps of 0.05 add up to long fractions. */
function rounded(share: number): number {
	return Math.round(share * 100) / 100;
}
