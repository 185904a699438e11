import {useEffect, useEffectEvent, useRef} from 'react';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {ScreenStore} from '../screen/screen-store.js';
import {newsOfEnd} from './news.js';
import {type Notify, notifyPerson} from './notify-person.js';

/** Notifies the person once when an exchange ends. Exchanges that had already ended are ignored. To be called after the calls of tools are offered. */
export function useEndNews(store: ScreenStore, latest: ExchangeView | null, notify: Notify): void {
	const heard = useRef(latest?.end ? latest.exchange : 0);
	const tell = useEffectEvent((exchange: ExchangeView) => {
		const screen = store.newest();
		const news = newsOfEnd(screen, exchange);
		if (news !== null) {
			notifyPerson(screen, news, notify);
		}
	});
	useEffect(() => {
		if (latest !== null && latest.end !== null && latest.exchange > heard.current) {
			heard.current = latest.exchange;
			tell(latest);
		}
	}, [latest]);
}
