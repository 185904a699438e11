/** What a key does. */
export type KeyAction =
	| 'toggle'
	| 'forward'
	| 'back'
	| 'row-below'
	| 'row-above'
	| 'start'
	| 'end'
	| 'search'
	| 'leave-field';

/** Where the keyboard focus is. */
export type KeyPlace = 'field' | 'button' | 'rows' | 'elsewhere';

/** Returns `null` for a key that is left to the browser. A button handles the space bar itself, and a field handles every key except Escape. */
export function keyAction(key: string, place: KeyPlace): KeyAction | null {
	if (place === 'field') {
		return key === 'Escape' ? 'leave-field' : null;
	}

	switch (key) {
		case ' ': {
			return place === 'button' ? null : 'toggle';
		}

		case '.':
		case 'ArrowRight': {
			return 'forward';
		}

		case ',':
		case 'ArrowLeft': {
			return 'back';
		}

		case 'ArrowDown': {
			return place === 'rows' ? 'row-below' : null;
		}

		case 'ArrowUp': {
			return place === 'rows' ? 'row-above' : null;
		}

		case 'Home': {
			return 'start';
		}

		case 'End': {
			return 'end';
		}

		case '/': {
			return 'search';
		}

		default: {
			return null;
		}
	}
}
