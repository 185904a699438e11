/** What a key does while two recordings are played in step. */
export type PairActionName = (typeof pairKeys)[number]['action'];

/** Every key of the screen with two recordings. */
export const pairKeys = [
	{keys: ['space'], action: 'playPause', help: 'pause or play both'},
	{keys: ['.', 'right', 'pagedown'], action: 'stepForward', help: 'one step forward'},
	{keys: [',', 'left', 'pageup'], action: 'stepBack', help: 'one step back'},
	{
		keys: ['='],
		action: 'toggleStep',
		help: 'in step by time, or by event: what belongs together comes together',
	},
	{keys: ['n'], action: 'nextDifference', help: 'go to the next difference'},
	{keys: ['N'], action: 'previousDifference', help: 'go to the previous difference'},
	{keys: ['<'], action: 'slower', help: 'play slower'},
	{keys: ['>'], action: 'faster', help: 'play faster'},
	{keys: ['g', 'home'], action: 'toStart', help: 'go to the beginning'},
	{keys: ['G', 'end', '0'], action: 'toEnd', help: 'go to the end'},
	{keys: ['?', 'f1'], action: 'toggleHelp', help: 'this help'},
	{keys: ['escape'], action: 'closeHelp', help: 'close the help'},
	{keys: ['q', 'ctrl+c'], action: 'leave', help: 'quit'},
] as const;

export function pairAction(key: string): PairActionName | null {
	return pairKeys.find(({keys}) => keys.some(one => one === key))?.action ?? null;
}
