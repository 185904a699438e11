import type {Theme} from '../../text/theme.js';
import {useStore} from '../hooks/use-store.js';
import type {Pair} from '../pair/pair.js';
import type {PairScreen, PairServices} from '../pair/pair-screen.js';
import {App, type AppProps} from '../screen/app.js';
import type {ScreenServices} from '../screen/screen-services.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {Store} from '../screen/store.js';
import {SessionPicker, type SessionPickerServices} from '../sessions/session-picker.js';
import {SpokenChat} from '../spoken/spoken-chat.js';
import {Player, type PlayerServices} from './player.js';

/** The whole screen. A scene with another key keeps nothing of the one before. */
export type Scene = {readonly key: string} & (
	| {readonly kind: 'chat'; readonly store: ScreenStore; readonly services: ScreenServices}
	| {readonly kind: 'replay'; readonly store: ScreenStore; readonly services: PlayerServices}
	| {
			readonly kind: 'pair';
			readonly pair: Store<Pair>;
			readonly theme: Theme;
			readonly services: PairServices;
			/** Handed in, because hardly any start needs it. */
			readonly Screen: typeof PairScreen;
	  }
	| {readonly kind: 'sessions'; readonly theme: Theme; readonly services: SessionPickerServices}
);

export type StageProps = Omit<AppProps, 'store' | 'services'> & {
	readonly scene: Store<Scene>;
	/** Whether to write plain text that only grows, instead of a screen. */
	readonly isScreenReader: boolean;
};

/** Shows the current scene. */
export function Stage({scene, isScreenReader, ...props}: StageProps) {
	const present = useStore(scene);
	switch (present.kind) {
		case 'chat': {
			const {key, store, services} = present;
			return isScreenReader ? (
				<SpokenChat key={key} store={store} services={services} frame={props.frame} />
			) : (
				<App key={key} store={store} services={services} {...props} />
			);
		}

		case 'replay': {
			const {key, store, services} = present;
			return <Player key={key} store={store} services={services} {...props} />;
		}

		case 'pair': {
			const {key, pair, theme, services, Screen} = present;
			const {hasTitle, hasAlternateScreen, canSwitchGraphemes, frame} = props;
			return (
				<Screen
					key={key}
					pair={pair}
					theme={theme}
					services={services}
					hasTitle={hasTitle}
					hasAlternateScreen={hasAlternateScreen}
					canSwitchGraphemes={canSwitchGraphemes}
					frame={frame}
				/>
			);
		}

		case 'sessions': {
			const {key, theme, services} = present;
			const {hasTitle, hasAlternateScreen, canSwitchGraphemes} = props;
			return (
				<SessionPicker
					key={key}
					theme={theme}
					services={services}
					hasTitle={hasTitle}
					hasAlternateScreen={hasAlternateScreen}
					canSwitchGraphemes={canSwitchGraphemes}
				/>
			);
		}
	}
}
