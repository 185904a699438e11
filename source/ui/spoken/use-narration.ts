import {useStdout} from 'ink';
import {useEffect, useEffectEvent, useRef} from 'react';
import {sanitize} from '../../text/sanitize.js';
import {wrapText} from '../../text/wrap-text.js';
import type {TraceView} from '../../trace/fold-trace.js';
import type {ScreenServices} from '../screen/screen-services.js';
import type {ScreenStore} from '../screen/screen-store.js';
import type {SlashReply} from '../slash/slash-reply.js';
import {narrate, nothingTold} from './narrate.js';
import {spokenHelp} from './spoken-help.js';

export type NarrationOptions = {
	readonly store: ScreenStore;
	readonly services: Pick<ScreenServices, 'header'>;
	readonly view: TraceView;
	/** A notice about what a key just did. */
	readonly notice: string | null;
	/** The reply of a command. */
	readonly reply: SlashReply | null;
	/** The width of a row, in cells. */
	readonly width: number;
};

/** Writes the narration above the prompt, each line once. */
export function useNarration({store, services, view, notice, reply, width}: NarrationOptions): void {
	const {write} = useStdout();
	const say = useEffectEvent((said: readonly string[]) => {
		if (said.length > 0) {
			// A terminal wraps in the middle of words, and a screen reader then reads them as two.
			const {lines} = wrapText(said.join('\n'), width);
			write(lines.map(({text}) => `${text}\n`).join(''));
		}
	});

	useEffect(() => {
		const {left} = services.header(Number.POSITIVE_INFINITY);
		const words = left
			.map(({text}) => text)
			.join('')
			.replace(/\s+/g, ' ');
		say([`${words.trim()}. Type a message and press Enter. /help lists the keys and commands.`]);
	}, [services]);

	const told = useRef(nothingTold);
	useEffect(() => {
		const next = narrate(told.current, view);
		told.current = next.told;
		say(next.lines);
	}, [view]);

	useEffect(() => say(notice === null ? [] : [sanitize(`${notice}.`)]), [notice]);
	useEffect(() => say(reply?.text ? [sanitize(reply.text)] : []), [reply]);

	const {overlay, keymap} = store.state;
	useEffect(() => {
		if (overlay === 'help') {
			say(spokenHelp(keymap));
			store.dispatch({name: 'closeHelp'});
		}

		if (overlay === 'diff') {
			say(['streamscope compare --exchange 2,5 FILE says where two exchanges differ.']);
			store.dispatch({name: 'closeHelp'});
		}
	}, [store, keymap, overlay]);
}
