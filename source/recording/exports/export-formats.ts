/** What a recording can be exported as. */
export const exportFormats = ['recording', 'sse', 'jsonl', 'json', 'md', 'html'] as const;
export type ExportFormat = (typeof exportFormats)[number];
