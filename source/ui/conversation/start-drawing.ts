import {type Row, segment} from '../../text/segment.js';

/** A stream, small: the words of an answer above the events that bring them. */
export const startDrawing: readonly Row[] = [
	[segment('      Cats     chase    mice.')],
	[
		segment('●', 'message_start'),
		segment('──', 'line'),
		segment('┬', 'content_block_start'),
		segment('───', 'line'),
		segment('•', 'accent'),
		segment('────────', 'line'),
		segment('•', 'accent'),
		segment('────────', 'line'),
		segment('•', 'accent'),
		segment('───', 'line'),
		segment('┴', 'content_block_stop'),
		segment('──', 'line'),
		segment('■', 'message_stop'),
	],
];
