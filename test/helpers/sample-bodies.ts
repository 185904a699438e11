import {encodeSse} from '../../source/wire/encode-sse.js';
import {message, textBlock, toWire} from '../messages/conformance/sample-stream.js';

/** The body of a short valid stream: one text block. */
export const valid = message(...textBlock(0))
	.map(toWire)
	.map(encodeSse)
	.join('');
