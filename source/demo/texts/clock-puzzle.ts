/** A puzzle worth thinking about: how often the hands of a clock meet in a day. */
export const clockPuzzle = {
	thinking: (
		prompt: string,
	) => `The user wrote: "${prompt}". This scenario is about thinking, so I take a small puzzle and work it out: how many times a day do the two hands of a clock lie exactly over each other?

A first guess: once an hour, so 24 times. But is that right? The hands meet at 12:00. The next time is not 1:00, since by then the hour hand has moved on. It must be a little after 1:05.

Let me compute. The minute hand turns 360 degrees in 60 minutes, which is 6 degrees a minute. The hour hand turns 360 degrees in 720 minutes, which is 0.5 degrees a minute. So the minute hand gains 5.5 degrees each minute. From one meeting to the next it has to gain a whole turn: 360 / 5.5 = 65.4545... minutes, which is 720 / 11.

So in twelve hours there are 720 / (720 / 11) = 11 meetings, not 12. In a day there are 22.

Check with the times: 12:00, 1:05, 2:10, 3:16, 4:21, 5:27, 6:32, 7:38, 8:43, 9:49, 10:54, and then 12:00 again. Those are eleven before the circle closes. There is none between 11:00 and 12:00, because that one is 12:00 itself. Good.

I should answer briefly and say what to look at in the event log.`,
	answer: `**22 times a day.**

The minute hand gains 5.5 degrees on the hour hand every minute, so it needs 360 / 5.5 ≈ 65.45 minutes from one meeting to the next. Twelve hours hold exactly 11 such spans, a day holds 22:

\`\`\`text
12:00  1:05  2:10  3:16  4:21  5:27  6:32  7:38  8:43  9:49  10:54
\`\`\`

Before this text came a block of its own, with type \`thinking\`. Its deltas are \`thinking_delta\`; the last one is a \`signature_delta\`, one long opaque string. The block goes back to the API unchanged with the next message, and the signature proves that nobody altered it.`,
} as const;
