/** The tracks of a timeline, in order. `context` shows changes to the conversation itself: a compaction or another model. */
export const trackKinds = ['thinking', 'text', 'tools', 'context'] as const;

export type TrackKind = (typeof trackKinds)[number];
