/** Where a tap takes a POST that lets a held stream go on: `?exchange=3`, or the oldest one. A path before it may be a token. */
export const releasePath = '/__streamscope/release';
