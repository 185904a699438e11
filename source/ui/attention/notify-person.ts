import type {Screen} from '../screen/screen.js';
import type {NotifyWay} from './attention-state.js';
import {isNotified, type News} from './news.js';

/** Notifies a person in one of the ways. Resolves to what was sent, in a few words. */
export type Notify = (words: string, way: Exclude<NotifyWay, 'off'>) => Promise<string>;

/** Notifies the person of news, if that is wanted now. */
export function notifyPerson(
	screen: Pick<Screen, 'notify' | 'windowFocus' | 'isPresenting'>,
	news: News,
	notify: Notify,
): void {
	if (screen.notify !== 'off' && isNotified(screen, news)) {
		void notify(news.words, screen.notify);
	}
}
