// Replaces `string-width` in the bundle (see scripts/bundle.mjs): a text is measured once and remembered.

import stringWidth from '../../../node_modules/string-width/index.js';
import {rowFacts} from './row-facts.js';

type Options = Parameters<typeof stringWidth>[1];

/** The same as `string-width`. */
export default function quickStringWidth(text: string, options?: Options): number {
	return options === undefined ? rowFacts(text).width : stringWidth(text, options);
}
