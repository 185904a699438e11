import {useEffect, useRef} from 'react';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {bellWords} from './bell-words.js';

/** Notifies the person once when an exchange ends, if it is worth it. Exchanges that had already ended are ignored. */
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
