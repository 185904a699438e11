/** A rectangle in pixels. */
export type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number};

/** The arms of a line-drawing character, from the middle of its cell: up, right, down, left. */
const arms: Readonly<Record<string, string>> = {
	'─': 'rl',
	'│': 'ud',
	'┌': 'rd',
	'┐': 'dl',
	'└': 'ur',
	'┘': 'ul',
	'├': 'urd',
	'┤': 'udl',
	'┬': 'rdl',
	'┴': 'url',
	'┼': 'urdl',
	'╴': 'l',
	'╵': 'u',
	'╶': 'r',
	'╷': 'd',
};

/** The two ends that a rounded corner joins. */
const corners: Readonly<Record<string, string>> = {'╭': 'rd', '╮': 'dl', '╯': 'ul', '╰': 'ur'};

/** The height of a heavy line, in pixels. */
const heavy = 3;

const round = (value: number): number => Math.round(value * 100) / 100;

const middleOf = ({x, y, width, height}: Box): {x: number; y: number} => ({
	x: round(x + width / 2),
	y: round(y + height / 2),
});

const end = (box: Box, arm: string): string => {
	const middle = middleOf(box);
	const horizontal = arm === 'l' ? box.x : box.x + box.width;
	const vertical = arm === 'u' ? box.y : box.y + box.height;
	return arm === 'l' || arm === 'r' ? `${round(horizontal)} ${middle.y}` : `${middle.x} ${round(vertical)}`;
};

/** The SVG path to stroke for a line-drawing character in its cell. `undefined` for any other character. */
export const linePath = (character: string, box: Box): string | undefined => {
	const middle = middleOf(box);
	const cornerEnds = corners[character];
	if (cornerEnds) {
		const [from = '', to = ''] = cornerEnds;
		return `M${end(box, from)}Q${middle.x} ${middle.y} ${end(box, to)}`;
	}

	return (
		arms[character] && [...arms[character]].map(arm => `M${middle.x} ${middle.y}L${end(box, arm)}`).join('')
	);
};

/** The filled part of a block character or a heavy line in its cell, and its opacity. `undefined` for any other character. */
export const blockOf = (character: string, box: Box): (Box & {readonly opacity: number}) | undefined => {
	const code = character.codePointAt(0) ?? 0;
	const {x, y, width, height} = box;
	if (character === '━' || character === '┷') {
		return {...box, y: y + (height - heavy) / 2, height: heavy, opacity: 1};
	}

	if (character === '▀') {
		return {...box, height: height / 2, opacity: 1};
	}

	if (code >= 0x25_81 && code <= 0x25_88) {
		const filled = (height * (code - 0x25_80)) / 8;
		return {x, y: y + height - filled, width, height: filled, opacity: 1};
	}

	if (code >= 0x25_89 && code <= 0x25_8f) {
		return {...box, width: (width * (0x25_90 - code)) / 8, opacity: 1};
	}

	if (character === '▐') {
		return {...box, x: x + width / 2, width: width / 2, opacity: 1};
	}

	return code >= 0x25_91 && code <= 0x25_93 ? {...box, opacity: (code - 0x25_90) / 4} : undefined;
};
