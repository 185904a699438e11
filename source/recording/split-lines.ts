/** Splits a text that arrives in arbitrary pieces into lines, numbered from 1. */
export type LineSplitter = {
	feed(text: string): void;
	end(): void;
};

/** `line` is `null` if it was longer than `longest` UTF-16 units, so that a text without line feeds is never held whole. */
export function createLineSplitter(
	onLine: (line: string | null, number: number) => void,
	longest = 2 ** 28,
): LineSplitter {
	let rest = '';
	let isTooLong = false;
	let number = 0;

	const keep = (text: string) => {
		isTooLong ||= rest.length + text.length > longest;
		rest = isTooLong ? '' : rest + text;
	};

	const give = () => {
		number++;
		onLine(isTooLong ? null : rest, number);
		rest = '';
		isTooLong = false;
	};

	return {
		feed(text) {
			let start = 0;
			for (;;) {
				const end = text.indexOf('\n', start);
				if (end === -1) {
					keep(start === 0 ? text : text.slice(start));
					return;
				}

				keep(text.slice(start, end));
				give();
				start = end + 1;
			}
		},
		end() {
			if (rest !== '' || isTooLong) {
				give();
			}
		},
	};
}
