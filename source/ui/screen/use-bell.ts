import {useEffect, useRef} from 'react';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {bellWords} from './bell-words.js';

/** Calls the person once when an exchange ends that is worth it; what had ended before is not. */
export function useBell(latest: ExchangeView | null, notify: (words: string) => void): void {
	const heard = useRef(latest?.end ? latest.exchange : 0);
	useEffect(() => {
		if (latest === null || latest.end === null || latest.exchange <= heard.current) {
			return;
		}

		heard.current = latest.exchange;
		const words = bellWords(latest);
		if (words !== null) {
			notify(words);
		}
	}, [latest, notify]);
}
