/** Sequences that a terminal would obey, each with its effect. The last one is unterminated and would swallow what follows. */
export const hostileSequences = [
	{name: 'window title', sequence: '\u001b]0;HACKED\u0007'},
	{name: 'link', sequence: '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\'},
	{name: 'clipboard', sequence: '\u001b]52;c;SEFDS0VE\u0007'},
	{name: 'clear screen', sequence: '\u001b[2J\u001b[3J\u001b[H'},
	{name: 'leave alternate screen', sequence: '\u001b[?1049l'},
	{name: 'colours', sequence: '\u001b[31;5mred\u001b[0m'},
	{name: 'hide cursor', sequence: '\u001b[?25l'},
	{name: 'report to stdin', sequence: '\u001b[6n\u001b[c'},
	{name: 'mouse on', sequence: '\u001b[?1003h'},
	{name: 'full reset', sequence: '\u001bc'},
	{name: 'C1 control sequence', sequence: '\u009b2J\u009b31mred\u009b0m'},
	{name: 'C1 title', sequence: '\u009d0;HACKED\u009c'},
	{name: 'device control', sequence: '\u001bP$q"p\u001b\\'},
	{name: 'application command', sequence: '\u001b_Ga=T,f=100;AAAA\u001b\\'},
	{name: 'privacy message', sequence: '\u001b^hidden\u001b\\'},
	{name: 'character set', sequence: '\u000e\u001b(0lqk\u001b(B\u000f'},
	{name: 'bell', sequence: '\u0007\u0007'},
	{name: 'carriage return', sequence: 'visible\rHIDDEN'},
	{name: 'backspace', sequence: 'safe\b\b\b\bEVIL'},
	{name: 'bidi override', sequence: '\u202egnp.exe\u202c and \u2066isolated\u2069'},
	{name: 'invisible', sequence: 'zero\u200bwidth\u2060joined\ufeff'},
	{name: 'null and delete', sequence: 'a\u0000b\u007fc'},
	{name: 'unterminated title', sequence: '\u001b]0;this never ends'},
] as const;

/** The sequences as a list in a text. */
export const hostileText = hostileSequences
	.map(({name, sequence}) => `- ${name}: before ${sequence} after`)
	.join('\n');
