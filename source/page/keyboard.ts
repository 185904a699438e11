import {type KeyAction, type KeyPlace, keyAction} from './key-action.js';

/** Listens to the keys of the whole page. */
export function listenToKeys(act: (action: KeyAction) => void): void {
	document.addEventListener('keydown', event => {
		const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
		const action = hasModifier ? null : keyAction(event.key, placeOf(event.target));
		if (action !== null) {
			event.preventDefault();
			act(action);
		}
	});
}

function placeOf(target: EventTarget | null): KeyPlace {
	if (!(target instanceof HTMLElement) || target.id === 'scrubber') {
		return 'elsewhere';
	}

	if (target.matches('input, select, textarea')) {
		return 'field';
	}

	return target.id === 'rows' ? 'rows' : target.matches('button') ? 'button' : 'elsewhere';
}
