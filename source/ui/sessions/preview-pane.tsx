import {useMemo} from 'react';
import {segment} from '../../text/segment.js';
import type {Theme} from '../../text/theme.js';
import type {Place} from '../screen/layout.js';
import {Pane} from '../screen/pane.js';
import {previewLines} from './preview-lines.js';
import {queryWords, type SessionPreview} from './session-list.js';

export type PreviewPaneProps = {
	/** `null` until it is read. */
	readonly preview: SessionPreview | null;
	readonly query: string;
	readonly place: Place;
	readonly theme: Theme;
};

/** What was said in a session, from the first hit of the search on. */
export function PreviewPane({preview, query, place, theme}: PreviewPaneProps) {
	const {x, width, height} = place;
	const room = width - (x > 0 ? 1 : 0);
	const lines = useMemo(
		() =>
			preview === null
				? []
				: previewLines(preview.turns, queryWords(query), {width: room, height: height - 1}, theme),
		[preview, query, room, height, theme],
	);
	return (
		<Pane
			title={[segment('Preview', 'title')]}
			note={[]}
			place={place}
			top={1}
			isFocused={false}
			theme={theme}
			lines={lines}
		/>
	);
}
