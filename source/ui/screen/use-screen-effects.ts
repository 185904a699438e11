import {useEffect, useEffectEvent} from 'react';
import {performEffect, type ScreenEdge} from './perform-effect.js';
import type {ScreenEffect} from './screen-effect.js';
import type {ScreenStore} from './screen-store.js';

/** Performs the effects that keys, the mouse and commands ask for. */
export function useScreenEffects(store: ScreenStore, edge: ScreenEdge): void {
	const perform = useEffectEvent((effect: ScreenEffect) => performEffect(effect, edge, store));
	useEffect(() => store.onEffect(perform), [store]);
}
