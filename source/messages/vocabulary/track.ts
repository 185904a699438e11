/** The rows of a timeline, in their order. `context` is what happens to the conversation itself: a compaction, another model. */
export const trackKinds = ['thinking', 'text', 'tools', 'context'] as const;

export type TrackKind = (typeof trackKinds)[number];
