/** The formats that a recording can be exported to. */
export const exportFormats = ['recording', 'sse', 'jsonl', 'json', 'md', 'html', 'otlp'] as const;
export type ExportFormat = (typeof exportFormats)[number];
