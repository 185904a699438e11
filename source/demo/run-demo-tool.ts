import type {ToolAnswer} from '../messages/tools/tool-call.js';

/** The tools that the scenario `tools` calls where the request brings none, with what they always answer. */
const answers: ReadonlyMap<string, object> = new Map<string, object>([
	[
		'get_weather',
		{
			location: 'Lisbon, Portugal',
			celsius: 19,
			days: [
				{rain: '10 %', wind: '14 km/h', sunset: '17:17'},
				{rain: '60 %', wind: '31 km/h', sunset: '17:16'},
				{rain: '30 %', wind: '22 km/h', sunset: '17:16'},
			],
		},
	],
	['get_local_time', {timezone: 'Europe/Lisbon', time: '14:05'}],
]);

export const demoTools: readonly string[] = [...answers.keys()];

/** Runs a tool of the demo. Returns `null` if the demo has no such tool. */
export function runDemoTool(name: string): ToolAnswer | null {
	const answer = answers.get(name);
	return answer === undefined ? null : {text: JSON.stringify(answer), isError: false};
}
