/** What a scenario's file is called in a folder. */
export const scenarioExtensions = ['.scenario', '.json'] as const;

/** Whether a word names a file rather than a scenario of the program. */
export function isScenarioPath(word: string): boolean {
	return /[/\\]/.test(word) || scenarioExtensions.some(extension => word.endsWith(extension));
}

/** Whether a word names a case of `drill` as a scenario. */
export function isCaseName(word: string): boolean {
	return /^drill-[a-z-]+$/.test(word);
}
