/** A way out of a refusal: another setting, one set field less, or flags to start the program with. */
export type Fix =
	| {readonly kind: 'setting'; readonly name: string; readonly value: string}
	| {readonly kind: 'unset'; readonly path: string}
	| {readonly kind: 'start'; readonly flags: string};

/** A sentence that says why a request would be refused, and what to do instead, best first. */
export type Refusal = {readonly words: string; readonly fixes: readonly Fix[]};

/** What to do, as a sentence: `chat` names the slash commands, `flags` the options of the command line. Empty if nothing helps. */
export function fixWords(fixes: readonly Fix[], way: 'chat' | 'flags'): string {
	const ways = fixes.map(fix => wayOf(fix, way));
	return ways.length === 0 ? '' : `Try ${ways.join(', or ')}.`;
}

function wayOf(fix: Fix, way: 'chat' | 'flags'): string {
	const isChat = way === 'chat';
	switch (fix.kind) {
		case 'setting': {
			return `${isChat ? '/' : '--'}${fix.name} ${fix.value}`;
		}

		case 'unset': {
			return isChat ? `/unset ${fix.path}` : `without --set ${fix.path}`;
		}

		case 'start': {
			return isChat ? `start with ${fix.flags}` : fix.flags;
		}
	}
}
